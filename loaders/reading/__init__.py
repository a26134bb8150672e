"""From a file's bytes to sheets of rows, whatever the file's name says it is."""

from wushe.loaders.reading.files import read_document
from wushe.loaders.reading.sheets import Document, Row, Sheet, Value

__all__ = ["Document", "Row", "Sheet", "Value", "read_document"]
