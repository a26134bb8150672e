"""What a whole list asks of the store: the town it is about, and not what lies around it."""

from collections import Counter
from datetime import date

from tests.profiling import profiled
from wushe.graph import Graph, Reader
from wushe.loaders.series import types_of
from wushe.queries.holders_of_kind import holders_of_kind
from wushe.queries.series.edges_of import edges_of
from wushe.queries.series.listed_nodes import listed_nodes
from wushe.queries.series.listed_tenures import listed_tenures
from wushe.queries.series.listed_ties import listed_ties
from wushe.queries.series.lists_of import lists_of
from wushe.settings import Endpoint

DAY, TOWN = date(2024, 8, 1), "511903001"


def sheets_of(reader: Reader) -> list[str]:
    """What the rows of all loads of the sample begin with."""
    found = reader.run("MATCH (l:Load) WHERE l.series IS NOT NULL RETURN l.id AS id, l.sheets AS sheets")
    return [f"{row['id']}#{sheet}!" for row in found for sheet in row["sheets"]]


def test_a_whole_list_asks_for_its_own_place(sample: Graph, endpoint: Endpoint) -> None:
    """Hits in proportion to what is found; a community costs a part of its town."""
    sheets = sample.read(sheets_of)

    def work(reader: Reader, code: str = TOWN) -> Counter[str]:
        tenures = listed_tenures(reader, code, sheets, DAY)
        ties = listed_ties(reader, code, types_of(("ties",)), sheets, DAY)
        nodes = listed_nodes(reader, code, ("Place", "Organization", "Duty"), sheets, DAY)
        edges = edges_of(reader, [node.id for node in nodes], ("NAMES", "PART_OF", "LOCATED_IN"), sheets, DAY)
        holders = holders_of_kind(reader, "grid_officer", code[:6], code, DAY)
        keys = {one for row in reader.run("MATCH (l:Load) RETURN coalesce(l.series, []) AS s") for one in row["s"]}
        lists = lists_of(reader, code[:6], keys)
        return Counter(
            {
                "series/listed_tenures": len(tenures),
                "series/listed_ties": len(ties),
                "series/listed_nodes": len(nodes),
                "series/edges_of": len(edges),
                "holders_of_kind": len(holders),
                "series/lists_of": len(lists),
            }
        )

    found, hits = profiled(endpoint, work)
    assert all(found.values()), found
    dear = {name: (hits[name], found[name]) for name in found if hits[name] > 60 * found[name] + 200}
    assert not dear
    _, less = profiled(endpoint, lambda reader: work(reader, "511903001002"))
    assert all(less[name] < hits[name] / 2 for name in found if name.startswith("series/listed")), less
