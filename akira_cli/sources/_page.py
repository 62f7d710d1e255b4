"""One page of the web, opened for a source: what every source does with an answer before it
reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, urlsplit

from akira_cli.answers.html_tree import tree_from
from akira_cli.answers.one_line import one_line
from akira_cli.core.addresses import domain_of
from akira_cli.core.errors import (
    STOPS,
    AccessDenied,
    AkiraError,
    BadAnswer,
    NotFound,
    UnreadablePage,
)
from akira_cli.core.items import Item, LeadsTo, Reference
from akira_cli.core.settings import SITE_INTERVAL as INTERVAL
from akira_cli.core.statuses import refuse_status
from akira_cli.ports import Http, Pace, Response

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = [
    "BY_HAND",
    "INTERVAL",
    "Page",
    "one_by_one",
    "one_line",
    "open_page",
    "pace_of",
    "tree_of",
]

BY_HAND = "open it in your browser, save the page, and give it with --html FILE"
"""The way out where a program is not let in and a person is."""

_DOOR_HOST = re.compile(r"(?:consent|guce|accounts?|login|signin|auth|sso)\.", re.IGNORECASE)
_DOOR_PATH = re.compile(
    r"/(?:log-?in|sign-?in|consent|captcha|m/global-identity(?:-\d+)?)(?:[/.]|$)", re.IGNORECASE
)


class Page(NamedTuple):
    """A whole answer with status 200: where it came from at last, its media type and bytes."""

    url: str
    media_type: str
    body: bytes
    headers: Mapping[str, str]


def one_by_one(
    references: Sequence[Reference],
    http: Http,
    look: Callable[[Reference, Http], Item | LeadsTo],
) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
    """What `look` makes of each reference, or the error it raises.

    They are all of one site: once that refuses to be asked, it is asked nothing more.
    """
    refused: AkiraError | None = None
    for reference in references:
        if refused is not None:
            yield reference, refused
            continue
        try:
            yield reference, look(reference, http)
        except AkiraError as error:
            refused = error if isinstance(error, STOPS) else None
            yield reference, error


def pace_of(url: str) -> Pace:
    """The pace at which a site is asked for its pages."""
    return Pace(domain_of(url) or "pages", INTERVAL)


def open_page(
    reference: Reference,
    url: str,
    http: Http,
    *,
    accept: str = "text/html,*/*;q=0.5",
    largest: int | None = None,
) -> Page:
    """The page at an address; `largest` as `ports.Http` has it.

    Raises what `core.statuses` does, naming the way out with a saved page; NotFound for a redirect
    that ends on a home page; UnreadablePage where access is denied, and where a login or a page of
    consent stands before it; BadAnswer for an empty page.
    """
    shown = reference.url or url
    try:
        answer = http.get(url, pace_of(url), accept=accept, largest=largest)
    except AccessDenied as error:
        raise UnreadablePage(error.message, BY_HAND) from error
    refuse_status(answer.status, shown, BY_HAND)
    _refuse_detour(url, answer.url, shown)
    if not answer.body.strip():
        raise BadAnswer(f"'{shown}' is an empty page", f"try again later, or {BY_HAND}")
    return _page_of(answer)


def _page_of(answer: Response) -> Page:
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Page(answer.url, media_type, answer.body, answer.headers)


def _refuse_detour(asked: str, ended: str, shown: str) -> None:
    """Raise when an answer comes from a page that stands in for the one asked for."""
    wanted, found = _parts(asked), _parts(ended)
    if _is_door(ended) and not _is_door(asked):
        raise UnreadablePage(
            f"'{shown}' leads to a page of login or consent, '{domain_of(ended)}'", BY_HAND
        )
    at_home = found.path in {"", "/"} and not found.query
    if at_home and (wanted.path not in {"", "/"} or wanted.query):
        raise NotFound(
            f"'{shown}' leads to the home page of '{domain_of(ended)}'",
            "look at the address; give that of the home page itself if it is meant",
        )


def _is_door(url: str) -> bool:
    """Whether an address is one where a person logs in, or agrees to something."""
    return bool(_DOOR_HOST.match(domain_of(url)) or _DOOR_PATH.search(_parts(url).path))


def _parts(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def tree_of(page: Page) -> HtmlElement:
    """The page as a tree; its texts are to be handed on through `one_line`.

    Raises BadAnswer when it is no HTML.
    """
    content_type = page.headers.get("content-type", page.media_type)
    return tree_from(page.body, content_type, page.url, BY_HAND)
