"""What an issue's page has besides its entries: sections, wording, style, closing blocks.

The newsletter's config and wording packs say it for every issue (`Layout`); a draft may say
parts of it for itself (`OwnPage`).
"""

# Annotations are evaluated here: as texts, each of a named tuple would be compiled at every start.

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

PLACES = ("highlights", "contents", "headings", "sections", "trailer")
"""Where a separator may stand: after the highlights, after the table of contents, below each
section's heading, after each section, between closing blocks."""
WORDS = (
    *("contents", "links", "picture", "read_online", "skip"),
    *("subscribe", "other-blogs", "past-issues", "about"),
)
"""The few words a page has of its own, and the headings of closing blocks that have none."""


@dataclass(frozen=True, slots=True)
class Card:
    """The preview box of a web page: its title, its description, its host."""

    title: str
    description: str = ""
    domain: str = ""
    url: str = ""


class Section(NamedTuple):
    """A section of the layout: its key, what else names it, and its two printed names.

    `in_contents` is False for a section that stands in the issue, not in its contents.
    """

    key: str
    toc: str
    heading: str
    aliases: tuple[str, ...] = ()
    in_contents: bool = True


class LabelKind(NamedTuple):
    """A way to label issues, `Week {week}, {year}`, and the pattern of their titles."""

    kind: str
    label: str
    title: str = ""


class TrailerBlock(NamedTuple):
    """A closing block: subscribe, other-blogs, past-issues or about.

    `separated` says that a separator stands above it, `as_heading` that its heading is one
    and not a plain line. `name` is what drafts call it by.
    """

    kind: str
    heading: str = ""
    text: str = ""
    cards: tuple[Card, ...] = ()
    name: str = ""
    separated: bool = True
    as_heading: bool = True


class BlockUse(NamedTuple):
    """A closing block as a draft has it: one of the library, or its own kind, with its own parts.

    A part that is None is the library's. A card that is a string is one of the library's.
    """

    use: str | None = None
    kind: str | None = None
    heading: str | None = None
    text: str | None = None
    cards: tuple[Card | str, ...] | None = None
    separated: bool | None = None
    as_heading: bool | None = None


class Style(NamedTuple):
    """How the parts of an entry and of the page are set.

    `group_level` is the level of the highlight groups' headings, 0 for a plain line;
    `title_apart` makes the display title a paragraph of its own; `caption` stands below
    pictures that have none; `separators` are some of `PLACES`.
    """

    domain: bool = True
    headline: Literal["bold", "heading"] = "bold"
    title: Literal["plain", "italic"] = "plain"
    title_apart: bool = False
    group_level: int = 0
    caption: str = ""
    separators: tuple[str, ...] = ("highlights", "contents", "sections", "trailer")


class OwnPage(NamedTuple):
    """What one issue says of its own page; None, or a key left out, is the newsletter's.

    `contents` pairs a section's key with its line in the table of contents, or False.
    """

    title: str | None = None
    toc_intro: str | None = None
    style: tuple[tuple[str, Any], ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    contents: tuple[tuple[str, str | bool], ...] = ()
    trailer: tuple[BlockUse, ...] | None = None


NO_OWN_PAGE = OwnPage()
"""Of an issue that says nothing of its own page."""


class Layout(NamedTuple):
    """Everything an issue's page has besides the draft: names, wording, tracking, trailer.

    `title` is a pattern with `{name}` and `{label}`, for labels of no kind. `groups` pairs a
    highlight group's key with its heading. `tracking` holds query fields, added to headline
    links only. `library` holds every closing block, `trailer` those an issue gets unless it
    says otherwise. `words` are the few words a page has of its own, `date` and `preamble`
    patterns as `core.labels` fills them.
    """

    name: str
    title: str
    sections: tuple[Section, ...]
    groups: tuple[tuple[str, str], ...]
    toc_intro: str
    separator: str
    joint: str = " — "
    tracking: tuple[tuple[str, str], ...] = ()
    trailer: tuple[TrailerBlock, ...] = ()
    style: Style = Style()
    labels: tuple[LabelKind, ...] = ()
    months: tuple[str, ...] = ()
    date: str = "{date}"
    preamble: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    library: tuple[TrailerBlock, ...] = ()
    cards: tuple[tuple[str, Card], ...] = ()
    author: str = ""
    home: str = ""
    issue_url: str = ""
