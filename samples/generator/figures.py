"""The published figures, from `figures.txt`: what somebody said, against which the rosters are counted."""

from datetime import date

from wushe.samples.generator.county import COUNTY
from wushe.samples.generator.matters import source_lines
from wushe.samples.generator.tables import Figure

SOURCE = "巴中市哲学社会科学规划项目（2024年度）BZ24ZC109"
PUBLISHED = date(2024, 7, 15)  # the day of the sample; the source gives none


def figures() -> list[Figure]:
    """Every figure, in the order of the source."""
    return [_figure(*line.split()) for line in source_lines("figures.txt")]


def _figure(code: str, reported: str, unit: str, label: str) -> Figure:
    value = float(reported) if "." in reported else int(reported)
    return Figure(label=label, code=code, reported=value, unit=unit, place=COUNTY, as_of=PUBLISHED, basis=SOURCE)
