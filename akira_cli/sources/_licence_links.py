"""The licences that a page links to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from akira_cli.core.licences import commons_address
from akira_cli.sources._texts import LONGEST_NAME, clipped, link

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def licences(tree: HtmlElement, page_url: str) -> list[tuple[str, str]]:
    """Every licence a page links to, each once, and what kind of link says so."""
    found: dict[str, str] = {}
    for each in tree.iter("a", "link"):
        href = each.get("href") or ""
        is_named = "license" in (each.get("rel") or "").lower().split()
        if not is_named and "creativecommons" not in href.lower():
            continue
        address = link(href, page_url)
        commons = commons_address(address)
        if address and (is_named or commons):
            where = "rel=license" if is_named else "link to Creative Commons"
            found.setdefault(clipped(commons or address, LONGEST_NAME), where)
    return list(found.items())
