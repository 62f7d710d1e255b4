"""A draft laid out, and the Document an exporter makes of it."""

# Annotations are evaluated here: as texts, each of a named tuple would be compiled at every start.

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from akira_cli.core.models import Figure
from akira_cli.core.page import Card, Style, TrailerBlock


class IssueEntry(NamedTuple):
    """An entry as it stands on the page; `domain` is None where it is not shown."""

    id: str
    form: str
    headline: str
    url: str
    tracked_url: str
    domain: str | None
    title: str
    summary: str
    figure: Figure | None
    card: Card | None
    machine: tuple[str, ...]
    as_heading: bool = False

    @property
    def shown_headline(self) -> str:
        """What stands in the headline's place: the title or the address where there is none."""
        return self.headline.strip() or self.title.strip() or self.url

    @property
    def display_title(self) -> str:
        """The title above the summary; empty where it stands in for the headline already."""
        return self.title.strip() if self.headline.strip() else ""

    @property
    def arxiv_id(self) -> str | None:
        """The id of the paper its address names, without version; None for anything else."""
        # few pages ask for it, and what reads it takes longer to load than a page to be laid out
        from akira_cli.core.identifiers import arxiv_id_of

        return arxiv_id_of(self.url)


class IssueSection(NamedTuple):
    """A section as it stands on the page, numbered from 1.

    `separated` says that a separator stands above its heading.
    """

    number: int
    key: str
    heading: str
    entries: tuple[IssueEntry, ...]
    separated: bool = True


class ContentsLine(NamedTuple):
    """A line of the table of contents, with the number of its section."""

    number: int
    text: str
    key: str = ""


class HighlightItem(NamedTuple):
    """One bullet: its Markdown text and the addresses it links to, in order."""

    text: str
    links: tuple[str, ...]


class HighlightGroup(NamedTuple):
    """Bullets under one heading, `group`."""

    group: str
    items: tuple[HighlightItem, ...]
    key: str = ""


class Issue(NamedTuple):
    """A draft laid out: what every exporter reads, and all it reads.

    `slug` is the draft's name, for the names of files. `day` is the date in the issue's
    language, `url` where the issue will stand on the web; both are empty when not known.
    `toc_separated` says that a separator stands above the table of contents. Each closing
    block and each section says so of itself. `words` are the page's own few words.
    """

    title: str
    label: str
    number: int | None
    date: date | None
    language: str
    preamble: tuple[str, ...]
    highlights: tuple[HighlightGroup, ...]
    toc_intro: str
    toc: tuple[ContentsLine, ...]
    sections: tuple[IssueSection, ...]
    trailer: tuple[TrailerBlock, ...]
    separator: str
    joint: str
    slug: str
    newsletter: str = ""
    day: str = ""
    style: Style = Style()
    toc_separated: bool = True
    published: bool = False
    words: Mapping[str, str] = MappingProxyType({})
    author: str = ""
    home: str = ""
    url: str = ""

    @property
    def figure_files(self) -> tuple[str, ...]:
        """The pictures' files, each once, in page order."""
        return tuple(dict.fromkeys(e.figure.file for e in self.entries if e.figure))

    @property
    def is_numbered_on(self) -> bool:
        """Whether the contents are numbered from 1 without a gap, as a plain list is."""
        return [line.number for line in self.toc] == list(range(1, len(self.toc) + 1))

    @property
    def entries(self) -> tuple[IssueEntry, ...]:
        """All entries in page order."""
        return tuple(entry for section in self.sections for entry in section.entries)


class Loss(NamedTuple):
    """Something a target drops or changes: where, what, and what was done about it."""

    where: str
    what: str
    done: str


class DocumentFile(NamedTuple):
    """A file of a document: text made here, or a figure to be copied from the drafts."""

    name: str
    text: str = ""
    copy_of: str | None = None


class Document(NamedTuple):
    """Bytes for one target: the main file, what lies beside it, and what was lost.

    `stale` is a pattern of file names, `medium/images/[0-9][0-9]-*.png`: files that fit it and are
    of no use to this document any more are those of an earlier one, and go.
    """

    main: DocumentFile
    beside: tuple[DocumentFile, ...] = ()
    losses: tuple[Loss, ...] = ()
    stale: str = ""
