"""A mail as it is stored and sent: headers, a text, an HTML page and its pictures. Pure.

The forms are those of https://www.rfc-editor.org/rfc/rfc5322 (headers),
https://www.rfc-editor.org/rfc/rfc2045 (MIME) and https://www.rfc-editor.org/rfc/rfc2387 (a page
with its pictures).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from akira_cli.core.markdown_text import one_line

if TYPE_CHECKING:
    from email.policy import EmailPolicy

_LONGEST_LINE = 76  # of quoted-printable and encoded words; the library's own limit is 78
_LONGEST_PLAIN = 64
_MAILBOX = re.compile(
    r"(?:(?P<name>[^<>]*)<)?(?P<box>[\w.!#$%&'*+/=?^`{|}~-]+@[^\s<>@]+?)>?", re.ASCII
)
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*", re.ASCII | re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*", re.ASCII | re.IGNORECASE)
_NO_DOMAIN = "akira.invalid"


class Attachment(NamedTuple):
    """A picture in the message; the page shows it as `cid:` and its `content_id`."""

    content_id: str
    media_type: str
    file_name: str
    data: bytes


class Mailbox(NamedTuple):
    """Who a message is from: the name, which may be empty, and the address, in ASCII."""

    name: str
    address: str


class Mail(NamedTuple):
    """What a message says. `subject` is one line; `sender` becomes its From, `day` its Date at
    noon UTC, and None becomes no header. A content id is as good as a digest of the data."""

    subject: str
    sender: Mailbox | None
    day: date | None
    language: str
    text: str
    html: str
    attachments: tuple[Attachment, ...]


class _Header(str):
    """A header's value that is in its written form already.

    The library's own folding doubles blanks where scripts meet, and reads what looks like an
    encoded word as one, with any line end in it (CVE-2024-6923).
    """

    __slots__ = ("name",)
    name: str

    def fold(self, *, policy: EmailPolicy) -> str:
        """The whole header; what `email.policy.EmailPolicy` asks of its own headers."""
        return f"{self.name}: {self}{policy.linesep}"


def mailbox(text: str) -> Mailbox | None:
    """`Ada <ada@example.org>` or the address alone; None for any other text, and for an address
    that is not ASCII before its `@`."""
    found = _MAILBOX.fullmatch(text.strip())
    if found is None:
        return None
    box, _, domain = found["box"].partition("@")
    try:
        domain = domain.encode("idna").decode()
    except UnicodeError:
        return None
    name = one_line(found["name"] or "").removeprefix('"').removesuffix('"')
    return Mailbox(name, f"{box}@{domain}") if _DOMAIN.fullmatch(domain) else None


def written(mail: Mail) -> str:
    """The message, ASCII only, its lines ended by CRLF.

    A multipart/alternative of the text and the page, the latter in a multipart/related when it
    has pictures. Boundaries and Message-ID follow from the content.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    digest = _digest(mail)
    message = EmailMessage(SMTP.clone(max_line_length=_LONGEST_LINE))
    for name, value in _headers(mail, digest):
        header = _Header(value)
        header.name = name
        message[name] = header
    message.set_content(mail.text, cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    if _LANGUAGE.fullmatch(mail.language):
        message["Content-Language"] = mail.language
    message.set_boundary(f"=_alternative_{digest}")
    *_, page = message.iter_parts()
    for item in mail.attachments:
        kind, _, subtype = item.media_type.partition("/")
        page.add_related(
            item.data,
            maintype=kind,
            subtype=subtype,
            cid=f"<{item.content_id}>",
            filename=item.file_name,
            disposition="inline",
        )
    if mail.attachments:
        page.set_boundary(f"=_related_{digest}")
        page.set_param("type", "text/html")
    return message.as_bytes().decode("ascii")


def _headers(mail: Mail, digest: str) -> Iterator[tuple[str, str]]:
    from email.utils import format_datetime

    domain = _NO_DOMAIN
    if mail.sender is not None:
        yield "From", _from(mail.sender)
        domain = mail.sender.address.partition("@")[2]
    yield "Subject", mail.subject if _is_plain(mail.subject) else _encoded(mail.subject, "Subject")
    if mail.day is not None:
        yield "Date", format_datetime(datetime.combine(mail.day, time(12), UTC))
    yield "Message-ID", f"<{digest}@{domain}>"


def _from(sender: Mailbox) -> str:
    from email.utils import quote

    if not sender.name:
        return sender.address
    is_plain = _is_plain(sender.name)
    name = f'"{quote(sender.name)}"' if is_plain else _encoded(sender.name, "From")
    return f"{name}\r\n <{sender.address}>"


def _is_plain(text: str) -> bool:
    """Whether the text may stand in a header as it is, on one line."""
    return (
        text.isascii() and text.isprintable() and "=?" not in text and len(text) <= _LONGEST_PLAIN
    )


def _encoded(text: str, header: str) -> str:
    from email.header import Header

    return Header(text, "utf-8", _LONGEST_LINE, header).encode(linesep="\r\n")


def _digest(mail: Mail) -> str:
    from hashlib import sha256

    pictures = [item.content_id for item in mail.attachments]
    return sha256(repr((mail._replace(attachments=()), pictures)).encode()).hexdigest()[:32]
