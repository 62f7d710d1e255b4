"""The words of a Markdown text, without its marks."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.markdown_text import code_span, escape_markdown, one_line
from akira_cli.core.plain_words import plain_words

PIECES = [*"\\`*_[]()<>!~|#&= \n\taあ5", "](", "![", "https://", "<https://", "mailto:", "__", "~~"]
nasty = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
texts = st.one_of(st.text(max_size=80), nasty)


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("", ""),
        ("Nothing but words, 3.1% of them.", "Nothing but words, 3.1% of them."),
        ("two\nlines  and\ta tab", "two lines and a tab"),
        ("**bold** and *light* and ***both***", "bold and light and both"),
        ("__bold__ and _light_", "bold and light"),
        ("snake_case and __init__ and a_b_", "snake_case and init and a_b"),
        ("~~gone~~ but ~5 stays", "gone but ~5 stays"),
        ("`code` and ``more ` code``", "code and more code"),
        ("[a link](https://a.example/x_y)", "a link"),
        ("[a *light* link](https://a.example/(1)) too", "a light link too"),
        ('[titled](https://a.example "Its title")', "titled"),
        ("![a picture](figures/1.png)", "a picture"),
        ("[brackets \\[1\\]](https://a.example)", "brackets [1]"),
        ("[[2110.02178] MobileViT](https://a.example/7)", "[2110.02178] MobileViT"),
        ("[![a picture](figures/1.png)](https://a.example/7)", "a picture"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("<mailto:a@b.example>", "mailto:a@b.example"),
        ("a < b > c, [1] and (2)", "a < b > c, [1] and (2)"),
        ("[no link] (apart)", "[no link] (apart)"),
        (r"5 \* 3, \_x\_, \[1\], C\#", "5 * 3, _x_, [1], C#"),
        (r"a \\ b", "a \\ b"),
        (r"C:\folder", r"C:\folder"),
    ],
)
def test_a_text_is_shown_as_a_reader_sees_it(markdown: str, shown: str) -> None:
    assert plain_words(markdown) == shown


@given(texts)
def test_a_text_that_was_escaped_is_shown_as_it_was(text: str) -> None:
    assert plain_words(escape_markdown(text)) == " ".join(one_line(text).split())


@given(st.text("abc 05.,%-", max_size=40))
def test_code_is_shown_without_its_backticks(text: str) -> None:
    assert plain_words(code_span(text)) == " ".join(text.split())


@given(texts)
def test_no_text_is_too_odd_and_none_is_longer_than_it_was(text: str) -> None:
    shown = plain_words(text)
    assert shown == " ".join(shown.split())
    assert len(shown) <= len(text)


HOSTILE = """
from akira_cli.core.plain_words import plain_words
for text in (
    "[" * 100_000, "[x](" * 50_000, "[x](()" * 50_000, "[a](b " + "[c](d)" * 50_000,
    "a" + "_" * 200_000 + "b", "a__" * 50_000, "*" * 200_000, "\\\\" * 200_001, "[\\\\[" * 50_000,
    "[[a]" * 50_000, "[" + "[a]" * 50_000, "[[a](" * 50_000, "[[a](b)" * 50_000,
    "[x](" + "a" * 100_000 + "(" * 100_000, "<https://" * 50_000, "![" * 100_000,
):
    plain_words(text)
"""


def test_no_text_of_an_attacker_takes_long() -> None:
    """In a process of its own, which can be ended: what is quadratic here takes minutes."""
    ended = subprocess.run([sys.executable, "-c", HOSTILE], timeout=60, check=False)  # noqa: S603  # our own words
    assert ended.returncode == 0
