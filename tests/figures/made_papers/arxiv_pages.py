"""The pages of a made paper as a server of arXiv's has them, by path."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.figures.made_papers.latexml_page import web_page
from tests.figures.made_papers.papers import MadePaper, made_papers
from tests.figures.made_papers.pdf_paper import pdf_paper

LICENCES = {
    "open": '<a id="license-tr" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>',
    "closed": '<a id="license-tr" href="https://info.arxiv.org/help/license/">License: arXiv.org '
    "perpetual non-exclusive license</a>",
}


def paper_in(form: str, setting: str | None = None) -> MadePaper:
    """The first of the made papers that is a page or a PDF, in one of the scaffolds if named."""
    return next(
        each for each in made_papers() if each.form == form and setting in (None, each.setting)
    )


def pages_of(paper: MadePaper, licence: str = "") -> dict[str, bytes]:
    """Its page and pictures, or its PDF; `licence` is one of LICENCES."""
    name = f"{paper.id}v1"
    if paper.form == "pdf":
        return {f"/pdf/{name}": pdf_paper(paper).data}
    made = web_page(paper)
    html = made.html
    if licence:
        html = html.replace("<body>", f"<body>{LICENCES[licence]}", 1)
    pictures = {urlsplit(address).path: data for address, data in made.pictures.items()}
    return {f"/html/{name}": html.encode(), **pictures}
