"""What is asked for many names, or many bodies, at once is what is asked for each: the short ways change nothing."""

from __future__ import annotations

from datetime import date

from wushe.graph import Graph, Reader, edge, node
from wushe.queries.matches import Scope
from wushe.queries.resolve import forms_before, resolve_many
from wushe.queries.whereabouts import whereabouts

from .test_finer import BY, COUNTY, DAY, TOWN, VILLAGE, below, write

SCOPE = Scope(("511903",), date(2024, 8, 1))
BODY = ("Place", "Organization")
HERE = (
    "MATCH (b:Body)-[:PART_OF|LOCATED_IN]->(v:Place {kind: 'village'})-[:PART_OF]->(t:Place {kind: 'town'}) "
    "RETURN DISTINCT b.name AS name, v.name AS village, t.name AS town"
)


def written(reader: Reader) -> list[str]:
    """The names of all that lies in villages of the sample, as rosters write them: after the names of what it lies in."""
    texts: list[str] = []
    for row in reader.run(HERE):
        name, village, town = row["name"], row["village"], row["town"]
        own = name.removeprefix(village)
        texts += [name, f"{town}{name}", f"恩阳区{town}{name}", f"{town.removesuffix('街道')}{name}"]
        texts += [f"{village}{own}", f"{town}{village}{own}", f"{village.removesuffix('社区')}{own}", own]
        texts += [text.replace("第1", "第一").replace("网格", "号网格") for text in (name, f"{town}{name}")]
    return list(dict.fromkeys(texts))


def test_names_of_a_whole_roster(sample: Graph) -> None:
    """Cut only where names of places end, numbered places only after their village: the same as cut anywhere."""

    def work(reader: Reader) -> None:
        texts = written(reader)
        short = resolve_many(reader, texts, SCOPE, types=BODY, before=forms_before(reader, SCOPE))
        every = resolve_many(reader, texts, SCOPE, types=BODY)
        assert len([text for text in texts if every[text]]) > 1000
        assert short == every

    sample.read(work)


def test_where_bodies_lie(graph: Graph) -> None:
    """Each by itself or all together: the longest chain of its day, the body itself first where it is a place."""
    facts = [
        node("Place", one, {"kind": kind, "name": one, "county": "511903"}, attested=DAY, by=BY)
        for one, kind in ((COUNTY, "county"), (TOWN, "town"), (VILLAGE, "village"))
    ]
    facts += [
        edge("PART_OF", TOWN, COUNTY, attested=DAY, by=BY),
        edge("PART_OF", VILLAGE, TOWN, attested=DAY, by=BY),
        *below(VILLAGE, "grid", "G01"),
        *below(VILLAGE, "group", "Z01"),
        node("Organization", "org:a:1:甲", {"kind": "centre", "name": "甲", "county": "511903"}, attested=DAY, by=BY),
        node("Organization", "org:a:1:乙", {"kind": "centre", "name": "乙", "county": "511903"}, attested=DAY, by=BY),
        *(
            edge("LOCATED_IN", "org:a:1:甲", home, {"kind": "centre", "place": home}, attested=DAY, by=BY)
            for home in (TOWN, VILLAGE)
        ),
    ]
    write(graph, "places", facts)
    village = [VILLAGE, TOWN, COUNTY]
    expected = {
        COUNTY: [COUNTY],
        VILLAGE: village,
        f"{VILLAGE}-G01": [f"{VILLAGE}-G01", *village],
        f"{VILLAGE}-Z01": [f"{VILLAGE}-Z01", *village],
        "org:a:1:甲": village,
    }
    ids = [*expected, "org:a:1:乙", "org:a:1:无"]

    def work(reader: Reader) -> None:
        for day in (date(2020, 1, 1), DAY, date(2030, 1, 1)):
            together = {row.id: [place["id"] for place in row.places] for row in whereabouts(reader, ids, day)}
            assert together == expected
            apart = [row for one in ids for row in whereabouts(reader, [one], day)]
            assert {row.id: [place["id"] for place in row.places] for row in apart} == expected

    graph.read(work)
