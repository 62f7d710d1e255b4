"""Markdown as text, held against a CommonMark parser."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from akira_cli.core.markdown_text import (
    code_span,
    escape_markdown,
    link_destination,
    links_in,
    neutralised,
    one_line,
    without_controls,
)


class EveryLink(MarkdownIt):
    """CommonMark as readers without any care for safety read it."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  # markdown-it's own
        return True


COMMONMARK = EveryLink("commonmark")
PIECES = [
    *"`\\<>[]()\"'!&*_#=| \n\taあ🌟",
    *("``", "<script>", "</b>", "<!--", "-->", "<?", "![", "](", "](<", "]:", "&lt;", "&#106;"),
    *("javascript:1", "https://x.org/a", "<https://x.org/a>", "mailto:a@b.c", "**", "__", "~~"),
    *("## ", "- ", "+ ", "1. ", "12) ", "> ", "---", "  ", "\n\n", "b1"),
]
nasty = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
texts = st.one_of(st.text(max_size=60), nasty)


def words(text: str) -> str:
    return " ".join(text.split())


def all_tokens(markdown: str) -> list[Token]:
    blocks = COMMONMARK.parse(markdown)
    return [*blocks, *(token for block in blocks for token in block.children or ())]


def test_a_document_gets_no_control_characters_but_line_ends_and_tabs() -> None:
    assert without_controls("a\x00\x1b[1m\tb\n\r\x7f\x9bc\xa0") == "a[1m\tb\nc\xa0"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("[2110.02178] MobileViT: a_b", r"\[2110.02178\] MobileViT: a_b"),
        ("C# and F#, a - b + c, 3 > 2, a < b", "C# and F#, a - b + c, 3 > 2, a < b"),
        ("Are *all* of __these__ $x_i$?", r"Are \*all\* of \_\_these\_\_ $x_i$?"),
        ("Patches? | OpenReview", r"Patches? \| OpenReview"),
        ("<b>&lt;</b> AT&T & co; x<3", r"\<b>\&lt;\</b> AT&T & co; x<3"),
        ("1. First", r"1\. First"),
        ("2021) and 2021.", r"2021\) and 2021."),
        ("1.5 million", "1.5 million"),
        ("- a", r"\- a"),
        ("-5 degrees", "-5 degrees"),
        ("# Not a heading #", r"\# Not a heading \#"),
        ("#34", "#34"),
        ("(June 20~), ~~no~~", r"(June 20~), \~\~no\~\~"),
        ("two\nlines\tand  blanks ", "two lines and blanks"),
    ],
)
def test_only_what_would_mean_something_is_escaped(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


@given(texts)
@example("a\\")
@example("*")
@example("***")
@example("\u3000x")
@example("** bold")
def test_escaped_text_comes_out_as_that_text(text: str) -> None:
    rendered = COMMONMARK.render(escape_markdown(text)).strip()
    expected = words(one_line(text))
    body = rendered.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in body
    assert words(unescape(body)) == expected


@given(texts)
def test_escaped_text_may_stand_in_a_heading_and_in_a_bold_link(text: str) -> None:
    escaped, expected = escape_markdown(text), words(one_line(text))
    heading = COMMONMARK.render(f"# 1. {escaped}")
    assert words(unescape(re.sub(r"</?h1>", "", heading))) == f"1. {expected}".strip()
    if expected:
        link = COMMONMARK.render(f"[**{escaped}**](https://x.org)")
        body = link.strip().removeprefix('<p><a href="https://x.org"><strong>')
        assert words(unescape(body.removesuffix("</strong></a></p>"))) == expected


@given(texts)
def test_a_code_span_shows_the_text_as_it_is(text: str) -> None:
    line = one_line(text)
    rendered = COMMONMARK.renderInline(code_span(text)) if line else "<code></code>"
    body = rendered.removeprefix("<code>").removesuffix("</code>")
    assert unescape(body) == line


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    assert "".join(line.split()) == "".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", "", text).split())


@pytest.mark.parametrize(
    "url",
    [
        "https://x.org/good_(one)",
        "https://x.org/)open(",
        "https://x.org/a)b",
        "https://x.org/?a=1&lt;=2&copy=3",
        "https://x.org/*_[x]",
        "https://x.org/" + "(" * 40 + ")" * 40,
    ],
)
def test_any_web_address_survives_as_a_destination(url: str) -> None:
    written = f"[words]({link_destination(url)})"
    assert [unescape(COMMONMARK.renderInline(written))] == [
        f'<a href="{COMMONMARK.normalizeLink(url)}">words</a>'
    ]
    assert links_in(written) == (url,)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("no link, https://x.org", ()),
        ("[a](https://x.org/1) [b](http://x.org/2)", ("https://x.org/1", "http://x.org/2")),
        ("[a](https://x.org/one_(two_(three)))", ("https://x.org/one_(two_(three))",)),
        (
            "[a](https://x.org \"it's\") [b]( https://y.org 'x' )",
            ("https://x.org", "https://y.org"),
        ),
        ("[a](<https://x.org/a)b>)", ("https://x.org/a)b",)),
        ("[a](https://x.org/?a=1&amp;b=2&copy=3)", ("https://x.org/?a=1&b=2&copy=3",)),
        (r"[a](https://x.org/a\)b)", ("https://x.org/a)b",)),
        ("[a\nb](https://x.org\n'title')", ("https://x.org",)),
        ("see <https://x.org/a>", ("https://x.org/a",)),
        ("[a [inner] b](https://x.org)", ("https://x.org",)),
        ("[a [b](https://x.org/1) c](https://x.org/2)", ("https://x.org/1",)),
        ("![alt](https://x.org/1.png)", ()),
        ("[![alt](https://x.org/1.png)](https://x.org/2)", ("https://x.org/2",)),
        (r"\[a](https://x.org) [a\](https://x.org)", ()),
        ("`[a](https://x.org)` ``[`](https://x.org)``", ()),
        ("` [a](https://x.org)", ("https://x.org",)),
        ("[a](https://x.org [b](https://y.org)", ("https://y.org",)),
        ("[a](javascript:alert(1)) [b](mailto:x@y.z) [c](/relative) [d]()", ()),
        ("](https://x.org)", ()),
    ],
)
def test_links_are_read_as_commonmark_reads_them(text: str, links: tuple[str, ...]) -> None:
    assert links_in(text) == links


@given(st.lists(st.sampled_from([p for p in PIECES if "\n\n" not in p]), max_size=25).map("".join))
def test_no_text_breaks_the_reading_of_links(text: str) -> None:
    assert all(re.match("https?://", url) for url in links_in(text))


@pytest.mark.parametrize("piece", ["[](", "[", "![", "`", '[a](x "', "[a](<", "](", "[a](b(", "\\"])
def test_a_long_text_is_read_in_reasonable_time(piece: str) -> None:
    assert links_in(piece * 20_000) == ()
    assert neutralised(piece * 20_000 + "<b>")


@pytest.mark.parametrize(
    "text",
    [
        "Plain, with a < b & c.",
        "A [link](https://x.org/a_(b) 'title'), <https://x.org>, <mailto:a@b.c>.",
        "`code` and *more* [mail](mailto:a@b.c)",
        "A list:\n\n- `one\n- two`",
        "![picture](https://x.org/1.png)",
        "[angled](<https://x.org/a)b>)",
    ],
)
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert neutralised(text) == text


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("<b>x</b>", r"\<b>x\</b>"),
        (r"\<b> \\<b>", r"\<b> \\\<b>"),
        ("`<mask>` and <mask>", r"`<mask>` and \<mask>"),
        ("a ` b\n<b> ` c", "a \\` b\n\\<b> \\` c"),
        ("[x](javascript:alert(1))", r"[x\](javascript:alert(1))"),
        ("[x]( <JavaScript:a> )", r"[x\]( \<JavaScript:a> )"),
        ("[x](&#106;avascript:a)", r"[x\](&#106;avascript:a)"),
        ("[x](/relative)", r"[x\](/relative)"),
        ("[x]: javascript:a\n\n[x]", "[x\\]: javascript:a\n\n[x]"),
        ("[a](https://x.org) <i>", r"[a](https://x.org) \<i>"),
        ('[a](https://x.org "`") <i> "`"', r'[a\](https://x.org "`") <i> "`"'),
    ],
)
def test_what_is_harmful_becomes_text(text: str, harmless: str) -> None:
    assert neutralised(text) == harmless


@given(nasty)
@example('[a](https://x(y) "`") [b](javascript:1) ` `')
@example("- `a\n- <b>`")
@example("|`a|\n|-|\n|<b>`|")
@example("<https://x`[b](javascript:1)>` `")
@example('[a](https://x.org/a "<https://x.org/a")[b](javascript:1)>')
def test_no_text_keeps_raw_html_or_an_unsafe_link(text: str) -> None:
    tokens = all_tokens(neutralised(text))
    assert not [t for t in tokens if t.type in ("html_inline", "html_block")]
    targets = [t.attrGet("href") or t.attrGet("src") for t in tokens]
    unsafe = [t for t in targets if t and not re.match("https?://|mailto:", str(t))]
    assert not unsafe


@given(nasty)
def test_making_harmless_adds_backslashes_and_nothing_else(text: str) -> None:
    assert neutralised(text).replace("\\", "") == text.replace("\\", "")
    assert neutralised(neutralised(text)) == neutralised(text)
