"""A paper's own page, by the tags that Google Scholar asks publishers for.

https://scholar.google.com/intl/en/scholar/inclusion.html#indexing; Dublin Core where they are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from akira_cli.core.addresses import is_web_address
from akira_cli.core.identifiers import arxiv_id_of
from akira_cli.core.items import Item, Reference
from akira_cli.latex import latex_to_unicode
from akira_cli.sources._page import one_line

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

_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_COMMONS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/((?:licenses|publicdomain)/[a-z+-]+(?:/[0-9.]+)?)"
    r"(?:[/?#].*)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?<![0-9])([12][0-9]{3})([0-9]{2})([0-9]{2})(?![0-9])")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


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


class Dated(NamedTuple):
    """The day a text names, and its year, each None when it does not."""

    day: date | None = None
    year: int | None = None


class _Said(NamedTuple):
    """A text and where on the page it stands; both are empty when it is not there."""

    text: str = ""
    where: str = ""


def readable(text: str) -> str:
    """One line of Unicode text, the LaTeX in it resolved."""
    return one_line(latex_to_unicode(one_line(text)))


def page_title(tree: HtmlElement) -> str:
    """What the browser shows as the page's title."""
    return next((readable(_text(each)) for each in tree.iter("title")), "")


def own_display_title(tree: HtmlElement, title: str) -> str:
    """The page's own title in brackets where it holds the paper's, `[Title | Site]`."""
    shown = page_title(tree)
    return f"[{shown if title.casefold() in shown.casefold() else title}]"


def citation_of(tree: HtmlElement, page_url: str) -> Citation | None:
    """What the page at this address says of its paper; None when not even a title."""
    tags = _tags_of(tree)
    title = _first(tags, _TITLES) or _element(tree, "papertitle")
    if title is None or not title.text:
        return None
    names, names_at = _names(tags, tree)
    published, year, dated_at = _date(tags)
    nothing = _Said()
    journal = _first(tags, _VENUES) or nothing
    abstract = _first(tags, _ABSTRACTS) or _abstract(tree) or nothing
    doi, doi_at = _doi(tags)
    pdf = _first(tags, ("citation_pdf_url",)) or nothing
    arxiv_id = _first(tags, ("citation_arxiv_id",)) or nothing
    licence = _licence(tree, page_url)
    places = (
        *(("title", title.where), ("authors", names_at)),
        ("published", dated_at if published else ""),
        ("journal", journal.where or (dated_at if year else "")),
        *(("abstract", abstract.where), ("dois", doi_at), ("pdf", pdf.where)),
        ("licence", licence.where),
    )
    return Citation(
        title=title.text,
        authors=names,
        published=published,
        year=year,
        journal=journal.text,
        abstract=abstract.text,
        pdf=joined(page_url, pdf.text),
        doi=doi,
        arxiv_id=arxiv_id_of(arxiv_id.text) or "",
        licence=licence.text,
        found_in=tuple((field, where) for field, where in places if where),
    )


def item_of_citation(
    reference: Reference, page_url: str, tree: HtmlElement, now: datetime
) -> Item | None:
    """The Item of any page that calls itself a paper's; None of one that does not."""
    citation = citation_of(tree, page_url)
    if citation is None or not citation.is_tagged:
        return None
    shown = own_display_title(tree, citation.title)
    return paper_of(citation, reference, page_url, now, shown)


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


def joined(page_url: str, address: str) -> str:
    """An address as it stands in a page, made whole; empty when that gives none."""
    try:
        whole = urljoin(page_url, address) if address else ""
    except ValueError:  # half an IPv6 address
        return ""
    return whole if is_web_address(whole) else ""


def signed(name: str) -> str:
    """An author's name as authors sign, `Given Family`, of it or of `Family, Given`."""
    parts = list(filter(None, (readable(each).strip(" ;:*") for each in name.split(","))))
    suffixes = [part for part in parts[1:] if part.rstrip(".").lower() in _SUFFIXES]
    others = [part for part in parts if part not in suffixes]
    return " ".join([*others[1:], *others[:1], *suffixes])


def dated(text: str) -> Dated:
    """What a publisher's date says: `2021/10/5`, `20211005`, `5 Oct 2021`, `10/2021`, `2021`.

    `05/10/2021` names no day: it is another one on either side of the Atlantic.
    """
    words = re.findall(r"[a-z]+|[0-9]+", re.sub(_COMPACT, r"\1 \2 \3", text.lower()))
    numbers = [int(word) for word in words if word.isdigit() and len(word) <= 4]
    months = [_MONTHS.index(word[:3]) + 1 for word in words if word[:3] in _MONTHS]
    year = next((number for number in numbers if number >= 1000), None)
    small = [number for number in numbers if number < 1000]
    if year is None or len(months[:1] + small) < 2:
        return Dated(None, year)
    month, day = (*months[:1], *small)[:2]
    if not months and numbers[0] != year and month != day:
        month, day = min(month, day), max(month, day)
        if day <= 12:
            return Dated(None, year)
    return Dated(_day(year, month, day), year)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _tags_of(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of the page's meta tags, by name in lower case."""
    tags: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").strip().lower()
        content = meta.get("content") or ""
        if name and one_line(content):
            tags.setdefault(name, []).append(content)
    return tags


def _first(tags: dict[str, list[str]], names: Iterable[str]) -> _Said | None:
    return next((_Said(readable(tags[name][0]), name) for name in names if name in tags), None)


def _names(tags: dict[str, list[str]], tree: HtmlElement) -> tuple[tuple[str, ...], str]:
    for tag in _AUTHORS:
        listed = (name for value in tags.get(tag, ()) for name in _listed(value))
        names = people(signed(name) for name in listed)
        if names:
            return names, tag
    line = _element(tree, "authors")  # of CVF and ECVA: `Jane Doe, John Roe; CVPR 2021, pp. 1-8`
    names = people(line.text.partition(";")[0].split(",")) if line else ()
    return names, line.where if line and names else ""


def _listed(value: str) -> list[str]:
    """The names in one tag, between semicolons, or between commas where each is a whole name."""
    parts = [part.split() for part in value.split(",")]
    if len(parts) > 2 and ";" not in value and all(len(part) > 1 for part in parts):
        return [" ".join(part) for part in parts]
    return value.split(";")


def people(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once, without marks of footnotes and without what has no letter in it."""
    cleaned = (readable(name).strip(" ,;:*") for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if any(map(str.isalpha, name))))


def _date(tags: dict[str, list[str]]) -> tuple[date | None, int | None, str]:
    """The first whole date, the first year, and the tag the date is in."""
    read = [(dated(tags[tag][0]), tag) for tag in _DATES if tag in tags]
    year = next((each.year for each, _ in read if each.year), None)
    whole = ((each.day, each.year, tag) for each, tag in read if each.day)
    return next(((day, year, tag) for day, _, tag in whole), (None, year, ""))


def _doi(tags: dict[str, list[str]]) -> tuple[str, str]:
    for tag in _DOIS:
        for value in tags.get(tag, ()):
            found = _DOI.search(one_line(value))
            if found:
                return found[0], tag
    return "", ""


def _element(tree: HtmlElement, name: str) -> _Said | None:
    """The text of the element with this id."""
    found = (one_line(_text(each)) for each in tree.iter("*") if each.get("id") == name)
    return next((_Said(readable(text), f"#{name}") for text in found if text), None)


def _abstract(tree: HtmlElement) -> _Said | None:
    """The abstract in the page itself: an element called so, or what follows such a heading."""
    for element in tree.iter("div", "section", "p", "blockquote", "span"):
        classes = (element.get("class") or "").lower().split()
        named = element.get("id") == "abstract" or not {"abstract", "acl-abstract"}.isdisjoint(
            classes
        )
        if named and (text := _without_heading(element)):
            return _Said(text, "#abstract" if element.get("id") == "abstract" else ".abstract")
    for heading in tree.iter(*_HEADINGS):
        if one_line(_text(heading)).lower() == "abstract" and (text := _following(heading)):
            return _Said(text, "below the heading Abstract")
    return None


def _without_heading(element: HtmlElement) -> str:
    texts = (str(text) for text in element.itertext())
    kept = [text for text in texts if one_line(text).rstrip(".:").lower() != "abstract"]
    return readable(" ".join(" ".join(kept).split()).strip('"'))


def _following(heading: HtmlElement) -> str:
    """The paragraphs up to the next heading."""
    texts: list[str] = []
    for sibling in heading.itersiblings():
        if sibling.tag in _HEADINGS:
            break
        if sibling.tag in ("p", "div", "blockquote"):
            texts.append(_text(sibling))
    return readable(" ".join(texts))


def _text(element: HtmlElement) -> str:
    return "".join(str(text) for text in element.itertext())


def licences(tree: HtmlElement, page_url: str) -> list[tuple[str, str]]:
    """Every licence a page links to, each once, and what kind of link says so."""
    found: dict[str, str] = {}
    for link in tree.iter("a", "link"):
        address = joined(page_url, one_line(link.get("href") or ""))
        is_commons = _COMMONS.fullmatch(address) is not None
        is_named = "license" in (link.get("rel") or "").lower().split()
        if address and (is_named or is_commons):
            where = "rel=license" if is_named else "link to Creative Commons"
            found.setdefault(licence_address(address), where)
    return list(found.items())


def licence_address(address: str) -> str:
    """The one address of a Creative Commons licence, whichever of its pages is linked to."""
    commons = _COMMONS.fullmatch(address)
    return f"https://creativecommons.org/{commons[1].lower()}/" if commons else address


def _licence(tree: HtmlElement, page_url: str) -> _Said:
    found = licences(tree, page_url)
    return _Said(*found[0]) if len(found) == 1 else _Said()
