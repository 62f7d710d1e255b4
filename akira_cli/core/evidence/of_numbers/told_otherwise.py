"""Numbers that the source tells in another way than as a number: 3 of `Llama3`, 4 of `4D`.

Ten years are a decade, `two of three` is in `two out of three`, and where the source speaks of a
source domain and a target domain there are two domains.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from math import isclose

from akira_cli.core.evidence.of_numbers.counted import counted_things
from akira_cli.core.evidence.of_numbers.quantity import Quantity, is_plural
from akira_cli.core.evidence.of_numbers.units import SCALES, TO_BASE
from akira_cli.core.evidence.of_words.number_words import SMALL
from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

_SPANS = {
    **{unit: TO_BASE[unit] for unit in ("day", "week", "fortnight", "year", "decade")},
    "hour": TO_BASE["h"],
    "century": 100 * TO_BASE["year"],
}
"""Words for a time, and how many seconds it lasts."""

_SO_MANY = {
    2.0: word_set("dual twin pair binary bimanual biped bipedal bilingual bilateral bimodal duo"),
    3.0: word_set("triple trio triad ternary tri trimodal trilingual tripartite triplet triplets"),
    4.0: word_set("quadruple quadruped quadrupedal quadrupeds quaternary quartet"),
    5.0: word_set("quintuple quintet pentagonal penta"),
    6.0: word_set("hexapod hexapods sextuple hexagonal hexa"),
    8.0: word_set("octuple octagonal octocopter"),
}
"""Words with a number in them."""

_KNOWN = word_set("the these both its their all either his her")
"""Words that tell of things which the reader knows already."""

_AND = word_set("and or ,")
_MOST = 6


def is_told_otherwise(
    one: Quantity,
    everything: Sequence[Quantity],
    has_word: Callable[[str], bool],
    kinds: Callable[[], frozenset[tuple[str, int]]],
) -> bool:
    """Whether the source tells a number in a word of another kind.

    `has_word` tells whether the source has a word, `kinds` are what `kinds_told` finds in it.
    """
    if _is_in_a_name(one, has_word) or _is_one_of_a_unit(one, has_word):
        return True
    counted = one.form == "plain" and one.kind not in SCALES
    if counted and any(map(has_word, _SO_MANY.get(one.value, ()))):
        return True
    if _is_of_a_ratio(one, everything) or _is_side_of_a_ratio(one, everything):
        return True
    return _is_among_the_top(one, everything) or _are_all_kinds(one, kinds)


def _is_in_a_name(one: Quantity, has_word: Callable[[str], bool]) -> bool:
    """Whether the source has `Llama3` for `Llama 3`, or `4D` for `four-dimensional`."""
    if one.form != "plain" or one.kind in SCALES or one.value < 0:
        return False
    figures = one.written.replace(",", "")
    if one.following[:1] and one.following[0].startswith("dimension"):
        return has_word(f"{figures}d")
    return bool(one.before) and one.before[-1].isalpha() and has_word(f"{one.before[-1]}{figures}")


def _is_one_of_a_unit(one: Quantity, has_word: Callable[[str], bool]) -> bool:
    """Whether ten years are the decade of the source, or twelve months its year."""
    if one.kind != "time" or one.unit not in TO_BASE or one.value <= 1:
        return False
    lasts = one.value * TO_BASE[one.unit]
    return any(
        isclose(lasts, span, rel_tol=0.02) and has_word(word) for word, span in _SPANS.items()
    )


def _is_of_a_ratio(one: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether a small count stands in a ratio of the source: `two` in `two out of three`."""
    if one.form != "plain" or one.value > max(SMALL.values()) or one.kind in SCALES:
        return False
    written = {one.text.lower(), one.written}
    return any(
        other.form == "part" and not written.isdisjoint(re.split(r"[\s-]+", other.text.lower()))
        for other in everything
    )


def _is_side_of_a_ratio(one: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether `four out of five` is the 0.81 of the source."""
    if one.form != "plain":
        return False
    some, whole = one.value, _number_in(one.following[:3])
    if not whole:
        some, whole = _number_in(one.before[::-1][: len(_OF)]), one.value
    return 0 < some < whole and any(
        isclose(some / whole, part, rel_tol=_CLOSE) for other in everything for part in _part(other)
    )


_OF = word_set("out of in")
_CLOSE = 0.03


def _number_in(words: Sequence[str]) -> float:
    """The small number behind `of` or `out of`; 0 when there is none."""
    number = next((word for word in words if word not in _OF), "")
    return SMALL.get(number, 0.0) if words[:1] and words[0] in _OF else 0.0


def _part(other: Quantity) -> tuple[float, ...]:
    if other.form == "share":
        return (other.value / 100,)
    return (other.value,) if 0 < other.value < 1 else ()


def _is_among_the_top(one: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether the source tells of a place that is `among the top ten`."""
    return one.before[-1:] == ("top",) and any(
        other.form == "ordinal" and other.value <= one.value for other in everything
    )


def _are_all_kinds(one: Quantity, kinds: Callable[[], frozenset[tuple[str, int]]]) -> bool:
    """Whether `the two domains` are the source and the target domain of a sentence."""
    if one.form != "plain" or not one.text.isalpha() or not 2 <= one.value <= _MOST:
        return False
    if _KNOWN.isdisjoint(one.before[-1:]):
        return False
    things = counted_things(one)
    return bool(things) and (stem(things), int(one.value)) in kinds()


def kinds_told(rows: Iterable[Sequence[Token]]) -> frozenset[tuple[str, int]]:
    """The things of which sentences tell several kinds, by their stems, and how many kinds."""
    found: set[tuple[str, int]] = set()
    for row in rows:
        kinds: dict[str, set[str]] = {}
        for place in range(1, len(row)):
            thing, kind = row[place], row[place - 1]
            if not (thing.lower.isalpha() and is_content(thing) and is_content(kind)):
                continue
            told = {kind.stem}
            if is_plural(thing.lower):
                told = _listed_before(row, place - 1)
            kinds.setdefault(thing.stem, set()).update(told)
        found.update((thing, len(names)) for thing, names in kinds.items() if len(names) > 1)
    return frozenset(found)


def _listed_before(row: Sequence[Token], place: int) -> set[str]:
    """The words of a list that ends at a place: `source` and `target` of `source and target`."""
    words: set[str] = set()
    while place > 1 and row[place - 1].lower in _AND and is_content(row[place - 2]):
        words.update((row[place].stem, row[place - 2].stem))
        place -= 2
    return words
