"""A Source that is one site, each of whose papers has a page of its own with citation tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, urlsplit

from akira_cli.core.errors import AkiraError, UnreadablePage
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.core.pasted import address_in
from akira_cli.ports import Clock, Http
from akira_cli.sources._citation_page import Citation, citation_of, paper_of
from akira_cli.sources._page import BY_HAND, one_by_one, open_page, tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Place(NamedTuple):
    """A paper of a site: the site's own id, and the address of its page."""

    id: str
    url: str


class CitationSite:
    """A Source that is one site, each of whose papers has a page with citation tags.

    `place` finds the paper in an address of the site, or None; `finish` adds what only this
    site says. Both are pure.
    """

    def __init__(
        self,
        name: str,
        hosts: tuple[str, ...],
        clock: Clock,
        place: Callable[[SplitResult], Place | None],
        finish: Callable[[Item, Citation, HtmlElement], Item],
    ) -> None:
        self.name = name
        self._hosts = hosts
        self._clock = clock
        self._place = place
        self._finish = finish

    def recognise(self, text: str) -> Reference | None:
        """The paper that a pasted address of the site names."""
        parts = site_address(text, self._hosts)
        place = self._place(parts) if parts else None
        if place is None:
            return None
        return Reference(self.name, place.id, None, text, place.url, certainty=Certainty.SITE)

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        """See `ports.Source`."""
        return one_by_one(references, http, self._look)

    def _look(self, reference: Reference, http: Http) -> Item:
        page = open_page(reference, reference.url, http)
        tree = tree_of(page)
        citation = citation_of(tree, page.url)
        if citation is None:
            raise UnreadablePage(f"'{reference.url}' does not say which paper it is", BY_HAND)
        shown = f"[{citation.title}]"
        item = paper_of(citation, reference, page.url, self._clock.now(), shown)
        return self._finish(replace(item, fetched_from=reference.url), citation, tree)


def site_address(text: str, hosts: Sequence[str]) -> SplitResult | None:
    """The parts of the one address pasted, if it is one of these hosts'."""
    address = address_in(text)
    if address is None:
        return None
    parts = urlsplit(address)
    return parts if (parts.hostname or "").rstrip(".") in hosts else None
