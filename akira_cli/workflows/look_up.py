"""Find Items: in the library, else at their sources, else in the sample catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from akira_cli.core.addresses import domain_of
from akira_cli.core.errors import AkiraError, BadAnswer, Unreachable
from akira_cli.core.identifiers import unrecognised
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.ports import Catalogue, Found, Http, Library, Source
from akira_cli.workflows._side_by_side import side_by_side

_MOST_STEPS = 3
"""How often one thing may lead to another: a short link, then an index, then the paper."""

_Outcome = Item | LeadsTo | AkiraError
_Outcomes = Iterator[tuple[Reference, _Outcome]]


class Places(NamedTuple):
    """Where Items may come from."""

    sources: Iterable[Source]
    http: Http
    library: Library
    catalogue: Catalogue


def recognise(text: str, sources: Iterable[Source]) -> Reference:
    """The reference a pasted text stands for, by the source that is surest of it.

    No further source is looked at once none can be surer. Raises NotAReference.
    """
    surest: Reference | None = None
    for source in sources:
        claim = source.recognise(text)
        if claim is not None and (surest is None or claim.certainty > surest.certainty):
            surest = claim
        if surest is not None and surest.certainty is max(Certainty):
            break
    if surest is None:
        raise unrecognised(text)
    return surest


def look_up(
    references: Sequence[Reference], places: Places, *, refresh: bool = False
) -> Iterator[tuple[Reference, Found | AkiraError]]:
    """Yield what is known of each reference, in the order given.

    What the library has opens no connection unless `refresh`. What a source gives is kept. When
    a source cannot be reached, the library answers, then the catalogue. Different sites are asked
    at the same time.
    """
    answers = _Answers(references, places, refresh)
    for reference in references:
        yield reference, _as_asked(answers.of(reference), reference)


def _as_asked(outcome: Found | AkiraError, asked: Reference) -> Found | AkiraError:
    """The item with the text that was pasted now, not that of another day."""
    if isinstance(outcome, AkiraError):
        return outcome
    named = replace(outcome.item.reference, text=asked.text, removed=asked.removed)
    return outcome._replace(item=replace(outcome.item, reference=named))


class _Step(NamedTuple):
    """A reference that stands for the one that was asked for, and how it came to that."""

    asked: Reference
    notes: tuple[str, ...] = ()


class _Answers:
    """What is known of references; the sources are asked only as far as it is wanted.

    What leads elsewhere is followed in rounds, so that what many lead to is asked for together.
    """

    def __init__(self, references: Sequence[Reference], places: Places, refresh: bool) -> None:
        self._places = places
        self._refresh = refresh
        self._known: dict[Reference, Found | AkiraError] = {}
        self._led_on: list[tuple[_Step, LeadsTo]] = []
        self._waiting: dict[Reference, list[_Step]] = {}
        for reference in dict.fromkeys(references):
            self._begin(reference, _Step(reference))
        self._arriving = _fetched(list(self._waiting), places)

    def of(self, asked: Reference) -> Found | AkiraError:
        """What became of one of the references."""
        while asked not in self._known:
            arrived = next(self._arriving, None)
            if arrived is None:
                self._follow()
                continue
            reference, outcome = arrived
            if isinstance(outcome, Item):
                _keep(reference, outcome, self._places)  # at once: a later fault must not cost it
            for step in self._waiting.pop(reference):
                if isinstance(outcome, LeadsTo):
                    self._led_on.append((step, outcome))
                else:
                    self._end(step, self._found(reference, outcome))
        return self._known[asked]

    def _begin(self, reference: Reference, step: _Step) -> None:
        kept = None if self._refresh else self._places.library.find(reference)
        if kept is None:
            self._waiting.setdefault(reference, []).append(step)
        else:
            self._end(step, Found(kept, "library"))

    def _follow(self) -> None:
        """Begin with what the last round led to."""
        led_on, self._led_on = self._led_on, []
        for step, (text, because) in led_on:
            notes = (*step.notes, because)
            try:
                if len(notes) > _MOST_STEPS:
                    raise BadAnswer(
                        f"'{step.asked.text}' leads on and on: {'; '.join(notes)}",
                        "give the address it ends at",
                    )
                reference = recognise(text, self._places.sources)
            except AkiraError as error:
                self._known[step.asked] = error
            else:
                self._begin(reference, _Step(step.asked, notes))
        self._arriving = _fetched(list(self._waiting), self._places)

    def _found(self, reference: Reference, outcome: Item | AkiraError) -> Found | AkiraError:
        if isinstance(outcome, Item):
            return Found(outcome, "source")
        if isinstance(outcome, Unreachable):
            return _without_source(reference, outcome, self._places)
        return outcome

    def _end(self, step: _Step, outcome: Found | AkiraError) -> None:
        if isinstance(outcome, Found) and step.notes:
            item = outcome.item
            if outcome.origin == "source":
                self._places.library.keep(step.asked, item)
            notes = (*step.notes, *item.notes)
            outcome = outcome._replace(item=replace(item, notes=notes))
        self._known[step.asked] = outcome


def _fetched(references: Sequence[Reference], places: Places) -> _Outcomes:
    """Each reference with what its source says, as it comes in."""
    by_site: dict[tuple[str, str], list[Reference]] = {}
    for reference in references:
        by_site.setdefault((reference.source, domain_of(reference.url)), []).append(reference)

    def ask(name: str, group: list[Reference]) -> Callable[[], _Outcomes]:
        source = _named(name, places.sources)
        return lambda: source.fetch(group, places.http)

    return side_by_side([ask(name, group) for (name, _), group in by_site.items()])


def _named(name: str, sources: Iterable[Source]) -> Source:
    """The source of that name; KeyError when there is none."""
    for source in sources:
        if source.name == name:
            return source
    raise KeyError(name)


def _keep(asked: Reference, item: Item, places: Places) -> None:
    """Keep an item as what was asked, and as the page it turned out to be."""
    places.library.keep(asked, item)
    if item.url != asked.url:
        try:
            found = recognise(item.url, places.sources)
        except AkiraError:
            return  # a page that calls itself something odd is known by the address asked
        # what was read at that address itself knows it better
        if not found.same_thing(asked) and places.library.find(found) is None:
            places.library.keep(found, item)


def _without_source(reference: Reference, error: Unreachable, places: Places) -> Found | AkiraError:
    kept = places.library.find(reference)
    if kept is not None:
        return Found(kept, "library", because=error.message)
    described = places.catalogue.find(reference)
    if described is not None:
        return Found(described, "catalogue", because=error.message)
    return error
