"""Learns the weights of the judgements on claims and writes them into the package.

    python -m tools.train_faithful ../shared/data/weekly-picks/papers.jsonl.gz

reads the pairs in `tests/faithful/` (those of papers of arXiv name them by id, and their abstracts
are looked up in the file given) and writes `judgement_weights.py` into the package, the same each
time, in about a minute on one core.

For each kind of claim a logistic regression: which features count is chosen with an L1 penalty,
what they count is learned with an L2 penalty. From what likelihood on a claim is told of is set so
that of the honest summaries no more than `ALLOWED` are marked by weights learned from what others
wrote: the summaries of one writer resemble each other.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from akira_cli.core.evidence import judged
from akira_cli.core.evidence.reading import Source, read_source, read_text

ROOT: Final = Path(__file__).resolve().parents[1]
PAIRS: Final = ROOT / "tests" / "faithful"
WEIGHTS: Final = ROOT / "akira_cli" / "core" / "evidence" / "of_claims" / "judgement_weights.py"

ALLOWED: Final = {"denied": 0.014, "affirmed": 0.002, "directed": 0.008}
"""The share of honest summaries that each judgement may mark."""

KINDS: Final = {
    "denied": ("negation",),
    "affirmed": ("negation",),
    "directed": ("direction",),
}
"""The kinds of planted faults that each judgement is to find."""

MADE_UP: Final = 0.3
"""The weight of a pair whose source is made up, beside one of a paper's abstract."""

CHOOSING: Final = {"denied": 0.1, "affirmed": 0.3, "directed": 0.05}
LEARNING: Final = 0.1
"""The strengths of the penalties, the smaller the stricter."""

FOLDS: Final = 8
NEAR: Final = 25
"""Within how many characters of a fault a claim is neither right nor wrong."""

Rows = NDArray[np.float64]


class Claim(NamedTuple):
    """A claim of a summary, numbered, with its features; `label` is None too near a fault."""

    pair: int
    features: dict[str, float]
    label: bool | None


class Pair(NamedTuple):
    """A summary of a source and what is planted in it; who wrote it is told by its id."""

    writer: str
    source: tuple[str, str]
    summary: str
    kind: str
    planted: str
    made_up: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("papers", type=Path, help="JSON lines, gzipped: id, title, abstract")
    papers = parser.parse_args(arguments).papers
    pairs = [*_pairs(PAIRS / "pairs.jsonl", {}), *_pairs(PAIRS / "natural.jsonl", _read(papers))]
    claims: dict[str, list[Claim]] = {name: [] for name in KINDS}
    for number, pair in enumerate(pairs):
        for name, claim in _claims(number, pair):
            claims[name].append(claim)
    weights = {name: _learned(name, claims[name], pairs) for name in KINDS}
    WEIGHTS.write_text(_module(weights), encoding="utf-8")
    return 0


def _read(papers: Path) -> dict[str, tuple[str, str]]:
    with gzip.open(papers, "rt", encoding="utf-8") as lines:
        records = map(json.loads, lines)
        return {one["id"]: (one["title"], one["abstract"]) for one in records}


def _pairs(path: Path, papers: dict[str, tuple[str, str]]) -> Iterator[Pair]:
    with path.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            fault = record["fault"] or {"kind": "", "text": ""}
            made_up = "arxiv" not in record
            source = (record["title"], record["doc"]) if made_up else papers[record["arxiv"]]
            writer = record["id"].partition("-")[0]
            yield Pair(writer, source, record["summary"], fault["kind"], fault["text"], made_up)


def _claims(number: int, pair: Pair) -> Iterator[tuple[str, Claim]]:
    source: Source = read_source(pair.source)
    start = pair.summary.find(pair.planted) if pair.planted else -1
    end = start + len(pair.planted)
    for one in judged.claims_of(read_text(pair.summary), source):
        label: bool | None = False
        if start >= 0 and one.start < end and start < one.end:
            label = pair.kind in KINDS[one.judgement]
        elif start >= 0 and one.start < end + NEAR and start - NEAR < one.end:
            label = None
        yield one.judgement, Claim(number, dict(one.features), label)


def _learned(name: str, claims: list[Claim], pairs: Sequence[Pair]) -> dict[str, Any]:
    used = [one for one in claims if one.label is not None]
    names = sorted(used[0].features)
    rows = np.array([[one.features[each] for each in names] for one in used])
    labels = np.array([bool(one.label) for one in used])
    counts = np.array([MADE_UP if pairs[one.pair].made_up else 1.0 for one in used])
    chosen = _chosen(rows, labels, counts, CHOOSING[name])
    rows, names = rows[:, chosen], [names[at] for at in chosen]
    numbers = np.array([one.pair for one in used])
    enough = _enough(name, rows, labels, counts, numbers, pairs)
    bias, weights = _fitted(rows, labels, counts)
    return {
        "bias": round(bias, 3),
        "weights": {each: round(float(one), 3) for each, one in zip(names, weights, strict=True)},
        "enough": round(enough, 3),
    }


def _chosen(rows: Rows, labels: Rows, counts: Rows, strength: float) -> list[int]:
    model = LogisticRegression(C=strength, l1_ratio=1.0, solver="liblinear", random_state=0)
    model.fit(StandardScaler().fit_transform(rows), labels, sample_weight=counts)
    return [at for at, weight in enumerate(model.coef_[0]) if abs(weight) > 1e-6]


def _fitted(rows: Rows, labels: Rows, counts: Rows) -> tuple[float, Rows]:
    """The bias and the weights, of features as they come."""
    scale = StandardScaler().fit(rows)
    model = LogisticRegression(C=LEARNING, max_iter=5000)
    model.fit(scale.transform(rows), labels, sample_weight=counts)
    weights = model.coef_[0] / scale.scale_
    return float(model.intercept_[0] - weights @ scale.mean_), weights


def _enough(
    name: str, rows: Rows, labels: Rows, counts: Rows, numbers: Rows, pairs: Sequence[Pair]
) -> float:
    """The likelihood that no more than the allowed share of honest summaries reach, unseen."""
    highest: dict[int, float] = {}
    found: dict[int, float] = {}
    folds = {writer: number % FOLDS for number, writer in enumerate(_writers(pairs))}
    fold_of = np.array([folds[pairs[number].writer] for number in numbers])
    for fold in range(FOLDS):
        held = fold_of == fold  # all that one has written is in one fold
        bias, weights = _fitted(rows[~held], labels[~held], counts[~held])
        likely = 1 / (1 + np.exp(-(bias + rows[held] @ weights)))
        for number, one, label in zip(numbers[held], likely, labels[held], strict=True):
            highest[number] = max(highest.get(number, 0.0), one)
            if label:
                found[number] = max(found.get(number, 0.0), one)
    papers = [number for number, pair in enumerate(pairs) if not pair.made_up]
    honest = [highest.get(number, 0.0) for number in papers if not pairs[number].kind]
    honest.sort(reverse=True)
    enough = honest[int(ALLOWED[name] * len(honest))] + 1e-6
    faulty = [number for number in papers if pairs[number].kind in KINDS[name]]
    share = sum(found.get(number, 0.0) >= enough for number in faulty) / len(faulty)
    print(f"{name}: {rows.shape[1]} features, found {share:.0%} from {enough:.2f} on")
    return float(enough)


def _writers(pairs: Sequence[Pair]) -> dict[str, None]:
    """Who wrote the pairs, each once, in the order in which they come."""
    return dict.fromkeys(pair.writer for pair in pairs)


def _module(weights: dict[str, dict[str, Any]]) -> str:
    lines = [
        '"""What tells of a fault, and how much: written by `make train`, not by hand."""',
        "",
        "from __future__ import annotations",
        "",
        "from akira_cli.core.evidence.of_claims.judgement import Judgement",
    ]
    for name, one in weights.items():
        told = "".join(f'        "{each}": {value},\n' for each, value in one["weights"].items())
        ends = (
            f"    bias={one['bias']},\n    weights={{\n{told}    }},\n    enough={one['enough']},\n"
        )
        lines.append(f"\n{name.upper()} = Judgement(\n{ends})")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
