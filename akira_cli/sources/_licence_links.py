"""The licences that a page links to."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from akira_cli.core.licences import commons_address
from akira_cli.sources._texts import LONGEST_NAME, clipped, link

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST = 1_000


def licences(tree: HtmlElement, page_url: str) -> list[tuple[str, str]]:
    """Every licence a page links to, each once, and what kind of link says so."""
    found: dict[str, str] = {}
    likely = (each for each in tree.iter("a", "link") if _is_named(each) or _is_commons(each))
    for each in islice(likely, _MOST):
        address = link(each.get("href"), page_url)
        commons = commons_address(address)
        if address and (_is_named(each) or commons):
            where = "rel=license" if _is_named(each) else "link to Creative Commons"
            found.setdefault(clipped(commons or address, LONGEST_NAME), where)
    return list(found.items())


def _is_named(element: HtmlElement) -> bool:
    return "license" in (element.get("rel") or "").lower().split()


def _is_commons(element: HtmlElement) -> bool:
    return "creativecommons" in (element.get("href") or "").lower()
