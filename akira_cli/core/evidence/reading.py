"""A source and a text about it, taken apart once for all the checks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from akira_cli.core.evidence.of_claims.claims import Claims
from akira_cli.core.evidence.of_claims.measured import measured_mentions
from akira_cli.core.evidence.of_claims.mentions import Mention
from akira_cli.core.evidence.of_claims.ordered import Row, ordered_rows
from akira_cli.core.evidence.of_names.name_places import Slot, slots_of
from akira_cli.core.evidence.of_names.names import Name, Vocabulary
from akira_cli.core.evidence.of_numbers.exchanged import Bound, bound_names
from akira_cli.core.evidence.of_numbers.numbers import Quantity, plain_signs, quantities
from akira_cli.core.evidence.of_numbers.told_otherwise import kinds_told
from akira_cli.core.evidence.tokens import Sentence, Token, sentences_of, tokens_of

_ITEM = re.compile(r", (?:and |or )?| and | or | as well as | & ")
_AND_ONE = re.compile(r"[^.,;]{1,60}?\band (?:one\b|an? |[A-Z])")
_CLAUSE = re.compile(r"[;:.()]")
_NUMBERED = re.compile(r"\((?:[ivx]+|\d|[a-f])\)|\b\d\)")
WORDS = 200
"""How many words of a sentence are compared: a longer one is a list or no sentence at all."""


class Text:
    """A text with its sentences, words and numbers; LaTeX's signs are made plain in place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain_signs(text)

    @cached_property
    def sentences(self) -> list[Sentence]:
        return sentences_of(self.plain)

    @cached_property
    def tokens(self) -> list[list[Token]]:
        """The words sentence by sentence, with their places in the text."""
        return [tokens_of(one.text, one.start) for one in self.sentences]

    @cached_property
    def quantities(self) -> list[Quantity]:
        return quantities(self.plain)

    @cached_property
    def by_sentence(self) -> list[list[Quantity]]:
        """The numbers sentence by sentence; their places are in the sentence."""
        rows: list[list[Quantity]] = [[] for _ in self.sentences]
        ends = [one.end for one in self.sentences]
        for one in self.quantities:
            row = min(bisect_left(ends, one.end), len(rows) - 1)
            offset = self.sentences[row].start
            rows[row].append(one._replace(start=one.start - offset, end=one.end - offset))
        return rows

    @cached_property
    def number_places(self) -> frozenset[int]:
        return frozenset(place for one in self.quantities for place in range(one.start, one.end))


class Source:
    """What a text may rest on: title, abstract, article text, captions."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = tuple(Text(text) for text in texts if text.strip())

    @cached_property
    def sentences(self) -> list[str]:
        return [one.text for text in self.texts for one in text.sentences]

    @cached_property
    def _running(self) -> str:
        return " ".join(" ".join(text.plain for text in self.texts).split())

    def has_verbatim(self, sentence: str) -> bool:
        """Whether a sentence stands in the source word for word."""
        words = " ".join(sentence.split())
        start = self._running.find(words) if words else -1
        before = self._running[max(0, start - 1) : start]
        after = self._running[start + len(words) :][:1]
        return start >= 0 and not (before.isalnum() or after.isalnum())

    @cached_property
    def tokens(self) -> list[list[Token]]:
        return [tokens for text in self.texts for tokens in text.tokens]

    @cached_property
    def quantities(self) -> list[list[Quantity]]:
        """The numbers sentence by sentence."""
        return [row for text in self.texts for row in text.by_sentence]

    @cached_property
    def bound_names(self) -> list[Bound]:
        """The names that numbers lead to, of each sentence with two or more."""
        rows = zip(self.sentences, self.quantities, strict=True)
        bound = (bound_names(sentence, found) for sentence, found in rows if len(found) > 1)
        return [one for one in bound if len(one) > 1]

    @cached_property
    def slots(self) -> dict[Slot, list[Name]]:
        """The names by the words around them."""
        found: dict[Slot, list[Name]] = {}
        for text in self.texts:
            for slot, names in slots_of(text.plain).items():
                found.setdefault(slot, []).extend(names)
        return found

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary([text.plain for text in self.texts], self.tokens)

    @cached_property
    def claims(self) -> Claims:
        return Claims([row[:WORDS] for row in self.tokens], list(self._compared()))

    @cached_property
    def ordered(self) -> list[Row]:
        """The sentences with things in an order, `X before Y`, and these."""
        return ordered_rows([row[:WORDS] for row in self.tokens], self.claims.background)

    @cached_property
    def one_more(self) -> frozenset[int]:
        """The counts that a further thing is added to: `two hospitals in A and one in B` is 3."""
        return frozenset(
            int(one.value) + 1
            for sentence, found in zip(self.sentences, self.quantities, strict=True)
            for one in found
            if one.form == "plain" and one.value < 12 and _AND_ONE.match(sentence, one.end)
        )

    @cached_property
    def kinds_told(self) -> frozenset[tuple[str, int]]:
        """The things of which a sentence tells several kinds, by their stems, and how many."""
        return kinds_told(row[:WORDS] for row in self.tokens)

    def has_word(self, written: str) -> bool:
        """Whether a word is spelled so, but for case and hyphens."""
        return self.vocabulary.has_whole(written)

    def _compared(self) -> Iterator[Mention]:
        number = 0
        for text in self.texts:
            starts = [one.start for one in text.quantities]
            for sentence, tokens in zip(text.sentences, text.tokens, strict=True):
                first, end = (bisect_left(starts, at) for at in (sentence.start, sentence.end))
                found = text.quantities[first:end]
                read = tokens[:WORDS]
                found = [one for one in found if one.end <= read[-1].end] if read else []
                yield from measured_mentions(text.plain, read, found, number)
                number += 1

    @cached_property
    def list_lengths(self) -> frozenset[int]:
        """How many things are listed, for each list: `A, B and C` is three."""
        lengths: set[int] = set()
        for sentence in self.sentences:
            lengths.add(len(_NUMBERED.findall(sentence)))
            for clause in _CLAUSE.split(sentence):
                lengths.update(range(2, len(_ITEM.findall(clause)) + 2))
        return frozenset(lengths)


def read_source(texts: Sequence[str]) -> Source:
    """A source from its parts, read once for all the texts about it."""
    return Source(texts)


def read_text(text: str) -> Text:
    """A text to check."""
    return Text(text)
