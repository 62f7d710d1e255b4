"""The bytes of a page: what they are taken for, and how they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.answers.html_tree import tree_from
from akira_cli.core.errors import AkiraError, BadAnswer

URL = "https://blog.example.org/posts/a"


def text_of(body: bytes, content_type: str = "text/html") -> str:
    return str(tree_from(body, content_type, URL, "look there").text_content())


WORD = "für 深度学习"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (f"<p>{WORD}".encode(), "text/html"),
        (f"<p>{WORD}".encode(), "text/html; charset=ISO-8859-1"),
        (f'<meta charset="latin1"><p>{WORD}'.encode(), "text/html"),
        (f"<p>{WORD}".encode("utf-8-sig"), "text/html; charset=gbk"),
        (f"<p>{WORD}".encode("utf-16"), "text/html"),
        (b"\xfe\xff" + f"<p>{WORD}".encode("utf-16-be"), "text/html"),
        (f"<p>{WORD}".encode("utf-16-le"), "text/html; charset=utf-16le"),
        (f"<p>{WORD}".encode("gb18030"), 'text/html; charset="gb2312"'),
        (f'<meta charset="gbk"><p>{WORD}'.encode("gb18030"), "text/html"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=gb18030">'
            f"<p>{WORD}".encode("gb18030"),
            "text/html",
        ),
        (f'<meta charset="gbk"><p>{WORD}'.encode("gb18030"), "text/html; charset=utf-8"),
        (f'<?xml version="1.0" encoding="latin-1"?><html><p>{WORD}'.encode(), "text/html"),
    ],
)
def test_bytes_are_read_as_what_they_are(body: bytes, content_type: str) -> None:
    assert text_of(body, content_type) == WORD


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (b"<p>caf\xe9 \x93x\x94", "text/html", "café “x”"),
        (b"<p>caf\xe9", "text/html; charset=utf-8", "café"),
        (b"<p>caf\xe9", "text/html; charset=unicode_escape", "café"),
        (b"<p>\x87\x40", "text/html; charset=Shift_JIS", "①"),
        ("<meta charset=iso-2022-jp><p>日本".encode("iso2022_jp"), "text/html", "日本"),
        (b"<p>+AOk-", "text/html; charset=utf-7", "+AOk-"),
        ("déjà vu ".encode() * 30 + b"\xe9", "text/html", "déjà vu " * 30 + "\ufffd"),
    ],
)
def test_old_charsets_are_read_as_browsers_do(body: bytes, content_type: str, text: str) -> None:
    assert text_of(body, content_type) == text


def test_no_text_of_a_tree_holds_a_control_character() -> None:
    assert text_of(("<p>a\x08b\u202ec" + " " * 1500 + "\x00\ufeff").encode()).strip() == "abc"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.5 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"abc\x00\x01\x02", "a binary file"),
    ],
)
def test_a_file_served_as_html_is_told_by_what_it_is(body: bytes, kind: str) -> None:
    with pytest.raises(BadAnswer, match=f"no web page but {kind}"):
        text_of(body)


@pytest.mark.parametrize("media_type", ["application/json", "text/plain", "application/xml"])
def test_what_is_no_html_is_told_by_its_media_type(media_type: str) -> None:
    with pytest.raises(BadAnswer, match=f"no web page but '{media_type}'"):
        text_of(b'{"html": "<html>"}', media_type)


@pytest.mark.parametrize("media_type", ["text/plain", "application/xhtml+xml", "text/xml", ""])
def test_html_under_another_name_is_read(media_type: str) -> None:
    body = b"<?xml version='1.0'?> <!-- a --><!-- b -->\n<!DOCTYPE html><p>text"
    assert text_of(body, media_type) == "text"


@pytest.mark.parametrize("body", [b"", b" \n", b"<!-- nothing -->"])
def test_what_holds_no_word_is_no_page(body: bytes) -> None:
    with pytest.raises(BadAnswer, match=f"'{URL}' holds nothing that can be read") as raised:
        text_of(body)
    assert raised.value.hint == "look there"


@given(
    st.binary(max_size=200) | st.binary(max_size=50).map(b"<html><p>".__add__),
    st.sampled_from(["", "text/html", "text/plain; charset=utf-16", "text/html; charset=idna"])
    | st.text(max_size=30).map("text/html; charset=".__add__),
)
def test_whatever_the_bytes_are_there_is_a_tree_or_an_error_of_ours(
    body: bytes, content_type: str
) -> None:
    try:
        text = text_of(body, content_type)
    except AkiraError:
        return
    assert isinstance(text, str)
