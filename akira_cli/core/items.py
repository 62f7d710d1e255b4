"""What is out there: the Reference to it, the Item a source makes of it, the first Summary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

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
