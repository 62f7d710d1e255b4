"""What is out there: the Reference to it, the Item a source makes of it, the first Summary."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum
from typing import Literal, NamedTuple

from akira_cli.core.page import Card

SourceName = str
Form = Literal["paper", "web", "bare"]


class Certainty(IntEnum):
    """How sure a source is that a text is its own; the surest one takes it."""

    ADDRESS = 1
    """It is a web address, like many."""
    FILE = 2
    """It is the address of a kind of file the source reads."""
    IDENTIFIER = 3
    """It names a thing by a number that a registry of many publishers resolves."""
    SITE = 4
    """It is an address of the one site the source knows."""
    THING = 5
    """It names a thing of the source by the source's own number."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What the curator pasted, recognised: which source, which thing, which version.

    `url` is the canonical address, without a version; `text` what was pasted; `removed` the
    parts of a pasted address that only told where it was found (`utm_source=...`).
    """

    source: SourceName
    id: str
    version: int | None = None
    text: str = ""
    url: str = ""
    removed: tuple[str, ...] = field(default=(), compare=False)
    certainty: Certainty = field(default=Certainty.THING, compare=False)

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
    `withdrawn` holds the reason the authors gave, or None. `display_title` is the title as the
    source's own page has it, where that is not made of id and title; `text` an article's own
    words, as far as they were given; `picture` the address of its preview, `pdf` that of the
    whole paper. `licence` is its address or name as found. `found_in` pairs a field with where in
    the answer it was found (`og:title`); `notes` are what the curator should know.
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
    form: Form = "paper"
    display_title: str = ""
    text: str = ""
    card: Card | None = None
    site: str = ""
    picture: str = ""
    pdf: str = ""
    licence: str = ""
    found_in: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


class LeadsTo(NamedTuple):
    """A thing that is only the way to another: what to look up instead, and why."""

    text: str
    because: str


Part = Literal["title", "abstract", "text"]


class Span(NamedTuple):
    """Where a sentence of a summary comes from.

    `sentence` is its place in the summary, from 0; `start` and `end` are characters of that
    part of the Item: `item.abstract[start:end]`.
    """

    sentence: int
    part: Part
    start: int
    end: int


class Usage(NamedTuple):
    """What a summary took of a language model; tokens are as the model counts them, 0 where it
    does not say."""

    input_tokens: int
    output_tokens: int
    seconds: float

    def __add__(self, other: object) -> Usage:
        """Both together."""
        if not isinstance(other, Usage):
            return NotImplemented
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.seconds + other.seconds,
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """A first headline and summary, written by a machine.

    `one_line` says it all in one sentence, where that came with the rest; `method` is the
    name of the summariser that wrote it. `notes` are what the curator should know of it: which
    faults it has, or why another method than the one asked for was used.
    """

    headline: str
    text: str
    one_line: str = ""
    spans: tuple[Span, ...] = ()
    method: str = "extractive"
    notes: tuple[str, ...] = ()
    usage: Usage | None = None
