"""What a clause denies, and with which word."""

from __future__ import annotations

import pytest

from akira_cli.core.evidence.of_claims.denying_clauses import Denying, denying_clauses
from akira_cli.core.evidence.tokens import tokens_of


def denying(text: str) -> list[Denying]:
    return list(denying_clauses(tokens_of(text)))


def test_a_denying_clause_has_what_is_denied_and_what_is_before() -> None:
    (clause,) = denying("The sorter reads stamps, but it cannot open letters.")
    assert (clause.negator, clause.denied, clause.before) == ("cannot", ("open", "letter"), ())
    assert not clause.is_double


def test_a_denied_denial_is_double() -> None:
    (clause,) = denying("The sorter does not work without lamps.")
    assert clause.is_double
    assert clause.denied == ("lamp",)


@pytest.mark.parametrize(
    "text",
    [
        "Not only stamps are read.",
        "It takes no more than a lamp.",
        "It asks yes/no questions.",
        "The sorter fails twice.",
    ],
)
def test_what_only_looks_like_a_denial_is_none(text: str) -> None:
    assert denying(text) == []
