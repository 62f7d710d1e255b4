"""One broken page for each rule of Medium's import."""

from __future__ import annotations

import pytest

from tests.exporters.medium_rules import violations

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A story &amp; more</title><style>p { color: red }</style></head>
<body><h1>A story &amp; <em>more</em></h1>
<!-- here -->
</body>
</html>
"""

GOOD = """
<p>Words, <a href="https://x.org/"><strong>a link</strong></a>,<br>and <code>code</code>.</p>
<figure><img src="https://x.org/1.png" alt=""><figcaption>Drawn by hand</figcaption></figure>
<p>A paragraph after it.</p>
<p><img src="https://x.org/2.png"/></p>
<ul><li>one <em>item</em></li><li>another</li></ul>
<hr>
<blockquote><p>one quote</p><p>of two paragraphs</p></blockquote>
<p>between</p>
<blockquote>another</blockquote>
<h2>Heading</h2><h3>Smaller</h3><pre>x = 1</pre>
"""


def with_body(html: str) -> str:
    return PAGE.replace("<!-- here -->", html)


def test_a_page_of_what_medium_knows_is_faultless() -> None:
    assert violations(with_body(GOOD)) == []


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ("<!doctype html>", "", "the page lacks a doctype"),
        (' lang="en"', "", "the page lacks <html lang>"),
        ("head>", "div>", "the page lacks a <head>"),
        ('<meta charset="utf-8">', "", "the page lacks <meta charset>"),
        ("<title>A story &amp; more</title>", "", "the page lacks a <title>"),
        ("more</title>", "more | Site</title>", "the <title> 'A story & more | Site' is not"),
    ],
)
def test_a_page_that_is_not_whole_is_named(good: str, bad: str, fault: str) -> None:
    found = violations(PAGE.replace(good, bad))
    assert [line for line in found if line.startswith(fault)]


def test_a_fragment_lacks_everything() -> None:
    assert len(violations("<p>words</p>")) == 6


IMAGE = '<img src="https://x.org/1.png">'


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<table></table>", "Medium knows no <table>"),
        ("<p>x<sup>2</sup></p>", "Medium knows no <sup>"),
        ("<script>alert(1)</script>", "Medium knows no <script>"),
        ("<h4>deep</h4>", "Medium knows no <h4>"),
        ("<h2> </h2>", "the <h2> is empty"),
        (f"<figure>{IMAGE}<figcaption></figcaption></figure>", "the <figcaption> is empty"),
        ("<p style='color: red'>x</p>", "the style of <p> is lost"),
        ("<p><a href='javascript:alert(1)'>x</a></p>", "a link leads to 'javascript:alert(1)'"),
        ("<p><a>x</a></p>", "a link leads to ''"),
        ("<p><img src='images/1.png'></p>", "the address of the image 'images/1.png' is not"),
        ("<p><img src='http://x.org/1.png'></p>", "the address of the image 'http://x.org/1.png'"),
        ("<p><img src='data:image/png;base64,AA'></p>", "the address of the image 'data:image"),
        (f"<p>words {IMAGE}</p>", "an image shares its paragraph"),
        (f"<p>{IMAGE} words</p>", "an image shares its paragraph"),
        (f"<p>{IMAGE}{IMAGE}</p>", "an image shares its paragraph"),
        (IMAGE, "an image stands in no paragraph"),
        (f"<p><a href='https://x.org'>{IMAGE}</a></p>", "the link around an image is lost"),
        ("<ul><li>one<ul><li>deeper</li></ul></li></ul>", "there is a <ul> inside a list item"),
        ("<ol><li><p>one</p></li></ol>", "there is a <p> inside a list item"),
        ("<blockquote>a</blockquote>\n<blockquote>b</blockquote>", "two quotes with nothing"),
    ],
)
def test_each_rule_has_a_page_that_breaks_it(html: str, fault: str) -> None:
    found = violations(with_body(html))
    assert len(found) == 1
    assert found[0].startswith(f"line 5: {fault}") or found[0].startswith(f"line 6: {fault}")
