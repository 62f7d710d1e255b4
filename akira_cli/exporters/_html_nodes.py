"""An HTML page as a flat list of its elements and texts, each with what it stands in. Pure.

`html.parser` of Python 3.11 raises on some texts and takes quadratic time for others; this
reads any text in linear time. The grammar is that of
https://html.spec.whatwg.org/multipage/parsing.html as far as a page to read needs it:
comments, raw texts, end tags left out, and tags unfinished at the end.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

# where its own end is missing, an alternative runs on to the end of the page, and none gives
# back what it took: nothing is read twice
_NAME = r"[^\s/>][^\s/>=]*+"
_VALUE = r"""(?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^\s>"'][^\s>]*+ )?+"""
_PIECE = re.compile(
    rf"""
    <!-- (?: -?> | .*?(?:--!?>|\Z) )
    | <!(?P<doctype>doctype\s++html\b)?+ [^>]*+ >?
    | <(?P<end>/)?+(?P<tag>[a-z][^\s/>]*+)
      (?P<attributes>(?: [\s/]++ | {_NAME}(?: \s*+=\s*+ {_VALUE} )?+ )*+) >?
    | <[?/] [^>]*+ >?
    | (?P<text> <?[^<]*+ )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE | re.ASCII,
)
_ATTRIBUTE = re.compile(rf"({_NAME})(?: \s*+=\s*+ ({_VALUE}) )?+", re.VERBOSE | re.ASCII)

_RAW_TEXT = re.compile(r"iframe|script|style|textarea|title|xmp")
_VOID = re.compile(r"area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_ENDS_A_PARAGRAPH = re.compile(
    r"address|article|aside|blockquote|body|details|dialog|div|dl|fieldset|figcaption|figure|"
    r"footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|ul"
)
_DEEPEST = 64  # browsers have such a limit too; it bounds every walk from a node outwards


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """An element or, with an empty tag, a text; `within` are its ancestors, outermost first."""

    tag: str
    line: int
    within: tuple[Node, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All text inside, with single blanks."""
        return " ".join("".join(self.texts).split())

    def inside(self, tags: Container[str]) -> Node | None:
        """The outermost ancestor that has one of the tags."""
        return next((node for node in self.within if node.tag in tags), None)


class Page(NamedTuple):
    """What a text holds, in its order; a text of blanks is in the words of its elements only."""

    has_doctype: bool
    nodes: list[Node]


def read_page(html: str) -> Page:
    """The page that a text is; no text is refused."""
    reader = _Reader()
    has_doctype = False
    position = 0
    while position < len(html) and (piece := _PIECE.match(html, position)):
        has_doctype |= piece["doctype"] is not None
        tag = (piece["tag"] or "").lower()
        start, position = position, piece.end()
        if piece["text"]:
            reader.text(piece["text"])
        elif piece["end"]:
            reader.end(tag)
        elif tag:
            reader.start(tag, _attributes(piece["attributes"]))
        if _RAW_TEXT.fullmatch(tag) and not piece["end"]:
            raw = _raw_text(tag, html, position)
            position += len(raw)
            reader.text(raw)
        reader.line += html.count("\n", start, position)
    return Page(has_doctype, reader.nodes)


class _Reader:
    """Gathers the nodes, and knows which elements are open and at which line."""

    def __init__(self) -> None:
        self.line = 1
        self.nodes: list[Node] = []
        self._open: list[Node] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._end_what_ends_before(tag)
        node = Node(tag, self.line, tuple(self._open), attributes)
        self.nodes.append(node)
        if tag == "br":
            self.text("\n")
        if not _VOID.fullmatch(tag) and len(self._open) < _DEEPEST:
            self._open.append(node)

    def text(self, text: str) -> None:
        words = _unescaped(text)
        for node in self._open:
            node.texts.append(words)
        if words.strip():
            self.nodes.append(Node("", self.line, tuple(self._open), texts=[words]))

    def end(self, tag: str) -> None:
        if any(node.tag == tag for node in self._open):
            while self._open.pop().tag != tag:
                pass

    def _end_what_ends_before(self, tag: str) -> None:
        if _ENDS_A_PARAGRAPH.fullmatch(tag):
            self.end("head")
            self.end("p")
        if tag == "li":
            around = [node.tag for node in self._open if node.tag in ("li", "ol", "ul")]
            if around[-1:] == ["li"]:
                self.end("li")


def _attributes(text: str) -> dict[str, str]:
    """Names in small letters; where a name comes twice, the first counts."""
    attributes: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(text):
        bare = value[1:].removesuffix(value[0]) if value[:1] in ("'", '"') else value
        attributes.setdefault(name.lower(), _unescaped(bare))
    return attributes


def _raw_text(tag: str, html: str, start: int) -> str:
    """What stands before the end tag, which is all that may end a text such as a script."""
    end = re.compile(rf"</{tag}(?![^\s/>])", re.IGNORECASE | re.ASCII).search(html, start)
    return html[start : end.start() if end else len(html)]


def _unescaped(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # a reference to a character by a number of thousands of digits
        return text
