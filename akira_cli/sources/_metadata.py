"""What a page says of itself in its head, and where it says so.

JSON-LD first, then Open Graph (https://ogp.me), Twitter's tags
(https://developer.x.com/en/docs/x-for-websites/cards/overview/markup), plain tags, the title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from akira_cli.sources._dates import date_in
from akira_cli.sources._json_ld import LinkedData, linked_data
from akira_cli.sources._pictures import pictures
from akira_cli.sources._tags import Tags, contents_of, tags_of
from akira_cli.sources._texts import (
    LONGEST_DESCRIPTION,
    LONGEST_NAME,
    LONGEST_TITLE,
    MOST_NAMES,
    clipped,
    link,
    texts_at,
)
from akira_cli.sources._titles import own_title, titles
from akira_cli.sources._words import meant

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Metadata(NamedTuple):
    """What was found; empty or None where nothing was.

    `picture`, `licence` and `canonical` are whole addresses, but that a licence may be a name.
    `found_in` pairs each field that has a value with its place: `("title", "og:title")`.
    """

    title: str = ""
    description: str = ""
    site: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    updated: date | None = None
    picture: str = ""
    licence: str = ""
    canonical: str = ""
    kind: str = ""
    found_in: tuple[tuple[str, str], ...] = ()

    def place_of(self, field: str) -> str:
        """Where a field was found; empty when it was not."""
        return dict(self.found_in).get(field, "")


Raw = TypeVar("Raw")
Value = TypeVar("Value")

_DESCRIPTIONS = (
    *("og:description", "twitter:description", "description"),
    *("dc.description", "dcterms.abstract", "sailthru.description"),
)
_SITES = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "citation_journal_title",
)
_AUTHORS = (
    *("article:author", "author", "citation_author", "dc.creator", "dcterms.creator"),
    *("parsely-author", "sailthru.author"),
)
_PUBLISHED = (
    *("article:published_time", "og:published_time", "og:article:published_time"),
    *("citation_publication_date", "citation_online_date", "date", "dc.date", "dcterms.date"),
    *("dc.date.issued", "dcterms.created", "pubdate", "publish-date", "publishdate"),
    *("parsely-pub-date", "sailthru.date", "datepublished", "prism.publicationdate"),
)
_UPDATED = ("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified")
_LONGEST_AUTHOR = 120
"""What is longer is a sentence."""
_MOST_LINKS = 100


def metadata_of(tree: HtmlElement, address: str) -> Metadata:
    """What the page at `address` says of itself. Placeholders (`Just a moment...`) say nothing."""
    tags, linked, finds = tags_of(tree), linked_data(tree, address), _Finds()
    bases = (link(href, address) for _, href in _at(tree, "base", "//base/@href"))
    base = next(bases, "") or address

    def whole(text: str) -> str:
        return link(text, base)

    site = finds.first("site", _sites(tags, linked), _name) or ""
    title = finds.first("title", titles(tree, tags, linked), _title) or ""
    descriptions = ((place, text) for place, text in _descriptions(tags, linked) if text != title)
    return Metadata(
        title=own_title(title, (site, linked.publisher), tags, address),
        description=finds.first("description", descriptions, _description) or "",
        site=site,
        authors=finds.first("authors", _authors(tree, tags, linked), _people) or (),
        published=finds.first("published", _published(tree, tags, linked), date_in),
        updated=finds.first("updated", _updated(tags, linked), date_in),
        picture=finds.first("picture", pictures(tree, tags, linked, base), whole) or "",
        licence=finds.first("licence", _licences(tree, tags, linked, base), _label) or "",
        canonical=finds.first("canonical", _canonicals(tree, tags), whole) or "",
        kind=_label(linked.kind or next(iter(tags.get("og:type", ())), "")),
        found_in=tuple(finds.places.items()),
    )


class _Finds:
    """Which of several places a value was taken from, by field."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}

    def first(
        self,
        field: str,
        candidates: Iterable[tuple[str, Raw]],
        read: Callable[[Raw], Value | None],
    ) -> Value | None:
        """The first candidate that means something, as `read` makes it."""
        for place, raw in candidates:
            if value := read(raw):
                self.places[field] = place
                return value
        return None


def _descriptions(tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    yield "json-ld description", linked.description
    yield from contents_of(tags, _DESCRIPTIONS)


def _sites(tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    """A publisher is often the company behind a site: its name comes after the site's own."""
    yield from contents_of(tags, _SITES[:1])
    yield "json-ld publisher", linked.publisher
    yield from contents_of(tags, _SITES[1:])


def _authors(
    tree: HtmlElement, tags: Tags, linked: LinkedData
) -> Iterator[tuple[str, Iterable[str]]]:
    yield "json-ld author", linked.authors
    yield from ((name, tags[name]) for name in _AUTHORS if name in tags)
    if tags.get("twitter:label1", [""])[0].lower() == "written by":
        yield "twitter:data1", tags.get("twitter:data1", ())
    yield from ((place, (name,)) for place, name in _at(tree, "rel=author", "//a[@rel='author']"))


def _published(tree: HtmlElement, tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    yield "json-ld datePublished", linked.published
    yield from contents_of(tags, _PUBLISHED)
    marked = "//*[@itemprop='datePublished' or @pubdate]"
    for path in ("/@datetime", "/@title", ""):
        yield from _at(tree, "datePublished", marked + path)
    times = "//time[ancestor::article or ancestor::main or ancestor::header]/@datetime"
    yield from _at(tree, "time", times)


def _updated(tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    yield "json-ld dateModified", linked.updated
    yield from contents_of(tags, _UPDATED)


def _licences(
    tree: HtmlElement, tags: Tags, linked: LinkedData, base: str
) -> Iterator[tuple[str, str]]:
    yield "json-ld license", linked.licence
    path = "//*[self::link or self::a][@rel='license']/@href"
    yield from (
        (place, link(href, base)) for place, href in _at(tree, "rel=license", path, _MOST_LINKS)
    )
    yield from contents_of(tags, ("dcterms.license", "dc.rights", "dcterms.rights"))


def _canonicals(tree: HtmlElement, tags: Tags) -> Iterator[tuple[str, str]]:
    yield from _at(tree, "rel=canonical", "//link[@rel='canonical']/@href", _MOST_LINKS)
    yield from contents_of(tags, ("og:url",))


def _at(tree: HtmlElement, place: str, path: str, most: int = 1) -> Iterator[tuple[str, str]]:
    """The first texts that a path of XPath finds, each with the name of its place."""
    return ((place, text) for text in islice(texts_at(tree, path, LONGEST_TITLE), most))


def _title(text: str) -> str:
    return meant(text, LONGEST_TITLE)


def _description(text: str) -> str:
    return meant(text, LONGEST_DESCRIPTION)


def _name(text: str) -> str:
    return meant(text, LONGEST_NAME)


def _label(text: str) -> str:
    return clipped(text, LONGEST_NAME)


def _people(texts: Iterable[str]) -> tuple[str, ...]:
    """Names of people; the addresses of their pages are none."""
    names = (re.sub(r"^by\s+", "", _name(text), flags=re.IGNORECASE) for text in texts)
    kept = (name for name in names if name and "://" not in name and name[0] != "@")
    short = (name for name in kept if len(name) <= _LONGEST_AUTHOR)
    return tuple(islice(dict.fromkeys(short), MOST_NAMES))
