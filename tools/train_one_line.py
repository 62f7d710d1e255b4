"""Learns the weights of the one-line summary and writes them into the package.

    python -m tools.train_one_line ../shared/data/scitldr

reads `train.jsonl` in that folder and writes `one_line_weights.json`, byte for byte the same
each time with the same versions of LightGBM and numpy, in about five minutes on one core.

1. Of each stem how much likelier it is in summaries than other words of an abstract.
2. The likelihood of a word of a paper in its summary, by boosted stumps.
3. The ROUGE of a candidate line, less the mean of the paper's candidates, by small trees.

What (3) learns from must look as it will at run time: so (1) and (2) are first learned in five
folds, each paper's from the other papers only, and then from all for the file. (2) and (3) are
learned twice, the second time as if the papers had no titles.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from math import log
from pathlib import Path
from typing import Any, Final, NamedTuple

import lightgbm
import numpy as np
from nltk.stem.porter import PorterStemmer
from numpy.typing import NDArray
from rouge_score.tokenize import tokenize

from akira_cli.summarisers.extractive import ranking
from akira_cli.summarisers.extractive.boosting import SCALE, Additive, Split, Steps
from akira_cli.summarisers.extractive.candidates import plain, told
from akira_cli.summarisers.extractive.ranking import WEIGHTS, Model, lines
from akira_cli.summarisers.extractive.word_model import Document, Known, read, stems, word_features

FOLDS: Final = 5
PRIOR: Final = 8
"""Papers with the usual share of summaries that are added to those of each stem."""

FEWEST_PAPERS: Final = 2
WORD_ROUNDS: Final = 600
WORD_SETTINGS: Final = {
    "objective": "binary",
    "num_leaves": 2,
    "learning_rate": 0.05,
    "min_data_in_leaf": 200,
    "feature_fraction": 0.6,
}
LINE_ROUNDS: Final = 250
LINE_SEEDS: Final = 3
LINE_SETTINGS: Final = {
    "objective": "regression",
    "num_leaves": 4,
    "learning_rate": 0.07,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
}
ROUGE_WEIGHTS: Final = (1.0, 0.5, 0.5)
"""Of ROUGE-1, 2 and L in what is learned: ROUGE-1 alone costs the others more than it gains."""

COMMON_SETTINGS: Final = {
    "max_bin": 63,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}

Rows = NDArray[np.float32]
Values = NDArray[np.float64]


class _Stemmer:
    """Porter's stemmer, which is asked for the same words over and over."""

    stem = staticmethod(cache(PorterStemmer().stem))


class Paper(NamedTuple):
    """A paper and its summaries."""

    title: str
    sentences: tuple[str, ...]
    summaries: tuple[str, ...]
    document: Document


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="where train.jsonl is")
    folder = parser.parse_args(arguments).folder
    weights = learned(papers(folder / "train.jsonl"))
    path = Path(ranking.__file__).with_name(WEIGHTS)
    path.write_text(weights, encoding="utf-8")
    sys.stderr.write(f"{path}: {len(weights):,} bytes\n")
    return 0


def papers(path: Path) -> list[Paper]:
    """The papers of a file of SciTLDR, as the package would read them."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        title = plain(data["title"])
        sentences = tuple(told(data["source"]))
        found.append(Paper(title, sentences, tuple(data["target"]), read(title, sentences)))
    return found


def learned(given: Sequence[Paper]) -> str:
    """The text of the weights file learned from these papers."""
    of_all = known(given)
    of_others = [
        known([paper for n, paper in enumerate(given) if n % FOLDS != fold])
        for fold in range(FOLDS)
    ]
    untitled = [paper._replace(title="", document=read("", paper.sentences)) for paper in given]
    parts = {
        "stems": " ".join(of_all),
        "odds": [round(100 * odds) for odds, _ in of_all.values()],
        "shares": [round(10 * share) for _, share in of_all.values()],
        "titled": models(given, of_others),
        "untitled": models(untitled, of_others),
    }
    dumped = (f'"{key}":{json.dumps(value, separators=(",", ":"))}' for key, value in parts.items())
    return "{" + ",\n".join(dumped) + "}\n"


def models(given: Sequence[Paper], of_others: Sequence[Known]) -> dict[str, Any]:
    """The models of words and of lines, as they are written; `of_others` has a table a fold."""
    likely: list[Mapping[str, float]] = [{}] * len(given)
    features = [
        word_features(paper.document, of_others[n % FOLDS]) for n, paper in enumerate(given)
    ]
    for fold in range(FOLDS):
        others = [n for n in range(len(given)) if n % FOLDS != fold]
        words = Additive(word_model([given[n] for n in others], [features[n] for n in others]))
        model = Model(of_others[fold], words, words)
        for n in range(fold, len(given), FOLDS):
            likely[n] = model.likely(given[n].document)
    splits, leaves = line_model(given, likely)
    return {"words": word_model(given, features), "splits": splits, "leaves": leaves}


def known(given: Sequence[Paper]) -> Known:
    """Of each stem in at least two papers its odds in summaries and its share of papers."""
    sources: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for paper in given:
        words = frozenset(paper.document.title).union(*paper.document.sentences)
        sources.update(words)
        both.update(words.intersection(*[stems(summary) for summary in paper.summaries[:1]]))
    usual = both.total() / sources.total()
    return {
        word: (
            round(log((both[word] + PRIOR * usual) / (count + PRIOR) / usual), 2),
            round(log(count / len(given)), 1),
        )
        for word, count in sorted(sources.items())
        if count >= FEWEST_PAPERS
    }


def word_model(
    given: Sequence[Paper], features: Sequence[Mapping[str, tuple[float, ...]]]
) -> list[Steps]:
    """The likelihood of a word in the first summary."""
    rows: list[tuple[float, ...]] = []
    values: list[bool] = []
    for paper, of_paper in zip(given, features, strict=True):
        said = frozenset(stems(paper.summaries[0]))
        rows += of_paper.values()
        values += [word in said for word in of_paper]
    return additive(np.array(rows, np.float32), np.array(values, np.float64))


def line_model(
    given: Sequence[Paper], likely: Sequence[Mapping[str, float]]
) -> tuple[list[Split], list[list[int]]]:
    """How much better than the paper's others a candidate is."""
    rows: list[tuple[float, ...]] = []
    values: list[float] = []
    for paper, of_paper in zip(given, likely, strict=True):
        found = lines(paper.title, paper.sentences, paper.document, of_paper)
        scores = [rouge(one.text, paper.summaries[0]) for one, _ in found]
        mean = sum(scores) / (len(scores) or 1)
        rows += [features for _, features in found]
        values += [score - mean for score in scores]
    return forest(np.array(rows, np.float32), np.array(values, np.float64))


def rouge(candidate: str, summary: str) -> float:
    """The weighted sum of ROUGE-1, 2 and L."""
    one, other = tokenize(candidate, _Stemmer), tokenize(summary, _Stemmer)
    scores = (
        rouge_1(one, other),
        rouge_1([*pairwise(one)], [*pairwise(other)]),
        rouge_l(one, other),
    )
    return sum(weight * score for weight, score in zip(ROUGE_WEIGHTS, scores, strict=True))


def rouge_1(one: Sequence[object], other: Sequence[object]) -> float:
    """The F1 of what two sequences share."""
    shared = (Counter(one) & Counter(other)).total()
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


def rouge_l(one: Sequence[str], other: Sequence[str]) -> float:
    """The F1 of the longest common subsequence."""
    longest = [0] * (len(other) + 1)
    for word in one:
        row = [0]
        for n, another in enumerate(other):
            row.append(longest[n] + 1 if word == another else max(longest[n + 1], row[n]))
        longest = row
    return 2 * longest[-1] / (len(one) + len(other)) if longest[-1] else 0.0


def additive(rows: Rows, values: Values) -> list[Steps]:
    """Boosted stumps, those of a feature summed up into a step function."""
    steps: list[dict[float, float]] = [{} for _ in range(rows.shape[1])]
    start = [0.0] * rows.shape[1]
    for tree in _trees(rows, values, WORD_SETTINGS, WORD_ROUNDS, seed=0):
        if "split_feature" in tree:
            below, above = tree["left_child"]["leaf_value"], tree["right_child"]["leaf_value"]
            feature, at = tree["split_feature"], tree["threshold"]
            start[feature] += below
            steps[feature][at] = steps[feature].get(at, 0.0) + above - below
    return list(map(_step_function, start, steps))


def _step_function(start: float, steps: Mapping[float, float]) -> tuple[list[float], list[int]]:
    places = sorted(steps)
    sums = accumulate((steps[at] for at in places), initial=start)
    return [_shortened(at) for at in places], [round(value * SCALE) for value in sums]


def forest(rows: Rows, values: Values) -> tuple[list[Split], list[list[int]]]:
    """The splits and the leaves of small trees, the mean over a few seeds."""
    splits: list[Split] = []
    leaves: list[list[int]] = []
    for seed in range(LINE_SEEDS):
        for tree in _trees(rows, values, LINE_SETTINGS, LINE_ROUNDS, seed):
            of_tree: list[int] = []
            splits += _splits(tree, len(leaves), of_tree)
            leaves.append(of_tree)
    return sorted(splits), leaves


def _splits(node: Mapping[str, Any], tree: int, leaves: list[int]) -> Iterator[Split]:
    """The splits of a node and those under it; its leaves are added to `leaves`, left to right."""
    if "split_feature" not in node:
        leaves.append(round(node["leaf_value"] * SCALE / LINE_SEEDS))
        return
    first = len(leaves)
    yield from _splits(node["left_child"], tree, leaves)
    last = len(leaves) - 1
    yield node["split_feature"], _shortened(node["threshold"]), tree, first, last
    yield from _splits(node["right_child"], tree, leaves)


def _shortened(threshold: float) -> float:
    return float(f"{threshold:.6g}")


def _trees(
    rows: Rows, values: Values, settings: Mapping[str, object], rounds: int, seed: int
) -> Iterator[Mapping[str, Any]]:
    data = lightgbm.Dataset(rows, values)
    booster = lightgbm.train({**COMMON_SETTINGS, **settings, "seed": seed}, data, rounds)
    return (tree["tree_structure"] for tree in booster.dump_model()["tree_info"])


if __name__ == "__main__":
    raise SystemExit(main())
