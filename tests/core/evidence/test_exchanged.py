"""Numbers given to the other of two names, in a row with `respectively` or one by one."""

from __future__ import annotations

import pytest

from akira_cli.core.evidence.of_numbers.numbers import quantities
from akira_cli.core.evidence.of_numbers.respective import respective
from akira_cli.core.faithful import problems, read_source


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        (
            "It saves 14.2%, 31.7% and 6.5% over BlotOne VX, NibNet and PenPal, respectively.",
            [("14.2", "BlotOne VX"), ("31.7", "NibNet"), ("6.5", "PenPal")],
        ),
        (
            "On CIFAR-10 and SVHN, it has 93.1% and 97.2%, respectively.",
            [("93.1", "CIFAR-10"), ("97.2", "SVHN")],
        ),
        ("On CIFAR-10, it has 93.1% and 97.2%, respectively.", []),
        ("On CIFAR-10 and SVHN, it has 93.1% and 97.2%.", []),
    ],
)
def test_numbers_and_names_in_two_rows_go_together(
    sentence: str, pairs: list[tuple[str, str]]
) -> None:
    found = respective(sentence, quantities(sentence))
    assert [(one.text, name) for one, name in found] == pairs


ROWS = "It found 251 and 319 samples in Corvus and Lyra, respectively."
ONE_BY_ONE = "Recall rises by 12% relative to Aquila and by 7% relative to Cygnus."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It found 319 samples in Corvus and 251 in Lyra.", ROWS),
        ("Recall is 7% above that of Aquila and 12% above that of Cygnus.", ONE_BY_ONE),
    ],
)
def test_two_numbers_exchanged_between_two_names_are_reported(text: str, source: str) -> None:
    assert "number-not-in-source" in [one.id for one in problems(text, read_source([source]))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It found 251 samples in Corvus and 319 in Lyra.", ROWS),
        ("Recall is 12% above that of Aquila and 7% above that of Cygnus.", ONE_BY_ONE),
        ("Recall is 7% above that of Cygnus and 12% above that of Aquila.", ONE_BY_ONE),
    ],
)
def test_numbers_that_keep_their_names_are_left_alone(text: str, source: str) -> None:
    assert problems(text, read_source([source])) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The score is 28.4 from key points, against 29.0 for the best with video.",
        "On RAG the probe has 28.4, the best one with video 29.0.",
        "The error fell to 7.3%.",
        "The error fell to 7.3% from 9.0% with Lyra.",
    ],
)
def test_a_number_of_a_row_has_no_rival_in_the_row(text: str) -> None:
    source = read_source(
        [
            "On RAG the probe has 28.4, compared with 25.1 for the best key-point method and 29.0 "
            "for the best with video. The error falls from 11.6% to 7.3% against Corvus, and from "
            "9.0% with Lyra."
        ]
    )
    assert problems(text, source) == ()
