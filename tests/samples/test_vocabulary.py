"""The words in the cells are labels or aliases that `schema/` declares."""

import tomllib
from pathlib import Path

from wushe.samples.generator.tables import Duty, Organization, Place, Tenure, Tie

from .conftest import Sample

SCHEMA = Path(__file__).parents[2] / "schema"


def words(folder: str) -> set[str]:
    """Every label and alias of the kinds in a folder."""
    kinds = [tomllib.loads(path.read_text(encoding="utf-8")) for path in (SCHEMA / folder).glob("*.toml")]
    return {word for kind in kinds for word in (kind["label"], *kind.get("aliases", []))}


def test_kinds_of_places_and_levels(county: Sample) -> None:
    used = {line["类型"] for line in county.of(Place)} | {line["层级"] for line in county.of(Duty)} - {""}
    assert used <= words("places")


def test_kinds_of_organizations(county: Sample) -> None:
    assert {line["类型"] for line in county.of(Organization)} <= words("organizations")


def test_kinds_of_posts(county: Sample) -> None:
    assert {line["岗位"] for line in county.of(Tenure)} <= words("posts")


def test_kinds_of_ties(county: Sample) -> None:
    used = {line["关系"] for line in county.of(Tie)} | {line["上级关系"] for line in county.of(Organization)} - {""}
    assert used <= words("ties")


def test_bearers_by_kind(county: Sample) -> None:
    by_kind = {line["责任主体"] for line in county.of(Duty) if line["层级"]}
    assert by_kind <= words("posts") | words("organizations")
