"""The ports, in memory: what workflows are tested with, and a few values to begin from.

Each fake keeps the contract its Protocol states in `akira_cli/ports.py`; `test_fakes.py`
proves it, and the constants at the end have mypy compare the signatures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from akira_cli.core.doubts import Doubt
from akira_cli.core.errors import (
    AkiraError,
    DraftConflict,
    DraftExists,
    NotAReference,
    NotFound,
    RemoteError,
    UnknownHandle,
    UnusablePicture,
)
from akira_cli.core.figures import Candidate
from akira_cli.core.identifiers import parse_arxiv_id
from akira_cli.core.items import Item, Reference, Summary
from akira_cli.core.models import Draft
from akira_cli.core.page import Section
from akira_cli.core.settings import Length
from akira_cli.ports import (
    Broken,
    Catalogue,
    Change,
    Clock,
    DraftStore,
    Http,
    KeptDoubts,
    Library,
    Pace,
    Progress,
    Response,
    Source,
    Summariser,
)
from akira_cli.ports.figures import (
    ContactSheets,
    EncodedPicture,
    FigureFinder,
    Findings,
    PictureEncoder,
    PictureStore,
    Thumbnail,
)

SECTIONS = tuple(
    Section(key, toc=key.title(), heading=key.title())
    for key in ("featured", "use-cases", "papers", "articles", "other")
)


def paper(
    arxiv_id: str = "2110.02178",
    title: str = "MobileViT",
    abstract: str = "A small network for phones.",
    *,
    version: int = 1,
    withdrawn: str | None = None,
) -> Item:
    """An arXiv paper as its source would give it."""
    url = f"https://arxiv.org/abs/{arxiv_id}"
    return Item(
        reference=Reference("arxiv", arxiv_id, version, text=arxiv_id, url=url),
        url=url,
        title=title,
        authors=("Sachin Mehta", "Mohammad Rastegari"),
        abstract=abstract,
        published=date(2021, 10, 5),
        categories=("cs.CV", "cs.AI"),
        withdrawn=withdrawn,
    )


class FixedClock:
    """A clock that stands still."""

    def __init__(self, now: datetime = datetime(2021, 11, 13, 9, 30, tzinfo=UTC)) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now


class SilentProgress:
    """Nobody is watching."""

    def waiting(self, reason: str, seconds_left: float | None) -> None: ...

    def finished(self) -> None: ...


class RecordingProgress:
    """Keeps what was told in `told`; None stands for `finished`."""

    def __init__(self) -> None:
        self.told: list[tuple[str, float | None] | None] = []

    def waiting(self, reason: str, seconds_left: float | None) -> None:
        self.told.append((reason, seconds_left))

    def finished(self) -> None:
        self.told.append(None)


class RoutedHttp:
    """Answers by a table from the beginning of an address to a Response, bytes, or an error.

    The longest beginning that fits is taken; bytes come with status 200. `requests` lists
    every address asked for. An address without a route fails the test.
    """

    def __init__(self, routes: Mapping[str, Response | bytes | AkiraError]) -> None:
        self._routes = dict(routes)
        self.requests: list[str] = []

    def get(
        self,
        url: str,
        pace: Pace,  # noqa: ARG002  # nothing here takes time
        *,
        accept: str = "*/*",  # noqa: ARG002  # a route has one answer
        largest: int | None = None,  # noqa: ARG002  # no answer here is long
    ) -> Response:
        self.requests.append(url)
        fitting = [beginning for beginning in self._routes if url.startswith(beginning)]
        assert fitting, f"no route leads to '{url}'"
        answer = self._routes[max(fitting, key=len)]
        if isinstance(answer, AkiraError):
            raise answer
        return Response(200, {}, answer, url) if isinstance(answer, bytes) else answer


class FakeSource:
    """Knows the items it was given, by id; the newest version unless one is asked for.

    `errors` maps ids to what goes wrong instead. `batches` lists the ids of each request,
    and each request is one `get` of an address under `address`.
    """

    name = "arxiv"
    address = "https://source.invalid/"

    def __init__(
        self, items: Iterable[Item] = (), errors: Mapping[str, AkiraError] | None = None
    ) -> None:
        self._items = tuple(items)
        self._errors = dict(errors or {})
        self.batches: list[list[str]] = []

    def recognise(self, text: str) -> Reference | None:
        try:
            found = parse_arxiv_id(text)
        except NotAReference as fault:
            if fault.kind in ("empty", "not_an_id", "not_arxiv"):
                return None
            raise
        return Reference(self.name, found.id, found.version, text=text, url=found.url)

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | AkiraError]]:
        ids = [reference.versioned_id for reference in references]
        self.batches.append(ids)
        broken_by = _error_of(http, self.address + ",".join(ids))
        for reference in references:
            outcome = broken_by or self._outcome(reference)
            if isinstance(outcome, RemoteError):
                broken_by = outcome
            yield reference, outcome

    def _outcome(self, reference: Reference) -> Item | AkiraError:
        if reference.id in self._errors:
            return self._errors[reference.id]
        versions = {
            item.reference.version or 0: item
            for item in self._items
            if item.reference.same_thing(reference)
        }
        wanted = max(versions, default=0) if reference.version is None else reference.version
        if wanted not in versions:
            return NotFound(f"arXiv has no paper '{reference.versioned_id}'")
        found = versions[wanted]
        return replace(found, reference=replace(reference, version=found.reference.version))


def _error_of(http: Http, url: str) -> RemoteError | None:
    try:
        http.get(url, Pace("source", 0.0))
    except RemoteError as error:
        return error
    return None


class FakeFinder:
    """Has the candidates it was given for every item, behind one request; `error` instead.

    A candidate's picture is its first address, as bytes, behind a request of its own; one whose
    label is in `broken` raises UnusablePicture.
    """

    def __init__(
        self,
        name: str,
        *candidates: Candidate,
        licence: str = "",
        error: AkiraError | None = None,
        broken: Iterable[str] = (),
    ) -> None:
        self.name = name
        self._findings = Findings(candidates, licence)
        self._error = error
        self._broken = set(broken)

    def can_look(self, item: Item) -> bool:
        return item.form == "paper"

    def find(self, item: Item, http: Http) -> Findings:
        http.get(f"https://{self.name}.example/{item.reference.id}", Pace("figures", 0.0))
        if self._error is not None:
            raise self._error
        return self._findings

    def picture(self, candidate: Candidate, http: Http) -> bytes:
        if candidate.label in self._broken:
            raise UnusablePicture(f"'{candidate.label}' is broken")
        http.get(candidate.addresses[0], Pace("figures", 0.0))
        return candidate.addresses[0].encode()


class FakeEncoder:
    """A picture stays what it is; an empty one is unusable."""

    def encode(self, data: bytes) -> EncodedPicture:
        if not data:
            raise UnusablePicture("the picture is empty")
        return EncodedPicture(data, ".png", 1, 1)

    def thumbnail(self, data: bytes) -> EncodedPicture:
        return self.encode(b"small " + data if data else b"")


class MemoryPictures:
    """Pictures by their files, in `kept`; another one of a name gets a number."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def keep(self, entry_id: str, picture: EncodedPicture) -> str:
        names = (f"figures/{entry_id}{n or ''}{picture.suffix}" for n in range(len(self.kept) + 1))
        file = next(each for each in names if self.kept.get(each) in (None, picture.data))
        self.kept[file] = picture.data
        return file


class MemorySheets:
    """Contact sheets by their entries, in `written`."""

    def __init__(self) -> None:
        self.written: dict[str, tuple[Thumbnail, ...]] = {}

    def write(
        self,
        entry_id: str,
        title: str,  # noqa: ARG002  # nobody reads it here
        way: str,  # noqa: ARG002  # nobody follows it here
        thumbnails: Sequence[Thumbnail],
    ) -> str:
        self.written[entry_id] = tuple(thumbnails)
        return f"sheets/{entry_id}.html"


class FakeSummariser:
    """The headline is `On TITLE`, the summary the abstract as it is."""

    name = "fake"

    def summarise(self, item: Item, length: Length = "normal") -> Summary:
        del length  # it has one
        return Summary(f"On {item.title}", item.abstract) if item.abstract else Summary("", "")


class MemoryLibrary:
    """A library that is forgotten with the test."""

    def __init__(self, *items: Item) -> None:
        """Begin with items as if each had been fetched without asking for a version."""
        self._items: dict[tuple[str, str, int | None], Item] = {}
        for item in items:
            self.keep(replace(item.reference, version=None), item)

    def find(self, reference: Reference) -> Item | None:
        return self._items.get((reference.source, reference.id, reference.version))

    def about(self, urls: Sequence[str]) -> dict[str, Item]:
        known = {item.url: item for item in self._items.values()}
        return {url: known[url] for url in urls if url in known}

    def keep(self, asked: Reference, item: Item) -> None:
        for version in (asked.version, item.reference.version or asked.version):
            key = asked.source, asked.id, version
            self._items.pop(key, None)  # what was fetched last stands last
            self._items[key] = item


class MemoryDoubts:
    """Doubts kept until the draft changes; `searches` names the drafts they were looked for in."""

    def __init__(self) -> None:
        self._kept: dict[Draft, Sequence[Doubt]] = {}
        self.searches: list[str] = []

    def of(self, draft: Draft, find: Callable[[], Sequence[Doubt]]) -> Sequence[Doubt]:
        if draft not in self._kept:
            self.searches.append(draft.name)
            self._kept[draft] = find()
        return self._kept[draft]


class MemoryCatalogue:
    """Descriptions of papers, whatever version; none is known of a named version."""

    def __init__(self, *items: Item) -> None:
        self._items = items

    def find(self, reference: Reference) -> Item | None:
        fitting = (item for item in self._items if item.reference.same_thing(reference))
        return None if reference.version is not None else next(fitting, None)


class MemoryDrafts:
    """Drafts that never touch a disk. The whole text of a file is stood for by its label.

    `meanwhile` is what an editor does, once, to the draft of the next `update` after it
    was read and before it is written. `notes` lists what was written, as `NAME: NOTE`.
    """

    def __init__(self, *drafts: Draft | Broken) -> None:
        self._drafts = {draft.name: draft for draft in drafts}
        self._used: str | None = None
        self.meanwhile: Change | None = None
        self.notes: list[str] = []

    def names(self) -> list[str]:
        return sorted(self._drafts)

    def all(self) -> list[Draft | Broken]:
        return [self._drafts[name] for name in self.names()]

    def load(self, name: str) -> Draft:
        found = self._known(name)
        if isinstance(found, Broken):
            raise found.error
        return found

    def create(self, draft: Draft, note: str) -> None:
        if draft.name in self._drafts:
            raise DraftExists(f"there is a draft '{draft.name}' already")
        self._write(draft, note)

    def update(self, name: str, change: Change, note: str) -> Draft:
        before = self.load(name)
        after = change(before)
        if self.meanwhile is not None:
            edit, self.meanwhile = self.meanwhile, None
            before = self._drafts[name] = edit(before)
            after = change(before)
        if after != before:
            self._write(after, note)
        return after

    def mentioning(self, text: str) -> list[str]:
        return [name for name in self.names() if text in repr(self._drafts[name])]

    def current(self) -> str | None:
        return self._used

    def use(self, name: str | None) -> None:
        if name is not None:
            self._known(name)
        self._used = name

    def path(self, name: str) -> str:
        return f"drafts/{name}.toml"

    def place(self, name: str, path: Sequence[str | int]) -> str:
        return f"{self.path(name)}:{'.'.join(map(str, path))}"

    def text(self, name: str) -> bytes:
        found = self._known(name)
        return found.label.encode() if isinstance(found, Draft) else b"]"

    def replace_text(self, name: str, before: bytes, after: bytes, note: str) -> Draft:
        if self.text(name) != before:
            raise DraftConflict(f"draft '{name}' was changed meanwhile")
        found, label = self._known(name), after.decode()
        draft = replace(found, label=label) if isinstance(found, Draft) else Draft(name, label)
        if draft != found:
            self._write(draft, note)
        return draft

    def _known(self, name: str) -> Draft | Broken:
        if name not in self._drafts:
            raise UnknownHandle(f"there is no draft '{name}'")
        return self._drafts[name]

    def _write(self, draft: Draft, note: str) -> None:
        self._drafts[draft.name] = draft
        self.notes.append(f"{draft.name}: {note}")


_CLOCK: Clock = FixedClock()
_PROGRESSES: tuple[Progress, ...] = (SilentProgress(), RecordingProgress())
_HTTP: Http = RoutedHttp({})
_SOURCE: Source = FakeSource()
_SUMMARISER: Summariser = FakeSummariser()
_LIBRARY: Library = MemoryLibrary()
_DOUBTS: KeptDoubts = MemoryDoubts()
_CATALOGUE: Catalogue = MemoryCatalogue()
_DRAFTS: DraftStore = MemoryDrafts()
_FINDER: FigureFinder = FakeFinder("places")
_ENCODER: PictureEncoder = FakeEncoder()
_PICTURES: PictureStore = MemoryPictures()
_SHEETS: ContactSheets = MemorySheets()
