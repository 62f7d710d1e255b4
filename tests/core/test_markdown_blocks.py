"""Markdown that keeps to its own place in a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from akira_cli.core.markdown_blocks import contained, lines_apart

COMMONMARK = MarkdownIt("commonmark")
WITH_TABLES = MarkdownIt("commonmark").enable("table")
PIECES = [
    *"`~-=#*_+>|:.1 \n\tab\\",
    *("|a|\n", "|-|", ":-:", "-|", "\n|"),
    *("```", "~~~", "\n```\n", "\n---\n", "\n===", "\n# ", "- ", "* ", "1. ", "> ", "\n   "),
]
nasty = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("# One\n####### seven", "\\# One\n####### seven"),
        ("   ### Three", "   \\### Three"),
        ("- > 1. # deep", "- > 1. \\# deep"),
        ("Words\n===", "Words\n\\==="),
        ("Words\n-- ", "Words\n\\-- "),
        ("a\n\n---\n\n* * *\n\n_ _ _", "a\n\n\\---\n\n* * \\*\n\n\\_ _ _"),
        ("```py\ncode", "\\`\\`\\`py\ncode"),
        ("~~~~", "\\~\\~\\~\\~"),
        ("> ```\n> code\n> ```", "> \\`\\`\\`\n> code\n> \\`\\`\\`"),
        ("````\n```\n# code\n```", "\\`\\`\\`\\`\n```\n# code\n```"),
        ("|:-|\nwords", "\\|:-|\nwords"),
        ("|a|\n|-|", "|a|\n\\|-|"),
        ("words\n|a|b\n :-: | --- \n|c|d", "words\n|a|b\n \\:-: | --- \n|c|d"),
        ("a | b\n-|-\n1 | 2", "a | b\n\\-|-\n1 | 2"),
        ("- > |a|\n  > |-|", "- > |a|\n  > \\|-|"),
    ],
)
def test_what_would_break_out_becomes_text(text: str, harmless: str) -> None:
    assert contained(text) == harmless


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, #34, -5 degrees, a - b, 2021. And so on.",
        "A list:\n\n- one\n- two\n\n1. first\n2. second",
        "> a quote",
        "```code``` and *more*",
        "```\n# code\n---\n```",
        "~~~ info `x`\n```\n   ~~~~ ",
        "    indented code",
        "**bold** at the start\n__too__\n***both***",
        "|a|\n| |\n:\n- a | b\n- |",
        "```\n|a|\n|-|\n```",
    ],
)
def test_what_stays_in_its_place_stays_as_it_is(text: str) -> None:
    assert contained(text) == text


@given(nasty)
def test_no_text_makes_a_heading_or_a_rule_or_reaches_what_follows(text: str) -> None:
    tokens = COMMONMARK.parse(f"title\n{contained(text.strip())}\n\nEnd.")
    assert not [t for t in tokens if t.type in ("heading_open", "hr")]
    assert [t.content for t in tokens if t.level == 1][-1] == "End."


@given(nasty)
def test_no_text_makes_a_table(text: str) -> None:
    tokens = WITH_TABLES.parse(f"|a|\n{contained(text.strip())}\n\nEnd.")
    assert not [token for token in tokens if token.type == "table_open"]


@given(nasty)
def test_containing_adds_backslashes_and_is_done_once(text: str) -> None:
    assert contained(text).replace("\\", "") == text.replace("\\", "")
    assert contained(contained(text)) == contained(text)


@pytest.mark.parametrize(
    "piece",
    [
        "```x\n",
        "~~~\n```x\n````x\n",
        "- ",
        "> ",
        "1. ",
        "* * ",
        " ",
        "-",
        "#",
        "`",
        "\n",
        "|-",
        "|a|\n|-|\n",
    ],
)
def test_a_long_text_is_read_in_reasonable_time(piece: str) -> None:
    text = piece * 20_000 + "x"
    assert contained(text).replace("\\", "") == text


def test_lines_are_set_apart() -> None:
    assert lines_apart(" one\n\n\ntwo \n ") == "one\n\ntwo"
