"""An issue as plain text: the `text` format, and the text beside the HTML of an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from akira_cli.core.issue import HighlightGroup, Issue, IssueEntry, IssueSection
from akira_cli.core.markdown_text import one_line, without_controls
from akira_cli.core.models import Figure
from akira_cli.core.page import Card, TrailerBlock
from akira_cli.exporters._markdown import MarkdownToHtml
from akira_cli.exporters._wrapping import columns, cut, wrapped

_TAG = re.compile(r"(<[^>]*>)")
_LINK = re.compile(r'<a href="([^"]*)">')
_EMPHASIS = re.compile("<(?:em|strong|code)>")
_ITEM = re.compile(r"[ \t]*([-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_MAY_FOLLOW_WORDS = {"-", "*", "+", "1.", "1)"}
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n")

_TITLE, _HEADING, _HEADLINE = "=-~"
"""What each is underlined with."""

Lines = list[str]


class PlainText(NamedTuple):
    """The text, and whether the curator's emphasis or code marks were left out."""

    text: str
    left_out_emphasis: bool


def plain_text(issue: Issue, width: int) -> str:
    """The issue in lines of at most `width` columns, 0 for no wrapping; only one with an
    address may be longer. Links are numbered, and listed at the end."""
    return set_as_plain_text(issue, width).text


def set_as_plain_text(issue: Issue, width: int) -> PlainText:
    """The same, with what was left out."""
    page = _Page(issue, width)
    text = "\n\n".join("\n".join(lines) for lines in page.blocks() if lines)
    return PlainText(f"{text}\n", page.left_out_emphasis)


class _Page:
    """Makes the blocks of one issue in their order, and numbers its links as they come."""

    def __init__(self, issue: Issue, width: int) -> None:
        self.left_out_emphasis = False
        self._issue = issue
        self._width = width
        self._markdown = MarkdownToHtml()
        self._numbers: dict[str, int] = {}

    def blocks(self) -> Iterator[Lines]:
        issue = self._issue
        yield self._underlined(issue.title, _TITLE)
        if issue.url:
            yield self._line(self._numbered(issue.words["read_online"], issue.url))
        for line in issue.preamble:
            yield from self._paragraphs(line)
        for group in issue.highlights:
            yield from self._highlights(group)
        if issue.toc:
            yield from self._contents()
        for section in issue.sections:
            yield from self._section(section)
        for block in issue.trailer:
            yield from self._closing_block(block)
        if self._numbers:
            yield self._underlined(issue.words["links"], _HEADING)
            yield [f"[{number}] {url}" for url, number in self._numbers.items()]

    def _highlights(self, group: HighlightGroup) -> Iterator[Lines]:
        level = self._issue.style.group_level
        mark = {0: "", 1: _TITLE}.get(level, _HEADING)
        yield self._underlined(group.group, mark)
        yield [line for item in group.items for line in self._hanging("- ", item.text)]

    def _contents(self) -> Iterator[Lines]:
        yield self._separator(self._issue.toc_separated)
        yield from self._paragraphs(self._issue.toc_intro)
        numbered = [(f"  {line.number}. ", line.text) for line in self._issue.toc]
        yield [line for mark, text in numbered for line in self._line(text, mark)]

    def _section(self, section: IssueSection) -> Iterator[Lines]:
        yield self._separator(section.separated)
        yield self._underlined(f"{section.number}. {section.heading}", _HEADING)
        yield self._separator("headings" in self._issue.style.separators)
        for entry in section.entries:
            yield from self._entry(entry)

    def _entry(self, entry: IssueEntry) -> Iterator[Lines]:
        headline = one_line(entry.shown_headline)
        words = self._numbered(headline, entry.tracked_url)
        domain = self._issue.joint + entry.domain if entry.domain else ""
        yield self._underlined(words + domain, _HEADLINE if entry.as_heading else "")
        if entry.figure:
            yield self._picture(entry.figure)
        if entry.card:
            yield self._card(entry.card, linked_above=entry.url)
        title = self._line(entry.display_title)
        paragraphs = list(self._paragraphs(entry.summary))
        if title and paragraphs and not self._issue.style.title_apart:
            title += paragraphs.pop(0)
        yield title
        yield from paragraphs

    def _picture(self, figure: Figure) -> Lines:
        word = self._issue.words["picture"]
        alt = f"[{word}: {figure.alt}]" if figure.alt else f"[{word}]"
        return [line for text in (alt, figure.caption, figure.credit) for line in self._line(text)]

    def _card(self, card: Card, linked_above: str = "") -> Lines:
        title = one_line(card.title or card.url)
        numbered = title if card.url == linked_above else self._numbered(title, card.url)
        texts = (numbered, card.description, card.domain)
        return [line for text in texts for line in self._line(text, "    ")]

    def _closing_block(self, block: TrailerBlock) -> Iterator[Lines]:
        yield self._separator(block.separated)
        yield self._underlined(block.heading, _HEADING if block.as_heading else "")
        for line in block.text.split("\n"):
            yield from self._paragraphs(line)
        for card in block.cards:
            yield self._card(card)

    def _separator(self, wanted: bool) -> Lines:
        line = cut(self._issue.separator, self._width) if wanted else ""
        return [line] if line else []

    def _underlined(self, text: str, mark: str) -> Lines:
        lines = self._line(text)
        longest = max(map(columns, lines), default=0)
        line = mark * min(longest, self._width or longest)
        return [*lines, line] if line else lines

    def _line(self, text: str, first: str = "") -> Lines:
        """A text that is no Markdown."""
        return wrapped(text, self._width, first, " " * len(first)) if one_line(text) else []

    def _paragraphs(self, markdown: str) -> Iterator[Lines]:
        """The paragraphs of a text, those that are lists with an item on each line."""
        for paragraph in _PARAGRAPH_BREAK.split(markdown.replace("\r", "")):
            items = _items(paragraph.strip())
            yield [line for mark, text in items for line in self._hanging(mark, text)]

    def _hanging(self, mark: str, markdown: str) -> Lines:
        """One piece of Markdown, whatever follows its first line as far in as its mark is long."""
        lines: Lines = []
        for words in self._words(markdown).split("\n"):
            lines += self._line(words, " " * len(mark) if lines else mark)
        return lines

    def _words(self, markdown: str) -> str:
        """The words, each link with its number; a line for each that the curator broke."""
        words = [""]
        start, url = 0, ""
        for piece in _TAG.split(self._markdown.inline(without_controls(markdown))):
            self.left_out_emphasis |= _EMPHASIS.fullmatch(piece) is not None
            if link := _LINK.fullmatch(piece):
                start, url = len(words), unescape(link[1])
            elif piece == "</a>":
                words[start:] = [self._numbered("".join(words[start:]), url)]
            elif piece == "<br>":
                words.append("\n")
            elif not _TAG.fullmatch(piece):
                words.append(unescape(piece))
        return "".join(words)

    def _numbered(self, words: str, url: str) -> str:
        """The words of a link with its number; an address that stands there itself has none."""
        if url in ("", words):
            return words
        number = self._numbers.setdefault(url, len(self._numbers) + 1)
        return f"{words} [{number}]".lstrip()


def _items(paragraph: str) -> Iterator[tuple[str, str]]:
    """The items of a list, each with its mark, and what is none with an empty one.

    Among words only a list's first number begins an item: "2021. " is the end of a sentence.
    https://spec.commonmark.org/0.31.2/#list-items
    """
    mark = ""
    lines: Lines = []
    in_list = True
    for line in paragraph.split("\n"):
        item = _ITEM.match(line)
        if item and (in_list or item[1] in _MAY_FOLLOW_WORDS):
            if lines:
                yield mark, "\n".join(lines)
            mark, lines = f"{'-' if item[1] in '-*+' else item[1]} ", [line[item.end() :]]
            in_list = True
        else:
            in_list &= bool(lines)
            lines.append(line)
    yield mark, "\n".join(lines)
