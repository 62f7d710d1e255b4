"""For each rule of Medium's import, a page that breaks it and its neighbour that does not."""

from __future__ import annotations

from binascii import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.exporters._medium_rules import RULES, Violation, violations

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A story &amp; more</title></head>
<body>
<h1>A story &amp; <em>more</em></h1>
<!-- here -->
</body>
</html>
"""

GOOD = (
    '<p>Words, <a href="https://x.org/"><strong>a link</strong></a>,<br>and <code>code</code>.</p>',
    '<figure><img src="https://x.org/1.png" alt=""><figcaption>By hand</figcaption></figure>'
    "<p><em>By hand</em></p>",
    '<p><img src="https://x.org/2.jpg"/></p>\n<p>Below it.</p>',
    "<ul><li>one <em>item</em></li><li>another</ul>\n<ol><li>one</li></ol>",
    "<hr>",
    "<blockquote><p>one quote</p><p>of two paragraphs</p></blockquote>\n<p>between</p>",
    "<h2>Heading</h2>\n<h3>Smaller</h3>",
    "<pre>x = 1\ny = 2</pre>",
)


def with_body(html: str) -> str:
    return PAGE.replace("<!-- here -->", html)


def named(html: str) -> str:
    return f"issue-1_20261120_{crc32(html.encode()):08x}.html"


def broken_rules(html: str) -> list[str]:
    return [violation.rule for violation in violations(html, named(html))]


def picture(address: str) -> str:
    return f'<p><img src="{address}"></p>'


def figure(caption: str, below: str) -> str:
    drawn = f'<img src="https://x.org/1.png"><figcaption>{caption}</figcaption>'
    return f"<figure>{drawn}</figure><p>{below}</p>"


IMAGE = '<img src="https://x.org/1.png">'
QUOTE = "<blockquote>words</blockquote>"

OF_THE_PAGE = [  # the rule, what the page has, what breaks the rule there, what does not
    ("document", "<!doctype html>", "", "<!DOCTYPE HTML>"),
    ("document", '<html lang="en">', "", "<html>"),
    ("document", "<head>", "", "<HEAD>"),
    ("document", ' charset="utf-8"', "", ' http-equiv="Content-Type" content="x; charset=utf-8"'),
    ("document", "<title>A story &amp; more</title>", "", "<title>\nA story & more\n</title>"),
    ("document", "<body>", "", "<BODY class='x'>"),
    ("title", "more</title>", "more | A site</title>", "more </title>"),
    ("title", "<h1>A story &amp; <em>more</em></h1>", "", "<h1>A story<br>&amp; more</h1>"),
    ("title-length", "A story", f"{'A' * 88} story", f"{'A' * 87} story"),
    ("active-content", "</head>", "<script>x()</script></head>", "<style>a {}</style></head>"),
    ("style", "<body>", "<body style='color: red'>", "<body class='red'>"),
]

OF_THE_BODY = [  # the rule, what breaks it, its neighbour that does not
    ("block", "<div><p>x</p></div>", "<p>x</p>"),
    ("block", "<x-card>x</x-card>", "<p>x-card</p>"),
    ("block", "<style>p {}</style>", "<!-- <style>p {}</style> -->"),
    ("table", "<table><tr><td>x</td></tr></table>", "<ul><li>x</li></ul>"),
    ("active-content", "<script>document.write('<table>')</script>", "<p>&lt;script></p>"),
    ("active-content", "<iframe src='https://x.org/'><div></iframe>", "<p>https://x.org/</p>"),
    ("active-content", "<form></form>", "<p>form</p>"),
    ("inline-mark", "<p>x<sup>2</sup></p>", "<p>x<em>2</em></p>"),
    ("inline-mark", "<p><span>x</span></p>", "<p><a href='https://x.org'><em>x</em></a></p>"),
    ("style", "<p style='color: red'>x</p>", "<p class='red'>x</p>"),
    ("data-uri", picture("data:image/png;base64,AA"), picture("https://x.org/data:image")),
    ("data-uri", "<p><a href=' DATA:text/html,x'>x</a></p>", "<p>data:text/html,x</p>"),
    ("heading-level", "<h4>deep</h4>", "<h3>deep</h3>"),
    ("heading-level", "<h1>A second</h1>", "<h2>A second</h2>"),
    ("heading-empty", "<h2> <em>&nbsp;</em></h2>", "<h2><em>x</em></h2>"),
    ("picture-alone", f"<p>words {IMAGE}</p>", f"<p>words</p><p>{IMAGE}</p>"),
    ("picture-alone", f"<p>{IMAGE} words</p>", f"<p> {IMAGE}\n</p><p>words</p>"),
    ("picture-alone", f"<figure>{IMAGE}<p>words</p></figure>", f"<figure><p>{IMAGE}</p></figure>"),
    ("picture-alone", f"<p>{IMAGE}{IMAGE}</p>", f"<p>{IMAGE}</p><p>{IMAGE}</p>"),
    ("picture-alone", IMAGE, f"<figure>{IMAGE}</figure>"),
    ("picture-alone", f"<ul><li>{IMAGE}</li></ul>", f"<ul><li>x</li></ul><p>{IMAGE}</p>"),
    ("picture-address", picture("images/1.png"), picture("https://x.org/images/1.png")),
    ("picture-address", "<p><img></p>", picture(" https://x.org/1.png ")),
    ("picture-address", picture("//x.org/1.png"), picture("HTTPS://X.org/1.png")),
    ("picture-address", picture("http://x.org/1.png"), picture("https://x.org:8443/1.png")),
    ("picture-address", picture("https://localhost/1.png"), picture("https://localhost.org/1.png")),
    ("picture-address", picture("https://me@nas.local./1.png"), picture("https://local.nas/1.png")),
    ("picture-address", picture("https://printer/1.png"), picture("https://printer.org/1.png")),
    ("picture-address", picture("https://127.0.0.1/1.png"), picture("https://9.9.9.9/1.png")),
    ("picture-address", picture("https://192.168.1.9/1.png"), picture("https://192.169.1.9/1.png")),
    ("picture-address", picture("https://127.1/1.png"), picture("https://127.1.org/1.png")),
    ("picture-address", picture("https://[::1]/1.png"), picture("https://[2620:fe::fe]/1.png")),
    ("picture-address", picture("https://x.org/a b.png"), picture("https://x.org/a%20b.png")),
    ("picture-address", picture("https://[::/1.png"), picture("https://x.org/[::/1.png")),
    ("picture-format", picture("https://x.org/1.webp?a#b"), picture("https://x.org/1.JPEG?a.svg")),
    ("picture-format", picture("https://x.org/1.SVG"), picture("https://x.org/2110.07858")),
    ("picture-format", picture("https://x.org/a.pdf"), picture("https://x.com")),
    ("picture-link", f"<p><a href='https://x.org'>{IMAGE}</a></p>", f"<p>{IMAGE}</p>"),
    ("caption-placeholder", figure("Figure 1:", "Figure 1: a cat"), figure("a cat", "a cat")),
    ("caption-placeholder", figure("", "words"), figure("words", "words")),
    ("caption-placeholder", f"<p>{IMAGE}</p><p>[Image caption]</p>", f"<p>{IMAGE}</p><p>Tea</p>"),
    ("caption-placeholder", f"<p>{IMAGE}</p><p>TODO</p>", f"<p>{IMAGE}</p><h2>Todo</h2>"),
    ("caption-text", figure("A cat", "A dog"), figure("A <em>cat</em>", "<em>A cat</em> (CC BY)")),
    ("caption-text", figure("A cat", "x").removesuffix("<p>x</p>"), figure("A cat", "A cat")),
    ("list-nested", "<ul><li>x<ol><li>y</li></ol></li></ul>", "<ul><li>x</ul><ol><li>y</ol>"),
    ("list-item", "<ol><li><p>x</p></li></ol>", "<ol><li><em>x</em></li></ol>"),
    ("list-item", "<ul><li><blockquote>x</blockquote></ul>", f"<ul><li>x</ul>{QUOTE}"),
    ("quotes-adjacent", f"{QUOTE}\n<!-- x -->{QUOTE}", f"{QUOTE}<p>x</p>{QUOTE}"),
    ("quotes-adjacent", f"{QUOTE}<p>&nbsp;</p>{QUOTE}", f"{QUOTE}<p>{IMAGE}</p>{QUOTE}"),
    ("quotes-adjacent", QUOTE * 2, f"{QUOTE}x{QUOTE}"),
    ("code-label", "<pre>python \nx = 1</pre>", "<pre>python x.py\nx = 1</pre>"),
    ("code-label", "<pre>\n C++\n\nx++;</pre>", "<pre>python</pre>"),
    (
        "code-label",
        '<pre><code class="language-Logo">logo\nforward 1</code></pre>',
        '<pre><code class="language-logo">forward 1\nlogo</code></pre>',
    ),
    ("code-label", '<pre class="language-x">x\ny</pre>', '<pre class="language-y">x\ny</pre>'),
    ("link-address", "<p><a href='/about'>x</a></p>", "<p><a href='http://x.org/about'>x</a></p>"),
    ("link-address", "<p><a>x</a></p>", "<p><a href='MAILTO:a@x.org'>x</a></p>"),
    ("link-address", "<p><a href='javascript:x()'>x</a></p>", "<p>javascript:x()</p>"),
    ("link-address", "<p><a href='https:///x'>x</a></p>", "<p><a href='https://x.org'>x</a></p>"),
]


def test_a_page_of_what_medium_knows_is_faultless() -> None:
    html = with_body("\n".join(GOOD))
    assert violations(html, named(html)) == ()


@pytest.mark.parametrize(("rule", "part", "breaking", "keeping"), OF_THE_PAGE)
def test_each_rule_of_a_page_is_broken_and_kept(
    rule: str, part: str, breaking: str, keeping: str
) -> None:
    assert part in PAGE
    assert broken_rules(PAGE.replace(part, breaking)) == [rule]
    assert broken_rules(PAGE.replace(part, keeping)) == []


@pytest.mark.parametrize(("rule", "breaking", "keeping"), OF_THE_BODY)
def test_each_rule_of_the_body_is_broken_and_kept(rule: str, breaking: str, keeping: str) -> None:
    assert set(broken_rules(with_body(breaking))) == {rule}
    assert broken_rules(with_body(keeping)) == []


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        (named(PAGE), 0),
        (f"medium/{named(PAGE).upper().replace('.HTML', '.html')}", 0),
        (named(PAGE).replace(".html", ".htm"), 1),
        (named(PAGE + "\n"), 1),
        ("issue-1.html", 1),
        ("", 2),
    ],
)
def test_a_file_is_named_for_its_content(name: str, faults: int) -> None:
    assert [violation.rule for violation in violations(PAGE, name)] == ["file-name"] * faults


def test_every_rule_has_a_page_that_breaks_it() -> None:
    assert {case[0] for case in (*OF_THE_PAGE, *OF_THE_BODY)} | {"file-name"} == set(RULES)


def test_a_fragment_lacks_every_part_of_a_page() -> None:
    assert broken_rules("<p>words</p>") == ["document"] * 6 + ["title"]


def test_a_violation_says_where_and_what() -> None:
    body = "<p>words</p>\n<p>\n<a href='/a\x1bb'>x</a></p>\n<p><img src=' /a?b&amp;c '></p><u>"
    html = with_body(body)
    assert violations(html, named(html)) == (
        Violation("link-address", 8, "a link leads to '/a b'"),
        Violation("inline-mark", 9, "there is a <u>"),
        Violation("picture-address", 9, "'/a?b&c' is no public https address", "/a?b&c"),
    )


def test_what_is_quoted_is_cut() -> None:
    html = with_body(f"<p><a href='{'/' * 9999}'>x</a></p><{'x' * 9999}>")
    assert max(len(violation.what) for violation in violations(html, named(html))) < 200


BROKEN_PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<li>", "<ul>", "</ul>", "<pre>", "<blockquote>", "</blockquote>", "<h1>"),
        *("<figure>", "<figcaption>", "<title>", "</title>", "<table>", "<head>", "<body>", "<!--"),
        *(
            "<img src='",
            "<a href=",
            "https://",
            "[::",
            "data:",
            "'",
            '"',
            ">",
            "&#x110000;",
            "\ud800",
        ),
        *(
            "<pre class=language->",
            "\n",
            "python\n",
            "caption",
            "<br>",
            "<",
            "</",
            "<!doctype html>",
        ),
    ]
)


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(BROKEN_PIECES, st.text(max_size=4))).map("".join)))
def test_any_text_has_violations_of_known_rules_at_its_own_lines(html: str) -> None:
    found = violations(html, "page.html")
    assert {violation.rule for violation in found} <= RULES.keys()
    assert all(1 <= violation.line <= html.count("\n") + 1 for violation in found)
    assert all(len(violation.what.splitlines()) == 1 for violation in found)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(GOOD), max_size=3),
    st.sampled_from(OF_THE_BODY),
    st.lists(st.sampled_from(GOOD), max_size=3),
)
def test_a_fault_is_found_wherever_it_stands(
    before: list[str], case: tuple[str, str, str], after: list[str]
) -> None:
    rule, breaking, keeping = case
    above, below = "\n".join([*before, "<hr>"]), "\n".join(["<hr>", *after])
    assert set(broken_rules(with_body(f"{above}\n{breaking}\n{below}"))) == {rule}
    assert broken_rules(with_body(f"{above}\n{keeping}\n{below}")) == []
