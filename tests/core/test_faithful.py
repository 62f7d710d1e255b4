"""What a summary says beyond its source, each kind of it, and what it may say in its own words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.faithful import Problem, Source, problems, read_source
from akira_cli.core.sentences import word_set
from benchmarks.faithful import (
    PAIRS,
    SETS,
    SUMMEDITS,
    balanced_accuracy,
    false_alarms,
    found_share,
    read_pairs,
    read_summedits,
    row_of,
)

TITLE = "Folded Maps: Cheap Detail for Small Image Classifiers"
ABSTRACT = (
    "Small image classifiers lose detail because they shrink their feature maps early. "
    "We propose Folded Maps (FM), which keeps the maps large and does not need a second backbone. "
    "On ImageNet-1k, FM reaches 71.4% accuracy and outperforms MobileNet-V2 by 2.6 points, while "
    "latency on a phone rises from 18 ms to 21 ms. "
    "The model has 1.3 billion parameters and was trained for 12 hours on 8 GPUs without any "
    "labels for the second stage. "
    "On CIFAR-10 and SVHN, accuracy is 93.1% and 97.2%, respectively. "
    "Compared with ResNet-50, FM needs half the memory and is more robust to noise. "
    "Folding increases the cost of training by a third."
)
SENTENCES = tuple(sentence + "." for sentence in ABSTRACT[:-1].split(". "))


@pytest.fixture(scope="module")
def source() -> Source:
    return read_source((TITLE, ABSTRACT))


def ids(text: str, source: Source) -> list[str]:
    return [problem.id for problem in problems(text, source)]


HONEST = [
    "They keep feature maps large in small classifiers; no second backbone is needed.",
    "Folded Maps beats MobileNet-V2 by 2.6 points on ImageNet-1k with an accuracy of about 71%.",
    "A 1.3-billion-parameter model, trained for half a day on eight GPUs.",
    "The model has 1,300,000,000 parameters.",
    "It takes twice the memory for ResNet-50.",
    "It needs 50% less memory than ResNet-50.",
    "Training costs about 33% more.",
    "On two further datasets, CIFAR-10 and SVHN, it gets over 93% and 97%.",
    "FM is some 3 ms slower on a phone than before.",
    "The second stage is label-free.",
    "The second stage needs no labels.",
    "On Image Net 1K it has 71.4 per cent accuracy.",
    "FM copes better with noise than ResNet-50.",
]

FAULTY = [
    ("number-not-in-source", "It reaches 74.1% accuracy on ImageNet-1k."),
    ("number-not-in-source", "It was trained for 32 hours on 8 GPUs."),
    ("number-not-in-source", "Folding triples the memory, to four times that of ResNet-50."),
    ("unit-changed", "It has 1.3 million parameters."),
    ("unit-changed", "Latency on a phone rises to 21 s."),
    ("unit-changed", "It was trained for 12 days."),
    ("name-not-in-source", "On ImageNet-21k, FM reaches 71.4% accuracy."),
    ("name-not-in-source", "It does better than MobileNet-V3."),
    ("name-not-in-source", "On CIFAR-100 and SVHN, it was tested as well."),
    ("negation-changed", "FM keeps the maps large but needs a second backbone."),
    ("negation-changed", "The second stage was trained with labels."),
    ("direction-changed", "FM is outperformed by MobileNet-V2 on ImageNet-1k."),
    ("direction-changed", "MobileNet-V2 outperforms FM by 2.6 points."),
    ("direction-changed", "FM is less robust to noise than ResNet-50."),
    ("direction-changed", "Folding decreases the cost of training by a third."),
]


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_rephrasing_has_no_problem(text: str, source: Source) -> None:
    assert problems(text, source) == ()


@pytest.mark.parametrize(("kind", "text"), FAULTY)
def test_a_planted_fault_is_found(kind: str, text: str, source: Source) -> None:
    assert kind in ids(text, source)


def test_a_wrong_number_is_told_with_the_right_one(source: Source) -> None:
    (problem,) = problems("It reaches 74.1% accuracy on ImageNet-1k.", source)
    assert problem == Problem(
        "number-not-in-source", "74.1", 11, 15, "the source has '71.4%', not '74.1%'"
    )


def test_a_wrong_name_is_told_with_the_nearest_one(source: Source) -> None:
    (problem,) = problems("They test it on ImageNet-21k.", source)
    assert problem.why == "no 'ImageNet-21k' in the source; it has 'ImageNet-1k'"


def test_a_turned_claim_is_told_with_the_words_of_the_source(source: Source) -> None:
    (problem,) = problems("FM is outperformed by MobileNet-V2 on ImageNet-1k.", source)
    assert problem.text == "outperformed"
    assert "outperforms MobileNet-V2" in problem.why


def test_a_reason_is_cut_where_a_line_would_be() -> None:
    (problem,) = problems("It took 5 hours.", read_source([f"It took {'7' * 5000} hours."]))
    assert len(problem.why) <= 300


def test_exchanged_numbers_are_found() -> None:
    source = read_source(["It scores 78% on Aquila, compared with 65% on Corvus."])
    assert "number-not-in-source" in ids("It scores 65% on Aquila and 78% on Corvus.", source)
    assert ids("It scores 65% on Corvus and 78% on Aquila.", source) == []


def test_a_name_in_the_place_of_another_is_found() -> None:
    source = read_source(
        ["We use Aquila as reader. With Corvus as judge, 31% of answers are kept."]
    )
    assert ids("With Aquila as judge, 31% are kept.", source) == ["name-not-in-source"]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("A GAN draws the maps.", "A generative adversarial network draws the maps."),
        ("Large language models fail.", "LLMs fail."),
        ("It is the state of the art.", "It is a SOTA method."),
        ("Image-Net is used.", "ImageNet is used."),
        ("GPT3 answers.", "GPT-3 answers."),
        ("Cuban papers are read.", "Papers from Cuba are read."),
        ("It is trained on Wikipedia's articles.", "It is trained on Wikipedia articles."),
    ],
)
def test_a_name_may_be_spelled_otherwise(text: str, of: str) -> None:
    assert problems(text, read_source([of])) == ()


@pytest.mark.parametrize("text", ["GPT-2 answers.", "ResNet-101 sees.", "CIFAR-100 is used."])
def test_another_version_is_another_name(text: str) -> None:
    source = read_source(["GPT-3 answers. ResNet-50 sees. CIFAR-10 is used."])
    assert ids(text, source) == ["name-not-in-source"]


def test_a_list_may_be_counted() -> None:
    source = read_source(["We test on Aquila, Corvus, Lyra and Cygnus."])
    assert ids("They test on four data sets.", source) == []
    assert ids("They test on seven data sets.", source) == ["number-not-in-source"]


def test_latex_is_read_as_the_signs_it_stands_for() -> None:
    source = read_source([r"It is $4.3\times$ faster, costs \$5 and errs in $\leq$7.5\% of cases."])
    assert ids("It is 4.3 times faster, costs $5 and errs in at most 7.5% of cases.", source) == []
    assert ids("It is 4.3% faster.", source) == ["unit-changed"]


def test_an_empty_source_refutes_nothing() -> None:
    assert problems("FM reaches 71.4% on ImageNet.", read_source(["", " "])) == ()


@pytest.mark.parametrize("sentence", [TITLE, *SENTENCES])
def test_a_sentence_of_the_source_has_no_problem(sentence: str, source: Source) -> None:
    assert problems(sentence, source) == ()


def test_the_whole_source_has_no_problem(source: Source) -> None:
    assert problems(ABSTRACT, source) == ()


DIGITS = [
    (sentence, place)
    for sentence in SENTENCES
    for place, char in enumerate(sentence)
    if char.isdigit()
    and sentence[max(0, place - 8) : place].rsplit(" ")[-1].strip("0123456789.") == ""
]


@pytest.mark.parametrize(("sentence", "place"), DIGITS)
def test_another_digit_in_a_sentence_of_the_source_is_found(
    sentence: str, place: int, source: Source
) -> None:
    other = str((int(sentence[place]) + 5) % 10)
    changed = sentence[:place] + other + sentence[place + 1 :]
    assert {"number-not-in-source", "unit-changed"} & set(ids(changed, source))


@given(st.text(max_size=300))
def test_any_text_is_checked(text: str) -> None:
    found = problems(text, read_source([TITLE, ABSTRACT]))
    assert [one.text for one in found] == [text[one.start : one.end] for one in found]
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all("\n" not in one.why and one.why for one in found)


@given(st.lists(st.sampled_from([*ABSTRACT.split(), *HONEST, "3.5%", "not", "GPT-4"]), max_size=40))
def test_places_lie_in_the_text_for_mixed_words(words: list[str]) -> None:
    text = " ".join(words)
    for one in problems(text, read_source([ABSTRACT])):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text


@given(st.text(max_size=200))
def test_a_text_bears_itself_out(text: str) -> None:
    assert problems(text, read_source([text])) == ()


@pytest.mark.parametrize(
    "text",
    [
        "1" + "0" * 400,
        "0." + "0" * 400 + "1",
        "9e9999 3 x 10^99999",
        "one " + "hundred " * 300,
        "%3.1" * 200,
        "-ooF" * 200,
        "We propose, " * 300,
        "93.1% and 97% respectively " * 50,
        "GPT-4, " * 300,
        "$1" * 300,
        "half of ten " * 100,
    ],
)
def test_a_hostile_text_is_checked_too(text: str) -> None:
    for source in (read_source([ABSTRACT]), read_source([text + " and 3 more"])):
        assert all(text[one.start : one.end] == one.text for one in problems(text, source))
    assert isinstance(problems(ABSTRACT, read_source([text])), tuple)


NUMBERED = st.lists(
    st.sampled_from(
        sorted(
            word_set(
                "1 0.5 % x hundred million and half of a third 10^9 in ten times $ GPT-4 , . "
                "respectively between from to points 3rd per cent ms 1e400 ² m"
            )
        )
    ),
    max_size=40,
)


@given(NUMBERED, NUMBERED)
def test_numbers_of_any_form_are_compared(one: list[str], other: list[str]) -> None:
    text, source = " ".join(one), " ".join(other)
    assert all(
        text[each.start : each.end] == each.text for each in problems(text, read_source([source]))
    )


@pytest.mark.parametrize("text", ["Push it too far and FM fails.", "Don't expect much of FM."])
def test_a_word_that_only_begins_a_sentence_is_no_name(text: str, source: Source) -> None:
    assert "name-not-in-source" not in ids(text, source)


def test_a_name_that_begins_a_sentence_is_one_all_the_same(source: Source) -> None:
    assert "name-not-in-source" in ids("Spanish is the language of the labels.", source)
    assert "name-not-in-source" in ids("Corvus outperforms MobileNet-V2.", source)


@pytest.mark.parametrize("file", SETS.values())
def test_the_pairs_of_a_set_name_the_words_of_each_fault(file: str) -> None:
    records = [json.loads(line) for line in (PAIRS / file).read_text("utf-8").splitlines()]
    assert len({record["id"] for record in records}) == len(records)
    for record in records:
        assert record["fault"] is None or record["fault"]["text"] in record["summary"]


def test_no_paper_of_the_unseen_pairs_was_learned_from() -> None:
    unseen, known = (
        {json.loads(line)["arxiv"] for line in (PAIRS / file).read_text("utf-8").splitlines()}
        for file in ("held_out.jsonl", "natural.jsonl")
    )
    assert unseen.isdisjoint(known)


@pytest.mark.parametrize(
    ("name", "found", "marked"),
    [("unseen", 0.73, 0.06), ("learned from", 0.72, 0.05), ("made up", 0.78, 0.06)],
)
def test_planted_faults_are_found_and_honest_summaries_left_alone(
    name: str, found: float, marked: float
) -> None:
    rows = [row_of(pair) for pair in read_pairs(PAIRS / SETS[name])]
    if not rows:
        pytest.skip("../shared/data/weekly-picks is not beside the checkout")
    assert found_share(rows) >= found  # the aims are 0.95 and 0.03: see decision 13
    assert false_alarms(rows) <= marked


def test_summedits_is_told_apart_well_above_chance() -> None:
    if not SUMMEDITS.exists():
        pytest.skip("../shared/data/summedits is not beside the checkout")
    rows = [row_of(pair) for pair in read_summedits(SUMMEDITS)]
    assert balanced_accuracy(rows) >= 0.65
