"""Web addresses: which may become links, their hosts, and tracking fields. Pure."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_plus, urlsplit

_WEB = re.compile(r"https?://[^\s<>\"`\\\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


def is_web_address(url: str) -> bool:
    """Whether the text is a whole http(s) address with a host and nothing unprintable.

    The one place that decides what an entry, a card or a picture may link to.
    """
    return _WEB.fullmatch(url) is not None and bool(domain_of(url)) and _has_a_port_or_none(url)


def _has_a_port_or_none(url: str) -> bool:
    try:
        _ = urlsplit(url).port  # reading it is what checks it
    except ValueError:
        return False
    return True


def is_of_arxiv(url: str) -> bool:
    """Whether arXiv itself answers at an address, under any of its host names."""
    host = domain_of(url).rstrip(".")
    return host == "arxiv.org" or host.endswith(".arxiv.org")


def domain_of(url: str) -> str:
    """The host as it stands, `www.` kept, without user and port; empty when there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # half an IPv6 address, letters that normalise to `/`
        return ""


def origin_of(url: str) -> str:
    """Scheme, host and port, `https://arxiv.org`; empty when there is no host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def with_tracking(url: str, fields: tuple[tuple[str, str], ...]) -> str:
    """The address with query fields merged in, before any fragment.

    What is there already stays as it is, and a field it has is not added again.
    """
    address, hash_mark, fragment = url.partition("#")
    base, _, query = address.partition("?")
    present = {unquote_plus(part.partition("=")[0]) for part in query.split("&")}
    added = "&".join(
        f"{quote(name, safe='')}={quote(value, safe='')}"
        for name, value in fields
        if name not in present
    )
    if not added:
        return url
    joint = "&" if query and not query.endswith("&") else ""
    return f"{base}?{query}{joint}{added}{hash_mark}{fragment}"
