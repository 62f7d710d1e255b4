"""How near the one-line summaries are to those that authors and reviewers wrote, by ROUGE.

`python -m benchmarks.summaries` reads the development part of SciTLDR, abstracts only (Cachola et
al. 2020, https://aclanthology.org/2020.findings-emnlp.428/), beside the checkout, and prints
nothing but a line that it is absent when it is. Of a paper's summaries the one with the best
ROUGE-1 counts, for all three measures; the figures are means over papers, times 100.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean, median
from time import process_time
from typing import Final, NamedTuple

from rouge_score.rouge_scorer import RougeScorer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

from akira_cli.core.items import Item, Reference
from akira_cli.summarisers.extractive import Extractive
from akira_cli.summarisers.extractive.one_line import one_line
from akira_cli.workflows.summarise_lines import line_of

DEVELOPMENT: Final = Path(__file__).resolve().parents[2] / "shared/data/scitldr/dev.jsonl"
MEASURES: Final = ("rouge1", "rouge2", "rougeL")
MILLISECONDS: Final = 5.0
GOAL: Final = 44.3
PUBLISHED: Final = """\
Published for the test part, with the abstract alone: first sentence with a cue 40.6 / 19.0 / 32.7,
MatchSum 42.7 / 20.0 / 34.0, BART 43.3 / 20.8 / 35.0, CATTS 43.8 / 20.9 / 35.5, CATTS-XSUM
44.3 / 21.3 / 35.9; the last three are models of 400 million parameters."""

_CUE = re.compile(r"\b(?:we|our|this (?:paper|work|article|study))\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Paper(NamedTuple):
    """A paper with the summaries that people wrote of it."""

    title: str
    sentences: tuple[str, ...]
    summaries: tuple[str, ...]


class Row(NamedTuple):
    """A way to summarise, its ROUGE-1, 2 and L, the mean number of words, and its seconds."""

    name: str
    scores: tuple[float, float, float]
    words: float
    seconds: tuple[float, ...]


def measure() -> list[Row]:
    """A row for each way to summarise; none when the papers are not beside the checkout."""
    if not DEVELOPMENT.exists():
        return []
    papers, scorer = _papers(), RougeScorer(MEASURES, use_stemmer=True)
    ways: list[tuple[str, Callable[[Paper], str]]] = [
        ("first sentence", lambda paper: paper.sentences[0]),
        ("title", lambda paper: paper.title),
        ("first sentence with a cue", _first_with_a_cue),
        *((f"sumy {kind.__name__.removesuffix('Summarizer')}", _by_sumy(kind)) for kind in _SUMY),
        ("akira, without the title", lambda paper: one_line("", paper.sentences)),
        ("**akira**", lambda paper: one_line(paper.title, paper.sentences)),
        ("akira summarise: this line, headline and summary", _summarised),
        ("the best single sentence", lambda paper: _oracle(paper, scorer)),
    ]
    return [_row(name, way, papers, scorer) for name, way in ways]


def report(rows: Sequence[Row]) -> list[str]:
    """The lines of the page of results."""
    if not rows:
        return [f"One-line summaries: not measured, {DEVELOPMENT.name} is not beside the checkout."]
    lines = ["| one line | R-1 | R-2 | R-L | words | ms, median | ms, mean |", "|---" * 7 + "|"]
    for row in rows:
        scores = " | ".join(f"{score:.1f}" for score in row.scores)
        times = f"{1000 * median(row.seconds):.2f} | {1000 * fmean(row.seconds):.2f}"
        lines.append(f"| {row.name} | {scores} | {row.words:.0f} | {times} |")
    budget = f"Wanted: ROUGE-1 of {GOAL} on the test part, {MILLISECONDS:.0f} ms an abstract."
    return [*lines, "", budget, "", PUBLISHED]


def _papers() -> list[Paper]:
    lines = DEVELOPMENT.read_text(encoding="utf-8").splitlines()
    read = map(json.loads, lines)
    return [Paper(one["title"], tuple(one["source"]), tuple(one["target"])) for one in read]


def _row(
    name: str, way: Callable[[Paper], str], papers: Sequence[Paper], scorer: RougeScorer
) -> Row:
    way(papers[0])  # weights and word lists are read once, not for each paper
    seconds, scores, words = [], [], []
    for paper in papers:
        started = process_time()
        line = way(paper)
        seconds.append(process_time() - started)
        scores.append(_scores(line, paper, scorer))
        words.append(len(line.split()))
    first, second, longest = (100 * fmean(column) for column in zip(*scores, strict=True))
    return Row(name, (first, second, longest), fmean(words), tuple(seconds))


def _scores(line: str, paper: Paper, scorer: RougeScorer) -> tuple[float, ...]:
    all_scores = (scorer.score(summary, line) for summary in paper.summaries)
    best = max(all_scores, key=lambda scores: scores["rouge1"].fmeasure)
    return tuple(best[measure].fmeasure for measure in MEASURES)


def _first_with_a_cue(paper: Paper) -> str:
    return next((one for one in paper.sentences if _CUE.search(one)), paper.sentences[0])


def _summarised(paper: Paper) -> str:
    """As `akira summarise --jsonl` has it, which splits the abstract into sentences by itself."""
    abstract = " ".join(" ".join(paper.sentences).split())
    item = Item(Reference("", ""), "", paper.title, abstract=abstract)
    summariser = Extractive()
    return line_of(summariser.summarise(item), item, summariser)


def _oracle(paper: Paper, scorer: RougeScorer) -> str:
    return max(paper.sentences, key=lambda sentence: _scores(sentence, paper, scorer))


class _Words:
    """A tokenizer for sumy that needs no download; the sentences are given."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(_WORD.findall(sentence.lower()))


_SUMY: Final = (LexRankSummarizer, TextRankSummarizer, LsaSummarizer)


def _by_sumy(kind: type) -> Callable[[Paper], str]:
    summarizer, words = kind(Stemmer("english")), _Words()
    summarizer.stop_words = get_stop_words("english")

    def line(paper: Paper) -> str:
        sentences = [Sentence(sentence, words) for sentence in paper.sentences]
        chosen = summarizer(ObjectDocumentModel([Paragraph(sentences)]), 1)
        return str(chosen[0]) if chosen else paper.sentences[0]

    return line


if __name__ == "__main__":
    print("\n".join(report(measure())))
