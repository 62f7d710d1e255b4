"""The learned model: how likely a word is in a summary, and which candidate is the best one.

Learned by `tools/train_one_line.py` from the training part of SciTLDR (Cachola et al. 2020,
https://aclanthology.org/2020.findings-emnlp.428/) and read from `one_line_weights.json`.

What each part brings, as ROUGE-1, 2 and L on the training part (in five folds) and on the
development part; of the latter a difference under 0.5 may be chance:

    whole sentences, ranked by place and wording   38.2 18.9 31.6   41.2 19.6 33.0
    + trimming and cuts                            39.1 19.6 32.8   42.2 21.1 34.5
    + the likelihood of words                      39.2 19.5 32.6   42.7 21.1 34.7
    + two statements joined                        39.5 19.5 32.6   43.1 21.0 34.5
    + the title before a statement                 41.5 20.9 33.0   44.7 22.1 34.7
    + three models' mean                           41.6 21.0 33.1   44.8 22.2 34.9
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, Final

from akira_cli.summarisers.extractive.boosting import Additive, Forest
from akira_cli.summarisers.extractive.candidates import Candidate, candidates
from akira_cli.summarisers.extractive.clauses import points_back
from akira_cli.summarisers.extractive.features import Surroundings, expected_overlap
from akira_cli.summarisers.extractive.word_model import Document, Known, read, word_features

WEIGHTS: Final = "one_line_weights.json"

RANKED: Final = 12
"""Candidates that are ranked: one that is further down by expected overlap is hardly ever best."""

POINTING: Final = 0.1
"""What a line loses that speaks of `this problem`, which it has not told: readers want it so.
On the development part three of four such lines give way, and ROUGE-1 changes by under 0.1."""


@dataclass(frozen=True, slots=True)
class Model:
    """What is known of words, and the models of words and of candidate lines."""

    known: Known
    words: Additive
    lines: Additive | Forest

    def likely(self, document: Document) -> dict[str, float]:
        """For each word of a document how likely it is in a summary, from 0 to 1."""
        score = self.words.score
        return {
            word: 1 / (1 + exp(-score(features)))
            for word, features in word_features(document, self.known).items()
        }

    def best(self, title: str, sentences: Sequence[str]) -> Candidate | None:
        """The candidate with the highest score, the first of equals; None without any words."""
        document = read(title, sentences)
        found = lines(title, sentences, document, self.likely(document))
        scores = [
            self.lines.score(features) - POINTING * points_back(candidate.text)
            for candidate, features in found
        ]
        return found[scores.index(max(scores))][0] if found else None


def lines(
    title: str, sentences: Sequence[str], document: Document, likely: Mapping[str, float]
) -> list[tuple[Candidate, tuple[float, ...]]]:
    """The candidates with the highest expected overlap, the best first, with their features."""

    def worth(tokens: tuple[str, ...]) -> float:
        return expected_overlap(tokens, likely)

    found = [(worth(one.tokens), one) for one in candidates(title, sentences, worth)]
    found.sort(key=lambda pair: -pair[0])
    surroundings = Surroundings(document, likely)
    return [(one, surroundings.features(one, found[0][0])) for _, one in found[:RANKED]]


@cache
def shipped(*, titled: bool) -> Model:
    """The model of this package for papers with a title, or for those without one."""
    data = _weights()
    part = data["titled" if titled else "untitled"]
    odds = [each / 100 for each in data["odds"]]
    shares = [each / 10 for each in data["shares"]]
    return Model(
        known=dict(zip(data["stems"].split(), zip(odds, shares, strict=True), strict=True)),
        words=Additive(part["words"]),
        lines=Forest(part["splits"], part["leaves"]),
    )


@cache
def _weights() -> Any:
    return json.loads(Path(__file__).with_name(WEIGHTS).read_text(encoding="utf-8"))
