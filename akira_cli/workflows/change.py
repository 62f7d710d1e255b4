"""Change what stands in a draft: move, remove, approve, edit; highlights; publish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from akira_cli.core import draft_edits as edits
from akira_cli.core.errors import DraftConflict, UsageError
from akira_cli.core.models import Draft, Entry, Highlight
from akira_cli.core.page import Section
from akira_cli.ports import DraftStore

_LOGGED = 50
"""Characters of a highlight that the log shows."""

_EDITABLE = ("section", "url", "headline", "title", "summary")


def move(
    store: DraftStore,
    draft: Draft,
    sections: Sequence[Section],
    handle: str,
    *,
    section: str | None = None,
    position: int | None = None,
    before: str | None = None,
    after: str | None = None,
) -> tuple[Draft, str]:
    """Move an entry within or across sections; returns the draft and the entry's id.

    At most one of `position`, `before`, `after`; the neighbour's section is implied.
    """
    entry = edits.resolve(draft, sections, handle)
    if sum(place is not None for place in (position, before, after)) > 1:
        raise UsageError("give one of --position, --before and --after")
    neighbour = before or after
    beside = edits.resolve(draft, sections, neighbour).id if neighbour else None
    if beside == entry.id:
        raise UsageError(f"'{handle}' cannot be moved beside itself")

    def change(fresh: Draft) -> Draft:
        target = section or edits.known_entry(fresh, entry.id).section
        if beside is None:
            return edits.move_entry(fresh, entry.id, target, position)
        target = section or edits.known_entry(fresh, beside).section
        others = [e.id for e in fresh.in_section(target) if e.id != entry.id]
        if beside not in others:
            raise UsageError(f"'{neighbour}' is not in section '{target}'")
        place = others.index(beside) + (1 if before else 2)
        return edits.move_entry(fresh, entry.id, target, place)

    return store.update(draft.name, change, f"move {entry.id}"), entry.id


def remove(store: DraftStore, draft: Draft, ids: Sequence[str]) -> Draft:
    """Take entries out of a draft."""

    def change(fresh: Draft) -> Draft:
        for entry_id in ids:
            fresh = edits.remove_entry(fresh, entry_id)
        return fresh

    return store.update(draft.name, change, edits.noted("remove", ids))


def approve(store: DraftStore, draft: Draft, ids: Sequence[str]) -> Draft:
    """Accept the machine's texts of these entries as the curator's own."""

    def change(fresh: Draft) -> Draft:
        for entry_id in ids:
            entry = edits.known_entry(fresh, entry_id)
            fresh = edits.replace_entry(fresh, edits.approve(entry))
        return fresh

    return store.update(draft.name, change, edits.noted("approve", ids))


def edit(store: DraftStore, draft: Draft, before: Entry, after: Entry) -> Draft:
    """Write an edited entry back, keeping what else changed in the file meanwhile.

    Raises DraftConflict when the same text was changed in both places.
    """

    def change(fresh: Draft) -> Draft:
        now = edits.known_entry(fresh, before.id)
        mine = {
            name: getattr(after, name)
            for name in _EDITABLE
            if getattr(after, name) != getattr(before, name)
        }
        for name, value in mine.items():
            if getattr(now, name) not in (getattr(before, name), value):
                raise DraftConflict(f"the {name} of '{before.id}' was changed elsewhere too")
        return edits.replace_entry(fresh, replace(now, **mine).without_stale_marks())

    return store.update(draft.name, change, f"edit {before.id}")


def add_highlight(
    store: DraftStore, draft: Draft, highlight: Highlight, position: int | None = None
) -> Draft:
    """Add a bullet to the top of the issue."""
    return store.update(
        draft.name,
        lambda fresh: edits.add_highlight(fresh, highlight, position),
        f"highlight add {_shortened(highlight.text)}",
    )


def remove_highlight(store: DraftStore, draft: Draft, number: int) -> Draft:
    """Take the nth bullet out, if it is still the one that was seen."""
    seen = edits.known_highlight(draft, number)

    def change(fresh: Draft) -> Draft:
        if edits.known_highlight(fresh, number) != seen:
            raise DraftConflict(f"highlight {number} was changed meanwhile")
        return edits.remove_highlight(fresh, number)

    return store.update(draft.name, change, f"highlight remove {_shortened(seen.text)}")


def _shortened(text: str) -> str:
    """The start of a text, for the log."""
    return text if len(text) <= _LOGGED else text[:_LOGGED].rstrip() + "…"


def publish(store: DraftStore, draft: Draft) -> Draft:
    """Mark the issue as published; it is in use no longer."""
    published = store.update(
        draft.name, lambda fresh: replace(fresh, published=True), f"draft publish {draft.label}"
    )
    if store.current() == draft.name:
        store.use(None)
    return published
