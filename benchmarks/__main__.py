"""`make bench`: the table of budgets, measured in one run and kept in RESULTS.md."""

from __future__ import annotations

import compileall
import platform
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import akira_cli
from akira_cli.core.items import Item, Reference
from akira_cli.core.models import Draft, Entry, Highlight, PaperFacts
from akira_cli.storage.draft_store import DraftFiles
from akira_cli.storage.library import SqliteLibrary
from akira_cli.storage.workspace import create_workspace
from akira_cli.summarisers.extractive import Extractive
from akira_cli.wiring import SystemClock
from benchmarks import faithful, figures, summaries
from benchmarks.timing import Command, Timing, compare
from tests.arxiv_server import ArxivServer, Paper
from tests.figures.made_papers.arxiv_pages import pages_of, paper_in

ROUNDS = 21
RESULTS = Path(__file__).with_name("RESULTS.md")
AKIRA = ("-m", "akira_cli")
FORMATS = ("json", "markdown", "text", "html", "medium", "email", "rss")
SIZES = (20, 200, 2000)
BARE, YARDSTICK = "bare Python", "one-command typer app"
BUDGETS = {
    "akira --version": 1.1,
    "akira draft show (20 entries)": 1.5,
    **{f"akira export, 20 entries, {name}": 2.2 for name in FORMATS},
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
        with_figure = _requests_with_figure(root)
    summary_ms = _summary_milliseconds()
    rows, cost = figures.measure(), figures.cost()
    lines = _report(timings, growth)
    lines += [
        *("", "| what | measured | budget |", "|---|---|---|"),
        f"| requests to arXiv for 50 new ids | {requests} | 1 |",
        f"| requests for one paper with its figure | {with_figure} | 4 |",
        f"| summary of one abstract | {summary_ms:.2f} ms | 5 ms |",
        *("", *figures.report(rows, cost)),
        *("", *summaries.report(summaries.measure())),
        *("", *faithful.report(faithful.measure())),
    ]
    print("\n".join(lines))
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    within = (
        all(timings[name].ratio <= limit for name, limit in BUDGETS.items())
        and all(growth[name].ratio < 10 for name in growth)
        and requests == 1
        and with_figure <= 4
        and summary_ms < 5
        and cost.seconds < figures.SECONDS
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
        paper=PaperFacts(authors=("Ada Example", "Ben Example"), categories=("cs.LG",), version=1),
    )


def _make_workspace(root: Path) -> None:
    create_workspace(root, "Bench News")
    for count in SIZES:  # each alone in a workspace, as a feed is made of all there is
        folder = root / f"with-{count}"
        create_workspace(folder, "Bench News")
        _store(
            folder, count, "They propose network {}. It mixes distant patches. It is 2.5% better."
        )
    # emphasis is what makes an exporter load its Markdown parser
    create_workspace(root / "marked-up", "Bench News")
    _store(root / "marked-up", SIZES[0], "They propose *network {}*.")
    _keep_papers(root, "2102", ROUNDS + 1)
    for name in ("with-20", "marked-up"):  # so that every text has a source to be compared with
        _keep_papers(root / name, "2101", SIZES[0])


def _keep_papers(root: Path, month: str, count: int) -> None:
    library = SqliteLibrary(root)
    for number in range(1, count + 1):
        reference = Reference("arxiv", f"{month}.{number:05d}", 1)
        title = f"PatchMixer {number}: Mixing Distant Patches"
        url = f"https://arxiv.org/abs/{reference.id}"
        item = Item(reference, url, title, ("Ada Example",), ABSTRACT)
        library.keep(replace(reference, version=None), item)


def _store(root: Path, count: int, summary: str) -> None:
    link = Highlight("A [network](https://arxiv.org/abs/2101.00001) mixes distant patches.")
    entries = [replace(_entry(n), summary=summary.format(n)) for n in range(1, count + 1)]
    draft = Draft(
        *("issue-001", "Issue #1", 1, date(2021, 11, 13)),
        published=True,
        highlights=(link,),
        entries=tuple(entries),
    )
    DraftFiles(root, SystemClock()).create(draft, "bench")


def _time_commands(root: Path) -> dict[str, Timing]:
    here = Path(__file__).parent

    commands: dict[str, Command] = {
        BARE: lambda _: ("-c", "pass"),
        YARDSTICK: lambda _: (str(here / "one_command.py"),),
        "akira --version": lambda _: (*AKIRA, "--version"),
        "akira draft show (20 entries)": lambda _: (
            *(*AKIRA, "--workspace", "with-20", "draft", "show", "issue-001"),
        ),
        **{f"akira export, 20 entries, {name}": _export(name, "with-20") for name in FORMATS},
        "akira export, 20 entries with emphasis, medium": _export("medium", "marked-up"),
        "akira add from the library": lambda n: (*AKIRA, "add", f"2102.{n + 1:05d}", "--offline"),
    }
    return compare(commands, YARDSTICK, rounds=ROUNDS, folder=root, environ={})


def _export(name: str, workspace: str) -> Command:
    return lambda _: (*AKIRA, "--workspace", workspace, "export", "--format", name)


class Growth(NamedTuple):
    """Seconds an export takes by its number of entries, and how 2,000 compare with 200."""

    seconds: tuple[float, ...]
    ratio: float


def _growth(root: Path) -> dict[str, Growth]:
    """What an export of each size costs, by format."""
    found = {}
    for name in FORMATS:
        commands = {str(count): _export(name, f"with-{count}") for count in SIZES}
        timings = compare(commands, "200", rounds=ROUNDS, folder=root, environ={})
        seconds = tuple(timing.median for timing in timings.values())
        found[name] = Growth(seconds, timings["2000"].ratio)
    return found


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


def _requests_with_figure(root: Path) -> int:
    """How many requests one new paper costs whose figure is only in its PDF."""
    paper = paper_in("pdf")
    with ArxivServer(papers=[Paper(paper.id)], pages=pages_of(paper)) as server:
        compare(
            {YARDSTICK: lambda _: (*AKIRA, "add", paper.id)},
            YARDSTICK,
            rounds=0,
            folder=root,
            environ={"AKIRA_ARXIV_API_URL": server.url, "AKIRA_ARXIV_INTERVAL": "0"},
        )
        return len(server.requests) + len(server.pages_asked)


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


def _report(timings: dict[str, Timing], growth: dict[str, Growth]) -> list[str]:
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
    heads = " | ".join(f"{count:,} entries" for count in SIZES)
    lines += ["", f"| export, ms | {heads} | 2,000 / 200 | budget |", "|---|---|---|---|---|---|"]
    for name, (seconds, ratio) in growth.items():
        cells = " | ".join(f"{one * 1000:.0f}" for one in seconds)
        lines.append(f"| {name} | {cells} | {ratio:.1f} | under 10 |")
    return lines


if __name__ == "__main__":
    sys.exit(main())  # noqa: TID251  # a script's own exit code
