"""How like two names are."""

from __future__ import annotations

from wushe.schema.naming import query_keys
from wushe.schema.sounds import syllables
from wushe.schema.text import squeeze

SOUNDS_ALIKE = 0.9
"""Of names that are read aloud alike."""
BY_SOUND = 0.1
"""How much the sound counts beside the characters."""
AS_IT_STANDS = 0.02
"""How much the whole names count beside what is most alike in them."""
CHANGED_ABOUT = 0.8
"""How wrong two neighbours are that were changed about, beside one character that is another."""


def likeness(written: str, name: str) -> float:
    """From 0 to 1: of the names as they stand, or of what is left without the words for their kind, whichever is more.

    Of equals, those are more like each other that are so as they stand.
    """
    plain = squeeze(name).lower()
    pairs = ((one, other) for one in query_keys(written) for other in query_keys(plain))
    return (1 - AS_IT_STANDS) * max(_of_pair(*pair) for pair in pairs) + AS_IT_STANDS * _share(written, plain)


def _of_pair(one: str, other: str) -> float:
    sounds = "".join(syllables(one)), "".join(syllables(other))
    if sounds[0] and sounds[0] == sounds[1]:
        return SOUNDS_ALIKE
    return (1 - BY_SOUND) * _share(one, other) + BY_SOUND * _share(*sounds)


def _share(one: str, other: str) -> float:
    return 1 - distance(one, other) / max(len(one), len(other), 1)


def distance(one: str, other: str) -> float:
    """How many characters are to be put, taken away, exchanged or changed about to make one text the other."""
    rows: list[list[float]] = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row: list[float] = [i]
        for j, b in enumerate(other, 1):
            best: float = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + CHANGED_ABOUT)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
