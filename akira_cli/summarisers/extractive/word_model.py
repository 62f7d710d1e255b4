"""A paper in stems, and what is known of each of them: where it stands, how often, in what.

From this the likelihood is learned that a word stands in a summary of the paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from akira_cli.core.patterns import Pattern

Known = Mapping[str, tuple[float, float]]
"""Of a stem: how much likelier it is in summaries than other words of a source (the logarithm of
the ratio), and the logarithm of the share of papers that have it."""

UNSEEN: Final = (0.0, -9.0)

_TOKEN = Pattern(r"[a-z0-9]+")
_SUFFIX = Pattern(
    r"(?<=\w\w\w)(?:ations?|ati(?:ng|ve)|ated?s?|izations?|iz(?:e[sd]?|ing)|ities|ity|ments?|"
    r"ness|ions?|ings?|ed|ers?|ors?|ies|ied|ive(?:ly|s)?|ally|al|ously|ous|ly|es|e|y|s)$"
)
_OWN = Pattern(r"\b(?:we|our|this (?:paper|work|article|study))\b", re.IGNORECASE)
_PROPOSING = Pattern(
    r"\b(?:we|this (?:paper|work)) (?:\w+ )?(?:describe|develop|explore|introduce|investigate|"
    r"present|propose|provide|study)",
    re.IGNORECASE,
)
_RESULTING = Pattern(
    r"\b(?:achiev|demonstrate|find|improv|outperform|prove|show|state-of-the-art)", re.IGNORECASE
)
_CAPITALS = Pattern(r"[A-Za-z0-9]*[A-Z0-9][A-Z0-9]+[A-Za-z0-9]*|[A-Za-z]+[A-Z][A-Za-z0-9]*")

WORD_FEATURES: Final = (
    "times in the abstract",
    "sentence it is first in",
    "the same, as a share",
    "own sentences with it",
    "share of sentences with it",
    "in the title",
    "in the first own sentence",
    "in the first proposing sentence",
    "results with it",
    "in the last sentence",
    "log odds in summaries",
    "log share of papers",
    "written in capitals",
    "letters",
    "different words of the abstract",
    "words of the title",
    "place in the first own sentence",
    "proposals with it",
)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A rough stem, the same for most forms of a word."""
    return _SUFFIX.sub("", word, count=1) if len(word) > 3 else word


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words and numbers of a text, in order; of other scripts none."""
    return tuple(map(stem, _TOKEN.findall(text.lower())))


@dataclass(frozen=True, slots=True)
class Document:
    """Title and sentences in stems, and which sentences tell of the authors' own work.

    `first_own` and `first_proposing` are the places of the first such sentence, 0 for none.
    """

    title: tuple[str, ...]
    sentences: tuple[tuple[str, ...], ...]
    own: tuple[bool, ...]
    proposing: tuple[bool, ...]
    resulting: tuple[bool, ...]
    capitals: frozenset[str]
    first_own: int
    first_proposing: int


def read(title: str, sentences: Sequence[str]) -> Document:
    """The document of a title and its sentences."""
    own = tuple(_OWN.search(sentence) is not None for sentence in sentences)
    proposing = tuple(_PROPOSING.search(sentence) is not None for sentence in sentences)
    first_own = own.index(True) if True in own else 0
    return Document(
        title=stems(title),
        sentences=tuple(map(stems, sentences)),
        own=own,
        proposing=proposing,
        resulting=tuple(_RESULTING.search(sentence) is not None for sentence in sentences),
        capitals=frozenset(
            stem(word.lower()) for one in sentences for word in _CAPITALS.findall(one)
        ),
        first_own=first_own,
        first_proposing=proposing.index(True) if True in proposing else first_own,
    )


def word_features(document: Document, known: Known) -> dict[str, tuple[float, ...]]:
    """For each stem the values of `WORD_FEATURES`, in that order."""
    return dict(_rows(document, known))


def _rows(document: Document, known: Known) -> Iterator[tuple[str, tuple[float, ...]]]:
    held, title = [*map(frozenset, document.sentences)], frozenset(document.title)
    count = len(held) or 1
    times = Counter(word for sentence in document.sentences for word in sentence)
    within = Counter(word for words in held for word in words)
    own = _counted(held, document.own)
    proposing = _counted(held, document.proposing)
    resulting = _counted(held, document.resulting)
    first_own, first_proposing, last = (
        held[number] if held else title
        for number in (document.first_own, document.first_proposing, -1)
    )
    first, place = _first_places(document)
    for word in (*first, *(word for word in document.title if word not in first)):
        odds, share = known.get(word, UNSEEN)
        sentence = first.get(word, len(held))
        yield (
            word,
            (
                times[word],
                sentence,
                sentence / count,
                own[word],
                within[word] / count,
                word in title,
                word in first_own,
                word in first_proposing,
                resulting[word],
                word in last,
                odds,
                share,
                word in document.capitals,
                len(word),
                len(times),
                len(document.title),
                place.get(word, -1.0),
                proposing[word],
            ),
        )


def _counted(held: Sequence[frozenset[str]], which: Sequence[bool]) -> Counter[str]:
    """In how many of those sentences each word is."""
    return Counter(
        word for words, wanted in zip(held, which, strict=True) if wanted for word in words
    )


def _first_places(document: Document) -> tuple[dict[str, int], dict[str, float]]:
    """The first sentence of each word, and its place in the first own sentence from 0 to 1."""
    first: dict[str, int] = {}
    for number, sentence in enumerate(document.sentences):
        for word in sentence:
            first.setdefault(word, number)
    place: dict[str, float] = {}
    own = document.sentences[document.first_own] if document.sentences else ()
    for number, word in enumerate(own):
        place.setdefault(word, number / len(own))
    return first, place
