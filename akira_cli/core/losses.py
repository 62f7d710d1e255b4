"""What an issue loses on its way to every target alike. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from akira_cli.core.issue import Issue, Loss
from akira_cli.core.markdown_blocks import contained, lines_apart
from akira_cli.core.markdown_text import neutralised, without_controls

_UNSAFE = "raw HTML, or a link that is not http, https or mailto", "it is shown as text"
_BREAKING_OUT = "a heading, a rule, a table or a code fence without an end", "it is shown as text"


def shown_as_text(issue: Issue) -> tuple[Loss, ...]:
    """A Loss for each text whose raw HTML or unsafe link stands on the page as plain text, and
    one for each whose heading, rule or open fence does."""
    return tuple(_losses(issue))


def _losses(issue: Issue) -> Iterator[Loss]:
    for where, written in _markdown_texts(issue):
        text = without_controls(written).strip()
        safe = neutralised(text)
        if safe != text:
            yield Loss(where, *_UNSAFE)
        if contained(safe) != safe:
            yield Loss(where, *_BREAKING_OUT)


def _markdown_texts(issue: Issue) -> Iterator[tuple[str, str]]:
    yield from (("the preamble", line) for line in issue.preamble)
    for group in issue.highlights:
        yield from (("a highlight", item.text) for item in group.items)
    yield "the contents' introduction", issue.toc_intro
    yield from ((f"the summary of '{entry.id}'", entry.summary) for entry in issue.entries)
    yield from (
        (f"the closing block '{block.kind}'", lines_apart(without_controls(block.text)))
        for block in issue.trailer
    )
