"""Many lines, answered in order by one process or several."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice, repeat
from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest

from akira_cli.core.errors import AkiraError, ModelFailed, UsageError
from akira_cli.core.models import Entry
from akira_cli.wiring.batches import answered, checking, summarising
from akira_cli.wiring.processes import LINES_AT_ONCE, WAITING_FOR_EACH
from akira_cli.wiring.summarisers import Summarisers, summarisers_anywhere
from akira_cli.workflows.json_lines import Answered, BadLine, MakeLine
from tests.wiring.answering import echoing, meeting, stuck, unmakeable

HANDFUL = LINES_AT_ONCE
READ_AHEAD = LINES_AT_ONCE * WAITING_FOR_EACH
PAPER = b'{"id": 1, "title": "Foo", "abstract": "We propose Foo. It is fast."}\n'
CHECKED = b'{"id": 1, "doc": "It is 3.1%.", "summary": "It is 1.3%."}\n'
SEVERAL = pytest.mark.parametrize("jobs", [1, 2])


def numbered(count: int) -> list[bytes]:
    """So many lines, of which some are blank and some are bad."""
    odd = {3: b"\n", 7: b"bad\n"}
    return [odd.get(number % 10, b"%d\n" % number) for number in range(1, count + 1)]


def as_they_are(lines: list[bytes]) -> list[Answered | BadLine]:
    return [
        BadLine(number, "it is bad") if line == b"bad\n" else Answered(number, line.decode())
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]


@pytest.mark.parametrize(
    ("jobs", "count"),
    [
        *((1, 0), (1, 1), (1, 100), (2, 0), (2, 1), (2, HANDFUL), (2, HANDFUL + 1)),
        *((2, 2 * READ_AHEAD - 1), (2, 2 * READ_AHEAD + 1)),
        *((3, 5 * HANDFUL), (3, 20 * HANDFUL + 7)),
    ],
)
def test_the_answers_are_the_same_and_in_order_for_any_number_of_jobs(
    jobs: int, count: int
) -> None:
    lines = numbered(count)
    assert list(answered(lines, echoing, jobs)) == as_they_are(lines)
    assert active_children() == []


@SEVERAL
def test_lines_that_are_all_blank_have_no_answers(jobs: int) -> None:
    assert list(answered([b"\n", b" \r\n", b""], echoing, jobs)) == []


def test_one_job_answers_each_line_before_it_reads_the_next() -> None:
    read: list[int] = []

    def lines() -> Iterator[bytes]:
        for number in range(5):
            read.append(number)
            yield b"%d\n" % number

    for place, _ in enumerate(answered(lines(), echoing), start=1):
        assert len(read) == place


@SEVERAL
def test_a_long_input_is_answered_while_it_is_read(jobs: int) -> None:
    taken = 10 * READ_AHEAD
    read = iter(range(10 * taken))
    outcomes = answered((b"%d\n" % number for number in read), echoing, jobs)
    assert sum(1 for _ in islice(outcomes, taken)) == taken
    assert next(read) <= taken + jobs * READ_AHEAD + HANDFUL
    outcomes.close()


def test_several_processes_work_at_once_and_the_first_line_stays_first(tmp_path: Path) -> None:
    """The first handful is answered only after another process has begun with the second."""
    lines = [b"wait\n"] * HANDFUL + [b"come\n"] * HANDFUL
    outcomes = list(answered(lines, partial(meeting, tmp_path), jobs=2))
    assert outcomes == as_they_are(lines)


def test_answers_that_nobody_waits_for_are_not_waited_for(tmp_path: Path) -> None:
    lines = chain([b"1\n"] * HANDFUL, repeat(b"stay\n"))
    outcomes = answered(lines, partial(stuck, tmp_path), jobs=2)
    assert next(outcomes) == Answered(1, "1\n")
    while not any(tmp_path.iterdir()):  # until a process is stuck
        sleep(0.01)
    assert active_children()
    outcomes.close()
    assert active_children() == []


@SEVERAL
def test_generators_that_are_never_begun_are_closed_too(jobs: int) -> None:
    answered(iter([b"1\n"]), echoing, jobs).close()
    assert active_children() == []


@SEVERAL
def test_a_mistake_of_ours_is_told_of_its_line_and_stops_no_other(jobs: int) -> None:
    found = list(answered([b"1\n", b"bug\n", b"3\n"], echoing, jobs))
    assert found[0::2] == [Answered(1, "1\n"), Answered(3, "3\n")]
    assert isinstance(found[1], BadLine)
    told = r"this is a bug of akira's: KeyError: 2 \(answering\.py, line \d+\)"
    assert found[1].number == 2
    assert re.fullmatch(told, found[1].why)
    assert active_children() == []


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    with pytest.raises(AkiraError, match="ended from outside"):
        list(answered([b"end\n"] * 3, echoing, 2))
    assert active_children() == []


@SEVERAL
def test_an_input_that_breaks_off_with_an_error_raises_it(jobs: int) -> None:
    def lines() -> Iterator[bytes]:
        yield b"1\n"
        raise AkiraError("the disk is gone")

    with pytest.raises(AkiraError, match="the disk is gone"):
        list(answered(lines(), echoing, jobs))
    assert active_children() == []


def test_what_cannot_be_made_is_told() -> None:
    with pytest.raises(ModelFailed):
        list(answered([b"1\n"], unmakeable))


@pytest.mark.parametrize("make", [partial(summarising, length="normal"), checking])
def test_a_method_that_is_not_known_is_told_before_any_line_is_read(
    make: Callable[[Summarisers, str], MakeLine],
) -> None:
    with pytest.raises(UsageError, match="there is no method 'nonsense'") as caught:
        make(summarisers_anywhere({}, offline=True), "nonsense")
    assert caught.value.hint == "methods: extractive, llm"


@SEVERAL
def test_papers_are_summarised_and_texts_checked_in_other_processes_too(jobs: int) -> None:
    here = summarisers_anywhere({}, offline=True)
    [written] = answered([PAPER], summarising(here, None, "short"), jobs)
    assert isinstance(written, Answered)
    assert written.text.startswith('{"id": 1, "headline": ')
    [checked] = answered([CHECKED], checking(here, None), jobs)
    assert isinstance(checked, Answered)
    assert checked.text.startswith('{"id": 1, "supported": false, ')


def test_the_published_entries_are_read_only_for_a_method_that_imitates_them() -> None:
    read: list[str] = []

    def past() -> list[Entry]:
        read.append("past")
        return []

    here = Summarisers(summarisers_anywhere({}, offline=True).settings, past)
    summarising(here, "extractive", "normal")
    assert read == []
    summarising(here, "llm", "normal")
    assert read == ["past"]
