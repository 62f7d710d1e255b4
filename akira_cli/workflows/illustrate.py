"""Give entries their figures: the tool's choice for new papers, or the curator's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from akira_cli.core.addresses import domain_of, is_web_address
from akira_cli.core.alt_texts import alt_text
from akira_cli.core.credits import credit_line
from akira_cli.core.draft_edits import known_entry, replace_entry
from akira_cli.core.errors import (
    STOPS,
    AkiraError,
    BadAnswer,
    NotFound,
    RequestRefused,
    UnreadablePage,
    UnusablePicture,
    UsageError,
)
from akira_cli.core.figures import Scored
from akira_cli.core.items import Item
from akira_cli.core.licences import licence_named
from akira_cli.core.models import Draft, Entry, Figure
from akira_cli.core.settings import SITE_INTERVAL
from akira_cli.core.statuses import refuse_status
from akira_cli.ports import DraftStore, Http, Pace, Response
from akira_cli.workflows.galleries import (
    Chosen,
    Studio,
    candidate_numbered,
    gallery_of,
    picture_of,
)

_MOST_BYTES = 20_000_000
_NEXT_ONE = (UnusablePicture, NotFound, UnreadablePage, BadAnswer, RequestRefused)
"""What may be wrong with one picture, and not with the next."""

MOST_REQUESTS = 3
"""For the figure of one paper; with that for its facts they are four."""
_MOST_TRIES = 2
"""How many candidates are looked at when one turns out to be unusable."""


class Prepared(NamedTuple):
    """A figure whose picture is in its place, how it was chosen, what the curator should know."""

    figure: Figure
    scored: Scored | None = None
    notes: tuple[str, ...] = ()


class Illustrated(NamedTuple):
    """An entry with the figure it has now."""

    draft: Draft
    entry: Entry
    prepared: Prepared


class Unillustrated(NamedTuple):
    """An entry that got no figure, and why."""

    entry_id: str
    error: AkiraError


def illustrate(
    draft: Draft, entry_ids: Sequence[str], studio: Studio, rights: str = ""
) -> Iterator[Illustrated | Unillustrated]:
    """Give each paper among the entries the figure that stands for it best.

    One that has a figure by now is left alone. Whatever goes wrong costs the figure only; a site
    that refuses to be asked is asked nothing more.
    """
    refused: dict[str, AkiraError] = {}
    for entry_id in entry_ids:
        entry = known_entry(draft, entry_id)
        if entry.form != "paper" or entry.figure is not None:
            continue
        site = domain_of(entry.url)
        try:
            if site in refused:
                raise refused[site]
            prepared = _best(entry, studio, rights)
        except AkiraError as error:
            if isinstance(error, STOPS):
                refused[site] = error
            yield Unillustrated(entry_id, error)
            continue
        draft = set_figure(studio.store, draft, entry, prepared.figure, unless_there=True)
        after = known_entry(draft, entry_id)
        if after.figure == prepared.figure:  # nobody was faster
            yield Illustrated(draft, after, prepared)


def candidate(entry: Entry, number: int, studio: Studio, only: str | None = None) -> Prepared:
    """One of an entry's candidates, by its number on the contact sheet."""
    gallery = gallery_of(entry, studio, only)
    scored = candidate_numbered(gallery, number)
    chosen = picture_of(gallery, scored, studio)
    return _kept(entry, gallery.item, chosen, studio)


def own_picture(entry: Entry, data: bytes, studio: Studio) -> Prepared:
    """A picture of the curator's own; the words about another one would not fit it."""
    return Prepared(Figure(studio.pictures.keep(entry.id, studio.encoder.encode(data))))


def picture_at(entry: Entry, url: str, studio: Studio) -> Prepared:
    """The picture at an address, of unknown licence.

    Raises UsageError for what is no address, NotFound and the like where it has no picture.
    """
    if not is_web_address(url):
        raise UsageError(f"'{url}' is not a web address", "one looks like https://host/picture.png")
    pace = Pace(domain_of(url), SITE_INTERVAL)
    answer = studio.http.get(url, pace, accept="image/*", largest=_MOST_BYTES)
    refuse_status(answer.status, url, "give the picture with --file instead", what="picture")
    file = studio.pictures.keep(entry.id, studio.encoder.encode(answer.body))
    return Prepared(Figure(file, source=url))


def set_figure(
    store: DraftStore,
    draft: Draft,
    entry: Entry,
    figure: Figure | None,
    *,
    unless_there: bool = False,
) -> Draft:
    """Give an entry a figure, or take it away; the picture's file stays for whoever undoes it."""

    def change(fresh: Draft) -> Draft:
        there = known_entry(fresh, entry.id)
        if unless_there and there.figure is not None:
            return fresh
        return replace_entry(fresh, replace(there, figure=figure))

    return store.update(draft.name, change, f"figure {entry.id}")


def _best(entry: Entry, studio: Studio, rights: str) -> Prepared:
    """The best candidate whose picture can be had, within the number of requests allowed."""
    limited = studio._replace(http=_AtMost(studio.http, MOST_REQUESTS))
    gallery = gallery_of(entry, limited)
    wanted = [each for each in gallery.ranked if each.candidate.kind in ("figure", "preview")]
    problem: AkiraError | None = None
    for scored in wanted[:_MOST_TRIES]:
        try:
            chosen = picture_of(gallery, scored, limited)
        except _NEXT_ONE as error:
            problem = problem or error
            continue
        prepared = _kept(entry, gallery.item, chosen, studio)
        return prepared._replace(figure=replace(prepared.figure, rights=rights))
    raise problem or NotFound(f"no figure was found for '{entry.id}'")


def _kept(entry: Entry, item: Item, chosen: Chosen, studio: Studio) -> Prepared:
    """The picture written, and what is said of it."""
    found = chosen.scored.candidate
    # the licence of a text is not that of the picture a site shows for it
    named = chosen.licence or (item.licence if found.kind != "preview" else "")
    licence = licence_named(named)
    name = licence.name if licence else named
    figure = Figure(
        file=studio.pictures.keep(entry.id, chosen.picture),
        alt=alt_text(found.label, found.caption) or found.label or item.title,
        credit=credit_line(
            found.label,
            item.authors,
            item.published.year if item.published else None,
            name if licence and licence.is_open else "",
            title=item.title,
        ),
        source=chosen.source,
        licence=name,
    )
    return Prepared(figure, chosen.scored, chosen.notes)


class _AtMost:
    """`Http` that makes no more than so many requests."""

    def __init__(self, http: Http, requests: int) -> None:
        self._http = http
        self._left = requests

    def get(
        self, url: str, pace: Pace, *, accept: str = "*/*", largest: int | None = None
    ) -> Response:
        """As the other; raises NotFound once they are used up."""
        if not self._left:
            raise NotFound("the paper's pages took too many requests", "akira figures goes on")
        self._left -= 1
        return self._http.get(url, pace, accept=accept, largest=largest)
