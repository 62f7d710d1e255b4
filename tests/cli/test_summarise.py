"""`akira summarise`: one abstract, or many as JSON lines."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from akira_cli.core.items import Item, Summary, Usage
from akira_cli.core.settings import Length
from akira_cli.wiring.summarisers import Summarisers
from tests.cli.command_line import Akira, Screen
from tests.cli.json_lines import PAPER, fed, jsonl, next_line, opened, read, stream, written

KEYS = ["id", "headline", "tldr", "summary", "spans", "method"]
MANY = jsonl(*({**PAPER, "id": number} for number in range(400)))


class Thorough:
    """Writes the length it was asked for, and all that a summary may have."""

    name = "thorough"

    def summarise(self, item: Item, length: Length = "normal") -> Summary:
        return Summary(
            f"On {item.title}",
            f"{length}: {item.abstract}",
            one_line="In\x1b short.",
            notes=("look at it",),
            usage=Usage(10, 20, 1.5),
        )


@pytest.fixture
def thorough(nowhere: Akira, monkeypatch: pytest.MonkeyPatch) -> Akira:
    """A command line whose summariser is `Thorough`, with a file `foo.txt` beside it."""
    monkeypatch.setattr(Summarisers, "named", lambda *_: Thorough())
    monkeypatch.setattr(Summarisers, "writer", lambda *_: Thorough())
    (nowhere.folder / "foo.txt").write_text("\ufeffFoo is fast.\n")
    (nowhere.folder / "foo.jsonl").write_bytes(jsonl(PAPER))
    return nowhere


def set_summaries(akira: Akira, line: str) -> None:
    """Have the workspace's config say a line of summaries."""
    config = akira.folder / "config.toml"
    config.write_text(config.read_text().replace("[summaries]\n", f"[summaries]\n{line}\n"))


def test_a_plain_text_is_summarised_on_three_lines(thorough: Akira) -> None:
    assert thorough("summarise foo.txt --title ' Foo '") == Screen(
        0,
        "Headline  On Foo\nOne line  In\\x1b short.\nSummary   normal: Foo is fast.\n",
        "note: summary: look at it\nnote: the model: 10 tokens in, 20 out, 1.5 s\n",
    )


def test_a_plain_text_is_summarised_as_json(thorough: Akira) -> None:
    shown = thorough("summarise foo.txt --title Foo --json").json
    assert (shown["headline"], shown["text"]) == ("On Foo", "normal: Foo is fast.")
    assert (shown["one_line"], shown["spans"]) == ("In\x1b short.", [])


@pytest.mark.parametrize("length", ["short", "normal", "long"])
def test_the_length_is_handed_on(thorough: Akira, length: str) -> None:
    assert f"{length}: Foo" in thorough.done(f"summarise foo.txt --length {length}")


def test_the_length_of_the_workspace_is_its_default(thorough: Akira) -> None:
    thorough.done("init")
    set_summaries(thorough, 'length = "long"')
    assert "long: Foo" in thorough.done("summarise foo.txt")
    assert "short: Foo" in thorough.done("summarise foo.txt --length short")
    [line] = read(thorough.done("summarise foo.jsonl --jsonl"))
    assert line["summary"].startswith("long: ")


def test_what_the_answers_took_is_told_at_the_end_and_notes_with_their_line(
    thorough: Akira,
) -> None:
    (thorough.folder / "foo.jsonl").write_bytes(jsonl(PAPER, PAPER))
    screen = thorough("summarise foo.jsonl --jsonl")
    assert screen.stderr.splitlines() == [
        "note: line 1: look at it",
        "note: line 2: look at it",
        "note: the model: 20 tokens in, 40 out, 3.0 s",
    ]
    assert len(read(screen.stdout)) == 2


def test_a_workspace_is_not_needed(nowhere: Akira) -> None:
    screen = fed("summarise --jsonl", nowhere.folder, jsonl(PAPER))
    assert (screen.code, screen.stderr) == (0, "")
    [line] = read(screen.stdout)
    assert list(line) == KEYS
    assert (line["id"], line["method"]) == (1, "extractive")


def test_a_file_and_stdin_and_several_jobs_give_the_same(nowhere: Akira) -> None:
    (nowhere.folder / "many.jsonl").write_bytes(MANY)
    from_file = fed("summarise many.jsonl --jsonl", nowhere.folder)
    assert [line["id"] for line in read(from_file.stdout)] == list(range(400))
    assert fed("summarise - --jsonl", nowhere.folder, MANY) == from_file
    assert fed("summarise --jsonl --jobs 2", nowhere.folder, MANY) == from_file


@pytest.mark.parametrize(
    "data",
    [
        jsonl(PAPER, PAPER).removesuffix(b"\n"),
        jsonl(PAPER, PAPER, end=b"\r\n"),
        b"\xef\xbb\xbf" + jsonl(PAPER, PAPER),
        jsonl(PAPER) + b"\n  \n\r\n" + jsonl(PAPER) + b"\n",
    ],
)
def test_the_ends_of_lines_and_blank_lines_do_not_matter(nowhere: Akira, data: bytes) -> None:
    screen = fed("summarise --jsonl", nowhere.folder, data)
    assert (screen.code, screen.stderr) == (0, "")
    assert [line["id"] for line in read(screen.stdout)] == [1, 1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_in_is_nothing_out(nowhere: Akira, jobs: int) -> None:
    assert fed(f"summarise --jsonl --jobs {jobs}", nowhere.folder) == Screen(0)


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_lines_are_told_by_number_and_stop_nothing(nowhere: Akira, jobs: int) -> None:
    too_long = b'{"abstract": "' + b"x" * 5_000_000 + b'"}\n'
    good = jsonl(PAPER)
    data = good + b"nonsense\n\n\xff\n" + good + too_long + b"[1]\n" + good + b'{"id": 1'
    screen = fed(f"summarise --jsonl --jobs {jobs}", nowhere.folder, data)
    assert screen.code == 1
    assert [line["id"] for line in read(screen.stdout)] == [1, 1, 1]
    assert screen.stderr.splitlines() == [
        "error: line 2: it is not JSON: expecting value at column 1",
        "error: line 4: it is not UTF-8",
        "error: line 6: it is longer than 2000000 bytes",
        "error: line 7: it is no JSON object",
        "error: line 9: it is not JSON: expecting ',' delimiter at column 9",
    ]


def test_letters_come_back_as_utf_8_wherever_they_go(nowhere: Akira) -> None:
    nowhere.environ(PYTHONIOENCODING="latin-1", LC_ALL="C")
    line = '{"id": "日本", "abstract": ""}\n'.encode()
    screen = fed("summarise --jsonl", nowhere.folder, line)
    assert (screen.code, read(screen.stdout)[0]["id"]) == (0, "日本")


def test_a_line_is_answered_before_the_next_is_written(nowhere: Akira) -> None:
    with opened("summarise --jsonl", nowhere.folder) as process:
        for number in range(3):
            written(process, jsonl({**PAPER, "id": number}))
            assert json.loads(next_line(process))["id"] == number
        stream(process.stdin).close()
        assert next_line(process) == b""
    assert process.returncode == 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_goes_away_ends_it_quietly(nowhere: Akira, jobs: int) -> None:
    (nowhere.folder / "many.jsonl").write_bytes(MANY * 20)
    with opened(f"summarise many.jsonl --jsonl --jobs {jobs}", nowhere.folder) as process:
        assert next_line(process)
        stream(process.stdout).close()
        assert stream(process.stderr).read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_ends_it_quietly_and_all_its_processes(nowhere: Akira, jobs: int) -> None:
    """Its pipes come to their ends only when no process holds them any more."""
    process = opened(f"summarise --jsonl --jobs {jobs}", nowhere.folder)
    written(process, MANY)
    assert next_line(process)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert (process.returncode, stderr) == (130, b"")


def test_an_interrupt_while_its_processes_begin_is_quiet_too(nowhere: Akira) -> None:
    process = opened("summarise --jsonl --jobs 2", nowhere.folder)
    written(process, MANY)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        process.kill()
        process.communicate()
        pytest.skip("this system does not tell of children")
    while len(children.read_text().split()) < 2:  # what tracks resources, and one that loads
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert (process.returncode, stderr) == (130, b"")


@pytest.mark.parametrize("kill", [signal.SIGTERM, signal.SIGKILL])
def test_when_it_is_killed_its_processes_end_too(nowhere: Akira, kill: signal.Signals) -> None:
    process = opened("summarise --jsonl --jobs 2", nowhere.folder)
    written(process, MANY)
    assert next_line(process)
    process.send_signal(kill)
    process.communicate(timeout=60)
    assert process.returncode == -kill


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_output_that_is_full_is_told(nowhere: Akira) -> None:
    with Path("/dev/full").open("w") as full:
        process = opened("summarise --jsonl", nowhere.folder, stdout=full.fileno())
        _, stderr = process.communicate(jsonl(PAPER), timeout=60)
    assert process.returncode == 1
    assert stderr.startswith(b"error: the output cannot be written: no space is left\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nowhere.jsonl --jsonl", "cannot read 'nowhere.jsonl': no such file or directory"),
        ("nowhere.jsonl --jsonl --jobs 2", "cannot read 'nowhere.jsonl': no such file"),
        (". --jsonl", "cannot read '.': is a directory"),
        (f"{'x' * 300} --jsonl", f"cannot read '{'x' * 300}': file name too long"),
        ("nowhere.txt", "cannot read 'nowhere.txt': no such file or directory"),
        (".", "cannot read '.': it is no plain file"),
        ("empty.txt", "'empty.txt' is empty"),
        ("latin.txt", "'latin.txt' is not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(nowhere: Akira, line: str, message: str) -> None:
    (nowhere.folder / "empty.txt").write_bytes(b"\xef\xbb\xbf \n")
    (nowhere.folder / "latin.txt").write_bytes(b"caf\xe9")
    screen = nowhere(f"summarise {line}")
    assert (screen.code, screen.stdout) == (1, "")
    assert screen.stderr.startswith(f"error: {message}")
    assert "\nhint: give a file " in screen.stderr


def test_a_name_that_no_system_takes_is_told(nowhere: Akira) -> None:
    for more in ([], ["--jsonl"]):
        screen = nowhere(["summarise", "a\0b", *more])
        assert (screen.code, screen.stdout) == (1, "")
        assert screen.stderr.startswith("error: cannot read 'a\\x00b': embedded null byte\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(nowhere: Akira) -> None:
    file = nowhere.folder / "secret.jsonl"
    file.touch(mode=0)
    screen = nowhere("summarise secret.jsonl --jsonl")
    assert (screen.code, screen.stdout) == (1, "")
    assert screen.stderr.startswith("error: cannot read 'secret.jsonl': permission denied\n")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no such file here")
def test_a_file_that_breaks_off_with_an_error_is_told(nowhere: Akira) -> None:
    screen = nowhere("summarise /proc/self/mem --jsonl")
    assert screen.code == 1
    assert screen.stderr.startswith("error: cannot read '/proc/self/mem': input/output error\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("--jsonl --json", " are for one plain text"),
        ("--jsonl --title Foo", " are for one plain text"),
        ("--jobs 2", "--jobs is for many papers"),
        ("--jsonl --jobs 0", "invalid value for '--jobs': 0 is not in the range 1<=x<=64"),
        ("--jsonl --jobs 65", "invalid value for '--jobs': 65 is not in the range 1<=x<=64"),
        ("--jsonl --length tiny", "invalid value for '--length': 'tiny' is not one of 'short', "),
        ("--jsonl --method nonsense", "there is no method 'nonsense' to summarise by"),
        ("foo.txt --method nonsense", "there is no method 'nonsense' to summarise by"),
    ],
)
def test_a_wrong_use_is_told_before_anything_is_read(
    nowhere: Akira, line: str, message: str
) -> None:
    (nowhere.folder / "foo.txt").write_text("Foo is fast.")
    screen = nowhere(f"summarise {line}")
    assert (screen.code, screen.stdout) == (2, "")
    assert message in screen.stderr


def test_the_methods_are_named_when_one_is_not_known(nowhere: Akira) -> None:
    screen = nowhere("summarise --jsonl --method nonsense")
    assert screen.stderr.endswith("\nhint: methods: extractive, llm\n")


def test_a_broken_config_is_told_and_not_passed_over(akira: Akira) -> None:
    set_summaries(akira, "lenght = 1")
    screen = akira("summarise --jsonl")
    assert (screen.code, screen.stdout) == (1, "")
    assert "[summaries] lenght is not a known key" in screen.stderr
