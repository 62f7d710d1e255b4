"""Names of the source put where the source has another: `0.91 on CheXpert`, `with T5 as reader`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_names.acronyms import ALWAYS_KNOWN
from akira_cli.core.evidence.of_names.names import Name, names_in
from akira_cli.core.evidence.of_numbers.owners import Piece
from akira_cli.core.evidence.of_words.polarity import is_light
from akira_cli.core.patterns import Pattern

_WORD = Pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")
_AFTER_NUMBER = Pattern(
    r"\s*(?:%|x|×|[a-zA-Z.]+)?\s*(?:[a-zA-Z]+\s+)?(?:on|for|with|by|in|over|from|at)\s+(?:the\s+|plain\s+)?$"
)

Slot = tuple[str, str, str]


def slots_of(text: str) -> dict[Slot, list[Name]]:
    """The names of a text by the word before them and the two after."""
    found: dict[Slot, list[Name]] = {}
    for name in names_in(text):
        slot = _slot(text, name)
        if slot is not None:
            found.setdefault(slot, []).append(name)
    return found


def _slot(text: str, name: Name) -> Slot | None:
    if len(name.text) < 2 or name.text.lower() in ALWAYS_KNOWN:
        return None
    before = _WORD.findall(text[max(0, name.start - 30) : name.start])
    after_text = re.split(r"[.,;:()]", text[name.end : name.end + 40])[0]
    after = _WORD.findall(after_text)
    if not before or len(after) < 2 or not is_light(before[-1].lower()):
        return None
    if is_light(after[0].lower()) and is_light(after[1].lower()):
        return None
    return before[-1].lower(), after[0].lower(), after[1].lower()


def misplaced_names(
    text: str, source: Callable[[], Mapping[Slot, Sequence[Name]]]
) -> Iterator[Problem]:
    """The names of `text` that stand in a phrase in which the source has other names."""
    for slot, names in slots_of(text).items():
        there = source().get(slot)
        if not there:
            continue
        known = {name.text.lower() for name in there}
        for name in names:
            if name.text.lower() not in known and not _is_part(name.text, known):
                yield _misplaced(name, there[0].text)


def names_by_numbers(
    text: str, pieces: Sequence[Piece], source: Sequence[tuple[str, Piece]], offset: int
) -> Iterator[Problem]:
    """The names right after numbers of `text` where the source has the number with another name.

    `source` are the pieces of the source with the texts of their sentences.
    """
    for piece in pieces:
        mine = _attached(text, piece.quantity.end)
        if mine is None:
            continue
        same = [
            (sentence, other)
            for sentence, other in source
            if other.quantity.value == piece.quantity.value
        ]
        if len(same) != 1 or mine.text.lower() in same[0][0].lower():
            continue
        theirs = _attached(same[0][0], same[0][1].quantity.end)
        if theirs is not None and not _is_part(mine.text, {theirs.text.lower()}):
            at = Name(mine.text, mine.start + offset, mine.end + offset, mine.first)
            yield _misplaced(at, theirs.text)


def _attached(sentence: str, end: int) -> Name | None:
    for name in names_in(sentence[end : end + 60]):
        if _AFTER_NUMBER.fullmatch(sentence[end : end + name.start]):
            return Name(name.text, name.start + end, name.end + end, first=False)
    return None


def _is_part(name: str, others: set[str]) -> bool:
    lower = name.lower()
    return any(lower in other or other in lower for other in others)


def _misplaced(name: Name, other: str) -> Problem:
    why = f"the source has '{other}' there, not '{name.text}'"
    return Problem("name-not-in-source", name.text, name.start, name.end, why)
