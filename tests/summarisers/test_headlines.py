"""Headlines: what they are cut from, where they are cut, and what they never are."""

from __future__ import annotations

import pytest

from akira_cli.summarisers.extractive.headlines import headline

LONG_TAIL = "in all of the many settings, seasons and places that were ever tried by anybody before"


@pytest.mark.parametrize(
    ("title", "sentences", "expected"),
    [
        (
            "Heron: Counting Birds on Phones",
            ["We propose Heron, a small network that counts birds on a phone."],
            "Heron: a small network that counts birds on a phone",
        ),
        (
            "Counting Birds on Phones",
            ["We present a network, called Heron, which counts birds on a phone."],
            "Heron: a network, which counts birds on a phone",
        ),
        (
            "Heron: Counting Birds",
            ["We propose Heron, a small network.", "Our model beats PigeonNet by 6.2%."],
            "Heron beats PigeonNet by 6.2%",
        ),
        (
            "Counting Birds",
            ["We show that narrow networks count birds as well as wide ones."],
            "Narrow networks count birds as well as wide ones",
        ),
        (
            "Counting Birds",
            [f"We show that narrow networks outperform wide networks {LONG_TAIL}."],
            "Narrow networks outperform wide networks",
        ),
        (
            "Counting Birds",
            ["Recent work has shown that birds are hard.", "We release a dataset of gulls."],
            "A dataset of gulls",
        ),
        (
            "Counting Birds",
            ["Our approach (see below) outperforms PigeonNet."],
            "A new approach outperforms PigeonNet",
        ),
        (
            "Counting Birds",
            ["Birds matter.", "We study gulls and their many nests."],
            "Studying gulls and their many nests",
        ),
        (
            "Counting Birds",
            ["We investigate how gulls choose their nests."],
            "How gulls choose their nests",
        ),
        (
            "Counting Birds",
            ["The method allows us to count gulls at night."],
            "A new method to count gulls at night",
        ),
    ],
)
def test_a_headline_is_cut_from_the_best_claim(
    title: str, sentences: list[str], expected: str
) -> None:
    assert headline(sentences, title) == expected


def test_a_headline_is_never_the_title() -> None:
    title = "Narrow Networks Count Gulls"
    assert headline(["We show that narrow networks count gulls."], title) != title
    assert headline(["Narrow networks count gulls."], title) == ""


def test_a_condition_is_never_cut_off() -> None:
    claim = "We show that when the gulls sleep, the network counts them better " + LONG_TAIL
    assert headline([claim], "Counting Birds") == ""


def test_nothing_to_go_by_gives_no_headline() -> None:
    assert headline([], "Counting Birds") == ""
