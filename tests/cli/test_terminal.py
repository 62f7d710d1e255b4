"""On a terminal: colours, lines that fit, and a countdown that goes away."""

from __future__ import annotations

import io
import re
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from rich.cells import cell_len

from akira_cli.cli._progress import Countdown
from tests.arxiv_server import ArxivServer, Paper
from tests.cli.command_line import (
    COLUMNS,
    Akira,
    finished,
    left_standing,
    on_terminal,
    start,
    without_colours,
)

JAPANESE = "日本語の見出しは一文字が二桁の幅を取るので、八十桁の端末では折り返されるはずです。"
COUNTDOWN = re.compile(r"\r\x1b\[2Knext request to arxiv: \d s")


@pytest.fixture
def long_texts(filled: Akira) -> Akira:
    """A draft with texts wider than the terminal, some of double-width characters."""
    filled.done(["highlight", "add", f"{JAPANESE} [link](https://example.org/{'long' * 20})"])
    filled.done(["add", "2106.08265", "--headline", JAPANESE])
    return filled


def test_show_is_drawn_in_colours_and_fits_the_terminal(long_texts: Akira) -> None:
    code, screen = on_terminal("draft show", long_texts.folder)
    assert code == 0
    assert "\x1b[1;36mPapers" not in screen
    assert "\x1b[1;36m3 Machine Learning Papers (papers)" in screen
    lines = without_colours(screen).splitlines()
    assert max(cell_len(line) for line in lines) <= COLUMNS
    told = "".join("".join(lines).split())
    assert JAPANESE in told
    assert "missing:approvalofsummary" in told
    for handle in ("3.1", "3.2", "3.3"):
        assert any(line.split()[:1] == [handle] for line in lines)


def test_no_color_gives_no_escape_codes(long_texts: Akira) -> None:
    long_texts.environ(NO_COLOR="1")
    for line in ("draft show", "add 2110.02178", "log", "draft publish", "fetch 2110.02178"):
        _, screen = on_terminal(line, long_texts.folder)
        assert "\x1b" not in screen, line


def test_talk_is_coloured_on_a_terminal_only(filled: Akira) -> None:
    code, screen = on_terminal("add 2110.02178", filled.folder)
    assert code == 1
    assert "\x1b[31m\x1b[1merror: \x1b[0m" in screen
    assert "\x1b" not in finished(start("add 2110.02178", filled.folder)).stderr


def test_a_countdown_is_seen_while_an_add_waits_for_its_turn_and_goes_away(begun: Akira) -> None:
    with ArxivServer([Paper("2101.00001"), Paper("2101.00002")]) as server:
        begun.ask(server, interval=4)
        begun.done("add 2101.00001 --no-figure")
        code, screen = on_terminal("add 2101.00002 --no-figure --headline Second", begun.folder)
        first, second = server.requests
    assert code == 0
    assert COUNTDOWN.search(screen)
    assert left_standing(screen) == "added 3.2 to Issue #1, papers: Second\n"
    assert second.at - first.at >= 4


def test_another_process_that_asks_is_waited_for_with_a_word(begun: Akira) -> None:
    with ArxivServer([Paper("2101.00001")], fault="timeout", fault_times=1) as server:
        config = begun.folder / "config.toml"
        config.write_text(config.read_text().replace("[network]", "[network]\nread_timeout = 4"))
        begun.ask(server, interval=0.1)
        asking = start("fetch 2101.00001", begun.folder)
        while not server.requests:
            assert asking.poll() is None
            time.sleep(0.02)
        code, screen = on_terminal("fetch 2101.00001", begun.folder)
        assert finished(asking).code == 4
    assert code == 0
    assert "\r\x1b[2Kanother akira is asking arxiv" in screen
    assert left_standing(screen).startswith("Id ")


def test_what_is_waited_for_is_said_on_a_terminal_and_goes_away(begun: Akira) -> None:
    config = begun.folder / "config.toml"
    limited = config.read_text().replace("\n[network]\n", "\n[network]\ntotal_timeout = 1\n")
    config.write_text(limited)
    with ArxivServer([Paper("2101.00001")], fault="timeout") as server:
        begun.ask(server)
        code, screen = on_terminal("add 2101.00001", begun.folder)
    assert code == 4
    assert "\r\x1b[2Kasking 127.0.0.1" in screen
    assert left_standing(screen).startswith("error: ")


def test_into_a_pipe_there_is_no_countdown(begun: Akira) -> None:
    with ArxivServer([Paper("2101.00001"), Paper("2101.00002")]) as server:
        begun.ask(server, interval=0.5)
        begun.done("add 2101.00001 --no-figure")
        screen = finished(start("add 2101.00002 --no-figure --headline Second", begun.folder))
    assert (screen.code, screen.stderr) == (0, "")
    assert screen.stdout == "added 3.2 to Issue #1, papers: Second\n"


@pytest.fixture
def threads() -> Iterator[tuple[ThreadPoolExecutor, ThreadPoolExecutor]]:
    """Two threads that do what they are told, one thing after the other."""
    with ThreadPoolExecutor(1) as first, ThreadPoolExecutor(1) as second:
        yield first, second


class Screen(io.StringIO):
    """A stderr that is a terminal."""

    def isatty(self) -> bool:
        return True


class TestTheCountdownOfSeveralThreads:
    def test_into_a_pipe_is_one_line_for_each_long_wait(
        self,
        threads: tuple[ThreadPoolExecutor, ThreadPoolExecutor],
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        countdown, (first, second) = Countdown(), threads
        for left in (30.0, 29.9, 12.0, 3.0):
            first.submit(countdown.waiting, "next request to a", left).result()
            second.submit(countdown.waiting, "asking b", None).result()
            second.submit(countdown.finished).result()
            second.submit(countdown.waiting, "next request to b", 2.0).result()
            second.submit(countdown.finished).result()
        second.submit(countdown.waiting, "next request to b", 20.0).result()
        first.submit(countdown.finished).result()
        second.submit(countdown.waiting, "next request to b", 11.0).result()
        first.submit(countdown.waiting, "next request to a", 10.0).result()
        assert capsys.readouterr().err.splitlines() == [
            "next request to a: 30 s",
            "next request to b: 20 s",
            "next request to a: 10 s",
        ]

    def test_on_a_terminal_is_the_longest_of_the_waits(
        self,
        threads: tuple[ThreadPoolExecutor, ThreadPoolExecutor],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        countdown, (first, second) = Countdown(), threads
        screen = Screen()
        monkeypatch.setattr(sys, "stderr", screen)
        first.submit(countdown.waiting, "next request to a", 3.0).result()
        second.submit(countdown.waiting, "asking b", None).result()
        first.submit(countdown.waiting, "next request to a", 2.9).result()
        first.submit(countdown.waiting, "next request to a", 2.0).result()
        first.submit(countdown.finished).result()
        first.submit(countdown.waiting, "asking a", None).result()
        second.submit(countdown.finished).result()
        first.submit(countdown.finished).result()
        first.submit(countdown.finished).result()
        assert screen.getvalue().split("\r\x1b[2K") == [
            *("", "next request to a: 3 s", "next request to a: 2 s", "asking b", "asking a", "")
        ]

    def test_is_told_by_all_at_once_without_a_fault(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        countdown, all_at_once = Countdown(), Barrier(8, timeout=60)

        def wait(number: int) -> None:
            all_at_once.wait()
            for left in range(300, 0, -1):
                countdown.waiting(f"next request to {number}", left / 10)
            countdown.finished()

        with ThreadPoolExecutor(8) as many:
            list(many.map(wait, range(8)))
        told = sorted(capsys.readouterr().err.splitlines())
        assert told == [f"next request to {number}: 30 s" for number in range(8)]
