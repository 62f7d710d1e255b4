"""What a page says of itself in its head, and where it says so.

JSON-LD first, then Open Graph (https://ogp.me), Twitter's tags
(https://developer.x.com/en/docs/x-for-websites/cards/overview/markup), plain tags, the title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from akira_cli.core.addresses import domain_of
from akira_cli.core.canonical import absolute
from akira_cli.sources._json_ld import LinkedData, linked_data
from akira_cli.sources._page import one_line

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
Tags = dict[str, list[str]]
"""The contents of `meta` tags by their names in lower case."""

_TITLES = (
    *("og:title", "twitter:title"),
    *("citation_title", "dc.title", "parsely-title", "sailthru.title", "title"),
)
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
_PICTURES = (
    *("og:image:secure_url", "og:image", "og:image:url"),
    *("twitter:image", "twitter:image:src", "thumbnail"),
)

_PLACEHOLDER = re.compile(
    r"just a moment\W*|attention required!.*|access denied\W*"
    r"|(?:error )?(?:4\d\d|50\d)?\W*(?:error|forbidden|(?:page )?not found|internal server error"
    r"|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)?\W*"
    r"|sign ?in|log ?in|undefined|null|none|nan|n/a|untitled(?: document)?|loading\W*"
    r"|(?:are you a )?robot(?: check)?\W*|please wait\W*|one moment,? please\W*"
    r"|checking your browser.*|security check.*|ddos-guard|captcha.*|verify you are human.*"
    r"|.*(?:\{\{[\w.|$ ]+\}\}|\$\{[\w.]+\}|<%.*%>).*",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"</?(?:p|br|b|i|em|strong|u|sub|sup|span|div|ul|ol|li|h[1-6])\s*/?>"
    r"|<(?:p|a|span|div)\s[\w-]+=[^>]*>|</a>",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s+(?:[-–—|·•»:/]|::)\s+|\s+\|\s*|\|\s+")
"""What stands between a title and the names after it."""
_LONGEST_NAME = 120
_LONGEST_TEXT = 5000
_LONGEST_PLACEHOLDER = 120
_EPOCH = 1970
"""The year that a clock which was never set shows."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T.*)?$",
        rf"(?:[a-z]+,?\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        rf"(?:[a-z]+,?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})\b",
    )
)


def metadata_of(tree: HtmlElement, address: str) -> Metadata:
    """What the page at `address` says of itself. Placeholders (`Just a moment...`) say nothing."""
    tags, linked, finds = _tags(tree), linked_data(tree, address), _Finds()
    base = absolute(next(iter(_texts(tree, "//base/@href")), ""), address) or address

    def link(text: str) -> str:
        return absolute(text, base) or ""

    site = finds.first("site", _sites(tags, linked), _words) or ""
    title = finds.first("title", _titles(tree, tags, linked), _words) or ""
    descriptions = ((place, text) for place, text in _descriptions(tags, linked) if text != title)
    return Metadata(
        title=_own_title(title, (site, linked.publisher), tags, address),
        description=finds.first("description", descriptions, _words) or "",
        site=site,
        authors=finds.first("authors", _authors(tree, tags, linked), _names) or (),
        published=finds.first("published", _published(tree, tags, linked), date_in),
        updated=finds.first("updated", _updated(tags, linked), date_in),
        picture=finds.first("picture", _pictures(tags, linked), link) or "",
        licence=finds.first("licence", _licences(tree, tags, linked, base), one_line) or "",
        canonical=finds.first("canonical", _canonicals(tree, tags), link) or "",
        kind=linked.kind or next((kind for _, kind in _of(tags, ("og:type",))), ""),
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


def date_in(text: str) -> date | None:
    """The day that a text begins with, as the writer's clock had it; None when it names none."""
    for pattern in _DATES:
        if (found := pattern.match(one_line(text))) is None:
            continue
        parts = found.groupdict()
        name = parts.get("name")
        month = _MONTHS.index(name.lower()) + 1 if name else int(parts["month"])
        try:
            day = date(int(parts["year"]), month, int(parts["day"]))
        except ValueError:
            continue
        return day if day.year > _EPOCH else None
    return None


def _tags(tree: HtmlElement) -> Tags:
    tags: Tags = {}
    for meta in tree.iter("meta"):
        content = meta.get("content") or ""
        names = {(meta.get(key) or "").strip().lower() for key in ("property", "name", "itemprop")}
        for name in filter(None, names) if content.strip() else ():
            tags.setdefault(name, []).append(content)
    return tags


def _of(tags: Tags, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((name, content) for name in names for content in tags.get(name, ()))


def _texts(tree: HtmlElement, path: str) -> list[str]:
    """The texts of what a path of XPath finds, attributes or elements."""
    found = tree.xpath(path)
    return [str(each) if isinstance(each, str) else each.text_content() for each in found]


def _titles(tree: HtmlElement, tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    """A longer one gives way to one that it begins with and only adds names to."""
    shown = _texts(tree, "//title[not(ancestor::svg)]")[:1]
    # below a title that is a placeholder, the heading is often one, too
    headings = [] if "".join(shown).strip() else _texts(tree, "//h1")[:1]
    told = [
        ("json-ld headline", linked.headline),
        ("json-ld name", linked.name),
        *_of(tags, _TITLES),
        *(("title", text) for text in shown),
        *(("h1", text) for text in headings),
    ]
    said = [(place, _words(text)) for place, text in told]
    for place, title in said:
        shorter = (
            (other_place, other)
            for other_place, other in said
            if other and other_place != "h1"
            if title.startswith(other) and _JOINT.match(title, len(other))
        )
        yield next(shorter, (place, title))


def _own_title(title: str, names: Iterable[str], tags: Tags, address: str) -> str:
    """The title without the site's name at its end."""
    known = {_letters(name) for name in (*names, *tags.get("application-name", ())) if name}
    while joints := list(_JOINT.finditer(title)):
        head, tail = title[: joints[-1].start()], title[joints[-1].end() :]
        if not head or (_letters(tail) not in known and not _is_host(tail, address)):
            break
        title = head
    return title


def _is_host(name: str, address: str) -> bool:
    """Whether a name is made of the words of a host: Google AI Blog, ai.googleblog.com."""
    host = domain_of(address).removeprefix("www.")
    words = [_letters(word) for word in name.split() if word.lower() != "the"]
    longest = max(map(len, host.split(".")[:-1]), default=1)
    return all(word and word in host for word in words) and len("".join(words)) >= longest


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _descriptions(tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    yield "json-ld description", linked.description
    yield from _of(tags, _DESCRIPTIONS)


def _sites(tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    """A publisher is often the company behind a site: its name comes after the site's own."""
    yield from _of(tags, _SITES[:1])
    yield "json-ld publisher", linked.publisher
    yield from _of(tags, _SITES[1:])


def _authors(
    tree: HtmlElement, tags: Tags, linked: LinkedData
) -> Iterator[tuple[str, Iterable[str]]]:
    yield "json-ld author", linked.authors
    yield from ((name, tags[name]) for name in _AUTHORS if name in tags)
    if tags.get("twitter:label1", [""])[0].lower() == "written by":
        yield "twitter:data1", tags.get("twitter:data1", ())
    yield "rel=author", _texts(tree, "//a[@rel='author']")[:1]


def _published(tree: HtmlElement, tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    yield "json-ld datePublished", linked.published
    yield from _of(tags, _PUBLISHED)
    marked = "//*[@itemprop='datePublished' or @pubdate]"
    for path in ("/@datetime", "/@title", ""):
        yield from (("datePublished", text) for text in _texts(tree, marked + path)[:1])
    times = "//time[ancestor::article or ancestor::main or ancestor::header]/@datetime"
    yield from (("time", text) for text in _texts(tree, times)[:1])


def _updated(tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    yield "json-ld dateModified", linked.updated
    yield from _of(tags, _UPDATED)


def _pictures(tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    yield "json-ld image", linked.picture
    yield from _of(tags, _PICTURES)


def _licences(
    tree: HtmlElement, tags: Tags, linked: LinkedData, base: str
) -> Iterator[tuple[str, str]]:
    yield "json-ld license", linked.licence
    links = _texts(tree, "//*[self::link or self::a][@rel='license']/@href")
    yield from (("rel=license", absolute(link, base) or "") for link in links)
    yield from _of(tags, ("dcterms.license", "dc.rights", "dcterms.rights"))


def _canonicals(tree: HtmlElement, tags: Tags) -> Iterator[tuple[str, str]]:
    links = _texts(tree, "//link[@rel='canonical']/@href")
    yield from (("rel=canonical", link) for link in links if link.strip())
    yield from _of(tags, ("og:url",))


def _words(text: str) -> str:
    """A text on one line, without markup; empty when it is only a placeholder."""
    from html import unescape

    line = one_line(unescape(_MARKUP.sub(" ", text[:_LONGEST_TEXT])))
    return "" if len(line) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(line) else line


def _names(texts: Iterable[str]) -> tuple[str, ...]:
    """Names of people; the addresses of their pages are none."""
    names = (re.sub(r"^by\s+", "", _words(text), flags=re.IGNORECASE) for text in texts)
    kept = (name for name in names if name and "://" not in name and name[0] != "@")
    return tuple(dict.fromkeys(name for name in kept if len(name) <= _LONGEST_NAME))
