"""The five enlarged Party committees: their member units, which keep their own superiors, and those units' heads."""

from dataclasses import replace

from wushe.samples.generator import upper
from wushe.samples.generator.county import URBAN_COMMUNITIES, Unit, town_named, unit_named
from wushe.samples.generator.making import body, held
from wushe.samples.generator.member_units import Stationed, stationed
from wushe.samples.generator.people import People, Person, known_cadre
from wushe.samples.generator.tables import MemberUnit, Organization, Tenure, Tie

FOUNDED = "2022-07-01"
OLDER = "2019年"
BASIS = "恩阳区社区大党委工作规则（样例）"
REPORTING_BASIS = "恩阳区机关党组织双报到安排（样例）"
COMMUNITIES = tuple(unit_named(name) for name in URBAN_COMMUNITIES)


def committee(unit: Unit) -> str:
    """What the enlarged committee of a community is called."""
    return f"{unit.label}大党委"


def organizations() -> list[Organization]:
    """The committees, led by the Party organisation of their street, and the units, each led by its own superior."""
    committees = [
        body(
            committee(unit),
            "社区大党委",
            unit.label,
            superior=town_named(unit.town).party,
            guides="区委组织部",
            phone=unit.label,
            since=FOUNDED,
        )
        for unit in COMMUNITIES
    ]
    units = [
        replace(
            body(
                known.name(unit), known.kind, unit.label, superior=known.superior, phone=known.name(unit), since=OLDER
            ),
            superior_tie="指导" if known.private else "领导",
        )
        for unit in COMMUNITIES
        for known in stationed(unit)
    ]
    return [*committees, *units]


def tenures() -> list[Tenure]:
    """The secretary of a community is that of its enlarged committee too."""
    return [
        held(
            known_cadre(unit, "书记"),
            committee(unit),
            "书记",
            "兼任",
            office=unit.label,
            place=unit.label,
            since=FOUNDED,
        )
        for unit in COMMUNITIES
    ]


def ties() -> list[Tie]:
    """Each is convened by the top Party organisation of its community; the departments report in to the five by turns."""
    convened = [
        Tie(
            source=unit.party_short,
            kind="成员",
            target=committee(unit),
            attribute="召集人",
            since=FOUNDED,
            basis=BASIS,
        )
        for unit in COMMUNITIES
    ]
    paired = [
        Tie(
            source=department,
            kind="双报到",
            target=COMMUNITIES[place % len(COMMUNITIES)].label,
            since=FOUNDED,
            basis=REPORTING_BASIS,
        )
        for place, department in enumerate(upper.FORCES + upper.OTHER_FORCES)
    ]
    return [*convened, *paired]


def members(people: People, unit: Unit) -> list[MemberUnit]:
    """The roster of one committee: its units, and their heads as part-time members."""
    rows = []
    for known in stationed(unit):
        head = _head(people, unit, known)
        rows.append(
            MemberUnit(
                committee=committee(unit),
                unit=known.name(unit),
                name=head.name,
                title=known.title,
                phone=head.phone,
                resources=known.resources,
            )
        )
    return rows


def _head(people: People, unit: Unit, known: Stationed) -> Person:
    return people.get(f"{known.name(unit)}/{known.title}", unit.label)
