"""What arXiv's fields say, as words: pure functions on text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_DIRECTION_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

_NOUN = r"(?:paper|article|submission|manuscript|work|preprint|e-?print|report|note|version)"
_ELSEWHERE = r"(?!(?:\s+by\s+[\w ]{1,40}?)?\s+from\s+(?!(?:the\s+)?arxiv))"
_WITHDRAWN = re.compile(
    rf"""
      (?:^|[.;]\s+|:\s+) this\s+{_NOUN} (?:\s+\([^)]*\))?
      \s+ (?:has\s+(?:now\s+)?been|is(?:\s+being)?|was)
      \s+ (?:\w+ly\s+|hereby\s+)? withdrawn \b {_ELSEWHERE}
    | ^(?:the|our)\s+{_NOUN}\s+(?:has\s+been|is|was)\s+withdrawn\b {_ELSEWHERE}
    | ^(?:the\s+)?(?:authors?|we|i)\s+(?:(?:has|have)\s+)?with(?:draw|draws|drew|drawn)
      \s+(?:this|the|our)\s+{_NOUN}\b {_ELSEWHERE}
    | ^(?:{_NOUN}\s+)?withdrawn
      (?=\s*[.,;:(]|\s*$|\s+(?:by|due|because|as|since|for|pending|owing|until)\b) {_ELSEWHERE}
    """,
    re.VERBOSE | re.IGNORECASE,
)


def plain(text: str | None) -> str:
    """One line without control characters and without those that turn the reading direction."""
    kept = (
        character
        for character in text or ""
        if character.isspace()
        or not (unicodedata.category(character) == "Cc" or character in _DIRECTION_CONTROLS)
    )
    return " ".join("".join(kept).split())


def people(names: Iterable[str]) -> tuple[str, ...]:
    """Authors' names, without the colon that arXiv puts after a collaboration's.

    "The X Collaboration: A. Author" comes as three names, the second one only a colon.
    """
    cleaned = (plain(name).strip(" :;,") for name in names)
    return tuple(name for name in cleaned if any(character.isalpha() for character in name))


def withdrawal(comment: str, abstract: str) -> str | None:
    """Why the authors withdrew the paper, in their words, or None when they did not.

    There is no field for it, only what the comment says, or for older papers the beginning
    of the abstract: https://info.arxiv.org/help/withdraw.html. A paper withdrawn *from* a
    conference is not withdrawn.
    """
    said = _WITHDRAWN.search(comment)
    if said:
        return comment[said.start() :].lstrip(".;: ")
    if _WITHDRAWN.match(abstract):
        return re.split(r"(?<=[\w)]\.)\s+(?=[A-Z])", abstract, maxsplit=1)[0]
    return None
