"""`akira fetch`, screen by screen."""

from __future__ import annotations

from tests.arxiv_server import ArxivServer, Paper
from tests.cli.command_line import OFFLINE, OUT_OF_THE_CATALOGUE, Akira, Screen

PAPER = Paper(
    "2101.00001",
    title="A Made-up Title",
    abstract="We make up a paper.",
    version=2,
    categories=("cs.LG", "cs.CV"),
    comment="12 pages",
    journal="Journal of Examples 1",
    dois=("10.1000/1", "10.1000/2"),
)


def test_fetch_prints_what_is_known_of_a_paper(akira: Akira) -> None:
    with ArxivServer([PAPER]) as server:
        akira.ask(server)
        assert akira("fetch 2101.00001") == Screen(
            0,
            """\
Id          2101.00001v2
Title       A Made-up Title
Authors     Ada Example, Bob Sample
Published   2021-10-05
Updated     2021-10-05
Categories  cs.LG, cs.CV
Comment     12 pages
Journal     Journal of Examples 1
DOI         10.1000/1, 10.1000/2
Address     https://arxiv.org/abs/2101.00001
Abstract    We make up a paper.
""",
        )


def test_fetch_says_what_is_a_description_and_touches_no_draft(akira: Akira) -> None:
    screen = akira("fetch 2110.02178")
    assert screen.code == 0
    assert "\nDescription They propose MobileViT" in screen.stdout
    assert screen.stderr == OUT_OF_THE_CATALOGUE.format("2110.02178")
    assert list((akira.folder / "drafts").iterdir()) == []


def test_fetch_tells_the_bad_ones_and_prints_the_others_with_a_line_between(akira: Akira) -> None:
    other = Paper("2101.00002", title="Another")
    with ArxivServer([PAPER, other]) as server:
        akira.ask(server)
        screen = akira("fetch 2101.00002 2113.00001 2101.00001")
    assert screen.code == 1
    assert [line for line in screen.stdout.splitlines() if line[:2] in ("Id", "")] == [
        "Id          2101.00002v1",
        "",
        "Id          2101.00001v2",
    ]
    assert screen.stderr.startswith("error: '2113.00001' is not an arXiv id: bad month 13\n")


def test_a_second_fetch_opens_no_connection(akira: Akira) -> None:
    with ArxivServer([PAPER]) as server:
        akira.ask(server)
        first = akira("fetch 2101.00001")
    akira.environ(AKIRA_OFFLINE="1")
    assert akira("fetch 2101.00001") == first
    refreshed = akira("fetch 2101.00001 --refresh")
    assert refreshed.stdout == first.stdout
    assert refreshed.stderr == (
        f"note: {OFFLINE.format('127.0.0.1')}; from the library: 2101.00001\n"
    )


def test_offline_opens_no_connection_even_where_there_is_one(akira: Akira) -> None:
    with ArxivServer([PAPER]) as server:
        akira.ask(server)
        assert akira("fetch 2101.00001 --offline").code == 4
        assert akira("--offline fetch 2101.00001").code == 4
        assert server.requests == []
