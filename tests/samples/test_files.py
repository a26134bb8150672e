"""The committed files are what the generator writes, and all are in the forms offices keep."""

import io
import zipfile
import zlib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from wushe.samples.generator import packing
from wushe.samples.generator.county import TOWNS
from wushe.samples.generator.files import COMMITTED, content, names, write

from .conftest import FOLDER

SMALL = 700_000


def test_the_generator_writes_the_committed_bytes() -> None:
    """Run `python -m wushe.samples` after changing the generator."""
    committed = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert committed.keys() == set(COMMITTED)
    assert [name for name in COMMITTED if content(name) != committed[name]] == []


def test_what_is_committed_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < SMALL


def test_twice_the_same_bytes(files: dict[str, bytes]) -> None:
    """In another order too: no file depends on which were made before it."""
    assert [name for name in reversed(names()) if content(name) != files[name]] == []


def test_every_town_has_its_files() -> None:
    """A workbook and a roster each; the first town's are the committed ones."""
    assert len(TOWNS) == 18
    for town in TOWNS:
        assert sum(town.name in name for name in names()) == 2


def test_written_where_asked(tmp_path: Path) -> None:
    """One file alone, into a folder that is not there yet."""
    write(tmp_path / "new", ("02-事项.csv",))
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "new").iterdir()] == [
        ("02-事项.csv", content("02-事项.csv"))
    ]


def test_both_formats_and_both_encodings_are_there(files: dict[str, bytes]) -> None:
    """Workbooks, CSV files with a byte order mark and ones that are only readable as GB18030."""
    tables = {name: data for name, data in files.items() if name.endswith(".csv")}
    marked = [name for name, data in tables.items() if data.startswith(b"\xef\xbb\xbf")]
    assert len(tables) < len(files)
    assert abs(2 * len(marked) - len(tables)) <= 2
    assert all("好邻居" in data.decode("gb18030") for name, data in tables.items() if name not in marked)


@given(st.binary(max_size=300) | st.text("ab", max_size=1200).map(str.encode))
def test_packing_can_be_undone(data: bytes) -> None:
    """By an ordinary zlib and by an ordinary zip reader."""
    assert zlib.decompress(packing.deflate(data), -15) == data
    with zipfile.ZipFile(io.BytesIO(packing.archive({"a/b.xml": data, "c.xml": b""}))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {"a/b.xml": data, "c.xml": b""}
