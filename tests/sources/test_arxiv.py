"""arXiv as a Source, against a loopback server with every fault of the real one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast
from xml.etree import ElementTree as ET

import pytest

from akira_cli.core.errors import AkiraError, BadAnswer, NotAReference, NotFound, RemoteError
from akira_cli.core.items import Item, Reference
from akira_cli.core.settings import ARXIV_API_URL, ArxivSettings, NetworkSettings
from akira_cli.ports import Pace, Response
from akira_cli.sources.arxiv import Arxiv
from akira_cli.sources.arxiv.source import BATCH, batched
from akira_cli.web import Web
from tests.arxiv_server import FAULTS, ArxivServer, Dialect, Paper, render_entry, render_feed
from tests.test_pace import Told

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LIMITS = NetworkSettings(
    connect_timeout=2,
    read_timeout=0.4,
    total_timeout=0.8,
    size_limit=400_000,
    allow_private=True,  # the server is of this machine
)
RECORDINGS = Path(__file__).resolve().parents[3] / "shared" / "recordings" / "atom-api"


class FixedClock:
    """A Clock that stands still."""

    def now(self) -> datetime:
        return NOW


class Replay:
    """An Http that gives the bodies it was made with, one after the other."""

    def __init__(self, *bodies: bytes) -> None:
        self._bodies = iter(bodies)
        self.paces: list[Pace] = []

    def get(
        self,
        url: str,
        pace: Pace,
        *,
        accept: str = "*/*",  # noqa: ARG002  # it has one kind of answer
        largest: int | None = None,  # noqa: ARG002  # and none is long
    ) -> Response:
        self.paces.append(pace)
        return Response(200, {}, next(self._bodies), url)


def references(*ids: str) -> list[Reference]:
    """References as `recognise` makes them."""
    arxiv = Arxiv(ArxivSettings(), FixedClock())
    return [cast("Reference", arxiv.recognise(each)) for each in ids]


def fetch(server: ArxivServer, *ids: str) -> list[Item | AkiraError]:
    """What the server has for these ids."""
    arxiv = Arxiv(ArxivSettings(server.url, 0.01), FixedClock())
    asked = references(*ids)
    pairs = list(arxiv.fetch(asked, Web(LIMITS, Told())))
    assert [reference for reference, _ in pairs] == asked
    return [outcome for _, outcome in pairs]


def fetch_one(paper: Paper, dialect: Dialect = "new") -> Item:
    """The Item of one paper of a server."""
    with ArxivServer([paper], dialect=dialect) as server:
        (outcome,) = fetch(server, paper.id)
    assert isinstance(outcome, Item)
    return outcome


def test_what_is_pasted_is_recognised() -> None:
    (reference,) = references("https://arxiv.org/pdf/2110.02178v2")
    assert reference == Reference(
        "arxiv",
        "2110.02178",
        2,
        "https://arxiv.org/pdf/2110.02178v2",
        "https://arxiv.org/abs/2110.02178",
    )
    with pytest.raises(NotAReference):
        references("2110.0217")


@pytest.mark.parametrize("dialect", ["new", "old"])
def test_every_fact_is_read_in_both_dialects(dialect: Dialect) -> None:
    paper = Paper(
        "2110.02178",
        title=r"On $\ell_1$ and Erd\H{o}s: 50% of R&D",
        abstract="We find a < b. It costs $100 vs $200. Done.",
        authors=("The Made-up Collaboration", " :", r"Ren{\'e} Example"),
        version=3,
        published="2021-10-05T23:59:59Z",
        updated="2022-03-04T00:00:00Z",
        categories=("cs.AI", "cs.CV", "cs.LG"),
        primary="cs.CV",
        comment="8 pages",
        journal="Journal of Examples 1 (2022)",
        dois=("10.1000/one 10.1000/two", "https://doi.org/10.1000/three"),
    )
    with ArxivServer([paper], dialect=dialect) as server:
        (item,) = fetch(server, "2110.02178")
        assert item == Item(
            reference=Reference(
                "arxiv", "2110.02178", 3, "2110.02178", "https://arxiv.org/abs/2110.02178"
            ),
            url="https://arxiv.org/abs/2110.02178",
            title="On ℓ₁ and Erdős: 50% of R&D",
            authors=("The Made-up Collaboration", "René Example"),
            abstract="We find a < b. It costs $100 vs $200. Done.",
            published=date(2021, 10, 5),
            updated=date(2022, 3, 4),
            categories=("cs.CV", "cs.AI", "cs.LG"),
            comment="8 pages",
            journal="Journal of Examples 1 (2022)",
            dois=("10.1000/one", "10.1000/two", "10.1000/three"),
            fetched_from=f"{server.url}?{server.requests[0].path.partition('?')[2]}",
            fetched_at=NOW,
            found_in=(
                ("title", "atom:title"),
                ("authors", "atom:author"),
                ("abstract", "atom:summary"),
                ("published", "atom:published"),
                ("updated", "atom:updated"),
                ("categories", "atom:category"),
                ("comment", "arxiv:comment"),
                ("journal", "arxiv:journal_ref"),
                ("dois", "arxiv:doi"),
            ),
        )


@pytest.mark.parametrize("dialect", ["new", "old"])
def test_a_paper_with_few_facts_has_few(dialect: Dialect) -> None:
    item = fetch_one(Paper("math/0309136", title="0", abstract=""), dialect)
    assert (item.title, item.abstract, item.comment, item.journal) == ("0", "", "", "")
    assert (item.dois, item.withdrawn) == ((), None)
    assert item.url == "https://arxiv.org/abs/math/0309136"


def test_a_withdrawn_paper_says_why() -> None:
    reason = "This paper has been withdrawn by the author due to an error"
    assert fetch_one(Paper("2110.02178", comment=reason)).withdrawn == reason


def test_many_papers_are_one_request_and_come_in_the_order_asked() -> None:
    ids = [f"2110.{number:05}" for number in (7, 3, 9, 1, 5)]
    with ArxivServer([Paper(each, title=f"About {each}") for each in ids]) as server:
        items = fetch(server, *ids)
        assert [item.title for item in items if isinstance(item, Item)] == [
            f"About {each}" for each in ids
        ]
        (request,) = server.requests
        assert (request.ids, request.max_results) == (tuple(ids), 5)


def test_a_repeated_reference_is_asked_for_once() -> None:
    with ArxivServer([Paper("2110.02178")]) as server:
        first, second = fetch(server, "2110.02178", "arXiv:2110.02178")
        assert first is second
        assert server.requests[0].ids == ("2110.02178",)


def test_versions_are_kept_apart() -> None:
    with ArxivServer([Paper("2110.02178", version=3), Paper("2110.00001")]) as server:
        items = fetch(server, "2110.02178v1", "2110.02178", "2110.00001", "2110.02178v2")
        versions = [item.reference.versioned_id for item in items if isinstance(item, Item)]
        assert versions == ["2110.02178v1", "2110.02178v3", "2110.00001v1", "2110.02178v2"]
        assert [request.ids for request in server.requests] == [
            ("2110.02178v1", "2110.00001"),
            ("2110.02178",),
            ("2110.02178v2",),
        ]


def test_batches_are_full_before_another_begins() -> None:
    many = [Reference("arxiv", f"2110.{number:05}") for number in range(1, 2 * BATCH + 2)]
    assert [len(batch) for batch in batched(many)] == [BATCH, BATCH, 1]
    assert [reference for batch in batched(many) for reference in batch] == many


def test_requests_are_made_only_as_far_as_items_are_taken() -> None:
    with ArxivServer([Paper("2110.02178", version=2)]) as server:
        arxiv = Arxiv(ArxivSettings(server.url, 0.01), FixedClock())
        pairs = arxiv.fetch(references("2110.02178v1", "2110.02178v2"), Web(LIMITS, Told()))
        assert server.requests == []
        next(pairs)
        assert len(server.requests) == 1


def test_nothing_asked_is_nothing_requested() -> None:
    with ArxivServer() as server:
        assert fetch(server) == []
        assert server.requests == []


@pytest.mark.parametrize("fault", sorted(FAULTS.keys() - {"other-version"}))
def test_every_fault_is_an_error_of_its_own(fault: str) -> None:
    with ArxivServer([Paper("2110.02178")], fault) as server:
        (error,) = fetch(server, "2110.02178")
    assert type(error) is FAULTS[fault]


def test_another_version_than_the_one_asked_for_is_refused() -> None:
    with ArxivServer([Paper("2110.02178", version=2)], "other-version") as server:
        (error,) = fetch(server, "2110.02178v2")
    assert type(error) is FAULTS["other-version"]
    assert str(error) == "arXiv was asked for '2110.02178v2' and sent '2110.02178v97'"


def test_an_answer_about_another_paper_names_both() -> None:
    with ArxivServer([Paper("2110.02178")], "other-id") as server:
        (error,) = fetch(server, "2110.02178")
    assert str(error) == "arXiv was asked for '2110.02178' and sent '1001.00001v1'"


@pytest.mark.parametrize("fault", ["falsely-empty", "half", "429", "503"])
def test_a_fault_that_passes_is_got_over(fault: str) -> None:
    with ArxivServer([Paper("2110.02178")], fault, fault_times=1) as server:
        (item,) = fetch(server, "2110.02178")
        assert isinstance(item, Item)
        assert len(server.requests) == 2


def test_only_the_missing_are_asked_for_again() -> None:
    with ArxivServer([Paper("2110.02178")]) as server:
        item, error = fetch(server, "2110.02178", "2110.99999")
        assert isinstance(item, Item)
        assert isinstance(error, NotFound)
        assert str(error) == "arXiv has no paper '2110.99999'"
        assert "https://arxiv.org/abs/2110.99999" in error.hint
        assert [request.ids for request in server.requests] == [
            ("2110.02178", "2110.99999"),
            ("2110.99999",),
        ]


def test_a_version_that_does_not_exist_is_not_found() -> None:
    with ArxivServer([Paper("2110.02178")]) as server:
        (error,) = fetch(server, "2110.02178v9")
    assert isinstance(error, NotFound)
    assert "2110.02178v9" in str(error)


def test_half_an_answer_keeps_its_half() -> None:
    papers = [Paper("2110.00001"), Paper("2110.00002"), Paper("2110.00003")]
    with ArxivServer(papers, "half") as server:
        outcomes = fetch(server, *(paper.id for paper in papers))
        assert [type(outcome) for outcome in outcomes] == [Item, Item, BadAnswer]
        assert len(server.requests) == 2


def test_after_a_remote_error_nothing_more_is_asked() -> None:
    with ArxivServer([Paper("2110.02178", version=3)], "403") as server:
        outcomes = fetch(server, "2110.02178v1", "2110.02178v2", "2110.02178v3")
        assert len(server.requests) == 1
    assert isinstance(outcomes[0], RemoteError)
    assert outcomes == [outcomes[0]] * 3


def test_one_paper_sent_twice_is_refused() -> None:
    entry = render_entry(Paper("2110.00001"), 1)
    arxiv = Arxiv(ArxivSettings("http://api.example/query", 0), FixedClock())
    asked = references("2110.00001", "2110.00002")
    outcomes = [outcome for _, outcome in arxiv.fetch(asked, Replay(render_feed([entry] * 2, 2)))]
    assert [str(outcome) for outcome in outcomes] == ["arXiv sent '2110.00001' twice"] * 2


@pytest.mark.parametrize(
    ("api_url", "interval"),
    [(ARXIV_API_URL, 3.0), ("http://arxiv.org/api/query", 3.0), ("http://127.0.0.1:1/q", 0.5)],
)
def test_only_arxiv_itself_has_a_least_interval(api_url: str, interval: float) -> None:
    http = Replay(render_feed([render_entry(Paper("2110.02178"), 1)], 1))
    arxiv = Arxiv(ArxivSettings(api_url, 0.5), FixedClock())
    list(arxiv.fetch(references("2110.02178"), http))
    assert http.paces == [Pace("arxiv", interval)]


# --- recorded answers ---


def recorded() -> Iterator[tuple[str, bytes]]:
    """The recorded feeds beside the checkout, as raw XML."""
    for path in sorted(RECORDINGS.glob("*.xml")):
        yield path.name, path.read_bytes()
    for path in sorted(RECORDINGS.glob("*.json")):
        if "error400" not in path.name:
            yield path.name, json.loads(path.read_text())["body"].encode("latin-1")


def test_recorded_answers_are_read_as_a_plain_parser_reads_them() -> None:
    if not RECORDINGS.is_dir():
        pytest.skip("the recordings are not beside the checkout")
    atom = "{http://www.w3.org/2005/Atom}"
    read = 0
    for name, body in recorded():
        entries = ET.fromstring(body).findall(f"{atom}entry")  # noqa: S314  # files of our own
        if not entries:
            continue
        versioned = [entry.findtext(f"{atom}id", "").partition("/abs/")[2] for entry in entries]
        arxiv = Arxiv(ArxivSettings("http://api.example/query", 0), FixedClock())
        pairs = list(arxiv.fetch(references(*versioned), Replay(body)))
        for entry, (reference, item) in zip(entries, pairs, strict=True):
            assert isinstance(item, Item), f"{name}: {item}"
            assert item.reference.versioned_id == reference.versioned_id
            assert item.published is not None
            check_words(entry, item, atom)
            read += 1
    assert read > 250


def check_words(entry: ET.Element, item: Item, atom: str) -> None:
    """The same words as in the XML, wherever there is no LaTeX."""
    for field, text in (("title", item.title), ("summary", item.abstract)):
        plain = " ".join(entry.findtext(f"{atom}{field}", "").split())
        assert text == plain or "\\" in plain or "$" in plain
    names = [author.findtext(f"{atom}name", "").strip() for author in entry.iter(f"{atom}author")]
    assert item.authors == tuple(name for name in names if name != ":")
