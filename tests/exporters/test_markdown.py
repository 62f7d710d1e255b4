"""The Markdown file, read back by a CommonMark parser."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from akira_cli.core.issue import HighlightItem, Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.markdown_text import escape_markdown, without_controls
from akira_cli.core.models import Figure
from akira_cli.core.page import Card, TrailerBlock
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


TABLES_TOO = MarkdownIt("commonmark").enable("table")
PIECES = [
    *"`~-=#*_+>|:<[]()\\ \n\t\r\x00\x0cあ\u2028\xa0",
    *("```", "~~~", "````", "---", "===", "- - -", "* * *", "___", "# ", "###### x", "#\n"),
    *("- ", "* ", "+ ", "1. ", "2) ", "10. ", "> ", "    ", "\n\n", "\n- ", "\n> ", "|-|", ":-:"),
    *("<!--", "<script>", "</", "<?", "<![CDATA[", "[x]: ", "](https://x.org)", "b", "words"),
    *("\n```\n", "\n~~~\n", "\n---\n", "\n===\n", "\n# x\n", "\n   ", "\n    - "),
]
nasty = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def with_every_text(text: str) -> Issue:
    """The sample issue with this one text wherever a curator may write Markdown."""
    issue = sample_issue()
    return issue._replace(
        preamble=(text, "In between", text),
        highlights=tuple(
            group._replace(items=(*group.items, HighlightItem(text, ()), HighlightItem("x", ())))
            for group in issue.highlights
        ),
        toc_intro=text,
        sections=tuple(
            section._replace(entries=tuple(e._replace(summary=text) for e in section.entries))
            for section in issue.sections
        ),
        trailer=tuple(block._replace(text=text) for block in issue.trailer),
    )


class Structure(NamedTuple):
    """What the issue itself puts on the page, in order: all headings there are, anything that
    is a rule or raw HTML, and at the margin its fixed wording, headlines, display
    titles and contents."""

    headings: list[str]
    foreign: list[str]
    fixed: list[str]
    headlines: list[str]
    titles: list[str]
    contents: list[list[str]]


FIXED = {LAYOUT.separator, "Odds & Ends", "In between", *(name for _, name in LAYOUT.groups)}
TITLES = {escape_markdown(entry.title) for entry in ENTRIES if entry.title}
TOC = [line.text for line in sample_issue().toc]


def structure(markdown: str) -> Structure:
    tokens = TABLES_TOO.parse(markdown)
    lines = [t.content.partition("\n")[0] for t in tokens if t.type == "inline" and t.level == 1]
    return Structure(
        headings=[
            f"{opening.tag} {following.content}"
            for opening, following in pairwise(tokens)
            if opening.type == "heading_open"
        ],
        foreign=[
            t.type
            for t in tokens
            if t.type in {"hr", "html_block", "table_open"} and t.content.strip() != "<!-- -->"
        ],
        fixed=[line for line in lines if line in FIXED],
        headlines=[line for line in lines if line.startswith("[**") and "utm_campaign" in line],
        titles=[line for line in lines if line in TITLES],
        contents=[found for found in numbered_lists(tokens) if TOC[0] in found],
    )


def numbered_lists(tokens: list[Token]) -> list[list[str]]:
    """The lines of each numbered list at the margin."""
    lists: list[list[str]] = []
    is_inside = False
    for token in tokens:
        if token.level == 0 and token.type.endswith(("list_open", "list_close")):
            is_inside = token.type == "ordered_list_open"
            lists += [[]] if is_inside else []
        elif is_inside and token.type == "inline":
            lists[-1].append(token.content)
    return lists


PLAIN = structure(Markdown().render(with_every_text("plain words")).main.text)


def test_the_structure_of_a_plain_issue_is_all_there() -> None:
    assert [heading.partition(" ")[0] for heading in PLAIN.headings] == ["h1"] * 7
    assert PLAIN.foreign == []
    assert set(PLAIN.fixed) == FIXED
    assert len(PLAIN.headlines) == len(ENTRIES)
    assert len(PLAIN.titles) == len(TITLES) == 3
    assert PLAIN.contents == [TOC]


@given(nasty)
@example("```")
@example("~~~ info")
@example("---")
@example("=")
@example("# x")
@example("- # x")
@example("> ```")
@example("- ```\n```\n# x")
@example("  ```\n```")
@example("````\n```\n# x\n```\n~~~")
@example("- a\n  ```\nb\n  ```")
@example("|-|")
@example("|a|\n|-|")
@example("words\n- a | b\n  :- | -:")
@example("**")
@example("* *")
@example("1. x")
@example("1) x\n\n2. x")
@example("1. x\n   2) x")
@example("```\n    ```\n# x\n```")
@example("a\u2028# x")
@example("\x00# x")
@example("``\x00`")
@example("<\x00script>")
@example("```\n# x\n```\n<b>")
def test_no_text_changes_the_structure_of_the_issue(text: str) -> None:
    assert structure(Markdown().render(with_every_text(text)).main.text) == PLAIN


@pytest.mark.parametrize("separator", ["---", "* * *", " ___ "])
def test_a_separator_that_is_a_rule_stays_one(separator: str) -> None:
    document = Markdown().render(lay_out(DRAFT, LAYOUT._replace(separator=separator)))
    assert structure(document.main.text).foreign == ["hr"] * 7


@pytest.mark.parametrize("separator", ["~~~~~~", "#####", "=====", "```", "- # x", "a\n---"])
def test_a_separator_that_would_break_the_page_is_shown_as_text(separator: str) -> None:
    document = Markdown().render(lay_out(DRAFT, LAYOUT._replace(separator=separator)))
    made = structure(document.main.text)
    assert (made.headings, made.headlines) == (PLAIN.headings, PLAIN.headlines)


@pytest.mark.parametrize("joint", ["\n---\n", " <!-- ", "\n```\n", "<\x00!--"])
def test_what_joins_headline_and_host_cannot_break_the_page(joint: str) -> None:
    document = Markdown().render(lay_out(DRAFT, LAYOUT._replace(joint=joint)))
    made = structure(document.main.text)
    assert (made.headings, len(made.headlines)) == (PLAIN.headings, len(ENTRIES))


@pytest.mark.parametrize(
    "joint",
    [" !", "!", " \\", " \\!", " — ", " - ", "> ", "*", " _of_ ", "`", "](", " [x] ", "&lt;"],
)
def test_what_joins_headline_and_host_is_plain_text(joint: str) -> None:
    document = Markdown().render(lay_out(DRAFT, LAYOUT._replace(joint=joint)))
    lines = [t.children or [] for t in COMMONMARK.parse(document.main.text) if t.type == "inline"]
    (line,) = (line for line in lines if "Twenty hospitals" in "".join(t.content for t in line))
    assert [t.type for t in line if t.type in {"link_open", "image"}] == ["link_open"] * 2
    words = "".join(t.content for t in line)
    assert words == f"Twenty hospitals, one model{joint}example.org"


def test_a_joint_without_meaning_is_written_as_it_is() -> None:
    document = Markdown().render(lay_out(DRAFT, LAYOUT._replace(joint=" - ")))
    assert ") - [**example.org**](" in document.main.text


def test_fenced_code_that_is_closed_stays_code() -> None:
    document = Markdown().render(with_every_text("```py\n# not a heading\n---\n```"))
    code = [t.content.split() for t in COMMONMARK.parse(document.main.text) if t.type == "fence"]
    assert code == [["#", "not", "a", "heading", "---"]] * 13
    assert document.losses == ()


@given(nasty)
@example("```\n    ```\n# x\n```")
@example("a\u2028# x")
@example("\x00# x")
def test_whatever_is_shown_as_text_is_told(text: str) -> None:
    document = Markdown().render(with_every_text(text))
    for loss in ("the contents' introduction", "the summary of 'a-tweet'"):
        shown = without_controls(text).strip() in document.main.text
        assert shown or loss in {loss.where for loss in document.losses}
