"""The words of a sentence of a text, to be found by stem and by meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_words.denying_words import denial_of
from akira_cli.core.evidence.of_words.polarity import DENIED
from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.sentences import word_set

BEFORE, AFTER, OPEN = 7, 5, 12
"""How many words before and after one a denial of it may stand, and a word that leaves it open."""

SYNONYM = 0.6
"""What a word of the same meaning counts beside the word itself."""


class Said:
    """The words of a sentence that say something, by stem and by meaning, with their places."""

    def __init__(self, sentence: InContext) -> None:
        self.sentence = sentence
        self.tokens = sentence.reading.tokens
        self.denials = [denial_of(self.tokens, place) for place in range(len(self.tokens))]
        self.words: dict[str, list[int]] = {}
        self.groups: dict[int, int] = {}
        for place, token in enumerate(self.tokens):
            if sentence.reading.content[place]:
                self.words.setdefault(token.stem, []).append(place)
                self.groups.update(dict.fromkeys(groups_of(token.stem), place))

    def has(self, word: str) -> bool:
        """Whether a stem is there, or one of its meaning."""
        return word in self.words or not groups_of(word).isdisjoint(self.groups)

    def places(self, word: str) -> Sequence[int]:
        """Where a stem is, or else one of its meaning."""
        if word in self.words:
            return self.words[word]
        return sorted({self.groups[one] for one in groups_of(word) if one in self.groups})

    def share(self, words: Sequence[str], rarity: Mapping[str, float]) -> float:
        """How much of some words is there, rarer ones for more."""
        total = sum(rarity.get(one, 1.0) for one in words)
        told = sum(
            rarity.get(one, 1.0) * (1.0 if one in self.words else SYNONYM * self.has(one))
            for one in words
        )
        return told / total if total else 0.0

    def is_plain(self, place: int) -> bool:
        """Whether nothing is near a word that denies it, makes little of it or leaves it open."""
        near = range(max(0, place - BEFORE), min(len(self.tokens), place + AFTER))
        if any(self.denials[at] in _DENYING for at in near):
            return False
        if any(self.tokens[at].lower in AS_IT_IS for at in near) or self._is_turned(place):
            return False
        earlier = self.tokens[max(0, place - OPEN) : place]
        if any(token.lower in _LEFT_OPEN for token in earlier):
            return False
        return self.sentence.reading.denied[place] != DENIED

    def _is_turned(self, place: int) -> bool:
        """Whether a thing is made into another one: `turns products into sums`."""
        earlier = self.tokens[max(0, place - 2) : place]
        later = self.tokens[place + 1 : place + AFTER]
        return any(token.lower in _TURNING for token in earlier) and any(
            token.lower in ("into", "with", "by") for token in later
        )


AS_IT_IS = word_set("intact unchanged untouched unaffected unaltered unmodified")
"""Words for what is not harmed or changed."""

_TURNING = word_set(
    "turn turns turning turned convert converts converting converted swap swaps swapping swapped"
)
_DENYING = frozenset(("plain", "scant", "instead", "avoiding"))
_LEFT_OPEN = word_set("if whether unless how why what which")
