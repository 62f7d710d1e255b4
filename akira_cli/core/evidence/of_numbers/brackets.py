"""What a number in or before brackets is of: `91% (Corvus)` and `Corvus (91%)`."""

from __future__ import annotations

from akira_cli.core.evidence.of_numbers.quantity import Quantity
from akira_cli.core.patterns import Pattern

_NAMED_AFTER = Pattern(
    r"\s*(?:%|percent|points?|x|×)?\s*\((?P<name>(?=[^()\d]*[^\W\d_])[^()%=]{1,40})\)"
)
_VALUE_IN_BRACKETS = Pattern(r"[~≈<>+-]?\s*$")
_BEGINS = Pattern(r"[,;:()]|\b(?:and|or|while|but|with|than|over|outperforming|surpassing)\b")
_LONGEST = 60


def bracketed_owner(sentence: str, one: Quantity) -> tuple[int, int] | None:
    """The stretch of a sentence that names what a number is of, None without brackets."""
    after = _NAMED_AFTER.match(sentence, one.end)
    if after is not None:
        return after.span("name")
    opened = sentence.rfind("(", max(0, one.start - 4), one.start)
    if opened < 0 or not _VALUE_IN_BRACKETS.fullmatch(sentence, opened + 1, one.start):
        return None
    start = max(0, opened - _LONGEST)
    for found in _BEGINS.finditer(sentence, start, opened):
        start = found.end()
    return (start, opened) if sentence[start:opened].strip() else None
