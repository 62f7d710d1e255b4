"""Two numbers exchanged between two names: 7% over one and 12% over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_numbers.numbers import Quantity
from akira_cli.core.evidence.of_numbers.respective import respective
from akira_cli.core.evidence.of_words.written_names import names_in
from akira_cli.core.patterns import Pattern

_LEADS_TO = Pattern(
    r"[^,;:.()\d]{0,45}\b(?:on|for|by|in|over|from|at|of|to|than|with)\s+(?:the\s+)?"
)

Bound = dict[str, Quantity]


def bound_names(sentence: str, found: Sequence[Quantity]) -> Bound:
    """The numbers of a sentence by the name, in lower case, that each leads to."""
    bound: Bound = {name.lower(): one for one, name in respective(sentence, found)}
    if bound or len(found) < 2:
        return bound
    names = names_in(sentence)
    following = next(names, None)
    for one in found:
        while following is not None and following.start < one.end:
            following = next(names, None)
        if following is None:
            break
        if not one.named and _LEADS_TO.fullmatch(sentence, one.end, following.start):
            bound.setdefault(following.text.lower(), one)
    return bound


def exchange_problems(mine: Bound, source: Iterable[Bound], offset: int) -> Iterator[Problem]:
    """The numbers of a sentence that the source gives to the other of two names."""
    if len(mine) < 2:
        return
    for theirs in source:
        for one, other in combinations(sorted(mine.keys() & theirs.keys()), 2):
            here = (mine[one].value, mine[other].value)
            there = (theirs[one].value, theirs[other].value)
            alike = "" in (units := {mine[one].unit, mine[other].unit}) or len(units) == 1
            if alike and here[0] != here[1] and here == there[::-1]:
                at = min(mine[one], mine[other], key=lambda quantity: quantity.start)
                why = f"the source has '{theirs[one].text}' for '{one}', not '{mine[one].text}'"
                start, end = at.start + offset, at.end + offset
                yield Problem("number-not-in-source", at.text, start, end, why)
