"""Reddit: one thread, or one comment in it, as far as its oEmbed answer goes:
https://github.com/reddit-archive/reddit/wiki/oEmbed"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from akira_cli.core.canonical import cleaned
from akira_cli.core.errors import AkiraError, BadAnswer, NotFound, UnreadablePage
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.core.pasted import address_in
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._oembed import embed_of
from akira_cli.sources._page import BY_HAND, one_by_one, open_page

ENDPOINT = "https://www.reddit.com/oembed?url="

_HOST = re.compile(r"(?:[a-z]{1,3}\.|www\.)?reddit\.com")
_SHORT_HOST = re.compile(r"(?:www\.)?redd\.it")
_THREAD = re.compile(
    r"/(?P<place>(?:r|u|user)/[\w-]{2,50})/comments/(?P<id>[a-z0-9]{1,13})"
    r"(?:/(?P<slug>[^/]*)(?:/(?P<comment>[a-z0-9]{1,13}))?)?/?",
    re.ASCII,
)
_SHARED = re.compile(r"/(?:r|u|user)/[\w-]{2,50}/s/\w{4,20}/?", re.ASCII)
_SHORT = re.compile(r"/([a-z0-9]{1,13})/?", re.ASCII)


class Reddit:
    """Threads and comments. A short address leads to the whole one."""

    name = "reddit"

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def recognise(self, text: str) -> Reference | None:
        """The thread an address leads to; None for subreddits and users."""
        address = address_in(text)
        named = (_thread_at(address) or _short_at(address)) if address else None
        if address is None or named is None:
            return None
        found, url = named
        return Reference(
            self.name,
            found,
            text=text,
            url=url,
            removed=cleaned(address).removed,
            certainty=Certainty.SITE,
        )

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        """See `ports.Source`."""
        return one_by_one(references, http, self._look)

    def _look(self, reference: Reference, http: Http) -> Item | LeadsTo:
        if _thread_at(reference.url) is None:
            return _end_of(reference, http)
        embed = embed_of(
            reference,
            ENDPOINT,
            http,
            gone="look at the address; Reddit says so of removed and private threads, too",
            hidden="it may be private or quarantined",
        )
        if not embed.title:
            raise BadAnswer(f"Reddit gives '{reference.url}' no title", BY_HAND)
        found = [("title", "oembed title")]
        found += [("authors", "oembed author_name")] if embed.author else []
        return Item(
            reference=reference,
            url=reference.url,
            title=embed.title,
            authors=(embed.author,) if embed.author else (),
            fetched_from=embed.asked,
            fetched_at=self._clock.now(),
            form="bare",
            site="Reddit",
            found_in=tuple(found),
        )


def _end_of(reference: Reference, http: Http) -> LeadsTo:
    """The thread that a short address leads to."""
    way_out = "open it in your browser, and give the address it leads to"
    try:
        ended = open_page(reference, reference.url, http).url
    except UnreadablePage as error:
        raise UnreadablePage(error.message, way_out) from error
    thread = _thread_at(ended)
    if thread is None:
        raise NotFound(f"'{reference.url}' leads to no thread of Reddit", way_out)
    return LeadsTo(thread[1], f"'{reference.url}' is a short address of it")


def _thread_at(address: str) -> tuple[str, str] | None:
    """The id of a thread, or of a comment in it (`1abcde/k2xyz`), and its canonical address."""
    parts = urlsplit(address)
    found = _THREAD.fullmatch(parts.path) if _HOST.fullmatch(parts.hostname or "") else None
    if found is None:
        return None
    names = [found["id"], found["slug"], found["comment"]]
    place = re.sub("^u/", "user/", found["place"])
    url = f"https://www.reddit.com/{place}/comments/{'/'.join(filter(None, names))}/"
    return "/".join(filter(None, (found["id"], found["comment"]))), url


def _short_at(address: str) -> tuple[str, str] | None:
    """The id and address of what stands for a thread; of a share link the address is the id."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    short = _SHORT.fullmatch(parts.path) if _SHORT_HOST.fullmatch(host) else None
    if short:
        return short[1], f"https://redd.it/{short[1]}"
    if _HOST.fullmatch(host) and _SHARED.fullmatch(parts.path):
        url = f"https://www.reddit.com{parts.path.rstrip('/')}"
        return url, url
    return None


def build(settings: Settings, clock: Clock) -> Source:  # noqa: ARG001  # Reddit has no settings
    """The source, for the wiring."""
    return Reddit(clock)
