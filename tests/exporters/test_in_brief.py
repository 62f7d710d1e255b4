"""An issue in one line of so many characters."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from akira_cli.core.layout import lay_out
from akira_cli.core.models import Entry, Highlight
from akira_cli.exporters._in_brief import in_brief
from akira_cli.exporters._markdown import MarkdownToHtml
from tests.exporters.sample_issue import DRAFT, ENTRIES, LAYOUT


def brief(*highlights: str, most: int = 12, entries: tuple[Entry, ...] = ()) -> str:
    draft = replace(DRAFT, highlights=tuple(map(Highlight, highlights)), entries=entries)
    return in_brief(lay_out(draft, LAYOUT), MarkdownToHtml(), most)


@pytest.mark.parametrize(
    ("highlights", "words"),
    [
        (("One *two*.",), "One two."),
        (("[One](https://x.org)", " two\n"), "One two"),
        (("It fits well",), "It fits well"),
        (("It fitted well.",), "It fitted…"),
        (("It fits, but no more",), "It fits…"),
        (("It fits now, and more",), "It fits now…"),
        (("長い文章はどこでも切れてよいもの",), "長い文章はどこでも切れ…"),
        (("On 長い文章はどこでも切れる",), "On 長い文章はどこで…"),
        ((), ""),
    ],
)
def test_the_highlights_are_cut_after_the_last_whole_word(
    highlights: tuple[str, ...], words: str
) -> None:
    assert brief(*highlights) == words


def test_without_highlights_it_is_the_headlines_or_what_stands_for_them() -> None:
    untitled = replace(ENTRIES[0], headline="", title="A *title*")
    assert brief(entries=(untitled, ENTRIES[1]), most=80) == "A *title* Twenty hospitals, one model"


@given(st.lists(st.text(st.sampled_from("ab ,語*\x1b\n"), max_size=60), max_size=3))
@example(["," * 30])
def test_it_is_one_line_that_fits(highlights: list[str]) -> None:
    words = brief(*highlights)
    assert len(words) <= 12
    assert words == " ".join(words.split())
    assert "\x1b" not in words
