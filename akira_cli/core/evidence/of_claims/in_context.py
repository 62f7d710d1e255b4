"""A sentence beside a source: which words of the two stand in the same surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.claims import Claims
from akira_cli.core.evidence.of_claims.mentions import Mention, Reading, read_sentence
from akira_cli.core.evidence.of_claims.standing import Standing, standing
from akira_cli.core.evidence.of_claims.verdicts import Verdict, verdicts
from akira_cli.core.evidence.of_words.polarity import AFFIRMED, DENIED
from akira_cli.core.evidence.synonyms import groups_of, same_meaning
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

NEAR, FAR = 5, 12
"""How many words away something is near, and from where on it does not count."""

SYNONYM, SAME_NOUN, SAME_WORD = 0.35, 0.8, 0.8
BESIDE = 0.4
"""What more agrees when the same word follows."""

UNWORDED = 0.4
"""What more must agree for a comparison that the source makes by two numbers alone."""

SHOWN = 4
"""How many words on either side are shown of what the source says."""


class Match(NamedTuple):
    """A word of the source that a word of the text may rest on, and how much around them agrees:
    about the number of words that the surroundings have in common."""

    mention: Mention
    agreement: float


class InContext:
    """A sentence of a text with the claims of a source."""

    def __init__(self, tokens: Sequence[Token], source: Claims) -> None:
        self.reading = read_sentence(tokens, 0)
        self.source = source
        self._standings: dict[int, Standing] = {}
        self._around: dict[int, list[tuple[str, float]]] = {}

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """Who the sentence says is better than whom."""
        return list(verdicts(self.reading, self.source.coined))

    def best(self, mention: Mention, others: Iterable[Mention]) -> Match | None:
        """The one of `others` whose surroundings are most like those of `mention`."""
        matches = (Match(other, self.agreement(mention, other)) for other in others)
        return max(matches, key=lambda match: match.agreement, default=None)

    def shares(self, mention: Mention) -> list[float]:
        """How much each sentence of the source has of the clause of a mention."""
        words = self.clause_of(mention.place)
        return [
            sum(self._worth(word, weight, number) for word, weight in words.items())
            for number in range(len(self.source.readings))
        ]

    def _worth(self, word: str, weight: float, number: int) -> float:
        if word in self.source.places[number]:
            return weight * self.source.weights.get(word, 1.0)
        return SYNONYM * (not groups_of(word).isdisjoint(self.source.groups[number]))

    def clause_of(self, place: int) -> dict[str, float]:
        """The words of the clause around a place, names and numbers for more."""
        tokens, content = self.reading.tokens, self.reading.content
        first = last = place
        while first and not _divides(tokens, first - 1):
            first -= 1
        while last + 1 < len(tokens) and not _divides(tokens, last + 1):
            last += 1
        return {
            tokens[at].stem: 1.0 if tokens[at].text.islower() else 1.6
            for at in range(first, last + 1)
            if content[at] and at != place
        }

    def standing(self, mention: Mention) -> Standing:
        """Who a word of the sentence says is better: the work itself or others."""
        known = self._standings.get(mention.place)
        if known is None:
            known = standing(self.reading.tokens, mention, self.source.titled_names)
            self._standings[mention.place] = known
        return known

    def beside(self, mention: Mention, other: Mention) -> bool:
        """Whether two words have a word right before them in common, or one right after."""
        mine = _beside(self.reading, mention.place)
        theirs = _beside(self.source.readings[other.sentence], other.place)
        return any(
            same_meaning(one, another)
            for here, there in zip(mine, theirs, strict=True)
            for one in here
            for another in there
        )

    def near(self, mention: Mention, other: Mention) -> bool:
        """Whether two words have a word beside them in common, on whichever side."""
        mine = chain(*_beside(self.reading, mention.place))
        theirs = list(chain(*_beside(self.source.readings[other.sentence], other.place)))
        return any(same_meaning(one, another) for one in mine for another in theirs)

    def sides(self, mention: Mention, other: Mention) -> int:
        """1 when the same stands before and after two comparisons, -1 when it is exchanged, 0
        when the words do not tell."""
        left, right = _sides(self.reading, mention.place)
        before, after = _sides(self.source.readings[other.sentence], other.place)
        straight = len(left & before), len(right & after)
        crossed = len(left & after), len(right & before)
        if all(crossed) and sum(crossed) > sum(straight) + 1:
            return -1
        return int(all(straight) and sum(straight) > sum(crossed) + 1)

    def on_sides(self, mention: Mention, other: Mention) -> tuple[int, int]:
        """How many words stand on the same sides of two comparisons, and how many on the other."""
        left, right = _sides(self.reading, mention.place)
        before, after = _sides(self.source.readings[other.sentence], other.place)
        straight = len(left & before) + len(right & after)
        return straight, len(left & after) + len(right & before)

    def says_any(self, words: frozenset[str]) -> bool:
        """Whether the sentence has one of these stems."""
        return any(token.stem in words for token in self.reading.tokens)

    def says_both(self, word: str) -> bool:
        """Whether the sentence both affirms and denies a stem."""
        signs = {one.polarity for one in self.reading.mentions if one.token.stem == word}
        return {AFFIRMED, DENIED} <= signs

    def shown(self, number: int, place: int) -> str:
        """The words of the source around a place in one of its sentences, in quotes."""
        return quoted(self.source.readings[number].tokens, place - SHOWN, place + SHOWN + 1)

    def agreement(self, mention: Mention, other: Mention) -> float:
        """How much around two words agrees: about the number of words they have in common."""
        total = SAME_NOUN * bool(mention.noun and mention.noun == other.noun)
        total -= UNWORDED * other.token.lower[0].isdigit()
        total += SAME_WORD * (mention.token.stem == other.token.stem)
        total += BESIDE * self._same_after(mention.place, other)
        share = self._share
        return total + sum(share(word, other) * near for word, near in self._words_by(mention))

    def _words_by(self, mention: Mention) -> list[tuple[str, float]]:
        """The words around a mention, with what they count by how near they are."""
        place = mention.place
        if place not in self._around:
            tokens, content = self.reading.tokens, self.reading.content
            self._around[place] = [
                (tokens[at].stem, 1.0 if abs(at - place) <= NEAR else 0.5)
                for at in range(max(0, place - FAR), min(len(tokens), place + FAR + 1))
                if content[at] and tokens[at].stem != mention.token.stem
            ]
        return self._around[place]

    def _same_after(self, place: int, other: Mention) -> bool:
        """Whether the word right after is the same."""
        there = self.source.readings[other.sentence].tokens[other.place + 1 : other.place + 2]
        here = self.reading.tokens[place + 1 : place + 2]
        return bool(here and there) and here[0].stem == there[0].stem and here[0].text.isalnum()

    def _share(self, word: str, other: Mention) -> float:
        """What a word near a mention counts when it is in the other's sentence, too."""
        places = self.source.places[other.sentence].get(word)
        if places:
            away = min(abs(at - other.place) for at in places)
            near = 1.0 if away <= NEAR else 0.6 if away <= FAR else 0.35
            return self.source.weights.get(word, 1.0) * near
        if not groups_of(word).isdisjoint(self.source.groups[other.sentence]):
            return SYNONYM
        return 0.0


def quoted(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words from one place to another as they stood, in quotes."""
    words = ""
    for token in tokens[max(0, first) : last]:
        close = token.joined or token.lower in ",;:)]%" or token.lower.startswith(("n'", "n’"))
        words += ("-" if token.joined else "" if close or not words else " ") + token.text
    return f"'{words.strip(',;: ')}'"


def _sides(reading: Reading, place: int) -> tuple[frozenset[str], frozenset[str]]:
    """The words that stand only before, and only after, a comparison in its part of a sentence."""
    tokens, content = reading.tokens, reading.content
    first, last = place, place
    while first and place - first < FAR and not _divides(tokens, first - 1):
        first -= 1
    while last + 1 < len(tokens) and last - place < FAR and not _divides(tokens, last + 1):
        last += 1
    left = frozenset(tokens[at].stem for at in range(first, place) if content[at])
    right = frozenset(tokens[at].stem for at in range(place + 1, last + 1) if content[at])
    return left - right, right - left


def _divides(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].lower in _DIVIDING


_DIVIDING = word_set(", ; : ( ) but while whereas although though and")


def _beside(reading: Reading, place: int) -> tuple[list[str], list[str]]:
    """The nearest word that says something before, and the nearest two after."""
    tokens, content = reading.tokens, reading.content
    before = [tokens[at].stem for at in range(place - 1, max(-1, place - 4), -1) if content[at]]
    after = [tokens[at].stem for at in range(place + 1, min(len(tokens), place + 5)) if content[at]]
    return before[:1], after[:2]
