"""From a sentence to its readings: what it asks, about whom, and what was ignored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from wushe.graph import Reader
from wushe.queries.ask.counting import countable
from wushe.queries.ask.intents import intent_of
from wushe.queries.ask.model import Intent, Reading
from wushe.queries.ask.names import Span, What
from wushe.queries.ask.saying import said
from wushe.queries.ask.sentence import Sentence, read
from wushe.queries.ask.standing import with_its_body
from wushe.queries.ask.words import DOWN, DUAL, EVERY, HEAD, INCOMPLETE, NEEDS, RULES, TIES, URGENT, WHISTLE
from wushe.queries.look_up import resolve_many
from wushe.queries.matches import Match, Scope, Wanted
from wushe.queries.names_on import names_on
from wushe.queries.suggest import suggest
from wushe.schema import schema
from wushe.schema.text import squeeze

LONGEST_QUESTION = 200
"""Characters of a question."""
MOST_READINGS = 5
OVER_COUNTY = frozenset(
    {Intent.RESPONSIBLE, Intent.COVERAGE, Intent.FIVE_SOCIETIES, Intent.GAPS, Intent.COUNT, Intent.LIST}
)
"""What may be asked without a place: it is of the only county then."""
OF_MATTERS = frozenset({Intent.RESPONSIBLE, Intent.COVERAGE, Intent.LIST})
OF_POSTS = frozenset({Intent.CONTACT, Intent.POST_HOLDER})
USED: dict[Intent, tuple[What, ...]] = {
    Intent.CONTACT: ("posts", "organizations"),
    Intent.POST_HOLDER: ("posts", "organizations"),
    Intent.LIST: ("organizations", "ties"),
    Intent.COVERAGE: ("places",),
    Intent.FIVE_SOCIETIES: ("organizations", "places", "posts"),
    Intent.CHAIN: ("organizations", "places"),
    Intent.LINEAGE: ("places",),
    Intent.GAPS: ("organizations", "places", "posts"),
    Intent.COUNT: ("organizations",),
}
"""The words of the schema that each intent makes use of; of places and posts only what the reading holds."""


def understand(reader: Reader, question: str, scope: Scope) -> list[Reading]:
    """The readings of a question: one when it is clear, several when a name may mean several; never empty."""
    sentence = read(reader, squeeze(question)[:LONGEST_QUESTION], scope)
    if sentence.as_of is not None:
        scope = replace(scope, as_of=sentence.as_of)
    intent = intent_of(sentence)
    subject, other = (*_ends(sentence, intent), None, None)[:2]
    matter = sentence.longest("Matter") if intent in OF_MATTERS else None
    base = _plain(sentence, intent)
    used = [span for span in (subject, other, matter) if span] + sentence.of(*_used(base))
    base = replace(base, ignored=sentence.unsaid(used, [schema().figures[code].label for code in base.figures]))
    subjects = subject.matches if subject else _guesses(reader, sentence, base, scope)
    choices = product(subjects or (None,), *(span.matches if span else (None,) for span in (other, matter)))
    plain = (_at_its_level(_with(base, *choice)) for choice in islice(choices, MOST_READINGS))
    found = [with_its_body(reader, one, scope) for one in plain]
    if not subjects and intent in OVER_COUNTY and len(scope.counties) == 1 and not base.ignored:
        found = [replace(one, place=_county(reader, scope), assumed=True) for one in found]
    return _told_apart(_named_on(reader, [countable(reader, one, scope) for one in found], scope))


def _used(reading: Reading) -> tuple[What, ...]:
    """The words of the schema that a reading makes use of."""
    more: list[What] = ["places"] if reading.levels or reading.figures else []
    more += ["posts"] if reading.figures or reading.posts else []
    return (*USED.get(reading.intent, ()), *more)


def _ends(sentence: Sentence, intent: Intent) -> list[Span]:
    """What is asked about: two ends of a linkage; else the body, or the place that says most."""
    bodies = sentence.of("Place", "Organization")
    if intent is Intent.LINKAGE:
        return bodies[:2]
    if intent is Intent.CHAIN or (intent is Intent.LIST and _ties(sentence)):
        return bodies[:1]
    if intent in OF_POSTS and (body := sentence.longest("Organization")) and not sentence.of("organizations"):
        return [body]
    places = sentence.of("Place") or sentence.of("Organization")
    return [max(places, key=_depth)] if places else []


def _depth(span: Span) -> tuple[int, int]:
    return max(len(match.places) for match in span.matches), -span.start


def _plain(sentence: Sentence, intent: Intent) -> Reading:
    """The reading without its names."""
    kinds = sentence.codes("organizations")
    having, lacking = sentence.societies
    return Reading(
        intent,
        posts=_posts(sentence, intent, kinds),
        kinds=kinds if intent in {Intent.LIST, Intent.COUNT} else (),
        levels=_levels(sentence, intent, kinds),
        ties=_ties(sentence) if intent is Intent.LIST else (),
        figures=sentence.figures if intent is Intent.COUNT else (),
        rules=_rules(sentence) if intent is Intent.GAPS else (),
        person=sentence.person if intent is Intent.CONTACT else None,
        phone=sentence.phone,
        as_of=sentence.as_of,
        down=DOWN.search(sentence.rest) is not None,
        every=EVERY.search(sentence.rest) is not None,
        dual=DUAL.search(sentence.text) is not None,
        needs=intent is Intent.LIST and NEEDS.search(sentence.rest) is not None,
        incomplete=intent is Intent.FIVE_SOCIETIES and INCOMPLETE.search(sentence.rest) is not None,
        having=having if intent is Intent.FIVE_SOCIETIES else (),
        lacking=lacking if intent is Intent.FIVE_SOCIETIES else (),
        urgent=URGENT.search(sentence.nameless) is not None,
        denied=sentence.denied if intent in OF_POSTS | {Intent.COUNT, Intent.LIST} else None,
        whistle=intent is Intent.RESPONSIBLE and WHISTLE.search(sentence.text) is not None,
    )


def _levels(sentence: Sentence, intent: Intent, kinds: Sequence[str]) -> tuple[str, ...]:
    """The levels of place that are asked about: 各网格、有哪些社区; 全部社区书记 are those of each community."""
    told = sentence.codes("places")
    if intent in OF_POSTS:
        return told[:1] if sentence.of("posts") and EVERY.search(sentence.rest) and sentence.of("Place") else ()
    if intent in {Intent.LIST, Intent.COUNT}:
        return () if kinds else told
    return told if intent is Intent.COVERAGE else ()


def _posts(sentence: Sentence, intent: Intent, kinds: Sequence[str]) -> tuple[str, ...]:
    """The kinds of post that are asked about; counted where nothing else is."""
    told = sentence.codes("posts")
    if intent is Intent.COUNT:
        return () if kinds or sentence.figures else told
    told = _of_its_own(sentence, told)
    return (told or tuple(_heads(sentence, kinds))) if intent in OF_POSTS else ()


def _of_its_own(sentence: Sentence, told: Sequence[str]) -> tuple[str, ...]:
    """渔溪镇团委 and 书记 are its 团委书记: the head of what is named, where it is called so."""
    posts = [(code, schema().posts[code]) for code in _heads_of(_named_kinds(sentence))]
    said = {code: schema().posts[code].label for code in told}
    return tuple(
        next((head for head, post in posts if any(n.endswith(said[code]) for n in (post.label, *post.aliases))), code)
        for code in told
    )


def _heads(sentence: Sentence, kinds: Sequence[str]) -> Iterator[str]:
    """The posts that head what is asked about: 妇联 alone means its chair."""
    asked = _named_kinds(sentence) if HEAD.search(sentence.rest) else ()
    return _heads_of((*asked, *kinds))


def _named_kinds(sentence: Sentence) -> list[str]:
    """The kinds that the longest name of an organisation may be of."""
    own = sentence.longest("Organization")
    return sorted({match.kind for match in own.matches}) if own else []


def _heads_of(kinds: Sequence[str]) -> Iterator[str]:
    """The posts that head organisations of these kinds."""
    for kind in dict.fromkeys(kinds):
        if head := schema().organizations[kind].head:
            yield head


def _ties(sentence: Sentence) -> tuple[str, ...]:
    """The kinds of tie that are asked about."""
    if DUAL.search(sentence.text):
        return ()
    told = (code for word, code in TIES.items() if word in sentence.rest)
    return tuple(dict.fromkeys((*sentence.codes("ties"), *told)))


def _rules(sentence: Sentence) -> tuple[str, ...]:
    """The rules that are asked about: 断桥河社区 says nothing of a chain."""
    text = sentence.without(sentence.of("Place", "Organization", "Matter"))
    return tuple(code for code, words in RULES.items() if code in schema().rules and words.search(text))


def _guesses(reader: Reader, sentence: Sentence, base: Reading, scope: Scope) -> tuple[Match, ...]:
    """What a body may be of which only a part of the name was said: 恩义先锋志愿服务队 without its community."""
    words = [word for word in base.ignored if len(word) > 1]
    if base.intent not in OF_POSTS or base.person or base.phone or sentence.of("Place", "Organization") or not words:
        return ()
    start = sentence.text.find(words[0])
    end = start + len(words[0])
    end = max([end, *(span.end for span in sentence.of("organizations") if span.start == end)])
    return tuple(suggest(reader, sentence.text[start:end], scope, Wanted(("Organization",), limit=MOST_READINGS)))


def _named_on(reader: Reader, readings: Sequence[Reading], scope: Scope) -> list[Reading]:
    """The readings with what bodies were called on the day."""
    bodies = {m.id for one in readings for m in (one.place, one.body, one.other) if m}
    names = names_on(reader, sorted(bodies), scope.as_of)

    def on_the_day(match: Match | None) -> Match | None:
        return match and replace(match, name=names.get(match.id, match.name))

    return [
        replace(one, place=on_the_day(one.place), body=on_the_day(one.body), other=on_the_day(one.other))
        for one in readings
    ]


def _at_its_level(reading: Reading) -> Reading:
    """登科寺社区网格员: the post of each grid, where a village or more is asked for a post below villages."""
    if reading.intent not in OF_POSTS or reading.body or not reading.place or reading.every or len(reading.posts) != 1:
        return reading
    places, level = schema().places, schema().posts[reading.posts[0]].level
    if level is None or not places[level].rank > places["village"].rank >= places[reading.place.kind].rank:
        return reading
    return replace(reading, every=True, levels=(level,))


def _told_apart(readings: list[Reading]) -> list[Reading]:
    """Each with where it lies before its name, where two readings would be said alike: 玉山镇青龙村."""
    lines = [said(one) for one in readings]
    if len(set(lines)) == len(lines):
        return readings
    return [replace(one, place=_placed(one.place), body=_placed(one.body)) for one in readings]


def _placed(match: Match | None) -> Match | None:
    upper = match.path[-2:-1] if match else ()
    return replace(match, name=f"{upper[0]}{match.name}") if match and upper else match


def _with(base: Reading, subject: Match | None, other: Match | None, matter: Match | None) -> Reading:
    if subject is not None and subject.label == "Organization":
        return replace(base, body=subject, other=other, matter=matter)
    return replace(base, place=subject, other=other, matter=matter)


def _county(reader: Reader, scope: Scope) -> Match | None:
    (code,) = scope.counties
    return next(iter(resolve_many(reader, [code], scope, types=("Place",))[code]), None)
