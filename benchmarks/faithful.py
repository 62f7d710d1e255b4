"""How surely faults in summaries are found, and how seldom honest rephrasings are marked.

The first measure decides: pairs of a source and a summary, half of them honest rephrasings, half
with one planted fault. There are three sets in `tests/faithful/`:

- `held_out.jsonl`, of arXiv papers: not used while the checks were made. Its figures are what to
  expect.
- `natural.jsonl`, of other arXiv papers: the weights were learned from it. A good half is honest.
- `pairs.jsonl`, of abstracts that were made up, from the time when the checks were begun.

The papers' abstracts are read beside the checkout. The second measure is public: SummEdits' part
made from SciTLDR (Laban et al. 2023, https://arxiv.org/abs/2305.14540), also read beside the
checkout, where a summary counts as supported when no problem is found in it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from time import process_time
from typing import NamedTuple

from akira_cli.core.faithful import problems, read_source

ROOT = Path(__file__).resolve().parents[1]
PAIRS = ROOT / "tests" / "faithful"
DATA = ROOT.parent / "shared" / "data"
PAPERS = DATA / "weekly-picks" / "papers.jsonl.gz"
SUMMEDITS = DATA / "summedits" / "dev.jsonl"
SETS = {"unseen": "held_out.jsonl", "learned from": "natural.jsonl", "made up": "pairs.jsonl"}
KINDS = ("digit", "unit", "name", "negation", "direction")
HONEST = "honest"
FOUND_AT_LEAST, FALSE_ALARMS_AT_MOST = 0.95, 0.03


class Pair(NamedTuple):
    """A summary of a source: `kind` is that of the fault planted in it, or "honest"."""

    id: str
    source: tuple[str, ...]
    summary: str
    kind: str


class Row(NamedTuple):
    """A pair, whether a problem was found, and the processor seconds that took."""

    pair: Pair
    marked: bool
    seconds: float


class Measured(NamedTuple):
    """Both measures; a set of pairs whose sources are not there has no rows."""

    planted: Mapping[str, Sequence[Row]]
    summedits: Sequence[Row]


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file of JSON lines: id, summary, fault or null, and title and doc, or arxiv,
    the id of a paper; a paper that is not there is left out."""
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    pairs = (_pair(record) for record in records)
    return [pair for pair in pairs if pair.source]


def read_summedits(path: Path) -> list[Pair]:
    """The summaries of SummEdits; the kind is the first edit that made one false."""
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    return [
        Pair(
            one["id"],
            (one["doc"],),
            one["summary"],
            HONEST if one["supported"] else one["edit_types"][0],
        )
        for one in records
    ]


def measure() -> Measured:
    """Every pair of the sets through the checks, a source read anew for each."""
    planted = {
        name: [row_of(pair) for pair in read_pairs(PAIRS / file)]
        for name, file in SETS.items()
        if (PAIRS / file).exists()
    }
    summedits = read_summedits(SUMMEDITS) if SUMMEDITS.exists() else []
    return Measured(planted, [row_of(pair) for pair in summedits])


def row_of(pair: Pair) -> Row:
    """One pair through the checks."""
    started = process_time()
    found = problems(pair.summary, read_source(pair.source))
    return Row(pair, bool(found), process_time() - started)


def found_share(rows: Sequence[Row]) -> float:
    """The share of the summaries with a fault that are marked."""
    return _share(row.marked for row in rows if row.pair.kind != HONEST)


def false_alarms(rows: Sequence[Row]) -> float:
    """The share of the honest summaries that are marked."""
    return _share(row.marked for row in rows if row.pair.kind == HONEST)


def balanced_accuracy(rows: Sequence[Row]) -> float:
    """The mean of the recall on honest and on faulty summaries."""
    return (1 - false_alarms(rows) + found_share(rows)) / 2


def report(measured: Measured) -> list[str]:
    """The lines of the page of results: a table a measure, then the time."""
    sets = {name: rows for name, rows in measured.planted.items() if rows}
    lines = [f"| planted faults | {' | '.join(sets)} | aim |", f"|---|{'---|' * len(sets)}---|"]
    lines += [_line(kind, [_of(rows, kind) for rows in sets.values()], "") for kind in KINDS]
    lines.append(_line("all faults", [_faulty(rows) for rows in sets.values()], _AIM_FOUND))
    honest = [_of(rows, HONEST) for rows in sets.values()]
    lines.append(_line("honest rephrasings", honest, _AIM_HONEST))
    return [*lines, "", *_summedits(measured.summedits), "", *_time(measured)]


_AIM_FOUND = f"at least {FOUND_AT_LEAST:.0%}"
_AIM_HONEST = f"at most {FALSE_ALARMS_AT_MOST:.0%}"


def main() -> int:
    """Measure and print."""
    print("\n".join(report(measure())))
    return 0


def _pair(record: dict[str, object]) -> Pair:
    fault = record.get("fault")
    kind = str(fault["kind"]) if isinstance(fault, dict) else HONEST
    if "arxiv" in record:
        source = _papers().get(str(record["arxiv"]), ())
    else:
        source = tuple(str(record[part]) for part in ("title", "doc") if record.get(part))
    return Pair(str(record["id"]), source, str(record["summary"]), kind)


@cache
def _papers() -> dict[str, tuple[str, ...]]:
    """The titles and abstracts by id, none when they are not beside the checkout."""
    if not PAPERS.exists():
        return {}
    with gzip.open(PAPERS, "rt", encoding="utf-8") as lines:
        return {one["id"]: (one["title"], one["abstract"]) for one in map(json.loads, lines)}


def _of(rows: Sequence[Row], kind: str) -> list[Row]:
    return [row for row in rows if row.pair.kind == kind]


def _faulty(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.pair.kind != HONEST]


def _line(name: str, sets: Sequence[Sequence[Row]], aim: str) -> str:
    return f"| {name} | {' | '.join(map(_marked, sets))} | {aim} |"


def _marked(rows: Sequence[Row]) -> str:
    marked = sum(row.marked for row in rows)
    return f"{marked} of {len(rows)}, {marked / len(rows):.1%}" if rows else "-"


def _summedits(rows: Sequence[Row]) -> list[str]:
    if not rows:
        return ["SummEdits is not beside the checkout: its measure is left out."]
    lines = ["| SummEdits | summaries | marked |", "|---|---|---|"]
    for kind in sorted({row.pair.kind for row in rows}):
        some = _of(rows, kind)
        lines.append(f"| {kind} | {len(some)} | {sum(row.marked for row in some)} |")
    return [
        *lines,
        f"| **balanced accuracy** | {len(rows)} | {100 * balanced_accuracy(rows):.1f} |",
    ]


def _time(measured: Measured) -> list[str]:
    rows = [row for some in (*measured.planted.values(), measured.summedits) for row in some]
    if not rows:
        return []
    each = sum(row.seconds for row in rows) / len(rows)
    return [f"A summary with its source takes {1000 * each:.1f} ms of processor time."]


def _share(marks: Iterable[bool]) -> float:
    counted = list(marks)
    return sum(counted) / len(counted) if counted else 0.0


if __name__ == "__main__":
    raise SystemExit(main())
