"""What an issue loses, told text by text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from akira_cli.core.layout import lay_out
from akira_cli.core.losses import shown_as_text
from akira_cli.core.models import Draft, Entry, Highlight
from akira_cli.core.page import Layout, Section, TrailerBlock

PLACES = ["the preamble", "a highlight", "the contents' introduction", "the summary of 'a'"]
PLACES.append("the closing block 'about'")


def losses(text: str) -> list[tuple[str, str]]:
    """The losses of an issue that has the text in every place."""
    layout = Layout(
        name="News",
        title="{name}",
        sections=(Section("papers", "Papers", "Papers"),),
        groups=(("featured", "Featured"),),
        toc_intro=text,
        separator="---",
        trailer=(TrailerBlock("about", text=text),),
    )
    entry = Entry("a", "papers", "https://example.org/a", summary=text)
    draft = Draft("issue-001", "Issue #1", preamble=(text,), highlights=(Highlight(text),))
    found = shown_as_text(lay_out(replace(draft, entries=(entry,)), layout))
    return [(loss.where, loss.what.partition(",")[0]) for loss in found]


@pytest.mark.parametrize("text", ["Words.", " a [link](https://x.org)\n", "```\n# x\n```", "a\x07"])
def test_nothing_is_told_of_what_stays_as_it_is(text: str) -> None:
    assert losses(text) == []


@pytest.mark.parametrize("text", ["<b>", "[x](/y)", "<\x00b>"])
def test_html_and_links_shown_as_text_are_told(text: str) -> None:
    assert losses(text) == [(place, "raw HTML") for place in PLACES]


@pytest.mark.parametrize("text", ["# x", "a\n---", "```", "- ~~~", "\x00# x"])
def test_what_would_break_the_page_is_told(text: str) -> None:
    assert losses(text) == [(place, "a heading") for place in PLACES]


def test_both_are_told_of_one_text() -> None:
    assert losses("# <b>")[:2] == [("the preamble", "raw HTML"), ("the preamble", "a heading")]
