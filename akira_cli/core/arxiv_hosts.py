"""Which web addresses name an arXiv paper, and where in them the id stands.

An address is believed only by its host: a page elsewhere may well have `arxiv.org` or
something like an id in its path. Pure text; nothing here says whether an id is right.
"""

from __future__ import annotations

import re
from collections.abc import Container

_ROUTES = (
    "abs|pdf|html|format|src|e-print|eprint|ps|dvi|other|bibtex|cits|refs|tb|trackback|"
    "show-email/[^/]+|auth/show-endorsers"
)
# `/list/hep-th/9901` or `/a/name_1` look like ids but name none: only routes known to
# lead to a paper count (https://github.com/arXiv/arxiv-browse, browse/routes).
_OWN_ROUTES = (
    rf"^/+(?:{_ROUTES})(?:/+|/*\?)"
    r"|^/+(?=arxiv:|[0-9]{4}\.)"
    r"|[?&](?:id_list|identifier|id|(?:search_)?query)="
)
_ANY_ROUTE = "^/"
_PAPERS_ROUTE = r"^/+(?:[a-z]+/)?papers/+"
_AFTER_A_LABEL = r"(?<![a-z])(?:arxiv(?:_id=|\.org/(?:abs|pdf)/|[:/.])|eprint[ +:=])"

_OWN_HOSTS = (
    "arxiv.org",
    "arxiv-org.translate.goog",
    "xxx.lanl.gov",
    "xxx.itp.ac.cn",
    "xxx.arxiv.cornell.edu",
    "xxx.sissa.it",
    "xxx.soton.ac.uk",
    "xxx.tau.ac.il",
    "xxx.uni-augsburg.de",
    "xxx.yukawa.kyoto-u.ac.jp",
)

_READERS = ("alphaxiv.org", "ar5iv.org", "arxiv-sanity.com", "front.math.ucdavis.edu")
_PAPER_LISTS = ("arxiv-vanity.com", "emergentmind.com", "hf.co", "huggingface.co")
_INDEXES = (
    "adsabs.harvard.edu",
    "catalyzex.com",
    "connectedpapers.com",
    "datacite.org",
    "dblp.org",
    "dblp.uni-trier.de",
    "doi.org",
    "eprintweb.org",
    "hdl.handle.net",
    "identifiers.org",
    "inspirehep.net",
    "n2t.net",
    "openalex.org",
    "papers.cool",
    "paperswithcode.com",
    "scholar.google.com",
    "scirate.com",
    "semanticscholar.org",
    "zbmath.org",
)
_LEAD_IN_BY_HOST = {
    **dict.fromkeys(_OWN_HOSTS, _OWN_ROUTES),
    **dict.fromkeys(_READERS, _ANY_ROUTE),
    **dict.fromkeys(_PAPER_LISTS, _PAPERS_ROUTE),
    **dict.fromkeys(_INDEXES, _AFTER_A_LABEL),
}
"""What stands right before the id in path and query, by the end of the host's name."""

_REDIRECTORS = (
    "google.com",
    "l.facebook.com",
    "linkedin.com",
    "medium.com",
    "out.reddit.com",
    "r.jina.ai",
    "safelinks.protection.outlook.com",
    "slack-redir.net",
    "urldefense.com",
    "via.hypothes.is",
    "web.archive.org",
)
"""Hosts whose addresses hold the whole address they lead to."""

_MOST_LABELS = max(name.count(".") + 1 for name in (*_LEAD_IN_BY_HOST, *_REDIRECTORS))

_REST = r"""(?:(?![,;]https?:/)[^\s<>"'`|)\]}])*"""
# Local files are no web address, and a browser's PDF viewer puts its own before the paper's.
_WITH_SCHEME = (
    r"(?:https?:/+"
    r"|(?<![a-z0-9+.-])(?!file:|[a-z]+-extension:)[a-z][a-z0-9+-]{1,20}://+"
    rf"""|(?<![^\s<("'=])//(?=[a-z0-9])){_REST}"""
)
_WITHOUT_SCHEME = (
    r"(?<![a-z0-9_./-])(?![0-9]{4}\.[0-9])"
    rf"(?:[a-z0-9-]{{1,63}}\.){{1,8}}[a-z]{{2,24}}\.?(?::[0-9]{{1,5}})?[/?#]{_REST}"
)


def address_pattern(unless: str) -> str:
    """A regular expression, for any case, of a web address in running text.

    `unless` matches what only looks like an address without a scheme: `cs.AI/0501001` is
    an id, though `ai` is a top-level domain.
    """
    return rf"{_WITH_SCHEME}|(?!{unless}){_WITHOUT_SCHEME}"


def id_part(address: str) -> str | None:
    """The stretch of an address that should hold an arXiv id.

    Empty when the host is arXiv's own but the page is no paper's; None when the address
    leads elsewhere.
    """
    host, rest = _split(address)
    if _known(host, _REDIRECTORS):
        inner = re.search(_WITH_SCHEME, rest, re.IGNORECASE)
        host, rest = _split(inner[0]) if inner else (host, rest)
    site = _known(host, _LEAD_IN_BY_HOST)
    if site is None:
        return None
    stretches = re.findall(rf"(?:{_LEAD_IN_BY_HOST[site]})([^?&]*)", rest, re.IGNORECASE)
    return " ".join(stretches) if stretches or site in _OWN_HOSTS else None


def _split(address: str) -> tuple[str, str]:
    """The host, and the path with its query; scheme, user, port and fragment are dropped."""
    after_scheme = re.sub(r"^(?:[a-z0-9+-]+:)?/+", "", address, count=1, flags=re.IGNORECASE)
    bare = after_scheme.partition("#")[0]
    authority = re.split(r"[/?\\]", bare, maxsplit=1)[0]
    host = authority.rpartition("@")[2].partition(":")[0]
    return host.rstrip(".").lower(), bare[len(authority) :]


def _known(host: str, hosts: Container[str]) -> str | None:
    """The host itself, or the domain above it, that is one of these hosts."""
    labels = host.split(".")
    domains = (".".join(labels[-count:]) for count in range(2, _MOST_LABELS + 1))
    return next((domain for domain in domains if domain in hosts), None)
