from __future__ import annotations

import pytest

from akira_cli.core.errors import InvalidFile
from akira_cli.storage.toml_text import decoded, parsed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1\nb = \n", "a.toml:2:5: not valid TOML: invalid value"),
        ('a = """b', "a.toml:1:9: not valid TOML: unterminated string"),
        ("\n\na = " + "[" * 5000, "a.toml:3:5005: not valid TOML: "),
        (f"a = {'9' * 5000}", "a.toml:1:5: not valid TOML: an integer of 5000 characters"),
        (
            f"a = 1\n\nb = [1, -{'9_9' * 5000}]",
            "a.toml:3:9: not valid TOML: an integer of 15001 characters",
        ),
    ],
)
def test_what_is_not_toml_is_named_with_file_line_and_column(text: str, message: str) -> None:
    with pytest.raises(InvalidFile) as raised:
        parsed(text, "a.toml")
    assert raised.value.message.startswith(message)
    assert "https://toml.io" in raised.value.hint


def test_what_is_not_utf_8_is_named_with_file_and_line() -> None:
    with pytest.raises(InvalidFile, match=r"^a\.toml:2: this is not UTF-8 text$") as raised:
        decoded(b"a = 1\nb = '\xe9'\n", "a.toml")
    assert "UTF-8" in raised.value.hint


def test_a_hint_of_the_callers_own_goes_before_the_usual_one() -> None:
    with pytest.raises(InvalidFile) as of_text:
        decoded(b"\xe9", "a.toml", "look at a.toml")
    with pytest.raises(InvalidFile) as of_values:
        parsed("a", "a.toml", "look at a.toml")
    assert [of_text.value.hint, of_values.value.hint] == ["look at a.toml"] * 2


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    text = decoded(b"\xef\xbb\xbfa = '\xc3\xa9'\r\n", "a.toml")
    assert (text, parsed(text, "a.toml")) == ("a = 'é'\r\n", {"a": "é"})
