"""Show the figures an entry could have side by side."""

from __future__ import annotations

from typing import NamedTuple

from akira_cli.core.errors import AkiraError
from akira_cli.core.figures import Candidate
from akira_cli.core.models import Entry, Figure
from akira_cli.ports.figures import ContactSheets, Thumbnail
from akira_cli.workflows.galleries import Gallery, Studio, gallery_of

MOST = 24
"""Candidates on one sheet; nobody looks at more."""


class Sheet(NamedTuple):
    """The page and what is on it, in the paper's order."""

    path: str
    gallery: Gallery
    thumbnails: tuple[Thumbnail, ...]


def contact_sheet(
    entry: Entry, studio: Studio, sheets: ContactSheets, only: str | None = None
) -> Sheet:
    """Write the sheet; a picture that cannot be had is told in its place.

    Raises AkiraError when no figure is found at all.
    """
    gallery = gallery_of(entry, studio, only)
    shown = sorted(gallery.ranked, key=lambda each: each.candidate.number)[:MOST]
    thumbnails = []
    for scored in shown:
        chosen = _is_shown(scored.candidate, entry.figure)
        try:
            data = gallery.finder.picture(scored.candidate, studio.http)
            small = studio.encoder.thumbnail(data).data
            thumbnails.append(Thumbnail(scored, small, chosen=chosen))
        except AkiraError as error:
            thumbnails.append(Thumbnail(scored, None, error.message, chosen))
    path = sheets.write(entry.id, entry.shown_headline, thumbnails)
    return Sheet(path, gallery, tuple(thumbnails))


def _is_shown(candidate: Candidate, figure: Figure | None) -> bool:
    """Whether it is the entry's; two figures on one page of a PDF are told apart by the credit."""
    if figure is None or figure.source != candidate.source:
        return False
    return candidate.page is None or f"{candidate.label} " in figure.credit
