"""A paper's own page, by the tags that Google Scholar asks publishers for.

https://scholar.google.com/intl/en/scholar/inclusion.html#indexing; Dublin Core where they are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from akira_cli.core.identifiers import arxiv_id_of
from akira_cli.core.items import Item, Reference
from akira_cli.sources._citation import Citation, paper_of
from akira_cli.sources._citation_text import Said, abstract_in, element_called
from akira_cli.sources._dates import dated
from akira_cli.sources._licence_links import licences
from akira_cli.sources._names import listed, people, signed
from akira_cli.sources._page import one_line
from akira_cli.sources._tags import Tags, tags_of
from akira_cli.sources._texts import (
    LONGEST_ABSTRACT,
    LONGEST_NAME,
    LONGEST_TITLE,
    MOST_NAMES,
    link,
    readable,
    text_of,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("citation_title", "dc.title", "dcterms.title")
_AUTHORS = ("citation_author", "citation_authors", "dc.creator", "dcterms.creator")
_DATES = (
    *("citation_publication_date", "citation_date", "citation_online_date", "citation_year"),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dc.issued", "dcterms.date"),
)
_VENUES = (
    *("citation_conference_title", "citation_journal_title", "citation_inproceedings_title"),
    *("citation_conference", "citation_book_title", "dc.source", "dcterms.ispartof"),
)
_ABSTRACTS = ("citation_abstract", "dcterms.abstract", "dc.description", "dcterms.description")
_DOIS = ("citation_doi", "dc.identifier.doi", "dc.identifier", "dcterms.identifier")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S{1,500}(?!\S)")


def page_title(tree: HtmlElement) -> str:
    """What the browser shows as the page's title."""
    shown = next(tree.iter("title"), None)
    return "" if shown is None else readable(text_of(shown, LONGEST_TITLE), LONGEST_TITLE)


def own_display_title(tree: HtmlElement, title: str) -> str:
    """The page's own title in brackets where it holds the paper's, `[Title | Site]`."""
    shown = page_title(tree)
    return f"[{shown if title.casefold() in shown.casefold() else title}]"


def item_of_citation(
    reference: Reference, page_url: str, tree: HtmlElement, now: datetime
) -> Item | None:
    """The Item of any page that calls itself a paper's; None of one that does not."""
    citation = citation_of(tree, page_url)
    if citation is None or not citation.is_tagged:
        return None
    shown = own_display_title(tree, citation.title)
    return paper_of(citation, reference, page_url, now, shown)


def citation_of(tree: HtmlElement, page_url: str) -> Citation | None:
    """What the page at this address says of its paper; None when not even a title."""
    tags = tags_of(tree)
    title = _first(tags, _TITLES) or element_called(tree, "papertitle", LONGEST_TITLE)
    if not title.text:
        return None
    names, names_at = _names(tags, tree)
    published, year, dated_at = _date(tags)
    journal = _first(tags, _VENUES) or Said()
    abstract = _first(tags, _ABSTRACTS, LONGEST_ABSTRACT) or abstract_in(tree)
    doi, doi_at = _doi(tags)
    pdf = link(next(iter(tags.get("citation_pdf_url", ())), ""), page_url)
    arxiv_id = _first(tags, ("citation_arxiv_id",)) or Said()
    licence = _licence(tree, page_url)
    places = (
        *(("title", title.where), ("authors", names_at)),
        ("published", dated_at if published else ""),
        ("journal", journal.where or (dated_at if year else "")),
        *(("abstract", abstract.where), ("dois", doi_at)),
        *(("pdf", "citation_pdf_url" if pdf else ""), ("licence", licence.where)),
    )
    return Citation(
        title=title.text,
        authors=names,
        published=published,
        year=year,
        journal=journal.text,
        abstract=abstract.text,
        pdf=pdf,
        doi=doi,
        arxiv_id=arxiv_id_of(arxiv_id.text) or "",
        licence=licence.text,
        found_in=tuple((field, where) for field, where in places if where),
    )


def _first(tags: Tags, names: Iterable[str], longest: int = LONGEST_TITLE) -> Said | None:
    found = ((tags[name][0], name) for name in names if name in tags)
    return next((Said(readable(text, longest), name) for text, name in found), None)


def _names(tags: Tags, tree: HtmlElement) -> tuple[tuple[str, ...], str]:
    for tag in _AUTHORS:
        names = people(signed(name) for value in tags.get(tag, ()) for name in listed(value))
        if names:
            return names, tag
    # of CVF and ECVA: `Jane Doe, John Roe; CVPR 2021, pp. 1-8`
    line = element_called(tree, "authors", MOST_NAMES * LONGEST_NAME)
    names = people(line.text.partition(";")[0].split(","))
    return names, line.where if names else ""


def _date(tags: Tags) -> tuple[date | None, int | None, str]:
    """The first whole date, the first year, and the tag the date is in."""
    read = [(dated(tags[tag][0]), tag) for tag in _DATES if tag in tags]
    year = next((each.year for each, _ in read if each.year), None)
    whole = ((each.day, each.year, tag) for each, tag in read if each.day)
    return next(((day, year, tag) for day, _, tag in whole), (None, year, ""))


def _doi(tags: Tags) -> tuple[str, str]:
    for tag in _DOIS:
        for value in tags.get(tag, ()):
            found = _DOI.search(one_line(value))
            if found:
                return found[0], tag
    return "", ""


def _licence(tree: HtmlElement, page_url: str) -> Said:
    found = licences(tree, page_url)
    return Said(*found[0]) if len(found) == 1 else Said()
