"""Names of the source put where the source has another: `with T5 as reader`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_names.acronyms import ALWAYS_KNOWN
from akira_cli.core.evidence.of_names.folding import folded
from akira_cli.core.evidence.of_names.language_codes import language_of
from akira_cli.core.evidence.of_names.names import Name, names_in
from akira_cli.core.evidence.of_words.polarity import is_light
from akira_cli.core.patterns import Pattern

_WORD = Pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")

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
        known = {folded(name.text) for name in there}
        for name in names:
            if folded(name.text) not in known and not _is_part(name.text, known):
                yield _misplaced(name, there[0].text)


def _is_part(name: str, others: set[str]) -> bool:
    lower = name.lower()
    return any(lower in other or other in lower or language_of(other) == lower for other in others)


def _misplaced(name: Name, other: str) -> Problem:
    why = f"the source has '{other}' there, not '{name.text}'"
    return Problem("name-not-in-source", name.text, name.start, name.end, why)
