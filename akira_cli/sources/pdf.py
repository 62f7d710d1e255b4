"""A paper at the address of a PDF, wherever it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from akira_cli.core.canonical import cleaned
from akira_cli.core.errors import AkiraError
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.core.pasted import address_in
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._page import one_by_one, open_page

LARGEST = 40_000_000
"""Bytes; a paper with many photographs."""

_SHOWN_BY_GITHUB = re.compile(r"(https?://(?:www\.)?github\.com/[^/?#]+/[^/?#]+)/blob/([^?#]+).*")


class Pdf:
    """PDFs, by an address whose path ends in `.pdf`. One with arXiv's stamp leads to arXiv."""

    name = "pdf"

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def recognise(self, text: str) -> Reference | None:
        """The PDF at an address, or None where the address does not end like one."""
        address = address_in(text)
        if address is None or not _path_of(address).lower().endswith(".pdf"):
            return None
        url, removed = cleaned(address)
        url = url.partition("#")[0]
        return Reference(
            self.name, url, text=text, url=url, removed=removed, certainty=Certainty.FILE
        )

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        """See `ports.Source`."""
        return one_by_one(references, http, self._look)

    def _look(self, reference: Reference, http: Http) -> Item | LeadsTo:
        from akira_cli.sources._pdf_facts import item_of_pdf

        page = open_page(
            reference,
            _SHOWN_BY_GITHUB.sub(r"\1/raw/\2", reference.url),
            http,
            accept="application/pdf,*/*;q=0.5",
            largest=LARGEST,
        )
        return item_of_pdf(reference, page, self._clock.now())


def _path_of(address: str) -> str:
    return unquote(urlsplit(address).path)


def build(settings: Settings, clock: Clock) -> Source:  # noqa: ARG001  # PDFs have no settings
    """The source, for the wiring."""
    return Pdf(clock)
