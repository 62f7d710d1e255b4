"""Figures at the command line: what a new paper gets, and what the curator may do."""

from __future__ import annotations

import io
import json
import signal
import tomllib
from pathlib import Path
from threading import Event

import pytest
from PIL import Image

from tests.arxiv_server import ArxivServer, Paper
from tests.cli.command_line import Akira, finished, start
from tests.figures.made_papers.arxiv_pages import pages_of, paper_in
from tests.figures.made_papers.papers import MadePaper

ON_PAGE = paper_in("html")
IN_PDF = paper_in("pdf")


def server_with(*papers: MadePaper, licence: str = "open") -> ArxivServer:
    pages: dict[str, bytes] = {}
    for paper in papers:
        pages |= pages_of(paper, licence)
    return ArxivServer([Paper(paper.id, title=paper.title) for paper in papers], pages=pages)


def figure_of(akira: Akira, name: str = "issue-001") -> dict[str, str]:
    [entry] = tomllib.loads((akira.folder / "drafts" / f"{name}.toml").read_text())["entries"]
    return dict(entry.get("figure", {}))


def size_of(akira: Akira, figure: dict[str, str]) -> tuple[int, int]:
    with Image.open(akira.folder / "drafts" / figure["file"]) as picture:
        return picture.size


def configure(akira: Akira, line: str) -> None:
    """Put a line into the table [figures] of the config."""
    config = akira.folder / "config.toml"
    text = config.read_text()
    assert "\n[figures]\n" in text
    config.write_text(text.replace("\n[figures]\n", f"\n[figures]\n{line}\n"))


def a_picture(size: tuple[int, int] = (300, 200), kind: str = "PNG") -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, "teal").save(data, kind)
    return data.getvalue()


class Withheld(dict[str, bytes]):
    """Pages that never come while anybody waits for them."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = Event()
        self.given_up = Event()

    def get(self, path: str, default: bytes | None = None) -> bytes | None:  # type: ignore[override]  # it waits, and that is all
        if path.startswith("/html/"):
            self.asked.set()
            self.given_up.wait(120)
        return default


class TestANewPaper:
    @pytest.mark.parametrize("paper", [ON_PAGE, IN_PDF], ids=["its page", "its PDF"])
    def test_comes_with_its_lead_figure_in_at_most_four_requests(
        self, begun: Akira, paper: MadePaper
    ) -> None:
        with server_with(paper) as server:
            begun.ask(server)
            screen = begun(f"add {paper.id}")
            requests = [*(request.path for request in server.requests), *server.pages_asked]
        assert screen.code == 0
        assert len(requests) <= 4
        figure = figure_of(begun)
        assert figure["file"].startswith(f"figures/{paper.id}.")
        assert figure["credit"].startswith("Figure ")
        assert figure["credit"] in screen.stderr
        assert size_of(begun, figure)[0] > 200

    def test_is_told_with_its_figure_in_json(self, begun: Akira) -> None:
        with server_with(ON_PAGE) as server:
            begun.ask(server)
            told = begun(f"add {ON_PAGE.id} --json").json
        assert told["added"][0]["entry"]["figure"]["licence"] == "CC BY 4.0"
        assert told["without_figure"] == []

    @pytest.mark.parametrize("way", ["option", "config"])
    def test_gets_none_when_none_is_wanted(self, begun: Akira, way: str) -> None:
        if way == "config":
            configure(begun, "fetch = false")
        with server_with(ON_PAGE) as server:
            begun.ask(server)
            begun.done(f"add {ON_PAGE.id} {'--no-figure' if way == 'option' else ''}")
            assert server.pages_asked == []
        assert figure_of(begun) == {}

    def test_is_added_all_the_same_when_no_figure_is_found(self, begun: Akira) -> None:
        with ArxivServer([Paper("2110.02178")]) as server:
            begun.ask(server)
            screen = begun("add 2110.02178")
        assert screen.code == 0
        assert screen.stdout.startswith("added 3.1 to Issue #1, papers: ")
        assert "note: no figure was found for 2110.02178" in screen.stderr

    def test_out_of_the_sample_catalogue_looks_for_none(self, begun: Akira) -> None:
        screen = begun("add 2110.02178")
        assert screen.code == 0
        assert "figure" not in screen.stderr

    def test_of_unclear_rights_is_told_and_may_be_accepted_at_once(self, begun: Akira) -> None:
        with server_with(ON_PAGE, licence="closed") as server:
            begun.ask(server)
            screen = begun(f"add {ON_PAGE.id}")
            assert "warning: the figure of" in screen.stderr
            begun.done(f"remove {ON_PAGE.id}")
            screen = begun(["add", ON_PAGE.id, "--accept-rights", "the authors agreed"])
        assert "warning" not in screen.stderr
        assert figure_of(begun)["rights"] == "the authors agreed"

    def test_is_in_the_draft_before_its_figure_is_looked_for(self, begun: Akira) -> None:
        pages = Withheld()
        with ArxivServer([Paper("2110.02178")], pages=pages) as server:
            begun.ask(server)
            with start("add 2110.02178", begun.folder) as process:
                try:
                    assert pages.asked.wait(60)
                    process.send_signal(signal.SIGINT)
                    screen = finished(process)
                finally:
                    pages.given_up.set()
                    process.kill()
        assert screen.code == 130
        assert "2110.02178" in begun.draft().read_text()
        assert screen.stdout.startswith("added 3.1")


class TestMany:
    def test_are_added_without_figures_which_refresh_looks_for(self, begun: Akira) -> None:
        papers = [Paper(f"2110.{number:05d}") for number in range(1, 22)]
        with ArxivServer(papers, pages=pages_of(ON_PAGE)) as server:
            begun.ask(server, 0.001)
            screen = begun(["add", *(paper.id for paper in papers)])
            assert server.pages_asked == []
            assert "akira refresh --figures" in screen.stderr

    def test_refresh_gives_those_without_a_figure_one(self, begun: Akira) -> None:
        with server_with(ON_PAGE) as server:
            begun.ask(server)
            begun.done(f"add {ON_PAGE.id} --no-figure")
            assert "1 paper got a figure" in begun.done("refresh --figures")
            assert figure_of(begun)["licence"] == "CC BY 4.0"
            assert "0 papers got a figure" in begun.done("refresh --figures")


class TestTheListOfFigures:
    def test_shows_all_with_the_best_and_the_one_in_the_draft(self, begun: Akira) -> None:
        with server_with(ON_PAGE) as server:
            begun.ask(server)
            begun.done(f"add {ON_PAGE.id}")
            shown = begun.done("figures 3.1")
        *lines, page = shown.splitlines()
        assert sum("[in the draft, best]" in line for line in lines) == 1
        assert Path(page).read_text().count("<li") == len(
            json.loads(begun.done("figures 3.1 --json"))["figures"]
        )

    def test_says_why_when_asked(self, begun: Akira) -> None:
        with server_with(ON_PAGE) as server:
            begun.ask(server)
            begun.done(f"add {ON_PAGE.id}")
            assert "it is Figure 1" not in begun.done("figures 3.1")
            assert "it is Figure 1" in begun.done("figures 3.1 --why")

    def test_needs_no_network_once_it_was_seen(self, begun: Akira) -> None:
        with server_with(ON_PAGE) as server:
            begun.ask(server)
            begun.done(f"add {ON_PAGE.id}")
            before = begun.done("figures 3.1")
        assert begun.done("figures 3.1 --offline") == before

    def test_of_an_unknown_place_or_handle_is_refused(self, begun: Akira) -> None:
        with server_with(ON_PAGE) as server:
            begun.ask(server)
            begun.done(f"add {ON_PAGE.id}")
            screen = begun("figures 3.1 --from attic")
        assert screen.code == 2
        assert "arxiv-html, ar5iv, pdf, preview" in screen.stderr
        assert begun("figures 3.9").code == 1


class TestTheChoice:
    @pytest.fixture
    def shown(self, begun: Akira) -> Akira:
        """A draft with a paper and its figure, offline from then on."""
        with server_with(ON_PAGE) as server:
            begun.ask(server)
            begun.done(f"add {ON_PAGE.id}")
            begun.done("figures 3.1")
        return begun

    def test_of_another_is_one_change_that_can_be_undone(self, shown: Akira) -> None:
        before, text = figure_of(shown), shown.draft().read_bytes()
        shown.done("figure 3.1 --use 1 --caption 'What it costs' --offline")
        after = figure_of(shown)
        assert after["caption"] == "What it costs"
        assert after["file"] != before["file"]
        shown.done("undo")
        assert shown.draft().read_bytes() == text
        assert (shown.folder / "drafts" / before["file"]).is_file()

    def test_may_be_a_file_whatever_its_kind(self, shown: Akira, tmp_path: Path) -> None:
        own = tmp_path / "own.webp"
        own.write_bytes(a_picture((2000, 1000), "WEBP"))
        shown.done(["figure", "3.1", "--file", str(own), "--alt", "a teal field"])
        figure = figure_of(shown)
        assert figure["alt"] == "a teal field"
        assert not {"source", "licence", "credit"} & set(figure)
        assert size_of(shown, figure) == (1400, 700)

    def test_of_the_same_figure_again_keeps_the_words_about_it(self, shown: Akira) -> None:
        shown.done("figure 3.1 --use 2 --offline")
        shown.done("figure 3.1 --caption Mine --accept-rights agreed --alt 'My words'")
        shown.done("figure 3.1 --use 2 --offline")
        figure = figure_of(shown)
        assert (figure["caption"], figure["rights"]) == ("Mine", "agreed")
        assert figure["alt"] == "My words"

    def test_of_another_figure_says_which_words_go(self, shown: Akira) -> None:
        shown.done("figure 3.1 --caption Mine --accept-rights agreed")
        screen = shown("figure 3.1 --use 1 --offline")
        assert "note: the caption and the rights of the figure before went with it" in screen.stderr
        assert not {"caption", "rights"} & set(figure_of(shown))

    def test_may_be_none(self, shown: Akira) -> None:
        assert shown.done("figure 3.1 --none") == f"{ON_PAGE.id} has no figure now\n"
        assert figure_of(shown) == {}

    def test_may_be_an_address(self, shown: Akira) -> None:
        with ArxivServer(pages={"/mine.png": a_picture()}) as server:
            shown.ask(server)
            address = server.url.replace("/api/query", "/mine.png")
            screen = shown(f"figure 3.1 --url {address}")
        assert screen.code == 0
        assert "warning: the figure of" in screen.stderr
        assert figure_of(shown)["source"] == address

    @pytest.mark.parametrize(
        ("options", "code", "message"),
        [
            ("", 2, "say which figure"),
            ("--use 1 --none", 2, "four ways to choose one figure"),
            ("--none --alt x", 2, "--none leaves nothing to say"),
            ("--use 99", 2, "no figure number 99"),
            ("--use 0", 2, "no figure number 0"),
            ("--accept-rights ' '", 2, "--accept-rights is empty"),
            ("--file nowhere.png", 1, "cannot read 'nowhere.png': no such file"),
            ("--file .", 1, "cannot read '.': it is no plain file"),
            ("--file config.toml", 1, "config.toml"),
            ("--url config.toml", 2, "'config.toml' is not a web address"),
        ],
    )
    def test_that_cannot_be_is_refused_and_changes_nothing(
        self, shown: Akira, options: str, code: int, message: str
    ) -> None:
        before = shown.draft().read_bytes()
        screen = shown(f"figure 3.1 {options} --offline")
        assert screen.code == code
        assert message in screen.stderr
        assert "hint: " in screen.stderr
        assert shown.draft().read_bytes() == before

    def test_needs_a_figure_for_words_about_it(self, begun: Akira) -> None:
        begun.done("add 2110.02178")
        screen = begun("figure 3.1 --alt 'a drawing'")
        assert screen.code == 2
        assert "has no figure yet" in screen.stderr


class TestAnExport:
    @pytest.fixture
    def closed(self, begun: Akira) -> Akira:
        """A draft with a paper whose figure nobody is known to allow."""
        with server_with(ON_PAGE, licence="closed") as server:
            begun.ask(server)
            begun.done(f"add {ON_PAGE.id}")
        return begun

    def test_warns_of_a_figure_that_may_not_be_free_to_show(self, closed: Akira) -> None:
        screen = closed("export --format html")
        assert screen.code == 0
        assert f"warning: {ON_PAGE.id}: its picture's licence is 'arXiv" in screen.stderr

    def test_is_refused_where_the_policy_requires_it(self, closed: Akira) -> None:
        configure(closed, 'policy = "require"')
        screen = closed("export --format html")
        assert screen.code == 1
        assert "--accept-rights" in screen.stderr
        assert not (closed.folder / "exports").exists()

    def test_says_nothing_where_the_policy_ignores_it(self, closed: Akira) -> None:
        configure(closed, 'policy = "ignore"')
        assert "licence" not in closed("export --format html").stderr

    def test_says_nothing_once_the_rights_are_accepted(self, closed: Akira) -> None:
        configure(closed, 'policy = "require"')
        closed.done("figure 3.1 --accept-rights 'the authors agreed'")
        assert "licence" not in closed("export --format html").stderr
        closed.done("undo")
        assert closed("export --format html").code == 1
