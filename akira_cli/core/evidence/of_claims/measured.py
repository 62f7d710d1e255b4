"""What two numbers side by side say without a word: `71% against 68% for B` is better than B."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from akira_cli.core.evidence.of_claims.mentions import Mention, names_among
from akira_cli.core.evidence.of_numbers.numbers import Quantity
from akira_cli.core.evidence.of_words.polarity import AFFIRMED
from akira_cli.core.evidence.of_words.signs import better_or_worse, more_or_less, welcome_or_not
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|vs|while|whereas|where|relative to|whilst)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"[^,;.]{0,30}\bto\s(?:about |around |roughly |just |only )?")
_UNWELCOME_METRICS = frozenset(
    stem(word)
    for word in word_set("fid wer cer mae mse rmse perplexity ppl eer der error crps rank")
)


def measured_mentions(
    text: str, tokens: Sequence[Token], found: Sequence[Quantity], number: int
) -> Iterator[Mention]:
    """The comparisons that the numbers of a sentence make: `found` are those in it, in order.

    `text` is the whole that the places of words and numbers are in; `number` is the sentence's.
    """
    for one, other in pairwise(found):
        if one.unit != other.unit or one.value == other.value or one.named or other.named:
            continue
        between = text[one.end : other.start]
        if _TO.fullmatch(between) and _says_from(text, one) and _changes(tokens, one.start):
            yield _mention(tokens, one, other, number, changes=True)
        elif _AGAINST.search(between):
            yield _mention(tokens, one, other, number, changes=False)


def _changes(tokens: Sequence[Token], start: int) -> bool:
    """Whether what stands before a number tells of a change, not of a range."""
    place = _place(tokens, start)
    near = {token.stem for token in tokens[max(0, place - 6) : place]}
    signs = more_or_less().keys() | better_or_worse().keys() | _GOES
    return not near.isdisjoint(signs)


_GOES = frozenset(("go", "goe", "went", "chang", "mov"))


def _says_from(text: str, one: Quantity) -> bool:
    return "from" in text[max(0, one.start - 16) : one.start].lower().split()


def _mention(
    tokens: Sequence[Token], one: Quantity, other: Quantity, number: int, *, changes: bool
) -> Mention:
    first = _place(tokens, one.start)
    second = _place(tokens, other.start)
    noun, worth = _measured(tokens, first, one)
    more = 1 if (other.value > one.value) is changes else -1
    left = frozenset() if changes else names_among(tokens, range(first))
    right = frozenset() if changes else names_among(tokens, range(first + 1, len(tokens)))
    place = first if changes else second
    return Mention(
        tokens[place], "", AFFIRMED, AFFIRMED, more * worth, more, noun, number, place, left, right
    )


def _place(tokens: Sequence[Token], start: int) -> int:
    return next((at for at, token in enumerate(tokens) if token.start >= start), len(tokens) - 1)


def _measured(tokens: Sequence[Token], place: int, one: Quantity) -> tuple[str, int]:
    """The nearest word before a number that tells what it measures, and what more is worth."""
    welcome = welcome_or_not()
    for at in range(place - 1, -1, -1):
        word = tokens[at].stem
        if word in _UNWELCOME_METRICS:
            return word, -1
        if word in welcome:
            return word, welcome[word]
    return "", -1 if one.kind in ("time", "memory") else 1
