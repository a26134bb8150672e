"""The words in the cells are labels or aliases that `schema/` declares."""

import tomllib
from pathlib import Path

from samples.generator.tables import Duty, Organization, Place, Tenure, Tie

from .conftest import Sample

SCHEMA = Path(__file__).parents[2] / "schema"


def words(folder: str) -> set[str]:
    """Every label and alias of the kinds in a folder."""
    kinds = [tomllib.loads(path.read_text(encoding="utf-8")) for path in (SCHEMA / folder).glob("*.toml")]
    return {word for kind in kinds for word in (kind["label"], *kind.get("aliases", []))}


def test_kinds_of_places_and_levels(sample: Sample) -> None:
    used = {line["类型"] for line in sample.of(Place)} | {line["层级"] for line in sample.of(Duty)} - {""}
    assert used <= words("places")


def test_kinds_of_organizations(sample: Sample) -> None:
    assert {line["类型"] for line in sample.of(Organization)} <= words("organizations")


def test_kinds_of_posts(sample: Sample) -> None:
    assert {line["岗位"] for line in sample.of(Tenure)} <= words("posts")


def test_kinds_of_ties(sample: Sample) -> None:
    used = {line["关系"] for line in sample.of(Tie)} | {line["上级关系"] for line in sample.of(Organization)} - {""}
    assert used <= words("ties")


def test_bearers_by_kind(sample: Sample) -> None:
    by_kind = {line["责任主体"] for line in sample.of(Duty) if line["层级"]}
    assert by_kind <= words("posts") | words("organizations")
