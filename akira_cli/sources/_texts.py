"""Texts of a page as they are kept: on one line, and no longer than people write them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from akira_cli.core.canonical import absolute
from akira_cli.latex import latex_to_unicode
from akira_cli.sources._article_text import shortened
from akira_cli.sources._page import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_TITLE = 500
"""Characters, as all these; of a journal's name and a conference's, too."""
LONGEST_NAME = 200
"""Of a person, of a site, of a licence."""
LONGEST_DESCRIPTION = 2_000
LONGEST_ABSTRACT = 20_000
MOST_NAMES = 500

_LONGEST_ADDRESS = 4_000
WITH_BLANKS = 8
"""How many times as long as its words a text is at the most, for the blanks between them."""


def clipped(text: str | None, longest: int) -> str:
    """A text on one line; one that is longer ends in `…`."""
    raw = (text or "").lstrip()[: WITH_BLANKS * longest]
    return shortened(one_line(raw), longest)


def readable(text: str, longest: int) -> str:
    """A text on one line, the LaTeX in it resolved; one that is longer ends in `…`."""
    return clipped(latex_to_unicode(clipped(text, longest)), longest)


def text_of(element: HtmlElement, longest: int) -> str:
    """As much of an element's text, as it stands, as `clipped` needs for this length."""
    return "".join(texts_in(element, longest))


def texts_in(element: HtmlElement, longest: int) -> list[str]:
    """The pieces of what `text_of` gives."""
    found: list[str] = []
    room = WITH_BLANKS * longest
    for piece in element.itertext():
        if room <= 0:
            break
        found.append(str(piece)[:room])
        room -= len(piece)
    return found


def link(address: str | None, page_url: str) -> str:
    """The whole address of a link on a page; empty where that is none."""
    if not address or len(address) > _LONGEST_ADDRESS:
        return ""
    return absolute(one_line(address), page_url) or ""


def texts_at(tree: HtmlElement, path: str, longest: int) -> Iterator[str]:
    """The texts of what a path of XPath finds, attributes or elements, as they stand."""
    for each in tree.xpath(path):
        yield str(each) if isinstance(each, str) else text_of(each, longest)
