"""Processes that answer lines side by side, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeAlias

from akira_cli.core.errors import AkiraError
from akira_cli.workflows.json_lines import Answered, BadLine, Line, MakeLine, surviving

LINES_AT_ONCE = 32
"""Lines a process is handed together: fewer, and handing over costs more than answering."""
WAITING_FOR_EACH = 3
"""Handfuls of lines that are read ahead for each process, so that no input is too long."""

_Numbered: TypeAlias = tuple[int, bytes]
_Outcomes: TypeAlias = list[Answered | BadLine]


def answered_side_by_side(
    numbered: Iterator[_Numbered], make: MakeLine, jobs: int
) -> Iterator[Answered | BadLine]:
    """The answers of the lines that have one, in their order.

    However this ends, the processes end with it, whatever they are doing. Raises AkiraError when
    one of them was ended from outside.
    """
    context = get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(jobs, context, _begin, (make, theirs))
    try:
        handfuls = iter(lambda: list(islice(numbered, LINES_AT_ONCE)), [])
        waiting = deque(
            _handed_over(pool, each) for each in islice(handfuls, jobs * WAITING_FOR_EACH)
        )
        while waiting:
            yield from waiting.popleft().result()
            waiting.extend(_handed_over(pool, each) for each in islice(handfuls, 1))
    except BrokenProcessPool as error:
        raise AkiraError(
            "a process that answers lines was ended from outside, perhaps for want of memory",
            "what was answered before stands; fewer --jobs need less",
        ) from error
    finally:
        ours.close()
        pool.shutdown(cancel_futures=True)
        theirs.close()


def _handed_over(pool: ProcessPoolExecutor, handful: list[_Numbered]) -> Future[_Outcomes]:
    with _interrupts_held_back():
        return pool.submit(_answer_all, handful)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Ctrl-C goes to all processes, and is for the one that reads and writes: what is started
    here never hears of it, not even while it still loads."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # not everywhere
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_answer: list[Line] = []
"""What this process, one of several, answers lines with: a pool can give it in no other way."""


def _begin(make: MakeLine, asker: Connection) -> None:
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be held back
    Thread(target=_end_with, args=(asker,), daemon=True).start()
    _answer.append(surviving(make()))


def _end_with(asker: Connection) -> None:
    """End this process when nobody is left to ask it, even if the asker was killed."""
    import os

    with suppress(EOFError, OSError):
        asker.recv_bytes()
    os._exit(1)


def _answer_all(numbered: Sequence[_Numbered]) -> _Outcomes:
    outcomes = (_answer[0](number, line) for number, line in numbered)
    return [each for each in outcomes if each is not None]
