"""The nouns, one per hop: Reference, Item, Entry, Draft, Issue, Document.

Each is a frozen value; none knows where it is stored or how it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

SourceName = str


@dataclass(frozen=True, slots=True)
class Reference:
    """What the curator pasted, recognised: which source, which thing, which version.

    `url` is the canonical address, without a version; `text` what was pasted.
    """

    source: SourceName
    id: str
    version: int | None = None
    text: str = ""
    url: str = ""

    @property
    def versioned_id(self) -> str:
        """The id as the source itself writes it, `2110.02178v2` or `2110.02178`."""
        return f"{self.id}v{self.version}" if self.version else self.id

    def same_thing(self, other: Reference) -> bool:
        """Whether both name one thing, whatever the version and however it was pasted."""
        return (self.source, self.id) == (other.source, other.id)


@dataclass(frozen=True, slots=True)
class Item:
    """What a source knows about a Reference.

    `reference.version` is the version these facts are about. `abstract_is_description`
    says that `abstract` is akira's own description, not the authors' words.
    `withdrawn` holds the reason the authors gave, or None.
    """

    reference: Reference
    url: str
    title: str
    authors: tuple[str, ...] = ()
    abstract: str = ""
    abstract_is_description: bool = False
    published: date | None = None
    updated: date | None = None
    categories: tuple[str, ...] = ()
    comment: str = ""
    journal: str = ""
    dois: tuple[str, ...] = ()
    withdrawn: str | None = None
    fetched_from: str = ""
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """A first headline and summary, written by a machine."""

    headline: str
    text: str


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What an entry keeps about its paper."""

    authors: tuple[str, ...] = ()
    published: date | None = None
    categories: tuple[str, ...] = ()
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """The preview box of a web page: its title, its description, its host."""

    title: str
    description: str = ""
    domain: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; `file` is relative to the drafts folder."""

    file: str
    alt: str = ""
    credit: str = ""


def text_digest(text: str) -> str:
    """Eight hex digits that change when the words change, but not when lines are rewrapped."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class MachineMarks:
    """Digests of the texts the tool wrote; a mark no longer counts once its text differs."""

    headline: str | None = None
    summary: str | None = None

    def __bool__(self) -> bool:
        return bool(self.headline or self.summary)


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of an issue. Its form follows from what it has, not from its section.

    `id` is the handle, unique in the draft. `pending` marks a placeholder whose facts
    are still to be fetched. `show_domain` overrides the issue's default when not None.
    """

    id: str
    section: str
    url: str
    headline: str = ""
    title: str = ""
    summary: str = ""
    machine: MachineMarks = MachineMarks()
    pending: bool = False
    show_domain: bool | None = None
    paper: PaperFacts | None = None
    card: Card | None = None
    figure: Figure | None = None

    @property
    def form(self) -> str:
        """`paper`, `web` or `bare`."""
        if self.paper is not None or self.pending:
            return "paper"
        return "web" if self.card is not None else "bare"

    @property
    def machine_fields(self) -> tuple[str, ...]:
        """Names of the texts that are still word for word the tool's and not yet approved."""
        return tuple(
            name
            for name in ("headline", "summary")
            if getattr(self.machine, name) == text_digest(getattr(self, name))
        )

    def without_stale_marks(self) -> Entry:
        """The entry with only the marks that still hold."""
        kept = {name: getattr(self.machine, name) for name in self.machine_fields}
        return replace(self, machine=MachineMarks(**kept))


@dataclass(frozen=True, slots=True)
class Highlight:
    """A bullet at the top of the issue; `text` is Markdown and may hold links."""

    text: str
    group: str = "featured"


@dataclass(frozen=True, slots=True)
class Draft:
    """One issue as the curator keeps it. `name` is the file's stem, `issue-034`."""

    name: str
    label: str
    number: int | None = None
    date: date | None = None
    language: str = "en"
    published: bool = False
    preamble: tuple[str, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    entries: tuple[Entry, ...] = ()

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with this id, or None."""
        return next((entry for entry in self.entries if entry.id == entry_id), None)

    def in_section(self, key: str) -> tuple[Entry, ...]:
        """The entries of one section in their order."""
        return tuple(entry for entry in self.entries if entry.section == key)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the layout: its key, what else names it, and its two printed names."""

    key: str
    toc: str
    heading: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrailerBlock:
    """A closing block: subscribe, other-blogs, past-issues or about."""

    kind: str
    heading: str = ""
    text: str = ""
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything an issue's page has besides the draft: names, wording, tracking, trailer.

    `title` is a pattern with `{name}` and `{label}`. `groups` pairs a highlight group's
    key with its heading. `tracking` holds query fields, added to headline links only.
    """

    name: str
    title: str
    sections: tuple[Section, ...]
    groups: tuple[tuple[str, str], ...]
    toc_intro: str
    separator: str
    joint: str = " — "
    show_domain: bool = True
    tracking: tuple[tuple[str, str], ...] = ()
    trailer: tuple[TrailerBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueEntry:
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


@dataclass(frozen=True, slots=True)
class IssueSection:
    """A section as it stands on the page, numbered from 1."""

    number: int
    key: str
    heading: str
    entries: tuple[IssueEntry, ...]


@dataclass(frozen=True, slots=True)
class HighlightItem:
    """One bullet: its Markdown text and the addresses it links to, in order."""

    text: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HighlightGroup:
    """Bullets under one heading."""

    group: str
    items: tuple[HighlightItem, ...]


@dataclass(frozen=True, slots=True)
class Issue:
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


@dataclass(frozen=True, slots=True)
class Loss:
    """Something a target drops or changes, where, and what was done about it."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file of a document: text made here, or a figure to be copied from the drafts."""

    name: str
    text: str = ""
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes for one target: the main file, what lies beside it, and what was lost."""

    main: DocumentFile
    beside: tuple[DocumentFile, ...] = ()
    losses: tuple[Loss, ...] = ()
