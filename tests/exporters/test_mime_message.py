"""The message as it is stored: its headers, its parts, its lines."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.markdown_text import one_line
from akira_cli.exporters._mime_message import Attachment, Mail, Mailbox, mailbox, written

ADA = Mailbox("Ada", "ada@example.org")
MAIL = Mail("Issue 34", ADA, date(2021, 11, 13), "en", "text\n", "<p>page</p>\n", ())
PICTURE = Attachment("1234@akira", "image/png", "a.png", bytes(range(256)) * 9)


def parsed(text: str) -> EmailMessage:
    message = BytesParser(EmailMessage, policy=default).parsebytes(text.encode("ascii"))
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize(
    "subject",
    [
        "Issue 34",
        "Akira’s Machine Learning News — Issue #34",
        "机器学习新闻" * 30,
        "🌟" * 40 + " and words " + "👩‍👩‍👧‍👦" * 9,
        "many plain words " * 30 + "日本 and plain words again",
        "x" * 2000,
        "=?utf-8?q?Bcc:=0Ax@example.org?= is text",
        'a, b: c; <d@e> "q" (x) \\',
        "",
    ],
)
def test_a_subject_is_read_as_it_was_written(subject: str) -> None:
    assert parsed(written(MAIL._replace(subject=one_line(subject))))["Subject"] == one_line(subject)


@given(st.text().map(one_line))
def test_no_subject_becomes_another_header_or_a_long_line(subject: str) -> None:
    message = written(MAIL._replace(subject=subject))
    assert parsed(message).keys() == parsed(written(MAIL)).keys()
    assert parsed(message)["Subject"] == subject
    assert max(map(len, message.split("\r\n"))) <= 78


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ada@example.org", Mailbox("", "ada@example.org")),
        ("Ada <ada@example.org>", ADA),
        (' "Ada"  <ada@example.org> ', ADA),
        ("Lovelace, Ada <a.b+c@example.org>", Mailbox("Lovelace, Ada", "a.b+c@example.org")),
        ("明 <akira@例え.jp>", Mailbox("明", "akira@xn--r8jz45g.jp")),
        ("Ada\r\nBcc: x <ada@example.org>", Mailbox("Ada Bcc: x", "ada@example.org")),
        ("", None),
        ("Ada", None),
        ("Ada <ada>", None),
        ("明@example.org", None),
        ("ada@example..org", None),
        ("ada@example.org,bob@example.org", None),
        ("ada@example.org\r\nBcc:x@example.org", None),
        ("ada@exa,mple.org", None),
    ],
)
def test_a_sender_is_one_address_or_none(text: str, expected: Mailbox | None) -> None:
    assert mailbox(text) == expected


@pytest.mark.parametrize("name", ["", "Ada", "Lovelace, Ada", 'A "q" \\ b', "藤井 明", "=?x?q?y?="])
def test_a_sender_is_read_as_it_was_written(name: str) -> None:
    sender = parsed(written(MAIL._replace(sender=Mailbox(name, "ada@example.org"))))["From"]
    (address,) = sender.addresses
    assert (address.display_name, address.addr_spec) == (name, "ada@example.org")


def test_sender_and_date_are_left_out_where_there_are_none() -> None:
    message = parsed(written(MAIL._replace(sender=None, day=None)))
    assert "From" not in message
    assert "Date" not in message
    assert message["Message-ID"].endswith("@akira.invalid>")


@pytest.mark.parametrize("language", ["", "zh\nX-Evil: y", "not a language"])
def test_a_language_that_is_none_is_left_out(language: str) -> None:
    message = parsed(written(MAIL._replace(language=language)))
    assert "Content-Language" not in message
    assert "X-Evil" not in message


LINES = st.text().map("{}\n".format)


@given(LINES, LINES)
def test_both_parts_are_read_as_they_were_written(text: str, html: str) -> None:
    message = written(MAIL._replace(text=text, html=html, attachments=(PICTURE,)))
    assert max(map(len, message.split("\r\n"))) <= 78
    plain, page = (parsed(message).get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert page is not None
    assert plain.get_content().splitlines() == text.splitlines()
    assert page.get_content().splitlines() == html.splitlines()


def test_pictures_are_parts_of_the_page() -> None:
    message = parsed(written(MAIL._replace(attachments=(PICTURE,))))
    text, related = message.iter_parts()
    page, picture = related.iter_parts()
    types = [part.get_content_type() for part in (message, text, related, page, picture)]
    assert types == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]
    assert related.get_param("type") == "text/html"
    assert picture.get_content() == PICTURE.data
    assert (picture["Content-ID"], picture.get_content_disposition()) == ("<1234@akira>", "inline")
    assert picture.get_filename() == "a.png"


@pytest.mark.parametrize(
    "changed",
    [
        MAIL._replace(text="other\n"),
        MAIL._replace(html="<p>other</p>\n"),
        MAIL._replace(attachments=(PICTURE,)),
    ],
)
def test_another_content_is_another_message(changed: Mail) -> None:
    assert written(MAIL) == written(MAIL)
    first, second = parsed(written(MAIL)), parsed(written(changed))
    assert first["Message-ID"] != second["Message-ID"]
    assert first.get_boundary() != second.get_boundary()
