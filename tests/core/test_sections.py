"""Which section a word means."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import UnknownSection
from akira_cli.core.page import Section
from akira_cli.core.sections import find_section, numbered_keys

SECTIONS = (
    Section("featured", "Featured Paper/News", "Featured Paper/News in This Week", ("news",)),
    Section("use-cases", "Machine Learning Use Case", "In the Real World", ("cases",)),
    Section("papers", "Papers", "Machine Learning Papers", ("paper", "1")),
    Section("2", "Second thoughts", "Second thoughts"),
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("papers", "papers"),
        ("PAPERS", "papers"),
        (" Paper ", "papers"),
        ("machine learning papers", "papers"),
        ("3", "papers"),
        ("use_cases", "use-cases"),
        ("Use  Cases", "use-cases"),
        ("machine-learning_use case", "use-cases"),
        ("in the real world", "use-cases"),
        ("News", "featured"),
        ("featured paper/news", "featured"),
    ],
)
def test_a_section_goes_by_many_names(text: str, key: str) -> None:
    assert find_section(SECTIONS, text).key == key


def test_a_key_goes_before_a_number_and_a_number_before_an_alias() -> None:
    assert find_section(SECTIONS, "2").key == "2"
    assert find_section(SECTIONS, "1").key == "featured"


@pytest.mark.parametrize(
    ("text", "meant"), [("paprs", "papers"), ("usecase", "use-cases"), ("new", "featured")]
)
def test_a_near_miss_is_told_what_was_likely_meant(text: str, meant: str) -> None:
    with pytest.raises(UnknownSection) as raised:
        find_section(SECTIONS, text)
    assert raised.value.exit_code == 2
    assert raised.value.message == f"there is no section '{text}'"
    assert raised.value.hint == (
        f"did you mean '{meant}'? sections: 1 featured, 2 use-cases, 3 papers, 4 2"
    )


@pytest.mark.parametrize("text", ["", "  ", "-", "zzzzzz", "0", "5"])
def test_what_resembles_no_section_gets_the_list_alone(text: str) -> None:
    with pytest.raises(UnknownSection) as raised:
        find_section(SECTIONS, text)
    assert raised.value.hint == f"sections: {numbered_keys(SECTIONS)}"


@given(st.text())
def test_any_text_is_a_section_or_a_usage_error(text: str) -> None:
    with suppress(UnknownSection):
        assert find_section(SECTIONS, text) in SECTIONS
