"""What a sentence asks, by its words and by what it names."""

from __future__ import annotations

from collections.abc import Callable

from wushe.queries.ask.model import Intent
from wushe.queries.ask.sentence import Sentence
from wushe.queries.ask.words import BELONGS, DUAL, HEAD, NEEDS, RULES


def intent_of(sentence: Sentence) -> Intent:
    """The first that fits; who is responsible where nothing tells."""
    return next((intent for intent, fits in _ORDER if fits(sentence)), Intent.RESPONSIBLE)


def _asks(intent: Intent, ready: Callable[[Sentence], object] = lambda _: True) -> Callable[[Sentence], bool]:
    return lambda sentence: bool(ready(sentence)) and sentence.asks(intent)


def _bodies(sentence: Sentence) -> int:
    return len(sentence.of("Place", "Organization"))


def _listed(sentence: Sentence) -> bool:
    """A list of bodies; of posts only where a tie was said as well: 成员单位、兼职委员."""
    if sentence.of("ties"):
        return True
    return bool(sentence.of("organizations", "places", "Organization")) and not sentence.of("posts")


def _names_a_post(sentence: Sentence) -> bool:
    headed = HEAD.search(sentence.rest) and sentence.of("Organization", "organizations")
    return bool(sentence.of("posts") or headed)


def _societies(sentence: Sentence) -> bool:
    """哪些村没有社工: of one of the five that is missing; or of three of them at once."""
    _, missing = sentence.societies
    return bool(missing) or len(sentence.named_societies) > 2


def _vacant(sentence: Sentence) -> bool:
    """哪些网格没有网格员: of posts that nobody holds."""
    return RULES["vacant_grid"].search(sentence.nameless) is not None


def _belongs(sentence: Sentence) -> bool:
    """登科寺社区归谁管: of a body, and nothing is said to have happened there."""
    named = sentence.of("Place", "Organization")
    return bool(named) and BELONGS.search(sentence.rest) is not None and not sentence.unsaid(named)


_ORDER: tuple[tuple[Intent, Callable[[Sentence], bool]], ...] = (
    (Intent.CONTACT, lambda sentence: bool(sentence.phone or sentence.quoted)),
    (Intent.FIVE_SOCIETIES, lambda sentence: sentence.five),
    (Intent.LINKAGE, _asks(Intent.LINKAGE, lambda sentence: _bodies(sentence) > 1)),
    (Intent.LIST, lambda sentence: DUAL.search(sentence.text) is not None),
    (Intent.LIST, lambda sentence: bool(sentence.of("Matter") and NEEDS.search(sentence.rest))),
    (Intent.COVERAGE, _asks(Intent.COVERAGE, lambda sentence: sentence.of("Matter"))),
    (Intent.RESPONSIBLE, lambda sentence: bool(sentence.of("Matter"))),
    (Intent.FIVE_SOCIETIES, _societies),
    (Intent.GAPS, _vacant),
    (Intent.GAPS, _asks(Intent.GAPS, lambda sentence: not sentence.asks(Intent.RESPONSIBLE))),
    (Intent.LINEAGE, _asks(Intent.LINEAGE, lambda sentence: sentence.divisions and not sentence.of("Organization"))),
    (Intent.CHAIN, _asks(Intent.CHAIN, _bodies)),
    (Intent.CHAIN, _belongs),
    (Intent.COUNT, _asks(Intent.COUNT, lambda s: s.figures or s.of("organizations", "places", "posts"))),
    (Intent.LIST, _asks(Intent.LIST, _listed)),
    (Intent.CONTACT, _asks(Intent.CONTACT, _names_a_post)),
    (Intent.POST_HOLDER, _names_a_post),
    (Intent.CONTACT, lambda sentence: bool(sentence.of("Organization", "organizations"))),
    (Intent.CONTACT, _asks(Intent.CONTACT, lambda s: _bodies(s) or s.person or s.unsaid(()))),
)
"""Tried one after another."""
