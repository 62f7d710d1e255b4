"""The first draft without a language model: the abstract's own best sentences.

Two to four sentences are chosen that say what is proposed, how, and what came of it:
every combination that fits is tried, and the one with the best score taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from akira_cli.core.items import Item, Summary
from akira_cli.core.sentences import cut_at_clause, split_sentences
from akira_cli.core.settings import Length
from akira_cli.summarisers.extractive.articles import summarise_article
from akira_cli.summarisers.extractive.cues import Reading, is_about_availability, read
from akira_cli.summarisers.extractive.headlines import headline
from akira_cli.summarisers.extractive.voice import in_first_person, in_third_person, standing_alone

MIN_WORDS, MAX_WORDS = 40, 75
MAX_SENTENCES = 4
MAX_CANDIDATES = 11
"""Of a long abstract only the best sentences are combined: 550 combinations at most."""

ROLE_BONUS = 2.0
"""For each of the roles that a combination fills at all."""

BACKGROUND = -4.0
"""For a sentence before the authors first speak of themselves."""

DANGLING = -6.0
"""For a sentence that points at the one before it, when that one is not there, and for a first
sentence that takes the proposal for granted."""


TITLE_BONUS = 2.0
"""For a sentence with all the longer words of the title; less in proportion."""

_LONGEST_LEAD = 2_000
"""Characters of a paper's own text that stand for an abstract it does not have."""

_LONG_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence in the newsletter's voice, as it reads alone and after its predecessor."""

    position: int
    alone: str
    following: str
    words_alone: int
    words_following: int
    score: float
    reading: Reading

    def follows(self, before: Candidate | None) -> bool:
        """Whether it stood right after that one in the abstract."""
        return before is not None and before.position == self.position - 1

    def text(self, before: Candidate | None) -> str:
        """How it reads after that one."""
        return self.following if self.follows(before) else self.alone

    def words(self, before: Candidate | None) -> int:
        """How many words it has after that one."""
        return self.words_following if self.follows(before) else self.words_alone


Chosen = tuple[Candidate, ...]


class Extractive:
    """Chooses sentences of the abstract; needs no network, no model, no settings."""

    name = "extractive"

    def summarise(self, item: Item, length: Length = "normal") -> Summary:
        """Headline of at most 14 words, text of 40 to 75 words where the abstract has them.

        A sentence that is longer than that and stands for no better one is cut. An article is
        told in its own order.
        """
        del length  # one so far
        if item.form != "paper":
            return summarise_article(item)
        sentences = in_first_person(
            _telling(split_sentences(item.abstract or item.text[:_LONGEST_LEAD]))
        )
        chosen = _best(_candidates(sentences, item.title))
        pairs = pairwise([None, *chosen])
        text = " ".join(now.text(before) for before, now in pairs if now is not None)
        text = cut_at_clause(text, MIN_WORDS, MAX_WORDS)
        return Summary(headline=headline(sentences, item.title), text=text)


def _telling(sentences: Sequence[str]) -> list[str]:
    """The sentences but those that only say where the code is, unless all do."""
    worded = [sentence for sentence in sentences if any(map(str.isalnum, sentence))]
    return [sentence for sentence in worded if not is_about_availability(sentence)] or worded


def _candidates(sentences: Sequence[str], title: str) -> list[Candidate]:
    """The sentences worth choosing, in order, at most `MAX_CANDIDATES`."""
    readings = [read(sentence) for sentence in sentences]
    spoken = next((n for n, reading in enumerate(readings) if "authors" in reading.roles), 0)
    title_words = set(_LONG_WORD.findall(title.lower()))
    candidates = [
        _candidate(n, sentence, reading, title_words, BACKGROUND if n < spoken else 0.0)
        for n, (sentence, reading) in enumerate(zip(sentences, readings, strict=True))
    ]
    best = sorted(candidates, key=lambda candidate: -candidate.score)[:MAX_CANDIDATES]
    return sorted(best, key=lambda candidate: candidate.position)


def _candidate(
    position: int, sentence: str, reading: Reading, title_words: set[str], place_score: float
) -> Candidate:
    bare = standing_alone(sentence)
    alone = in_third_person(bare)
    following = alone if bare == sentence else in_third_person(sentence)
    shared = title_words.intersection(_LONG_WORD.findall(sentence.lower()))
    return Candidate(
        position=position,
        alone=alone,
        following=following,
        words_alone=len(alone.split()),
        words_following=len(following.split()),
        score=reading.score + place_score + TITLE_BONUS * len(shared) / (len(title_words) or 1),
        reading=reading,
    )


def _best(candidates: Sequence[Candidate]) -> Chosen:
    """The combination with the best score among those of fitting length, else the nearest."""
    lengths = list(_combinations(candidates))
    fitting = [c for c, words in lengths if len(c) > 1 and MIN_WORDS <= words <= MAX_WORDS]
    if fitting:
        return max(fitting, key=_value)
    nearest = min((_distance(words) for _, words in lengths), default=None)
    return max((c for c, words in lengths if _distance(words) == nearest), key=_value, default=())


def _combinations(
    candidates: Sequence[Candidate], chosen: Chosen = (), words: int = 0
) -> Iterator[tuple[Chosen, int]]:
    """All combinations with their lengths in words; none that grew past `MAX_WORDS` grows on."""
    for index, candidate in enumerate(candidates):
        longer = (*chosen, candidate)
        length = words + candidate.words(chosen[-1] if chosen else None)
        yield longer, length
        if len(longer) < MAX_SENTENCES and length < MAX_WORDS:
            yield from _combinations(candidates[index + 1 :], longer, length)


def _distance(words: int) -> tuple[int, bool]:
    """Words too few or too many, and whether too many: that text will be cut."""
    return max(MIN_WORDS - words, words - MAX_WORDS, 0), words > MAX_WORDS


def _value(chosen: Chosen) -> float:
    roles = frozenset[str]().union(*(candidate.reading.roles for candidate in chosen))
    value = ROLE_BONUS * len(roles)
    before = None
    for candidate in chosen:
        value += candidate.score
        if candidate.reading.points_back and not candidate.follows(before):
            value += DANGLING
        if candidate.reading.presumes and before is None:
            value += DANGLING
        before = candidate
    return value
