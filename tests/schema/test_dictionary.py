"""The generated data dictionary is fresh."""

from pathlib import Path

from wushe.schema import schema
from wushe.schema.dictionary import dictionary

DOCS = Path(__file__).parents[2] / "docs"


def test_the_committed_dictionary_is_what_the_declarations_give() -> None:
    """`make docs` was run after the last change of `schema/`."""
    assert (DOCS / "data-dictionary.md").read_text(encoding="utf-8") == dictionary()


def test_every_declaration_is_in_it() -> None:
    """Nothing that is declared is left out."""
    text = dictionary()
    declared = schema()
    for code in (*declared.places, *declared.organizations, *declared.posts, *declared.ties, *declared.tables):
        assert f"`{code}`" in text
