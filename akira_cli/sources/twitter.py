"""Twitter, X: one tweet as https://developer.x.com/en/docs/x-for-websites/oembed-api gives it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult

from akira_cli.core.errors import BadAnswer
from akira_cli.core.items import Item, Reference
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._oembed import Embed, embed_of, markup_of
from akira_cli.sources._page import BY_HAND, one_line
from akira_cli.sources._site import Place, Site, host_of, parts_of
from akira_cli.sources._texts import LONGEST_ABSTRACT, LONGEST_TITLE, clipped, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ENDPOINT = "https://publish.twitter.com/oembed?omit_script=true&dnt=true&url="

_HOST = re.compile(r"(?:(?:www|mobile|m)\.)?(?:twitter|x|fxtwitter|vxtwitter)\.com")
_PATH = re.compile(r"/(?P<user>\w{1,20}|i/web)/status(?:es)?/(?P<id>[0-9]{1,20})(?:/.*)?", re.ASCII)
_OWN = re.compile(r"(?:www\.)?(?:twitter|x)\.com")
_PICTURE = re.compile(r"pic\.(?:twitter|x)\.com/\w+")
_MOST_PARAGRAPHS = 100
_GONE = "it was deleted, or its author protects it; look at the address"


class _Tweet(NamedTuple):
    text: str
    user: str
    published: date | None


def build(settings: Settings, clock: Clock) -> Source:
    """Tweets, whichever of Twitter's names and of the two well-known mirrors an address has."""
    del settings
    return Site("twitter", clock, _find, _look)


def _find(address: SplitResult) -> Place | None:
    """The tweet; None for profiles, lists and searches."""
    named = _named_by(address, _HOST)
    return Place(named["id"], _address(named["user"], named["id"])) if named else None


def _look(reference: Reference, http: Http, clock: Clock) -> Item:
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
        fetched_at=clock.now(),
        form="bare",
        site="Twitter",
        found_in=tuple(place for place in places if place),
        notes=("the end of the tweet may be missing",) if tweet.text.endswith("…") else (),
    )


def _tweet_in(embed: Embed, reference: Reference) -> _Tweet:
    """What the snippet says. Raises BadAnswer when it is not that of the tweet asked for.

    `<blockquote><p>TEXT</p>&mdash; NAME (@USER) <a href="ADDRESS">DATE</a></blockquote>`
    """
    from akira_cli.sources._dates import date_in

    tree = markup_of(embed)
    links = tree.xpath("//blockquote/a[@href]")
    named = _named_by(parts_of(links[-1].get("href", "")), _OWN) if links else None
    if named is None or named["id"] != reference.id:
        raise BadAnswer(
            f"Twitter sent no tweet for '{reference.url}'", f"try again later, or {BY_HAND}"
        )
    paragraphs = tree.xpath("//blockquote/p")[:_MOST_PARAGRAPHS]
    text = clipped(" ".join(filter(None, map(_text_of, paragraphs))), LONGEST_ABSTRACT)
    return _Tweet(text, named["user"], date_in(text_of(links[-1], LONGEST_TITLE)))


def _text_of(paragraph: HtmlElement) -> str:
    """The words as they are shown, without the links that stand for pictures."""
    parts = paragraph.xpath(".//text()|.//br")
    shown = "".join(part if isinstance(part, str) else " " for part in parts)
    return one_line(_PICTURE.sub("", shown))


def _named_by(address: SplitResult, host: re.Pattern[str]) -> re.Match[str] | None:
    return _PATH.fullmatch(address.path) if host.fullmatch(host_of(address)) else None


def _address(user: str, tweet: str) -> str:
    return f"https://twitter.com/{user}/status/{tweet}"
