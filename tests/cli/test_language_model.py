"""`--method llm`: a language model writes, or the built-in summariser does and stderr says why."""

from __future__ import annotations

import json
import os
import re
import signal
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from akira_cli.workflows.or_else import PATIENCE
from tests.arxiv_server import ArxivServer, Paper
from tests.cli.command_line import Akira, Screen, finished, start
from tests.summarisers.llm.made_up import (
    ABSTRACT,
    GOOD,
    HEADLINE,
    ID,
    SUMMARY,
    TITLE,
    UNFAITHFUL,
)
from tests.summarisers.llm.model_server import FAULTS, KEY, MODEL, Asked, ModelServer, Reply

STALLS = ("stall", "stall-midway")
ADD = f"add {ID} --no-figure"
TOLD = {
    "429": f"the model '{MODEL}' failed: RateLimitError: Error code: 429 - made-up trouble 429",
    "500": f"the model '{MODEL}' failed: InternalServerError: Error code: 500 - made-up trouble",
    "cut": f"the model '{MODEL}' failed: APIConnectionError: ",
    "not-json": f"the model '{MODEL}' failed: JSONDecodeError: ",
    "html": "the model's answer cannot be used: it is empty",
    "empty": "the model's answer cannot be used: it is empty",
    "endless": f"the model '{MODEL}' failed: its answer has no end: over 20000 letters",
    "key": f"the model '{MODEL}' failed: AuthenticationError: Error code: 401 - Incorrect API key "
    "provided: [key]",
    "I cannot help with that.": "the model's answer cannot be used: it is not one JSON object",
    '{"headline": "Half of it': "the model's answer cannot be used: it is not one JSON object",
    f"The key is {KEY}": f"the model '{MODEL}' failed: it repeated a key",
}
"""What is told of each reply that nothing can be taken from."""
IDS = tuple(f"2110.{number:05}" for number in range(1, 2 * len(TOLD) + 1))
"""More papers, each with its id in its title."""
COST = f"note: {MODEL}: 700 tokens in, 80 out, "


@pytest.fixture
def online(akira: Akira, tmp_path: Path) -> Iterator[Akira]:
    """A command line in a workspace that writes by a model; arXiv knows the made-up papers."""
    akira.environ(LLM_USER_PATH=str(tmp_path / "llm"), OPENAI_API_KEY=None)
    configure(akira, method="llm", model=MODEL)
    papers = [Paper(each, f"{TITLE} {each}", ABSTRACT) for each in (ID, *IDS)]
    with ArxivServer(papers) as server:
        akira.ask(server)
        yield akira


def configure(akira: Akira, **values: str | float) -> None:
    """Set values of the table [summaries] of the config."""
    config = akira.folder / "config.toml"
    text = config.read_text()
    for name, value in values.items():
        text, count = re.subn(rf"(?m)^#?{name} = .*$", f"{name} = {json.dumps(value)}", text)
        assert count == 1
    config.write_text(text)


def served(akira: Akira, *replies: Reply) -> ModelServer:
    """The model's server, which llm knows of."""
    server = ModelServer(replies)
    server.configure(Path(os.environ["LLM_USER_PATH"]))
    assert akira.folder.is_dir()
    return server


def entries_in(akira: Akira) -> list[dict[str, Any]]:
    """The entries of the draft, as the file has them."""
    return list(tomllib.loads(akira.draft().read_text())["entries"])


def entry_in(akira: Akira) -> dict[str, Any]:
    """The one entry of the draft."""
    [entry] = entries_in(akira)
    return entry


def assert_no_key_is_left(akira: Akira, *screens: Screen) -> None:
    """No key on a screen, in the workspace, or in a log of llm's own."""
    shown = "".join(screen.stdout + screen.stderr for screen in screens)
    assert KEY[:12] not in shown
    for file in akira.folder.rglob("*"):
        assert not file.is_file() or KEY[:12].encode() not in file.read_bytes(), file
    assert not (Path(os.environ["LLM_USER_PATH"]) / "logs.db").exists()


def test_a_model_writes_the_entry_and_its_cost_is_told(online: Akira) -> None:
    configure(online, input_price=10, output_price=50)
    with served(online, GOOD) as server:
        screen = online(ADD)
    assert screen.code == 0
    assert screen.stdout == f"added 3.1 to Issue #1, papers: {HEADLINE}\n"
    cost = re.escape(COST) + r"\d+\.\d s, cost 0\.0110\n"
    assert re.fullmatch(rf"note: no draft was open, so Issue #1 was begun\n{cost}", screen.stderr)
    entry = entry_in(online)
    assert (entry["headline"], entry["summary"].strip()) == (HEADLINE, SUMMARY)
    assert set(entry["machine"]) == {"headline", "summary"}
    assert [asked.key for asked in server.requests] == [KEY]
    assert_no_key_is_left(online, screen)


def test_what_is_unfaithful_once_is_asked_for_again(online: Akira) -> None:
    with served(online, UNFAITHFUL, GOOD) as server:
        screen = online(ADD)
    assert (screen.code, entry_in(online)["summary"].strip()) == (0, SUMMARY)
    assert len(server.requests) == 2
    assert "number-not-in-source" not in screen.stderr
    assert ": 1400 tokens in, 160 out, " in screen.stderr


def test_what_is_unfaithful_twice_is_kept_and_told(online: Akira) -> None:
    with served(online, UNFAITHFUL):
        screen = online(ADD)
    assert (screen.code, entry_in(online)["headline"]) == (0, HEADLINE)
    assert "87.4%" in entry_in(online)["summary"]
    assert f"note: {ID}: the summary says '87.4" in screen.stderr


def test_every_fault_of_the_server_is_played() -> None:
    assert {*TOLD, *STALLS} >= set(FAULTS)


def test_whatever_the_model_does_every_entry_is_written(online: Akira) -> None:
    faults = dict(zip(IDS[::2], TOLD, strict=True))  # every other paper is answered well
    assert len(IDS) == 2 * len(faults)

    def reply(asked: Asked) -> str:
        about = next(each for each in IDS if each in asked.text)
        return faults.get(about, GOOD)

    with served(online, reply):
        screen = online(f"add {' '.join(IDS)} --no-figure")
    assert (screen.code, screen.stdout.count("added 3.")) == (0, len(IDS))
    notes = screen.stderr.splitlines()
    for about, fault in faults.items():
        # papers with the same trouble are told together
        [told] = [line for line in notes if about in line.partition(": ")[2].split(": ")[0]]
        assert f": {TOLD[fault]}" in told
        assert told.endswith("; extractive wrote it")
    unusable = [fault for fault in TOLD if fault.startswith(("I cannot", "{"))]
    answers = len(faults) + 2 * len(unusable)  # what was no answer was asked for once more
    assert f"{700 * answers} tokens in, " in notes[-1]
    for entry in entries_in(online):
        assert (entry["summary"].strip() == SUMMARY) == (entry["id"] not in faults)
        assert "TinyMix" in entry["summary"]
        assert "machine" in entry
    assert_no_key_is_left(online, screen)


def test_a_model_that_stalls_is_not_waited_for(online: Akira) -> None:
    configure(online, timeout=3.0)
    with served(online, *STALLS) as server:
        screen = online(f"add {IDS[0]} {IDS[1]} --no-figure")
    assert (screen.code, screen.stdout.count("added 3.")) == (0, 2)
    assert len(server.requests) == 2
    late = (
        "the model took longer than 3 seconds ([summaries] timeout in config.toml allows for "
        "more); extractive wrote it"
    )
    assert f"note: {IDS[0]}, {IDS[1]}: {late}\n" in screen.stderr


def test_a_model_that_fails_again_and_again_is_asked_no_more(online: Akira) -> None:
    with served(online, "429") as server:
        screen = online(f"add {ID} {' '.join(IDS[: PATIENCE + 1])} --no-figure")
    assert (screen.code, screen.stdout.count("added 3.")) == (0, PATIENCE + 2)
    assert len(server.requests) == PATIENCE
    assert "; extractive wrote it, and llm is asked no more\n" in screen.stderr


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("no-such", "llm has no model 'no-such'"),
        ("echo", "the model's answer cannot be used: it is not a JSON object with"),
        (
            "echo-needs-key",
            "the model 'echo-needs-key' failed: No key found - add one using "
            "'llm keys set echo-needs-key'",
        ),
    ],
)
def test_a_model_that_cannot_do_it_is_told(online: Akira, model: str, told: str) -> None:
    configure(online, model=model)
    screen = online(ADD)
    assert screen.code == 0
    assert f"note: {ID}: {told}" in screen.stderr
    assert "TinyMix" in entry_in(online)["summary"]


def test_without_the_package_the_entry_is_written(online: Akira, tmp_path: Path) -> None:
    (tmp_path / "llm.py").write_text("raise ModuleNotFoundError('none', name='llm')")
    online.environ(PYTHONPATH=str(tmp_path))
    screen = online(ADD)
    assert screen.code == 0
    told = "the package 'llm' is not installed (pip install 'akira-cli[llm]'); extractive wrote it"
    assert f"note: {ID}: {told}" in screen.stderr


def test_the_echo_plugin_says_what_a_prompt_of_ones_own_has_it_say(online: Akira) -> None:
    configure(online, model="echo")
    online.done("layout eject summary.md.j2")
    prompt = online.folder / "prompts" / "summary.md.j2"
    # a prompt that is such an object is what the plug-in answers word for word
    said = GOOD.replace("\\", "\\\\").replace('"', '\\"')
    prompt.write_text('{% block text %}{"raw": "' + said + '"}{% endblock %}')
    assert online(ADD).code == 0
    assert (entry_in(online)["headline"], entry_in(online)["summary"].strip()) == (
        HEADLINE,
        SUMMARY,
    )


def test_a_broken_prompt_of_ones_own_is_told_with_its_place(online: Akira) -> None:
    (online.folder / "prompts").mkdir()
    prompt = online.folder / "prompts" / "summary.md.j2"
    prompt.write_text("{% block text %}\n{{ materiel }}\n{% endblock %}")
    screen = online(ADD)
    assert (screen.code, screen.stdout) == (1, "")
    assert "error: prompts/summary.md.j2:2: 'materiel' is undefined\n" in screen.stderr
    shown = online(f"add {IDS[0]} --dry-run")
    assert (shown.code, shown.stdout) == (1, "")
    assert "error: prompts/summary.md.j2:2: 'materiel' is undefined\n" in shown.stderr


def test_a_method_given_goes_before_the_one_that_is_set(online: Akira) -> None:
    with served(online, GOOD) as server:
        screen = online(f"{ADD} --method extractive")
    assert (screen.code, server.requests) == (0, [])
    assert "TinyMix" in entry_in(online)["summary"]


def test_the_length_asked_for_reaches_the_model(online: Akira) -> None:
    with served(online, GOOD) as server:
        online.done(f"{ADD} --length long")
    assert "75 to 120 words" in server.requests[0].system


def test_ones_own_published_entries_show_the_voice(online: Akira) -> None:
    with served(online, GOOD) as server:
        mine = "--headline 'Phones mix tokens' --summary 'They mix the tokens of phones.'"
        online.done(f"add {IDS[0]} --no-figure {mine}")
        online.done("draft publish")
        assert server.requests == []
        online.done(ADD)
    assert '{"headline": "Phones mix tokens", "summary": "They mix' in server.requests[0].system


def test_offline_no_model_is_asked(online: Akira) -> None:
    online.done(f"fetch {ID}")
    with served(online, GOOD) as server:
        screen = online(f"{ADD} --offline")
    assert (screen.code, server.requests) == (0, [])
    assert f"note: {ID}: akira is offline and asks no model (leave out --offline" in screen.stderr


def test_a_dry_run_shows_the_prompt_word_for_word_and_asks_nothing(online: Akira) -> None:
    configure(online, input_price=10, output_price=50)
    with served(online, GOOD) as server:
        shown = online(f"add {ID} --dry-run")
        assert server.requests == []
        assert not online.draft().exists()
        online.done(ADD)
    [asked] = server.requests
    assert shown.stdout == (
        f"--- {ID}v1: system\n{asked.system}\n--- {ID}v1: text\n{asked.text}\n\n"
    )
    tokens = -(-(len(asked.system) + len(asked.text)) // 4)
    assert shown.stderr.startswith(
        f"note: '{MODEL}' would be asked 1 time: about {tokens} tokens in, 134 out, cost 0.0"
    )
    assert_no_key_is_left(online, shown)


def test_a_dry_run_as_json_has_the_prompts_and_the_estimates(online: Akira) -> None:
    with served(online, GOOD):
        shown = online(f"add {ID} 2110.99999 --dry-run --json")
    assert shown.code == 1
    assert shown.json["model"] == MODEL
    [prompt] = shown.json["prompts"]
    assert prompt["item"] == f"{ID}v1"
    assert ABSTRACT in prompt["text"]
    assert (prompt["output_tokens"], prompt["cost"]) == (134, "")
    assert shown.json["failed"][0]["text"] == "2110.99999"
    assert_no_key_is_left(online, shown)


def test_a_dry_run_of_a_method_without_a_model_is_refused(online: Akira) -> None:
    screen = online(f"add {ID} --method extractive --dry-run")
    assert screen == Screen(
        2,
        "",
        "error: method 'extractive' asks no model, so there is no prompt to show\n"
        "hint: --method llm asks one\n",
    )


def test_an_interrupt_ends_the_model_too(online: Akira) -> None:
    with served(online, "stall") as server:
        process = start(ADD, online.folder)
        while not server.requests:
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        screen = finished(process)
    assert screen.code == 130
    assert not online.draft().exists()
    assert_no_key_is_left(online, screen)
