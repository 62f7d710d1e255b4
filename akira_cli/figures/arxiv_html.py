"""The figures of a paper as arXiv's own web page of it shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from akira_cli.core.settings import Settings
from akira_cli.figures._answers import arxiv_pace, first_picture
from akira_cli.ports.figures import FigureFinder, Findings

if TYPE_CHECKING:
    from akira_cli.core.figures import Candidate
    from akira_cli.core.items import Item
    from akira_cli.ports import Http


def build(settings: Settings) -> FigureFinder:
    """The finder, with the pace at which arXiv may be asked."""
    return ArxivHtml(settings)


class ArxivHtml:
    """Reads `/html/ID`, which papers submitted as LaTeX have: https://info.arxiv.org/about/accessible_HTML.html"""

    name = "arxiv-html"

    def __init__(self, settings: Settings) -> None:
        self._arxiv = settings.arxiv

    def can_look(self, item: Item) -> bool:
        """Whether it is a paper of arXiv."""
        return item.reference.source == "arxiv"

    def find(self, item: Item, http: Http) -> Findings:
        """See `ports.FigureFinder`. Raises NotFound for a paper without a page of that kind."""
        from akira_cli.figures._latexml import findings_at

        url = f"{self._arxiv.site}/html/{item.reference.versioned_id}"
        return findings_at(url, http, arxiv_pace(self._arxiv), self.name)

    def picture(self, candidate: Candidate, http: Http) -> bytes:
        """The first of its pictures, as published."""
        return first_picture(candidate, http, self._arxiv)
