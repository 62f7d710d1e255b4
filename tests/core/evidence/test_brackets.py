"""Numbers in and before brackets, and whose they are."""

from __future__ import annotations

import pytest

from akira_cli.core.evidence.of_numbers.brackets import bracketed_owner
from akira_cli.core.evidence.of_numbers.numbers import quantities
from akira_cli.core.faithful import problems, read_source


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("It gets 71.3% (Corvus).", "Corvus"),
        ("It beats the others, Lyra (71.3) first of all.", " Lyra "),
        ("It beats Lyra and Cygnus (71.3).", " Cygnus "),
        ("It gets 71.3 on Corvus.", None),
        ("It gets 71.3 (+4%).", None),
    ],
)
def test_a_number_by_brackets_is_of_what_is_named_there(sentence: str, owner: str | None) -> None:
    place = bracketed_owner(sentence, quantities(sentence)[0])
    assert (sentence[slice(*place)] if place else None) == owner


SCORES = "It scores 71.3% (Corvus), 64.8% (Lyra) and 90.2% (Cygnus), far above earlier work."


@pytest.mark.parametrize("text", ["It scores 64.8% on Lyra.", "Cygnus is best, at 90.2%."])
def test_a_number_that_stays_with_its_brackets_is_left_alone(text: str) -> None:
    assert problems(text, read_source([SCORES])) == ()


def test_numbers_of_one_metric_do_not_compete_with_those_of_another() -> None:
    source = "Metrics on Lyra (SSIM: 0.713, FID: 41.8, KID: 0.032) and 42.1% log loss, 95.7% AUC."
    for text in ("Its FID on Lyra is 41.8.", "It has an AUC of 95.7% and a KID of 0.032."):
        assert problems(text, read_source([source])) == ()
