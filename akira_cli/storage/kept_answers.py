"""Answers of the web, kept for some days so that nothing is asked twice. Safe to delete."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from akira_cli.core.addresses import origin_of
from akira_cli.core.errors import Unreachable
from akira_cli.ports import Clock, Http, Pace, Response
from akira_cli.storage.atomic import replace_file

MOST_OF_ALL = 200_000_000
"""Bytes that all files together have at most; the oldest go first."""
MOST_OF_ONE = 45_000_000
"""Bytes of the longest answer that is kept."""

_OK = 200
_KEPT = frozenset({_OK, 404, 410})
_DAY = timedelta(days=1)
"""How long what was not there is not asked for again; it may come into being."""
_MAGIC = b"akira answer 2"
_FILE_NAME = re.compile(r"[0-9a-f]{64}\.answer|\.[0-9a-f]{64}\.answer\.\d+\.akira-tmp")
_HEADERS = ("content-type", "content-language", "content-disposition", "last-modified", "link")
"""What says how to read the body. All else stays out: cookies and the like are nobody's."""


class _Kept(NamedTuple):
    at: datetime
    response: Response


class KeptAnswers:
    """Implements `ports.Http` over another, with the answers of status 200, 404 and 410 kept in
    `folder`.

    One of status 200 is given again without a connection for `days`, and after that where no
    connection can be made; another for one day at most. Answers to addresses with a user or
    password are not kept. What cannot be read counts as never kept, and what cannot be written is
    not kept: a cache stands in nobody's way.
    """

    def __init__(
        self,
        http: Http,
        folder: Path,
        clock: Clock,
        days: float = 7,
        *,
        most_of_all: int = MOST_OF_ALL,
        most_of_one: int = MOST_OF_ONE,
    ) -> None:
        self._http = http
        self._folder = folder
        self._clock = clock
        self._fresh = timedelta(days=days)
        self._most_of_all = most_of_all
        self._most_of_one = most_of_one
        self._writing = Lock()

    def get(
        self, url: str, pace: Pace, *, accept: str = "*/*", largest: int | None = None
    ) -> Response:
        """The answer kept, else the answer asked for. Raises what the wrapped `get` does."""
        path = (
            self._folder / f"{_digest(f'{accept} {url}'.encode(errors='backslashreplace'))}.answer"
        )
        kept = _kept_in(path)
        if kept is not None and largest is not None and len(kept.response.body) > largest:
            kept = None
        if kept is not None and self._is_fresh(kept):
            return kept.response
        try:
            response = self._http.get(url, pace, accept=accept, largest=largest)
        except Unreachable:
            if kept is None or kept.response.status != _OK:
                raise
            return kept.response
        if response.status in _KEPT and not (_has_user(url) or _has_user(response.url)):
            self._keep(path, response)
        return response

    def _is_fresh(self, kept: _Kept) -> bool:
        age = self._clock.now() - kept.at
        is_there = kept.response.status == _OK
        longest = self._fresh if is_there else min(self._fresh, _DAY)
        return timedelta(0) <= age < longest

    def _keep(self, path: Path, response: Response) -> None:
        if len(response.body) > self._most_of_one:
            return
        data = _written(path.name, _Kept(self._clock.now(), response))
        # of two threads only one may have the file aside that replaces this one
        with suppress(OSError), self._writing:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._make_room(len(data))
            replace_file(path, data)

    def _make_room(self, size: int) -> None:
        """Remove the oldest files of ours until `size` bytes more are not too many."""
        found = []
        for path in self._folder.iterdir():
            if _FILE_NAME.fullmatch(path.name):
                with suppress(FileNotFoundError):  # another process makes room, too
                    status = path.stat()
                    found.append((status.st_mtime_ns, path.name, status.st_size))
        excess = sum(each for *_, each in found) + size - self._most_of_all
        for _, name, freed in sorted(found):
            if excess <= 0:
                return
            (self._folder / name).unlink(missing_ok=True)
            excess -= freed


def _has_user(url: str) -> bool:
    return "@" in origin_of(url)


def _digest(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _written(name: str, kept: _Kept) -> bytes:
    """The file `name`: a line with the digest of all that follows, a line of facts, the body."""
    facts = {
        "name": name,
        "at": kept.at.isoformat(),
        "status": kept.response.status,
        "url": kept.response.url,
        "headers": {
            header: kept.response.headers[header]
            for header in _HEADERS
            if header in kept.response.headers
        },
    }
    rest = json.dumps(facts).encode() + b"\n" + kept.response.body
    return b"%b %b\n%b" % (_MAGIC, _digest(rest).encode(), rest)


def _kept_in(path: Path) -> _Kept | None:
    """What the file holds; None when it is not there, damaged, or not one of ours."""
    try:
        first, _, rest = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if first != b"%b %b" % (_MAGIC, _digest(rest).encode()):
        return None
    line, _, body = rest.partition(b"\n")
    facts = json.loads(line)
    if facts["name"] != path.name:
        return None
    at = datetime.fromisoformat(facts["at"])
    return _Kept(at, Response(facts["status"], facts["headers"], body, facts["url"]))
