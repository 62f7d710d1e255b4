"""Text and source as a line of JSON in, what is wrong out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, InvalidFile, ModelFailed
from akira_cli.core.faithful import Problem
from akira_cli.core.items import Usage
from akira_cli.ports.language import Checked
from akira_cli.workflows.faithful_lines import checked_line, verdict
from akira_cli.workflows.json_lines import Answered, BadLine

DOC = "The network needs 3.1% of the memory."
WRONG = "The network needs 1.3% of the memory."
KEYS = st.sampled_from(["id", "doc", "summary", "more"])
TEXTS = st.text(max_size=30) | st.sampled_from([DOC, WRONG])
LINES = st.one_of(
    st.binary(max_size=60),
    st.dictionaries(KEYS, TEXTS | st.none() | st.integers()).map(json.dumps).map(str.encode),
)


class Opinion:
    """A FactChecker that doubts one word, or fails."""

    def __init__(self, doubted: str, error: AkiraError | None = None) -> None:
        self._doubted, self._error = doubted, error
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def check(self, text: str, sources: Sequence[str]) -> Checked:
        self.asked.append((text, tuple(sources)))
        if self._error is not None:
            raise self._error
        start = text.find(self._doubted)
        end = start + len(self._doubted)
        found = Problem("name-not-in-source", self._doubted, start, end, "says the model")
        return Checked((found,) if start >= 0 else (), Usage(10, 2, 0.5))


def line(**asked: object) -> bytes:
    return json.dumps(asked).encode()


def answered(asked: bytes, checker: Opinion | None = None) -> tuple[Any, tuple[str, ...]]:
    """The facts of an answer and its remarks."""
    found = checked_line(7, asked, checker=checker)
    assert isinstance(found, Answered), found
    assert found.number == 7
    return json.loads(found.text), found.remarks


def test_a_text_that_says_what_its_source_says_is_supported() -> None:
    said, remarks = answered(line(id="a", doc=DOC, summary=DOC))
    assert said == {"id": "a", "supported": True, "problems": []}
    assert remarks == ()


def test_a_wrong_number_is_told_with_its_words_and_a_reason() -> None:
    said, _ = answered(line(id=3, doc=DOC, summary=WRONG))
    assert (said["id"], said["supported"]) == (3, False)
    (problem,) = said["problems"]
    assert set(problem) == {"id", "text", "why"}
    assert problem["id"] == "number-not-in-source"
    assert "1.3" in problem["text"]
    assert problem["why"]


def test_an_empty_text_claims_nothing() -> None:
    assert answered(line(doc="", summary=""))[0] == {"id": None, "supported": True, "problems": []}


def test_a_model_is_asked_about_the_same_text_and_source() -> None:
    model = Opinion("network")
    said, _ = answered(line(doc=DOC, summary=DOC), model)
    assert model.asked == [(DOC, (DOC,))]
    assert said["problems"] == [
        {"id": "name-not-in-source", "text": "network", "why": "says the model"}
    ]


def test_a_model_that_fails_is_remarked_and_the_rules_still_stand() -> None:
    model = Opinion("network", ModelFailed("the model slept"))
    said, remarks = answered(line(doc=DOC, summary=WRONG), model)
    assert [each["id"] for each in said["problems"]] == ["number-not-in-source"]
    assert remarks == ("the model slept; only the built-in rules were asked",)


def test_what_the_model_took_is_told_even_where_it_fails() -> None:
    took = Usage(10, 2, 0.5)
    assert verdict(WRONG, DOC, Opinion("network")).usage == took
    assert verdict(WRONG, DOC, Opinion("", ModelFailed("rubbish", usage=took))).usage == took
    assert verdict(WRONG, DOC).usage is None


def test_a_broken_prompt_of_the_curators_is_theirs_to_mend() -> None:
    with pytest.raises(InvalidFile, match="line 3"):
        checked_line(7, line(doc=DOC, summary=DOC), checker=Opinion("", InvalidFile("line 3")))


def test_of_two_about_the_same_words_the_rules_own_is_told() -> None:
    both = verdict(WRONG, DOC, Opinion("1.3% of")).problems
    assert [each.id for each in both] == ["number-not-in-source"]


def test_the_problems_are_told_in_the_order_of_the_text() -> None:
    found = verdict(WRONG, DOC, Opinion("network")).problems
    assert [each.id for each in found] == ["name-not-in-source", "number-not-in-source"]
    found = verdict(WRONG, DOC, Opinion("memory")).problems
    assert [each.id for each in found] == ["number-not-in-source", "name-not-in-source"]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (line(doc=DOC), "'summary' is missing"),
        (line(summary=DOC), "'doc' is missing"),
        (line(doc=DOC, summary=None), "'summary' is missing"),
        (line(doc=[DOC], summary=DOC), "'doc' is not a text"),
        (line(doc=" ", summary=DOC), "'doc' is empty"),
        (line(doc=DOC, summary=1), "'summary' is not a text"),
        (line(doc=DOC, summary=DOC, id=1.5), "'id' is neither a text nor a whole number"),
        (b"[]", "it is no JSON object"),
        (b"\xff", "it is not UTF-8"),
    ],
)
def test_a_line_without_text_and_source_is_told(asked: bytes, why: str) -> None:
    assert checked_line(7, asked) == BadLine(7, why)


def test_a_blank_line_has_no_answer() -> None:
    assert checked_line(7, b" \r\n") is None


@given(LINES)
def test_whatever_is_asked_the_answer_is_one_line(asked: bytes) -> None:
    found = checked_line(7, asked)
    if isinstance(found, Answered):
        assert b"\n" not in found.text.encode()
        said = json.loads(found.text)
        assert said["supported"] is not bool(said["problems"])
    elif isinstance(found, BadLine):
        assert "\n" not in found.why
    else:
        assert not asked.decode("utf-8-sig").strip()
