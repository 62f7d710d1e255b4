"""Any text read as a page: elements, texts, and what each stands in."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.exporters._html_nodes import read_page


def outline(html: str) -> list[str]:
    """Each element as a path of tags, each text behind the path of its element."""
    return [
        "/".join([*(outer.tag for outer in node.within), node.tag or repr(node.words)])
        for node in read_page(html).nodes
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a <em>b</em></p>c", ["p", "p/'a'", "p/em", "p/em/'b'", "'c'"]),
        ("<P>x</P>", ["p", "p/'x'"]),
        ("<p>a<p>b", ["p", "p/'a'", "p", "p/'b'"]),
        ("<p>a<em>b<h2>c", ["p", "p/'a'", "p/em", "p/em/'b'", "h2", "h2/'c'"]),
        ("<p><img>a", ["p", "p/img", "p/'a'"]),
        ("<ul><li>a<li>b</ul>", ["ul", "ul/li", "ul/li/'a'", "ul/li", "ul/li/'b'"]),
        ("<li><ul><li>", ["li", "li/ul", "li/ul/li"]),
        ("<head><meta><body>", ["head", "head/meta", "body"]),
        ("<b><i></b>x</i>", ["b", "b/i", "'x'"]),
        ("x</p>", ["'x'"]),
        ("<!-- <p> -->x<!--><p><!-- --!>y<!-- <p>", ["'x'", "p", "p/'y'"]),
        ("<?php <p ?>a</ >b<!c>", ["'a'", "'b'"]),
        ("<title>a <b> &amp; c</title>", ["title", "title/'a <b> & c'"]),
        ("<script>'</p>'</scripts></script>x", ["script", "script/\"'</p>'</scripts>\"", "'x'"]),
        ("<style>a", ["style", "style/'a'"]),
        ("a < b &lt; c", ["'a'", "'< b < c'"]),
        ("a <", ["'a'", "'<'"]),
        ("<p", ["p"]),
    ],
)
def test_a_text_is_read_as_browsers_read_it(html: str, expected: list[str]) -> None:
    assert outline(html) == expected


@pytest.mark.parametrize(
    ("start", "attributes"),
    [
        ("<a HREF='x y' b=\"'\" c=d/e f>", {"href": "x y", "b": "'", "c": "d/e", "f": ""}),
        ("<a b = c d= 'e'/>", {"b": "c", "d": "e"}),
        ("<a/b/c=1>", {"b": "", "c": "1"}),
        ("<a b=1 B=2>", {"b": "1"}),
        ('<a b="&lt;&amp;>">', {"b": "<&>"}),
        ("<a b=''>", {"b": ""}),
        ("<a b='c", {"b": "c"}),
        ("<a b=>", {"b": ""}),
    ],
)
def test_attributes_are_read_as_browsers_read_them(start: str, attributes: dict[str, str]) -> None:
    assert [node.attributes for node in read_page(start).nodes] == [attributes]


@pytest.mark.parametrize(
    ("html", "has_doctype"),
    [
        ("<!doctype html>", True),
        ("\n<!DOCTYPE html PUBLIC 'x'>", True),
        ("<!doctype>", False),
        ("<!-- <!doctype html> -->", False),
        ("<p>", False),
    ],
)
def test_a_doctype_is_seen(html: str, *, has_doctype: bool) -> None:
    assert read_page(html).has_doctype is has_doctype


def test_every_element_has_the_line_it_begins_on() -> None:
    html = "<!--\n-->\n<p\na='\n'>x</p>\n<style>\n\n</style><hr>\n<title>\n</title\n><br>"
    lines = {node.tag: node.line for node in read_page(html).nodes if node.tag}
    assert lines == {"p": 3, "style": 6, "hr": 8, "title": 9, "br": 11}


def test_the_words_of_an_element_are_all_its_text_with_single_blanks() -> None:
    [heading, *_] = read_page(
        "<h1> A <em>story</em> <code>of</code><br>\n  two&nbsp;lines</h1>"
    ).nodes
    assert heading.words == "A story of two lines"


def test_a_number_past_all_characters_stays_as_it_is() -> None:
    number = f"&#{'9' * 5000};"
    assert read_page(number).nodes[0].words == number


@pytest.mark.parametrize("piece", ["<!--", "<a ", '<a b="', "</", "<![x[", "<ul>", "<title>"])
def test_what_never_ends_is_read_to_the_end(piece: str) -> None:
    read = [node.tag for node in read_page("<p>" + piece * 20_000 + "<hr>").nodes]
    assert read[0] == "p"


def test_a_node_stands_in_a_few_elements_however_deep_it_is() -> None:
    assert max(len(node.within) for node in read_page("<ul>" * 1000 + "x").nodes) < 100


TEXTS = st.text("ab <>&'\"=/!-\n", max_size=8)
LEAVES = TEXTS.map(escape)
ELEMENTS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        '<{0} {1}="{2}">{3}</{0}>'.format,
        st.sampled_from(["em", "a", "strong", "x-y"]),
        st.sampled_from(["href", "class", "DATA-x"]),
        LEAVES,
        st.lists(inner, max_size=3).map("".join),
    ),
    max_leaves=12,
)


class Standard(HTMLParser):
    """What the standard library reads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.read: list[tuple[str, dict[str, str], int]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.read.append((tag, attributes, self.getpos()[0]))


@settings(deadline=None)
@given(ELEMENTS)
def test_a_right_page_is_read_as_the_standard_library_reads_it(html: str) -> None:
    nodes = [node for node in read_page(html).nodes if node.tag]
    assert [(node.tag, node.attributes, node.line) for node in nodes] == Standard(html).read
