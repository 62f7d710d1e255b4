"""Find the draft a command is about, or make the next one."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from akira_cli.core.errors import InvalidFile, UnknownHandle
from akira_cli.core.issues import choose, new_draft, newest_first
from akira_cli.core.models import Draft
from akira_cli.ports import Broken, DraftStore


class NextIssue(NamedTuple):
    """What a new draft is made of when nobody says otherwise."""

    day: date
    language: str
    label_pattern: str


def named_draft(store: DraftStore, wanted: str) -> Draft:
    """The draft called so: a number, a label, a file's stem. Raises UnknownHandle, InvalidFile."""
    stem = _stem(wanted)
    if stem in store.names():
        return store.load(stem)
    return choose(_readable(store), wanted)


def open_draft(store: DraftStore) -> Draft | None:
    """The draft in use, else the newest open one, else None.

    Raises InvalidFile for a broken draft rather than pass it by: work on it would seem lost.
    """
    found = _open(store)
    if isinstance(found, Broken):
        raise found.error
    return found


def draft_to_edit(store: DraftStore, wanted: str | None) -> str:
    """The name of the draft asked for, else of the open one, even when its file is broken:
    editing is how it is mended. Raises UnknownHandle."""
    if wanted is None:
        found = _open(store)
        return found.name if found is not None else draft_in_use(store, None).name
    stem = _stem(wanted)
    return stem if stem in store.names() else named_draft(store, wanted).name


def _open(store: DraftStore) -> Draft | Broken | None:
    current = store.current()
    if current is not None:
        try:
            draft = store.load(current)
        except InvalidFile as error:
            return Broken(current, error)
        if not draft.published:
            return draft
    drafts = store.all()
    open_ones = newest_first(d for d in drafts if isinstance(d, Draft) and not d.published)
    broken = (d for d in drafts if isinstance(d, Broken))
    candidates: list[Draft | Broken] = [*open_ones, *broken]
    return candidates[0] if candidates else None


def draft_in_use(store: DraftStore, wanted: str | None) -> Draft:
    """The draft asked for, else the open one; raises UnknownHandle when there is none."""
    if wanted is not None:
        return named_draft(store, wanted)
    draft = open_draft(store)
    if draft is None:
        raise UnknownHandle("no draft is open", "'akira draft new' begins the next issue")
    return draft


def next_draft(
    store: DraftStore, following: NextIssue, *, number: int | None = None, label: str | None = None
) -> Draft:
    """A new draft, not stored yet: the next issue, or the one numbered or labelled so."""
    return new_draft(
        _readable(store),
        day=following.day,
        language=following.language,
        label_pattern=following.label_pattern,
        number=number,
        label=label,
    )


def start_draft(store: DraftStore, draft: Draft) -> Draft:
    """Store a new draft and use it; raises DraftExists."""
    store.create(draft, f"draft new {draft.label}")
    store.use(draft.name)
    return draft


def draft_to_export(store: DraftStore, wanted: str | None) -> tuple[Draft | None, Draft | None]:
    """The draft to export, and the open but empty one passed over for it, if any.

    Without a wish it is the open draft; when that is empty, the newest open one with
    something in it; when none is open, the newest published one. (None, None) when there
    is no draft at all.
    """
    if wanted is not None:
        return named_draft(store, wanted), None
    draft = open_draft(store)
    if draft is not None and (draft.entries or draft.highlights):
        return draft, None
    others = newest_first(_readable(store))
    if draft is not None:
        filled = [d for d in others if not d.published and (d.entries or d.highlights)]
        return (filled[0], draft) if filled else (draft, None)
    return (others[0], None) if others else (None, None)


def _stem(wanted: str) -> str:
    """The file's stem, also out of `drafts/issue-034.toml`."""
    return wanted.strip().removesuffix(".toml").rpartition("/")[2]


def _readable(store: DraftStore) -> list[Draft]:
    return [draft for draft in store.all() if isinstance(draft, Draft)]
