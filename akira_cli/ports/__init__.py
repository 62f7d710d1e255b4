"""What the workflows need from the world, one Protocol each.

A Protocol's docstring is the contract: adapters keep it, fakes keep it, tests check both.
Every method may raise an `AkiraError` and nothing else on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeAlias, runtime_checkable

if TYPE_CHECKING:  # a command that meets one port must not load the nouns of all
    from akira_cli.core.doubts import Doubt
    from akira_cli.core.errors import AkiraError
    from akira_cli.core.issue import Document, Issue
    from akira_cli.core.items import Item, LeadsTo, Reference, Summary
    from akira_cli.core.models import Draft, Entry
    from akira_cli.core.settings import Length


class Pace(NamedTuple):
    """How often a service may be asked: `interval` seconds between two requests,
    one request at a time, over all processes of the user."""

    service: str
    interval: float


class Response(NamedTuple):
    """A whole answer. Header names are lower case; `url` is where it came from at last."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


class Http(Protocol):
    """The only way out.

    `get` returns any answer that arrived whole within the limits, whatever its status,
    except that 429 and 503 are waited out a few times first and then raised as
    RateLimited and ServiceUnavailable, and 403 is raised at once as AccessDenied.
    `accept` is the media types wanted, `largest` the number of bytes an answer may have where
    it is not the usual one. Redirects are followed, within limits. Safe to use from several
    threads. Raises Offline, Unreachable (no connection could be made), PrivateNetwork (the
    address, or one it redirects to, is not on the public internet), TimedOut, TooSlow, TooLarge,
    ConnectionCut, BadAnswer.
    """

    def get(
        self, url: str, pace: Pace, *, accept: str = "*/*", largest: int | None = None
    ) -> Response: ...


class Clock(Protocol):
    """The time, timezone-aware; `now().date()` is the curator's own date."""

    def now(self) -> datetime: ...


class Progress(Protocol):
    """Told what takes time. `waiting` is called several times a second while it lasts,
    with the seconds left (None when unknown); `finished` once after it. Called from several
    threads, each with one wait at a time: who calls says which wait is meant."""

    def waiting(self, reason: str, seconds_left: float | None) -> None: ...

    def finished(self) -> None: ...


class Source(Protocol):
    """A place things come from.

    `recognise` is pure: a Reference with its certainty, or None when the text is not this
    source's, or NotAReference when it surely is but is malformed. `fetch` yields one pair per
    reference, in the order given: the Item, what to look up instead, or the error why there is
    none. A source that asks for many things in one request makes no further one after a
    RemoteError; the references left get that same error.
    """

    name: str

    def recognise(self, text: str) -> Reference | None: ...

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]: ...


class Summariser(Protocol):
    """Writes a first headline and summary of an Item from what it says, offline or not.

    All texts are empty when the Item has nothing to go by. Where a span is given, the sentence
    says what the Item says there.
    """

    name: str

    def summarise(self, item: Item, length: Length = "normal") -> Summary: ...


@runtime_checkable
class OneLiner(Protocol):
    """A summariser that says in one line what a thing is about, apart from its summary: few want
    it, and it takes its time."""

    def one_line(self, item: Item) -> str: ...


class Pictures(Protocol):
    """The pictures of the drafts, each by its `file` as an entry's figure has it.

    Raises NoPicture for one that is not there.
    """

    def read(self, file: str) -> bytes: ...


class Exporter(Protocol):
    """Turns an Issue into a Document for one target: same Issue and pictures, same bytes."""

    name: str
    description: str

    def render(self, issue: Issue) -> Document: ...


@runtime_checkable
class ArchiveExporter(Protocol):
    """Turns many issues, newest first, into one Document: same issues, same bytes."""

    name: str
    description: str

    def render_all(self, issues: Sequence[Issue]) -> Document: ...


class Library(Protocol):
    """Items fetched before. `find` without a version gives what was last fetched without
    one; with a version exactly that version. None when it was never fetched. `about` gives what
    was last fetched of whatever has one of the addresses, by address; those never fetched are
    left out."""

    def find(self, reference: Reference) -> Item | None: ...

    def about(self, urls: Sequence[str]) -> Mapping[str, Item]: ...

    def keep(self, asked: Reference, item: Item) -> None: ...


class Catalogue(Protocol):
    """The few papers that come with the program, with descriptions for abstracts."""

    def find(self, reference: Reference) -> Item | None: ...


class KeptDoubts(Protocol):
    """Doubts found before. `find` is called, and what it finds kept, only when there are none of
    the draft as it and the library are now."""

    def of(self, draft: Draft, find: Callable[[], Sequence[Doubt]]) -> Sequence[Doubt]: ...


class Found(NamedTuple):
    """An Item and which of the three answered: the source, the library, the catalogue.

    `because` says why it was not the source when the source was wanted.
    """

    item: Item
    origin: Literal["source", "library", "catalogue"]
    because: str = ""


LookUp: TypeAlias = (
    "Callable[[Sequence[Reference]], Iterator[tuple[Reference, Found | AkiraError]]]"
)
"""Finds the Items of references; one pair per reference, in their order."""

Recognise: TypeAlias = "Callable[[str], Reference]"
"""Makes a Reference of what was pasted; raises NotAReference."""


Change: TypeAlias = "Callable[[Draft], Draft]"
"""A pure edit. It may be applied more than once, to a fresh reading of the file."""


class Broken(NamedTuple):
    """A draft file that cannot be read, and why."""

    name: str
    error: AkiraError


class DraftStore(Protocol):
    """The drafts of the workspace, by name (`issue-034`).

    `update` locks, reads, applies the change, writes and records it in the history under
    `note`; nothing is written when the change raises or changes nothing. It returns the
    draft as written. `edit_text` does the same with the whole file's text.
    `mentioning` names the drafts whose file holds the text. `use(None)` puts the draft in use away.
    `place` says where in the file a key is, `drafts/issue-034.toml:17`.
    Raises InvalidFile, UnknownHandle (no such draft), NotWritten, DraftConflict.
    """

    def names(self) -> list[str]: ...

    def all(self) -> list[Draft | Broken]: ...

    def load(self, name: str) -> Draft: ...

    def create(self, draft: Draft, note: str) -> None: ...

    def update(self, name: str, change: Change, note: str) -> Draft: ...

    def mentioning(self, text: str) -> list[str]: ...

    def current(self) -> str | None: ...

    def use(self, name: str | None) -> None: ...

    def path(self, name: str) -> str: ...

    def place(self, name: str, path: Sequence[str | int]) -> str: ...

    def text(self, name: str) -> bytes: ...

    def replace_text(self, name: str, before: bytes, after: bytes, note: str) -> Draft: ...


class HistoryRecord(NamedTuple):
    """One change to one draft. `undone` says that it has been taken back."""

    number: int
    time: datetime
    draft: str
    note: str
    undone: bool = False


class History(Protocol):
    """Every change to every draft, newest last; each can be taken back, in reverse order.

    `undo` restores the file's bytes exactly as they were before the change, and removes a
    file the change made. It raises NothingToUndo when there is none, or when a text that
    came by hand would go with it (unless `force`, which records that text too, so that
    nothing is lost); a file removed by hand it brings back first. `redo` takes back the last
    undo. `text` is what a change left or, not `after`, found; None when there was no file.
    """

    def log(self, draft: str | None = None) -> list[HistoryRecord]: ...

    def undo(self, draft: str | None = None, force: bool = False) -> HistoryRecord: ...

    def redo(self, draft: str | None = None) -> HistoryRecord: ...

    def text(self, number: int, after: bool = True) -> bytes | None: ...


class EntryForms(Protocol):
    """An entry as a small text a person edits, and back.

    `read` raises InvalidFile, naming line and key, and changes only what the form shows.
    """

    def write(self, entry: Entry) -> str: ...

    def read(self, text: str, entry: Entry) -> Entry: ...


class OpenText(NamedTuple):
    """A text that is being edited: its file, what it was at first, and whether an earlier
    edit that could not be used is taken up again."""

    path: str
    base: str
    resumed: bool


class OpenTexts(Protocol):
    """Texts handed to an editor. One stays in its file until `close`, so that nothing typed
    is lost; `open` takes up a text of that name that was left. It is held while the context
    lasts: to `open` it meanwhile raises AkiraError. `set_aside` keeps one under another name,
    which it returns, so that the next `open` begins anew. A name is any text."""

    def open(self, name: str, text: str) -> AbstractContextManager[OpenText]: ...

    def read(self, opened: OpenText) -> str: ...

    def close(self, opened: OpenText) -> None: ...

    def set_aside(self, opened: OpenText) -> str: ...


class LayoutFile(NamedTuple):
    """A wording pack, a template or a prompt (`kind`); `own` is the curator's file that goes
    before it."""

    name: str
    kind: Literal["pack", "template", "prompt"]
    own: str | None


class LayoutFiles(Protocol):
    """The files an issue's page and its texts are made of, the program's and the curator's.

    `eject` copies one of the program's into the workspace and returns its path; it overwrites
    nothing (AkiraError) and raises UsageError for an unknown name.
    """

    def all(self) -> list[LayoutFile]: ...

    def eject(self, name: str) -> str: ...


class Exports(Protocol):
    """Where documents go. `write` is atomic per file and returns the main file's path."""

    def write(self, folder: str, document: Document) -> str: ...
