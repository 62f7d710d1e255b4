"""Places in a contest and among the largest: ranked third, second place, fourth-best."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_numbers.quantity import Quantity, quantity_at
from akira_cli.core.patterns import Pattern

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
_ANY = "|".join(_ORDINALS)
_RANK = Pattern(
    rf"\b(?:(?:rank|place|finish|come|came|end)(?:s|ed|es|ing)?\s+(?:in\s+)?(?:the\s+)?(?P<after>{_ANY})"
    rf"|(?P<before>{_ANY})[\s-]+(?:places?|prize|rank|position|best|largest|biggest|highest|lowest"
    r"|smallest|fastest|most|strongest|cheapest)"
    rf"|(?P<paired>{_ANY})(?=(?:,|\s+(?:and|or|to))\s+(?:{_ANY})[\s-]+(?:places?|prize|rank|position)))\b(?!\s+(?:of\s+all|we|to)\b)",
    re.IGNORECASE,
)


_CONTEST = frozenset(("place", "places", "prize", "rank", "position", "of", "in", "among"))


def ranks(text: str) -> Iterator[Quantity]:
    """The places told in words, as numbers of the form "ordinal"."""
    lower = text.lower()
    if not any(ordinal in lower for ordinal in _ORDINALS):
        return
    for found in _RANK.finditer(text):
        group = next(name for name in ("after", "before", "paired") if found[name])
        value = float(_ORDINALS.index(found[group].lower()) + 1)
        one = quantity_at(text, found.start(group), found.end(group), value, f"{value:.0f}")
        yield one._replace(form="ordinal", kind="", unit="")


def rank_problem(one: Quantity, source: Sequence[Quantity]) -> Problem | None:
    """A place in words where the source has another, and this one nowhere."""
    told = [other for other in source if other.form == "ordinal"]
    if one.value == 1:  # the best is the first, in whatever words
        told = [other for other in told if not _CONTEST.isdisjoint(other.following[:1])]
    if not told or any(other.value == one.value for other in told):
        return None
    why = f"the source has '{told[0].text}', not '{one.text}'"
    return Problem("number-not-in-source", one.text, one.start, one.end, why)
