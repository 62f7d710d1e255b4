"""Headlines: what they are cut from, where they are cut, and what they never are."""

from __future__ import annotations

import pytest

from akira_cli.summarisers.extractive.headline_rules import is_nearly
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
            "Heron: a network which counts birds on a phone",
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
            "A study of gulls and their many nests",
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
        (
            "Counting Birds",
            ["We propose a novel network, Heron, which counts birds on a phone."],
            "Heron: a network which counts birds on a phone",
        ),
        (
            "Counting Birds",
            ["We present Heron (HRN), which counts birds on a phone."],
            "Heron counts birds on a phone",
        ),
        (
            "Heron: Counting Birds",
            [
                "We propose Heron, a network for all the birds of the many small harbours and "
                "islands of the north that counts them from one photograph."
            ],
            "Heron: a network for all the birds of the many small harbours",
        ),
        (
            "Counting Birds",
            ["A small network is proposed to count the gulls of a harbour."],
            "A small network to count the gulls of a harbour",
        ),
        (
            "Counting Birds",
            ["We study the problem of counting gulls at night."],
            "A study of counting gulls at night",
        ),
        (
            "Counting Birds",
            ["Birds matter.", "We interview sixteen watchers of two harbours."],
            "Interviews with sixteen watchers of two harbours",
        ),
        (
            "Counting Birds",
            ["We show that it is possible to count gulls at night."],
            "It is possible to count gulls at night",
        ),
        (
            "A Model of Herons for Counting Birds in Fog",
            ["We propose a small watching model."],
            "A small watching model for counting birds in fog",
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
    assert headline(["Narrow networks count gulls in the fog."], title) != title


def test_a_condition_is_never_cut_off() -> None:
    claim = "We show that when the gulls sleep, the network counts them better " + LONG_TAIL
    assert headline([claim], "Counting Birds") == "A study of counting birds"


def test_nothing_to_go_by_gives_no_headline() -> None:
    assert headline([], "Counting Birds") == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "We do not show that narrow networks count gulls.",
        "Recent studies have shown that narrow networks count gulls.",
        "It remains open whether any proof shows that narrow networks count gulls.",
    ],
)
def test_what_was_not_shown_here_is_no_claim(sentence: str) -> None:
    told = headline([sentence, "We study gulls and their many nests."], "Counting Birds")
    assert told == "A study of gulls and their many nests"


def test_what_belongs_to_another_model_is_not_told_of_the_method() -> None:
    sentences = [
        "We propose Heron, a network that remembers gulls.",
        "Without it the model forgets most of the gulls that it has seen.",
    ]
    assert headline(sentences, "Heron: Gulls") == "Heron: a network that remembers gulls"


def test_shares_that_belong_to_several_are_not_cut_apart() -> None:
    claim = f"Our network reaches 81% and 82% on gulls and on terns, respectively, {LONG_TAIL}."
    assert headline([claim], "Counting the Birds") == "A study of counting the birds"


def test_a_finding_is_preferred_to_a_boast() -> None:
    sentences = [
        "We propose Heron, a network that counts the birds of a harbour.",
        "Heron achieves state-of-the-art performance on all of the benchmarks.",
    ]
    assert headline(sentences, "Heron: Gulls") == (
        "Heron: a network that counts the birds of a harbour"
    )


def test_the_main_proposal_is_preferred_to_a_part_of_it() -> None:
    sentences = [
        "To count gulls, we propose a Harbour Watching Network (HaWaNet) for its gulls in fog.",
        "Moreover, we propose a splash loss that makes the waves of a picture count for less.",
    ]
    assert headline(sentences, "Watching Harbours") == "HaWaNet: a network for its gulls in fog"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Harbours at Night: A Survey", "A review of harbours at night"),
        ("Counting the Gulls of a Harbour (GoH)", "A study of counting the gulls of a harbour"),
        ("HeronNet: Towards Watching Harbours", "HeronNet: a method for watching harbours"),
        ("Improving Nests for Gulls in Fog", "A way to improve nests for gulls in fog"),
        ("Gulls Are Not Doves at Night", "The claim that gulls are not doves at night"),
    ],
)
def test_an_abstract_that_claims_nothing_is_headed_by_its_topic(title: str, expected: str) -> None:
    assert headline(["The fog of the north is grey."], title) == expected


@pytest.mark.parametrize(
    ("title", "text", "nearly"),
    [
        ("Heron: A Network for Gulls", "Heron: a network for gulls", True),
        ("Heron: A Network for Gulls", "A network for the gulls, Heron", True),
        ("Heron: A Network for Gulls", "Heron: a new network for gulls", True),
        ("Heron: A Network for Gulls", "Heron counts terns by night", False),
        ("", "Heron counts terns by night", False),
    ],
)
def test_the_title_with_small_changes_is_still_the_title(
    title: str, text: str, nearly: bool
) -> None:
    assert is_nearly(text, title) == nearly
