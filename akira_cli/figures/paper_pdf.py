"""The figures of a paper, found in its PDF by their captions."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from akira_cli.answers.pdf_documents import is_pdf, opened
from akira_cli.core.addresses import is_web_address
from akira_cli.core.errors import BadAnswer, NotFound
from akira_cli.core.settings import Settings
from akira_cli.figures._answers import BY_HAND, pace_at, whole_answer
from akira_cli.ports.figures import FigureFinder, Findings

if TYPE_CHECKING:
    from akira_cli.core.figures import Candidate
    from akira_cli.core.items import Item
    from akira_cli.ports import Http

LARGEST = 40_000_000
"""Bytes of a PDF that are taken."""
LONGEST = 10.0
"""Seconds after which no further page is looked at."""


def build(settings: Settings) -> FigureFinder:
    """The finder, with the pace at which arXiv may be asked."""
    return PaperPdf(settings)


class PaperPdf:
    """Looks for figures in the PDF; keeps the last one, to draw what was found in it."""

    name = "pdf"

    def __init__(self, settings: Settings, seconds: float = LONGEST) -> None:
        self._arxiv = settings.arxiv
        self._seconds = seconds
        self._kept = ("", b"")

    def can_look(self, item: Item) -> bool:
        """Whether the address of a PDF is known."""
        return bool(self._address(item))

    def find(self, item: Item, http: Http) -> Findings:
        """See `ports.FigureFinder`. A PDF names no licence in a form to go by."""
        from akira_cli.figures._pdf_figures import candidates_in

        url = self._address(item)
        with opened(self._fetched(url, http), url, BY_HAND) as document:
            found = candidates_in(document, monotonic() + self._seconds)
        return Findings(tuple(each._replace(addresses=(url,), origin=self.name) for each in found))

    def picture(self, candidate: Candidate, http: Http) -> bytes:
        """The place of a figure on its page, drawn as a PNG."""
        from akira_cli.figures._pdf_pages import drawn

        if candidate.page is None or candidate.box is None or not candidate.addresses:
            raise NotFound(f"'{candidate.label}' has no place in a PDF", BY_HAND)
        url = candidate.addresses[0]
        with opened(self._fetched(url, http), url, BY_HAND) as document:
            return drawn(document, candidate.page, candidate.box)

    def _address(self, item: Item) -> str:
        if item.reference.source == "arxiv":
            return f"{self._arxiv.site}/pdf/{item.reference.versioned_id}"
        return item.pdf if is_web_address(item.pdf) else ""

    def _fetched(self, url: str, http: Http) -> bytes:
        if self._kept[0] != url:
            answer = whole_answer(
                url,
                http,
                pace_at(url, self._arxiv),
                accept="application/pdf",
                largest=LARGEST,
                what="PDF",
            )
            if not is_pdf(answer.body):
                kind = answer.headers.get("content-type", "").partition(";")[0].strip()
                raise BadAnswer(
                    f"'{url}' sent {kind or 'something else'} where a PDF was asked for", BY_HAND
                )
            self._kept = (url, answer.body)
        return self._kept[1]
