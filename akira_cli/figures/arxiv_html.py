"""arXiv's own web pages, which papers submitted as LaTeX have.

https://info.arxiv.org/about/accessible_HTML.html
"""

from __future__ import annotations

from akira_cli.core.settings import Settings
from akira_cli.figures._arxiv_page import ArxivPage
from akira_cli.ports.figures import FigureFinder


def build(settings: Settings) -> FigureFinder:
    """The finder, with the pace at which arXiv may be asked."""
    return ArxivPage("arxiv-html", settings.arxiv.site, settings.arxiv, versions=True)
