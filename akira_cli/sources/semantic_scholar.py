"""Semantic Scholar's pages: only the way to a paper's own place.

https://api.semanticscholar.org/api-docs/
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import SplitResult, unquote

from akira_cli.core.errors import BadAnswer, NotAReference, NotFound
from akira_cli.core.identifiers import arxiv_id_of
from akira_cli.core.items import LeadsTo, Reference
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._page import one_line, open_page
from akira_cli.sources._site import Place, Site, host_of

_API = "https://api.semanticscholar.org/graph/v1/paper"
_HOSTS = ("www.semanticscholar.org", "semanticscholar.org", "api.semanticscholar.org")
_BY_SHA = re.compile(r"/(?:paper|reader)/(?:[^/]+/)?(?P<sha>[0-9a-f]{40})(?:/.*)?", re.IGNORECASE)
_BY_NUMBER = re.compile(
    r"/(?:paper/)?(?:CorpusID:|p/)(?P<number>[0-9]{1,12})/?", re.IGNORECASE | re.ASCII
)
_HINT = "give the address of the paper itself: arXiv's, its publisher's, or its DOI"


def build(settings: Settings, clock: Clock) -> Source:
    """A paper by Semantic Scholar's own name for it, looked up where it is published."""
    del settings
    return Site("semantic-scholar", clock, _find, _look)


def _find(address: SplitResult) -> Place | None:
    """The paper; NotAReference where a paper's address has no name in it."""
    if host_of(address) not in _HOSTS or arxiv_id_of(address.geturl()) is not None:
        return None
    path = unquote(address.path)
    by_sha, by_number = _BY_SHA.fullmatch(path), _BY_NUMBER.fullmatch(path)
    if by_sha:
        sha = by_sha["sha"].lower()
        return Place(sha, f"https://www.semanticscholar.org/paper/{sha}")
    if by_number:
        number = int(by_number["number"])
        return Place(f"CorpusId:{number}", f"https://api.semanticscholar.org/CorpusID:{number}")
    if path.startswith(("/paper/", "/reader/")):
        raise NotAReference(
            "no_paper", f"'{address.geturl()}' names no paper of Semantic Scholar", _HINT
        )
    return None


def _look(reference: Reference, http: Http, _clock: Clock) -> LeadsTo:
    url = f"{_API}/{reference.id}?fields=title,externalIds,url"
    ids = _external_ids(open_page(reference, url, http, accept="application/json").body)
    arxiv_id, doi, acl_id = (one_line(str(ids.get(key) or "")) for key in ("ArXiv", "DOI", "ACL"))
    if arxiv_id and arxiv_id_of(f"arXiv:{arxiv_id}"):
        return LeadsTo(f"arXiv:{arxiv_id}", "Semantic Scholar says it is arXiv's paper")
    if re.fullmatch(r"10\.[0-9]{4,9}/\S+", doi):
        return LeadsTo(f"doi:{doi}", "Semantic Scholar says that is its DOI")
    if re.fullmatch(r"[\w.-]+", acl_id, re.ASCII):
        return LeadsTo(
            f"https://aclanthology.org/{acl_id}/", "Semantic Scholar says it is the ACL's paper"
        )
    raise NotFound(f"Semantic Scholar does not say where '{reference.url}' is published", _HINT)


def _external_ids(body: bytes) -> dict[str, Any]:
    """The names others have for the paper."""
    import json

    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadAnswer("Semantic Scholar sent something else than JSON", _HINT) from error
    if not isinstance(answer, dict) or not isinstance(answer.get("paperId"), str):
        raise BadAnswer("Semantic Scholar sent something else than a paper", _HINT)
    ids = answer.get("externalIds")
    return ids if isinstance(ids, dict) else {}
