"""Which words of a sentence are said to be less: neither denied nor quite affirmed."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.core.evidence.of_words.doubting_words import LESSENING
from akira_cli.core.evidence.of_words.scopes import clauses
from akira_cli.core.evidence.tokens import Token

_LESSENED = 4
"""How many words on either side a lessening word reaches."""


def lessened(tokens: Sequence[Token]) -> list[bool]:
    """For each word, whether it is in a clause in which something is said to be less."""
    found = [False] * len(tokens)
    if not any(token.lower in LESSENING for token in tokens):
        return found
    for start, end in clauses(tokens):
        for place in range(start, end):
            if tokens[place].lower in LESSENING and not _is_condition(tokens, place):
                first, last = max(start, place - _LESSENED), min(end, place + _LESSENED + 1)
                found[first:last] = [True] * (last - first)
    return found


def _is_condition(tokens: Sequence[Token], place: int) -> bool:
    """Whether `only` says when, not how little: `only after retraining`."""
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    return tokens[place].lower == "only" and following in ("after", "if", "when", "once", "with")
