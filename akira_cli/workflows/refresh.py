"""Fill the placeholders of all open drafts with the facts that could not be fetched then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from akira_cli.core.draft_edits import known_entry, noted, replace_entry
from akira_cli.core.entries import filled
from akira_cli.core.errors import AkiraError, Refused, Withdrawn
from akira_cli.core.items import Item, Reference, Summary, Usage
from akira_cli.core.models import Draft, Entry
from akira_cli.core.settings import Length
from akira_cli.ports import Broken, DraftStore, Found, LookUp, Recognise, Summariser


@dataclass(frozen=True, slots=True)
class Filled:
    """A placeholder that has its facts now; `notes` and `usage` are of the first texts."""

    draft: Draft
    entry: Entry
    origin: str
    because: str
    notes: tuple[str, ...] = ()
    usage: Usage | None = None


def refresh(
    *,
    store: DraftStore,
    recognise: Recognise,
    look_up: LookUp,
    summariser: Summariser,
    force: bool = False,
    length: Length = "normal",
) -> Iterator[Filled | Refused]:
    """Fill every placeholder of every open draft; texts written meanwhile are left alone.

    Withdrawn papers are reported and left, unless `force`.
    """
    for draft in store.all():
        if isinstance(draft, Broken):
            yield Refused(draft.name, draft.error)
        elif not draft.published:
            summarise = partial(summariser.summarise, length=length)
            yield from _refresh_draft(draft, store, recognise, look_up, summarise, force)


def _refresh_draft(
    draft: Draft,
    store: DraftStore,
    recognise: Recognise,
    look_up: LookUp,
    summarise: Callable[[Item], Summary],
    force: bool,
) -> Iterator[Filled | Refused]:
    found: dict[str, tuple[Found, Summary]] = {}
    asked: dict[str, Reference] = {}
    for entry in draft.entries:
        if entry.pending:
            try:
                asked[entry.id] = _asked_for(entry, recognise)
            except AkiraError as error:
                yield Refused(entry.id, error)
    outcomes = look_up(list(asked.values())) if asked else ()
    for entry_id, (_, outcome) in zip(asked, outcomes, strict=True):
        if isinstance(outcome, AkiraError):
            yield Refused(entry_id, outcome)
        elif outcome.item.withdrawn is not None and not force:
            yield Refused(entry_id, _withdrawn(outcome.item))
        else:
            found[entry_id] = (outcome, summarise(outcome.item))
    if found:
        yield from _fill(draft.name, found, store)


def _fill(
    name: str, found: Mapping[str, tuple[Found, Summary]], store: DraftStore
) -> Iterator[Filled]:
    done: list[str] = []

    def change(fresh: Draft) -> Draft:
        done.clear()
        for entry in fresh.entries:
            if entry.pending and entry.id in found:
                outcome, written = found[entry.id]
                fresh = replace_entry(fresh, filled(entry, outcome.item, written))
                done.append(entry.id)
        return fresh

    draft = store.update(name, change, noted("refresh", list(found)))
    for entry_id in done:
        outcome, written = found[entry_id]
        entry = known_entry(draft, entry_id)
        yield Filled(draft, entry, outcome.origin, outcome.because, written.notes, written.usage)


def _asked_for(entry: Entry, recognise: Recognise) -> Reference:
    """The reference of a placeholder, with the version that was asked for."""
    version = entry.paper.version if entry.paper else None
    return replace(recognise(entry.url), version=version, text=entry.id)


def _withdrawn(item: Item) -> Withdrawn:
    return Withdrawn(
        f"'{item.reference.versioned_id}' was withdrawn: {item.withdrawn}",
        f"--force fills it all the same, 'akira remove {item.reference.id}' takes it out",
    )
