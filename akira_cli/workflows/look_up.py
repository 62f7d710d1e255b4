"""Find Items: in the library, else at their sources, else in the sample catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from akira_cli.core.addresses import domain_of
from akira_cli.core.errors import AkiraError, BadAnswer, Unreachable
from akira_cli.core.identifiers import unrecognised
from akira_cli.core.items import Item, LeadsTo, Reference
from akira_cli.ports import Catalogue, Found, Http, Library, Source
from akira_cli.workflows._side_by_side import side_by_side

_MOST_STEPS = 3
"""How often one thing may lead to another: a short link, then an index, then the paper."""

_Outcome = Item | LeadsTo | AkiraError
_Outcomes = Iterator[tuple[Reference, _Outcome]]


class Places(NamedTuple):
    """Where Items may come from."""

    sources: Sequence[Source]
    http: Http
    library: Library
    catalogue: Catalogue


def recognise(text: str, sources: Sequence[Source]) -> Reference:
    """The reference a pasted text stands for, by the source that is surest of it.

    Raises NotAReference.
    """
    claims = [claim for source in sources if (claim := source.recognise(text)) is not None]
    if not claims:
        raise unrecognised(text)
    return max(claims, key=lambda claim: claim.certainty)


def look_up(
    references: Sequence[Reference], places: Places, *, refresh: bool = False
) -> Iterator[tuple[Reference, Found | AkiraError]]:
    """Yield what is known of each reference, in the order given.

    What the library has opens no connection unless `refresh`. What a source gives is kept. When
    a source cannot be reached, the library answers, then the catalogue. Different sites are asked
    at the same time.
    """
    known = {} if refresh else _from_library(references, places.library)
    wanted = [reference for reference in dict.fromkeys(references) if reference not in known]
    outcomes = _Answers(wanted, places)
    for reference in references:
        if reference in known:
            yield reference, Found(known[reference], "library")
            continue
        outcome = outcomes.of(reference)
        if isinstance(outcome, Item):
            yield reference, Found(outcome, "source")
        elif isinstance(outcome, Unreachable):
            yield reference, _without_source(reference, outcome, places)
        else:
            yield reference, outcome


class _Answers:
    """What the sources say of references; asked only as far as it is wanted."""

    def __init__(self, references: Sequence[Reference], places: Places) -> None:
        self._places = places
        self._known: dict[Reference, Item | AkiraError] = {}
        self._arriving = _fetched(references, places)

    def of(self, reference: Reference) -> Item | AkiraError:
        """What became of one of the references."""
        while reference not in self._known:
            asked, outcome = next(self._arriving)
            if isinstance(outcome, LeadsTo):
                outcome = _followed(asked, outcome, self._places)
            if isinstance(outcome, Item):
                _keep(asked, outcome, self._places)  # at once: a later fault must not cost it
            self._known[asked] = outcome
        return self._known[reference]


def _fetched(references: Sequence[Reference], places: Places) -> _Outcomes:
    """Each reference with what its source says, as it comes in."""
    sources = {source.name: source for source in places.sources}
    by_site: dict[tuple[str, str], list[Reference]] = {}
    for reference in references:
        by_site.setdefault((reference.source, domain_of(reference.url)), []).append(reference)

    def ask(name: str, group: list[Reference]) -> Callable[[], _Outcomes]:
        return lambda: sources[name].fetch(group, places.http)

    return side_by_side([ask(name, group) for (name, _), group in by_site.items()])


def _keep(asked: Reference, item: Item, places: Places) -> None:
    """Keep an item as what was asked, and as the page it turned out to be."""
    places.library.keep(asked, item)
    if item.url != asked.url:
        try:
            found = recognise(item.url, places.sources)
        except AkiraError:
            return  # a page that calls itself something odd is known by the address asked
        if not found.same_thing(asked):
            places.library.keep(found, item)


def _followed(asked: Reference, step: LeadsTo, places: Places) -> Item | AkiraError:
    """The Item at the end of the way, with the way in its notes."""
    notes: list[str] = []
    for _ in range(_MOST_STEPS):
        notes.append(step.because)
        try:
            reference = recognise(step.text, places.sources)
        except AkiraError as error:
            return error
        kept = places.library.find(reference)
        [(_, outcome)] = [(reference, kept)] if kept else _fetched([reference], places)
        if isinstance(outcome, Item):
            _keep(reference, outcome, places)
            pasted = replace(outcome.reference, text=asked.text)
            return replace(outcome, reference=pasted, notes=(*notes, *outcome.notes))
        if isinstance(outcome, AkiraError):
            return outcome
        step = outcome
    return BadAnswer(
        f"'{step.text}' leads on and on: {'; '.join(notes)}", "give the address it ends at"
    )


def _from_library(references: Sequence[Reference], library: Library) -> dict[Reference, Item]:
    found = ((reference, library.find(reference)) for reference in references)
    return {reference: item for reference, item in found if item is not None}


def _without_source(reference: Reference, error: Unreachable, places: Places) -> Found | AkiraError:
    kept = places.library.find(reference)
    if kept is not None:
        return Found(kept, "library", because=error.message)
    described = places.catalogue.find(reference)
    if described is not None:
        return Found(described, "catalogue", because=error.message)
    return error
