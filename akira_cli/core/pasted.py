"""The web address in what was pasted. Pure."""

from __future__ import annotations

import re

from akira_cli.core.addresses import is_web_address
from akira_cli.core.patterns import Pattern

_WHOLE = Pattern(r"https?://[^\s<>\"`\\\x00-\x20\x7f-\x9f]+", re.IGNORECASE)
_CUT_OFF = Pattern(r"[\\\x00-\x08\x0e-\x1f\x7f-\x9f]|[\"`<][^\s\"'`<>)\],.;:!?]")
"""What follows an address that went on with a character no address may have."""
_BARE = Pattern(
    r"(?<![^\s<(\"'\[])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?::[0-9]{1,5})?"
    r"(?:[/?#][^\s<>\"`\\\x00-\x20\x7f-\x9f]*)",
    re.IGNORECASE,
)
_PARTNERS = {")": "(", "]": "[", "}": "{", ">": "<"}
MARKS = ".,;:!?'\"*”’»。、"
"""Punctuation that ends a sentence or a quotation."""


def address_in(text: str) -> str | None:
    """The one web address in a text, with its scheme, or None when there is none or are several.

    Marks that close a sentence or a bracket around it are no part of it, and one that goes on with
    a character that no address may have is none. A host needs no scheme when a path follows it:
    `openreview.net/forum?id=X`.
    """
    if any(_CUT_OFF.match(text, each.end()) for each in _WHOLE.finditer(text)):
        return None  # half an address is that of another page
    found = dict.fromkeys(filter(is_web_address, map(_address, _WHOLE.findall(text))))
    if not found and "://" not in text:
        bare = (f"https://{_address(each)}" for each in _BARE.findall(text))
        found = dict.fromkeys(filter(is_web_address, bare))
    return next(iter(found)) if len(found) == 1 else None


def _address(found: str) -> str:
    address = trimmed(found)
    if "](" in address:  # the text of a Markdown link that is an address itself
        address = trimmed(address[: address.index("](")])
    return address


def trimmed(text: str, marks: str = MARKS) -> str:
    """Without the punctuation of the sentence around it; a bracket that the text opened stays."""
    while text:
        last = text[-1]
        opens = _PARTNERS.get(last)
        is_stray = opens is not None and text.count(last) > text.count(opens)
        if not is_stray and last not in marks:
            break
        text = text[:-1]
    return text
