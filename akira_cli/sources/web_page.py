"""Any page of the web that no other source knows: an article, a post, a paper of some publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from akira_cli.answers.pdf_documents import is_pdf
from akira_cli.core.addresses import domain_of, is_of_arxiv
from akira_cli.core.canonical import absolute, cleaned, same_page, same_site
from akira_cli.core.errors import AkiraError, UnreadablePage
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.core.page import Card
from akira_cli.core.pasted import address_in
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._page import BY_HAND, Page, one_by_one, open_page, tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from akira_cli.sources._metadata import Metadata

_LONGEST_DESCRIPTION = 300
_LONGEST_ABSTRACT = 1000
_LONGEST_TITLE = 100
"""Of a title that is made of the text, since the page has none."""
_A_PARAGRAPH = 40
"""Characters; what is shorter is a line of a menu or a name."""
_AN_ABSTRACT = 150
_AN_ARTICLE = 1000
_LITTLE = 500
"""Characters that the form of a login, or of a subscription, has around it."""

_WITHOUT_SCHEME = re.compile(r"\s*(?:/|applewebdata:)", re.IGNORECASE)
_LISTING = re.compile(
    r"/(?:blogs?|news|posts?|articles?|archives?|stories|home|index(?:\.\w+)?)/?$"
    r"|/(?:tags?|category|categories|topics?|authors?|search|page)(?:/[^/]*)?/?$",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"\.(?:php|aspx?|cgi|jsp|do)$", re.IGNORECASE)


class WebPages:
    """Pages known by nothing but their address."""

    name = "web-page"

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def recognise(self, text: str) -> Reference | None:
        """The one web address in a text, without tracking. Those of arXiv are arXiv's alone."""
        address = address_in(text)
        if address is None and _WITHOUT_SCHEME.match(text):
            address = absolute(text)
        if address is None or is_of_arxiv(address):
            return None
        url, removed = cleaned(address)
        return Reference(self.name, url, None, text, url, removed, Certainty.ADDRESS)

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        """See `ports.Source`."""
        return one_by_one(references, http, self._look)

    def _look(self, reference: Reference, http: Http) -> Item | LeadsTo:
        page = open_page(reference, reference.url, http)
        if not same_site(reference.url, page.url):
            # whether another source knows what is there is for the one who asks them all to see
            return LeadsTo(cleaned(page.url).url, f"'{domain_of(reference.url)}' leads there")
        if _is_pdf(page):
            from akira_cli.sources._pdf_facts import item_of_pdf

            return item_of_pdf(reference, page, self._clock.now())
        return self._item_of(reference, page)

    def _item_of(self, reference: Reference, page: Page) -> Item:
        from akira_cli.sources._article_text import article_text
        from akira_cli.sources._citation_page import item_of_citation
        from akira_cli.sources._metadata import metadata_of

        tree, now = tree_of(page), self._clock.now()
        said, text = metadata_of(tree, page.url), article_text(tree)
        url, url_found, notes = _address(reference.url, cleaned(page.url).url, said)
        base = item_of_citation(reference, page.url, tree, now)
        if base is None:
            _refuse_silence(reference, said, text, tree)
            base = _web_item(reference, url, said, text)
        elif not base.abstract and len(said.description) >= _AN_ABSTRACT:
            base = replace(
                base,
                abstract=said.description,
                found_in=(*base.found_in, ("abstract", said.place_of("description"))),
            )
        places = dict(base.found_in) | {"url": url_found}
        places |= {field: place for field in ("site", "picture") if (place := said.place_of(field))}
        return replace(
            base,
            url=url,
            text=text,
            site=said.site,
            picture=said.picture,
            found_in=tuple((places | ({"text": "trafilatura"} if text else {})).items()),
            notes=(*base.notes, *notes),
            fetched_from=reference.url,
            fetched_at=now,
        )


def build(settings: Settings, clock: Clock) -> Source:  # noqa: ARG001  # sources are built alike
    """The source, as the wiring asks each for itself."""
    return WebPages(clock)


def _is_pdf(page: Page) -> bool:
    """Whether these are the bytes of a PDF, which may begin a little later than the file."""
    return page.body.lstrip().startswith(b"%PDF-") or (
        "pdf" in page.media_type and is_pdf(page.body)
    )


def _address(asked: str, ended: str, said: Metadata) -> tuple[str, str, tuple[str, ...]]:
    """The address of the page, where it was found, and a note when the page names another.

    A page is believed where it names one of its own site that is as particular as the one asked,
    and so is a redirect, to where it `ended`.
    """
    found = "address asked"
    is_safer = ended.startswith("https:") and not asked.startswith("https:")
    if (is_safer or not same_page(ended, asked)) and not _is_vaguer(ended, asked):
        asked, found = ended, "redirect"
    if not said.canonical:
        return asked, found, ()
    named = cleaned(said.canonical).url
    if asked.startswith("https:"):
        named = re.sub("^http:", "https:", named)
    if same_page(named, asked) or (same_site(named, asked) and not _is_vaguer(named, asked)):
        return named, said.place_of("canonical"), ()
    return asked, found, (f"the page calls itself '{named}'",)


def _is_vaguer(named: str, asked: str) -> bool:
    """Whether an address is that of a home page, a list or a program, and the other is more."""
    mine, theirs = urlsplit(asked), urlsplit(named)
    if theirs.path == mine.path:
        is_cut = mine.query and not theirs.query
        return bool(is_cut and (theirs.path in {"", "/"} or _SCRIPT.search(theirs.path)))
    at_home = theirs.path in {"", "/"} and not theirs.query
    return at_home or bool(_LISTING.search(theirs.path) and not theirs.query)


def _web_item(reference: Reference, url: str, said: Metadata, text: str) -> Item:
    """The Item of a page that is no paper's, with the card that shows it."""
    from akira_cli.sources._article_text import shortened

    paragraphs = text.split("\n\n")
    first = next((each for each in paragraphs if len(each) >= _A_PARAGRAPH), paragraphs[0])
    title = said.title or shortened(first, _LONGEST_TITLE)
    description = shortened(said.description or first, _LONGEST_DESCRIPTION)
    places = {
        "title": said.place_of("title") or "text",
        "abstract": said.place_of("description"),
        "card.title": said.place_of("title") or "text",
        "card.description": said.place_of("description") or ("text" if first else ""),
        **{field: said.place_of(field) for field in ("published", "updated", "authors", "licence")},
    }
    return Item(
        reference=reference,
        url=url,
        title=title,
        authors=said.authors,
        abstract=shortened(said.description, _LONGEST_ABSTRACT),
        published=said.published,
        updated=said.updated,
        form="web",
        card=Card(title, description, domain_of(url), url),
        licence=said.licence,
        found_in=tuple((field, place) for field, place in places.items() if place),
    )


def _refuse_silence(reference: Reference, said: Metadata, text: str, tree: HtmlElement) -> None:
    """Raise UnreadablePage for a page that shows a program only its door."""
    has_password = bool(tree.xpath("//input[@type='password']"))
    why = ""
    if has_password and len(text) < _LITTLE:
        why = "asks for a login"
    elif not said.title and len(text) < _AN_ARTICLE:
        why = "says nothing to a program that runs no JavaScript"
    elif not said.description and len(text) < _LITTLE and _is_paid(tree):
        why = "gives only its title to those who do not pay"
    elif not (said.description or said.picture or text):
        why = "says nothing but its title to a program that runs no JavaScript"
    if why:
        raise UnreadablePage(f"'{reference.url}' {why}", BY_HAND)


def _is_paid(tree: HtmlElement) -> bool:
    """Whether a page says that reading it costs something: https://schema.org/isAccessibleForFree"""
    scripts = (script.text or "" for script in tree.iter("script"))
    closed = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
    return any(map(closed.search, scripts)) or bool(tree.xpath("//*[contains(@class, 'paywall')]"))
