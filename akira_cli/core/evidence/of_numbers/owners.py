"""Numbers that stand by the wrong name: exchanged between two things that the source measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_numbers.arithmetic import worked_out
from akira_cli.core.evidence.of_numbers.brackets import bracketed_owner
from akira_cli.core.evidence.of_numbers.measures import NOTHING, Measured, is_exchanged, measured_by
from akira_cli.core.evidence.of_numbers.number_support import supported_by, units_agree
from akira_cli.core.evidence.of_numbers.numbers import Quantity
from akira_cli.core.evidence.of_numbers.respective import is_in_a_row, respective
from akira_cli.core.evidence.of_numbers.units import COUNTED
from akira_cli.core.evidence.of_words.number_words import LARGE, SMALL
from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.evidence.tokens import Token, tokens_of
from akira_cli.core.patterns import Pattern

_CONTRAST = Pattern(
    r";|\b(?:while|whereas|but|against|versus|vs|compared|than|although|though|instead|unlike)\b",
    re.IGNORECASE,
)
_BREAK = Pattern(r"[,:(]|\band\b", re.IGNORECASE)
_CLOSES = Pattern(
    r"[,;:)]|\b(?:below|above|than|over|against|versus|vs|behind|ahead|short|compared)\b",
    re.IGNORECASE,
)
_OF = Pattern(r"\s+(?:out\s+)?of\s+(?:the\s+)?")
_FROM = Pattern(r"\bfrom\s+(?:about |around |roughly )?$", re.IGNORECASE)
_TO = Pattern(r"^[^,;.]{0,30}\bto\s+(?:about |around |roughly |just |only )?$", re.IGNORECASE)


_SEVERAL, _IN_A_SENTENCE, _NEAR = 5, 40, 400
"""A number of more things has no owner; numbers of a sentence and characters that are read."""


class Piece(NamedTuple):
    """The stretch of a sentence that goes with a number, its words as stems: the number's owner.

    `words` are those of its clause and the names of the stretch; `names` are written with a
    capital or a figure. `subject` is what its part of the sentence names before its first
    number, `row` is it with the numbers next to it, `beside` those of them that are of something
    else and not set against it, and `changed` is the other one in `from 60 to 70`.
    """

    quantity: Quantity
    words: frozenset[str]
    names: frozenset[str]
    subject: frozenset[str]
    beside: frozenset[float]
    row: frozenset[float]
    changed: frozenset[float]
    sentence: int
    measured: Measured = NOTHING
    in_a_row: bool = False


def pieces_of(sentence: str, found: Sequence[Quantity], number: int) -> list[Piece]:
    """A sentence cut between its numbers, where a clause or a new thing begins."""
    if not found:
        return []
    found = found[:_IN_A_SENTENCE]
    measured = measured_by(sentence, found)
    if "respectively" in sentence:
        named = {one.quantity: one for one in _respective_pieces(sentence, found, number)}
        return [
            named.get(one, _piece_alone(one, number))._replace(measured=its)
            for one, its in zip(found, measured, strict=True)
        ]
    changed: dict[int, frozenset[float]] = {}
    for one, other in changes(sentence, found):
        changed[one.start], changed[other.start] = (
            frozenset((other.value,)),
            frozenset((one.value,)),
        )
    told = _Told(sentence)
    return [
        _piece(told, found, place, number, changed.get(one.start, frozenset()))._replace(
            measured=measured[place], in_a_row=is_in_a_row(sentence, found, place)
        )
        for place, one in enumerate(found)
    ]


def _respective_pieces(sentence: str, found: Sequence[Quantity], number: int) -> list[Piece]:
    """Each number with its own name alone; none when that cannot be told."""
    pairs = respective(sentence, found)
    row = frozenset(one.value for one, _ in pairs)
    none: frozenset[float] = frozenset()
    return [
        Piece(
            one,
            words := _Told(name).words(0, len(name)),
            words,
            frozenset(),
            none,
            row,
            none,
            number,
        )
        for one, name in pairs
    ]


def _piece_alone(one: Quantity, number: int) -> Piece:
    """A number of which only is known what it measures."""
    none: frozenset[str] = frozenset()
    return Piece(one, none, none, none, frozenset(), frozenset(), frozenset(), number)


class _Told:
    """A sentence and the stems in any stretch of it: of all its words that count, and of names."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self._tokens = [
            (token.start, token.end, token.stem, _is_name(token.text))
            for token in tokens_of(sentence)
            if is_content(token) and not _is_figure(token)
        ]

    def words(self, start: int, end: int) -> frozenset[str]:
        return frozenset(
            stem for first, last, stem, _ in self._tokens if start <= first and last <= end
        )

    def names(self, start: int, end: int) -> frozenset[str]:
        return frozenset(
            stem
            for first, last, stem, named in self._tokens
            if named and start <= first < last <= end
        )


def _piece(
    told: _Told,
    found: Sequence[Quantity],
    place: int,
    number: int,
    changed: frozenset[float],
) -> Piece:
    """The stretch from the number before to the number after, or to the cuts between."""
    sentence, quantity = told.sentence, found[place]
    start, end = _begins(sentence, found, place), len(sentence)
    first = place
    while first and not _CONTRAST.search(sentence, found[first - 1].end, found[first].start):
        first -= 1
    beyond = place + 1
    if beyond < len(found) and _OF.fullmatch(sentence, quantity.end, found[beyond].start):
        beyond += 1
    if beyond < len(found):
        after = found[beyond].start
        cut = _cut(sentence, found[beyond - 1].end, after)
        end = cut if cut is not None else after
    opened = max(start, *(sentence.rfind(mark, start, quantity.start) + 1 for mark in ",;:("))
    closes = _CLOSES.search(sentence, found[beyond - 1].end, end)
    closed = closes.start() if closes else end
    part = max(found[first - 1].end if first else 0, found[first].start - _NEAR)
    start, end = max(start, quantity.start - _NEAR), min(end, found[beyond - 1].end + _NEAR)
    bracketed = bracketed_owner(sentence, quantity)
    if bracketed is not None:
        opened, closed = bracketed
        start = opened
    return Piece(
        quantity,
        told.words(opened, closed) | (names := told.names(start, closed)),
        names,
        told.names(part, found[first].start),
        frozenset(_beside(sentence, found, place)),
        frozenset(other.value for other in found[max(0, place - 1) : place + 2]),
        changed,
        number,
    )


def _begins(sentence: str, found: Sequence[Quantity], place: int) -> int:
    """Where the stretch of a number begins: after the number before, or after a cut between."""
    if not place:
        return 0
    before = found[_before(sentence, found, place)].end
    cut = _cut(sentence, before, found[place].start)
    return cut if cut is not None else before


def _before(sentence: str, found: Sequence[Quantity], place: int) -> int:
    """The number that ends the stretch before: not the ten of `with ten examples 70.1`."""
    at = place - 1
    while (
        at
        and found[at].kind in COUNTED
        and found[place].kind not in COUNTED
        and _cut(sentence, found[at].end, found[place].start) is None
    ):
        at -= 1
    return at


def _beside(sentence: str, found: Sequence[Quantity], place: int) -> Iterator[float]:
    """The numbers before and after one, of something else and not set against it."""
    quantity = found[place]
    for one, other in pairwise(found[max(0, place - 1) : place + 2]):
        against = _CONTRAST.search(sentence, one.end, other.start)
        if against is None and one.unit != other.unit:
            yield other.value if one is quantity else one.value


def _cut(sentence: str, start: int, end: int) -> int | None:
    between = sentence[start:end]
    for pattern in (_CONTRAST, _BREAK):
        found = list(pattern.finditer(between))
        if found:
            return start + found[-1 if pattern is _CONTRAST else 0].start()
    return None


def _is_figure(token: Token) -> bool:
    return token.lower in SMALL or token.lower in LARGE or not token.lower.strip("0123456789.,")


def _is_name(text: str) -> bool:
    return not text.islower() or any(map(str.isdigit, text))


def owner_problems(
    text: Sequence[Piece], source: Sequence[Piece], offset: int
) -> Iterator[Problem]:
    """The numbers of a sentence that the source has for something else.

    `offset` is where the sentence begins in the text.
    """
    everything = [piece.quantity for piece in source]
    for piece in text:
        one = piece.quantity
        if one.value in (1.0, 2.0):
            continue
        same = {id(other) for other in supported_by(one, everything) if units_agree(one, other)}
        owners = [other for other in source if id(other.quantity) in same]
        if owners and _is_of_another_measure(piece, owners, source):
            yield _of_another_measure(piece, owners[0], offset)
            continue
        if not any(other.quantity.value == one.value for other in owners):
            continue  # a rounded number may be one that was worked out
        if len(owners) > _SEVERAL:
            continue
        rivals = [_rival(piece, owner, source) for owner in owners]
        if (rival := rivals[0]) is not None and all(rivals):
            start, end = one.start + offset, one.end + offset
            why = (
                f"the source has '{rival.quantity.text}' for that, '{one.text}' for something else"
            )
            yield Problem("number-not-in-source", one.text, start, end, why)


def _is_of_another_measure(piece: Piece, owners: Sequence[Piece], source: Sequence[Piece]) -> bool:
    if not all(is_exchanged(piece.measured, owner.measured) for owner in owners):
        return False
    one = piece.quantity
    if one.form not in ("part", "fold") or one.digits > 1:
        return True
    rows: dict[int, list[Quantity]] = {}
    for other in source:
        rows.setdefault(other.sentence, []).append(other.quantity)
    return not worked_out(one, rows.values())


def _of_another_measure(piece: Piece, owner: Piece, offset: int) -> Problem:
    one = piece.quantity
    mine, theirs = (", ".join(sorted(each.measured.names)) for each in (piece, owner))
    why = f"the source has '{owner.quantity.text}' for '{theirs}', not for '{mine}'"
    return Problem("unit-changed", one.text, one.start + offset, one.end + offset, why)


def _rival(piece: Piece, owner: Piece, source: Sequence[Piece]) -> Piece | None:
    """The other number of the source whose surroundings fit better than those of its own."""
    owned = owner.words if owner.names else owner.words | owner.subject
    if not owned:
        return None
    for other in source:
        if not _competes(piece, owner, other):
            continue
        one_row = owner.quantity.value in other.row
        theirs = piece.words & (other.words - owned)
        mine = _shared(piece.words - other.words, owned)
        names = len(theirs & piece.names & other.names)
        figures = 0 if one_row else len(piece.beside & (other.beside - owner.beside))
        score = len(theirs) + 2 * names + 3 * figures if theirs else 0
        if other.sentence == owner.sentence:
            if score >= 3 and score >= 2 * mine + 2 - 2 * bool(names):
                return other
        elif score >= 4 and not mine and other.quantity.kind:
            return other
    return None


def _competes(piece: Piece, owner: Piece, other: Piece) -> bool:
    one, owned = other.quantity, owner.quantity
    if not piece.measured.names.isdisjoint(owner.measured.names - other.measured.names):
        return False
    if not piece.beside.isdisjoint(owner.beside - other.beside):
        return False
    if (piece.row & owner.row) - other.row - {owned.value}:
        return False
    if owner.in_a_row and other.in_a_row and owner.sentence == other.sentence:
        return False
    if one is owned or one.unit != owned.unit or one.form != owned.form or one.value == owned.value:
        return False
    if one.value in owner.changed or (one.kind == "" and not _alike(one, owned)):
        return False
    if not 0.01 < (one.value or 1) / (owned.value or 1) < 100:
        return False
    return one.value not in piece.row


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers without a unit may be of one kind: both small counts, or both decimal."""
    if "." in one.written or "." in other.written:
        return "." in one.written and "." in other.written
    return one.value < 1900 and other.value < 1900 and one.text.isalpha() == other.text.isalpha()


def _shared(words: frozenset[str], others: frozenset[str]) -> int:
    groups: frozenset[int] = frozenset().union(*(groups_of(other) for other in others))
    return sum(word in others or not groups_of(word).isdisjoint(groups) for word in words)


def reversed_changes(
    text: str, found: Sequence[Quantity], source: Iterable[tuple[Quantity, Quantity]], offset: int
) -> Iterator[Problem]:
    """The changes of a sentence, `from 70 to 60`, that the source has the other way round."""
    there = {(one.value, other.value) for one, other in source}
    for one, other in changes(text, found):
        if (other.value, one.value) in there and (one.value, other.value) not in there:
            start, end = one.start + offset, other.end + offset
            why = f"the source has 'from {other.text} to {one.text}'"
            yield Problem("direction-changed", "", start, end, why)


def changes(sentence: str, found: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The pairs of numbers in `from 60 to 70`."""
    for one, other in pairwise(found):
        if _FROM.search(sentence[: one.start]) and _TO.match(sentence[one.end : other.start]):
            yield one, other
