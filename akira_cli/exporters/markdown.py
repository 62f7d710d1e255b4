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
)
from akira_cli.core.losses import shown_as_text
from akira_cli.core.markdown_blocks import contained, lines_apart
from akira_cli.core.markdown_text import (
    escape_markdown,
    link_destination,
    neutralised,
    without_controls,
)
from akira_cli.core.models import Card
from akira_cli.core.page import TrailerBlock
from akira_cli.core.settings import Settings
from akira_cli.ports import Exporter

_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}")
_NUMBERED = re.compile(r"^ {0,3}\d{1,9}\.", re.MULTILINE)


class Markdown:
    """CommonMark. Headlines, titles and cards are escaped; the curator's texts are Markdown,
    but for what would change the document around them.

    A link card is a quote: its linked title, its description, its host.
    """

    name = "markdown"
    description = "one Markdown file, with its pictures beside it"

    def render(self, issue: Issue) -> Document:
        """`issue-034.md` and `figures/...`."""
        figures = dict.fromkeys(e.figure.file for e in issue.entries if e.figure)
        separator = f"\n\n{_separator(issue.separator)}\n\n"
        return Document(
            main=DocumentFile(
                f"{issue.slug}.md", without_controls(separator.join(_parts(issue))) + "\n"
            ),
            beside=tuple(DocumentFile(file, copy_of=file) for file in figures),
            losses=shown_as_text(issue),
        )


def build(_settings: Settings) -> Exporter:
    """The exporter; it needs no settings."""
    return Markdown()


def _written(text: str) -> str:
    """A text of the curator's as it may stand among others."""
    return contained(neutralised(without_controls(text).strip()))


def _separator(text: str) -> str:
    return text.strip() if _RULE.fullmatch(text.strip()) else _written(text)


def _parts(issue: Issue) -> Iterator[str]:
    yield "\n\n".join(_opening(issue))
    if issue.toc:
        yield "\n\n".join(_contents(issue))
    joint = neutralised(without_controls(issue.joint).replace("\n", " "))
    for section in issue.sections:
        yield "\n\n".join(_section(section, joint))
    for block in issue.trailer:
        yield "\n\n".join(_trailer(block))


def _opening(issue: Issue) -> Iterator[str]:
    yield f"# {escape_markdown(issue.title)}"
    yield from filter(None, map(_written, issue.preamble))
    for group in issue.highlights:
        yield from _highlights(group)


def _contents(issue: Issue) -> Iterator[str]:
    intro = _written(issue.toc_intro)
    if intro:
        yield intro
    if _NUMBERED.search(intro):
        yield "<!-- -->"  # or a list there and the contents would be one list
    yield "\n".join(f"{n}.  {escape_markdown(name)}" for n, name in enumerate(issue.toc, start=1))


def _highlights(group: HighlightGroup) -> Iterator[str]:
    yield escape_markdown(group.group)
    yield "\n".join(f"*   {_indented(item.text)}" for item in group.items)


def _indented(text: str) -> str:
    return _written(text).replace("\n", "\n    ")


def _section(section: IssueSection, joint: str) -> Iterator[str]:
    yield f"# {section.number}. {escape_markdown(section.heading)}"
    for entry in section.entries:
        yield from _entry(entry, joint)


def _entry(entry: IssueEntry, joint: str) -> Iterator[str]:
    headline = _bold_link(entry.headline or entry.title or entry.url, entry.tracked_url)
    yield headline + (f"{joint}{_bold_link(entry.domain, entry.url)}" if entry.domain else "")
    if entry.figure:
        alt = escape_markdown(entry.figure.alt)
        yield f"![{alt}]({quote(entry.figure.file)})"
        if entry.figure.credit:
            yield f"*{escape_markdown(entry.figure.credit)}*"
    if entry.card:
        yield _card(entry.card)
    title, summary = escape_markdown(entry.title), _written(entry.summary)
    if title or summary:
        yield "\n".join(filter(None, (title, summary)))


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
        yield f"# {escape_markdown(block.heading)}"
    if text := _written(lines_apart(without_controls(block.text))):
        yield text
    yield from map(_card, block.cards)
