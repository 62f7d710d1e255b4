"""YouTube: videos and playlists, as https://oembed.com#section7 says they can be asked about."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qs

from akira_cli.core.errors import BadAnswer
from akira_cli.core.items import Item, Reference
from akira_cli.core.page import Card
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._oembed import embed_of
from akira_cli.sources._page import BY_HAND
from akira_cli.sources._site import Place, Site, host_of

ENDPOINT = "https://www.youtube.com/oembed?format=json&url="

_HOST = re.compile(r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com")
_SHORT_HOST = re.compile(r"(?:www\.)?youtu\.be")
_IN_PATH = re.compile(r"/(?:shorts|live|embed|v)/(?!videoseries)([\w-]{11})/?", re.ASCII)
_IN_SHORT_PATH = re.compile(r"/([\w-]{11})/?", re.ASCII)
_VIDEO = re.compile(r"[\w-]{11}", re.ASCII)
_PLAYLIST = re.compile(r"[\w-]{12,80}", re.ASCII)


def build(settings: Settings, clock: Clock) -> Source:
    """Videos and playlists. Where in a video an address begins is no part of what it names."""
    del settings
    return Site("youtube", clock, _find, _look)


def _look(reference: Reference, http: Http, clock: Clock) -> Item:
    embed = embed_of(
        reference,
        ENDPOINT,
        http,
        gone="look at the address; YouTube says so of private and removed videos, too",
        hidden="it is private, or its owner lets nobody embed it",
    )
    if not embed.title:
        raise BadAnswer(f"YouTube gives '{reference.url}' no title", BY_HAND)
    found = [("title", "oembed title"), ("card.title", "oembed title")]
    found += [("authors", "oembed author_name")] if embed.author else []
    found += [("picture", "oembed thumbnail_url")] if embed.thumbnail else []
    return Item(
        reference=reference,
        url=reference.url,
        title=embed.title,
        authors=(embed.author,) if embed.author else (),
        fetched_from=embed.asked,
        fetched_at=clock.now(),
        form="web",
        card=Card(embed.title, domain="www.youtube.com", url=reference.url),
        site="YouTube",
        picture=embed.thumbnail,
        found_in=tuple(found),
    )


def _find(address: SplitResult) -> Place | None:
    """The video or playlist; None for channels and searches."""
    host, fields, path = host_of(address), parse_qs(address.query), address.path.rstrip("/")
    video, playlist = fields.get("v", [""])[0], fields.get("list", [""])[0]
    if _SHORT_HOST.fullmatch(host):
        video = _id_in(_IN_SHORT_PATH, address.path)
    elif not _HOST.fullmatch(host):
        return None
    elif path != "/watch":
        video = _id_in(_IN_PATH, address.path)
    if _VIDEO.fullmatch(video):
        return Place(video, f"https://www.youtube.com/watch?v={video}")
    if path in {"/playlist", "/embed/videoseries"} and _PLAYLIST.fullmatch(playlist):
        return Place(playlist, f"https://www.youtube.com/playlist?list={playlist}")
    return None


def _id_in(pattern: re.Pattern[str], path: str) -> str:
    found = pattern.fullmatch(path)
    return found[1] if found else ""
