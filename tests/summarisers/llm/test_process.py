"""The process a model runs in: what plug-ins may do there, and what of it is seen outside.

A module `llm` of a few lines stands for the package, so that any plug-in can be played.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import ModelFailed
from akira_cli.ports.language import LanguageModel, Prompt
from akira_cli.summarisers.llm.process import LONGEST_ANSWER, ModelProcess, NotAsked
from akira_cli.summarisers.llm.worker import MASK, masked

KEY = "very-secret-0123456789"
PACKAGE = f"""
import os, sys, time
class UnknownModelError(KeyError): pass
class Usage:
    input, output = 7, None
class Response:
    def __init__(self, parts): self.parts = parts
    def __iter__(self): return iter(self.parts)
    def usage(self): return Usage()
class Model:
    model_id, headers = "made-up", {{"X-Key": {KEY!r}}}
    def get_key(self): return None
    def prompt(self, text, system=None):
        return Response(answers(text, system))
def load_keys(): return {{"// Note": "Keep this file to yourself"}}
def get_model(name): return Model()
"""
MODELS: tuple[LanguageModel, ...] = (ModelProcess("", 1.0), NotAsked(""))

Model = Callable[..., ModelProcess]


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Model]:
    """Makes a model out of the body of `answers(text, system)`, which yields parts."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    made: list[ModelProcess] = []

    def make(body: str, *, rest: str = "", name: str = "m", seconds: float = 30.0) -> ModelProcess:
        package = f"{PACKAGE}\ndef answers(text, system):\n    {body}\n{rest}"
        (tmp_path / "llm.py").write_text(package)
        made.append(ModelProcess(name, seconds))
        return made[-1]

    yield make
    for each in made:
        each.close()


def failed(model: ModelProcess, text: str = "go") -> tuple[str, str]:
    """Message and hint of a question that gets no answer."""
    with pytest.raises(ModelFailed) as caught:
        model.answer(Prompt("be brief", text))
    return caught.value.message, caught.value.hint


def test_the_parts_of_an_answer_are_put_together_and_counted(model: Model) -> None:
    reply = model("yield from (text, ' ', system)").answer(Prompt("be", "héllo\n\ud83d"))
    assert reply.text == "héllo\n\ud83d be"
    assert (reply.usage.input_tokens, reply.usage.output_tokens) == (7, 0)
    assert reply.usage.seconds >= 0


def test_one_process_serves_every_question(model: Model) -> None:
    asked = model("yield str(os.getpid())")
    first, second = (asked.answer(Prompt("", "go")).text for _ in range(2))
    assert first == second != str(os.getpid())


def test_a_model_without_system_prompts_gets_both_in_one(model: Model) -> None:
    body = "if system: raise NotImplementedError('no system prompts')\n    yield text"
    assert model(body).answer(Prompt("be", "go")).text == "be\n\ngo"
    body = "raise NotImplementedError('not at all')\n    yield text"
    assert "not at all" in failed(model(body))[0]


def test_what_a_plugin_prints_and_reads_does_not_disturb(model: Model) -> None:
    body = "print('noise'); os.write(1, b'noise'); yield f'{text} {sys.stdin.read()!r}'"
    asked = model(body, rest="print('more noise')")
    assert [asked.answer(Prompt("", n)).text for n in "12"] == ["1 ''", "2 ''"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("raise ValueError('no\\n  such\x1b[2J thing')", "ValueError: no such[2J thing"),
        ("raise ValueError", "ValueError"),
        ("sys.exit('enough')", "SystemExit: enough"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("raise ValueError('x' * 5000)", f"ValueError: {'x' * 228}…"),
    ],
)
def test_what_a_plugin_raises_is_one_line(model: Model, body: str, told: str) -> None:
    asked = model(f"{body}\n    yield ''")
    assert failed(asked)[0] == f"the model 'm' failed: {told}"
    assert failed(asked)[0] == f"the model 'm' failed: {told}"


@pytest.mark.parametrize(
    ("body", "told"),
    [("os._exit(3)", "status 3"), ("os.kill(os.getpid(), 11)", "signal 11")],
)
def test_a_crash_is_told_and_the_next_question_starts_anew(
    model: Model, body: str, told: str
) -> None:
    asked = model(f"if text == 'go': {body}\n    yield text")
    assert failed(asked)[0] == f"the process of the model ended by itself ({told})"
    assert asked.answer(Prompt("", "again")).text == "again"


def test_a_model_that_hangs_is_ended_with_all_it_started(model: Model, tmp_path: Path) -> None:
    body = (
        "import subprocess\n"
        "    child = subprocess.Popen(['sleep', '600'])\n"
        f"    open({str(tmp_path / 'pid')!r}, 'w').write(str(child.pid))\n"
        "    time.sleep(600)\n"
        "    yield ''"
    )
    message, hint = failed(model(body, seconds=3.0))
    assert message == "the model took longer than 3 seconds"
    assert hint == "[summaries] timeout in config.toml allows for more"
    assert _ends(int((tmp_path / "pid").read_text()))


def test_what_a_model_that_crashes_started_is_ended_too(model: Model, tmp_path: Path) -> None:
    body = (
        "import subprocess\n"
        "    child = subprocess.Popen(['sleep', '600'])\n"
        f"    open({str(tmp_path / 'pid')!r}, 'w').write(str(child.pid))\n"
        "    os.kill(os.getpid(), 9)\n"
        "    yield ''"
    )
    assert failed(model(body))[0] == "the process of the model ended by itself (signal 9)"
    assert _ends(int((tmp_path / "pid").read_text()))


def test_an_answer_without_an_end_is_cut_off(model: Model) -> None:
    asked = model("while text == 'go': yield 'on and on'\n    yield text")
    assert failed(asked)[0] == (
        f"the model 'm' failed: its answer has no end: over {LONGEST_ANSWER} letters"
    )
    assert asked.answer(Prompt("", "well")).text == "well"


def test_the_process_ends_when_it_is_no_longer_wanted(model: Model) -> None:
    asked = model("yield str(os.getpid())")
    pid = int(asked.answer(Prompt("", "go")).text)
    asked.close()
    assert _ends(pid)
    forgotten = ModelProcess("m", 30.0)
    pid = int(forgotten.answer(Prompt("", "go")).text)
    del forgotten
    assert _ends(pid)


def _ends(pid: int) -> bool:
    """Whether a process that was killed is gone, as soon as the system has seen to it."""
    for _ in range(1000):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":  # gone, and only its number is left
            return True
        time.sleep(0.01)
    return False


def test_a_model_that_is_still_busy_ends_when_akira_is_killed(model: Model, tmp_path: Path) -> None:
    model(f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\n    time.sleep(600)")
    asker = (
        "from akira_cli.summarisers.llm.process import ModelProcess\n"
        "from akira_cli.ports.language import Prompt\n"
        "ModelProcess('m', 600).answer(Prompt('', 'go'))"
    )
    with subprocess.Popen([sys.executable, "-c", asker]) as process:  # noqa: S603  # our own
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            time.sleep(0.01)
        process.kill()
    assert _ends(int((tmp_path / "pid").read_text()))


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (
            "raise ModuleNotFoundError(\"No module named 'llm'\", name='llm')",
            ("the package 'llm' is not installed", "pip install 'akira-cli[llm]'"),
        ),
        (
            "def get_model(name): raise UnknownModelError('Unknown model: ' + name)",
            ("llm has no model 'm'", "'llm models' lists those there are"),
        ),
    ],
)
def test_what_no_second_question_changes_is_asked_once(
    model: Model, rest: str, told: tuple[str, str], tmp_path: Path
) -> None:
    asked = model("yield ''", rest=rest)
    assert failed(asked) == told
    (tmp_path / "llm.py").write_text("it would not even start")
    assert failed(asked) == told


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("raise ImportError('half of it is missing')", "ImportError: half of it is missing"),
        ("def get_model(name): sys.exit(2)", "SystemExit: 2"),
        ("import nothing_like_it", "ModuleNotFoundError: No module named 'nothing_like_it'"),
    ],
)
def test_a_broken_package_is_told(model: Model, rest: str, told: str) -> None:
    message = failed(model("yield ''", rest=rest, name=""))[0]
    assert message == f"llm's default model failed: {told}"


def test_a_file_of_the_folder_one_works_in_is_no_package(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = model("yield 'the real one'")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "llm.py").write_text("raise ValueError('the wrong one')")
    monkeypatch.chdir(tmp_path / "here")
    assert asked.answer(Prompt("", "go")).text == "the real one"


@pytest.mark.parametrize("said", [KEY, KEY[:14], f"?key={KEY}&x=1", f"('{KEY}')", "env-secret-99"])
def test_a_key_is_masked_in_an_error(
    model: Model, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOME_API_KEY", "env-secret-99")
    message = failed(model(f"raise ValueError({said!r})\n    yield ''"))[0]
    assert MASK in message
    assert KEY[:10] not in message
    assert "env-secret" not in message


def test_an_answer_with_a_key_in_it_is_thrown_away(model: Model) -> None:
    message = failed(model(f"yield 'the key is '; yield {KEY!r}"))[0]
    assert message == "the model 'm' failed: it repeated a key, and its answer was thrown away"


@given(st.text(), st.text(alphabet="abcXYZ019-_", min_size=8), st.text())
def test_no_key_survives_the_mask(before: str, key: str, after: str) -> None:
    assert key not in masked(f"{before}{key}{after}", [key])


def test_offline_no_model_is_asked() -> None:
    with pytest.raises(ModelFailed, match="akira is offline and asks no model") as caught:
        NotAsked("m").answer(Prompt("", "go"))
    assert caught.value.hint.startswith("leave out --offline")
