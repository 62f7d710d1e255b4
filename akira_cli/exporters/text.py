"""The issue as plain text, for mail programs, terminals and chat."""

from __future__ import annotations

from collections.abc import Iterator

from akira_cli.core.issue import Document, DocumentFile, Issue, Loss
from akira_cli.core.losses import shown_as_text
from akira_cli.core.settings import Settings
from akira_cli.exporters._plain_text import set_as_plain_text
from akira_cli.ports import Exporter, Pictures


class Text:
    """Lines of so many columns, links numbered and listed at the end."""

    name = "text"
    description = "plain text, with its links listed at the end"

    def __init__(self, width: int) -> None:
        self._width = width

    def render(self, issue: Issue) -> Document:
        """`issue-034.txt`."""
        text, left_out_emphasis = set_as_plain_text(issue, self._width)
        return Document(
            main=DocumentFile(f"{issue.slug}.txt", text),
            losses=(*shown_as_text(issue), *_losses(issue, left_out_emphasis)),
        )


def build(settings: Settings, _pictures: Pictures) -> Exporter:
    """The exporter, with the workspace's own width of lines."""
    return Text(settings.text.width)


def _losses(issue: Issue, left_out_emphasis: bool) -> Iterator[Loss]:
    titled = any(entry.display_title for entry in issue.entries)
    if left_out_emphasis or (titled and issue.style.title == "italic"):
        what = "plain text has no bold, italic or code letters"
        yield Loss("emphasis", what, "the words stand without it")
    figures = [(entry.id, entry.figure) for entry in issue.entries if entry.figure]
    if any(figure.alt for _, figure in figures):
        yield Loss("pictures", "plain text has none", "their alt texts stand in their places")
    for entry_id, figure in figures:
        if not figure.alt:
            where = f"the picture of '{entry_id}'"
            yield Loss(where, "it has no alt text", "only a mark stands in its place")
    if any(entry.card for entry in issue.entries) or any(block.cards for block in issue.trailer):
        yield Loss("link cards", "plain text has no boxes", "they are indented lines")
