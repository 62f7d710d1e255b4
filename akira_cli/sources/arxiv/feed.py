"""Whether an answer of arXiv's query interface is one: whole, well-formed and not an error.

The `arxiv` package takes an error page, an empty body or half a feed for "no results", and sees
only the first of several DOIs. So every answer is read here first, strictly, and handed to the
package in the plain form it reads completely.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from akira_cli.core.errors import BadAnswer, RequestRefused, ServiceUnavailable
from akira_cli.ports import Response
from akira_cli.sources.arxiv.words import plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"

_ERROR_ID = re.compile(r"https?://arxiv\.org/api/errors")
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))
_CONTROL_REFERENCE = re.compile(rb"&#(?:0*(\d{1,2})|x0*([0-9a-f]{1,2}));", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that can be believed: its bytes, how many entries it has and how many it claims."""

    body: bytes
    entries: int
    total: int


def checked_feed(response: Response) -> Feed:
    """The feed in an answer.

    Raises ServiceUnavailable (5xx), RequestRefused (4xx, or an error entry whatever the status)
    and BadAnswer (not Atom, not whole, an entry without its facts, contradicting numbers).
    """
    from lxml import etree

    host = urlsplit(response.url).hostname or response.url
    if response.status >= 500:
        raise ServiceUnavailable(f"'{host}' failed ({response.status})", "try again in a while")
    root = _root_of_accepted(response, host)
    entries = root.findall(f"{_ATOM}entry")
    _refuse_errors(entries, host, response.status)
    total = _total(root, host)
    if len(entries) > total:
        raise BadAnswer(f"'{host}' says it has {total} papers, and sent {len(entries)}")
    for entry in entries:
        _check_facts(entry, host)
        _make_plain(entry)
    return Feed(etree.tostring(root), len(entries), total)


def _root_of_accepted(response: Response, host: str) -> Element:
    """The root of an answer with status 200; the reason arXiv gives when it is another."""
    if response.status == 200:
        return _root(response.body, host)
    if 400 <= response.status < 500:
        with suppress(BadAnswer):  # the status says enough
            entries = _root(response.body, host).findall(f"{_ATOM}entry")
            _refuse_errors(entries, host, response.status)
        raise RequestRefused(f"'{host}' does not accept the request ({response.status})")
    raise BadAnswer(f"'{host}' answered with status {response.status} and no papers")


def _root(body: bytes, host: str) -> Element:
    from lxml import etree

    if not body.strip():
        raise BadAnswer(f"'{host}' sent an empty answer", "try again later")
    if _HTML.match(body):
        raise BadAnswer(
            f"'{host}' sent a web page instead of papers",
            "look whether the network asks for a login first, or try again later",
        )
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        start = plain(body[:60].decode("utf-8", "replace"))
        raise BadAnswer(f"'{host}' sent text instead of papers: '{start}'", "try again later")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_without_controls(body), parser)
    except etree.XMLSyntaxError as error:
        raise BadAnswer(
            f"'{host}' sent an answer that breaks off or is malformed: {error.msg}",
            "try again later",
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadAnswer(f"'{host}' sent an answer with a document type, which no feed has")
    if root.tag != f"{_ATOM}feed":
        raise BadAnswer(f"'{host}' sent '{root.tag}' instead of an Atom feed", "check the address")
    return root


def _without_controls(body: bytes) -> bytes:
    """XML forbids them, even as references; one in an abstract would spoil the whole batch."""

    def dropped(reference: re.Match[bytes]) -> bytes:
        code = int(reference[1]) if reference[1] else int(reference[2], 16)
        return b"" if code in _CONTROLS else reference[0]

    return _CONTROL_REFERENCE.sub(dropped, body.translate(None, _CONTROLS))


def _refuse_errors(entries: list[Element], host: str, status: int) -> None:
    """arXiv says what is wrong with a request in an entry that looks like a paper."""
    for entry in entries:
        if _ERROR_ID.match(_text(entry, "id")):
            said = _text(entry, "summary")
            raise RequestRefused(f"'{host}' does not accept the request ({status}): {said}")


def _total(root: Element, host: str) -> int:
    said = root.findtext(_TOTAL, "").strip()
    if not (said.isascii() and said.isdigit()):
        raise BadAnswer(f"'{host}' sent a feed that does not say how many papers it has")
    return int(said)


def _check_facts(entry: Element, host: str) -> None:
    """Refuse an entry without what every paper has; the package would leave it out silently."""
    name = _text(entry, "id") or "?"
    for field in ("id", "title", "published", "updated", "summary", "author"):
        element = entry.find(f"{_ATOM}{field}")
        if element is None or (field in {"id", "title"} and not _text(entry, field)):
            raise BadAnswer(f"'{host}' sent '{name}' without its {field}", "try again later")
    for field in ("published", "updated"):
        date = _text(entry, field)
        try:
            datetime.fromisoformat(date).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise BadAnswer(f"'{host}' sent '{name}' with {field} '{date}', not a date") from error


def _make_plain(entry: Element) -> None:
    """Text with elements in it becomes text, and several DOIs become one element."""
    for field in entry:
        children = list(field)
        if children and field.tag != f"{_ATOM}author":
            field.text = "".join(str(part) for part in field.itertext())
            for child in children:
                field.remove(child)
    dois = entry.findall(f"{_ARXIV}doi")
    for more in dois[1:]:
        dois[0].text = f"{dois[0].text or ''} {more.text or ''}"
        entry.remove(more)


def _text(entry: Element, field: str) -> str:
    element = entry.find(f"{_ATOM}{field}")
    return "" if element is None else plain("".join(str(part) for part in element.itertext()))
