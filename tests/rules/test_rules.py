"""The rules as data: each has its query and the reverse; what a query gives fits the sentence."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from string import Formatter

import pytest

from wushe.queries.rules.broken import parameters
from wushe.queries.text import cypher
from wushe.schema import schema
from wushe.schema.kinds import Rule

RULES = schema().rules
QUERIES = {entry.name[:-7] for entry in files("wushe.queries").joinpath("rules").iterdir() if ".cypher" in entry.name}
GRAPH = [rule for rule in RULES.values() if rule.queried]
INVARIANTS = {
    "leads_cycle", "two_primary_leaders", "local_place_parents", "government_leads_committee", "joint_body_leads",
    "joint_body_members", "disputed_post", "matter_cycle",
}  # fmt: skip


def words(template: str) -> set[str]:
    """What a template names."""
    return {field for _, field, _, _ in Formatter().parse(template) if field}


def given(rule: Rule) -> set[str]:
    """What the query of a rule gives for its sentence: the keys of `bodies` and `values`, and the subject's name."""
    maps = re.findall(r"\{((?:[^{}]|\{[^{}]*\})*)\} AS (?:bodies|values)", cypher(f"rules/{rule.code}"))
    assert len(maps) == 2, rule.code
    return {"name", *(key for text in maps for key in re.findall(r"(?:^|, )(\w+):", text))}


def test_every_rule_has_its_query_and_the_reverse() -> None:
    """By name; those that mean what other questions answer need none."""
    assert {rule.code for rule in GRAPH} == QUERIES


def test_the_invariants_are_errors() -> None:
    """What must hold in every county; whatever may be so is no error."""
    assert {rule.code for rule in RULES.values() if rule.severity == "ERROR"} == INVARIANTS


@pytest.mark.parametrize("rule", GRAPH, ids=lambda rule: rule.code)
def test_a_sentence_says_what_its_query_gives(rule: Rule) -> None:
    """Every word in braces is given, and everything given but the subject's own name is said."""
    said = words(rule.sentence) | words(rule.subject)
    assert said - given(rule) == set()
    assert given(rule) - said <= {"name"}
    assert words(rule.fix) == set()


@pytest.mark.parametrize("rule", GRAPH, ids=lambda rule: rule.code)
def test_a_query_takes_what_every_rule_is_given(rule: Rule) -> None:
    """The twin of all gives every parameter; a query that asks for kinds is of a rule that has some, and the reverse."""
    asked = set(re.findall(r"\$(\w+)", cypher(f"rules/{rule.code}")))
    assert asked <= set(parameters(rule, ["place:511903"], "511903", date(2024, 7, 15)))
    assert ("kinds" in asked) == bool(rule.kinds)
    assert ("limit" in asked) == (rule.limit is not None)
    assert ("bodies" in asked) == (rule.of == "graph")


@pytest.mark.parametrize("rule", GRAPH, ids=lambda rule: rule.code)
def test_kinds_are_declared(rule: Rule) -> None:
    """In any folder of kinds; what a rule is asked of are kinds of bodies, or words for several."""
    assert all(schema().kind(code) for code in rule.kinds)
    assert {*rule.at} <= {*schema().places, *schema().organizations, "local", "party"}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_says_everything_in_chinese(rule: Rule) -> None:
    """Label, sentence and what to do; an English label beside."""
    assert all(re.search("[一-鿿]", text) for text in (rule.label, rule.sentence, rule.fix))
    assert rule.label_en.isascii()
