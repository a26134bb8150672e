"""Attestations are written as text and read back."""

from hypothesis import given
from hypothesis import strategies as st

from wushe.graph import Attestation

SHEETS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(st.none() | SHEETS, st.none() | st.integers(1, 10**6))
def test_any_sheet_name_survives(sheet: str | None, row: int | None) -> None:
    """A sheet may be called anything, marks of ours included."""
    written = Attestation("load:abc", sheet, row)
    assert Attestation.parse(str(written)) == written
