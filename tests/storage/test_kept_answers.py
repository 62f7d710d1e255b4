"""Answers kept: given again, never wrong, never in the way."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.core.errors import (
    AccessDenied,
    AkiraError,
    Offline,
    PrivateNetwork,
    TimedOut,
    Unreachable,
)
from akira_cli.ports import Http, Pace, Response
from akira_cli.storage.kept_answers import MOST_OF_ONE, KeptAnswers
from tests.fakes import FixedClock, RoutedHttp

URL = "https://paper.example/1"
PACE = Pace("pages", 0.0)
NOW = datetime(2021, 11, 13, 9, 30, tzinfo=UTC)
PAGE = Response(200, {"content-type": "text/html"}, b"<p>\n\x00here\n", URL)


class Web(RoutedHttp):
    """The web of the tests; its answers may change."""

    def __init__(self, answers: Mapping[str, Response | AkiraError] | None = None) -> None:
        self.answers: dict[str, Response | bytes | AkiraError] = dict(answers or {URL: PAGE})
        super().__init__({})
        self._routes = self.answers


@pytest.fixture
def web() -> Web:
    return Web()


def kept(web: Http, folder: Path, after: timedelta = timedelta(0), days: float = 7) -> KeptAnswers:
    """What is kept, some time after NOW."""
    return KeptAnswers(web, folder / "answers", FixedClock(NOW + after), days)


def files(folder: Path) -> list[Path]:
    return sorted((folder / "answers").iterdir())


def test_an_answer_is_given_again_without_a_connection(web: Web, tmp_path: Path) -> None:
    assert kept(web, tmp_path).get(URL, PACE) == PAGE
    assert kept(web, tmp_path).get(URL, PACE) == PAGE
    assert web.requests == [URL]


@pytest.mark.parametrize(
    ("after", "requests"),
    [
        (timedelta(days=7, seconds=-1), 1),
        (timedelta(days=7), 2),
        (timedelta(seconds=-1), 2),  # the clock was wrong, then or now
    ],
)
def test_an_answer_is_given_for_some_days(
    web: Web, tmp_path: Path, after: timedelta, requests: int
) -> None:
    kept(web, tmp_path).get(URL, PACE)
    kept(web, tmp_path, after).get(URL, PACE)
    assert len(web.requests) == requests


def test_with_no_days_everything_is_asked_again(web: Web, tmp_path: Path) -> None:
    for _ in range(2):
        kept(web, tmp_path, days=0).get(URL, PACE)
    assert len(web.requests) == 2


def test_a_newer_answer_takes_the_place_of_the_older(web: Web, tmp_path: Path) -> None:
    kept(web, tmp_path).get(URL, PACE)
    web.answers[URL] = newer = PAGE._replace(body=b"newer")
    assert kept(web, tmp_path, timedelta(days=8)).get(URL, PACE) == newer
    assert kept(web, tmp_path, timedelta(days=9)).get(URL, PACE) == newer
    assert len(files(tmp_path)) == 1


def test_another_kind_of_answer_is_another_answer(web: Web, tmp_path: Path) -> None:
    for accept in ("text/html", "application/json", "text/html"):
        kept(web, tmp_path).get(URL, PACE, accept=accept)
    assert len(web.requests) == 2


def test_where_a_redirect_led_is_kept(tmp_path: Path) -> None:
    moved = PAGE._replace(url="https://paper.example/moved")
    web = Web({URL: moved})
    for _ in range(2):
        assert kept(web, tmp_path).get(URL, PACE).url == moved.url


@pytest.mark.parametrize("error", [Offline("offline"), Unreachable("no host")])
def test_where_no_connection_can_be_made_an_old_answer_is_given(
    web: Web, tmp_path: Path, error: AkiraError
) -> None:
    kept(web, tmp_path).get(URL, PACE)
    web.answers[URL] = error
    assert kept(web, tmp_path, timedelta(days=9999)).get(URL, PACE) == PAGE
    web.answers["https://other.example/"] = error
    with pytest.raises(type(error)):
        kept(web, tmp_path).get("https://other.example/", PACE)


@pytest.mark.parametrize(
    "error", [TimedOut("silent"), AccessDenied("403"), PrivateNetwork("inside")]
)
def test_another_error_is_told(web: Web, tmp_path: Path, error: AkiraError) -> None:
    kept(web, tmp_path).get(URL, PACE)
    web.answers[URL] = error
    with pytest.raises(type(error)):
        kept(web, tmp_path, timedelta(days=8)).get(URL, PACE)


@pytest.mark.parametrize("status", [204, 206, 301, 400, 405, 451, 500])
def test_only_whole_answers_are_kept(tmp_path: Path, status: int) -> None:
    web = Web({URL: PAGE._replace(status=status)})
    for _ in range(2):
        assert kept(web, tmp_path).get(URL, PACE).status == status
    assert len(web.requests) == 2


@pytest.mark.parametrize("status", [404, 410])
@pytest.mark.parametrize(
    ("days", "after", "requests"),
    [
        (7, timedelta(days=1, seconds=-1), 1),
        (7, timedelta(days=1), 2),
        (0.5, timedelta(hours=11), 1),
        (0.5, timedelta(hours=12), 2),
        (0, timedelta(0), 2),
    ],
)
def test_what_was_not_there_is_asked_for_again_after_a_day(
    tmp_path: Path, status: int, days: float, after: timedelta, requests: int
) -> None:
    web = Web({URL: PAGE._replace(status=status)})
    for moment in (timedelta(0), after):
        assert kept(web, tmp_path, moment, days).get(URL, PACE) == PAGE._replace(status=status)
    assert len(web.requests) == requests


def test_what_was_not_there_once_is_not_said_to_be_missing_for_ever(tmp_path: Path) -> None:
    web = Web({URL: PAGE._replace(status=404)})
    kept(web, tmp_path).get(URL, PACE)
    web.answers[URL] = Unreachable("no host")
    assert kept(web, tmp_path, timedelta(hours=23)).get(URL, PACE).status == 404
    with pytest.raises(Unreachable):
        kept(web, tmp_path, timedelta(days=1)).get(URL, PACE)
    web.answers[URL] = PAGE
    assert kept(web, tmp_path, timedelta(days=1)).get(URL, PACE) == PAGE


@pytest.mark.parametrize(("largest", "requests"), [(len(PAGE.body), 1), (len(PAGE.body) - 1, 2)])
def test_a_kept_answer_that_is_too_large_is_not_given(
    web: Web, tmp_path: Path, largest: int, requests: int
) -> None:
    kept(web, tmp_path).get(URL, PACE)
    kept(web, tmp_path).get(URL, PACE, largest=largest)
    assert len(web.requests) == requests


def test_no_secret_is_written(tmp_path: Path) -> None:
    secrets = {"set-cookie": "session=s3cret", "authorization": "s3cret", "x-token": "s3cret"}
    web = Web({URL: PAGE._replace(headers={**PAGE.headers, **secrets})})
    kept(web, tmp_path).get(f"{URL}?key=s3cret", PACE)
    assert kept(web, tmp_path).get(f"{URL}?key=s3cret", PACE).headers == PAGE.headers
    (file,) = files(tmp_path)
    assert b"s3cret" not in file.read_bytes() + file.name.encode()


@pytest.mark.parametrize(
    ("asked", "came_from"),
    [("https://me:s3cret@paper.example/1", URL), (URL, "https://me:s3cret@paper.example/1")],
)
def test_what_came_with_a_password_is_not_kept(tmp_path: Path, asked: str, came_from: str) -> None:
    web = Web({asked: PAGE._replace(url=came_from)})
    assert kept(web, tmp_path).get(asked, PACE).url == came_from
    assert not (tmp_path / "answers").exists()


def test_a_damaged_answer_is_asked_for_again(web: Web, tmp_path: Path) -> None:
    kept(web, tmp_path).get(URL, PACE)
    (file,) = files(tmp_path)
    whole = file.read_bytes()
    damaged = [whole[:end] for end in range(len(whole))]
    damaged += [whole[:at] + b"~" + whole[at + 1 :] for at in range(len(whole))]
    damaged += [whole + b"x", whole.replace(b"answer 2", b"answer 1")]
    for number, data in enumerate(damaged, start=2):
        file.write_bytes(data)
        assert kept(web, tmp_path).get(URL, PACE) == PAGE
        assert len(web.requests) == number
        assert file.read_bytes() == whole


def test_the_answer_of_another_address_is_not_given(web: Web, tmp_path: Path) -> None:
    web.answers["https://other.example/"] = PAGE._replace(body=b"other")
    kept(web, tmp_path).get(URL, PACE)
    (mine,) = files(tmp_path)
    kept(web, tmp_path).get("https://other.example/", PACE)
    (other,) = set(files(tmp_path)) - {mine}
    other.replace(mine)
    assert kept(web, tmp_path).get(URL, PACE) == PAGE


@settings(deadline=None)
@given(data=st.binary())
def test_whatever_lies_there_the_answer_is_right(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder, web = tmp_path_factory.mktemp("workspace"), Web()
    kept(web, folder).get(URL, PACE)
    (file,) = files(folder)
    file.write_bytes(data)
    assert kept(web, folder).get(URL, PACE) == PAGE
    assert len(web.requests) == 2


@settings(deadline=None)
@given(
    body=st.binary(),
    content_type=st.text(st.characters(max_codepoint=255)),
    url=st.text(st.characters(blacklist_characters="@")),
)
def test_what_is_kept_is_what_came(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, content_type: str, url: str
) -> None:
    came = Response(200, {"content-type": content_type}, body, url)
    web, folder = Web({URL: came}), tmp_path_factory.mktemp("workspace")
    assert [kept(web, folder).get(URL + url, PACE) for _ in range(2)] == [came, came]
    assert len(web.requests) == 1


@pytest.mark.parametrize("size", [MOST_OF_ONE, MOST_OF_ONE + 1])
def test_a_very_long_answer_is_not_kept(tmp_path: Path, size: int) -> None:
    web = Web({URL: PAGE._replace(body=bytes(size))})
    assert len(kept(web, tmp_path).get(URL, PACE).body) == size
    assert (tmp_path / "answers").exists() == (size == MOST_OF_ONE)


def test_the_oldest_answers_make_room(tmp_path: Path) -> None:
    web = Web({"https://": PAGE._replace(body=bytes(1000))})
    answers = KeptAnswers(web, tmp_path / "answers", FixedClock(NOW), most_of_all=6_000)
    left_aside = tmp_path / "answers" / f".{'0' * 64}.answer.123.akira-tmp"
    foreign = tmp_path / "answers" / "notes.txt"
    foreign.parent.mkdir()
    for file in (left_aside, foreign):
        file.write_bytes(bytes(1000))
        os.utime(file, (0, 0))
    for number in range(8):
        before = set(files(tmp_path)) - {left_aside, foreign}
        answers.get(f"https://paper.example/{number}", PACE)
        (new,) = set(files(tmp_path)) - before - {left_aside, foreign}
        os.utime(new, (number + 1, number + 1))
        ours = set(files(tmp_path)) - {foreign}
        assert sum(file.stat().st_size for file in ours) <= 6_000
    assert not left_aside.exists()
    assert foreign.exists()
    web.requests.clear()
    for number in (7, 6, 5, 4):
        answers.get(f"https://paper.example/{number}", PACE)
    assert web.requests == []
    answers.get("https://paper.example/0", PACE)
    assert len(web.requests) == 1


def test_a_disk_that_refuses_is_in_nobodys_way(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert kept(web, tmp_path).get(URL, PACE) == PAGE
    assert files(tmp_path) == []


@pytest.mark.parametrize("in_the_way", ["answers", "answers/file"])
def test_what_is_in_the_way_is_left(web: Web, tmp_path: Path, in_the_way: str) -> None:
    if in_the_way == "answers":
        (tmp_path / "answers").write_text("a file")
    else:
        kept(web, tmp_path).get(URL, PACE)
        (file,) = files(tmp_path)
        file.unlink()
        file.mkdir()
    assert kept(web, tmp_path).get(URL, PACE) == PAGE


def test_threads_may_share_one(tmp_path: Path) -> None:
    web = Web({URL: PAGE._replace(body=bytes(100_000))})
    answers = kept(web, tmp_path, days=0)
    with ThreadPoolExecutor(8) as threads:
        bodies = list(threads.map(lambda _: answers.get(URL, PACE).body, range(64)))
    assert set(bodies) == {bytes(100_000)}
    assert [file.suffix for file in files(tmp_path)] == [".answer"]
    assert len(kept(web, tmp_path).get(URL, PACE).body) == 100_000
    assert len(web.requests) == 64


def ask_often(folder: Path, name: int) -> None:
    """What each of several processes does: keep, read and make room, over and over."""
    answer = PAGE._replace(body=bytes([name]) * 1000)
    answers = KeptAnswers(
        Web({"https://": answer}), folder / "answers", FixedClock(NOW), days=0, most_of_all=4_000
    )
    for number in range(60):
        assert answers.get(f"https://paper.example/{number % 6}", PACE) == answer


def test_processes_may_share_a_folder(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=ask_often, args=(tmp_path, name)) for name in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    web = Web({"https://": Unreachable("no host")})
    given = 0
    for number in range(6):
        try:
            body = kept(web, tmp_path).get(f"https://paper.example/{number}", PACE).body
        except Unreachable:
            continue
        assert body in [bytes([name]) * 1000 for name in range(3)]
        given += 1
    assert given
