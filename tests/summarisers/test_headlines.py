"""Headlines: what they are cut from, where they are cut, and what they never are."""

from __future__ import annotations

import pytest

from akira_cli.summarisers.extractive.headline_rules import is_nearly, is_title
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
        ("Adapting a Model of Gulls to Fog", "A way to adapt a model of gulls to fog"),
    ],
)
def test_an_abstract_that_claims_nothing_is_headed_by_its_topic(title: str, expected: str) -> None:
    assert headline(["The fog of the north is grey."], title) == expected


@pytest.mark.parametrize(
    ("title", "sentences", "expected"),
    [
        (
            "Counting Birds",
            ["We close this gap by introducing Heron, a network that counts the gulls of a bay."],
            "Heron: a network that counts the gulls of a bay",
        ),
        (
            "Counting Birds",
            ["To do so, HerNet, a network that counts the gulls of a bay, is proposed."],
            "HerNet: a network that counts the gulls of a bay",
        ),
        (
            "HerNet: Counting Birds",
            ["We propose HerNet for counting the gulls of a bay in fog."],
            "HerNet: a method for counting the gulls of a bay in fog",
        ),
        (
            "HerNet: Counting Birds",
            ["We introduce HerNet, tracing each gull from one photograph to the next."],
            "HerNet: a method tracing each gull from one photograph to the next",
        ),
        (
            "Counting Birds",
            ["We introduce the HerNet dataset, which is designed for counting gulls in fog."],
            "HerNet: a dataset designed for counting gulls in fog",
        ),
        (
            "HerNet: Counting Birds",
            ["We propose a new network, Heron Network (HerNet), that sorts gulls by their wings."],
            "HerNet: a new network that sorts gulls by their wings",
        ),
        (
            "Birds of the Bay",
            ["Our small agents count 81% of gulls and 9% of terns."],
            "The small agents count 81% of gulls and 9% of terns",
        ),
        (
            "Counting Birds",
            ["We address this gap by carefully comparing the counts of eleven watchers."],
            "A comparison of the counts of eleven watchers",
        ),
        (
            "Gulls and Terns",
            ["We find that: 1) gulls nest before the terns, and 2) herons never do."],
            "Gulls nest before the terns",
        ),
        (
            "Counting Birds",
            ["We seek to develop a watching goal for all the birds of the bay."],
            "A watching goal for all the birds of the bay",
        ),
        (
            "Counting the Birds of Bays: A Survey",
            ["We review 140 recent papers published since the year 2001."],
            "A review of counting the birds of bays",
        ),
    ],
)
def test_what_is_proposed_is_found_in_whatever_words(
    title: str, sentences: list[str], expected: str
) -> None:
    assert headline(sentences, title) == expected


def test_the_name_of_a_part_is_not_given_to_the_whole() -> None:
    sentences = [
        "We present a framework that counts the gulls of a whole bay.",
        "To keep pace, we introduce the Wing Beat Watching (WBW) module, which follows wings.",
        "Our framework counts 96% of the gulls.",
    ]
    told = headline(sentences, "Counting the Birds of the Bay")
    assert "WBW" not in told


def test_what_the_title_names_heads_although_it_is_told_last() -> None:
    sentences = [
        "To fill this gap, we first build a large set of calls, dubbed CallSet.",
        "Additionally, we propose HerNet, a network that tells the calls of gulls apart.",
    ]
    assert headline(sentences, "HerNet: Telling Calls Apart") == (
        "HerNet: a network that tells the calls of gulls apart"
    )


def test_a_finding_on_the_way_does_not_head_the_abstract() -> None:
    sentences = [
        "We find that the wings of gulls are longer than those of terns.",
        "Based on this finding, we propose a wing counter that tells gulls from terns at sea.",
    ]
    assert headline(sentences, "Counting Birds") == (
        "A wing counter that tells gulls from terns at sea"
    )


def test_what_a_network_is_for_is_told_before_its_means() -> None:
    claim = (
        "We propose HerNet, a network that uses three small cameras and one old clock of the "
        "harbour master to count gulls in fog."
    )
    assert headline([claim], "HerNet: Seeing") == "HerNet: a network to count gulls in fog"


def test_means_are_kept_where_another_thing_was_made_for_the_purpose() -> None:
    claim = (
        "We propose HerNet, a network that combines the patience of herons in the northern bays "
        "with a small lamp designed to light nests."
    )
    assert headline([claim], "HerNet: Seeing") != "HerNet: a network to light nests"


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        ("Foo: Bars", "We propose Foo.", "They propose Foo"),
        ("Bars", "We count bars.", "They count bars"),
        ("Bars", "Withdrawn.", ""),
    ],
)
def test_a_tiny_abstract_is_headed_by_what_it_says(
    title: str, sentence: str, expected: str
) -> None:
    assert headline([sentence], title) == expected


def test_a_title_that_claims_something_is_told_as_a_claim_at_need() -> None:
    sentences = ["The fog of the north is grey and thick.", "We hope for the sun."]
    assert headline(sentences, "Gulls Are Not Doves at Night") == (
        "The claim that gulls are not doves at night"
    )


@pytest.mark.parametrize(
    ("title", "text", "same"),
    [
        ("Heron: A Network for Gulls", "A network for the gulls, Heron", True),
        ("Heron: A Network for Gulls", "Heron: a new network for gulls", True),
        ("Heron: A Network for Gulls", "Heron counts gulls", False),
        ("", "Heron counts gulls", False),
    ],
)
def test_a_title_in_other_order_is_the_title(title: str, text: str, same: bool) -> None:
    assert is_title(text, title) == same


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


def test_an_adverb_does_not_lose_the_word_it_is_of() -> None:
    sentence = "We propose HerNet, which sees gulls and terns as two equally important birds."
    told = headline([sentence], "Two Birds")
    assert told == "HerNet sees gulls and terns as two equally important birds"


def test_a_headline_does_not_end_before_what_already_tells_of() -> None:
    sentence = (
        "We propose HerNet, a counter of gulls for busy harbours that relies on a network already "
        "trained on the pictures of a nature reserve."
    )
    told = headline([sentence], "Gulls in Harbours")
    assert not told.endswith("already")
    assert told.startswith("HerNet")
