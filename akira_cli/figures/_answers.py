"""What finders that look on the web share: the pace, the status of an answer, the picture."""

from __future__ import annotations

from akira_cli.core.addresses import domain_of, is_of_arxiv
from akira_cli.core.errors import (
    NotFound,
    RequestRefused,
    ServiceUnavailable,
    UnusablePicture,
)
from akira_cli.core.figures import Candidate
from akira_cli.core.settings import ARXIV_INTERVAL, ArxivSettings
from akira_cli.ports import Http, Pace, Response

LARGEST_PAGE = 30_000_000
LARGEST_PICTURE = 20_000_000
"""Bytes; theses with thousands of formulas make pages larger than the usual limit."""

_INTERVAL = 1.0
"""Seconds between two requests to a site other than arXiv."""
_BY_HAND = "give a picture with akira figure HANDLE --file PICTURE"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
"""How they begin: https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm"""


def arxiv_pace(settings: ArxivSettings) -> Pace:
    """The pace of every request to arXiv, whatever is asked there."""
    interval = settings.interval
    if is_of_arxiv(settings.api_url):
        interval = max(interval, ARXIV_INTERVAL)
    return Pace("arxiv", interval)


def pace_at(url: str, settings: ArxivSettings) -> Pace:
    """The pace at which the site of an address is asked."""
    if is_of_arxiv(url) or url.startswith(f"{settings.site}/"):
        return arxiv_pace(settings)
    return Pace(domain_of(url), _INTERVAL)


def whole_answer(url: str, http: Http, pace: Pace, *, accept: str, largest: int) -> Response:
    """The answer to a GET. Raises NotFound, RequestRefused, ServiceUnavailable by its status."""
    answer = http.get(url, pace, accept=accept, largest=largest)
    status = answer.status
    if status in (404, 410):
        raise NotFound(f"there is nothing at '{url}' ({status})", _BY_HAND)
    if status >= 500:
        raise ServiceUnavailable(f"'{domain_of(url)}' is not available ({status})")
    if status != 200:
        raise RequestRefused(f"'{url}' was refused ({status})", _BY_HAND)
    return answer


def first_picture(candidate: Candidate, http: Http, settings: ArxivSettings) -> bytes:
    """The bytes of a candidate's first picture, of a kind that shows itself to be one.

    Raises NotFound, UnusablePicture and what `whole_answer` raises.
    """
    if not candidate.addresses:
        raise NotFound(f"'{candidate.label}' has no picture", _BY_HAND)
    url = candidate.addresses[0]
    pace = pace_at(url, settings)
    accept = "image/png,image/jpeg,image/gif,image/webp"
    data = whole_answer(url, http, pace, accept=accept, largest=LARGEST_PICTURE).body
    if not (data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")):
        raise UnusablePicture(
            f"'{url}' is no PNG, JPEG, GIF or WebP picture",
            "choose another figure of akira figures",
        )
    return data
