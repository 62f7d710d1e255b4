"""oEmbed: what a site tells about one of its addresses, for others to show: https://oembed.com"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from akira_cli.core.errors import BadAnswer, NotFound, UnreadablePage
from akira_cli.core.items import Reference
from akira_cli.ports import Http
from akira_cli.sources._page import BY_HAND, Page, open_page, tree_of
from akira_cli.sources._texts import LONGEST_NAME, LONGEST_TITLE, clipped, link

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST = 1_000_000
"""Bytes; an answer holds a title, a name and a snippet."""

_TYPES = ("photo", "video", "link", "rich")
_REFUSALS = {b"not found": "gone", b"forbidden": "hidden", b"unauthorized": "hidden"}
"""What stands for an answer at times, with status 200:
https://github.com/ruby-oembed/ruby-oembed/issues/79"""


class Embed(NamedTuple):
    """An answer: texts on one line, addresses that are web addresses or empty.

    `asked` is the address that gave it; `html` is markup as the site wrote it, to be read with
    `markup_of` and never shown.
    """

    asked: str
    title: str
    author: str
    author_url: str
    url: str
    thumbnail: str
    html: str


def embed_of(
    reference: Reference, endpoint: str, http: Http, *, gone: str, hidden: str = ""
) -> Embed:
    """What the endpoint, up to its `url=`, tells about the reference's address.

    `gone` and `hidden` are the hints for an address that the site does not know, and for one
    that it does not show. Raises NotFound, UnreadablePage and what `open_page` does, and BadAnswer
    for anything but an answer of oEmbed.
    """
    hidden = f"{hidden}; {BY_HAND}" if hidden else BY_HAND
    asked = endpoint + quote(reference.url, safe="")
    try:
        page = open_page(reference, asked, http, accept="application/json", largest=LARGEST)
    except NotFound as error:
        raise NotFound(error.message, gone) from error
    except UnreadablePage as error:
        raise UnreadablePage(error.message, hidden) from error
    refusal = _REFUSALS.get(page.body.strip().lower())
    if refusal == "gone":
        raise NotFound(f"there is no page '{reference.url}'", gone)
    if refusal == "hidden":
        raise UnreadablePage(f"'{reference.url}' is not shown to programs", hidden)
    return _embed(_fields(page, reference), asked)


def _fields(page: Page, reference: Reference) -> dict[str, Any]:
    import json

    try:
        found = json.loads(page.body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("type") not in _TYPES:
        raise BadAnswer(
            f"'{reference.url}' was asked for by oEmbed, and something else came",
            f"try again later, or {BY_HAND}",
        )
    return found


def _embed(fields: dict[str, Any], asked: str) -> Embed:
    def text(key: str) -> str:
        value = fields.get(key)
        return value if isinstance(value, str) else ""

    return Embed(
        asked=asked,
        title=clipped(text("title"), LONGEST_TITLE),
        author=clipped(text("author_name"), LONGEST_NAME),
        author_url=link(text("author_url"), ""),
        url=link(text("url"), ""),
        thumbnail=link(text("thumbnail_url"), ""),
        html=text("html"),
    )


def markup_of(embed: Embed) -> HtmlElement:
    """The snippet as a tree; its texts are to be handed on through `clipped`."""
    body = f"<!doctype html><body>{embed.html}</body>".encode("utf-8", "replace")
    return tree_of(
        Page(embed.asked, "text/html", body, {"content-type": "text/html; charset=utf-8"})
    )
