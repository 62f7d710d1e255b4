"""The picture that a page has others show for it, rather than the logo of its site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from akira_cli.core.addresses import domain_of
from akira_cli.sources._json_ld import LinkedData
from akira_cli.sources._tags import Tags, contents_of
from akira_cli.sources._texts import link

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OPEN_GRAPH = ("og:image:secure_url", "og:image", "og:image:url")
_OTHERS = ("twitter:image", "twitter:image:src", "thumbnail")
_LOGO = re.compile(
    r"(?<![a-z])(?i:logo|icon|favicon|avatar)s?(?![a-z])|(?<=[a-z])(?:Logo|Icon|Avatar)(?![a-z])"
)
_MOST_ELEMENTS = 2_000
"""A site's icons are in the head of a page, its logo is in the bar above the text."""


def pictures(
    tree: HtmlElement, tags: Tags, linked: LinkedData, base: str
) -> Iterator[tuple[str, str]]:
    """The addresses of pictures, as they stand, each with its place, the likeliest first.

    Of those for Open Graph the site's logos come last: a page may have its own picture, and the
    one that its whole site has.
    """
    yield "json-ld image", linked.picture
    shared = list(contents_of(tags, _OPEN_GRAPH))
    if len(shared) > 1:
        logos = {link(linked.logo, base), *_icons(tree, base), *_home_pictures(tree, base)} - {""}
        shared.sort(key=lambda found: _is_logo(link(found[1], base), logos))
    yield from shared
    yield from contents_of(tags, _OTHERS)


def _is_logo(picture: str, logos: set[str]) -> bool:
    return picture in logos or bool(_LOGO.search(picture.rpartition("/")[2]))


def _icons(tree: HtmlElement, base: str) -> Iterator[str]:
    for each in islice(tree.iter("link"), _MOST_ELEMENTS):
        if "icon" in (each.get("rel") or "").lower():
            yield link(each.get("href"), base)


def _home_pictures(tree: HtmlElement, base: str) -> Iterator[str]:
    """The pictures in links to the home page."""
    for each in islice(tree.iter("img"), _MOST_ELEMENTS):
        around = each.getparent()
        if around is not None and around.tag == "a" and _is_home(around.get("href"), base):
            yield link(each.get("src"), base)


def _is_home(href: str | None, base: str) -> bool:
    address = link(href, base)
    return urlsplit(address).path in {"", "/"} and domain_of(address) == domain_of(base) != ""
