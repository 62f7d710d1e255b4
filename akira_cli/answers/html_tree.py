"""The tree of a web page, when the bytes are one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from akira_cli.answers.charset import decoded, is_utf_16
from akira_cli.answers.one_line import CONTROLS, one_line
from akira_cli.core.errors import BadAnswer

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}+")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_MOST_ATTRIBUTES = 1000
"""Of one tag; the time that reading them takes grows with their square."""
_SNIFFED = 1445
"""How many bytes tell what a file is: https://mimesniff.spec.whatwg.org/#reading-the-resource-header"""


def tree_from(body: bytes, content_type: str, url: str, hint: str = "") -> HtmlElement:
    """The page as a tree, decoded as it says it is, or as it really is when that is not true.

    `content_type` is the header, empty where there is none; `hint` what to do about a page that
    is none. The texts may hold what character references stand for: hand them on through
    `one_line`. Raises BadAnswer when it is no HTML.
    """
    from lxml import etree, html

    _refuse_other_kinds(body, content_type, url)
    # a parser of its own for each page: the limits against bombs of depth and size hold
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    text = CONTROLS.sub("", decoded(body, content_type))
    if any(_has_too_many_attributes(found[0]) for found in _LONG_TAG.finditer(text)):
        raise BadAnswer(f"'{url}' has a tag of thousands of attributes", hint)
    try:
        return html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadAnswer(f"'{url}' holds nothing that can be read as HTML", hint) from error


def _has_too_many_attributes(tag: str) -> bool:
    return len(_QUOTED.sub("", tag).split()) > _MOST_ATTRIBUTES


def _refuse_other_kinds(body: bytes, content_type: str, url: str) -> None:
    """Raise BadAnswer for what is no HTML, whatever it is called."""
    media_type = content_type.partition(";")[0].strip().lower()
    kind = next((kind for start, kind in _BEGINNINGS if body.startswith(start)), "")
    if not kind and b"\0" in body[:_SNIFFED] and not is_utf_16(body, content_type):
        kind = "a binary file"
    if not kind and media_type not in _HTML:
        is_html = media_type in _PERHAPS_HTML and _TAG.match(body[:_SNIFFED])
        kind = "" if is_html else f"'{one_line(media_type)[:80]}'"
    if kind:
        raise BadAnswer(f"'{url}' is no web page but {kind}", "give the page that links to it")
