"""The curator's Markdown as safe HTML, for every target that takes HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from akira_cli.core.markdown_text import neutralised

_TAGS = {"a", "strong", "em", "code", "br"}
_MAY_BE_MARKDOWN = re.compile(
    r"[\\`*\[\]]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=\#?\w+;)|[ \t]\n|\n[ \t]|[\r\x00\xa0\ufeff]"
)
_PLAIN_LINK = re.compile(
    r"""
    (?<!!) \[ ([^\\`*_\[\]<>&\n\r\x00\xa0\ufeff]+) \]
    \( (https?://(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.)+[a-z]+(?:/[\w./?=\#:-]*)?) \)
    """,
    re.ASCII | re.VERBOSE,
)
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n")


class MarkdownToHtml:
    """Inline Markdown only: links, emphasis, code, line breaks.

    Links lead to http, https and mailto addresses; everything else a text may hold is
    shown as text. One instance serves one rendering: it builds its parser once, when the
    first text needs it.
    """

    def __init__(self) -> None:
        self._parse: Callable[[str], str] | None = None

    def inline(self, text: str) -> str:
        """The text as HTML without any block around it; a mere line end is a blank."""
        easy = _without_parser(text)
        if easy is not None:
            return easy
        if self._parse is None:
            self._parse = _parser()
        return self._parse(neutralised(text))

    def paragraphs(self, text: str) -> list[str]:
        """Each paragraph as HTML without its `<p>`; blank lines separate them."""
        pieces = _PARAGRAPH_BREAK.split(text.replace("\r\n", "\n"))
        return [self.inline(piece.strip()) for piece in pieces if piece.strip()]

    def plain(self, text: str) -> str:
        """The words alone, on one line."""
        without_tags = re.sub(r"<[^>]*>", "", self.inline(text).replace("<br>", " "))
        return " ".join(unescape(without_tags).split())


def _without_parser(text: str) -> str | None:
    """What the parser would make of plain words and plain links; None for anything else.

    Most texts are no more than that, and importing the parser takes longer than the rest
    of an export.
    """
    if _MAY_BE_MARKDOWN.search(_PLAIN_LINK.sub(".", text)):
        return None
    html = escape(text, quote=False).replace("\n", " ")
    return _PLAIN_LINK.sub(r'<a href="\2">\1</a>', html)


def _parser() -> Callable[[str], str]:
    import nh3
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False}).disable("image")
    cleaner = nh3.Cleaner(
        tags=_TAGS,
        attributes={"a": {"href"}, "*": set()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )

    def parse(text: str) -> str:
        html = cleaner.clean(markdown.renderInline(text))
        return html.replace("<br>\n", "<br>").replace("\n", " ")

    return parse
