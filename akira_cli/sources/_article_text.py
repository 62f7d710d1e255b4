"""The words of an article, without all that stands around it on its page."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING

from akira_cli.answers.one_line import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 20_000
"""How many characters of an article are kept."""

_MANY_ELEMENTS = 5_000
"""A second opinion on where the article is takes a time that grows with their square."""
_MOST_ELEMENTS = 20_000
_NOTICE = 500
_NO_SCRIPT = re.compile(
    r"(?:enable|enabling|turn on|requires?|need)\b.{0,60}\bjavascript"
    r"|javascript\b.{0,40}\b(?:disabled|required|enabled|to run)",
    re.IGNORECASE,
)
"""What a page says, in a few words, whose own words are made by a program."""


def article_text(tree: HtmlElement) -> str:
    """The article's paragraphs, a blank line between two; empty when there is none.

    Cut after the last whole paragraph, or word, that fits into 20,000 characters.
    """
    import logging

    import trafilatura

    # it tells of every page it finds nothing in; that is no news here
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(
            _beginning(tree),
            fast=next(islice(tree.iter(), _MANY_ELEMENTS, None), None) is not None,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
        )
    except Exception:  # noqa: BLE001  # a page without its text is still a page
        return ""
    if found and len(found) < _NOTICE and _NO_SCRIPT.search(found):
        return ""
    paragraphs = (one_line(line) for line in (found or "").split("\n"))
    return shortened("\n\n".join(filter(None, paragraphs)), LONGEST, "")


def _beginning(tree: HtmlElement) -> HtmlElement:
    """The first elements of a page, in a tree of its own, for others to take things out of."""
    copy = deepcopy(tree)
    for element in list(islice(copy.iter(), _MOST_ELEMENTS, None)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return copy


def shortened(text: str, longest: int, mark: str = "…") -> str:
    """The text, or as many of its whole words as fit with the mark that says that it goes on."""
    if len(text) <= longest:
        return text
    room = text[: longest - len(mark) + 1]
    cut = max(room.rfind(" "), room.rfind("\n"))
    return (room[:cut] if cut > 0 else room[:-1]).rstrip(" \n,;:–—-") + mark
