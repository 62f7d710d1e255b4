"""arXiv as a Source: many ids in few requests, and no answer believed that was not asked for."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from akira_cli.core.addresses import is_of_arxiv
from akira_cli.core.errors import AkiraError, BadAnswer, NotAReference, NotFound, RemoteError
from akira_cli.core.identifiers import ArxivId, parse_arxiv_id
from akira_cli.core.items import Item, Reference
from akira_cli.core.pasted import address_in
from akira_cli.core.settings import ArxivSettings, Settings
from akira_cli.ports import Clock, Http, Pace, Source

if TYPE_CHECKING:  # reading an answer is loaded when there is one
    from akira_cli.sources.arxiv.query import Answer

BATCH = 100
"""Ids in one request; more make an address some servers refuse."""

_SOMETHING_ELSE = ("empty", "not_an_id", "not_arxiv")

_ENTRY_ID = re.compile(r"https?://(?:[\w-]+\.)?arxiv\.org/abs/(?P<id>\S+?)(?:v(?P<version>\d+))?")


class Arxiv:
    """arXiv's papers; arXiv itself is never asked faster than it allows, whatever the settings."""

    name = "arxiv"

    def __init__(self, settings: ArxivSettings, clock: Clock) -> None:
        self._api_url = settings.api_url
        self._clock = clock
        self._pace = Pace("arxiv", settings.pace_seconds)

    def recognise(self, text: str) -> Reference | None:
        """The paper a text names; None when it names none and does not look as if it should.

        Raises NotAReference for what looks like an id and is none.
        """
        try:
            paper = parse_arxiv_id(text)
        except NotAReference as fault:
            if fault.kind in _SOMETHING_ELSE or _leads_elsewhere(text):
                return None
            raise
        return Reference(self.name, paper.id, paper.version, text, paper.url)

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | AkiraError]]:
        """See `ports.Source`. Requests are made only as far as the pairs are taken."""
        outcomes: dict[str, Item | AkiraError] = {}
        batches = deque(batched(references))
        for reference in references:
            while reference.versioned_id not in outcomes:
                try:
                    for key, outcome in self._fetch_batch(batches.popleft(), http):
                        outcomes[key] = outcome  # noqa: PERF403  # an error keeps those before it
                except RemoteError as error:
                    for left in references:
                        outcomes.setdefault(left.versioned_id, error)
            yield reference, outcomes[reference.versioned_id]

    def _fetch_batch(
        self, batch: Sequence[Reference], http: Http
    ) -> Iterator[tuple[str, Item | AkiraError]]:
        """What is known of each, by versioned id.

        Ids that are not in the answer are asked for once more, since arXiv's answers are
        at times empty for no reason: https://github.com/lukasschwab/arxiv.py/issues/129
        """
        answer, found = self._ask(batch, http)
        yield from found.items()
        missing = [each for each in batch if each.versioned_id not in found]
        if not missing:
            return
        answer, found = self._ask(missing, http)
        yield from found.items()
        missing = [each for each in missing if each.versioned_id not in found]
        if missing and answer.total > len(answer.results):
            raise BadAnswer(
                f"arXiv says it has {answer.total} papers, and sent {len(answer.results)}: "
                f"'{missing[0].versioned_id}' is missing",
                "try again later",
            )
        for each in missing:
            yield each.versioned_id, not_found(each)

    def _ask(self, references: Sequence[Reference], http: Http) -> tuple[Answer, dict[str, Item]]:
        """One request: the answer, and the Items in it by the versioned id asked for."""
        from akira_cli.sources.arxiv.item import item_from
        from akira_cli.sources.arxiv.query import ask

        ids = [each.versioned_id for each in references]
        answer = ask(ids, self._api_url, http, self._pace)
        now = self._clock.now()
        items: dict[str, Item] = {}
        for result in answer.results:
            asked, version = matching(result.entry_id, references)
            if asked.versioned_id in items:
                raise BadAnswer(f"arXiv sent '{asked.versioned_id}' twice", "try again later")
            found = replace(asked, version=version)
            items[asked.versioned_id] = item_from(result, found, answer.address, now)
        return answer, items


def build(settings: Settings, clock: Clock) -> Source:
    """The source, with the workspace's own settings for arXiv."""
    return Arxiv(settings.arxiv, clock)


def _leads_elsewhere(text: str) -> bool:
    """Whether a text holds an address of another site, so that a number in it may be anything."""
    address = address_in(text)
    return address is not None and not is_of_arxiv(address)


def batched(references: Iterable[Reference]) -> list[list[Reference]]:
    """The references without repeats, in as few requests as may be.

    A request holds each paper once, so that an answer can be told by its id alone: two
    versions of one paper go into two requests.
    """
    batches: list[dict[str, Reference]] = []
    for reference in {each.versioned_id: each for each in references}.values():
        for batch in batches:
            if len(batch) < BATCH and reference.id not in batch:
                batch[reference.id] = reference
                break
        else:
            batches.append({reference.id: reference})
    return [list(batch.values()) for batch in batches]


def matching(entry_id: str, asked: Sequence[Reference]) -> tuple[Reference, int | None]:
    """Which of the papers asked for an entry is about, and its version.

    Raises BadAnswer when it is none of them, or another version than the one asked for.
    """
    parts = _ENTRY_ID.fullmatch(entry_id.strip())
    wanted = ", ".join(each.versioned_id for each in asked[:3]) + (", ..." if asked[3:] else "")
    if parts:
        version = int(parts["version"]) if parts["version"] else None
        for each in asked:
            if each.id == parts["id"] and each.version in (None, version):
                return each, version
    got = entry_id.strip().rpartition("/abs/")[2]
    raise BadAnswer(f"arXiv was asked for '{wanted}' and sent '{got}'", "try again later")


def not_found(reference: Reference) -> NotFound:
    """The error for an id arXiv does not know, asked twice."""
    return NotFound(
        f"arXiv has no paper '{reference.versioned_id}'",
        f"check it at {ArxivId(reference.id).url}",
    )
