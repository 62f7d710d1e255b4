"""What the text of a paper's page says where its tags are silent."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from akira_cli.sources._texts import (
    LONGEST_ABSTRACT,
    LONGEST_TITLE,
    clipped,
    readable,
    text_of,
    texts_in,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = ("div", "section", "p", "blockquote", "span")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ABSTRACTS = frozenset({"abstract", "acl-abstract"})
_MOST = 20_000
"""Elements; an abstract stands near the beginning."""


class Said(NamedTuple):
    """A text and where on the page it stands; both are empty when it is not there."""

    text: str = ""
    where: str = ""


def element_called(tree: HtmlElement, name: str, longest: int) -> Said:
    """The text of the element with this id."""
    elements = tree.xpath("//*[@id=$name]", name=name)[:_MOST]
    texts = (readable(text_of(each, longest), longest) for each in elements)
    return next((Said(text, f"#{name}") for text in texts if text), Said())


def abstract_in(tree: HtmlElement) -> Said:
    """The abstract in the page itself: an element called so, or what follows such a heading."""
    for element in islice(tree.iter(*_BLOCKS), _MOST):
        is_called = element.get("id") == "abstract"
        classes = (element.get("class") or "").lower().split()
        named = is_called or not _ABSTRACTS.isdisjoint(classes)
        if named and (text := _without_heading(element)):
            return Said(text, "#abstract" if is_called else ".abstract")
    for heading in islice(tree.iter(*_HEADINGS), _MOST):
        if _is_abstract(text_of(heading, LONGEST_TITLE)) and (text := _following(heading)):
            return Said(text, "below the heading Abstract")
    return Said()


def _is_abstract(text: str) -> bool:
    return clipped(text, LONGEST_TITLE).rstrip(".:").lower() == "abstract"


def _without_heading(element: HtmlElement) -> str:
    pieces = texts_in(element, LONGEST_ABSTRACT)
    kept = [piece for piece in pieces if not _is_abstract(piece)]
    return readable(" ".join(" ".join(kept).split()).strip('"'), LONGEST_ABSTRACT)


def _following(heading: HtmlElement) -> str:
    """The paragraphs up to the next heading."""
    texts: list[str] = []
    for sibling in islice(heading.itersiblings(), _MOST):
        if sibling.tag in _HEADINGS:
            break
        if sibling.tag in ("p", "div", "blockquote"):
            texts.append(text_of(sibling, LONGEST_ABSTRACT))
    return readable(" ".join(texts), LONGEST_ABSTRACT)
