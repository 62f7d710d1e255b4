"""What it takes to find a figure, to make it fit to publish, and to keep it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:  # a command that meets one port must not load the nouns of all
    from akira_cli.core.figures import Candidate, Scored
    from akira_cli.core.items import Item
    from akira_cli.ports import Http


class Findings(NamedTuple):
    """The figures found for a thing, in the order of the page, and the licence the page names
    (its address or name; empty when it names none)."""

    candidates: tuple[Candidate, ...]
    licence: str = ""


class FigureFinder(Protocol):
    """Finds the figures of a thing in one place: the paper's web page, its PDF, ...

    `can_look` is pure. `find` makes as few requests as it can; raises NotFound where the place
    has nothing about this thing, UnreadablePage and RemoteError. `picture` gets the bytes of one
    of the candidates that this finder found, in whatever format they are published.
    """

    name: str

    def can_look(self, item: Item) -> bool: ...

    def find(self, item: Item, http: Http) -> Findings: ...

    def picture(self, candidate: Candidate, http: Http) -> bytes: ...


class EncodedPicture(NamedTuple):
    """A picture fit for every export: `suffix` is `.png` or `.jpg`."""

    data: bytes
    suffix: str
    width: int
    height: int


class PictureEncoder(Protocol):
    """Makes a picture of any source fit for publication: same bytes in, same bytes out.

    `thumbnail` makes it fit for a list of many. Both raise UnusablePicture, which says what is
    wrong with it.
    """

    def encode(self, data: bytes) -> EncodedPicture: ...

    def thumbnail(self, data: bytes) -> EncodedPicture: ...


class PictureStore(Protocol):
    """Keeps pictures for the drafts. `keep` names one after its entry and returns its `file`;
    another picture that has the name keeps it, so that whatever shows it goes on doing so.
    Raises NotWritten."""

    def keep(self, entry_id: str, picture: EncodedPicture) -> str: ...


class Thumbnail(NamedTuple):
    """A candidate on a contact sheet: its small picture as PNG or JPEG, or why there is none."""

    scored: Scored
    picture: bytes | None
    problem: str = ""
    chosen: bool = False


class ContactSheets(Protocol):
    """Pages that show candidates side by side. `write` returns the path of the entry's page;
    `way` is the command that takes one of them. Raises NotWritten."""

    def write(
        self, entry_id: str, title: str, way: str, thumbnails: Sequence[Thumbnail]
    ) -> str: ...
