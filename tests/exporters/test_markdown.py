"""The Markdown file, read back by a CommonMark parser."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from akira_cli.core.layout import lay_out
from akira_cli.core.models import Card, Figure
from akira_cli.core.page import TrailerBlock
from akira_cli.exporters.markdown import Markdown
from tests.exporters.sample_issue import DRAFT, ENTRIES, LAYOUT, sample_issue

COMMONMARK = MarkdownIt("commonmark")


def rendered() -> str:
    return Markdown().render(sample_issue()).main.text


def inline_tokens(markdown: str) -> list[Token]:
    return [child for token in COMMONMARK.parse(markdown) for child in token.children or ()]


def test_the_file_is_called_as_the_draft() -> None:
    assert Markdown().render(sample_issue()).main.name == "issue-034.md"


def test_separators_stand_between_the_parts_and_nowhere_else() -> None:
    parts = rendered().split(f"\n\n{LAYOUT.separator}\n\n")
    assert [part.partition("\n")[0] for part in parts] == [
        "# Akira’s Machine Learning News — Issue #34",
        "In what follows, I will introduce papers and articles on these topics too.",
        "# 1. Featured Paper/News in This Week",
        "# 2. Machine Learning Use Case",
        "# 3. Machine Learning Papers",
        "# 4. Other Topics",
        "# Other Blogs",
        "# About Me",
    ]


def test_display_title_and_summary_are_one_paragraph() -> None:
    assert "Vision Transformer\nThey propose MobileViT" in rendered()


def test_a_commonmark_reader_sees_no_html_and_no_unsafe_link() -> None:
    blocks = COMMONMARK.parse(rendered())
    inline = inline_tokens(rendered())
    assert not [t for t in (*blocks, *inline) if t.type.startswith("html")]
    targets = [str(t.attrGet("href")) for t in inline if t.type == "link_open"]
    assert len(targets) == 16
    assert all(re.match("https?://", target) for target in targets)


def test_every_headline_reads_as_it_was_written() -> None:
    words = "".join(t.content for t in inline_tokens(rendered()))
    for entry in ENTRIES:
        assert entry.headline in words
        assert entry.title in words


def test_a_separator_that_is_markdown_works_as_such() -> None:
    issue = lay_out(DRAFT, LAYOUT._replace(separator="---"))
    rules = [t for t in COMMONMARK.parse(Markdown().render(issue).main.text) if t.type == "hr"]
    assert len(rules) == 7


def test_a_file_with_blanks_in_its_name_is_still_shown() -> None:
    entry = replace(ENTRIES[0], figure=Figure("figures/my picture (1).png", "alt"))
    document = Markdown().render(lay_out(replace(DRAFT, entries=(entry,)), LAYOUT))
    assert "![alt](figures/my%20picture%20%281%29.png)" in document.main.text
    assert document.beside[0].name == "figures/my picture (1).png"


def test_a_card_that_leads_nowhere_is_shown_without_a_link() -> None:
    layout = LAYOUT._replace(trailer=(TrailerBlock("subscribe", cards=(Card("Letters"),)),))
    assert Markdown().render(lay_out(DRAFT, layout)).main.text.endswith("\n\n> **Letters**\n")


def test_a_highlight_of_several_lines_stays_one_bullet() -> None:
    highlight = replace(DRAFT.highlights[0], text="one\ntwo\n")
    issue = lay_out(replace(DRAFT, highlights=(highlight,)), LAYOUT)
    assert "*   one\n    two\n\n" in Markdown().render(issue).main.text


def test_texts_that_were_made_harmless_are_told() -> None:
    losses = Markdown().render(sample_issue()).losses
    assert [loss.where for loss in losses] == ["the summary of 'cs/0112017'"]
