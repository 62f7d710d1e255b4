"""What finders that look on the web share: the pace, the status of an answer, the picture."""

from __future__ import annotations

from akira_cli.core.addresses import domain_of, is_of_arxiv
from akira_cli.core.errors import NotFound, UnusablePicture
from akira_cli.core.figures import Candidate
from akira_cli.core.settings import SITE_INTERVAL as _INTERVAL
from akira_cli.core.settings import ArxivSettings
from akira_cli.core.statuses import refuse_status
from akira_cli.ports import Http, Pace, Response

LARGEST_PAGE = 30_000_000
LARGEST_PICTURE = 20_000_000
"""Bytes; theses with thousands of formulas make pages larger than the usual limit."""

BY_HAND = "give a picture with akira figure HANDLE --file PICTURE"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
"""How they begin: https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm"""


def arxiv_pace(settings: ArxivSettings) -> Pace:
    """The pace of every request to arXiv, whatever is asked there."""
    return Pace("arxiv", settings.pace_seconds)


def pace_at(url: str, settings: ArxivSettings) -> Pace:
    """The pace at which the site of an address is asked."""
    if is_of_arxiv(url) or url.startswith(f"{settings.site}/"):
        return arxiv_pace(settings)
    return Pace(domain_of(url), _INTERVAL)


def whole_answer(
    url: str, http: Http, pace: Pace, *, accept: str, largest: int, what: str = "page"
) -> Response:
    """The answer to a GET; `what` is asked for. Raises what `core.statuses` does by its status."""
    answer = http.get(url, pace, accept=accept, largest=largest)
    refuse_status(answer.status, url, BY_HAND, what=what)
    return answer


def first_picture(candidate: Candidate, http: Http, settings: ArxivSettings) -> bytes:
    """The bytes of a candidate's first picture, of a kind that shows itself to be one.

    Raises NotFound, UnusablePicture and what `whole_answer` raises.
    """
    if not candidate.addresses:
        raise NotFound(f"'{candidate.label}' has no picture", BY_HAND)
    url = candidate.addresses[0]
    data = whole_answer(
        url,
        http,
        pace_at(url, settings),
        accept="image/png,image/jpeg,image/gif,image/webp",
        largest=LARGEST_PICTURE,
        what="picture",
    ).body
    if not (data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")):
        raise UnusablePicture(
            f"'{url}' is no PNG, JPEG, GIF or WebP picture",
            "choose another figure of akira figures",
        )
    return data
