"""YouTube: videos and playlists, as https://oembed.com#section7 says they can be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qs, urlsplit

from akira_cli.core.canonical import cleaned
from akira_cli.core.errors import AkiraError, BadAnswer
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.core.page import Card
from akira_cli.core.pasted import address_in
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._oembed import embed_of
from akira_cli.sources._page import BY_HAND, one_by_one

ENDPOINT = "https://www.youtube.com/oembed?format=json&url="

_HOST = re.compile(r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com")
_SHORT_HOST = re.compile(r"(?:www\.)?youtu\.be")
_IN_PATH = re.compile(r"/(?:shorts|live|embed|v)/(?!videoseries)([\w-]{11})/?", re.ASCII)
_IN_SHORT_PATH = re.compile(r"/([\w-]{11})/?", re.ASCII)
_VIDEO = re.compile(r"[\w-]{11}", re.ASCII)
_PLAYLIST = re.compile(r"[\w-]{12,80}", re.ASCII)


class YouTube:
    """Videos and playlists. Where in a video an address begins is no part of what it names."""

    name = "youtube"

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def recognise(self, text: str) -> Reference | None:
        """The video or playlist an address leads to; None for channels and searches."""
        address = address_in(text)
        named = _named_by(address) if address else None
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

    def _look(self, reference: Reference, http: Http) -> Item:
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
            fetched_at=self._clock.now(),
            form="web",
            card=Card(embed.title, domain="www.youtube.com", url=reference.url),
            site="YouTube",
            picture=embed.thumbnail,
            found_in=tuple(found),
        )


def _named_by(address: str) -> tuple[str, str] | None:
    """The id of a video or playlist and its canonical address."""
    parts = urlsplit(address)
    host, fields = parts.hostname or "", parse_qs(parts.query)
    video, playlist = fields.get("v", [""])[0], fields.get("list", [""])[0]
    if _SHORT_HOST.fullmatch(host):
        video = _id_in(_IN_SHORT_PATH, parts.path)
    elif not _HOST.fullmatch(host):
        return None
    elif parts.path.rstrip("/") != "/watch":
        video = _id_in(_IN_PATH, parts.path)
    if _VIDEO.fullmatch(video):
        return video, f"https://www.youtube.com/watch?v={video}"
    if parts.path.rstrip("/") in {"/playlist", "/embed/videoseries"} and _PLAYLIST.fullmatch(
        playlist
    ):
        return playlist, f"https://www.youtube.com/playlist?list={playlist}"
    return None


def _id_in(pattern: re.Pattern[str], path: str) -> str:
    found = pattern.fullmatch(path)
    return found[1] if found else ""


def build(settings: Settings, clock: Clock) -> Source:  # noqa: ARG001  # YouTube has no settings
    """The source, for the wiring."""
    return YouTube(clock)
