"""Each sentence of the rule and each gap, on a county of one village; the reference is asked beside the graph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from wushe.graph import Graph
from wushe.queries.responsibility import who_is_responsible

from .asking import ask
from .county import County, Link, Span, Tenure, write

DAY = date(2024, 6, 1)
ROSTER = date(2025, 1, 1)
LATER = Span(ROSTER, attested=True)
"""Known from a roster that was written after the day of the question."""
ENDED = Span(until=DAY)
"""Ended on the day of the question: no longer so on it."""


@dataclass
class Small:
    """A county, a town, a village with a group; two matters, 路灯 (lamps) under 城市管理 (the city)."""

    all: County
    county: str
    town: str
    village: str
    group: str
    city: str
    lamps: str

    def grid(self, number: int, *covered: str) -> str:
        """Add a grid of the village that covers these places; gives its id."""
        grid = self.all.place(f"511903001001-G{number:02d}", "grid", self.village)
        self.all.covers += [Link(grid, place) for place in covered]
        return grid

    def party(self, *holders: str) -> tuple[str, str]:
        """Add the general branch of the village; gives its id and that of its secretary's post."""
        branch = self.all.organization("branch", "general_branch", self.village)
        return branch, self.all.post(branch, "secretary", *holders)


@pytest.fixture
def small() -> Small:
    """A county in which nobody is anything yet."""
    all_ = County()
    county = all_.place("511903", "county")
    town = all_.place("511903001", "town", county)
    village = all_.place("511903001001", "village", town)
    group = all_.place("511903001001-Z01", "group", village)
    city = all_.matter("city")
    return Small(all_, county, town, village, group, city, all_.matter("lamps", city))


def test_the_nearer_matter_comes_before_the_nearer_place(graph: Graph, small: Small) -> None:
    """A grid officer's duty in 城市管理 does not beat the department's own in 路灯."""
    grid = small.grid(1, small.group)
    small.all.post(grid, "grid_officer", "officer")
    small.all.duty(small.city, small.county, "grid_officer", "grid")
    bureau = small.all.organization("bureau", "government_department", small.county)
    head = small.all.post(bureau, "department_head", "head")
    own = small.all.duty(small.lamps, small.county, bureau)
    answer = ask(graph, small.all, small.lamps, small.group, DAY)
    assert answer.leading == [("LEAD", bureau, head, "person:head", False, own)]
    assert (answer.gaps, {body for body, _ in answer.considered}) == ([], {grid})


def test_the_nearer_place_comes_before_a_name(graph: Graph, small: Small) -> None:
    """A duty by kind stands where its post stands, and nearer than a bureau of the county."""
    officer = small.all.post(small.grid(1, small.group), "grid_officer", "officer")
    bureau = small.all.organization("bureau", "government_department", small.county)
    small.all.duty(small.city, small.county, bureau)
    small.all.duty(small.city, small.county, "grid_officer", "grid")
    answer = ask(graph, small.all, small.lamps, small.group, DAY)
    assert [line[2] for line in answer.leading] == [officer]


def test_a_named_bearer_comes_before_a_kind(graph: Graph, small: Small) -> None:
    """At equal matter and place."""
    _, secretary = small.party("secretary")
    director = small.all.post(small.village, "director", "director")
    small.all.duty(small.city, small.county, "secretary", "village")
    small.all.duty(small.city, small.village, director)
    answer = ask(graph, small.all, small.city, small.group, DAY)
    assert ([line[2] for line in answer.leading], answer.gaps) == ([director], [])
    assert secretary in [step[1] for step in answer.escalation]


def test_all_grids_that_cover_a_place_are_equally_near(graph: Graph, small: Small) -> None:
    """Two officers of equal rank: both are shown, with the gap that says so."""
    officers = [small.all.post(small.grid(n, small.group), "grid_officer", f"officer{n}") for n in (1, 2)]
    small.all.duty(small.city, small.county, "grid_officer", "grid")
    answer = ask(graph, small.all, small.city, small.group, DAY)
    assert ([line[2] for line in answer.leading], answer.gaps) == (officers, ["OVERLAPPING"])


def test_the_secretary_is_that_of_the_top_party_organization(graph: Graph, small: Small) -> None:
    """Not of a branch that another one there leads, nor of the functional 大党委, nor one that stands in the village itself."""
    branch, secretary = small.party("top")
    for name, kind in (("low", "party_branch"), ("large", "enlarged_committee")):
        small.all.post(small.all.organization(name, kind, small.village), "secretary", name)
    small.all.leads.append(Link(branch, "org:party_branch:low"))
    small.all.post(small.village, "secretary", "plain")
    small.all.duty(small.city, small.county, "secretary", "village")
    answer = ask(graph, small.all, small.city, small.group, DAY)
    assert ([line[2] for line in answer.leading], answer.gaps) == ([secretary], [])


def test_the_director_is_that_of_the_committee(graph: Graph, small: Small) -> None:
    """And not of another organisation in the village that has a director."""
    committee = small.all.organization("committee", "residents_committee", small.village)
    director = small.all.post(committee, "director", "director")
    small.all.post(small.all.organization("fund", "charity_fund", small.village), "director", "fund")
    small.all.duty(small.city, small.county, "director", "village")
    answer = ask(graph, small.all, small.city, small.group, DAY)
    assert ([line[2] for line in answer.leading], answer.gaps) == ([director], [])


def test_a_level_below_is_no_candidate_but_finer(graph: Graph, small: Small) -> None:
    """Asked about the village the officers of its grids are not the answer, and the answer goes on up."""
    grid = small.grid(1, small.group)
    small.all.post(grid, "grid_officer", "officer")
    small.all.duty(small.city, small.county, "grid_officer", "grid")
    small.all.duty(small.city, small.group, "group_leader", "group")
    office = small.all.organization("office", "town_government", small.town)
    small.all.duty(small.city, small.county, "town_government", "town")
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert ([line[1] for line in answer.leading], answer.finer) == ([office], [grid, small.group])


def test_only_narrower_matters(graph: Graph, small: Small) -> None:
    """Nothing at the matter or broader, but something below."""
    small.all.duty(small.lamps, small.county, "town_government", "town")
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert (answer.gaps, answer.narrower, answer.leading) == (["NARROWER_ONLY"], [small.lamps], [])


def test_no_duty_gives_the_chain_and_the_other_roles(graph: Graph, small: Small) -> None:
    """No LEAD at all: who supports is still listed, and the chain is never empty."""
    branch, secretary = small.party("secretary")
    duty = small.all.duty(small.city, small.town, branch, role="SUPPORT")
    answer = ask(graph, small.all, small.lamps, small.group, DAY)
    assert (answer.gaps, answer.leading) == (["NO_DUTY"], [])
    assert answer.others == [("SUPPORT", branch, secretary, "person:secretary", False, duty)]
    assert answer.escalation == [(branch, secretary, "person:secretary")]


def test_duties_hold_half_open(graph: Graph, small: Small) -> None:
    """A duty that ends on the day is not one of the day."""
    small.party("secretary")
    small.all.duty(small.city, small.county, "secretary", "village", span=ENDED)
    assert ask(graph, small.all, small.city, small.village, DAY).gaps == ["NO_DUTY"]


@pytest.mark.parametrize(
    ("status", "other"), [("SUBSTANTIVE", "ACTING"), ("ACTING", "CONCURRENT"), ("CONCURRENT", "SECONDED")]
)
def test_the_firmer_tenure_is_the_holder(graph: Graph, small: Small, status: str, other: str) -> None:
    """Substantive before acting before concurrent; an acting holder is a holder."""
    _, secretary = small.party()
    small.all.tenures += [Tenure("person:a", secretary, other), Tenure("person:b", secretary, status)]
    small.all.duty(small.city, small.county, "secretary", "village")
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert ([line[3] for line in answer.leading], answer.gaps) == (["person:b"], [])


def test_the_head_of_the_same_body_stands_in(graph: Graph, small: Small) -> None:
    """The officer's seat is vacant since yesterday: the grid head answers, before the village's secretary."""
    grid = small.grid(1, small.group)
    officer, head = small.all.post(grid, "grid_officer"), small.all.post(grid, "grid_head", "head")
    small.all.tenures.append(Tenure("person:left", officer, span=ENDED))
    small.party("secretary")
    duty = small.all.duty(small.city, small.county, "grid_officer", "grid")
    small.all.duty(small.city, small.county, "secretary", "village")
    answer = ask(graph, small.all, small.city, small.group, DAY)
    vacant = ("LEAD", grid, officer, None, False, duty)
    assert answer.leading == [vacant, ("LEAD", grid, head, "person:head", True, duty)]
    assert answer.gaps == ["VACANT"]


def test_the_next_candidate_stands_in(graph: Graph, small: Small) -> None:
    """No head in the same body: the next LEAD, though a nearer head is there."""
    small.all.post(small.grid(1, small.group), "grid_officer")
    small.party("secretary")
    bureau = small.all.organization("bureau", "government_department", small.county)
    head = small.all.post(bureau, "department_head", "head")
    small.all.duty(small.city, small.county, "grid_officer", "grid")
    second = small.all.duty(small.city, small.county, bureau)
    answer = ask(graph, small.all, small.city, small.group, DAY)
    assert answer.leading[1] == ("LEAD", bureau, head, "person:head", True, second)


def test_the_nearest_head_up_the_chain_stands_in(graph: Graph, small: Small) -> None:
    """No head and no other candidate: the village's secretary."""
    small.all.post(small.grid(1, small.group), "grid_officer")
    _, secretary = small.party("secretary")
    duty = small.all.duty(small.city, small.county, "grid_officer", "grid")
    answer = ask(graph, small.all, small.city, small.group, DAY)
    assert answer.leading[1][2:] == (secretary, "person:secretary", True, duty)


def test_a_body_without_posts_answers_itself(graph: Graph, small: Small) -> None:
    """The town government is named, and nobody has said who heads it: no gap."""
    office = small.all.organization("office", "town_government", small.town)
    duty = small.all.duty(small.city, small.county, office)
    answer = ask(graph, small.all, small.city, small.group, DAY)
    assert (answer.leading, answer.gaps) == ([("LEAD", office, None, None, False, duty)], [])


def test_escalation_goes_up_the_line_then_up_the_territory(graph: Graph, small: Small) -> None:
    """The primary leader first, then the other; then the places, leaving out vacant seats and who is already named."""
    bureau = small.all.organization("bureau", "government_department", small.county)
    place = small.all.organization("station", "dispatched_office", small.town)
    small.all.post(place, "department_head", "station")
    office = small.all.organization("office", "town_government", small.town)
    posts = [small.all.post(bureau, "department_head", "bureau"), small.all.post(office, "director", "office")]
    small.all.post(small.county, "director")
    small.all.leads += [Link(office, place, primary=False), Link(bureau, place)]
    small.all.duty(small.city, small.county, place)
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert [step[1] for step in answer.escalation] == posts


def test_a_post_known_only_from_a_later_roster(graph: Graph, small: Small) -> None:
    """Whether the seat was vacant on the day nobody can say."""
    _, secretary = small.party()
    small.all.posts = [replace(p, span=LATER, within=LATER) for p in small.all.posts]
    small.all.tenures.append(Tenure("person:now", secretary, span=LATER))
    small.all.duty(small.city, small.county, "secretary", "village")
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert (answer.gaps, answer.leading, answer.escalation) == (["BEFORE_DATA"], [], [])


def test_a_supporter_known_only_from_a_later_roster(graph: Graph, small: Small) -> None:
    """Is not listed as a vacant one."""
    small.party()
    small.all.posts = [replace(p, span=LATER, within=LATER) for p in small.all.posts]
    small.all.duty(small.city, small.county, "secretary", "village", role="SUPPORT")
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert (answer.gaps, answer.others) == (["NO_DUTY"], [])


def test_no_vacancy_on_the_way_up_is_said_before_the_data(graph: Graph, small: Small) -> None:
    """The director of the county is known from a later roster only: that the seat was empty nobody can say."""
    small.party("secretary")
    small.all.post(small.county, "director", span=LATER)
    small.all.duty(small.city, small.county, "secretary", "village")
    write(graph, small.all)
    found = graph.read(lambda reader: who_is_responsible(reader, small.city, small.village, DAY))
    assert found.responsible
    assert not any("跳过" in reason.text for reason in found.why)


def test_a_body_known_only_from_a_later_roster(graph: Graph, small: Small) -> None:
    """A duty by kind does not find a town government of which only a later roster tells."""
    small.all.organization("office", "town_government", small.town, LATER)
    small.all.duty(small.city, small.county, "town_government", "town")
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert (answer.gaps, answer.leading) == (["BEFORE_DATA"], [])


def test_duties_known_only_from_a_later_list(graph: Graph, small: Small) -> None:
    """Before the responsibility list nothing can be said."""
    small.party("secretary")
    small.all.duty(small.city, small.county, "secretary", "village", span=LATER)
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert (answer.gaps, answer.leading, answer.escalation) == (["BEFORE_DATA"], [], [])


def test_a_place_that_was_not_there(graph: Graph, small: Small) -> None:
    """A town that is no more, with what became of it; one that was to come later; a grid of a later roster."""
    old = small.all.place("511903002", "town", small.county, ENDED)
    new = small.all.place("511903003", "town", small.county, LATER)
    grid = small.all.place("511903001001-G01", "grid", small.village, LATER)
    small.all.succeeded_by.append(Link(old, small.town))
    found = [ask(graph, small.all, small.city, place, DAY) for place in (old, new, grid)]
    assert [answer.gaps for answer in found] == [["PLACE_NOT_VALID"], ["PLACE_NOT_VALID"], ["BEFORE_DATA"]]
    assert [answer.finer for answer in found] == [[small.town], [], []]


def test_a_bearer_from_elsewhere(graph: Graph, small: Small) -> None:
    """A duty may name a place outside the chain, which answers by its own head."""
    other = small.all.place("511903002", "town", small.county)
    director = small.all.post(other, "director", "other")
    duty = small.all.duty(small.city, small.county, other)
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert answer.leading == [("LEAD", other, director, "person:other", False, duty)]


def test_a_bearer_that_is_not_there(graph: Graph, small: Small) -> None:
    """A bureau that has ended and a post that left its body bear nothing, and are said."""
    bureau = small.all.organization("bureau", "government_department", small.county, ENDED)
    post = small.all.post(small.village, "director", "director")
    small.all.posts = [replace(p, within=ENDED) for p in small.all.posts]
    duties = [(bearer, small.all.duty(small.city, small.county, bearer)) for bearer in (bureau, post)]
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert (answer.gaps, answer.considered) == (["NO_DUTY"], set(duties))


def test_a_body_and_its_own_head_are_one_bearer(graph: Graph, small: Small) -> None:
    """The list names the branch and, in another line, its secretary: one answer, and no overlap."""
    branch, secretary = small.party("secretary")
    small.all.duty(small.city, small.village, branch)
    small.all.duty(small.city, small.village, secretary)
    answer = ask(graph, small.all, small.city, small.village, DAY)
    assert ([line[2] for line in answer.leading], answer.gaps) == ([secretary], [])
