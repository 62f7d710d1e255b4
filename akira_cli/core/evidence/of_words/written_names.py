"""What is written like a name in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from akira_cli.core.evidence.of_words.ordinary import is_ordinary
from akira_cli.core.evidence.of_words.polarity import is_light
from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import STARTERS

_CHUNK = Pattern(r"[^\W_]+(?:[-‐‑'’/.+&_^][^\W_]+)*\+{0,2}")
_POSSESSIVE = Pattern(r"['’]s$")
PARTING = Pattern(r"[-‐‑/'’]")
_DIMENSIONS = Pattern(r"\d[A-Z]{1,3}")
_STARTS = ".?!:;•—–|"


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


@lru_cache(maxsize=20_000)
def _looks_named(chunk: str, *, first: bool) -> bool:
    if chunk.isdigit():
        return False
    parts = PARTING.compiled.split(chunk)
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
