"""`make bench`: the table of budgets, measured in one run and kept in RESULTS.md."""

from __future__ import annotations

import compileall
import platform
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

import akira_cli
from akira_cli.core.items import Item, Reference
from akira_cli.core.models import Draft, Entry, Highlight, PaperFacts
from akira_cli.storage.draft_store import DraftFiles
from akira_cli.storage.library import SqliteLibrary
from akira_cli.storage.workspace import create_workspace
from akira_cli.summarisers.extractive import Extractive
from akira_cli.wiring import SystemClock
from benchmarks.timing import Command, Timing, compare
from tests.arxiv_server import ArxivServer, Paper

ROUNDS = 21
RESULTS = Path(__file__).with_name("RESULTS.md")
AKIRA = ("-m", "akira_cli")
FORMATS = ("json", "markdown", "medium")
BARE, YARDSTICK = "bare Python", "one-command typer app"
BUDGETS = {
    "akira --version": 1.1,
    "akira draft show (20 entries)": 1.5,
    "akira export, 20 entries, json": 2.2,
    "akira export, 20 entries, markdown": 2.2,
    "akira export, 20 entries, medium": 2.2,
    "akira add from the library": 3.0,
}
ABSTRACT = (
    "Small networks for phones lose accuracy when they look at a whole picture at once. "
    "Earlier work made convolutions cheaper, e.g. by splitting them, but kept them local. "
    "We propose PatchMixer, a network that mixes distant patches with a single cheap layer. "
    "It first gathers local features with convolutions and then lets every patch see the others. "
    "On a benchmark of a thousand classes it is 2.5% more accurate than the best network of the "
    "same size, and it runs at 30 frames per second on an ordinary phone. "
    "Code is available from the authors."
)


def main() -> int:
    """Measure, print, write; 1 when a budget is broken."""
    # Installed programs have their bytecode; a checkout has it after its first run only.
    compileall.compile_dir(Path(akira_cli.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory(prefix="akira-bench-") as folder:
        root = Path(folder)
        _make_workspace(root)
        timings = _time_commands(root)
        growth = _growth(root)
        requests = _requests_for_fifty(root)
    summary_ms = _summary_milliseconds()
    lines = _report(timings, growth, requests, summary_ms)
    print("\n".join(lines))
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    within = (
        all(timings[name].ratio <= limit for name, limit in BUDGETS.items())
        and all(ratio < 10 for _, _, ratio in growth.values())
        and requests == 1
        and summary_ms < 5
    )
    return 0 if within else 1


def _entry(number: int) -> Entry:
    paper_id = f"2101.{number:05d}"
    return Entry(
        id=paper_id,
        section=("featured", "use-cases", "papers", "articles", "other")[number % 5],
        url=f"https://arxiv.org/abs/{paper_id}",
        headline=f"A claim about network number {number} that fits on one line",
        title=f"[{paper_id}] Network Number {number}: A Study",
        summary=f"They propose network {number}. It mixes distant patches. It is 2.5% better.",
        paper=PaperFacts(authors=("Ada Example", "Ben Example"), categories=("cs.LG",), version=1),
    )


def _make_workspace(root: Path) -> None:
    create_workspace(root, "Bench News")
    store = DraftFiles(root, SystemClock())
    link = Highlight("A [network](https://arxiv.org/abs/2101.00001) mixes distant patches.")
    for count in (20, 200, 2000):
        draft = Draft(f"with-{count}", f"With {count}", published=True, highlights=(link,))
        draft = replace(draft, entries=tuple(map(_entry, range(1, count + 1))))
        store.create(draft, "bench")
    # emphasis is what makes an exporter load its Markdown parser
    marked = [replace(_entry(n), summary="It mixes *distant* patches.") for n in range(1, 21)]
    store.create(Draft("marked-up", "Marked up", published=True, entries=tuple(marked)), "bench")
    library = SqliteLibrary(root)
    for number in range(1, ROUNDS + 2):
        reference = Reference("arxiv", f"2102.{number:05d}", 1)
        title = f"PatchMixer {number}: Mixing Distant Patches"
        url = f"https://arxiv.org/abs/{reference.id}"
        item = Item(reference, url, title, ("Ada Example",), ABSTRACT)
        library.keep(replace(reference, version=None), item)


def _time_commands(root: Path) -> dict[str, Timing]:
    here = Path(__file__).parent

    commands: dict[str, Command] = {
        BARE: lambda _: ("-c", "pass"),
        YARDSTICK: lambda _: (str(here / "one_command.py"),),
        "akira --version": lambda _: (*AKIRA, "--version"),
        "akira draft show (20 entries)": lambda _: (*AKIRA, "draft", "show", "with-20"),
        "akira export, 20 entries, json": _export("json", "with-20"),
        "akira export, 20 entries, markdown": _export("markdown", "with-20"),
        "akira export, 20 entries, medium": _export("medium", "with-20"),
        "akira export, 20 entries with emphasis, medium": _export("medium", "marked-up"),
        "akira add from the library": lambda n: (*AKIRA, "add", f"2102.{n + 1:05d}", "--offline"),
    }
    return compare(commands, YARDSTICK, rounds=ROUNDS, folder=root, environ={})


def _export(name: str, draft: str) -> Command:
    return lambda _: (*AKIRA, "export", "--format", name, "--draft", draft)


def _growth(root: Path) -> dict[str, tuple[float, float, float]]:
    """By format, the seconds an export of 200 and of 2,000 entries takes, and the ratio."""
    return {
        name: _compared({count: _export(name, f"with-{count}") for count in ("200", "2000")}, root)
        for name in FORMATS
    }


def _compared(commands: dict[str, Command], root: Path) -> tuple[float, float, float]:
    small, large = commands
    timings = compare(commands, small, rounds=ROUNDS, folder=root, environ={})
    return timings[small].median, timings[large].median, timings[large].ratio


def _requests_for_fifty(root: Path) -> int:
    """How many requests fifty new ids cost."""
    papers = [Paper(id=f"2103.{number:05d}", title=f"Paper {number}") for number in range(1, 51)]
    with ArxivServer(papers=papers) as server:
        compare(
            {YARDSTICK: lambda _: ("-m", "akira_cli", "add", *(paper.id for paper in papers))},
            YARDSTICK,
            rounds=0,
            folder=root,
            environ={"AKIRA_ARXIV_API_URL": server.url, "AKIRA_ARXIV_INTERVAL": "0"},
        )
        return len(server.requests)


def _summary_milliseconds() -> float:
    reference = Reference("arxiv", "2102.00001", 1)
    item = Item(reference, "https://arxiv.org/abs/2102.00001", "PatchMixer", (), ABSTRACT)
    summariser = Extractive()
    taken = []
    for _ in range(200):
        started = perf_counter()
        summariser.summarise(item)
        taken.append(perf_counter() - started)
    return median(taken) * 1000


def _report(
    timings: dict[str, Timing],
    growth: dict[str, tuple[float, float, float]],
    requests: int,
    summary_ms: float,
) -> list[str]:
    day = datetime.now(UTC).date()  # noqa: TID251  # a measurement is dated
    lines = [
        "# What the commands cost",
        "",
        f"Measured on {day} with Python {platform.python_version()}, {ROUNDS} rounds, the "
        "commands in turn within each round;",
        "medians over rounds, each ratio against the one-command typer app of the same round. "
        "`make bench` writes this page.",
        "",
        "| command | median ms | ratio | budget |",
        "|---|---|---|---|",
    ]
    for name, timing in timings.items():
        budget = f"{BUDGETS[name]:.1f}" if name in BUDGETS else ""
        lines.append(f"| {name} | {timing.median * 1000:.0f} | {timing.ratio:.2f} | {budget} |")
    lines += ["", "| what | measured | budget |", "|---|---|---|"]
    for name, (small, large, ratio) in growth.items():
        lines.append(
            f"| {name}: 2,000 entries against 200 | {large * 1000:.0f} ms / {small * 1000:.0f} ms "
            f"= {ratio:.1f} | under 10 |"
        )
    lines.append(f"| requests to arXiv for 50 new ids | {requests} | 1 |")
    lines.append(f"| summary of one abstract | {summary_ms:.2f} ms | 5 ms |")
    return lines


if __name__ == "__main__":
    sys.exit(main())  # noqa: TID251  # a script's own exit code
