"""A Source that is one site: an address names one of its things, and each is looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias
from urllib.parse import SplitResult, urlsplit

from akira_cli.core.canonical import cleaned
from akira_cli.core.errors import AkiraError
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.core.pasted import address_in
from akira_cli.ports import Clock, Http
from akira_cli.sources._page import one_by_one


class Place(NamedTuple):
    """A thing of a site: the site's own id, or its address where it has none, and its address."""

    id: str
    url: str


Find: TypeAlias = Callable[[SplitResult], Place | None]
"""The thing that an address names, None for none. Pure. May raise NotAReference."""

Look: TypeAlias = Callable[[Reference, Http, Clock], Item | LeadsTo]
"""What becomes of a reference. Raises AkiraError."""


class Site:
    """A Source that is one site. `address` finds the address in what was pasted."""

    def __init__(
        self,
        name: str,
        clock: Clock,
        find: Find,
        look: Look,
        address: Callable[[str], str | None] = address_in,
    ) -> None:
        self.name = name
        self._clock = clock
        self._find = find
        self._look = look
        self._address = address

    def recognise(self, text: str) -> Reference | None:
        """The thing that a pasted address of the site names."""
        address = self._address(text)
        place = self._find(parts_of(address)) if address else None
        if address is None or place is None:
            return None
        removed = cleaned(address).removed
        return Reference(self.name, place.id, None, text, place.url, removed, Certainty.SITE)

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        """See `ports.Source`."""
        return one_by_one(references, http, lambda each, http: self._look(each, http, self._clock))


def parts_of(address: str) -> SplitResult:
    """The parts of an address; all empty when it is none."""
    try:
        return urlsplit(address)
    except ValueError:  # half an IPv6 address
        return urlsplit("")


def host_of(parts: SplitResult) -> str:
    """The host in lower case, without the dot that ends a whole name."""
    return (parts.hostname or "").rstrip(".")
