"""Any paper with a DOI, by what its registration agency says of it.

https://citation.doi.org/docs.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import SplitResult, quote, unquote, urlsplit

from akira_cli.core.errors import AkiraError, BadAnswer, NotAReference
from akira_cli.core.identifiers import arxiv_id_of
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.core.pasted import MARKS, address_in, trimmed
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._citation import Citation, paper_of
from akira_cli.sources._page import BY_HAND, one_by_one, open_page, tree_of

_CSL = "application/vnd.citationstyles.csl+json"
_RESOLVERS = ("doi.org", "dx.doi.org", "www.doi.org")
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_NEARLY = re.compile(r"10\.[0-9]{4,9}/?")
_IN_TEXT = re.compile(
    r"(?:^|(?<=[\s(\[<\"'])|\bdoi\s*[:=]\s*)(10\.[0-9]{4,9}(?:\.[0-9]+)*/\S{1,500})(?!\S)",
    re.IGNORECASE,
)
# `/doi/10.1145/X`, `/doi/abs/10.1145/X`, and Springer's `/article/10.1007/X`; Oxford puts a number
# of its own behind the DOI
_ROUTE = re.compile(
    r".*?/(?:doi(?:/[a-z]+)?/(?=10\.)|(?:article|chapter)/(?=10\.1007/))(10\.[0-9]{4,9}/.+)",
    re.IGNORECASE,
)
_OXFORD = re.compile(r"(10\.1093/[^/]+/[^/]+)/[0-9]+")
_LONGEST = 500
_MARKS = MARKS + "/"


class Doi:
    """A thing by its DOI, whoever publishes it."""

    name = "doi"

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def recognise(self, text: str) -> Reference | None:
        """The DOI in a text, or in the path of a resolver's or a publisher's address.

        arXiv's DOIs are arXiv's. Raises NotAReference for a resolver's address with half a DOI.
        """
        if arxiv_id_of(text) is not None:
            return None
        address = address_in(text)
        found = _in_text(text) if address is None else _in_address(urlsplit(address))
        if not found or len(found) > _LONGEST:
            return None
        doi = trimmed(found, _MARKS).lower()
        if not _DOI.fullmatch(doi) or not doi.isprintable():
            return None
        return Reference(self.name, doi, None, text, _url(doi), certainty=Certainty.IDENTIFIER)

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        """See `ports.Source`."""
        return one_by_one(references, http, self._look)

    def _look(self, reference: Reference, http: Http) -> Item:
        from akira_cli.sources._citation_page import citation_of, own_display_title
        from akira_cli.sources._csl import citation_of_csl

        page = open_page(reference, reference.url, http, accept=_CSL)
        now = self._clock.now()
        if "json" in page.media_type or page.body.lstrip()[:1] in (b"{", b"["):
            citation = citation_of_csl(page.body, reference.id)
            return paper_of(citation, reference, reference.url, now, f"[{citation.title}]")
        tree = tree_of(page)
        said = citation_of(tree, page.url)
        if said is None or not said.is_tagged:
            raise BadAnswer(
                f"'{reference.url}' leads to a page that does not say which paper it is", BY_HAND
            )
        shown = own_display_title(tree, said.title)
        return paper_of(_with_doi(said, reference.id), reference, reference.url, now, shown)


def build(settings: Settings, clock: Clock) -> Source:
    """The source; none of the settings bears on it."""
    del settings
    return Doi(clock)


def _in_text(text: str) -> str | None:
    """The one DOI in a text without an address."""
    found = dict.fromkeys(trimmed(each, _MARKS) for each in _IN_TEXT.findall(text.strip()))
    return next(iter(found)) if len(found) == 1 else None


def _in_address(parts: SplitResult) -> str | None:
    """The DOI in an address's path."""
    path = unquote(parts.path)
    if (parts.hostname or "").rstrip(".") in _RESOLVERS:
        doi = path.strip("/").removeprefix("doi:")
        if _NEARLY.fullmatch(doi):
            hint = f"a DOI has a part after the slash, like {_url('10.1145/3442188.3445922')}"
            raise NotAReference("no_doi", f"'{parts.geturl()}' holds only half a DOI", hint)
        return doi
    route = _ROUTE.fullmatch(path)
    return _OXFORD.sub(r"\1", route[1]) if route else None


def _url(doi: str) -> str:
    return f"https://doi.org/{quote(doi, safe='/:;().,_-')}"


def _with_doi(citation: Citation, doi: str) -> Citation:
    where = {**dict(citation.found_in), "dois": "the DOI itself"}
    return citation._replace(doi=doi, found_in=tuple(where.items()))
