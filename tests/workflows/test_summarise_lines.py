"""A paper as a line of JSON in, its texts as one out."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.items import Item, Reference, Span, Summary, Usage
from akira_cli.core.settings import Length
from akira_cli.summarisers.extractive import Extractive
from akira_cli.workflows.json_lines import Answered, BadLine, WrongLine
from akira_cli.workflows.summarise_lines import item_in, line_of, summarised_line
from tests.fakes import FakeSummariser

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.lists(st.text(max_size=8) | st.integers(), max_size=3),
)
KEYS = st.sampled_from(["id", "title", "abstract", "source", "more"])
LINES = st.one_of(
    st.binary(max_size=60),
    st.dictionaries(KEYS, VALUES).map(json.dumps).map(str.encode),
    st.dictionaries(KEYS, st.text(max_size=20)).map(json.dumps).map(str.encode),
)


class Thorough(FakeSummariser):
    """Fills in all that a summary has, and remembers what it was asked."""

    name = "thorough"

    def __init__(self) -> None:
        self.asked: list[tuple[Item, Length]] = []

    def summarise(self, item: Item, length: Length = "normal") -> Summary:
        self.asked.append((item, length))
        return replace(
            super().summarise(item),
            one_line="In short.",
            spans=(Span(0, "abstract", 0, 4),),
            method=self.name,
            notes=("look at it",),
            usage=Usage(1, 2, 3.0),
        )


def answer(line: bytes, number: int = 7) -> Answered | BadLine | None:
    return summarised_line(number, line, summariser=FakeSummariser(), length="normal")


def facts(line: bytes) -> Any:
    found = answer(line)
    assert isinstance(found, Answered), found
    return json.loads(found.text)


def test_a_line_is_answered_with_all_that_was_written() -> None:
    summariser = Thorough()
    line = b'{"id": "a", "title": "Foo", "abstract": "It is."}\n'
    found = summarised_line(7, line, summariser=summariser, length="short")
    assert isinstance(found, Answered)
    assert json.loads(found.text) == {
        "id": "a",
        "headline": "On Foo",
        "tldr": "In short.",
        "summary": "It is.",
        "spans": [{"sentence": 0, "part": "abstract", "start": 0, "end": 4}],
        "method": "thorough",
    }
    assert found[0] == 7
    assert found[2:] == (("look at it",), Usage(1, 2, 3.0))
    [(item, length)] = summariser.asked
    assert (item.title, item.abstract, length) == ("Foo", "It is.", "short")


@pytest.mark.parametrize("identity", [1, -1, "a", "", None, 10**4_000])
def test_an_id_is_given_back_as_it_came(identity: str | int | None) -> None:
    line = json.dumps({"id": identity, "abstract": "It is."}).encode()
    assert facts(line)["id"] == identity


def test_a_line_without_an_id_has_none_in_its_answer() -> None:
    assert facts(b'{"abstract": "It is."}')["id"] is None


def test_sentences_may_stand_for_an_abstract() -> None:
    item = item_in({"title": "Foo", "source": ["One  is.", " Two\nis. ", ""]})
    assert item.abstract == "One is. Two is."


def test_a_line_that_came_with_the_summary_goes_before_one_of_its_own() -> None:
    item = Item(Reference("", "1"), "", "Foo", abstract="It is.")
    assert line_of(Summary("", "", "In short."), item, Extractive()) == "In short."
    assert line_of(Summary("", ""), item, Extractive()) == Extractive().one_line(item) != ""
    assert line_of(Summary("", ""), item, FakeSummariser()) == ""


def test_what_is_null_counts_as_not_given() -> None:
    given = facts(b'{"title": null, "abstract": null, "source": ["It is."]}')
    assert given == facts(b'{"source": ["It is."]}')


def test_an_abstract_goes_before_sentences_and_stays_as_it_is() -> None:
    item = item_in({"abstract": " One  is.\n", "source": ["Two is."]})
    assert item.abstract == " One  is.\n"


@pytest.mark.parametrize("asked", [{"abstract": ""}, {"source": []}, {"source": [""]}])
def test_an_empty_abstract_is_an_abstract(asked: dict[str, object]) -> None:
    assert facts(json.dumps(asked).encode())["summary"] == ""


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({}, "there is neither 'abstract' nor 'source'"),
        ({"title": "Foo"}, "there is neither 'abstract' nor 'source'"),
        ({"source": None}, "there is neither 'abstract' nor 'source'"),
        ({"abstract": 1}, "'abstract' is not a text"),
        ({"abstract": ["One is."]}, "'abstract' is not a text"),
        ({"source": "One is."}, "'source' is not a list of sentences"),
        ({"source": [1]}, "'source' is not a list of sentences"),
        ({"source": {"a": "b"}}, "'source' is not a list of sentences"),
        ({"title": 1, "abstract": "It is."}, "'title' is not a text"),
    ],
)
def test_a_line_without_a_paper_is_told(asked: dict[str, object], why: str) -> None:
    with pytest.raises(WrongLine) as caught:
        item_in(asked)
    assert str(caught.value) == why
    assert answer(json.dumps(asked).encode()) == BadLine(7, why)


def test_a_blank_line_has_no_answer() -> None:
    assert answer(b"\n") is None


def test_half_a_character_in_a_text_comes_back() -> None:
    assert facts(b'{"id": "\\ud800", "abstract": "\\udfff."}')["id"] == "\ud800"


@given(LINES)
def test_whatever_is_asked_the_answer_is_one_line(line: bytes) -> None:
    found = answer(line)
    if isinstance(found, Answered):
        assert b"\n" not in found.text.encode()
        assert set(json.loads(found.text)) >= {"id", "headline", "tldr", "summary", "spans"}
    elif isinstance(found, BadLine):
        assert found.number == 7
        assert "\n" not in found.why
    else:
        assert not line.decode("utf-8-sig").strip()
