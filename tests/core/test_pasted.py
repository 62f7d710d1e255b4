"""The one address in a pasted text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.addresses import is_web_address
from akira_cli.core.pasted import address_in, trimmed


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("  https://a.example/b\n", "https://a.example/b"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("(https://a.example/b)", "https://a.example/b"),
        ("[a title](https://a.example/b)", "https://a.example/b"),
        ("[https://a.example/b](https://a.example/b)", "https://a.example/b"),
        ("Read this: https://a.example/b.", "https://a.example/b"),
        ("https://en.wikipedia.org/wiki/Attention_(machine_learning)", "https://en.wikipedia.org/wiki/Attention_(machine_learning)"),
        ("“https://a.example/b”", "https://a.example/b"),
        ("HTTP://A.example/b", "HTTP://A.example/b"),
        ("openreview.net/forum?id=X", "https://openreview.net/forum?id=X"),
        ("www.a.example/b", "https://www.a.example/b"),
        ("see a.example/b, please", "https://a.example/b"),
        ("a.example:8080/b", "https://a.example:8080/b"),
        ("http://127.0.0.1:8000/page.html", "http://127.0.0.1:8000/page.html"),
        ("http://[::1]:8000/page.html", "http://[::1]:8000/page.html"),
        ("https://a.example/b https://a.example/b", "https://a.example/b"),
        ('"https://a.example/b"', "https://a.example/b"),
        ("https://a.example/a|b^c{d}", "https://a.example/a|b^c{d}"),
    ],
)  # fmt: skip
def test_it_is_found_with_its_scheme(text: str, address: str) -> None:
    assert address_in(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "cs.LG",
        "example.org",
        "2110.02178",
        "10.1145/3442188.3445922",
        "ftp://a.example/b",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https:///b",
        "https://a.example/b https://a.example/c",
        "me@a.example/b",
        'https://a.example/a"b',
        "https://a.example/<b",
        "https://a.example/\x1b[31mred",
        "https://a.example\\@b.example/c",
    ],
)
def test_what_has_none_or_several_has_no_one_address(text: str) -> None:
    assert address_in(text) is None


@given(st.text())
def test_whatever_is_found_may_become_a_link(text: str) -> None:
    found = address_in(text)
    assert found is None or is_web_address(found)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("10.1000/x(1).", "10.1000/x(1)"),
        ("10.1000/x(1)).", "10.1000/x(1)"),
        ("a<b>", "a<b>"),
        ("a>”,", "a"),
        ("a/", "a/"),
        (".,;", ""),
    ],
)
def test_punctuation_around_a_text_is_taken_off(text: str, kept: str) -> None:
    assert trimmed(text) == kept
