"""Commands that are fed bytes: JSON lines and plain texts through stdin."""

from __future__ import annotations

import json
import shlex
import signal
import subprocess
from functools import partial
from pathlib import Path
from typing import IO, Any

from tests.cli.command_line import PROGRAM, Screen

PAPER = {"id": 1, "title": "Foo", "abstract": "We propose Foo. It needs 3.1% of the memory."}
RIGHT = {"id": 1, "doc": "It needs 3.1% of it.", "summary": "It needs 3.1% of it."}
WRONG = {"id": 2, "doc": "It needs 3.1% of it.", "summary": "It needs 1.3% of it."}


def jsonl(*objects: dict[str, object], end: bytes = b"\n") -> bytes:
    """The objects as JSON lines."""
    return b"".join(json.dumps(each).encode() + end for each in objects)


def read(text: str | bytes) -> list[Any]:
    """The objects of JSON lines."""
    return [json.loads(line) for line in text.splitlines()]


def fed(line: str, folder: Path, data: bytes = b"") -> Screen:
    """The screen after `akira LINE` in a process of its own, which reads the data on stdin."""
    process = opened(line, folder)
    stdout, stderr = process.communicate(data, timeout=60)
    return Screen(process.returncode, stdout.decode(), stderr.decode())


def opened(line: str, folder: Path, stdout: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    """`akira LINE` as a process of its own, alone in its group, its streams open."""
    return subprocess.Popen(  # noqa: S603  # our own program
        [*PROGRAM, *shlex.split(line)],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=stdout,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell lets what it runs in the background ignore interrupts, and so would we.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )


def written(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Write to a process that was opened, and keep its stdin open."""
    stream(process.stdin).write(data)
    stream(process.stdin).flush()


def next_line(process: subprocess.Popen[bytes]) -> bytes:
    """The next line of its output; waits for it."""
    return stream(process.stdout).readline()


def stream(pipe: IO[bytes] | None) -> IO[bytes]:
    """One of its pipes."""
    assert pipe is not None
    return pipe
