"""The issue as one Markdown file, in the shape of the newsletter's own pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from akira_cli.core.issue import (
    Document,
    DocumentFile,
    HighlightGroup,
    Issue,
    IssueEntry,
    IssueSection,
    Loss,
)
from akira_cli.core.losses import shown_as_text
from akira_cli.core.markdown_blocks import contained, lines_apart
from akira_cli.core.markdown_text import (
    escape_markdown,
    link_destination,
    neutralised,
    without_controls,
)
from akira_cli.core.models import Figure
from akira_cli.core.page import Card, Style, TrailerBlock
from akira_cli.core.settings import Settings
from akira_cli.ports import Exporter, Pictures

_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}")
_NUMBERED = re.compile(r"^ {0,3}\d{1,9}\.", re.MULTILINE)
_DASHED = re.compile(r"^ {0,3}-(?:[ \t]|$)", re.MULTILINE)
_STARRED = re.compile(r"^ {0,3}\*(?:[ \t]|$)", re.MULTILINE)
_BETWEEN_LISTS = "<!-- -->"  # or two lists of one kind would be one


class Markdown:
    """CommonMark. Headlines, titles and cards are escaped; the curator's texts are Markdown,
    but for what would change the document around them.

    A link card is a quote: its linked title, its description, its host.
    """

    name = "markdown"
    description = "one Markdown file, with its pictures beside it"

    def render(self, issue: Issue) -> Document:
        """`issue-034.md` and `figures/...`."""
        text = without_controls("\n\n".join(_blocks(issue)))
        return Document(
            main=DocumentFile(f"{issue.slug}.md", f"{text}\n"),
            beside=tuple(DocumentFile(file, copy_of=file) for file in issue.figure_files),
            losses=(*shown_as_text(issue), *_losses(issue)),
        )


def build(_settings: Settings, _pictures: Pictures) -> Exporter:
    """The exporter; it needs nothing."""
    return Markdown()


def _losses(issue: Issue) -> Iterator[Loss]:
    if not issue.is_numbered_on:
        what = "many readers of Markdown number a list from 1 without gaps"
        yield Loss("the contents", what, "the lines are a list with the numbers as text")


def _written(text: str) -> str:
    """A text of the curator's as it may stand among others."""
    return contained(neutralised(without_controls(text).strip()))


def _separator(text: str) -> str:
    return text.strip() if _RULE.fullmatch(text.strip()) else _written(text)


def _blocks(issue: Issue) -> Iterator[str]:
    """The blocks of the page, each of one paragraph, list, quote or heading."""
    separator = _separator(issue.separator)
    yield f"# {escape_markdown(issue.title)}"
    preamble = list(filter(None, map(_written, issue.preamble)))
    yield from preamble
    is_below_a_list = bool(_STARRED.search("".join(preamble[-1:])))
    for group in issue.highlights:
        yield from _highlights(group, issue.style.group_level, is_below_a_list)
        is_below_a_list = True
    if issue.toc:
        yield from _separated(_contents(issue), separator, issue.toc_separated)
    for section in issue.sections:
        yield from _separated(_section(section, issue, separator), separator, section.separated)
    for block in issue.trailer:
        yield from _separated(_trailer(block), separator, block.separated)


def _separated(blocks: Iterator[str], separator: str, separated: bool) -> Iterator[str]:
    if separated and separator:
        yield separator
    yield from blocks


def _contents(issue: Issue) -> Iterator[str]:
    intro = _written(issue.toc_intro)
    if intro:
        yield intro
    # dashes, since the highlights above have asterisks and may end right here
    same, mark = (_NUMBERED, "{}.  ") if issue.is_numbered_on else (_DASHED, "-   {}\\. ")
    if same.search(intro):
        yield _BETWEEN_LISTS
    yield "\n".join(mark.format(n) + escape_markdown(text) for n, text, _ in issue.toc)


def _highlights(group: HighlightGroup, level: int, is_below_a_list: bool) -> Iterator[str]:
    heading = escape_markdown(group.group)
    if heading:
        yield f"{'#' * level} {heading}" if level else heading
    elif is_below_a_list:
        yield _BETWEEN_LISTS
    yield "\n".join(f"*   {_indented(item.text)}" for item in group.items)


def _indented(text: str) -> str:
    return _written(text).replace("\n", "\n    ")


def _section(section: IssueSection, issue: Issue, separator: str) -> Iterator[str]:
    yield f"# {section.number}. {escape_markdown(section.heading)}"
    if "headings" in issue.style.separators and separator:
        yield separator
    joint = _joint(issue.joint)
    for entry in section.entries:
        yield from _entry(entry, joint, issue.style)


def _joint(text: str) -> str:
    """What stands between two links, with its blanks."""
    within_a_line = escape_markdown(f".{text}.")[1:-1]
    return re.sub(r"!\Z", r"\!", within_a_line)  # or it would make the link a picture


def _entry(entry: IssueEntry, joint: str, style: Style) -> Iterator[str]:
    headline = _bold_link(entry.shown_headline, entry.tracked_url)
    domain = f"{joint}{_bold_link(entry.domain, entry.url)}" if entry.domain else ""
    yield f"{'## ' if entry.as_heading else ''}{headline}{domain}"
    if entry.figure:
        yield from _figure(entry.figure)
    if entry.card:
        yield _card(entry.card)
    title = escape_markdown(entry.display_title)
    if title and style.title == "italic":
        title = _emphasised(title)
    texts = filter(None, (title, _written(entry.summary)))
    if style.title_apart:
        yield from texts
    elif text := "\n".join(texts):
        yield text


def _figure(figure: Figure) -> Iterator[str]:
    yield f"![{escape_markdown(figure.alt)}]({quote(figure.file)})"
    for line in filter(None, (figure.caption, figure.credit)):
        yield _emphasised(escape_markdown(line))


def _emphasised(escaped: str) -> str:
    return f"*{escaped}*"


def _card(card: Card) -> str:
    title = card.title or card.url
    lines = [
        _bold_link(title, card.url) if card.url else f"**{escape_markdown(title)}**",
        escape_markdown(card.description),
        escape_markdown(card.domain),
    ]
    return "\n>\n".join(f"> {line}" for line in lines if line)


def _bold_link(words: str, url: str) -> str:
    return f"[**{escape_markdown(words)}**]({link_destination(url)})"


def _trailer(block: TrailerBlock) -> Iterator[str]:
    if block.heading:
        yield f"{'# ' if block.as_heading else ''}{escape_markdown(block.heading)}"
    if text := _written(lines_apart(without_controls(block.text))):
        yield text
    yield from map(_card, block.cards)
