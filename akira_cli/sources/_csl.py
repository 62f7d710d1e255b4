"""A paper as an agency for DOIs describes it: https://docs.citationstyles.org"""

from __future__ import annotations

import re
from typing import Any

from akira_cli.core.errors import BadAnswer
from akira_cli.core.licences import commons_address
from akira_cli.sources._citation import Citation
from akira_cli.sources._dates import Dated, date_of_parts, parts_in
from akira_cli.sources._names import people
from akira_cli.sources._page import BY_HAND
from akira_cli.sources._texts import (
    LONGEST_ABSTRACT,
    LONGEST_NAME,
    LONGEST_TITLE,
    WITH_BLANKS,
    clipped,
    link,
    readable,
)

_TAG = re.compile(r"</?[a-z][\w:.-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HEADING = re.compile(
    r"<(jats:)?title\b[^<>]*>\s*abstract\s*[.:]?\s*</(jats:)?title>", re.IGNORECASE
)


def citation_of_csl(body: bytes, doi: str) -> Citation:
    """What an agency says of a DOI, in JSON. Raises BadAnswer for what is none, or says no title,
    or a date that is none."""
    csl = _object_in(body, doi)
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


def _object_in(body: bytes, doi: str) -> dict[str, Any]:
    import json

    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadAnswer(f"doi.org sent broken JSON for '{doi}'", "try again later") from error
    if not isinstance(answer, dict):
        raise BadAnswer(f"doi.org sent JSON for '{doi}' that describes nothing", BY_HAND)
    return answer


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
