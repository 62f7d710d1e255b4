"""What a sentence denies, with which kind of word, and of what."""

from __future__ import annotations

import pytest

from akira_cli.core.evidence.of_claims.denied_there import Denied, denied_in, set_against
from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.tokens import stem, tokens_of


def denied(text: str) -> list[Denied]:
    tokens = tokens_of(text)
    return denied_in(tokens, [is_content(token) for token in tokens])


@pytest.mark.parametrize(
    ("text", "kind", "of"),
    [
        ("It sorts stamps without lamps", "plain", "lamps"),
        ("A lamp-free sorter", "plain", "lamp"),
        ("It sorts unsorted stamps", "plain", "sorted"),
        ("A markerless board", "plain", "marker"),
        ("It obviates lamps", "avoiding", "lamps"),
        ("A stamp-agnostic sorter", "instead", "stamp"),
        ("It hardly reads stamps", "scant", "reads"),
        ("It only reads stamps", "only", "reads"),
        ("It struggles with stamps", "bad", "stamps"),
        ("It preserves the gum", "kept", "gum"),
        ("Large stamps are beyond its reach", "plain", "stamps"),
    ],
)
def test_a_denying_word_has_what_it_is_said_of(text: str, kind: str, of: str) -> None:
    found = [one for one in denied(text) if one.kind == kind]
    assert found
    assert any(stem(of) in one.of for one in found)


def test_a_plain_sentence_denies_nothing() -> None:
    assert denied("The sorter reads stamps of nine countries") == []


def test_what_others_do_is_set_against_the_work_up_to_the_comma() -> None:
    tokens = tokens_of("Unlike sorters (e.g., Heron) that use lamps, ours reads the gum")
    reached = {tokens[at].lower for at in set_against(tokens)}
    assert {"sorters", "lamps"} <= reached
    assert not reached & {"ours", "gum"}
