"""Papers under review and after it, at OpenReview: https://docs.openreview.net/"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, parse_qs

from akira_cli.core.errors import AkiraError, BadAnswer, NotAReference, NotFound, UnreadablePage
from akira_cli.core.items import Item, Reference
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._citation import Citation, paper_of
from akira_cli.sources._page import BY_HAND, one_line, open_page, tree_of
from akira_cli.sources._site import Place, Site, host_of
from akira_cli.sources._texts import LONGEST_ABSTRACT, LONGEST_NAME, LONGEST_TITLE, readable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE = "https://openreview.net"
_HOSTS = ("openreview.net", "www.openreview.net")
_ID = re.compile(r"[A-Za-z0-9_-]{4,64}")
_DATA = "__NEXT_DATA__"
_NOT_TAKEN = re.compile(r"withdrawn|reject", re.IGNORECASE)


def build(settings: Settings, clock: Clock) -> Source:
    """The forum of a paper, of either version of OpenReview's interface."""
    del settings
    return Site("openreview", clock, _find, _look)


def _find(address: SplitResult) -> Place | None:
    """The forum of a `/forum?id=` or `/pdf?id=`; NotAReference without an id.

    `/references/pdf?id=` and `/attachment?id=` name a revision or a file, not the paper.
    """
    if host_of(address) not in _HOSTS or address.path.rstrip("/") not in ("/forum", "/pdf"):
        return None
    forum = parse_qs(address.query).get("id", [""])[0].strip()
    if not _ID.fullmatch(forum):
        raise NotAReference(
            "no_forum",
            f"'{address.geturl()}' names no paper of OpenReview",
            f"the address of one looks like {_SITE}/forum?id=TVHS5Y4dNvM",
        )
    return Place(forum, f"{_SITE}/forum?id={forum}")


def _look(reference: Reference, http: Http, clock: Clock) -> Item:
    from akira_cli.sources._citation_page import citation_of

    page = open_page(reference, reference.url, http)
    tree = tree_of(page)
    props = _page_props(tree)
    note = _note(props, reference)
    said = _merged(_of_note(note), citation_of(tree, page.url))
    if said is None:
        raise _nothing_said(props, reference)
    shown = f"[{said.title} | OpenReview]"
    item = paper_of(said, reference, reference.url, clock.now(), shown)
    return _with_state(item)


def _page_props(tree: HtmlElement) -> dict[str, Any]:
    """What the page was drawn from, as JSON in the page; empty when it is not there."""
    import json

    for script in tree.iter("script"):
        if script.get("id") == _DATA:
            try:
                data = json.loads(script.text or "")
            except (ValueError, RecursionError):
                return {}
            return _object(_object(_object(data).get("props")).get("pageProps"))
    return {}


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _note(props: dict[str, Any], reference: Reference) -> dict[str, Any]:
    """The paper's note. Raises BadAnswer when it is another paper's."""
    note = _object(props.get("forumNote"))
    ids = [note[key] for key in ("id", "forum") if isinstance(note.get(key), str)]
    if ids and reference.id not in ids:
        raise BadAnswer(
            f"OpenReview was asked for '{reference.id}' and sent '{one_line(ids[0])[:80]}'"
        )
    return note


def _of_note(note: dict[str, Any]) -> Citation | None:
    from akira_cli.sources._names import people

    content = _object(note.get("content"))
    title = readable(_text(content, "title"), LONGEST_TITLE)
    if not title:
        return None
    names = _value(content, "authors")
    authors = people(name for name in _list(names) if isinstance(name, str))
    published, dated_by = _published(note)
    venue = readable(_text(content, "venue"), LONGEST_TITLE)
    abstract = readable(_text(content, "abstract"), LONGEST_ABSTRACT)
    licence = readable(_text(note, "license"), LONGEST_NAME)
    facts = (
        *(("title", "title", title), ("authors", "authors", authors)),
        *(("published", dated_by, published), ("journal", "venue", venue)),
        *(("abstract", "abstract", abstract), ("licence", "license", licence)),
    )
    return Citation(
        title=title,
        authors=authors,
        published=published,
        journal=venue,
        abstract=abstract,
        licence=licence,
        found_in=tuple((field, f"{_DATA} {key}") for field, key, value in facts if value),
    )


def _value(content: dict[str, Any], key: str) -> object:
    """A field of a note: itself in version 1 of the interface, `{"value": ...}` in version 2."""
    field = content.get(key)
    return field.get("value") if isinstance(field, dict) else field


def _text(content: dict[str, Any], key: str) -> str:
    value = _value(content, key)
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _published(note: dict[str, Any]) -> tuple[date | None, str]:
    """The day it was published, else the day it was made, in UTC, and the field that says so."""
    from akira_cli.sources._dates import date_of_moment

    for key in ("pdate", "cdate", "tcdate"):
        if day := date_of_moment(note.get(key)):
            return day, key
    return None, ""


def _merged(note: Citation | None, tags: Citation | None) -> Citation | None:
    """What the note says; the page's tags where it is silent."""
    if note is None or tags is None:
        return note or tags
    said = {field: value for field, value in note._asdict().items() if value}
    where = {**dict(tags.found_in), **dict(note.found_in)}
    return tags._replace(**{**said, "found_in": tuple(where.items())})


def _nothing_said(props: dict[str, Any], reference: Reference) -> AkiraError:
    """The error for a page that names no paper."""
    if props.get("statusCode") == 404:
        return NotFound(f"OpenReview has no paper '{reference.id}'", f"check it at {reference.url}")
    return UnreadablePage(f"'{reference.url}' shows no paper to a program", BY_HAND)


def _with_state(item: Item) -> Item:
    """The Item with the paper's PDF, and a note where its venue says that it was not taken."""
    told = [f"OpenReview says: {item.journal}"] if _NOT_TAKEN.search(item.journal) else []
    return replace(
        item,
        pdf=f"{_SITE}/pdf?id={item.reference.id}",
        found_in=tuple((field, where) for field, where in item.found_in if field != "pdf"),
        notes=(*item.notes, *told),
    )
