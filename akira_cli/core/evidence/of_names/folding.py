"""The plain letters of a text, by which names are compared."""

from __future__ import annotations

import unicodedata

from akira_cli.core.patterns import Pattern


def folded(text: str) -> str:
    """In lower case, without accents, Greek letters by their names and `U.S.` without points."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(_latin(char) for char in plain if not unicodedata.combining(char))
    return _POINTED.compiled.sub(lambda found: found[0].replace(".", ""), text.lower())


_POINTED = Pattern(r"\b(?:[a-z]\.){2,}")
_GREEK = range(0x370, 0x400)


def _latin(char: str) -> str:
    if ord(char) not in _GREEK:
        return char
    return unicodedata.name(char, char).rpartition(" ")[2].lower()
