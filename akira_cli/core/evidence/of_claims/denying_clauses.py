"""The clauses of a sentence that deny something: what, and with which word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from akira_cli.core.evidence.of_words.polarity import NOT_DENIED, is_content
from akira_cli.core.evidence.of_words.scopes import clauses
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

Negator = Literal[
    "not", "cannot", "no", "without", "neither", "none", "unable", "lacking", "hardly"
]

MOST_AFTER, MOST_BEFORE = 7, 6
"""How many words after a negator, and before it, are looked at."""


class Denying(NamedTuple):
    """A clause that denies something.

    `start` and `end` are the places of the clause's words, `first` and `last` those of its first
    and last negator, which are two in `cannot do without`. `denied` and `before` are the stems of
    the words after the last negator and of those before the first, and between the two.
    """

    negator: Negator
    start: int
    end: int
    first: int
    last: int
    denied: tuple[str, ...]
    before: tuple[str, ...]

    @property
    def is_double(self) -> bool:
        """Whether what is denied is itself a denial."""
        return self.first != self.last and self.negator != "neither"


def denying_clauses(tokens: Sequence[Token]) -> Iterator[Denying]:
    """The denying clauses of a sentence, in order."""
    for start, end in clauses(tokens):
        negators = [at for at in range(start, end) if _is_negator(tokens, at)]
        if negators:
            first, last = negators[0], negators[-1]
            negator = _NEGATORS.get(tokens[first].lower, "unable")
            after_first = negator == "neither" or first == last
            denied = _content(tokens, range((first if after_first else last) + 1, end))
            before = (
                [
                    *_content(tokens, range(first + 1, last)),
                    *_content(tokens, range(start, first))[-MOST_BEFORE:],
                ]
                if not after_first
                else _content(tokens, range(start, first))[-MOST_BEFORE:]
            )
            if denied or before:
                told = denied[:MOST_AFTER] or before[-1:]
                yield Denying(
                    negator, start, end, first, last, tuple(told), tuple(before[:MOST_BEFORE])
                )


def _content(tokens: Sequence[Token], places: range) -> list[str]:
    return [tokens[at].stem for at in places if is_content(tokens[at])]


def _is_negator(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place].lower
    if tokens[place].joined:
        return word == "n't"
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if word == "nothing" and following in _NOTHING_BUT:
        return False
    before = tokens[place - 1].lower if place else ""
    if word == "not":
        phrase = {token.lower for token in tokens[place + 1 : place + 4]}
        at_no_cost = following == "at" and not phrase.isdisjoint(_PRICES)
        return following not in _NOT_DENYING and before not in _OR_NOT and not at_no_cost
    if word == "no":
        return following not in NOT_DENIED and before not in _OR_NOT
    return word in _NEGATORS or (word in _FAILING and following == "to")


_NOT_DENYING = word_set("only just merely limited restricted confined least surprisingly unlike")
_PRICES = word_set("cost costs price expense")
_NOTHING_BUT = word_set("but more other else beyond except")
"""Words after which `nothing` says what there only is: `nothing but a camera`."""

_OR_NOT = word_set("or if why")
"""Words before a `not` that leaves open what is so: `whether or not`, `few if not none`."""

_FAILING = word_set("fail fails failed failing")
_NEGATORS: dict[str, Negator] = {
    "not": "not", "n't": "not", "never": "not", "cannot": "cannot", "no": "no",
    "without": "without", "neither": "neither", "nor": "neither", "none": "none",
    "nothing": "none", "nobody": "none", "unable": "unable", "lack": "lacking",
    "lacks": "lacking", "lacking": "lacking", "hardly": "hardly", "barely": "hardly",
    "scarcely": "hardly", "rarely": "hardly", "seldom": "hardly",
}  # fmt: skip
