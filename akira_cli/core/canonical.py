"""Web addresses without what only tells where they were found, and made whole. Pure.

What is dropped is dropped as it stands; what is kept keeps its bytes and its order. The hosts of
mobile pages stay, since not every site answers under another.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urljoin

from akira_cli.core.addresses import domain_of, is_web_address
from akira_cli.core.patterns import Pattern


class Cleaned(NamedTuple):
    """An address and what was taken from it, as it stood: `utm_source=x`, `#toggle-gdpr`."""

    url: str
    removed: tuple[str, ...]


_PARTS = Pattern(
    r"(?P<scheme>https?)://(?P<authority>[^/?#]*)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?"
    r"(?:\#(?P<fragment>.*))?",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": Pattern(r":(?:80)?$"), "https": Pattern(r":(?:443)?$")}

_TRACKERS = Pattern(
    r"(?:utm_|guce_|guccounter=|(?:fb|g|d|ms|y|tw|tt)clid=|[gw]braid=|mc_[ce]id=|igshid=|_hs(?:enc|mi)="
    r"|ref_(?:src|url)=|nc1=|spm=|cmpid=|amp(?:=(?:1|true)?)?$|outputtype=amp$"
    r"|share=(?:1|twitter|x|facebook|linkedin|reddit|email)$"
    r"|sh=[0-9a-f]{8,}$|source=(?:friends_link$|[^&]*---)|s_cid=|wt\.mc_id=)"
)
"""Fields that mean nothing to any site but its statistics. `sk=` of Medium opens a page."""
_TRACKERS_BY_HOST = tuple(
    (Pattern(hosts), Pattern(rf"(?:{fields})="))
    for hosts, fields in (
        (r"(?:.+\.)?(?:medium\.com|towardsdatascience\.com|towardsai\.net)", "source"),
        (r"(?:.+\.)?(?:twitter|x)\.com", "[st]"),
        (r"(?:.+\.)?(?:youtube\.com|youtu\.be)", "si|feature|pp"),
        (r"(?:.+\.)?linkedin\.com", "trk|trkinfo|lipi|trackingid|refid|share"),
        (r"(?:.+\.)?substack\.com", "[rs]|triedredirect|isfreemail"),
        (r"(?:.+\.)?reddit\.com", "rdt|share_id"),
        (r"(?:.+\.)?forbes\.com", "sh"),
        (r"(?:.+\.)?nytimes\.com", "smid|smtyp"),
        # a revision of a repository, the number of a gene: elsewhere, where the reader came from
        (r"(?!.*git|.*\bhuggingface\b).+", "ref"),
        (r"(?!.*\bnih\.gov$).+", "gi"),
    )
)
_MOBILE_FIELD = "m=1"
_FRAGMENT = Pattern(r"(?:toggle-gdpr|utm_|echobox=|xtor=).*|(?P<anchor>.*?):~:.*", re.IGNORECASE)

_DEVICE = Pattern(r"(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", re.IGNORECASE)
_APPLE = Pattern(r"applewebdata://[^/?#]*", re.IGNORECASE)
_MEDIUM_POST = Pattern(r"/(?:@[\w.-]+|[\w-]+)/[^/?#]*-[0-9a-f]{8,12}(?:[/?#]|$)")
_ILLEGAL = Pattern(r"[\s<>\"`\\\x00-\x20\x7f-\x9f]")


def cleaned(url: str) -> Cleaned:
    """The address without tracking, default port, empty query and empty fragment.

    What is no web address stays as it is. Scheme and host become lower case; path and all other
    fields stay. User and password go: an issue would publish them. Cleaning twice is cleaning
    once.
    """
    parts = _PARTS.fullmatch(url) if is_web_address(url) else None
    if parts is None:
        return Cleaned(url, ())
    scheme = parts["scheme"].lower()
    _, at, host = parts["authority"].rpartition("@")
    host = _DEFAULT_PORTS[scheme].sub("", _lower(host))
    path, from_path = _without_amp(parts["path"])
    query, from_query = _without_trackers(parts["query"] or "", domain_of(url))
    fragment, from_fragment = _without_marks(parts["fragment"] or "")
    whole = f"{scheme}://{host}{path}{query}{fragment}"
    # what it was is nobody's business
    from_host = ("the name of a user",) if at else ()
    return Cleaned(whole, (*from_host, *from_path, *from_query, *from_fragment))


def absolute(link: str, base: str = "") -> str | None:
    """The whole address of a link that stands on the page `base`; None where there is none.

    A mail program's `applewebdata://` stands for the page's own site, and without a base the
    path of a post of Medium is one on medium.com.
    """
    text = re.sub(r"[\t\r\n]", "", _APPLE.sub("", link.strip()))
    if not text:
        return None
    if not base and _MEDIUM_POST.match(text):
        base = "https://medium.com/"
    try:
        whole = urljoin(base, text)
    except ValueError:
        return None
    whole = _ILLEGAL.sub(lambda found: quote(found[0]), whole)
    return whole if is_web_address(whole) else None


def same_site(one: str, other: str) -> bool:
    """Whether two addresses have the same host, up to `www.`, `m.`, `amp.` and `mobile.`."""
    return _site_of(one) == _site_of(other) != ""


def same_page(one: str, other: str) -> bool:
    """Whether two addresses differ in nothing that leads to another page: scheme, `www.`, the
    host for mobile devices, a slash at the end, tracking."""
    return _page_key(one) == _page_key(other)


def _lower(host: str) -> str:
    """Latin capitals lowered. Other letters are the registry's to fold."""
    return re.sub("[A-Z]+", lambda found: found[0].lower(), host)


def _without_amp(path: str) -> tuple[str, tuple[str, ...]]:
    """The path without `/amp` after the words of a title: after one word it may be a name."""
    whole = path.removesuffix("/")
    page, _, last = whole.rpartition("/")
    if last != "amp" or page.rpartition("/")[2].count("-") < 2:
        return path, ()
    return page + path[len(whole) :], ("/amp",)


def _without_trackers(query: str, host: str) -> tuple[str, list[str]]:
    fields = [field for field in query.split("&") if field]
    own = [trackers for hosts, trackers in _TRACKERS_BY_HOST if hosts.fullmatch(host)]

    def is_tracker(field: str) -> bool:
        # an address copied out of HTML may have its `&` still escaped
        text = field.lower().removeprefix("amp;")
        return any(trackers.match(text) for trackers in (_TRACKERS, *own))

    kept = [field for field in fields if not is_tracker(field)]
    # with other fields beside it, it may be the number of a month
    kept = [] if kept == [_MOBILE_FIELD] else kept
    removed = [field for field in fields if field not in kept]
    return f"?{'&'.join(kept)}" if kept else "", removed


def _without_marks(fragment: str) -> tuple[str, tuple[str, ...]]:
    found = _FRAGMENT.fullmatch(fragment)
    if found is None:
        return f"#{fragment}" if fragment else "", ()
    anchor = found["anchor"] or ""
    return f"#{anchor}" if anchor else "", (f"#{fragment[len(anchor) :]}",)


def _site_of(url: str) -> str:
    return _DEVICE.sub("", domain_of(url).rstrip("."), count=1)


def _page_key(url: str) -> tuple[str, ...]:
    parts = _PARTS.fullmatch(cleaned(url).url)
    if parts is None:
        return (url,)
    authority = _DEVICE.sub("", parts["authority"], count=1)
    return (
        authority,
        parts["path"].rstrip("/"),
        parts["query"] or "",
        parts["fragment"] or "",
    )
