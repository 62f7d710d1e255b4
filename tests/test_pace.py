"""Turns: an interval apart, one at a time, over all processes."""

from __future__ import annotations

import multiprocessing
import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, NotWritten, PrivateNetwork, TimedOut, Unreachable
from akira_cli.pace import LONGEST_PAUSE, Pacer, file_name
from akira_cli.ports import Pace


class Told:
    """A Progress that remembers what it was told."""

    def __init__(self) -> None:
        self.waits: list[tuple[str, float | None]] = []
        self.times_finished = 0

    def waiting(self, reason: str, seconds_left: float | None) -> None:
        self.waits.append((reason, seconds_left))

    def finished(self) -> None:
        self.times_finished += 1


class Impatient(Told):
    """A curator who presses Ctrl-C at the first word of a wait, or at a later one."""

    def __init__(self, words: int = 1) -> None:
        super().__init__()
        self._words = words

    def waiting(self, reason: str, seconds_left: float | None) -> None:
        super().waiting(reason, seconds_left)
        if len(self.waits) == self._words:
            raise KeyboardInterrupt


def take_turn(folder: Path, interval: float = 0.0, told: Told | None = None) -> Told:
    """One turn in which nothing is asked."""
    told = told or Told()
    with Pacer(told, folder).turn(Pace("arxiv", interval)):
        pass
    return told


def test_the_first_turn_comes_at_once(tmp_path: Path) -> None:
    told = take_turn(tmp_path, interval=60)
    assert told.waits == []
    assert told.times_finished == 0


NO_REQUEST = [Unreachable("no host"), PrivateNetwork("'10.0.0.1' is not asked")]


@pytest.mark.parametrize("error", NO_REQUEST)
def test_a_request_that_found_no_way_there_does_not_count(
    tmp_path: Path, error: AkiraError
) -> None:
    with pytest.raises(type(error)), Pacer(Told(), tmp_path).turn(Pace("arxiv", 60)):
        raise error
    assert take_turn(tmp_path, interval=60).waits == []


@pytest.mark.parametrize("error", NO_REQUEST)
def test_a_request_that_found_no_way_there_leaves_the_one_before_it_noted(
    tmp_path: Path, error: AkiraError
) -> None:
    take_turn(tmp_path)
    noted = (tmp_path / "arxiv.clock").read_bytes()
    with pytest.raises(type(error)), Pacer(Told(), tmp_path).turn(Pace("arxiv", 0)):
        raise error
    assert (tmp_path / "arxiv.clock").read_bytes() == noted


@pytest.mark.parametrize("error", [TimedOut("silent"), KeyboardInterrupt()])
def test_a_request_that_failed_on_its_way_counts(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(type(error)), Pacer(Told(), tmp_path).turn(Pace("arxiv", 60)):
        raise error
    with pytest.raises(KeyboardInterrupt):
        take_turn(tmp_path, interval=60, told=Impatient())


def test_the_interval_counts_from_the_end_of_the_last_request(tmp_path: Path) -> None:
    with Pacer(Told(), tmp_path).turn(Pace("arxiv", 0.2)):
        time.sleep(0.2)
        ended = time.monotonic()
    take_turn(tmp_path, interval=0.2)
    assert time.monotonic() - ended >= 0.2


def test_a_wait_is_counted_down_and_ends_once(tmp_path: Path) -> None:
    take_turn(tmp_path)
    told = Impatient(words=3)
    with pytest.raises(KeyboardInterrupt):
        take_turn(tmp_path, interval=60, told=told)
    left = [seconds for _, seconds in told.waits if seconds is not None]
    assert len(left) == 3
    assert 60 >= left[0] > left[1] > left[2] > 0
    assert {reason for reason, _ in told.waits} == {"next request to arxiv"}
    assert told.times_finished == 1


def test_services_do_not_wait_for_each_other(tmp_path: Path) -> None:
    take_turn(tmp_path, interval=60)
    told = Told()
    with Pacer(told, tmp_path).turn(Pace("other", 60)):
        assert told.waits == []


def test_a_pause_holds_for_every_process_and_says_why(tmp_path: Path) -> None:
    with Pacer(Told(), tmp_path).turn(Pace("arxiv", 0)) as turn:
        turn.hold_off(60)
    told = Impatient()
    with (
        pytest.raises(KeyboardInterrupt),
        Pacer(told, tmp_path).turn(Pace("arxiv", 0), "arXiv asks to wait (429)"),
    ):
        pass
    [(reason, seconds)] = told.waits
    assert reason == "arXiv asks to wait (429)"
    assert 0 < (seconds or 0) <= 60


def test_a_pause_has_a_limit(tmp_path: Path) -> None:
    with Pacer(Told(), tmp_path).turn(Pace("arxiv", 0)) as turn:
        turn.hold_off(1e9)
    told = Impatient()
    with pytest.raises(KeyboardInterrupt):
        take_turn(tmp_path, told=told)
    assert 0 < (told.waits[0][1] or 0) <= LONGEST_PAUSE


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("yesterday", id="not a number"),
        pytest.param("nan nan", id="no time at all"),
        pytest.param("1 2 3", id="too many"),
        pytest.param("9e15 9e15", id="far in the future"),
        pytest.param("inf inf", id="for ever"),
        pytest.param("\N{SNOWMAN}", id="not even ASCII"),
    ],
)
def test_a_clock_file_that_cannot_be_true_costs_one_interval(tmp_path: Path, content: str) -> None:
    (tmp_path / "arxiv.clock").write_text(content, encoding="utf-8")
    told = Impatient()
    with pytest.raises(KeyboardInterrupt):
        take_turn(tmp_path, interval=60, told=told)
    assert 0 < (told.waits[0][1] or 0) <= 60
    assert take_turn(tmp_path, interval=0).waits == []


def test_ctrl_c_in_a_wait_gives_the_turn_back(tmp_path: Path) -> None:
    take_turn(tmp_path)
    told = Impatient()
    with pytest.raises(KeyboardInterrupt):
        take_turn(tmp_path, interval=60, told=told)
    assert told.times_finished == 1
    assert take_turn(tmp_path, interval=0).waits == []


def test_an_error_in_a_turn_gives_it_back_and_counts_as_a_request(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Pacer(Told(), tmp_path).turn(Pace("arxiv", 0)):
        raise ZeroDivisionError
    with pytest.raises(KeyboardInterrupt):
        take_turn(tmp_path, interval=60, told=Impatient())
    assert take_turn(tmp_path, interval=0).waits == []


def test_a_second_asker_waits_until_the_first_is_done(tmp_path: Path) -> None:
    told = Impatient()
    with Pacer(Told(), tmp_path).turn(Pace("arxiv", 0)), pytest.raises(KeyboardInterrupt):
        take_turn(tmp_path, told=told)
    assert told.waits == [("another akira is asking arxiv", None)]
    assert told.times_finished == 1


def die_in_a_turn(folder: Path) -> None:
    """End this process in mid-request, as a kill would."""
    with Pacer(Told(), folder).turn(Pace("arxiv", 0)):
        os._exit(9)


def test_a_killed_process_leaves_no_lock_and_its_request_counts(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=die_in_a_turn, args=(tmp_path,))
    process.start()
    process.join(120)
    assert process.exitcode == 9
    told = Impatient()
    with pytest.raises(KeyboardInterrupt):
        take_turn(tmp_path, interval=60, told=told)
    assert told.waits[0][0] == "next request to arxiv"


def test_a_state_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotWritten, match=f"cannot keep the pace of requests in '{tmp_path}"):
        take_turn(tmp_path / "file" / "pace")


def test_a_clock_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "arxiv.clock").mkdir()
    with pytest.raises(NotWritten) as raised:
        take_turn(tmp_path)
    assert "XDG_STATE_HOME" in raised.value.hint


def test_the_state_is_kept_in_the_users_state_folder(own_home: Path) -> None:
    with Pacer(Told()).turn(Pace("arxiv", 0)):
        pass
    assert list(own_home.rglob("arxiv.clock"))


SERVICES = [
    *("arxiv", "blog.example", "a" * 80, "a" * 81, "a" * 250, f"{'a' * 250}.example"),
    *("2001:db8::1", "2001_db8__1", "ArXiv", "caf\u00e9.example", "con", "con.example", "console"),
    *("", ".", "..", ".hidden", "a/b", "a\\b", "a\0b", "a b", "a\n", "a~b", "\udc80", "\\udc80"),
]


def test_every_service_has_a_turn_of_its_own(tmp_path: Path) -> None:
    for service in SERVICES:
        told = Told()
        with Pacer(told, tmp_path).turn(Pace(service, 3600)):
            assert told.waits == [], service
    assert len(list(tmp_path.glob("*.clock"))) == len(SERVICES)


@settings(deadline=None)
@given(st.text(), st.text())
def test_the_file_of_a_service_is_safe_and_its_own(service: str, other: str) -> None:
    name = file_name(service)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,79}", name)
    assert (file_name(other) == name) == (other == service)
    assert file_name(name) == name or "~" in name


def test_a_short_plain_name_is_that_of_its_file() -> None:
    named = {file_name(service) for service in SERVICES} & set(SERVICES)
    assert named == {"arxiv", "blog.example", "a" * 80, "2001_db8__1", "console"}
