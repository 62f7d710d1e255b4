"""What a source says, as words that are affirmed or denied, better or worse, more or less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import islice, pairwise
from math import log

from akira_cli.core.evidence.of_claims.denied_there import Denied, denied_in
from akira_cli.core.evidence.of_claims.mentions import Mention, read_sentence
from akira_cli.core.evidence.of_claims.parties import own_names
from akira_cli.core.evidence.of_claims.scaled import Scaled, scaled
from akira_cli.core.evidence.of_claims.standing import Standing, standing
from akira_cli.core.evidence.of_claims.verdicts import Verdict, told_verdicts
from akira_cli.core.evidence.of_words.cues import Marks, marks
from akira_cli.core.evidence.of_words.polarity import DENIED
from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

_OWN = word_set("we our ours us")
_WORKS = word_set("paper work study article report survey thesis")
_OPENING = 4
"""Before which sentence a source has begun with its own work."""

MOST = 12
"""How many words of a sentence that compare are looked at: one with more is no claim."""

MOST_MEASURED = 100
"""How many comparisons that numbers make are looked at, of a whole source."""

_SAID = word_set("reported assumed believed thought supposedly normally traditionally considered")


def _titled_names(title: Sequence[Token]) -> set[str]:
    """The stems of what looks like a name for what is proposed: `BERT`, or all of `Tern: ...`."""
    colons = [place for place, one in enumerate(title) if one.text == ":"]
    if colons:
        return {one.stem for one in title[: colons[0]] if one.text[0].isupper()}
    return {one.stem for one in title if one.text[1:] != one.text[1:].lower()}


def _says_this(row: Sequence[str]) -> bool:
    return any(one == "this" and other in _WORKS for one, other in pairwise(row))


class Claims:
    """A source as the words it says something with, to be found by stem and by meaning.

    `compared` are what its numbers say without a word.
    """

    def __init__(self, tokens: Sequence[Sequence[Token]], compared: Sequence[Mention] = ()) -> None:
        self.readings = [read_sentence(row, number) for number, row in enumerate(tokens)]
        self._compared = compared
        self._standings: dict[tuple[int, int], Standing] = {}

    @cached_property
    def by_stem(self) -> dict[str, list[Mention]]:
        """The mentions of each stem; a word with a denying prefix is one of its base, denied."""
        found: dict[str, list[Mention]] = {}
        for reading in self.readings:
            for mention in reading.mentions:
                found.setdefault(mention.token.stem, []).append(mention)
                if mention.base:
                    turned = mention._replace(polarity=-mention.polarity)
                    found.setdefault(mention.base, []).append(turned)
        return found

    @cached_property
    def by_group(self) -> dict[int, list[Mention]]:
        """The mentions of each group of words of one meaning."""
        found: dict[int, list[Mention]] = {}
        for word, mentions in self.by_stem.items():
            for group in groups_of(word):
                found.setdefault(group, []).extend(mentions)
        return found

    @cached_property
    def directed(self) -> list[Mention]:
        """The mentions that say what is better or worse, more or less."""
        told = [
            one
            for row in self.readings
            for one in islice((one for one in row.mentions if one.better or one.more), MOST)
        ]
        return [*told, *self._compared[:MOST_MEASURED]]

    @cached_property
    def scaled(self) -> list[Scaled]:
        """What is said to be high or low."""
        return [one for row in self.readings for one in scaled(row)]

    @cached_property
    def background(self) -> frozenset[int]:
        """The sentences that tell of others' work: those before the source's own begins, but for
        the title, and those that tell what is commonly thought."""
        rows = [[token.lower for token in reading.tokens] for reading in self.readings]
        named = self.titled_names
        own = [
            number
            for number, row in enumerate(rows)
            if number
            and (not _OWN.isdisjoint(row) or _says_this(row) or self._has_name(number, named))
        ]
        said = {number for number, row in enumerate(rows) if not _SAID.isdisjoint(row)}
        first = own[0] if own and own[0] <= _OPENING else 2 if len(rows) > _OPENING else 0
        return frozenset(range(1, first)) | (said - set(own))

    def _has_name(self, number: int, names: frozenset[str]) -> bool:
        return any(token.stem in names for token in self.readings[number].tokens)

    @cached_property
    def titled_names(self) -> frozenset[str]:
        """The stems of the name that the title gives the work."""
        return frozenset(_titled_names(self.readings[0].tokens))

    @cached_property
    def standings(self) -> list[Standing]:
        """Who is said to be better, by each word that compares."""
        told = (one for row in self.readings for one in row.mentions if one.better)
        return [one for one in map(self.standing, told) if one]

    def standing(self, mention: Mention) -> Standing:
        """Who a word of the source says is better: the work itself or others."""
        at = mention.sentence, mention.place
        known = self._standings.get(at)
        if known is None:
            tokens = self.readings[mention.sentence].tokens
            known = self._standings[at] = standing(tokens, mention, self.titled_names)
        return known

    @cached_property
    def coined(self) -> frozenset[str]:
        """The stems of the names that the source gives the work."""
        return own_names([reading.tokens for reading in self.readings])

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """Who is better than whom."""
        rows = enumerate(self.readings)
        return [one for at, row in rows for one in told_verdicts(row, self.coined, at)]

    @cached_property
    def marks(self) -> list[Marks]:
        """What each sentence denies, finds bad and needs."""
        return [marks(reading.tokens) for reading in self.readings]

    @cached_property
    def denying(self) -> list[list[Denied]]:
        """What denies, and of what, sentence by sentence."""
        return [denied_in(reading.tokens, reading.content) for reading in self.readings]

    @cached_property
    def rarities(self) -> dict[str, float]:
        """What a stem counts when sentences are compared: more when few of them have it."""
        counts = Counter(word for row in self.places for word in row)
        return {word: log(1 + len(self.places) / count) for word, count in counts.items()}

    def rarity(self, word: str) -> float:
        """As `rarities`, for any stem."""
        return self.rarities.get(word) or log(1 + len(self.places))

    @cached_property
    def weights(self) -> dict[str, float]:
        """What a stem counts when surroundings are compared: less when the source has it often."""
        counts = Counter(
            token.stem
            for reading in self.readings
            for token, content in zip(reading.tokens, reading.content, strict=True)
            if content
        )
        return {word: 1.0 / (1.0 + 0.7 * log(count)) for word, count in counts.items()}

    @cached_property
    def places(self) -> list[dict[str, list[int]]]:
        """Where each stem stands, sentence by sentence."""
        table: list[dict[str, list[int]]] = []
        for reading in self.readings:
            row: dict[str, list[int]] = {}
            for place, token in enumerate(reading.tokens):
                if reading.content[place]:
                    row.setdefault(token.stem, []).append(place)
            table.append(row)
        return table

    @cached_property
    def groups(self) -> list[frozenset[int]]:
        """The groups of words of one meaning that each sentence has words of."""
        return [frozenset().union(*map(groups_of, row)) for row in self.places]

    def same_word(self, word: str) -> list[Mention]:
        """Where the source has a stem, or one of its meaning."""
        mentions = list(self.by_stem.get(word, ()))
        seen = {(one.sentence, one.place) for one in mentions}
        for group in groups_of(word):
            for one in self.by_group.get(group, ()):
                if (one.sentence, one.place) not in seen:
                    seen.add((one.sentence, one.place))
                    mentions.append(one)
        return mentions

    def may_deny(self, word: str) -> bool:
        """Whether the source denies a stem, or one of its meaning, anywhere."""
        return word in self._denied[0] or not groups_of(word).isdisjoint(self._denied[1])

    @cached_property
    def _denied(self) -> tuple[frozenset[str], frozenset[int]]:
        words = frozenset(
            word
            for word, mentions in self.by_stem.items()
            if any(one.polarity == DENIED for one in mentions)
        )
        return words, frozenset().union(*map(groups_of, words))
