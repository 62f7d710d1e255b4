"""What is known of a paper from one place, and the Item that becomes of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from akira_cli.core.items import Item, Reference


class Citation(NamedTuple):
    """What a page says of its paper. `published` is None and `year` set where the page names no
    day; `authors` are as they sign, `pdf` is a whole address, `found_in` as an Item's."""

    title: str
    authors: tuple[str, ...] = ()
    published: date | None = None
    year: int | None = None
    journal: str = ""
    abstract: str = ""
    pdf: str = ""
    doi: str = ""
    arxiv_id: str = ""
    licence: str = ""
    found_in: tuple[tuple[str, str], ...] = ()

    @property
    def is_tagged(self) -> bool:
        """Whether the page calls itself a paper's: it has Google Scholar's title and authors."""
        where = dict(self.found_in)
        return all(where.get(field, "").startswith("citation_") for field in ("title", "authors"))


def paper_of(
    citation: Citation, reference: Reference, page_url: str, now: datetime, display_title: str
) -> Item:
    """The Item with all that a citation says; a year without a day stays with the journal."""
    on_arxiv = f"the paper is on arXiv, too: arXiv:{citation.arxiv_id}"
    return Item(
        reference=reference,
        url=reference.url or page_url,
        title=citation.title,
        authors=citation.authors,
        abstract=citation.abstract,
        published=citation.published,
        journal=with_year(citation.journal, citation.year),
        dois=(citation.doi,) if citation.doi else (),
        fetched_from=page_url,
        fetched_at=now,
        form="paper",
        display_title=display_title,
        pdf=citation.pdf,
        licence=citation.licence,
        found_in=citation.found_in,
        notes=(on_arxiv,) if citation.arxiv_id else (),
    )


def with_year(journal: str, year: int | None) -> str:
    """A journal's or conference's name with the year, unless it has it already."""
    return journal if not year or str(year) in journal else f"{journal}, {year}".lstrip(", ")
