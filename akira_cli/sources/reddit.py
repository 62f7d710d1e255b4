"""Reddit: one thread, or one comment in it, as far as its oEmbed answer goes:
https://github.com/reddit-archive/reddit/wiki/oEmbed"""

from __future__ import annotations

import re
from urllib.parse import SplitResult

from akira_cli.core.errors import BadAnswer, NotFound, UnreadablePage
from akira_cli.core.items import Item, LeadsTo, Reference
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._oembed import embed_of
from akira_cli.sources._page import BY_HAND, open_page
from akira_cli.sources._site import Place, Site, host_of, parts_of

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


def build(settings: Settings, clock: Clock) -> Source:
    """Threads and comments. A short address leads to the whole one."""
    del settings
    return Site("reddit", clock, lambda address: _thread_at(address) or _short_at(address), _look)


def _look(reference: Reference, http: Http, clock: Clock) -> Item | LeadsTo:
    if _thread_at(parts_of(reference.url)) is None:
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
        fetched_at=clock.now(),
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
    thread = _thread_at(parts_of(ended))
    if thread is None:
        raise NotFound(f"'{reference.url}' leads to no thread of Reddit", way_out)
    return LeadsTo(thread.url, f"'{reference.url}' is a short address of it")


def _thread_at(address: SplitResult) -> Place | None:
    """A thread, or a comment in it (`1abcde/k2xyz`)."""
    found = _THREAD.fullmatch(address.path) if _HOST.fullmatch(host_of(address)) else None
    if found is None:
        return None
    names = [found["id"], found["slug"], found["comment"]]
    place = re.sub("^u/", "user/", found["place"])
    url = f"https://www.reddit.com/{place}/comments/{'/'.join(filter(None, names))}/"
    return Place("/".join(filter(None, (found["id"], found["comment"]))), url)


def _short_at(address: SplitResult) -> Place | None:
    """What stands for a thread; of a share link the address is the id."""
    host = host_of(address)
    short = _SHORT.fullmatch(address.path) if _SHORT_HOST.fullmatch(host) else None
    if short:
        return Place(short[1], f"https://redd.it/{short[1]}")
    if _HOST.fullmatch(host) and _SHARED.fullmatch(address.path):
        url = f"https://www.reddit.com{address.path.rstrip('/')}"
        return Place(url, url)
    return None
