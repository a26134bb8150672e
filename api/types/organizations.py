"""Party organisations, departments, mass organisations, self-government, social organisations, firms."""

from __future__ import annotations

from datetime import date

import strawberry

from wushe.api.connections import Connection, Listing
from wushe.api.context import Context, Info
from wushe.api.types.fields import described
from wushe.api.types.node import Body, Node, load_body
from wushe.api.types.places import COVERED, PlaceConnection
from wushe.api.view import text
from wushe.queries.organizations_at import organizations_at
from wushe.schema import schema


@strawberry.type(description="组织：党组织、政府部门、群团、自治组织、社会组织、企业等。An organisation.")
class Organization(Body, Node):
    """An organisation on a day."""

    @described("统一社会信用代码。Unified social credit code.")
    def uscc(self) -> str | None:
        """Its credit code."""
        code: str | None = self.row.properties.get("uscc")
        return code

    @described(
        "功能型组织：不改变成员单位的隶属关系（大党委、综合党支部、联席会议）。"
        "Does not take over its members' subordination."
    )
    def functional(self) -> bool:
        """Whether it only joins others."""
        declared = schema().organizations.get(self.row.kind)
        return declared.functional if declared else False

    @described("说明。A note.")
    def note(self, info: Info) -> str | None:
        """What its document says of it."""
        note = self.row.properties.get("note")
        return text(info.context.viewer, note) if note else None

    @described("覆盖的地点。Places it covers.")
    async def covers(self, info: Info, first: int | None = 20, after: str | None = None) -> PlaceConnection:
        """What it covers."""
        return await COVERED.page(info.context, self.row.id, self.as_of, first, after)


@strawberry.type
class OrganizationEdge:
    """An organisation in a list."""

    node: Organization
    cursor: str


@strawberry.type(description="组织的一页。A page of organisations.")
class OrganizationConnection(Connection):
    """A page of organisations."""

    edges: list[OrganizationEdge]


async def load_organization(context: Context, identifier: str, as_of: date) -> Organization | None:
    """An organisation by id."""
    body = await load_body(context, identifier, as_of)
    return body if isinstance(body, Organization) else None


ORGANIZATIONS_AT = Listing(
    "organizations",
    organizations_at,
    OrganizationConnection,
    OrganizationEdge,
    load_organization,
    defaults={"by": "ID", "descending": False},
)
