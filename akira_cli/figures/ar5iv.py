"""The figures of a paper as arXiv Labs' ar5iv shows them: older papers, too, some weeks late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from akira_cli.core.addresses import is_of_arxiv
from akira_cli.core.settings import Settings
from akira_cli.figures._answers import arxiv_pace, first_picture
from akira_cli.ports.figures import FigureFinder, Findings

if TYPE_CHECKING:
    from akira_cli.core.figures import Candidate
    from akira_cli.core.items import Item
    from akira_cli.ports import Http

SITE = "https://ar5iv.labs.arxiv.org"


def build(settings: Settings) -> FigureFinder:
    """The finder, with the pace at which arXiv may be asked."""
    return Ar5iv(settings)


class Ar5iv:
    """Reads `/html/ID`, which has one version of a paper: https://ar5iv.labs.arxiv.org"""

    name = "ar5iv"

    def __init__(self, settings: Settings) -> None:
        self._arxiv = settings.arxiv

    def can_look(self, item: Item) -> bool:
        """Whether it is a paper of arXiv; a server that stands in for arXiv has no ar5iv."""
        return item.reference.source == "arxiv" and is_of_arxiv(self._arxiv.api_url)

    def find(self, item: Item, http: Http) -> Findings:
        """See `ports.FigureFinder`. Raises NotFound for a paper it lacks."""
        from akira_cli.figures._latexml import findings_at

        url = f"{SITE}/html/{item.reference.id}"
        return findings_at(url, http, arxiv_pace(self._arxiv), self.name)

    def picture(self, candidate: Candidate, http: Http) -> bytes:
        """The first of its pictures, as published."""
        return first_picture(candidate, http, self._arxiv)
