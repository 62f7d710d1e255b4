"""One line of JSON in, one out."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.workflows.json_lines import LONGEST_LINE, WrongLine, as_line, object_in, text_in

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


def why_wrong(line: bytes) -> str:
    with pytest.raises(WrongLine) as caught:
        object_in(line)
    return str(caught.value)


@pytest.mark.parametrize("line", [b"", b"\n", b"\r\n", b" \t \n", b"\xef\xbb\xbf\n"])
def test_a_blank_line_is_nothing(line: bytes) -> None:
    assert object_in(line) is None


@pytest.mark.parametrize(
    "line",
    [b'{"a": 1}', b'{"a": 1}\n', b'{"a": 1}\r\n', b'  {"a":1} ', b'\xef\xbb\xbf{"a": 1}\n'],
)
def test_the_end_of_a_line_and_a_byte_order_mark_do_not_count(line: bytes) -> None:
    assert object_in(line) == {"a": 1}


def test_of_two_keys_of_one_name_the_last_counts() -> None:
    assert object_in(b'{"a": 1, "a": 2}') == {"a": 2}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"nonsense", "it is not JSON: expecting value at column 1"),
        (b'{"a": 1', "it is not JSON: expecting ',' delimiter at column 8"),
        (b'{"a": 1} {"a": 2}', "it is not JSON: extra data at column 10"),
        (b"{'a': 1}", "it is not JSON: "),
        (b'{"a": "\x01"}', "it is not JSON: invalid control character at at column 8"),
        (b'{"a": "\xff"}', "it is not UTF-8"),
        ('{"a": 1}'.encode("utf-16"), "it is not UTF-8"),
        (b'{"a": "\xed\xa0\x80"}', "it is not UTF-8"),
        (b"[1, 2]", "it is no JSON object"),
        (b"null", "it is no JSON object"),
        (b'"text"', "it is no JSON object"),
        (b"NaN", "it is no JSON object"),
        (b"[" * 100_000, "it is not JSON: it is nested too deeply"),
        (b'{"a":' * 100_000, "it is not JSON: it is nested too deeply"),
        (b'{"id": ' + b"9" * 5_000 + b"}", "it is not JSON: it has a number of too many digits"),
        (b'{"a": "' + b"x" * LONGEST_LINE, "it is longer than 2000000 bytes"),
    ],
)
def test_a_line_that_is_no_object_is_told(line: bytes, why: str) -> None:
    assert why_wrong(line).startswith(why)


@pytest.mark.parametrize("identity", ["1.0", "1e3", "true", "false", "[]", "{}", "[1]", "NaN"])
def test_an_id_that_is_no_name_is_told(identity: str) -> None:
    line = f'{{"id": {identity}}}'.encode()
    assert why_wrong(line) == "'id' is neither a text nor a whole number"


@pytest.mark.parametrize("identity", ["1", "-1", '"a"', '""', "null", "9" * 4_000])
def test_an_id_is_a_text_a_whole_number_or_missing(identity: str) -> None:
    assert object_in(f'{{"id": {identity}}}'.encode()) == {"id": json.loads(identity)}


@pytest.mark.parametrize("value", [0, 1, False, [], {}, ["a"]])
def test_what_is_no_text_is_told(value: object) -> None:
    with pytest.raises(WrongLine, match="'key' is not a text"):
        text_in({"key": value}, "key")


@pytest.mark.parametrize("asked", [{}, {"key": None}])
def test_a_text_that_is_missing_is_told(asked: dict[str, Any]) -> None:
    with pytest.raises(WrongLine, match="'key' is missing"):
        text_in(asked, "key")


@given(st.dictionaries(st.text(max_size=4), JSON))
def test_what_is_written_is_one_line_that_can_be_read_again(facts: dict[str, object]) -> None:
    line = as_line(facts)
    assert "\n" not in line
    assert "\r" not in line
    assert object_in(json.dumps({"facts": json.loads(line)}).encode()) == {"facts": facts}


def test_letters_are_written_as_they_are() -> None:
    assert as_line({"title": "日本 – é"}) == '{"title": "日本 – é"}'


def test_what_would_end_a_line_or_act_on_a_terminal_is_escaped() -> None:
    facts: dict[str, object] = {"id": "a\u009b2J\u202eb\u2028c\x7f"}
    line = as_line(facts)
    assert line == r'{"id": "a\u009b2J\u202eb\u2028c\u007f"}'
    assert json.loads(line) == facts


def test_half_a_character_is_written_as_what_it_was() -> None:
    line = as_line({"title": "é \ud800"})
    assert line.encode()
    assert json.loads(line) == {"title": "é \ud800"}


@given(st.binary(max_size=40) | JSON.map(json.dumps).map(str.encode))
def test_any_bytes_are_an_object_nothing_or_a_wrong_line(line: bytes) -> None:
    with suppress(WrongLine):  # whatever else is raised is a mistake
        found = object_in(line)
        assert found is None or isinstance(found, dict)
