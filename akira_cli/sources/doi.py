"""Any paper with a DOI, by what its registration agency says of it.

https://citation.doi.org/docs.html; the answer's form: https://docs.citationstyles.org
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import SplitResult, quote, unquote, urlsplit

from akira_cli.core.errors import AkiraError, BadAnswer, NotAReference
from akira_cli.core.identifiers import arxiv_id_of
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.core.licences import commons_address
from akira_cli.core.pasted import MARKS, address_in, trimmed
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._citation import Citation, paper_of
from akira_cli.sources._dates import Dated, date_of_parts, parts_in
from akira_cli.sources._page import BY_HAND, Page, one_by_one, open_page, tree_of
from akira_cli.sources._texts import (
    LONGEST_ABSTRACT,
    LONGEST_NAME,
    LONGEST_TITLE,
    WITH_BLANKS,
    clipped,
    link,
    readable,
)

_CSL = "application/vnd.citationstyles.csl+json"
_RESOLVERS = ("doi.org", "dx.doi.org", "www.doi.org")
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_NEARLY = re.compile(r"10\.[0-9]{4,9}/?")
_IN_TEXT = re.compile(
    r"(?:^|(?<=[\s(\[<\"'])|\bdoi\s*[:=]\s*)(10\.[0-9]{4,9}(?:\.[0-9]+)*/\S{1,500})(?!\S)",
    re.IGNORECASE,
)
# `/doi/10.1145/X`, `/doi/abs/10.1145/X`, and Springer's `/article/10.1007/X`; Oxford puts a number
# of its own behind the DOI
_ROUTE = re.compile(
    r".*?/(?:doi(?:/[a-z]+)?/(?=10\.)|(?:article|chapter)/(?=10\.1007/))(10\.[0-9]{4,9}/.+)",
    re.IGNORECASE,
)
_OXFORD = re.compile(r"(10\.1093/[^/]+/[^/]+)/[0-9]+")
_LONGEST = 500
_MARKS = MARKS + "/"
_TAG = re.compile(r"</?[a-z][\w:.-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HEADING = re.compile(
    r"<(jats:)?title\b[^<>]*>\s*abstract\s*[.:]?\s*</(jats:)?title>", re.IGNORECASE
)


class Doi:
    """A thing by its DOI, whoever publishes it."""

    name = "doi"

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def recognise(self, text: str) -> Reference | None:
        """The DOI in a text, or in the path of a resolver's or a publisher's address.

        arXiv's DOIs are arXiv's. Raises NotAReference for a resolver's address with half a DOI.
        """
        if arxiv_id_of(text) is not None:
            return None
        address = address_in(text)
        found = _in_text(text) if address is None else _in_address(urlsplit(address))
        if not found or len(found) > _LONGEST:
            return None
        doi = trimmed(found, _MARKS).lower()
        if not _DOI.fullmatch(doi) or not doi.isprintable():
            return None
        return Reference(self.name, doi, None, text, _url(doi), certainty=Certainty.IDENTIFIER)

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        """See `ports.Source`."""
        return one_by_one(references, http, self._look)

    def _look(self, reference: Reference, http: Http) -> Item:
        from akira_cli.sources._citation_page import citation_of, own_display_title

        page = open_page(reference, reference.url, http, accept=_CSL)
        now = self._clock.now()
        if "json" in page.media_type or page.body.lstrip()[:1] in (b"{", b"["):
            citation = _of_csl(_object_in(page, reference.id), reference.id)
            return paper_of(citation, reference, reference.url, now, f"[{citation.title}]")
        tree = tree_of(page)
        said = citation_of(tree, page.url)
        if said is None or not said.is_tagged:
            raise BadAnswer(
                f"'{reference.url}' leads to a page that does not say which paper it is", BY_HAND
            )
        shown = own_display_title(tree, said.title)
        return paper_of(_with_doi(said, reference.id), reference, reference.url, now, shown)


def build(settings: Settings, clock: Clock) -> Source:
    """The source; none of the settings bears on it."""
    del settings
    return Doi(clock)


def _in_text(text: str) -> str | None:
    """The one DOI in a text without an address."""
    found = dict.fromkeys(trimmed(each, _MARKS) for each in _IN_TEXT.findall(text.strip()))
    return next(iter(found)) if len(found) == 1 else None


def _in_address(parts: SplitResult) -> str | None:
    """The DOI in an address's path."""
    path = unquote(parts.path)
    if (parts.hostname or "").rstrip(".") in _RESOLVERS:
        doi = path.strip("/").removeprefix("doi:")
        if _NEARLY.fullmatch(doi):
            hint = f"a DOI has a part after the slash, like {_url('10.1145/3442188.3445922')}"
            raise NotAReference("no_doi", f"'{parts.geturl()}' holds only half a DOI", hint)
        return doi
    route = _ROUTE.fullmatch(path)
    return _OXFORD.sub(r"\1", route[1]) if route else None


def _url(doi: str) -> str:
    return f"https://doi.org/{quote(doi, safe='/:;().,_-')}"


def _object_in(page: Page, doi: str) -> dict[str, Any]:
    import json

    try:
        answer = json.loads(page.body)
    except (ValueError, RecursionError) as error:
        raise BadAnswer(f"doi.org sent broken JSON for '{doi}'", "try again later") from error
    if not isinstance(answer, dict):
        raise BadAnswer(f"doi.org sent JSON for '{doi}' that describes nothing", BY_HAND)
    return answer


def _of_csl(csl: dict[str, Any], doi: str) -> Citation:
    """What an agency says. Raises BadAnswer without a title, or with a date that is none."""
    from akira_cli.sources._names import people

    title = _words(csl.get("title"), LONGEST_TITLE)
    if not title:
        raise BadAnswer(f"doi.org has no title for '{doi}'", BY_HAND)
    issued = "issued" if csl.get("issued") else "published"
    published, year = _date(csl.get(issued), doi)
    licence, licence_at = _licence(csl)
    named = csl.get("author")
    authors = people(_name(each) for each in named) if isinstance(named, list) else ()
    journal = _words(csl.get("container-title"), LONGEST_TITLE)
    abstract = _abstract(csl.get("abstract"))
    pdf = _pdf(csl.get("link"))
    facts = (
        *(("title", "title", title), ("authors", "author", authors)),
        ("published", issued, published),
        ("journal", "container-title" if journal else issued, journal or year),
        *(("abstract", "abstract", abstract), ("licence", licence_at, licence)),
        *(("dois", "the DOI itself", doi), ("pdf", "link", pdf)),
    )
    return Citation(
        title=title,
        authors=authors,
        published=published,
        year=year,
        journal=journal,
        abstract=abstract,
        pdf=pdf,
        doi=doi,
        licence=licence,
        found_in=tuple((field, f"csl+json {key}") for field, key, value in facts if value),
    )


def _with_doi(citation: Citation, doi: str) -> Citation:
    where = {**dict(citation.found_in), "dois": "the DOI itself"}
    return citation._replace(doi=doi, found_in=tuple(where.items()))


def _words(value: object, longest: int) -> str:
    """A text, or the first of a list of them, without the tags some publishers put in."""
    first = next(iter(value), "") if isinstance(value, list) else value
    return _without_tags(first, longest) if isinstance(first, str) else ""


def _without_tags(text: str, longest: int) -> str:
    import html

    return readable(html.unescape(_TAG.sub("", text[: WITH_BLANKS * longest])), longest)


def _abstract(value: object) -> str:
    """An abstract out of JATS: https://jats.nlm.nih.gov/archiving/tag-library/1.3/element/abstract.html"""
    if not isinstance(value, str):
        return ""
    body = _HEADING.sub("", value[: WITH_BLANKS * LONGEST_ABSTRACT])
    return _without_tags(re.sub(r"</(?:jats:)?(?:p|title|sec)>", " ", body), LONGEST_ABSTRACT)


def _name(author: object) -> str:
    """A name as it is signed; a group's is `literal` at DataCite, `name` at Crossref."""
    if not isinstance(author, dict):
        return ""
    keys = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    parts = [author[key] for key in keys if isinstance(author.get(key), str)]
    whole = next((author[k] for k in ("literal", "name") if isinstance(author.get(k), str)), "")
    return " ".join(filter(None, parts)) or whole


def _date(value: object, doi: str) -> Dated:
    try:
        return date_of_parts(value)
    except ValueError as error:
        parts = parts_in(value)[:3]
        said = "-".join(clipped(str(part), 40) for part in parts if isinstance(part, int | str))
        raise BadAnswer(
            f"doi.org says '{doi}' is of '{said[:40]}', which is no date", BY_HAND
        ) from error


def _licence(csl: dict[str, Any]) -> tuple[str, str]:
    """The licence's address at Crossref, its name at DataCite; nothing where there are several."""
    listed = csl.get("license")
    rows = listed if isinstance(listed, list) else []
    addresses = [row.get("URL") for row in rows if isinstance(row, dict)]
    lines = {clipped(each, LONGEST_NAME) for each in addresses if isinstance(each, str)}
    found = {commons_address(line) or line for line in lines}
    if found:
        return (found.pop(), "license") if len(found) == 1 else ("", "")
    return _words(csl.get("copyright"), LONGEST_NAME), "copyright"


def _pdf(value: object) -> str:
    """The PDF that the publisher links to, if any."""
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    links = (row.get("URL") for row in rows if row.get("content-type") == "application/pdf")
    return next((link(each, "") for each in links if isinstance(each, str)), "")
