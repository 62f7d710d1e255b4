"""One page of the web, opened for a source: what every source does with an answer before it
reads it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, urlsplit

from akira_cli.core.addresses import domain_of
from akira_cli.core.errors import (
    AccessDenied,
    AkiraError,
    BadAnswer,
    NotFound,
    RateLimited,
    RequestRefused,
    ServiceUnavailable,
    UnreadablePage,
)
from akira_cli.core.items import Item, LeadsTo, Reference
from akira_cli.ports import Http, Pace, Response

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INTERVAL = 1.0
"""Seconds between two requests to one site."""

BY_HAND = "open it in your browser, save the page, and give it with --html FILE"
"""The way out where a program is not let in and a person is."""

_CLOSED = frozenset({401, 402, 403, 407, 451, 999})  # 999 is how LinkedIn says it
_GONE = frozenset({404, 410})
_DOOR_HOST = re.compile(r"(?:consent|guce|accounts?|login|signin|auth|sso)\.", re.IGNORECASE)
_DOOR_PATH = re.compile(
    r"/(?:log-?in|sign-?in|consent|captcha|m/global-identity(?:-\d+)?)(?:[/.]|$)", re.IGNORECASE
)

_HTML = frozenset({"text/html", "application/xhtml+xml", ""})
_PERHAPS_HTML = frozenset({"text/plain", "text/xml", "application/xml"})
_TAG = re.compile(
    rb"(?:\s|<\?xml[^>]*>|(?><!--.*?-->))*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"%!PS", "a PostScript document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_SNIFFED = 1445
"""How many bytes tell what a file is: https://mimesniff.spec.whatwg.org/#reading-the-resource-header"""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_WEB_CHARSET = re.compile(
    r"utf-?8|utf-?16(?:-?[lb]e)?|(?:us-)?ascii|latin-?\d|(?:iso-?)?8859[-_]\d{1,2}|koi8-?[ru]"
    r"|(?:windows|x-cp|cp)-?\d{3,4}|shift[-_]jis|x-sjis|sjis|euc-(?:jp|kr)|iso-2022-jp|macintosh"
    r"|gbk|gb2312|gb18030|big5(?:-hkscs)?|ks_c_5601-1987|tis-620",
    re.IGNORECASE,
)
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
"""The larger encoding that browsers read under a name: https://encoding.spec.whatwg.org/#names-and-labels"""
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]+"
)
"""What no text may hold, also where nobody sees it: marks that turn the direction of writing."""


class Page(NamedTuple):
    """A whole answer with status 200: where it came from at last, its media type and bytes."""

    url: str
    media_type: str
    body: bytes
    headers: Mapping[str, str]


def one_by_one(
    references: Sequence[Reference],
    http: Http,
    look: Callable[[Reference, Http], Item | LeadsTo],
) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
    """What `look` makes of each reference, or the error it raises."""
    for reference in references:
        try:
            yield reference, look(reference, http)
        except AkiraError as error:
            yield reference, error


def pace_of(url: str) -> Pace:
    """The pace at which a site is asked for its pages."""
    return Pace(domain_of(url) or "pages", INTERVAL)


def open_page(
    reference: Reference,
    url: str,
    http: Http,
    *,
    accept: str = "text/html,*/*;q=0.5",
    largest: int | None = None,
) -> Page:
    """The page at an address; `largest` as `ports.Http` has it.

    Raises NotFound for 404 and 410, and for a redirect that ends on a home page; UnreadablePage
    for 401, 402, 403, 407, 451 and where a login or a page of consent stands before it, naming the
    way out with a saved page; RequestRefused for another 4xx; ServiceUnavailable for 5xx;
    BadAnswer for an empty page.
    """
    shown = reference.url or url
    try:
        answer = http.get(url, pace_of(url), accept=accept, largest=largest)
    except AccessDenied as error:
        raise UnreadablePage(error.message, BY_HAND) from error
    _refuse_status(answer.status, shown)
    _refuse_detour(url, answer.url, shown)
    if not answer.body.strip():
        raise BadAnswer(f"'{shown}' is an empty page", f"try again later, or {BY_HAND}")
    return _page_of(answer)


def _page_of(answer: Response) -> Page:
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Page(answer.url, media_type, answer.body, answer.headers)


def _refuse_status(status: int, shown: str) -> None:
    if status == 200:
        return
    if status in _CLOSED:
        raise UnreadablePage(f"'{shown}' does not let programs in ({status})", BY_HAND)
    if status in _GONE:
        raise NotFound(
            f"there is no page '{shown}' ({status})",
            f"look at the address; when a browser shows the page, {BY_HAND}",
        )
    if status == 429:
        raise RateLimited(f"'{domain_of(shown)}' gets too many requests (429)")
    if 400 <= status < 500:
        raise RequestRefused(f"'{shown}' was refused ({status})", BY_HAND)
    if status >= 500:
        raise ServiceUnavailable(f"'{domain_of(shown)}' is not available ({status})")
    raise BadAnswer(f"'{shown}' answered {status} and no page", BY_HAND)


def _refuse_detour(asked: str, ended: str, shown: str) -> None:
    """Raise when an answer comes from a page that stands in for the one asked for."""
    wanted, found = _parts(asked), _parts(ended)
    if _is_door(ended) and not _is_door(asked):
        raise UnreadablePage(
            f"'{shown}' leads to a page of login or consent, '{domain_of(ended)}'", BY_HAND
        )
    at_home = found.path in {"", "/"} and not found.query
    if at_home and (wanted.path not in {"", "/"} or wanted.query):
        raise NotFound(
            f"'{shown}' leads to the home page of '{domain_of(ended)}'",
            "look at the address; give that of the home page itself if it is meant",
        )


def _is_door(url: str) -> bool:
    """Whether an address is one where a person logs in, or agrees to something."""
    return bool(_DOOR_HOST.match(domain_of(url)) or _DOOR_PATH.search(_parts(url).path))


def _parts(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def tree_of(page: Page) -> HtmlElement:
    """The page as a tree, decoded as it says it is, or as it really is when that is not true.

    Its texts may hold what character references stand for: hand them on through `one_line`.
    Raises BadAnswer when it is no HTML.
    """
    from lxml import etree, html

    _refuse_other_kinds(page)
    # a parser of its own for each page: the limits against bombs of depth and size hold
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    text = _CONTROLS.sub("", _decoded(page))
    try:
        return html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadAnswer(f"'{page.url}' holds nothing that can be read as HTML", BY_HAND) from error


def one_line(text: str | None) -> str:
    """A text from outside on one line, without control characters."""
    return " ".join(_CONTROLS.sub("", text or "").split())


def _refuse_other_kinds(page: Page) -> None:
    """Raise BadAnswer for what is no HTML, whatever it is called."""
    kind = next((kind for start, kind in _BEGINNINGS if page.body.startswith(start)), "")
    if not kind and b"\0" in page.body[:_SNIFFED] and not _is_utf_16(page):
        kind = "a binary file"
    if not kind and page.media_type not in _HTML:
        is_html = page.media_type in _PERHAPS_HTML and _TAG.match(page.body[:_SNIFFED])
        kind = "" if is_html else f"'{one_line(page.media_type)[:80]}'"
    if kind:
        raise BadAnswer(f"'{page.url}' is no web page but {kind}", "give the page that links to it")


def _is_utf_16(page: Page) -> bool:
    in_header = _charset_in(page.headers.get("content-type", ""))
    return page.body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (
        in_header.startswith("utf-16")
    )


def _decoded(page: Page) -> str:
    """The text of a page. Bytes that are UTF-8 are read so whatever the page says of itself.

    The order is that of https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
    """
    for mark, encoding in _MARKS:
        if page.body.startswith(mark):
            return page.body[len(mark) :].decode(encoding, "replace")
    declared = [_charset_in(page.headers.get("content-type", ""))]
    in_page = _charset_in(page.body[:_DECLARED_WITHIN].decode("latin-1"))
    # a page whose beginning could be read byte by byte is not in UTF-16
    declared.append("utf-8" if in_page.startswith("utf-16") else in_page)
    candidates = declared if page.body.isascii() else ["utf-8", *declared]
    for encoding in filter(None, candidates):
        text = page.body.decode(encoding, "replace")
        if not _is_garbled(text):
            return text
    return page.body.decode("cp1252", "replace")


def _is_garbled(text: str) -> bool:
    """Whether more than a twentieth of what is not ASCII could not be decoded: more than a cut
    or a slip here and there."""
    unread = text.count("\ufffd")
    return unread > 0 and unread * 20 > len(text) - len(text.encode("ascii", "ignore"))


def _charset_in(text: str) -> str:
    """The charset declared in a header or the beginning of a page, as Python calls it."""
    declared = _CHARSET.search(text)
    if declared is None or not _WEB_CHARSET.fullmatch(declared[1]):
        return ""
    label = declared[1].lower().removeprefix("x-")
    try:
        name = codecs.lookup(
            {"ks_c_5601-1987": "cp949", "macintosh": "mac-roman"}.get(label, label)
        ).name
    except LookupError:
        return ""
    return _MEANT.get(name, name)
