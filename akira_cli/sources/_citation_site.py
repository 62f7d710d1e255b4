"""A site each of whose papers has a page of its own with citation tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

from akira_cli.core.errors import UnreadablePage
from akira_cli.core.items import Item, Reference
from akira_cli.ports import Clock, Http
from akira_cli.sources._citation import Citation, paper_of
from akira_cli.sources._page import BY_HAND, open_page, tree_of
from akira_cli.sources._site import Find, Place, Site, host_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def citation_site(
    name: str,
    hosts: tuple[str, ...],
    clock: Clock,
    find: Find,
    finish: Callable[[Item, Citation, HtmlElement], Item],
) -> Site:
    """The site at these hosts. `finish` adds to an Item what only this site says, and is pure."""

    def find_here(address: SplitResult) -> Place | None:
        return find(address) if host_of(address) in hosts else None

    def look(reference: Reference, http: Http, clock: Clock) -> Item:
        from akira_cli.sources._citation_page import citation_of

        page = open_page(reference, reference.url, http)
        tree = tree_of(page)
        citation = citation_of(tree, page.url)
        if citation is None:
            raise UnreadablePage(f"'{reference.url}' does not say which paper it is", BY_HAND)
        shown = f"[{citation.title}]"
        item = paper_of(citation, reference, page.url, clock.now(), shown)
        return finish(replace(item, fetched_from=reference.url), citation, tree)

    return Site(name, clock, find_here, look)
