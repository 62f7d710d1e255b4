"""A draft laid out, and the Document an exporter makes of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from akira_cli.core.models import Card, Figure
from akira_cli.core.page import TrailerBlock


class IssueEntry(NamedTuple):
    """An entry as it stands on the page; `domain` is None where it is not shown."""

    id: str
    form: str
    headline: str
    url: str
    tracked_url: str
    domain: str | None
    arxiv_id: str | None
    title: str
    summary: str
    figure: Figure | None
    card: Card | None
    machine: tuple[str, ...]


class IssueSection(NamedTuple):
    """A section as it stands on the page, numbered from 1."""

    number: int
    key: str
    heading: str
    entries: tuple[IssueEntry, ...]


class HighlightItem(NamedTuple):
    """One bullet: its Markdown text and the addresses it links to, in order."""

    text: str
    links: tuple[str, ...]


class HighlightGroup(NamedTuple):
    """Bullets under one heading."""

    group: str
    items: tuple[HighlightItem, ...]


class Issue(NamedTuple):
    """A draft laid out: what every exporter reads, and all it reads.

    `slug` is the draft's name, for the names of files.
    """

    title: str
    label: str
    number: int | None
    date: date | None
    language: str
    preamble: tuple[str, ...]
    highlights: tuple[HighlightGroup, ...]
    toc_intro: str
    toc: tuple[str, ...]
    sections: tuple[IssueSection, ...]
    trailer: tuple[TrailerBlock, ...]
    separator: str
    joint: str
    slug: str

    @property
    def entries(self) -> tuple[IssueEntry, ...]:
        """All entries in page order."""
        return tuple(entry for section in self.sections for entry in section.entries)


class Loss(NamedTuple):
    """Something a target drops or changes, where, and what was done about it."""

    where: str
    what: str


class DocumentFile(NamedTuple):
    """A file of a document: text made here, or a figure to be copied from the drafts."""

    name: str
    text: str = ""
    copy_of: str | None = None


class Document(NamedTuple):
    """Bytes for one target: the main file, what lies beside it, and what was lost."""

    main: DocumentFile
    beside: tuple[DocumentFile, ...] = ()
    losses: tuple[Loss, ...] = ()
