"""The figures of a paper of arXiv as a web page of it shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from akira_cli.core.settings import ArxivSettings
from akira_cli.figures._answers import arxiv_pace, first_picture
from akira_cli.ports.figures import Findings

if TYPE_CHECKING:
    from akira_cli.core.figures import Candidate
    from akira_cli.core.items import Item
    from akira_cli.ports import Http


class ArxivPage:
    """Reads `/html/ID` of a site, `https://arxiv.org`; an empty one has no papers.

    `versions` says whether the site has every version of a paper by its own address.
    """

    def __init__(self, name: str, site: str, arxiv: ArxivSettings, *, versions: bool) -> None:
        self.name = name
        self._site = site
        self._arxiv = arxiv
        self._versions = versions

    def can_look(self, item: Item) -> bool:
        """Whether it is a paper of arXiv, and the site has any."""
        return item.reference.source == "arxiv" and bool(self._site)

    def find(self, item: Item, http: Http) -> Findings:
        """See `ports.FigureFinder`. Raises NotFound for a paper that the site does not have."""
        from akira_cli.figures._latexml import findings_at

        reference = item.reference
        paper = reference.versioned_id if self._versions else reference.id
        url = f"{self._site}/html/{paper}"
        return findings_at(url, http, arxiv_pace(self._arxiv), self.name)

    def picture(self, candidate: Candidate, http: Http) -> bytes:
        """The first of its pictures, as published."""
        return first_picture(candidate, http, self._arxiv)
