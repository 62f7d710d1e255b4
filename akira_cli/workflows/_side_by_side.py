"""Several waits at the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from queue import SimpleQueue

MOST = 8
"""How many run at once."""

T = TypeVar("T")


def side_by_side(jobs: Sequence[Callable[[], Iterator[T]]]) -> Iterator[T]:
    """What the jobs yield, as it comes; a single job runs no further than it is asked.

    What a job raises is raised here. Threads that are still at it when nobody listens any more
    end with the process: an interrupt does not wait for the network.
    """
    if len(jobs) == 1:
        yield from jobs[0]()
        return
    from queue import SimpleQueue
    from threading import Thread

    waiting: SimpleQueue[Callable[[], Iterator[T]]] = SimpleQueue()
    results: SimpleQueue[T | _Ended] = SimpleQueue()
    for job in jobs:
        waiting.put(job)
    for _ in range(min(MOST, len(jobs))):
        Thread(target=_work, args=(waiting, results), daemon=True).start()
    for _ in jobs:
        while not isinstance(result := results.get(), _Ended):
            yield result
        if result.error is not None:
            raise result.error


class _Ended:
    """A job is over, as it should or with an error."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def _work(
    waiting: SimpleQueue[Callable[[], Iterator[T]]], results: SimpleQueue[T | _Ended]
) -> None:
    from queue import Empty

    while True:
        try:
            job = waiting.get_nowait()
        except Empty:
            return
        try:
            for result in job():
                results.put(result)
        except BaseException as error:  # noqa: BLE001  # raised again where it is waited for
            results.put(_Ended(error))
        else:
            results.put(_Ended())
