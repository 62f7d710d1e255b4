"""What is known of a candidate: its length, its place, how likely its words are in a summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, sqrt
from typing import Final

from akira_cli.summarisers.extractive.candidates import JOINTS, Candidate
from akira_cli.summarisers.extractive.clauses import CUTS, FORMS
from akira_cli.summarisers.extractive.word_model import Document

UNLIKELY: Final = 0.02
"""The likelihood of a word that the paper does not have, such as the "and" of a joint."""

USUAL_LENGTH: Final = 20
"""Words of a summary as authors and reviewers write them."""

STARTS: Final = (
    "we propose", "we present", "we introduce", "we show", "we demonstrate", "we find",
    "we study", "we develop", "we", "this paper", "this", "our", "it", "in this", "in", "the",
    "a", "however", "to", "by", "they", "these", "using", "experiment", "results",
)  # fmt: skip

CANDIDATE_FEATURES: Final = (
    "expected overlap", "expected overlap with a short summary", "with a long one",
    "less than the best", "words expected to be shared", "the same, per word",
    "the same, of all that are expected", "words expected in all", "words", "sentence",
    "sentences", "sentence as a share", "sentences after the first own",
    "sentences after the first proposing", "second sentence", "second after the first own",
    "share of the title in it", "share of it in the title", "words of the title",
    "words shared with the sentences", "agreement with the likely sentences", "start",
    "of an own sentence", "of a proposing sentence", "of a result", "first three words",
    "last three words", "last word", "least likely word", "commas", "brackets",
    "words said twice", "digits", "words of the abstract", "second is proposing",
    "second is a result", "own sentences", "likely words", "unlikely words", "says this",
    "share kept", "form", "cut", "joint", "says and",
)  # fmt: skip

_DIGITS = frozenset("0123456789")


def expected_overlap(
    tokens: Sequence[str], likely: Mapping[str, float], length: int = USUAL_LENGTH
) -> float:
    """The F1 of unigrams that is to be expected with a summary of so many words."""
    shared = sum([likely.get(word, UNLIKELY) for word in dict.fromkeys(tokens)])
    return 2 * shared / (len(tokens) + length)


class Surroundings:
    """What is the same for all candidates of a document, worked out once."""

    def __init__(self, document: Document, likely: Mapping[str, float]) -> None:
        self.document = document
        self.likely = likely
        self.title = frozenset(document.title)
        self.all_expected = sum(likely.values())
        self.words = sum(map(len, document.sentences))
        self.common = _common_words(document)
        self.votes = _votes(document, likely)

    def features(self, candidate: Candidate, best: float) -> tuple[float, ...]:
        """The values of `CANDIDATE_FEATURES`; `best` is the highest expected overlap of any."""
        tokens = candidate.tokens
        words = dict.fromkeys(tokens)  # in order: a sum of floats depends on it
        chances = [self.likely.get(word, UNLIKELY) for word in tokens]
        shared = sum([self.likely.get(word, UNLIKELY) for word in words])
        return (
            *self._lengths(len(tokens), shared, best),
            *self._places(candidate),
            *self._overlaps(words),
            *self._wording(candidate, chances, len(words)),
            *self._making(candidate, words, chances),
        )

    def _lengths(self, length: int, shared: float, best: float) -> tuple[float, ...]:
        overlap = 2 * shared / (length + USUAL_LENGTH)
        return (
            overlap,
            2 * shared / (length + USUAL_LENGTH / 2),
            2 * shared / (length + USUAL_LENGTH * 1.75),
            overlap - best,
            shared,
            shared / (length or 1),
            shared / (self.all_expected or 1),
            self.all_expected,
            length,
        )

    def _places(self, candidate: Candidate) -> tuple[float, ...]:
        document, sentence, second = self.document, candidate.sentence, candidate.second
        count = len(document.sentences)
        return (
            sentence,
            count,
            sentence / (count or 1),
            sentence - document.first_own,
            sentence - document.first_proposing,
            second,
            second - document.first_own if second >= 0 else -9,
        )

    def _overlaps(self, words: Mapping[str, None]) -> tuple[float, ...]:
        in_title, different = len(words.keys() & self.title), len(words) or 1
        return (
            in_title / (len(self.title) or 1),
            in_title / different,
            len(self.title),
            sum([self.common.get(word, 0.0) for word in words]) / sqrt(different),
            sum([self.votes.get(word, 0.0) for word in words]) / (1 + different / USUAL_LENGTH),
        )

    def _wording(
        self, candidate: Candidate, chances: Sequence[float], different: int
    ) -> tuple[float, ...]:
        text, sentence, document = candidate.text, candidate.sentence, self.document
        inside = sentence < len(document.sentences)
        return (
            _start(text),
            inside and document.own[sentence],
            inside and document.proposing[sentence],
            inside and document.resulting[sentence],
            sum(chances[:3]),
            sum(chances[-3:]),
            chances[-1] if chances else 0.0,
            min(chances, default=0.0),
            text.count(","),
            "(" in text,
            len(chances) - different,
            not _DIGITS.isdisjoint(text),
            self.words,
        )

    def _making(
        self, candidate: Candidate, words: Mapping[str, None], chances: Sequence[float]
    ) -> tuple[float, ...]:
        document, sentence, second = self.document, candidate.sentence, candidate.second
        inside = sentence < len(document.sentences)
        return (
            second >= 0 and document.proposing[second],
            second >= 0 and document.resulting[second],
            sum(document.own),
            sum([chance > 0.3 for chance in chances]),
            sum([chance < 0.1 for chance in chances]),
            "this" in words or "thes" in words,
            len(candidate.tokens) / (len(document.sentences[sentence]) or 1) if inside else 1.0,
            FORMS.index(candidate.form),
            CUTS.index(candidate.cut),
            JOINTS.index(candidate.joint),
            " and " in candidate.text,
        )


def _start(text: str) -> int:
    """Which of the `STARTS` it has; their number for none."""
    lowered = text[:20].lower()
    for number, start in enumerate(STARTS):
        if lowered.startswith(start):
            return number
    return len(STARTS)


def _common_words(document: Document) -> dict[str, float]:
    """What each word adds to the mean cosine between a text and the sentences."""
    common: dict[str, float] = {}
    for sentence in document.sentences:
        words = dict.fromkeys(sentence)
        for word in words:
            common[word] = common.get(word, 0.0) + 1 / sqrt(len(words)) / len(document.sentences)
    return common


def _votes(document: Document, likely: Mapping[str, float]) -> dict[str, float]:
    """What each word adds to the mean overlap with the sentences, the likelier ones counting more.

    After minimum Bayes risk decoding, https://aclanthology.org/N04-1022/.
    """
    voters = [dict.fromkeys(words) for words in (*document.sentences, document.title) if words]
    weights = [
        exp(25 * (expected_overlap(words, likely) - 0.5))
        for words in (*document.sentences, document.title)
        if words
    ]
    whole = sum(weights) or 1.0
    votes: dict[str, float] = {}
    for words, weight in zip(voters, weights, strict=True):
        for word in words:
            votes[word] = votes.get(word, 0.0) + 2 * weight / whole / len(words)
    return votes
