"""From a file's bytes to sheets of rows, whatever the file's name says it is."""

from wushe.loaders.reading.files import read_bytes, read_document
from wushe.loaders.reading.problems import ContentError
from wushe.loaders.reading.sheets import UNSAVED, Document, Merge, Row, Sheet, Value
from wushe.loaders.reading.text import unpacked

__all__ = [
    "UNSAVED",
    "ContentError",
    "Document",
    "Merge",
    "Row",
    "Sheet",
    "Value",
    "read_bytes",
    "read_document",
    "unpacked",
]
