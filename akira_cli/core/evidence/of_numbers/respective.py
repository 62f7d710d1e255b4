"""Which number goes with which name in `93% and 97% on CIFAR-10 and SVHN, respectively`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from akira_cli.core.evidence.of_numbers.numbers import Quantity
from akira_cli.core.evidence.of_words.written_names import names_in
from akira_cli.core.patterns import Pattern

_BETWEEN_NUMBERS = Pattern(
    r"\s*(?:%|percent|points?|x|×|[a-zA-Z]{1,3})?\s*(?:,|;|/)?\s*(?:and|or|&)?\s*(?:by\s+)?"
)
_BETWEEN_NAMES = Pattern(r"\s*(?:,|/)?\s*(?:and|or|&)?\s*(?:the\s+|on\s+|for\s+|in\s+)?")


class _Placed(Protocol):
    @property
    def start(self) -> int:
        """Its first character in the sentence."""

    @property
    def end(self) -> int:
        """The character after its last."""


_Thing = TypeVar("_Thing", bound=_Placed)


def respective(sentence: str, found: Sequence[Quantity]) -> list[tuple[Quantity, str]]:
    """The numbers of a sentence with their names, in order; none when the counts differ."""
    end = sentence.rfind("respectively")
    if end < 0:
        return []
    numbers = _last_row(sentence, [one for one in found if one.end <= end], _BETWEEN_NUMBERS)
    taken = {place for one in found for place in range(one.start, one.end) if not one.named}
    names = [name for name in names_in(sentence[:end]) if name.start not in taken]
    things = _last_row(sentence, _joined(sentence, names), _BETWEEN_NAMES)
    if len(numbers) != len(things) or len(numbers) < 2:
        return []
    return [
        (one, sentence[thing.start : thing.end]) for one, thing in zip(numbers, things, strict=True)
    ]


def _last_row(sentence: str, things: Sequence[_Thing], between: Pattern) -> list[_Thing]:
    """The last two or more things that follow each other with no more than `and` in between."""
    rows: list[list[_Thing]] = [[]]
    for thing in things:
        if rows[-1] and not between.fullmatch(sentence, rows[-1][-1].end, thing.start):
            rows.append([])
        rows[-1].append(thing)
    return next((row for row in reversed(rows) if len(row) > 1), [])


class _Joined:
    """Names in a row with blanks alone between: `VVC VTM` is one."""

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


def _joined(sentence: str, names: Sequence[_Placed]) -> list[_Joined]:
    found: list[_Joined] = []
    for name in names:
        if found and not sentence[found[-1].end : name.start].strip():
            found[-1] = _Joined(found[-1].start, name.end)
        else:
            found.append(_Joined(name.start, name.end))
    return found
