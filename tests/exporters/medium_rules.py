"""What a page must be for Medium to import it whole. Pure.

Medium rebuilds a page from few kinds of block: P H1-H4 IMG HR BQ PRE ULI OLI, and marks them
with links, strong, em and code (its Android client, `com.medium.proto.obv.post.ParagraphType`).
The rest was learned by people who import weekly:
https://github.com/ghighcove/medium-publishing-standards (`STANDARDS.md`).
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_INLINE = {"a", "strong", "b", "em", "i", "code", "br"}
_LISTS = {"ul", "ol"}
_HEADINGS = {"h1", "h2", "h3"}
_BLOCKS = {"p", "figure", "figcaption", "img", "hr", "blockquote", "pre", "li"} | _HEADINGS | _LISTS
_VOID = {"img", "hr", "br", "meta", "link"}
_HOLDERS = {"p", "figure"}

Attributes = dict[str, str]


def violations(html: str) -> list[str]:
    """What is wrong with the page, one line each, `line 12: ...`; empty when nothing is."""
    page = _Page()
    page.feed(html)
    page.close()
    return page.whole_page_faults() + page.faults


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._open: list[str] = []
        self._seen: set[str] = set()
        self._text_of: dict[str, str] = {}
        self._after_quote = False
        self._images_here = 0
        self._words_here = False

    def whole_page_faults(self) -> list[str]:
        """What the page as a whole lacks."""
        parts = {
            "a doctype": "doctype",
            "<html lang>": "lang",
            "a <head>": "head",
            "<meta charset>": "charset",
            "a <title>": "title",
            "an <h1>": "h1",
        }
        missing = [f"the page lacks {part}" for part, sign in parts.items() if not self._has(sign)]
        title, heading = self._text("title"), self._text("h1")
        if title and heading and title != heading:
            missing.append(f"the <title> '{title}' is not the story's own, '{heading}'")
        return missing

    def handle_decl(self, decl: str) -> None:
        if decl.casefold() == "doctype html":
            self._seen.add("doctype")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._seen.add(tag)
        if tag in ("html", "meta"):
            self._seen |= {name for name in ("lang", "charset") if attributes.get(name)}
        if "body" in self._open:
            self._check_element(tag, attributes)
        if tag in _HOLDERS | _HEADINGS | {"figcaption", "title"}:
            self._text_of[tag] = ""
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open.pop() != tag:
            pass
        if tag in _HEADINGS | {"figcaption"} and not self._text(tag):
            self._fault(f"the <{tag}> is empty")
        if tag in _HOLDERS and self._images_here:
            if self._images_here > 1 or self._words_here:
                self._fault("an image shares its paragraph with something else")
            self._images_here = 0

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        for tag in self._open:
            if tag in self._text_of:
                self._text_of[tag] += data
        if "body" in self._open and "blockquote" not in self._open:
            self._after_quote = False
        if "figcaption" not in self._open:
            self._words_here = True

    def _check_element(self, tag: str, attributes: Attributes) -> None:
        if tag not in _BLOCKS | _INLINE:
            self._fault(f"Medium knows no <{tag}>")
        if "style" in attributes:
            self._fault(f"the style of <{tag}> is lost")
        self._check_nesting(tag)
        if tag == "img":
            self._check_image(attributes)
        if tag == "a" and not re.match(r"(?:https?://|mailto:)", attributes.get("href", "")):
            self._fault(f"a link leads to '{attributes.get('href', '')}'")

    def _check_nesting(self, tag: str) -> None:
        if "li" in self._open and tag not in _INLINE and tag != "li":
            self._fault(f"there is a <{tag}> inside a list item")
        if tag == "blockquote" and self._after_quote:
            self._fault("two quotes with nothing between them become one")
        if tag in _BLOCKS and "blockquote" not in self._open:
            self._after_quote = tag == "blockquote"
        if tag in _HOLDERS and not set(self._open) & _HOLDERS:
            self._images_here, self._words_here = 0, False

    def _check_image(self, attributes: Attributes) -> None:
        source = attributes.get("src", "")
        if not source.startswith("https://"):
            self._fault(f"the address of the image '{source[:60]}' is not a whole https address")
        if "a" in self._open:
            self._fault("the link around an image is lost")
        if not set(self._open) & _HOLDERS:
            self._fault("an image stands in no paragraph or figure of its own")
        self._images_here += 1

    def _has(self, sign: str) -> bool:
        return bool(self._text(sign)) if sign in ("title", "h1") else sign in self._seen

    def _text(self, tag: str) -> str:
        return " ".join(self._text_of.get(tag, "").split())

    def _fault(self, what: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: {what}")
