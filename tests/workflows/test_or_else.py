"""When one summariser fails another does the work, and says why."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from akira_cli.core.errors import AkiraError, InvalidFile, ModelFailed
from akira_cli.core.items import Item, Summary, Usage
from akira_cli.core.settings import Length
from akira_cli.ports import Summariser
from akira_cli.ports.language import Checked
from akira_cli.workflows.or_else import PATIENCE, OrElse, Patient
from tests.fakes import FakeSummariser, paper

LATE = ModelFailed("the model took longer than 9 seconds")


class Moody:
    """Does as the plan says: `ok` is a summary; an error is raised."""

    name = "moody"

    def __init__(self, *plan: str | Exception) -> None:
        self._plan = list(plan)
        self.asked: list[tuple[Item, Length]] = []

    def summarise(self, item: Item, length: Length = "normal") -> Summary:
        self.asked.append((item, length))
        what = self._plan.pop(0)
        if isinstance(what, Exception):
            raise what
        return Summary("Moody wrote", what, method=self.name, notes=("in a good mood",))


def written(first: Summariser, times: int) -> Sequence[Summary]:
    """What becomes of that many papers."""
    both: Summariser = OrElse(first, FakeSummariser())
    return [both.summarise(paper()) for _ in range(times)]


def test_what_the_first_writes_is_passed_on_as_it_is() -> None:
    first = Moody("ok")
    both = OrElse(first, FakeSummariser())
    assert both.name == "moody"
    made = both.summarise(paper(), "long")
    assert made == Summary("Moody wrote", "ok", method="moody", notes=("in a good mood",))
    assert first.asked == [(paper(), "long")]


@pytest.mark.parametrize("error", [LATE, AkiraError(LATE.message)])
def test_where_the_first_fails_the_second_writes_and_says_why(error: AkiraError) -> None:
    (made,) = written(Moody(error), 1)
    assert made.headline == "On MobileViT"
    assert made.notes == ("the model took longer than 9 seconds; fake wrote it",)


def test_what_the_failure_took_is_told_all_the_same() -> None:
    spent = Usage(700, 80, 1.5)
    (made,) = written(Moody(ModelFailed("the model answered rubbish", usage=spent)), 1)
    assert made.usage == spent


def test_a_file_of_the_curators_that_is_wrong_is_theirs_to_mend() -> None:
    with pytest.raises(InvalidFile):
        written(Moody(InvalidFile("prompts/summary.md.j2:3: unexpected '}'")), 1)


class Liner(FakeSummariser):
    """Writes lines, too."""

    def one_line(self, item: Item) -> str:
        return f"{item.title} in short."


def test_a_line_that_the_first_did_not_write_is_the_seconds() -> None:
    assert OrElse(Moody(), Liner()).one_line(paper()) == "MobileViT in short."
    assert OrElse(Moody(), FakeSummariser()).one_line(paper()) == ""


def test_the_next_one_is_asked_for_again() -> None:
    first, second, third = written(Moody(LATE, "ok", LATE), 3)
    assert [first.method, second.method, third.method] == ["extractive", "moody", "extractive"]
    assert first.notes == third.notes != second.notes


def test_after_some_failures_in_a_row_the_first_is_asked_no_more() -> None:
    first = Moody(LATE, *[LATE] * PATIENCE)
    made = written(first, PATIENCE + 2)
    assert len(first.asked) == PATIENCE
    told = ("the model took longer than 9 seconds; fake wrote it, and moody is asked no more",)
    assert [each.notes == told for each in made] == [False] * (PATIENCE - 1) + [True] * 3


def test_failures_that_are_not_in_a_row_do_not_count() -> None:
    plan = [each for _ in range(PATIENCE) for each in (LATE, LATE, "ok")]
    first = Moody(*plan)
    written(first, len(plan))
    assert len(first.asked) == len(plan)


def test_a_bug_of_the_first_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        written(Moody(ZeroDivisionError()), 1)


class Slow:
    """A checker that is late as often as it is told to be, then finds nothing, then is late."""

    def __init__(self, late: int) -> None:
        self._late = late
        self.times = 0

    def check(self, _text: str, _sources: Sequence[str]) -> Checked:
        self.times += 1
        if self.times == self._late + 1:
            return Checked(())
        raise LATE


def failures(checker: Patient, times: int) -> list[str]:
    """What is told when that many texts are checked."""
    told = []
    for _ in range(times):
        with pytest.raises(ModelFailed) as caught:
            checker.check("text", ["source"])
        told.append(caught.value.message)
    return told


def test_a_checker_that_fails_again_and_again_is_asked_no_more() -> None:
    slow = Slow(late=PATIENCE + 1)
    told = failures(Patient(slow), PATIENCE + 2)
    assert slow.times == PATIENCE
    assert told == [LATE.message] * PATIENCE + [f"{LATE.message}; the model is asked no more"] * 2


def test_a_checker_that_answers_has_all_its_patience_again() -> None:
    slow = Slow(late=PATIENCE - 1)
    patient = Patient(slow)
    failures(patient, PATIENCE - 1)
    assert patient.check("text", ["source"]) == Checked(())
    failures(patient, PATIENCE)
    assert slow.times == 2 * PATIENCE
