"""arXiv Labs' ar5iv: older papers, too, some weeks late: https://ar5iv.labs.arxiv.org"""

from __future__ import annotations

from akira_cli.core.addresses import is_of_arxiv
from akira_cli.core.settings import Settings
from akira_cli.figures._arxiv_page import ArxivPage
from akira_cli.ports.figures import FigureFinder

SITE = "https://ar5iv.labs.arxiv.org"


def build(settings: Settings) -> FigureFinder:
    """The finder, with the pace at which arXiv may be asked; a server that stands in for arXiv
    has no ar5iv."""
    site = SITE if is_of_arxiv(settings.arxiv.api_url) else ""
    return ArxivPage("ar5iv", site, settings.arxiv, versions=False)
