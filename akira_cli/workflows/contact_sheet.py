"""Show the figures an entry could have side by side."""

from __future__ import annotations

from typing import NamedTuple

from akira_cli.core.errors import STOPS, AkiraError
from akira_cli.core.figures import Candidate
from akira_cli.core.models import Entry, Figure
from akira_cli.ports.figures import ContactSheets, Thumbnail
from akira_cli.workflows.galleries import Gallery, Studio, first_picture, gallery_of

MOST = 24
"""Candidates on one sheet; nobody looks at more."""


class Sheet(NamedTuple):
    """The page, the command that takes a figure of it, and what is on it, in the paper's order."""

    path: str
    way: str
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
    thumbnails: list[Thumbnail] = []
    refused: AkiraError | None = None
    for scored in shown:
        chosen = _is_shown(scored.candidate, entry.figure)
        try:
            if refused is not None:
                raise refused
            data = first_picture(gallery, scored.candidate, studio)
            small = studio.encoder.thumbnail(data).data
            thumbnails.append(Thumbnail(scored, small, chosen=chosen))
        except AkiraError as error:
            refused = error if isinstance(error, STOPS) else None
            thumbnails.append(Thumbnail(scored, None, error.message, chosen))
    way = f"akira figure {entry.id} --from {gallery.finder.name} --use N"
    path = sheets.write(entry.id, entry.shown_headline, way, thumbnails)
    return Sheet(path, way, gallery, tuple(thumbnails))


def _is_shown(candidate: Candidate, figure: Figure | None) -> bool:
    """Whether it is the entry's: a credit names the figure, whatever place it was taken from."""
    if figure is None or not figure.source:
        return False
    if figure.source == candidate.source and candidate.page is None:
        return True
    return bool(candidate.label) and figure.credit.startswith(f"{candidate.label} of ")
