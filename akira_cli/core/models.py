"""The Draft and what it is made of, as the curator keeps it.

The nouns, one per hop: Reference, Item (`items`), Entry, Draft (here), Issue, Document
(`issue`). Each is a frozen value; none knows where it is stored or how it is shown.
"""

from __future__ import annotations

from binascii import crc32
from dataclasses import dataclass, replace
from datetime import date

from akira_cli.core.addresses import is_of_arxiv
from akira_cli.core.page import NO_OWN_PAGE, Card, OwnPage


def text_digest(text: str) -> str:
    """Eight hex digits that change when the words change, but not when lines are rewrapped."""
    # a checksum, not a signature: it is there to notice an edit, and loads in no time
    return f"{crc32(' '.join(text.split()).encode()):08x}"


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What an entry keeps about its paper."""

    authors: tuple[str, ...] = ()
    published: date | None = None
    categories: tuple[str, ...] = ()
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; `file` is relative to the drafts folder.

    `source` is the address it was taken from, empty for the curator's own; `licence` the short
    name of its licence (`CC BY 4.0`), empty when none was found; `rights` why the curator may
    use it without one.
    """

    file: str
    alt: str = ""
    credit: str = ""
    caption: str = ""
    source: str = ""
    licence: str = ""
    rights: str = ""


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
    are still to be fetched. `show_domain` and `as_heading` go before the issue's style when
    they are not None.
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
    as_heading: bool | None = None
    paper: PaperFacts | None = None
    card: Card | None = None
    figure: Figure | None = None

    @property
    def form(self) -> str:
        """`paper`, `web` or `bare`."""
        if self.paper is not None or (self.pending and is_of_arxiv(self.url)):
            return "paper"
        return "web" if self.card is not None else "bare"

    @property
    def shown_headline(self) -> str:
        """What stands in the headline's place: the title or the address where there is none."""
        return self.headline.strip() or self.title.strip() or self.url

    @property
    def machine_fields(self) -> tuple[str, ...]:
        """Names of the texts that are still word for word the tool's and not yet approved."""
        return tuple(
            name
            for name in ("headline", "summary")
            if (text := getattr(self, name)) and getattr(self.machine, name) == text_digest(text)
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
    """One issue as the curator keeps it. `name` is the file's stem, `issue-034`.

    `preamble` is None where the newsletter's own is to stand.
    """

    name: str
    label: str
    number: int | None = None
    date: date | None = None
    language: str = "en"
    published: bool = False
    preamble: tuple[str, ...] | None = None
    highlights: tuple[Highlight, ...] = ()
    entries: tuple[Entry, ...] = ()
    page: OwnPage = NO_OWN_PAGE

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with this id, or None."""
        return next((entry for entry in self.entries if entry.id == entry_id), None)

    def in_section(self, key: str) -> tuple[Entry, ...]:
        """The entries of one section in their order."""
        return tuple(entry for entry in self.entries if entry.section == key)
