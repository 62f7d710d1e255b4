"""The figures a thing could have, from the best place that has any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from akira_cli.core.errors import (
    STOPS,
    AkiraError,
    NotFound,
    Unreachable,
    UnusablePicture,
    UsageError,
)
from akira_cli.core.figures import Candidate, Scored, ranked, same_figure
from akira_cli.core.handles import handle_of
from akira_cli.core.items import Item
from akira_cli.core.models import Entry
from akira_cli.ports import DraftStore, Http, LookUp, Recognise
from akira_cli.ports.figures import (
    EncodedPicture,
    FigureFinder,
    Findings,
    PictureEncoder,
    PictureStore,
)

Finders = Mapping[str, FigureFinder]
"""By name, the best place to look first."""


class Studio(NamedTuple):
    """What it takes to give an entry a figure."""

    finders: Finders
    http: Http
    encoder: PictureEncoder
    pictures: PictureStore
    store: DraftStore
    recognise: Recognise
    look_up: LookUp


class Gallery(NamedTuple):
    """What one finder found for an item, the candidates best first."""

    item: Item
    finder: FigureFinder
    findings: Findings
    ranked: Sequence[Scored]


class Chosen(NamedTuple):
    """A candidate with its picture, where that was taken from, and what the curator should know
    of it."""

    scored: Scored
    picture: EncodedPicture
    licence: str
    source: str
    notes: tuple[str, ...] = ()


def gallery_of(entry: Entry, studio: Studio, only: str | None = None) -> Gallery:
    """The figures an entry could have; raises AkiraError when its facts or they cannot be had."""
    return open_gallery(_item_of(entry, studio), studio, only)


def open_gallery(item: Item, studio: Studio, only: str | None = None) -> Gallery:
    """The figures in the first place that has any, or in the one called `only`.

    Raises NotFound when none has, saying why of each place; UsageError for a place there is not.
    """
    if only is not None and only not in studio.finders:
        raise UsageError(
            f"there is no place '{only}' to look", f"places: {', '.join(studio.finders)}"
        )
    tried: list[str] = []
    unreachable: Unreachable | None = None
    for name, finder in studio.finders.items():
        if only not in (None, name) or not finder.can_look(item):
            continue
        try:
            findings = finder.find(item, studio.http)
        except STOPS:
            raise
        except AkiraError as error:
            unreachable = error if isinstance(error, Unreachable) else unreachable
            tried.append(error.message)
            continue
        if any(each.kind in ("figure", "preview") for each in findings.candidates):
            return Gallery(item, finder, findings, ranked(findings.candidates, item.title))
        tried.append(f"no figure in {name}")
    if unreachable is not None:
        raise unreachable  # without a network nobody can say that there is none
    where = "; ".join(tried) or "there is no page to look on"
    handle = handle_of(item.reference, item.title)
    raise NotFound(
        f"no figure was found for '{handle}': {where}",
        f"'akira figure {handle} --file PICTURE' gives it one",
    )


def candidate_numbered(gallery: Gallery, number: int) -> Scored:
    """The candidate with a number; raises UsageError."""
    for each in gallery.ranked:
        if each.candidate.number == number:
            return each
    raise UsageError(
        f"there is no figure number {number}",
        f"there are {len(gallery.ranked)}; akira figures shows them with their numbers",
    )


def picture_of(gallery: Gallery, scored: Scored, studio: Studio) -> Chosen:
    """The candidate's picture, fit to publish.

    A figure of several pictures, or of none that can be shown, is taken whole from the paper's
    PDF; or else its first picture. Raises UnusablePicture.
    """
    candidate, licence = scored.candidate, gallery.findings.licence
    if len(candidate.addresses) != 1:
        whole = _in_pdf(gallery.item, candidate, studio)
        if whole is not None:
            return Chosen(scored, studio.encoder.encode(whole.data), licence, whole.source)
    data = first_picture(gallery, candidate, studio)
    notes: tuple[str, ...] = ()
    if len(candidate.addresses) > 1:
        notes = (f"{candidate.label or 'the figure'} has several pictures; this is the first",)
    return Chosen(scored, studio.encoder.encode(data), licence, candidate.source, notes)


def first_picture(gallery: Gallery, candidate: Candidate, studio: Studio) -> bytes:
    """The picture of a candidate, the first where it has several, as its place has it."""
    if candidate.addresses:
        return gallery.finder.picture(candidate, studio.http)
    whole = _in_pdf(gallery.item, candidate, studio)
    if whole is None:
        raise UnusablePicture(
            f"{candidate.label or 'the figure'} is a drawing that no target shows",
            "give a picture of it with --file",
        )
    return whole.data


class _Whole(NamedTuple):
    data: bytes
    source: str


def _in_pdf(item: Item, wanted: Candidate, studio: Studio) -> _Whole | None:
    """The same figure as the PDF has it; None when it cannot be had."""
    pdf = studio.finders.get("pdf")
    if pdf is None or not wanted.label or not pdf.can_look(item):
        return None
    try:
        for candidate in pdf.find(item, studio.http).candidates:
            if same_figure(candidate, wanted):
                return _Whole(pdf.picture(candidate, studio.http), candidate.source)
    except STOPS:
        raise
    except AkiraError:
        return None  # the first of its pictures is better than none
    return None


def _item_of(entry: Entry, studio: Studio) -> Item:
    reference = studio.recognise(entry.url)
    version = entry.paper.version if entry.paper else None
    [(_, outcome)] = studio.look_up([replace(reference, version=version)])
    if isinstance(outcome, AkiraError):
        raise outcome
    return outcome.item
