"""What an issue is about, on one line: a subtitle, a page's description, what an inbox shows."""

from __future__ import annotations

from akira_cli.core.issue import Issue
from akira_cli.core.markdown_text import one_line
from akira_cli.exporters._markdown import MarkdownToHtml


def in_brief(issue: Issue, markdown: MarkdownToHtml, most: int) -> str:
    """The highlights in plain words, or the headlines where there are none, cut after the last
    whole word that fits into `most` characters."""
    texts = [markdown.plain(item.text) for group in issue.highlights for item in group.items]
    words = one_line(" ".join(texts or [entry.shown_headline for entry in issue.entries]))
    if len(words) <= most:
        return words
    kept = words[:most].rpartition(" ")[0]
    if len(kept) < most * 2 // 3:  # a script without blanks
        kept = words[: most - 1]
    return kept.rstrip(" ,;:") + "…"
