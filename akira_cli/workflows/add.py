"""Add entries to a draft: recognise, refuse repeats, look up, summarise, append."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from akira_cli.core.addresses import domain_of
from akira_cli.core.draft_edits import add_entry, find_about, noted, position_of, unused_id
from akira_cli.core.entries import entry_from, placeholder
from akira_cli.core.errors import (
    AkiraError,
    AlreadyInDraft,
    DraftExists,
    Refused,
    RemoteError,
    Unreachable,
    UnreadablePage,
    Withdrawn,
)
from akira_cli.core.identifiers import arxiv_id_of
from akira_cli.core.items import Item, Reference, Summary, Usage
from akira_cli.core.models import Draft, Entry
from akira_cli.core.page import Section
from akira_cli.core.settings import Length
from akira_cli.ports import DraftStore, Found, LookUp, Recognise, Summariser


@dataclass(frozen=True, slots=True)
class Covered:
    """Where else the same paper stands."""

    draft: str
    label: str
    date: date | None
    published: bool
    section: str
    headline: str


@dataclass(frozen=True, slots=True)
class Added:
    """An entry that is now in the draft, where it stands, and where its facts came from.

    `because` says why they are not from the source, or why a placeholder has none; `notes` what
    the curator should know of them and of the texts; `usage` what these took of a model.
    """

    entry: Entry
    handle: str
    origin: str
    because: str
    covered: tuple[Covered, ...]
    notes: tuple[str, ...] = ()
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the curator asked for beyond the references."""

    section: Section
    headline: str | None = None
    summary: str | None = None
    again: bool = False
    force: bool = False
    pending: bool = False
    length: Length = "normal"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each reference, and the draft as it is now (None: nothing was added)."""

    draft: Draft | None
    added: tuple[Added, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    reference: Reference
    entry: Entry
    origin: str
    because: str
    notes: tuple[str, ...] = ()
    usage: Usage | None = None


def add(
    texts: Sequence[str],
    wishes: Wishes,
    *,
    draft: Draft,
    sections: Sequence[Section],
    store: DraftStore,
    recognise: Recognise,
    look_up: LookUp,
    summariser: Summariser,
) -> Report:
    """Add what the texts refer to; the good ones are added, the others reported.

    All entries go into the draft in one change. A `draft` that is not in the store yet is
    created first, and only when there is something to put in it.
    """
    references, refused = _recognised(texts, recognise, wishes.again)
    if not wishes.again:
        references, repeats = _without_repeats(references, draft, sections)
        refused += repeats
    made, failed = _made(references, wishes, look_up, summariser)
    refused += failed
    if not made:
        return Report(None, (), _in_order(texts, refused))
    if draft.name not in store.names():
        _create(store, draft)
    written, placed, late = _append(store, draft.name, made, sections, wishes.again)
    added = [
        Added(
            entry=entry,
            handle=position_of(written, sections, entry.id),
            origin=one.origin,
            because=one.because,
            covered=covered_elsewhere(one.reference, written.name, store),
            notes=one.notes,
            usage=one.usage,
        )
        for one, entry in placed
    ]
    return Report(written if added else None, tuple(added), _in_order(texts, [*refused, *late]))


def covered_elsewhere(reference: Reference, name: str, store: DraftStore) -> tuple[Covered, ...]:
    """Where other drafts of the workspace hold the same paper."""
    return tuple(_coverage(reference, name, store))


def _coverage(reference: Reference, name: str, store: DraftStore) -> Iterator[Covered]:
    for other in store.mentioning(_needle(reference)):
        if other == name:
            continue
        try:
            draft = store.load(other)
        except AkiraError:
            continue  # a broken file elsewhere must not stop work on this one
        entry = find_about(draft, reference)
        if entry is not None:
            yield Covered(
                draft.name, draft.label, draft.date, draft.published, entry.section, entry.headline
            )


def _needle(reference: Reference) -> str:
    """What a draft's file must hold to be worth reading: every form of an id spells out its
    digits, every form of an address its host."""
    if reference.source == "arxiv":
        return reference.id.rpartition("/")[2]
    return domain_of(reference.url).removeprefix("www.")


def _recognised(
    texts: Sequence[str], recognise: Recognise, again: bool
) -> tuple[list[Reference], list[Refused]]:
    references: list[Reference] = []
    refused: list[Refused] = []
    for text in texts:
        try:
            reference = replace(recognise(text), text=text)
        except AkiraError as error:
            refused.append(Refused(text, error))
            continue
        if not again and any(reference.same_thing(other) for other in references):
            refused.append(Refused(text, AlreadyInDraft(f"'{reference.id}' is given twice")))
        else:
            references.append(reference)
    return references, refused


def _without_repeats(
    references: Sequence[Reference], draft: Draft, sections: Sequence[Section]
) -> tuple[list[Reference], list[Refused]]:
    fresh: list[Reference] = []
    repeats: list[Refused] = []
    for reference in references:
        entry = find_about(draft, reference)
        if entry is None:
            fresh.append(reference)
        else:
            repeats.append(Refused(reference.text, _already(draft, sections, entry)))
    return fresh, repeats


def _already(draft: Draft, sections: Sequence[Section], entry: Entry) -> AlreadyInDraft:
    return AlreadyInDraft(
        f"'{arxiv_id_of(entry.url) or entry.id}' is in {draft.label} already, at "
        f'{position_of(draft, sections, entry.id)} in {entry.section}: "{entry.headline}"',
        f"'akira refresh' fills it; 'akira remove {entry.id}' makes room for another try"
        if entry.pending
        else "--again adds it all the same",
    )


def _made(
    references: Sequence[Reference], wishes: Wishes, look_up: LookUp, summariser: Summariser
) -> tuple[list[_Made], list[Refused]]:
    made: list[_Made] = []
    refused: list[Refused] = []
    for reference, outcome in look_up(references) if references else ():
        try:
            made.append(_make(reference, outcome, wishes, summariser))
        except AkiraError as error:
            refused.append(Refused(reference.text, error))
    return made, refused


def _make(
    reference: Reference, outcome: Found | AkiraError, wishes: Wishes, summariser: Summariser
) -> _Made:
    key = wishes.section.key
    if isinstance(outcome, Found):
        _refuse_withdrawn(outcome.item, wishes.force)
        written = _written(outcome.item, wishes, summariser)
        entry = entry_from(
            outcome.item, written, key, headline=wishes.headline, summary=wishes.summary
        )
        found = replace(outcome.item.reference, text=reference.text, url=outcome.item.url)
        notes = (*outcome.item.notes, *written.notes)
        return _Made(found, entry, outcome.origin, outcome.because, notes, written.usage)
    if not (wishes.pending and isinstance(outcome, RemoteError | UnreadablePage)):
        raise outcome
    entry = placeholder(reference, key, wishes.headline or "", wishes.summary or "")
    told = (
        (outcome.message,) if isinstance(outcome, Unreachable) else (outcome.message, outcome.hint)
    )
    reason = "; ".join(filter(None, told))
    return _Made(reference, entry, "pending", reason)


def _written(item: Item, wishes: Wishes, summariser: Summariser) -> Summary:
    """The first texts; none are asked for where the curator has given both."""
    if wishes.headline is not None and wishes.summary is not None:
        return Summary("", "")
    return summariser.summarise(item, wishes.length)


def _refuse_withdrawn(item: Item, force: bool) -> None:
    if item.withdrawn is not None and not force:
        raise Withdrawn(
            f"'{item.reference.versioned_id}' was withdrawn: {item.withdrawn}",
            "--force adds it all the same",
        )


def _create(store: DraftStore, draft: Draft) -> None:
    with suppress(DraftExists):  # another process made it a moment ago: theirs will do
        store.create(draft, f"draft new {draft.label}")
    store.use(draft.name)


def _append(
    store: DraftStore, name: str, made: Sequence[_Made], sections: Sequence[Section], again: bool
) -> tuple[Draft, list[tuple[_Made, Entry]], list[Refused]]:
    """Put the entries in, looking for repeats once more: the file may have gained some."""
    placed: list[tuple[_Made, Entry]] = []
    late: list[Refused] = []

    def change(draft: Draft) -> Draft:
        placed.clear()
        late.clear()
        for one in made:
            there = None if again else find_about(draft, one.reference)
            if there is not None:
                late.append(Refused(one.reference.text, _already(draft, sections, there)))
                continue
            entry = replace(one.entry, id=unused_id(draft, one.entry.id))
            draft = add_entry(draft, entry)
            placed.append((one, entry))
        return draft

    note = noted("add", [one.entry.id for one in made])
    return store.update(name, change, note), placed, late


def _in_order(texts: Sequence[str], refused: Sequence[Refused]) -> tuple[Refused, ...]:
    return tuple(sorted(refused, key=lambda one: texts.index(one.text)))
