"""What a model is given to read of an item: somebody else's words, fenced in. Pure."""

from __future__ import annotations

import re
import unicodedata
from binascii import crc32
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from akira_cli.core.items import Item
from akira_cli.core.planted import planted_in, without

LONGEST_TEXT = 12_000
"""Characters of an article that are handed on, some 2,000 words; what follows is left out."""
_LONGEST_FIELD = 6_000
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n\s*\n+")
_FENCES = re.compile(r"<{3,}|>{3,}")
_JOINERS = "\u200c\u200d"
"""Without which Persian is misspelt and emoji fall apart; all else that is unseen goes."""
CUT = "[the rest is left out]"


class Material(NamedTuple):
    """The parts of it with their names, and the passages in them that speak to a model."""

    parts: tuple[tuple[str, str], ...]
    planted: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether it says more than a title."""
        return any(name != "title" for name, _ in self.parts)

    @property
    def evidence(self) -> tuple[str, ...]:
        """What a text about it may rest on: all but the planted passages."""
        return tuple(without(self.planted, text) for _, text in self.parts)


def material_of(item: Item) -> Material:
    """Title, abstract or description, and as much of an article's text as is handed on."""
    description = item.card.description if item.card is not None else ""
    named = (
        ("title", item.title),
        ("abstract", item.abstract),
        ("description", "" if description in item.abstract else description),
        ("text", item.text),
    )
    limits = {"text": LONGEST_TEXT}
    cleaned = ((name, clean(text, limits.get(name, _LONGEST_FIELD))) for name, text in named)
    parts = tuple((name, text) for name, text in cleaned if text)
    planted = (passage for _, text in parts for passage in planted_in(text))
    return Material(parts, tuple(dict.fromkeys(planted)))


_LOOKED_THROUGH = 4


def clean(text: str, longest: int) -> str:
    """The text as one sees it, no longer than that, cut between words."""
    # most characters are seen: of a very long text no more than the beginning is looked through
    seen = "".join(each for each in text[: _LOOKED_THROUGH * longest] if _is_seen(each))
    short = _BLANK_LINES.sub("\n\n", _BLANKS.sub(" ", _FENCES.sub("...", seen))).strip()
    if len(short) <= longest:
        return short
    whole, _, _ = short[:longest].rpartition(" ")
    return f"{whole or short[:longest]} {CUT}"


def _is_seen(character: str) -> bool:
    """Not control characters, marks of direction, tags (with which text can be hidden), halves of
    characters and those without a meaning; but line breaks and tabs."""
    return character in "\n\t" or character in _JOINERS or unicodedata.category(character)[0] != "C"


def fence_for(texts: Iterable[str]) -> str:
    """A word that none of the texts has, and always the same for the same texts."""
    whole = "\n".join(texts)
    tries = (f"{crc32(f'{number} {whole}'.encode()):08X}" for number in count())
    return next(word for word in tries if word not in whole.upper())


def fenced(name: str, parts: Sequence[tuple[str, str]], word: str) -> str:
    """The parts between two lines that nothing in them can be, as `word` is in none of them."""
    inside = "\n\n".join(f"{part}: {text}" for part, text in parts)
    return f"<<<{name} {word}\n{inside}\n{name} {word}>>>"
