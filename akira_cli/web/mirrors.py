"""Hosts whose pages are read from another address, and redirects between the two. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from akira_cli.web.private_networks import PORTS, origin


class Asked(NamedTuple):
    """An address, and the one that is asked instead: under `base`, unless that is empty."""

    url: str
    real: str
    base: str = ""


def asked_for(url: str, mirrors: Sequence[tuple[str, str]]) -> Asked:
    """Which address to ask for the page at `url`. Raises ValueError when it names no server."""
    scheme, host, port = origin(url)
    base = dict(mirrors).get(host, "").rstrip("/")
    if not base or port != PORTS[scheme]:
        return Asked(url, url)
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return Asked(url, f"{base}{parts.path or '/'}{query}", base)


def redirected(asked: Asked, location: str) -> str:
    """Where an answer sends us, in terms of the host that a mirror stands for.

    `location` is the header, a character for each of its bytes. Raises ValueError for what
    cannot be read.
    """
    location = location.encode("latin-1").decode("utf-8", "replace")
    target = urljoin(asked.real, location)
    if asked.base and (path := _path_under(asked.base, target)) is not None:
        there = urlsplit(target)
        return urlsplit(asked.url)._replace(path=path, query=there.query).geturl()
    there = urlsplit(location)
    return target if there.scheme or there.netloc else urljoin(asked.url, location)


def _path_under(base: str, url: str) -> str | None:
    """What of an address comes after `base`, from the slash on; None when it is elsewhere."""
    parts, prefix = urlsplit(url), urlsplit(base).path
    path = parts.path.removeprefix(prefix) or "/"
    if not (parts.path.startswith(prefix) and path.startswith("/")):
        return None
    return path if parts.scheme in PORTS and origin(url) == origin(base) else None
