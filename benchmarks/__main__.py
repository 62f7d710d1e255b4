"""`make bench`: the table of budgets, measured in one run and kept in RESULTS.md."""

from __future__ import annotations

import platform
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from akira_cli.core.items import Item, Reference
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft, Entry, PaperFacts
from akira_cli.exporters import json, markdown, medium
from akira_cli.storage.draft_store import DraftFiles
from akira_cli.storage.library import SqliteLibrary
from akira_cli.storage.settings_toml import load_settings
from akira_cli.storage.workspace import create_workspace
from akira_cli.summarisers.extractive import Extractive
from akira_cli.wiring import SystemClock
from benchmarks.timing import Command, Timing, compare
from tests.arxiv_server import ArxivServer, Paper

ROUNDS = 21
RESULTS = Path(__file__).with_name("RESULTS.md")
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
    with tempfile.TemporaryDirectory(prefix="akira-bench-") as folder:
        root = Path(folder)
        _make_workspace(root)
        timings = _time_commands(root)
        growth = {name: _growth(root, name) for name in ("json", "markdown", "medium")}
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
        summary=f"They propose network {number}. It mixes *distant* patches. It is 2.5% better.",
        paper=PaperFacts(authors=("Ada Example", "Ben Example"), categories=("cs.LG",), version=1),
    )


def _make_workspace(root: Path) -> None:
    create_workspace(root, "Bench News")
    store = DraftFiles(root, SystemClock())
    for count in (20, 200, 2000):
        draft = Draft(name=f"with-{count}", label=f"With {count}", published=True)
        store.create(replace(draft, entries=tuple(map(_entry, range(1, count + 1)))), "bench")
    library = SqliteLibrary(root)
    for number in range(1, ROUNDS + 2):
        reference = Reference("arxiv", f"2102.{number:05d}", 1)
        title = f"PatchMixer {number}: Mixing Distant Patches"
        url = f"https://arxiv.org/abs/{reference.id}"
        item = Item(reference, url, title, ("Ada Example",), ABSTRACT)
        library.keep(replace(reference, version=None), item)


def _time_commands(root: Path) -> dict[str, Timing]:
    akira = ("-m", "akira_cli")
    here = Path(__file__).parent

    def export(name: str) -> Command:
        return lambda _: (*akira, "export", "--format", name, "--draft", "with-20")

    commands: dict[str, Command] = {
        BARE: lambda _: ("-c", "pass"),
        YARDSTICK: lambda _: (str(here / "one_command.py"),),
        "akira --version": lambda _: (*akira, "--version"),
        "akira draft show (20 entries)": lambda _: (*akira, "draft", "show", "with-20"),
        "akira export, 20 entries, json": export("json"),
        "akira export, 20 entries, markdown": export("markdown"),
        "akira export, 20 entries, medium": export("medium"),
        "akira add from the library": lambda n: (*akira, "add", f"2102.{n + 1:05d}", "--offline"),
    }
    return compare(commands, YARDSTICK, rounds=ROUNDS, folder=root, environ={})


def _growth(root: Path, name: str) -> tuple[float, float, float]:
    """Seconds to read, lay out and render 200 and 2,000 entries, and the ratio."""
    settings = load_settings(root, {})
    builders = {"json": json.build, "markdown": markdown.build, "medium": medium.build}
    exporter = builders[name](settings)
    store = DraftFiles(root, SystemClock())

    def once(count: int) -> float:
        started = perf_counter()
        exporter.render(lay_out(store.load(f"with-{count}"), settings.layout))
        return perf_counter() - started

    pairs = [(once(200), once(2000)) for _ in range(16)][1:]
    return (
        median(small for small, _ in pairs),
        median(large for _, large in pairs),
        median(large / small for small, large in pairs),
    )


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
