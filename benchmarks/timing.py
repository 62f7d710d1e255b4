"""Whole processes timed in turn, so that a machine whose speed drifts is fair to all."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

Command = Callable[[int], Sequence[str]]
"""The arguments of run number n: a command that writes needs fresh ones each time."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each counted run, and each run's ratio to the yardstick of its round."""

    seconds: tuple[float, ...]
    ratios: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def ratio(self) -> float:
        return median(self.ratios)


def run(arguments: Sequence[str], folder: Path, environ: Mapping[str, str]) -> float:
    """Seconds one process takes; it must end with 0."""
    started = perf_counter()
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **environ},
        capture_output=True,
        check=False,
    )
    took = perf_counter() - started
    if ended.returncode != 0:
        raise SystemExit(f"{arguments} ended with {ended.returncode}: {ended.stderr.decode()}")
    return took


def compare(
    commands: Mapping[str, Command],
    yardstick: str,
    *,
    rounds: int,
    folder: Path,
    environ: Mapping[str, str],
) -> dict[str, Timing]:
    """Run all commands in turn for so many rounds after one that is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            took = run(command(number), folder, environ)
            if number:
                taken[name].append(took)
    base = taken[yardstick]
    return {
        name: Timing(tuple(s), tuple(own / other for own, other in zip(s, base, strict=True)))
        for name, s in taken.items()
    }
