"""The shapes of the declarations: what one TOML file of each folder may say."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from wushe.schema.values import Axis, Severity, Visibility

Sector = Literal["党", "政", "群", "社", "企", "自治", "功能"]
PropertyType = Literal["string", "integer", "float", "boolean", "date", "datetime", "strings", "bytes"]


class Declaration(BaseModel):
    """A frozen record that refuses words it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(Declaration):
    """A kind of thing: a code (the file's name), Chinese and English labels, other words for it in rosters."""

    code: str
    label: str
    label_en: str
    aliases: tuple[str, ...] = ()
    sector: Sector | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Everything a roster may write for this kind."""
        return (self.label, self.code, *self.aliases)


class Property(Declaration):
    """One property of a node or an edge."""

    type: PropertyType
    label: str
    required: bool = False


class Attribute(Property):
    """A property that bodies of one kind have: a roster may give it a column under its label or an alias."""

    label_en: str
    unit: str | None = None
    aliases: tuple[str, ...] = ()


class BodyKind(Kind):
    """A kind of thing that posts belong to, with the attributes that only this kind has."""

    attributes: dict[str, Attribute] = {}


class PlaceKind(BodyKind):
    """A level of the territory; `rank` grows downward."""

    rank: int
    division: bool = False
    heads: tuple[str, ...] = ()
    marker: str | None = None
    """The letter before the number in the id of a numbered unit: 511903001002-G01."""
    units: tuple[str, ...] = ()
    """Words that follow a number in the label of such a unit."""


class OrganizationKind(BodyKind):
    """A kind of organisation; `head` is the kind of post that heads it."""

    head: str | None = None
    level: str | None = None
    territorial: bool = False
    """A committee or government over a territory: what it leads or guides is BLOCK, else LINE."""
    functional: bool = False
    """Does not take over its members' subordination."""


class PostKind(Kind):
    """A kind of post; a duty borne by this kind stands at `level` unless it says otherwise."""

    visibility: Visibility
    level: str | None = None
    seats: int = 1
    stands_in: Literal["top_party", "bodies"] | None = None
    """Which of several equal posts in a place a duty by kind means: that of the top Party body, or of `bodies`."""
    bodies: tuple[str, ...] = ()
    """The kinds of organisation it belongs to where a roster names only the place."""


class TieKind(Kind):
    """A kind of tie between bodies; without an axis it takes it from the bodies."""

    phrase: str
    inverse: str | None = None
    axis: Axis | None = None
    traversable: bool
    """Whether a path of linkage may cross it."""


class MatterKind(Kind):
    """A kind of matter, told by its name (`signs`) or by the matter right above it (`headings`)."""

    signs: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    ordered: bool = False
    """Whether matters of this kind form a sequence: then each has its ordinal."""


class TallyKind(Kind):
    """A personal attribute that is added up and then dropped: rows whose cell under `headers` holds one of `values`.

    A cell that holds one of `without` does not count.
    """

    headers: tuple[str, ...]
    values: tuple[str, ...]
    without: tuple[str, ...] = ()


class Recomputation(Declaration):
    """A query of `queries/figures` by name, and what it is asked."""

    query: str
    arguments: dict[str, str | tuple[str, ...]] = {}


class FigureKind(Kind):
    """A number that somebody publishes, and how the graph recomputes it: `count`, or `count` divided by `per`."""

    unit: str
    agrees: Literal["equal", "at_least", "about"]
    note: str = ""
    count: Recomputation | None = None
    per: Recomputation | None = None


class Rule(Declaration):
    """What must not be: a query of `queries/rules` of this code finds it, `sentence` says it, `fix` what to do about it.

    `subject` names what it is about. Both are templates over what the query gives.
    """

    code: str
    label: str
    label_en: str
    severity: Severity
    subject: str = "{name}"
    sentence: str
    fix: str
    kinds: tuple[str, ...] = ()
    """The kinds of thing that its query looks for, where that is not for the query to say."""
    at: tuple[str, ...] = ()
    """The kinds of body that it is asked of (`local`: every place below a village); none: all bodies."""
    limit: int | None = None
    """What is still no finding: so many posts, so many days."""
    of: Literal["graph", "matters", "chain", "five", "figures"] = "graph"
    """What finds it: its query asked of bodies, its query of the tree of matters, the chain, the matrix of the five societies,
    or the comparison of published figures with recomputed ones."""

    @property
    def queried(self) -> bool:
        """Whether a query of its own finds it."""
        return self.of in {"graph", "matters"}


class NodeType(Declaration):
    """A label, the superlabel that holds its unique id, its properties and indexes."""

    label: str
    label_zh: str
    description: str
    also: str | None = None
    dated: bool
    indexes: tuple[tuple[str, ...], ...] = ()
    properties: dict[str, Property]

    @property
    def key_label(self) -> str:
        """The label under which the id is unique."""
        return self.also or self.label


class EdgeType(Declaration):
    """A relationship type and what it may join; several labels are written A|B."""

    type: str
    label_zh: str
    description: str
    start: str
    end: str
    dated: bool
    indexes: tuple[tuple[str, ...], ...] = ()
    properties: dict[str, Property] = {}
    traversable: bool = False
    """Whether a path of linkage may cross it."""
    phrase: str = ""
    """Between the names of the two ends, where a path may cross it."""
    axis: Axis | None = None
    """None where it is neither 条 nor 块: how a person holds a post."""


class Header(Declaration):
    """One column of a table: its header, the field it fills, other headers seen in rosters."""

    header: str
    field: str
    aliases: tuple[str, ...] = ()
    note: str = ""
    choices: tuple[str, ...] = ()
    choices_of: Literal["places", "organizations", "posts", "ties", "statuses", "roles", "levels"] | None = None
    unit: str = ""
    """Follows a cell that is only a number: 1 under 网格 is 1网格."""
    fill: bool = False
    """A blank cell means the same as above, as in rosters that write a village once for all its rows."""
    extra: bool = False
    """Read where a roster has it; not one of the columns of the template."""


class Ending(Declaration):
    """What ends when a complete list no longer has it: facts of `types`, and with a node that ends its `edges`.

    The word `ties` stands for every kind of tie. `noun` is how messages call what is counted.
    """

    noun: str
    types: tuple[str, ...]
    edges: tuple[str, ...] = ()


class Table(Declaration):
    """A table of the contract: how a sheet of it is recognised, its columns in order, rows to show as examples."""

    code: str
    label: str
    label_en: str
    order: int
    """Tables are read in this order, so that what refers comes after what is referred to."""
    required: tuple[tuple[str, ...], ...]
    """Every group needs one of its headers."""
    columns: tuple[Header, ...]
    examples: tuple[dict[str, str], ...] = ()
    extension: bool = False
    """Written by an export and read back; nobody fills it by hand, so there is no template of it."""
    ending: Ending | None = None
    """None for a table that is never a whole list: what it does not have goes on."""

    @property
    def template(self) -> tuple[Header, ...]:
        """The columns of a blank table."""
        return tuple(column for column in self.columns if not column.extra)
