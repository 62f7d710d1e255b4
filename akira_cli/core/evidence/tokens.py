"""A text as words with their places and stems."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from akira_cli.core.sentences import split_sentences, word_set

_WORD = re.compile(r"\d+(?:[.,]\d+)+|n['’]t\b|[^\W_]+?(?=n['’]t\b)|[^\W_]+|[,;:()\[\]%–—]")
_VOWELS = frozenset("aeiouy")
_UNCHANGED = word_set(
    "less unless across bias gas news series this thus plus various analysis basis always "
    "perhaps previous speed need feed seed embed bed red shed indeed exceed succeed proceed "
    "thing nothing anything something everything during string king ring bring spring wing sing "
    "wed its his as is was has does us yes axis consensus focus corpus status virus loss process "
    "access class cross mass pass hundred only early family likely"
)
_SHORTENED = (
    ("ization", "is"),
    ("isation", "is"),
    ("ising", "is"),
    ("ised", "is"),
    ("ises", "is"),
    ("ise", "is"),
    ("izing", "is"),
    ("ized", "is"),
    ("izes", "is"),
    ("ize", "is"),
    ("ations", "at"),
    ("ation", "at"),
    ("ating", "at"),
    ("ated", "at"),
    ("ates", "at"),
    ("ements", ""),
    ("ement", ""),
    ("ments", ""),
    ("ment", ""),
    ("iness", ""),
    ("ness", ""),
    ("ions", ""),
    ("ion", ""),
    ("ings", ""),
    ("ing", ""),
    ("ied", ""),
    ("ies", ""),
    ("edly", ""),
    ("ed", ""),
    ("ily", ""),
    ("ly", ""),
    ("sses", "ss"),
    ("es", ""),
    ("s", ""),
    ("e", ""),
    ("y", ""),
)


class Token(NamedTuple):
    """A word, a part of a hyphenated one, or a mark that ends a clause.

    `start` and `end` are characters of the text; `joined` says that a hyphen or a slash alone
    stands before it.
    """

    text: str
    start: int
    end: int
    lower: str
    stem: str
    joined: bool


class Sentence(NamedTuple):
    """A sentence and its place in the text, in characters."""

    text: str
    start: int
    end: int


def tokens_of(text: str, offset: int = 0) -> list[Token]:
    """The words of `text` in order; `offset` is added to their places."""
    tokens: list[Token] = []
    last = -2
    for found in _WORD.finditer(text):
        word, start, end = found[0], found.start(), found.end()
        lower = word.lower()
        joined = start == last + 1 and text[last] in "-‐‑/"
        tokens.append(Token(word, start + offset, end + offset, lower, stem(lower), joined))
        last = end
    return tokens


def sentences_of(text: str) -> list[Sentence]:
    """The sentences of `text` with their places: white space is not lost in between."""
    found: list[Sentence] = []
    place = 0
    for sentence in split_sentences(text):
        start = -1
        for word in sentence.split():
            at = text.find(word, place)
            start = at if start < 0 else start
            place = at + len(word)
        found.append(Sentence(text[start:place], start, place))
    return found


@lru_cache(maxsize=50_000)
def stem(lower: str) -> str:
    """What the forms of a word have in common: `improv` for `improves` and `improvement`.

    A few endings off, so that a wrong stem costs a match and no more.
    """
    if len(lower) < 4 or lower in _UNCHANGED or not lower.isalpha():
        return lower
    for ending, instead in _SHORTENED:
        if lower.endswith(ending):
            kept = lower[: -len(ending)] + instead
            if len(kept) >= 3 and not _VOWELS.isdisjoint(kept):
                return _root(_one_spelling(_single(kept, ending)))
    return _root(_one_spelling(_single(lower, "")))


def _root(kept: str) -> str:
    """`adapt` for `adaptat`, and `gener` for all of `generate` and `generation`."""
    return kept[:-2] if len(kept) > 6 and kept.endswith("at") else kept


_SPELLINGS = (("our", "or"), ("tr", "ter"), ("enc", "ens"), ("ogu", "og"))
"""British endings, as they are once `e` is off, and the American ones."""


def _one_spelling(kept: str) -> str:
    for british, american in _SPELLINGS:
        if kept.endswith(british) and len(kept) > 5:
            return kept[: -len(british)] + american
    return kept


def _single(kept: str, ending: str) -> str:
    """`plan` for `plann`, and for `infere` what `infer` has; `ss` and `ll` stay as they are."""
    if ending == "s" and kept.endswith("s"):
        return kept + "s"
    if ending[:2] in ("in", "ed") and kept[-1] == kept[-2] and kept[-1] not in "slz":
        return kept[:-1]
    if kept.endswith("ll") and len(kept) > 5:
        return kept[:-1]
    if ending in ("s", "ments", "ment", "ing") and kept[-1] in "ey" and len(kept) > 3:
        return kept[:-1]
    return kept
