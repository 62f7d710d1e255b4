"""The entries of a draft beside what their sources say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from akira_cli.core.draft_edits import position_of
from akira_cli.core.grounds import Grounded, grounds
from akira_cli.core.identifiers import arxiv_id_of
from akira_cli.core.items import Item, Reference
from akira_cli.core.models import Draft, Entry
from akira_cli.core.page import Section
from akira_cli.ports import Catalogue, Library


class EntryGrounds(NamedTuple):
    """An entry, what is known of it (None: nothing), and each sentence with what it rests on."""

    handle: str
    entry: Entry
    item: Item | None
    rows: tuple[Grounded, ...]


def grounds_of(
    draft: Draft,
    entries: Sequence[Entry],
    sections: Sequence[Section],
    library: Library,
    catalogue: Catalogue,
) -> list[EntryGrounds]:
    """The entries with their sources: what was fetched last, or else the sample catalogue's."""
    known = library.about([entry.url for entry in entries])
    shown = []
    for entry in entries:
        item = known.get(entry.url) or _in_catalogue(entry, catalogue)
        rows = grounds(entry, item) if item else ()
        shown.append(EntryGrounds(position_of(draft, sections, entry.id), entry, item, rows))
    return shown


def _in_catalogue(entry: Entry, catalogue: Catalogue) -> Item | None:
    arxiv_id = arxiv_id_of(entry.url)
    return catalogue.find(Reference("arxiv", arxiv_id)) if arxiv_id else None
