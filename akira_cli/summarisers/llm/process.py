"""A model of the `llm` package, in a process of its own.

The package takes half a second to load, and a plug-in of it may hang, print, exit or crash: so it
runs beside akira, serves as many questions as there are, and is ended when it takes too long.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO, Any, NoReturn

from akira_cli.answers.one_line import one_line
from akira_cli.core.errors import ModelFailed
from akira_cli.core.items import Usage
from akira_cli.ports.language import Prompt, Reply

LONGEST_ANSWER = 20_000
"""Characters a model may answer with."""
START_SECONDS = 60.0
"""How long the package may take to load; slow machines take some."""
_LONGEST_TOLD = 240
_WORKER = Path(__file__).with_name("worker.py")
_LASTING = {
    "missing": ("the package 'llm' is not installed", "pip install 'akira-cli[llm]'"),
    "unknown": ("llm has no model '{name}'", "'llm models' lists those there are"),
}
"""Troubles that no second question changes."""


class NotAsked:
    """Stands for a model that may not be asked: offline, none is, since nobody can tell which of
    them are near."""

    def __init__(self, name: str) -> None:
        self.name = name

    def answer(self, _prompt: Prompt) -> NoReturn:
        """Raises ModelFailed."""
        raise ModelFailed(
            "akira is offline and asks no model",
            "leave out --offline and unset AKIRA_OFFLINE to allow connections",
        )


class ModelProcess:
    """Implements `ports.language.LanguageModel`; `name` is empty for llm's own default model.

    `timeout` is the seconds of one answer. The process starts with the first question.
    """

    def __init__(self, name: str, timeout: float) -> None:
        self.name = name
        self._timeout = timeout
        self._child: _Child | None = None
        self._lasting: ModelFailed | None = None

    def answer(self, prompt: Prompt) -> Reply:
        """See `ports.language`; the seconds are those of the answer alone."""
        if self._lasting is not None:
            raise self._lasting
        try:
            child = self._child = self._child or self._started()
            began = monotonic()
            said = child.asked(prompt._asdict(), self._timeout)
        except BaseException:  # Ctrl-C, too: what was asked is not waited for
            self.close()
            raise
        if "trouble" in said:
            self._tell(said)
        usage = Usage(int(said["input"]), int(said["output"]), monotonic() - began)
        return Reply(str(said["text"]), usage)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def _started(self) -> _Child:
        child = _Child()
        self._child = child  # so that it is ended if it does not get as far as an answer
        seconds = max(START_SECONDS, self._timeout)  # so that the config can allow for more
        said = child.asked({"model": self.name, "longest": LONGEST_ANSWER}, seconds)
        if "trouble" in said:
            self._tell(said)
        return child

    def _tell(self, said: Mapping[str, Any]) -> NoReturn:
        if said["trouble"] in _LASTING:
            message, hint = _LASTING[said["trouble"]]
            self._lasting = ModelFailed(message.format(name=one_line(self.name)), hint)
            raise self._lasting
        text = one_line(str(said["text"]))
        cut = f"{text[:_LONGEST_TOLD]}…" if len(text) > _LONGEST_TOLD else text
        raise ModelFailed(f"{self._called()} failed: {cut}")

    def _called(self) -> str:
        return f"the model '{self.name}'" if self.name else "llm's default model"


class _Child:
    """The process and the pipes to it; it ends with this object, or with akira."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603  # our own program
            # -P: a file of the workspace must not pass for a module
            [sys.executable, "-P", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what plug-ins print may hold keys
            start_new_session=True,  # Ctrl-C is ours to tell; and so all it starts ends with it
        )
        assert self._process.stdin is not None  # noqa: S101  # it is a pipe
        assert self._process.stdout is not None  # noqa: S101  # and so is this
        self._questions = self._process.stdin
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        reader = Thread(target=_read, args=(self._process.stdout, self._lines), daemon=True)
        reader.start()
        self.end = weakref.finalize(self, _end, self._process, reader)

    def asked(self, question: Mapping[str, object], seconds: float) -> dict[str, Any]:
        """What it says to a question; raises ModelFailed when that takes longer, or when the
        process is no more."""
        try:
            self._questions.write(json.dumps(question).encode() + b"\n")
            self._questions.flush()
            line = self._lines.get(timeout=seconds)
        except Empty:
            raise ModelFailed(
                f"the model took longer than {seconds:g} seconds",
                "[summaries] timeout in config.toml allows for more",
            ) from None
        except OSError:  # a pipe without another end
            line = b""
        if not line:
            raise ModelFailed(f"the process of the model ended by itself ({self._ending()})")
        said: dict[str, Any] = json.loads(line)
        return said

    def _ending(self) -> str:
        _kill_all(self._process)  # if it only closed its end; and what it started
        status = self._process.wait()
        return f"signal {-status}" if status < 0 else f"status {status}"


def _read(stream: IO[bytes], lines: SimpleQueue[bytes]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(b"")


def _kill_all(process: subprocess.Popen[bytes]) -> None:
    if process.returncode is None and os.name == "posix":  # else the number may be another's
        with suppress(ProcessLookupError, PermissionError):  # it may have ended by itself
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _end(process: subprocess.Popen[bytes], reader: Thread) -> None:
    _kill_all(process)
    process.wait()
    reader.join(timeout=1)
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            if pipe is not None:
                pipe.close()
