"""What the GraphQL of each kind of question selects: enough to show its answer."""

from __future__ import annotations

from datetime import date

_CONTACT = "contact { officePhone phone masked }"
_HOLDER = f"body {{ name }} post {{ name }} holder {{ name }} {_CONTACT}"
_PAGE = "totalCount pageInfo { hasNextPage endCursor }"
RESPONSIBILITY = f"gap responsible {{ role standIn {_HOLDER} }} escalation {{ {_HOLDER} }} why {{ text }}"
WHISTLE = f"mustReport {{ role {_HOLDER} duty {{ timeLimitHours }} }} why {{ text }}"
COVERAGE = (
    "totals { places none one several gaps } "
    f"edges {{ node {{ place {{ name }} owners gap responsible {{ role {_HOLDER} }} }} }} {_PAGE}"
)
CONTACTS = f"edges {{ node {{ person {{ name }} post {{ name }} body {{ name }} status {_CONTACT} }} }} {_PAGE}"
CHAIN = f"depth parent axis primary broken body {{ id name }} tie {{ kind {{ label }} }} head {{ {_HOLDER} }}"
LINKAGE = f"paths {{ hops text steps {{ text {_CONTACT} }} }} searchedHops truncated reason"
_CELL = "{ present count }"
FIVE = (
    f"edges {{ node {{ place {{ name }} community {_CELL} socialOrganizations {_CELL} socialWorkers {_CELL} "
    f"volunteers {_CELL} charity {_CELL} missing linked }} }} {_PAGE} "
    "totals { place { name } villages complete linked completeShare linkedShare }"
)
GAPS = f"edges {{ node {{ rule severity text fix }} }} {_PAGE}"
FIGURES = "code label reported computed unit agrees"
NEEDS = f"edges {{ node {{ text raisedBy {{ name }} takenBy {{ name }} takenOn }} }} {_PAGE}"
TIES = f"edges {{ node {{ text role contribution mechanism {{ label }} from {{ name }} to {{ name }} }} }} {_PAGE}"
NAMED = f"edges {{ node {{ id name }} }} {_PAGE}"
_SUCCESSION = "from { name } to { name parent { name } } on kind"


def lineage(as_of: date | None) -> str:
    """What became of a place, and of what lay in it on a day that was said."""
    own = f"predecessors {{ {_SUCCESSION} }} successors {{ {_SUCCESSION} }}"
    if as_of is None:
        return own
    return f'{own} children(asOf: "{as_of}", first: 200) {{ totalCount edges {{ node {{ {_SUCCESSION} }} }} }}'
