"""The exit code says what kind of thing went wrong; the usage errors are told in full."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
from pathlib import Path

import pytest

from akira_cli import __version__
from akira_cli.wiring import Adapters
from tests.arxiv_server import ArxivServer
from tests.cli.command_line import PROGRAM, Akira, Screen, finished, start


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nonsense", "error: no such command 'nonsense'\nhint: see 'akira --help'\n"),
        ("add", "error: missing argument 'REF...'\nhint: see 'akira add --help'\n"),
        ("add 2110.02178 --nonsense", "error: no such option: --nonsense\n"),
        ("draft nonsense", "error: no such command 'nonsense'\nhint: see 'akira draft --help'\n"),
        ("draft new --number -1", "error: invalid value for '--number': "),
        ("draft new --date 2021-13-01", "error: invalid value for '--date': '2021-13-01' "),
        ("draft new --label '!'", "error: no file name can be made of the label '!'\n"),
        ("init --name ''", "error: a newsletter's name is one line of text, not ''\n"),
        ("log -n 0", "error: invalid value for '-n': 0 is not in the range x>=1\n"),
        ("export", "error: missing option '--format' / '-f'\nhint: see 'akira export --help'\n"),
    ],
)
def test_a_usage_error_is_told_with_where_help_is(akira: Akira, line: str, message: str) -> None:
    screen = akira(line)
    assert (screen.code, screen.stdout) == (2, "")
    assert screen.stderr.startswith(message)
    assert re.fullmatch(r"error: [^\n]+\nhint: [^\n]+\n", screen.stderr)


@pytest.mark.parametrize("line", ["", "draft", "highlight"])
def test_a_group_without_a_command_shows_its_help(nowhere: Akira, line: str) -> None:
    screen = nowhere(line)
    assert (screen.code, screen.stdout) == (2, "")
    assert screen.stderr.startswith(f"Usage: akira {line}".rstrip())


@pytest.mark.parametrize("line", ["--help", "-h", "add --help", "draft new -h"])
def test_help_goes_to_stdout_and_needs_no_workspace(nowhere: Akira, line: str) -> None:
    screen = nowhere(line)
    assert (screen.code, screen.stderr) == (0, "")
    assert screen.stdout.startswith("Usage: akira ")


def test_version_is_printed(nowhere: Akira) -> None:
    assert nowhere("--version") == Screen(0, f"akira {__version__}\n")
    assert finished(start("--version", nowhere.folder)) == Screen(0, f"akira {__version__}\n")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("draft show", 0),
        ("add 9999.99999", 1),
        ("add 2110.02178 --section nine", 2),
        ("add 1706.03762", 4),
        ("add 9999.99999 1706.03762 2109.13228", 4),
    ],
)
def test_the_process_ends_with_the_exit_code(filled: Akira, line: str, code: int) -> None:
    assert finished(start(line, filled.folder)).code == code


def test_a_wrong_config_is_told_with_its_line(filled: Akira) -> None:
    config = filled.folder / "config.toml"
    whole = config.read_text()
    config.write_text(whole.replace("[arxiv]\n", "[arxiv]\nintervall = 3\n"))
    line = config.read_text().splitlines().index("intervall = 3") + 1
    assert filled("add 2106.08265") == Screen(
        1,
        stderr=f"error: config.toml:{line}: [arxiv] intervall is not a known key\n"
        "hint: did you mean 'interval'?\n",
    )


class BrokenSummariser:
    """A Summariser with a mistake in it."""

    name = "broken"

    def summarise(self, item: object, length: object) -> object:
        del length
        raise KeyError(item)


def test_a_bug_of_ours_is_no_traceback_but_a_log(
    akira: Akira, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(Adapters, "summariser", lambda *_: BrokenSummariser())
    screen = akira("add 2110.02178")
    assert (screen.code, screen.stdout) == (3, "")
    error, hint = screen.stderr.splitlines()
    assert error.startswith("error: KeyError: ")
    found = re.fullmatch(r"hint: this is a bug of akira's; (\S+) tells its makers .*", hint)
    assert found
    log = Path(found[1]).read_text()
    assert log.startswith(f"akira {__version__}, Python ")
    assert "['add', '2110.02178']" in log
    assert "Traceback (most recent call last):" in log
    assert list((akira.folder / "drafts").iterdir()) == []

    screen = akira("add 2110.02178 --json")
    assert (screen.code, screen.stdout) == (3, "")
    assert screen.error["slug"] == "bug"


def test_an_interrupt_while_waiting_ends_quietly(akira: Akira) -> None:
    with ArxivServer(fault="timeout") as server:
        akira.ask(server)
        process = start("add 2101.00001", akira.folder)
        while not server.requests:
            assert process.poll() is None
            signal.sigtimedwait([], 0.02)
        process.send_signal(signal.SIGINT)
        screen = finished(process)
    assert (screen.code, screen.stdout, screen.stderr.strip()) == (130, "", "")
    assert list((akira.folder / "drafts").iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_output_that_is_full_is_an_error_and_no_bug(filled: Akira) -> None:
    with Path("/dev/full").open("w") as full:
        process = subprocess.run(  # noqa: S603  # our own program
            [*PROGRAM, "draft", "show"],
            cwd=filled.folder,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert process.returncode == 1
    assert process.stderr == (
        "error: the output cannot be written: no space is left\nhint: make some room; "
        "what the command changed before is in 'akira log'\n"
    )


def test_a_reader_that_goes_away_is_no_error(filled: Akira) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.run(  # noqa: S603  # our own program
        [*PROGRAM, "draft", "show"],
        cwd=filled.folder,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (process.returncode, process.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("redirection", "line", "code"),
    [
        ("<&-", "add 2109.13228 --summary -", 2),
        (">&-", "draft show", 0),
        (">&-", "move 2110.02178 --position 1", 0),
        ("2>&-", "draft show nothing", 1),
        (">&- 2>&- <&-", "highlight add Words.", 0),
    ],
)
def test_a_stream_that_is_closed_is_no_bug(
    filled: Akira, redirection: str, line: str, code: int
) -> None:
    ended = subprocess.run(  # noqa: S602  # only a shell closes a stream
        f"{shlex.join(PROGRAM)} {line} {redirection}",
        shell=True,
        cwd=filled.folder,
        check=False,
        capture_output=True,
    )
    assert ended.returncode == code
    assert b"bug" not in ended.stderr


def test_a_narrow_encoding_of_the_terminal_stops_nothing(filled: Akira) -> None:
    for line in ("draft show", "export -f markdown --output -"):
        ended = subprocess.run(  # noqa: S603  # our own program
            [*PROGRAM, *shlex.split(line)],
            cwd=filled.folder,
            env={**os.environ, "PYTHONIOENCODING": "latin-1"},
            check=False,
            capture_output=True,
        )
        assert ended.returncode == 0
    assert "—".encode() in ended.stdout  # a document is UTF-8 wherever it goes
