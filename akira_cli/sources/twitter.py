"""Twitter, X: one tweet as https://developer.x.com/en/docs/x-for-websites/oembed-api gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from akira_cli.core.canonical import cleaned
from akira_cli.core.errors import AkiraError, BadAnswer
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.core.pasted import address_in
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._oembed import Embed, embed_of, markup_of
from akira_cli.sources._page import BY_HAND, one_by_one, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ENDPOINT = "https://publish.twitter.com/oembed?omit_script=true&dnt=true&url="

_HOST = re.compile(r"(?:(?:www|mobile|m)\.)?(?:twitter|x|fxtwitter|vxtwitter)\.com")
_PATH = re.compile(r"/(?P<user>\w{1,20}|i/web)/status(?:es)?/(?P<id>[0-9]{1,20})(?:/.*)?", re.ASCII)
_OWN = re.compile(r"(?:www\.)?(?:twitter|x)\.com")
_PICTURE = re.compile(r"pic\.(?:twitter|x)\.com/\w+")
_DATE = re.compile(r"([A-Z][a-z]+) ([0-9]{1,2}), ([0-9]{4})")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_GONE = "it was deleted, or its author protects it; look at the address"


class _Tweet(NamedTuple):
    text: str
    user: str
    published: date | None


class Twitter:
    """Tweets, whichever of Twitter's names and of the two well-known mirrors an address has."""

    name = "twitter"

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def recognise(self, text: str) -> Reference | None:
        """The tweet an address leads to; None for profiles, lists and searches."""
        address = address_in(text)
        named = _named_by(address, _HOST) if address else None
        if address is None or named is None:
            return None
        return Reference(
            self.name,
            named["id"],
            text=text,
            url=_address(named["user"], named["id"]),
            removed=cleaned(address).removed,
            certainty=Certainty.SITE,
        )

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        """See `ports.Source`."""
        return one_by_one(references, http, self._look)

    def _look(self, reference: Reference, http: Http) -> Item:
        embed = embed_of(reference, ENDPOINT, http, gone=_GONE, hidden="its author protects it")
        tweet = _tweet_in(embed, reference)
        name = embed.author or f"@{tweet.user}"
        places = (
            ("title", "oembed author_name"),
            ("abstract", "oembed html p") if tweet.text else None,
            ("authors", "oembed author_name") if embed.author else None,
            ("published", "oembed html a") if tweet.published else None,
        )
        return Item(
            reference=reference,
            url=_address(tweet.user, reference.id),
            title=f"{name} (@{tweet.user}) on Twitter" if embed.author else f"{name} on Twitter",
            authors=(embed.author,) if embed.author else (),
            abstract=tweet.text,
            published=tweet.published,
            fetched_from=embed.asked,
            fetched_at=self._clock.now(),
            form="bare",
            site="Twitter",
            found_in=tuple(place for place in places if place),
            notes=("the end of the tweet may be missing",) if tweet.text.endswith("…") else (),
        )


def _tweet_in(embed: Embed, reference: Reference) -> _Tweet:
    """What the snippet says. Raises BadAnswer when it is not that of the tweet asked for.

    `<blockquote><p>TEXT</p>&mdash; NAME (@USER) <a href="ADDRESS">DATE</a></blockquote>`
    """
    tree = markup_of(embed)
    links = tree.xpath("//blockquote/a[@href]")
    named = _named_by(links[-1].get("href", ""), _OWN) if links else None
    if named is None or named["id"] != reference.id:
        raise BadAnswer(
            f"Twitter sent no tweet for '{reference.url}'", f"try again later, or {BY_HAND}"
        )
    paragraphs = tree.xpath("//blockquote/p")
    text = " ".join(filter(None, map(_text_of, paragraphs)))
    return _Tweet(text, named["user"], _date_in(one_line(links[-1].text_content())))


def _text_of(paragraph: HtmlElement) -> str:
    """The words as they are shown, without the links that stand for pictures."""
    parts = paragraph.xpath(".//text()|.//br")
    shown = "".join(part if isinstance(part, str) else " " for part in parts)
    return one_line(_PICTURE.sub("", shown))


def _date_in(text: str) -> date | None:
    found = _DATE.fullmatch(text)
    if found is None or found[1] not in _MONTHS:
        return None
    try:
        return date(int(found[3]), _MONTHS.index(found[1]) + 1, int(found[2]))
    except ValueError:
        return None


def _named_by(address: str, host: re.Pattern[str]) -> re.Match[str] | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return _PATH.fullmatch(parts.path) if host.fullmatch(parts.hostname or "") else None


def _address(user: str, tweet: str) -> str:
    return f"https://twitter.com/{user}/status/{tweet}"


def build(settings: Settings, clock: Clock) -> Source:  # noqa: ARG001  # Twitter has no settings
    """The source, for the wiring."""
    return Twitter(clock)
