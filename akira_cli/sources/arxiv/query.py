"""One request to the query interface, by the `arxiv` package over our own transport."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from akira_cli.core.errors import BadAnswer
from akira_cli.ports import Http, Pace
from akira_cli.sources.arxiv.feed import Feed, checked_feed


@dataclass(frozen=True, slots=True)
class Answer:
    """The `arxiv.Result`s of one request, how many arXiv claims there are, and its address."""

    results: list[Any]
    total: int
    address: str


def ask(ids: list[str], api_url: str, http: Http, pace: Pace) -> Answer:
    """The papers with these ids, in arXiv's order. One request, whatever comes of it.

    Raises what `Http.get` and `checked_feed` raise, and BadAnswer for more papers than asked.
    """
    import arxiv

    session = _Session(http, pace)
    client = arxiv.Client(page_size=len(ids), delay_seconds=0, num_retries=0)
    client.query_url_format = api_url.replace("{", "{{").replace("}", "}}") + "?{}"
    client._session = session  # noqa: SLF001  # the package has no other way to be given one
    results = []
    for result in client.results(arxiv.Search(id_list=ids, max_results=len(ids))):
        results.append(result)
        if len(results) == session.feed.entries:
            break  # else the package asks for a second page when fewer came than claimed
    if session.feed.entries > len(ids):
        raise BadAnswer(
            f"arXiv was asked for {len(ids)} papers and sent {session.feed.entries}",
            "try again later",
        )
    return Answer(results, session.feed.total, session.address)


class _Reply(NamedTuple):
    status_code: int
    content: bytes


class _Session:
    """What the package uses of `requests.Session`: it sees only feeds that can be believed."""

    feed: Feed
    address: str

    def __init__(self, http: Http, pace: Pace) -> None:
        self._http = http
        self._pace = pace

    def get(self, url: str, headers: object = None) -> _Reply:
        del headers  # the package's own User-Agent; Http sends ours
        self.address = url
        self.feed = checked_feed(self._http.get(url, self._pace))
        return _Reply(200, self.feed.body)
