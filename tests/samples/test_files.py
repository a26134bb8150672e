"""The committed files are what the generator writes, and in the forms offices keep."""

from pathlib import Path

from samples.generator.files import build

FOLDER = Path(__file__).parents[2] / "samples" / "enyang"


def test_the_generator_writes_the_committed_bytes() -> None:
    """Run `python -m samples` after changing the generator."""
    committed = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    built = build()
    assert built.keys() == committed.keys()
    assert [name for name in built if built[name] != committed[name]] == []


def test_both_formats_and_both_encodings_are_there() -> None:
    """Workbooks, a CSV with a byte order mark and one that is only readable as GB18030."""
    assert {path.suffix for path in FOLDER.iterdir()} == {".xlsx", ".csv"}
    marked, plain = sorted(FOLDER.glob("*.csv"))
    assert marked.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "小组长" in plain.read_bytes().decode("gb18030")
