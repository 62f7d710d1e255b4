"""Small numbers that a writer counted: things listed, two counts together, all but a few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, zip_longest
from math import isclose

from akira_cli.core.evidence.of_numbers.number_support import of_one_count
from akira_cli.core.evidence.of_numbers.quantity import ENDS_UNIT, Quantity, is_plural
from akira_cli.core.evidence.of_numbers.rounding import last_place
from akira_cli.core.evidence.of_words.number_words import ABOVE, BELOW
from akira_cli.core.evidence.synonyms import same_meaning
from akira_cli.core.evidence.tokens import stem
from akira_cli.core.sentences import word_set

_MOST = 24
"""A writer counts no more than so many."""

_IN_A_SENTENCE = 40
"""How many counts of a sentence are put together."""

_MODELS = word_set(
    "model models llm llms vlm vlms mllm mllms lm lms lvlm lvlms lmm lmms slm slms network "
    "networks "
    "system systems architecture architectures algorithm algorithms approach approaches method "
    "methods classifier classifiers detector detectors backbone backbones technique techniques"
)
"""Words for the same things, whatever their makers call them."""

_OTHERS = word_set("other others further rival rivals competing competitors alternatives")


def follows_from_counts(one: Quantity, sentences: Iterable[Sequence[Quantity]]) -> bool:
    """Whether a count is the sum of some of a sentence, one more or less, or a part of each.

    It may also be the sum or the difference of two counts of the same things anywhere.
    """
    counts = [[other for other in row if _is_count(other)][:_IN_A_SENTENCE] for row in sentences]
    if any(_follows(one, row) for row in counts):
        return True
    if one.value <= 2:
        return False
    return any(
        one.value == abs(first.value - second.value) or _is_put_for(one, first.value + second.value)
        for first, second in of_the_same_things(other for row in counts for other in row)
    )


def _is_put_for(one: Quantity, value: float) -> bool:
    """Whether a sum is `one`: exactly, or rounded to two figures or more."""
    if isclose(one.value, value, rel_tol=1e-9):
        return True
    if one.digits < 2 or one.value <= _MOST:
        return False
    off = one.value - value
    above, below = (not words.isdisjoint(one.before) for words in (ABOVE, BELOW))
    near = 1.0 if (above and off < 0) or (below and off > 0) else 0.5
    return abs(off) <= near * last_place(one)


def of_the_same_things(counts: Iterable[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The pairs of numbers that count the same: `90 prompts` and `the remaining 72 prompts`."""
    by_things: dict[str, list[Quantity]] = {}
    for one in counts:
        if (things := counted_things(one)) and one.value > 1:
            by_things.setdefault(stem(things), []).append(one)
    for alike in by_things.values():
        yield from combinations(alike[:_ALIKE], 2)


_ALIKE = 8
"""How many counts of the same things are put together."""


def counted_things(one: Quantity) -> str:
    """The first word in the plural after a number and before a small word, or nothing."""
    for word, after in zip_longest(one.following[:5], one.following[1:6], fillvalue=""):
        if word in ENDS_UNIT:
            break
        if is_plural(word) and not is_plural(after):
            return word
    return ""


def _follows(one: Quantity, counts: Sequence[Quantity]) -> bool:
    if any(_are_summed(one, *pair) for pair in pairwise(counts)):
        return True
    if _is_sum_of_three(one, counts) or (one.value > _MOST and _is_sum_of_some(one, counts)):
        return True
    values = [other.value for other in counts]
    if one.before[-2:] == ("all", "but"):
        return any(most - some == one.value for some in values for most in values)
    if not _OTHERS.isdisjoint(one.following[:1]):
        return one.value + 1 in values
    if one.value > _MOST and one.following[:1] == ("of",) and one.value in _rests(values):
        return True
    if not _EACH.isdisjoint(one.following[:3]):
        near = 0.04 if one.value > 2 else 1e-9
        return any(
            isclose(one.value * some, whole, rel_tol=near) for some in values for whole in values
        )
    return any(
        other.value + 1 == one.value and not _OTHERS.isdisjoint(other.following[:1])
        for other in counts
    )


def _rests(values: Sequence[float]) -> set[float]:
    """What is left of one count without another: 609 where 49 of 658 are solved."""
    return {abs(some - most) for some, most in combinations(values, 2)}


_EACH = frozenset(("each", "every", "per", "apiece"))


def _is_count(one: Quantity) -> bool:
    return one.form == "plain" and not one.named and one.value == int(one.value)


def _are_summed(one: Quantity, first: Quantity, second: Quantity) -> bool:
    """Whether five networks and two others are seven: not five networks and two tasks."""
    if first.value + second.value != one.value or one.value > _MOST:
        return False
    if "more" in (*first.following[:2], *second.following[:2]):
        return False
    mine, its, other = (_things(each) for each in (one, first, second))
    if not its or not other:
        return True
    fits = [_alike(mine, its), _alike(mine, other)]
    return all(fits) or not any(fits) or _alike(its, other)


def _is_sum_of_some(one: Quantity, counts: Sequence[Quantity]) -> bool:
    """Whether counts in a row make a large number exactly: 61 children and 60 others are 121."""
    rows = (
        counts[first:last]
        for first in range(len(counts))
        for last in range(first + 2, min(first + _SUMMED, len(counts)) + 1)
    )
    return any(
        isclose(sum(other.value for other in row), one.value, rel_tol=1e-9) and _fit(one, row)
        for row in rows
    )


def _fit(one: Quantity, counts: Sequence[Quantity]) -> bool:
    """Whether all of the counts, or none, are of the very things that are counted."""
    told = [things for other in counts if (things := _things(other))]
    fits = [_alike(_things(one), things) for things in told]
    if all(fits):
        return True
    close = all(other.start - first.end < _CLOSE for first, other in pairwise(counts))
    return not any(fits) and (close or all(_alike(told[0], things) for things in told))


_CLOSE = 30
"""Characters between two counts of one row: `32 doctors and 20 nurses`."""


_SUMMED = 6
"""A writer sums up no more counts than so many."""


def _is_sum_of_three(one: Quantity, counts: Sequence[Quantity]) -> bool:
    rows = zip(counts, counts[1:], counts[2:], strict=False)
    return one.value <= _MOST and any(
        sum(each.value for each in row) == one.value
        and all(_alike(_things(one), _things(each)) or not _things(each) for each in row)
        for row in rows
    )


def _things(one: Quantity) -> tuple[str, ...]:
    """What a number counts: the first word in the plural after it."""
    for word in one.following:
        if word in _IRREGULAR or (word.endswith("s") and not word.endswith("ss")):
            return (word,)
    return ()


_IRREGULAR = frozenset(("people", "children", "men", "women", "mice"))


def _alike(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return any(same_things(one, other) for one in mine for other in theirs)


def same_things(one: str, other: str) -> bool:
    """Whether two words may be for the same things: `kinds` and `categories`."""
    return very_things(one, other) or same_meaning(stem(one), stem(other))


def very_things(one: str, other: str) -> bool:
    """Whether two words are one, or as good as one: `networks` and `models`."""
    if one in _MODELS and other in _MODELS:
        return True
    return stem(one) == stem(other) or of_one_count(one, other)
