"""Turns of speech with a number that counts nothing: think twice, 24/7, the low 80s."""

from __future__ import annotations

import re

from akira_cli.core.patterns import Pattern

_IDIOM = Pattern(
    r"\b(?:worth a thousand words|(?:million|billion|64,000)[- ]dollar question|24/7"
    r"|think(?:ing)? twice|once or twice|half the (?:battle|story|picture|fun)"
    r"|half[- ](?:precision|life|baked|hearted)|(?:two|three) birds|one in a million"
    r"|sixes and sevens|fifty-fifty|50[-/]50|ten a penny|nine to five|a thousand cuts)\b"
    r"|(?<=[a-z]) 101\b(?=\s*[:.,;!?](?!\d)|$)"
    r"|\b(?:the|low|mid|high|upper|lower|early|late)[\s-]+\d{1,3}0s\b(?!\s*per\b)",
    re.IGNORECASE,
)


_IN_IDIOMS = (
    *("thousand", "dollar", "24/7", "twice", "half", "birds", "million", "sixes", "fifty", "50"),
    *("penny", "nine to", " 101", "0s", "once or"),
)


def places_of_idioms(text: str) -> set[int]:
    """The characters of `text` in which a number is no claim."""
    lower = text.lower()
    if not any(word in lower for word in _IN_IDIOMS):
        return set()
    return {place for found in _IDIOM.finditer(text) for place in range(*found.span())}
