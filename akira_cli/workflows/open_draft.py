"""Find the draft a command is about, or make the next one."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from akira_cli.core.draft_names import choose, likely_name, new_draft, newest_first
from akira_cli.core.errors import InvalidFile, UnknownHandle
from akira_cli.core.models import Draft
from akira_cli.core.page import LabelKind
from akira_cli.ports import Broken, DraftStore


class NextIssue(NamedTuple):
    """What a new draft is made of when nobody says otherwise."""

    day: date
    language: str
    label_pattern: str
    months: tuple[str, ...] = ()
    kinds: tuple[LabelKind, ...] = ()


def named_draft(store: DraftStore, wanted: str) -> Draft:
    """The draft called so: a number, a label, a file's stem. Raises UnknownHandle, InvalidFile."""
    stem = _stem(wanted)
    if stem in store.names():
        return store.load(stem)
    try:
        return choose(_readable(store), wanted)
    except UnknownHandle:
        likely = likely_name(wanted)
        if likely not in store.names():
            raise
        return store.load(likely)  # it is there, and this says why it cannot be read


def open_draft(store: DraftStore) -> Draft | None:
    """The draft new entries go to: the one in use if it is open, else the newest open one.

    None when none is open. Raises InvalidFile for a broken draft rather than pass it by:
    work on it would seem lost.
    """
    used = _used(store)
    return _read(_newest_open(store) if _is_published(used) else used)


def draft_in_use(store: DraftStore, wanted: str | None) -> Draft:
    """The draft asked for, else the one in use, else the newest open one.

    Raises UnknownHandle when there is none, InvalidFile when it is broken.
    """
    if wanted is not None:
        return named_draft(store, wanted)
    draft = _read(_used(store))
    if draft is None:
        raise UnknownHandle("no draft is open", "'akira draft new' begins the next issue")
    return draft


def draft_to_edit(store: DraftStore, wanted: str | None) -> str:
    """The name of the draft asked for, else of the one in use, even when its file is broken:
    editing is how it is mended. Raises UnknownHandle."""
    if wanted is None:
        found = _used(store)
        return found.name if found is not None else draft_in_use(store, None).name
    stem = _stem(wanted)
    return stem if stem in store.names() else named_draft(store, wanted).name


def _used(store: DraftStore) -> Draft | Broken | None:
    current = store.current()
    if current is None:
        return _newest_open(store)
    try:
        return store.load(current)
    except InvalidFile as error:
        return Broken(current, error)


def _newest_open(store: DraftStore) -> Draft | Broken | None:
    drafts = store.all()
    open_ones = newest_first(d for d in drafts if isinstance(d, Draft) and not d.published)
    broken = (d for d in drafts if isinstance(d, Broken))
    candidates: list[Draft | Broken] = [*open_ones, *broken]
    return candidates[0] if candidates else None


def _is_published(found: Draft | Broken | None) -> bool:
    return isinstance(found, Draft) and found.published


def _read(found: Draft | Broken | None) -> Draft | None:
    if isinstance(found, Broken):
        raise found.error
    return found


def next_draft(
    store: DraftStore, following: NextIssue, *, number: int | None = None, label: str | None = None
) -> Draft:
    """A new draft, not stored yet: the next issue, or the one numbered or labelled so."""
    return new_draft(
        _readable(store),
        day=following.day,
        language=following.language,
        label_pattern=following.label_pattern,
        months=following.months,
        kinds=following.kinds,
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

    Without a wish it is the draft in use; when that is open and empty, the newest open one
    with something in it; when none is open, the newest published one. (None, None) when
    there is no draft at all.
    """
    if wanted is not None:
        return named_draft(store, wanted), None
    draft = _read(_used(store))
    if draft is not None and (draft.published or draft.entries or draft.highlights):
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
