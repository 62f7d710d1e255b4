"""The curator's Markdown as safe HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from akira_cli.exporters import _markdown
from akira_cli.exporters._markdown import MarkdownToHtml

TAGS = {"a", "strong", "em", "code", "br"}
PIECES = [
    *"`\\[]*_!&\"'> \n\taあ\xa0",
    *("<script>", "</a>", "<img src=x onerror=y>", "[x](javascript:y)", "[x](/y)", "&lt;", "**"),
    *("[x](https://x.org 'y')", "<https://x.org>", "  \n", "\n\n", "- ", "# "),
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=20).map("".join))


class Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a < b & \"c\" > 'd'", "a &lt; b &amp; \"c\" &gt; 'd'"),
        ("**b** *e* `c<d`", "<strong>b</strong> <em>e</em> <code>c&lt;d</code>"),
        ('[a](https://x.org/?a=1&b=2 "t")', '<a href="https://x.org/?a=1&amp;b=2">a</a>'),
        ("<mailto:a@b.c>", '<a href="mailto:a@b.c">mailto:a@b.c</a>'),
        ("one\ntwo", "one two"),
        ("*one*\ntwo  \nthree", "<em>one</em> two<br>three"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("![x](https://x.org/1.png)", '!<a href="https://x.org/1.png">x</a>'),
        ("# no heading", "# no heading"),
    ],
)
def test_inline_markdown_becomes_html(text: str, html: str) -> None:
    assert MarkdownToHtml().inline(text) == html


def test_paragraphs_are_told_apart_by_blank_lines() -> None:
    text = "\n one\ntwo\n \t\n*three*\r\n\r\nfour\n\n\n"
    assert MarkdownToHtml().paragraphs(text) == ["one two", "<em>three</em>", "four"]


def test_plain_text_is_the_words_alone() -> None:
    text = "[Words](https://x.org), *bold*,  \n`a<b>` &amp; more."
    assert MarkdownToHtml().plain(text) == "Words, bold, a<b> & more."


@given(texts)
def test_no_text_yields_an_element_or_a_link_that_is_not_allowed(text: str) -> None:
    for tag, attributes in Elements(MarkdownToHtml().inline(text)).found:
        assert tag in TAGS
        assert all(name == "href" for name, _ in attributes)
        assert all(re.match("https?://|mailto:", value or "") for _, value in attributes)


easy_pieces = [
    *"a \né<!_()'\"[];.あ",
    *("& ", "&x", "b_c", "# ", "- ", "](", "https://x.org", "~~", "1. ", "&amp;"),
    *("[x, y](https://x.org)", "[x](http://a-b.x.org/a_b/?c=d-e&f#g)", "[x](https://x.org:0/..)"),
    *(
        "[x](https://X.org/A//../%20)",
        "[x](http://x.org/A//../b?c?d#e#f:g=)",
        "[x](https://xn--a.b)",
    ),
]


@given(st.one_of(texts, st.lists(st.sampled_from(easy_pieces), max_size=12).map("".join)))
@example("a\nb")
@example("\x00")
@example("\xa0")
def test_the_way_without_the_parser_leads_to_the_same_html(text: str) -> None:
    easy = _markdown._without_parser(text.strip())  # noqa: SLF001  # both ways are compared
    if easy is not None:
        assert easy == _markdown._parser()(text.strip())  # noqa: SLF001  # the short way against the long one


@pytest.mark.parametrize(
    "text", ["Plain & simple, a < b, snake_case.", "See [the paper](https://arxiv.org/abs/1), too."]
)
def test_plain_words_and_plain_links_need_no_parser(text: str) -> None:
    assert _markdown._without_parser(text) is not None  # noqa: SLF001  # the short way against the long one
