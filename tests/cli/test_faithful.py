"""`akira faithful`: what a text says that its source does not."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Sequence

import pytest

from akira_cli.core.errors import ModelFailed
from akira_cli.core.faithful import Problem
from akira_cli.core.items import Usage
from akira_cli.ports.language import Checked
from akira_cli.wiring.summarisers import Summarisers
from tests.cli.command_line import Akira, Screen
from tests.cli.json_lines import (
    RIGHT,
    WRONG,
    fed,
    jsonl,
    next_line,
    opened,
    read,
    stream,
    written,
)

MANY = jsonl(*({**WRONG, "id": number} for number in range(400)))


class Doubting:
    """A FactChecker that doubts the first word, whatever it is."""

    def check(self, text: str, sources: Sequence[str]) -> Checked:
        word = text.split()[0]
        said = f"not in {len(sources)} source"
        problem = Problem("name-not-in-source", word, 0, len(word), said)
        return Checked((problem,), Usage(10, 20, 1.5))


class Asleep:
    """A FactChecker that fails."""

    def check(self, text: str, sources: Sequence[str]) -> Checked:
        raise ModelFailed(f"the model slept over {text.split()[0]} and {len(sources)} source")


@pytest.fixture
def texts(nowhere: Akira) -> Akira:
    """A command line with a source, a text that is right and one that is wrong."""
    for name, text in (
        ("source.txt", "The network needs 3.1% of the memory.\n"),
        ("right.txt", "\ufeffIt needs 3.1% of the memory.\n"),
        ("wrong.txt", "It needs 1.3% of the memory.\n"),
        ("empty.txt", " \n"),
    ):
        (nowhere.folder / name).write_text(text)
    (nowhere.folder / "latin.txt").write_bytes(b"caf\xe9")
    return nowhere


def test_a_text_that_says_what_its_source_says_is_right(texts: Akira) -> None:
    screen = texts("faithful right.txt --source source.txt")
    assert screen == Screen(0, "nothing was found that the source does not say\n")
    shown = texts("faithful right.txt --source source.txt --json")
    assert (shown.code, shown.json) == (0, {"supported": True, "problems": []})


def test_a_wrong_number_is_told_and_the_exit_code_says_so(texts: Akira) -> None:
    screen = texts("faithful wrong.txt --source source.txt")
    assert (screen.code, screen.stderr) == (1, "")
    [line] = screen.stdout.splitlines()
    assert line.startswith("'1.3")
    assert line.endswith(" (number-not-in-source)")


def test_a_wrong_number_is_told_as_json_with_its_place(texts: Akira) -> None:
    screen = texts("faithful wrong.txt --source source.txt --json")
    assert screen.code == 1
    assert screen.json["supported"] is False
    [problem] = screen.json["problems"]
    assert set(problem) == {"id", "text", "start", "end", "why"}
    place = slice(problem["start"], problem["end"])
    assert "It needs 1.3% of the memory."[place] == problem["text"]


def test_the_text_or_its_source_may_come_on_stdin(texts: Akira) -> None:
    text = b"It needs 1.3% of the memory."
    assert fed("faithful --source source.txt", texts.folder, text).code == 1
    assert fed("faithful wrong.txt --source -", texts.folder, text) == Screen(
        0, "nothing was found that the source does not say\n"
    )


def test_a_model_is_asked_besides_the_rules(texts: Akira, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Summarisers, "checker", lambda *_: Doubting())
    screen = texts("faithful wrong.txt --source source.txt --method llm")
    first, second = screen.stdout.splitlines()
    assert first == "'It': not in 1 source (name-not-in-source)"
    assert "1.3" in second
    assert screen.stderr == "note: the model: 10 tokens in, 20 out, 1.5 s\n"


def test_when_the_model_fails_the_rules_still_tell(
    texts: Akira, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Summarisers, "checker", lambda *_: Asleep())
    screen = texts("faithful wrong.txt --source source.txt --method llm")
    assert (screen.code, screen.stdout.startswith("'1.3")) == (1, True)
    told = "the model slept over It and 1 source; only the built-in rules were asked"
    assert screen.stderr == f"note: {told}\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_lines_are_checked_in_order(nowhere: Akira, jobs: int) -> None:
    screen = fed(f"faithful --jsonl --jobs {jobs}", nowhere.folder, MANY + jsonl(RIGHT))
    assert (screen.code, screen.stderr) == (0, "")
    *wrong, right = read(screen.stdout)
    assert [line["id"] for line in wrong] == list(range(400))
    assert {line["supported"] for line in wrong} == {False}
    assert right == {"id": 1, "supported": True, "problems": []}


def test_from_a_file_too(nowhere: Akira) -> None:
    (nowhere.folder / "lines.jsonl").write_bytes(jsonl(RIGHT, WRONG))
    found = read(nowhere.done("faithful lines.jsonl --jsonl"))
    assert [line["supported"] for line in found] == [True, False]


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_lines_are_told_by_number_and_stop_nothing(nowhere: Akira, jobs: int) -> None:
    data = b'{"doc": "a"}\n\n' + jsonl(RIGHT, end=b"\r\n") + b"{\n" + jsonl(WRONG).rstrip()
    screen = fed(f"faithful --jsonl --jobs {jobs}", nowhere.folder, data)
    assert screen.code == 1
    assert [line["id"] for line in read(screen.stdout)] == [1, 2]
    assert [line.partition(": it")[0] for line in screen.stderr.splitlines()] == [
        "error: line 1: 'summary' is missing",
        "error: line 4",
    ]


def test_a_line_is_answered_before_the_next_is_written(nowhere: Akira) -> None:
    with opened("faithful --jsonl", nowhere.folder) as process:
        for asked in (RIGHT, WRONG):
            written(process, jsonl(asked))
            assert json.loads(next_line(process))["id"] == asked["id"]
        stream(process.stdin).close()
        assert next_line(process) == b""
    assert process.returncode == 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_goes_away_ends_it_quietly(nowhere: Akira, jobs: int) -> None:
    (nowhere.folder / "many.jsonl").write_bytes(MANY * 20)
    with opened(f"faithful many.jsonl --jsonl --jobs {jobs}", nowhere.folder) as process:
        assert next_line(process)
        stream(process.stdout).close()
        assert stream(process.stderr).read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_ends_it_quietly_and_all_its_processes(nowhere: Akira, jobs: int) -> None:
    process = opened(f"faithful --jsonl --jobs {jobs}", nowhere.folder)
    written(process, MANY)
    assert next_line(process)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert (process.returncode, stderr) == (130, b"")


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("wrong.txt", 2, "give what the text is about with --source FILE, or JSON lines "),
        ("", 2, "give what the text is about with --source FILE, or JSON lines "),
        ("wrong.txt --source wrong.txt", 2, "give what the text is about with --source FILE"),
        ("--source -", 2, "give what the text is about with --source FILE"),
        ("wrong.txt --source source.txt --jobs 2", 2, "--jobs is for many summaries"),
        ("--jsonl --source source.txt", 2, "--source and --json are for one plain text"),
        ("--jsonl --method nonsense", 2, "there is no method 'nonsense' to check by"),
        ("wrong.txt --source source.txt --method nonsense", 2, "there is no method 'nonsense' to"),
        ("--jsonl --jobs none", 2, "invalid value for '--jobs': 'none' is not a valid int"),
        ("gone.txt --source source.txt", 1, "cannot read 'gone.txt': no such file or directory"),
        ("wrong.txt --source gone.txt", 1, "cannot read 'gone.txt': no such file or directory"),
        ("wrong.txt --source .", 1, "cannot read '.': it is no plain file"),
        ("wrong.txt --source empty.txt", 1, "'empty.txt' is empty"),
        ("latin.txt --source source.txt", 1, "'latin.txt' is not UTF-8"),
        ("gone.jsonl --jsonl", 1, "cannot read 'gone.jsonl': no such file or directory"),
    ],
)
def test_a_wrong_use_is_told(texts: Akira, line: str, code: int, message: str) -> None:
    screen = texts(f"faithful {line}")
    assert (screen.code, screen.stdout) == (code, "")
    assert screen.stderr.startswith(f"error: {message}")
    assert "\nhint: " in screen.stderr


def test_json_is_for_one_text(texts: Akira) -> None:
    screen = texts("faithful --jsonl --json")
    assert screen.code == 2
    assert screen.error["message"] == "--source and --json are for one plain text"


def test_the_methods_are_named_when_one_is_not_known(texts: Akira) -> None:
    screen = texts("faithful --jsonl --method nonsense")
    assert screen.stderr.endswith("\nhint: methods: extractive, llm\n")
