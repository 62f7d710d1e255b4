"""What an issue loses on its way to every target alike. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from akira_cli.core.issue import Issue, Loss
from akira_cli.core.markdown_text import neutralised


def shown_as_text(issue: Issue) -> tuple[Loss, ...]:
    """One Loss for each text whose raw HTML or unsafe link stands on the page as plain text."""
    what = "raw HTML, or a link that is not http, https or mailto, is shown as text"
    return tuple(
        Loss(where, what) for where, text in _markdown_texts(issue) if neutralised(text) != text
    )


def _markdown_texts(issue: Issue) -> Iterator[tuple[str, str]]:
    yield from (("the preamble", line) for line in issue.preamble)
    for group in issue.highlights:
        yield from (("a highlight", item.text) for item in group.items)
    yield "the contents' introduction", issue.toc_intro
    yield from ((f"the summary of '{entry.id}'", entry.summary) for entry in issue.entries)
    yield from ((f"the closing block '{block.kind}'", block.text) for block in issue.trailer)
