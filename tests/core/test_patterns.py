"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from akira_cli.core.patterns import Pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    pattern, compiled = Pattern(r"(g)ull", re.IGNORECASE), re.compile(r"(g)ull", re.IGNORECASE)
    text = "Gull, gulls and a tern"
    for found, wanted in (
        (pattern.search(text, 3), compiled.search(text, 3)),
        (pattern.match(text), compiled.match(text)),
        (pattern.fullmatch("GULL"), compiled.fullmatch("GULL")),
    ):
        assert found is not None
        assert wanted is not None
        assert found.span() == wanted.span()
    assert [one.span() for one in pattern.finditer(text)] == [(0, 4), (6, 10)]
    assert pattern.findall(text) == compiled.findall(text)
    assert pattern.split(text) == compiled.split(text)
    assert pattern.sub("tern", text) == "tern, terns and a tern"


def test_a_wrong_pattern_is_only_told_of_when_it_is_used() -> None:
    pattern = Pattern("(")
    with pytest.raises(re.error):
        pattern.search("gull")
