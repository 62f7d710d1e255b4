"""The names in a text, and whether the source has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from akira_cli.core.evidence.acronyms import ALWAYS_KNOWN, demonyms, expansions
from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.ordinary import is_ordinary
from akira_cli.core.evidence.polarity import is_light
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import STARTERS

_CHUNK = Pattern(r"[^\W_]+(?:[-‐‑'’/.+&_^][^\W_]+)*\+{0,2}")
_PIECES = Pattern(r"[^\W_]+")
_FORMULA = Pattern(r"[a-zA-Z]?[=<>^_]|\\[a-z]+")
_POSSESSIVE = Pattern(r"['’]s$")
_PARTING = Pattern(r"[-‐‑/'’]")
_DIMENSIONS = Pattern(r"\d[A-Z]{1,3}")
_STARTS = ".?!:;•—–|"
LONGEST = 4
_READABLE = 60
"""Characters of a name that is told, and compared with others."""


class Name(NamedTuple):
    """A name in a text: `text[start:end]`; `first` when it begins a sentence."""

    text: str
    start: int
    end: int
    first: bool


def names_in(text: str) -> Iterator[Name]:
    """What is written like a name: with capitals or figures inside, or capitalised mid-sentence."""
    titled = _is_title_case(text)
    for found in _CHUNK.finditer(text):
        chunk = found[0]
        if chunk.islower() and chunk.isalpha():
            continue
        chunk = _POSSESSIVE.compiled.sub("", chunk)
        first = _begins(text, found.start())
        if _looks_named(chunk, first=first or titled):
            yield Name(chunk, found.start(), found.start() + len(chunk), first)


def _looks_named(chunk: str, *, first: bool) -> bool:
    if chunk.isdigit():
        return False
    parts = _PARTING.compiled.split(chunk)
    if any(_is_marked(part) for part in parts):
        return True
    if chunk in STARTERS or is_light(chunk.lower()):
        return False
    if not any(part[:1].isupper() for part in parts):
        return False
    return not first or not all(is_ordinary(part.lower()) for part in parts)


def _is_marked(part: str) -> bool:
    """Whether a part has a capital or a figure beside letters, so that it is no plain word."""
    if len(part) < 2 or part[:1].isdigit():
        return _DIMENSIONS.fullmatch(part) is not None
    figures = any(char.isdigit() for char in part)
    return figures or not part[1:].islower()


def _is_title_case(text: str) -> bool:
    words: list[str] = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    if len(words) < 4 or len(words) > 30:
        return False
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - 6) : start].rstrip(" \n\t\"'“‘«([*_#>")
    return not before or before[-1] in _STARTS or not text[:start].strip()


class Vocabulary:
    """The words of a source, as names are looked up in them."""

    def __init__(self, texts: Sequence[str], tokens: Sequence[Sequence[Token]]) -> None:
        self._texts = texts
        self._tokens = tokens

    @cached_property
    def pieces(self) -> list[list[str]]:
        return [_PIECES.findall(_folded(text)) for text in self._texts]

    @cached_property
    def joined(self) -> frozenset[str]:
        """Up to four words of the source in a row, in lower case and without what parts them."""
        return frozenset(
            "".join(row[start : start + length])
            for row in self.pieces
            for start in range(len(row))
            for length in range(1, LONGEST + 1)
        )

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word for row in self.pieces for word in row)

    @cached_property
    def capitalised(self) -> frozenset[str]:
        return frozenset(
            token.lower for row in self._tokens for token in row if token.text[:1].isupper()
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(token.stem for row in self._tokens for token in row)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The first letters of up to six words in a row, with and without the small ones."""
        found: set[str] = set()
        for row in self.pieces:
            for words in (row, [word for word in row if word not in _SMALL]):
                letters = "".join(word[0] for word in words)
                for length in range(2, 7):
                    found.update(
                        letters[start : start + length]
                        for start in range(len(letters) - length + 1)
                    )
        return frozenset(found)

    @cached_property
    def phrases(self) -> frozenset[tuple[str, ...]]:
        """Up to four stems in a row."""
        return frozenset(
            tuple(token.stem for token in row[start : start + length])
            for row in self._tokens
            for start in range(len(row))
            for length in range(1, LONGEST + 1)
        )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What is written like a name in the source, each once."""
        return tuple(dict.fromkeys(name.text for text in self._texts for name in names_in(text)))

    @cached_property
    def _own_names(self) -> frozenset[str]:
        return frozenset(map(_folded, self.names))

    def has(self, name: str) -> bool:
        """Whether the source has a name, spelled or shortened in whichever way."""
        folded = _folded(name)
        whole = "".join(_PIECES.findall(folded))
        if self._has_whole(whole) or self._stands_for(whole):
            return True
        parts = _parts(folded)
        if folded in self._own_names or (
            name.isalpha() and name.isupper() and self._is_numbered(folded)
        ):
            return True
        if len(parts) == 1:
            return self._has_part(parts[0])
        return all(self._has_part(part) or (is_ordinary(part) and part.isalpha()) for part in parts)

    def _is_numbered(self, short: str) -> bool:
        """Whether the source has a short form with figures behind: `ISIC` in `ISIC2018`."""
        size = len(short)
        return size > 2 and any(
            word.startswith(short) and word[size:].isdigit() for word in self.words
        )

    def has_whole(self, written: str) -> bool:
        """Whether a word of the source is spelled so, but for case and hyphens."""
        squashed = "".join(_PIECES.findall(_folded(written)))
        return squashed in self.words or squashed in self._squashed

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The names in capitals alone, in lower case and without a plural's `s`."""
        return frozenset(
            name.rstrip("s").lower() for name in self.names if name.rstrip("s").isupper()
        )

    @cached_property
    def _squashed(self) -> frozenset[str]:
        return frozenset("".join(_PIECES.findall(_folded(name))) for name in self.names)

    def _has_whole(self, squashed: str) -> bool:
        if squashed in self.joined or squashed in ALWAYS_KNOWN:
            return True
        return (
            squashed.endswith("s") and squashed[:-1] in self.joined
        ) or squashed + "s" in self.joined

    def _has_part(self, part: str) -> bool:
        if self._has_whole(part) or stem(part) in self.stems:
            return True
        singular = part[:-1] if part.endswith("s") and part not in expansions() else part
        if self._stands_for(singular):
            return True
        if not demonyms().get(part, frozenset()).isdisjoint(self.words):
            return True
        return part.isalpha() and len(part) > 4 and self._has_form_of(part)

    def _has_form_of(self, part: str) -> bool:
        """`Cuban` for `Cuba`, `Bayes` for `Bayesian`: the same but for an ending."""
        kept = part[: max(4, len(part) - 3)]
        return any(
            word.startswith(kept) and abs(len(word) - len(part)) <= 3 and word.isalpha()
            for word in self.capitalised
        )

    def _stands_for(self, short: str) -> bool:
        if short[:1] == "p" and short[1:].isdigit() and "percentil" in self.stems:
            return True
        known = expansions().get(short)
        if known is not None and any(self._has_phrase(phrase) for phrase in known):
            return True
        return known is None and 2 <= len(short) <= 6 and short in self.initials

    def _has_phrase(self, phrase: tuple[str, ...]) -> bool:
        if len(phrase) > LONGEST:
            return f" {' '.join(phrase)} " in self._in_stems
        return phrase in self.phrases or "".join(phrase) in self.joined

    @cached_property
    def _in_stems(self) -> str:
        return " . ".join(f" {' '.join(token.stem for token in row)} " for row in self._tokens)

    def is_expanded(self, words: Sequence[str]) -> bool:
        """Whether the source has the short form of words written out, `GAN` or `NLP`."""
        stems = tuple(stem(word) for word in words)
        return any(
            stems[: len(phrase)] == phrase and (short in self.words or short + "s" in self.words)
            for short, phrases in expansions().items()
            for phrase in phrases
            if len(phrase) > 1
        )


_SMALL = frozenset(("and", "of", "the", "for", "in", "to", "a", "an", "on", "with", "from", "by"))


def name_problems(text: str, vocabulary: Vocabulary, taken: frozenset[int]) -> Iterator[Problem]:
    """The names of `text` that the source has in no form; `taken` are the places of numbers."""
    for name in names_in(text):
        if name.start in taken or _FORMULA.search(name.text):
            continue
        if vocabulary.has(name.text) or _is_spelled_out(text, name, vocabulary):
            continue
        if _is_half_of_one(text, name, vocabulary):
            continue
        if name.first and _is_no_name(text, name):
            continue
        yield Problem("name-not-in-source", name.text, name.start, name.end, _why(name, vocabulary))


def _is_spelled_out(text: str, name: Name, vocabulary: Vocabulary) -> bool:
    """Whether the capitalised words around spell out a short form of the source."""
    around = list(_PIECES.finditer(text, max(0, name.start - 60), name.end + 60))
    at = next((place for place, found in enumerate(around) if found.start() >= name.start), None)
    if at is None:
        return False
    words = [found[0].lower() for found in around]
    if _is_acronym_of(words, at, vocabulary):
        return True
    return any(
        vocabulary.is_expanded([found[0].lower() for found in around[start : start + LONGEST]])
        for start in range(max(0, at - LONGEST + 1), at + 1)
    )


def _is_acronym_of(words: Sequence[str], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the source has the first letters of three to five words in a row: `GBDT`."""
    return any(
        "".join(word[0] for word in words[start : start + length]) in vocabulary.acronyms
        for length in (3, 4, 5)
        for start in range(max(0, at - length + 1), at + 1)
        if start + length <= len(words)
    )


def _is_half_of_one(text: str, name: Name, vocabulary: Vocabulary) -> bool:
    """Whether the source has the name with the word before or after it as one: `Image Net`."""
    before = _PIECES.findall(text[max(0, name.start - 30) : name.start])[-1:]
    after = _PIECES.findall(text[name.end : name.end + 30])[:1]
    around = ((*before, name.text), (name.text, *after), (*before, name.text, *after))
    return any(len(words) > 1 and vocabulary.has_whole("".join(words)) for words in around)


def _is_no_name(text: str, name: Name) -> bool:
    """Whether a capitalised word owes its capital to the sentence that it begins.

    A country, a language or what `outperforms` is a name all the same.
    """
    parts = [part for part in _PARTING.compiled.split(name.text) if part]
    if not all(part.isalpha() and (part[1:].islower() or len(part) == 1) for part in parts):
        return False
    return name.text.lower() not in demonyms() and not _ACTS.match(text, name.end)


_ACTS = Pattern(r"\s+(?:outperforms|beats|surpasses|wins|scores|reaches|achieves|attains|gets)\b")


def _why(name: Name, vocabulary: Vocabulary) -> str:
    if len(name.text) > _READABLE:
        return "no such name in the source"
    others = (other for other in vocabulary.names if len(other) <= _READABLE)
    nearest = max(others, key=lambda other: _likeness(name.text, other), default="")
    if _likeness(name.text, nearest) >= 0.5:
        return f"no '{name.text}' in the source; it has '{nearest}'"
    return f"no '{name.text}' in the source"


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio()


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(
        char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
    ).lower()


def _parts(folded: str) -> list[str]:
    """The words of a name; a figure or a single letter belongs to the word before it."""
    parts: list[str] = []
    for piece in _PIECES.findall(folded):
        figure = len(piece) == 1 or not piece.isalpha()
        if parts and figure and parts[-1] not in _SMALL:
            parts[-1] += piece
        else:
            parts.append(piece)
    return parts
