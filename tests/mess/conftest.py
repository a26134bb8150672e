"""The small county and the workbooks of the loaders' tests."""

from tests.loaders.conftest import book, county, find, home, load

__all__ = ["book", "county", "find", "home", "load"]
