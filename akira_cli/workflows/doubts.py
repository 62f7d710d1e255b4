"""What the texts of a draft say that their sources do not, each with its place."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.core.doubts import Doubt, doubts
from akira_cli.core.models import Draft, Entry
from akira_cli.ports import DraftStore, KeptDoubts, Library


def doubts_told(
    draft: Draft, library: Library, store: DraftStore, kept: KeptDoubts
) -> dict[str, list[str]]:
    """The doubts about all entries whose sources the library knows, on a line each, by entry id.

    A line tells which text, where it stands (`drafts/issue-034.toml:17`), what is wrong with it and
    why. Doubts are found once for each state of the draft and of the library.
    """
    numbers = {entry.id: number for number, entry in enumerate(draft.entries)}
    told: dict[str, list[str]] = {}
    for entry_id, field, problem in kept.of(draft, lambda: _found(draft, library)):
        if entry_id not in numbers:  # somebody wrote in what was kept
            continue
        place = store.place(draft.name, ("entries", numbers[entry_id], field))
        line = f"{field}, {place}: '{problem.text}': {problem.why} ({problem.id})"
        told.setdefault(entry_id, []).append(line)
    return told


def _found(draft: Draft, library: Library) -> Sequence[Doubt]:
    items = library.about([entry.url for entry in draft.entries if _has_text(entry)])
    return [
        each
        for entry in draft.entries
        if entry.url in items and _has_text(entry)
        for each in doubts(entry, items[entry.url])
    ]


def _has_text(entry: Entry) -> bool:
    return bool(entry.headline or entry.summary)
