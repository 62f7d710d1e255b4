"""A made paper as the web would give it: the Item, and answers to any address about it."""

from __future__ import annotations

from urllib.parse import urlsplit

from akira_cli.core.items import Item, Reference
from akira_cli.ports import Http, Pace, Response
from tests.figures.made_papers.latexml_page import AR5IV, web_page
from tests.figures.made_papers.papers import MadePaper
from tests.figures.made_papers.pdf_paper import pdf_paper


def item_of(paper: MadePaper) -> Item:
    """What arXiv says about a paper."""
    url = f"https://arxiv.org/abs/{paper.id}"
    return Item(
        reference=Reference("arxiv", paper.id, 1, text=paper.id, url=url),
        url=url,
        title=paper.title,
        authors=("Ada Example", "Ben Example"),
        abstract=paper.abstract,
        categories=("cs.LG",),
        pdf=f"https://arxiv.org/pdf/{paper.id}",
    )


class ServedPaper:
    """Answers by the path of an address, whatever its host, except that pages of ar5iv are
    only at ar5iv's. What the paper does not have is a 404. `requests` lists what was asked."""

    def __init__(self, paper: MadePaper) -> None:
        self._host = urlsplit(AR5IV).netloc if paper.setting == "ar5iv" else ""
        self._answers = _answers(paper)
        self.requests: list[str] = []

    def get(
        self,
        url: str,
        pace: Pace,  # noqa: ARG002  # nothing here takes time
        *,
        accept: str = "*/*",  # noqa: ARG002  # a path has one answer
        largest: int | None = None,  # noqa: ARG002  # no answer here is long
    ) -> Response:
        self.requests.append(url)
        parts = urlsplit(url)
        path = parts.path.removesuffix("/").removesuffix(".pdf")
        answer = self._answers.get(path) if self._host in ("", parts.netloc) else None
        if answer is None:
            return Response(404, {"content-type": "text/html"}, b"<h1>Not found</h1>", url)
        media_type, body = answer
        return Response(200, {"content-type": media_type}, body, url)


def _answers(paper: MadePaper) -> dict[str, tuple[str, bytes]]:
    names = (paper.id, f"{paper.id}v1")
    if paper.form == "pdf":
        pdf = ("application/pdf", pdf_paper(paper).data)
        return {f"/pdf/{name}": pdf for name in names}
    made = web_page(paper)
    page = ("text/html; charset=utf-8", made.html.encode())
    answers = {f"/html/{name}": page for name in names}
    for address, data in made.pictures.items():
        answers[urlsplit(address).path] = ("image/png", data)
    return answers


_HTTP: type[Http] = ServedPaper  # mypy compares the signatures
