"""Small numbers that a writer counted himself, and those that nobody can have counted."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

_OF_NUMBERS = ("number-not-in-source", "unit-changed")

HONEST = [
    ("It has 61 children with and 60 without asthma.", "It has 121 children."),
    ("They chatted (N = 334) or wrote (N = 193).", "527 participants took part."),
    ("It has 23,677 mesh items and 8,354 cloud items.", "It has more than 32,000 items."),
    ("It wrote 90 prompts. The other 72 prompts were used.", "It dropped 18 prompts."),
    ("It opens 37 out of 480 crates.", "443 of 480 crates remain unopened."),
    ("It has 396 questions and 7,336 chats.", "It has roughly eighteen chats per question."),
    (
        "It sorts scans into four categories: none, oak, elm, and ash trees.",
        "It tells apart three kinds of trees.",
    ),
    ("We test 14 models.", "Over a dozen models are tested."),
    ("We test 13 models.", "More than a dozen models are tested."),
    ("We test 11 models.", "Nearly a dozen models are tested."),
    ("We test 23 models.", "Nearly two dozen models are tested."),
    ("We test 26 models.", "Some two dozen models are tested."),
    ("We test 6 models.", "Half a dozen models are tested."),
    ("We test 37 models.", "More than three dozen models are tested."),
    (
        "We use a router, a larger cache and a filter.",
        "It helps at three points: the router, the cache, and the filter.",
    ),
    ("We use a router and a cache for pages.", "Two ideas are at work: a router and a cache."),
    ("We compared six deep models and three linear models.", "Nine networks were compared."),
    ("It covers two reasoning and two language tasks.", "It covers four tasks."),
    (
        "We propose a router, a planner, a critic and a writer.",
        "A team of four agents: router, planner, critic and writer.",
    ),
    ("It wins on 8 of 10 tasks.", "It wins on all but two of the ten tasks."),
    ("It wins on 9 of 12 tasks.", "It wins on three quarters of the tasks."),
    ("We compare our model with five others.", "Six models are compared."),
    ("It was tested in English, German and Czech.", "It was tested in three languages."),
    ("It was tested in English, German and Czech.", "It was tested in a trio of languages."),
    ("It works in a two-stage manner.", "It works in two stages."),
    ("There are 90 subjects in 3 groups.", "There are 90 subjects, 30 in each of three groups."),
    ("We release 3 models.", "A trio of models is released."),
    ("It is a 3-stage pipeline.", "There are three stages in the pipeline."),
    ("There are training and test splits and a validation split.", "There are three splits."),
    ("The first, second and third place went to us.", "We took the top three places."),
    ("Five of the eight models fail.", "Most of the eight models fail, five in all."),
    ("We test GPT-4 and Llama-2 on 3 tasks.", "Two models are tested on three tasks."),
    (
        "Compared with 18 baselines, it is best on 11 of 14 datasets.",
        "It beats 18 baselines on all but three of 14 datasets.",
    ),
    ("It is the best of nine teams.", "It came first among nine teams."),
]

FAULTY = [
    (
        "It has 25 real sets, rated by 10 people, none of them an author.",
        "It has 35 real sets.",
    ),
    ("It has 61 children with and 60 without asthma.", "It has 131 children."),
    ("We test 14 models.", "Over two dozen models are tested."),
    ("We test 40 models.", "Over a dozen models are tested."),
    ("It covers 14 languages.", "It covers four languages."),
    ("It covers seven tasks.", "It covers over five tasks."),
    ("Five of the eight models fail.", "Three of the eight models fail."),
]


def _found(text: str, source: str) -> list[str]:
    found = problems(text, read_source([source]))
    return [one.id for one in found if one.id in _OF_NUMBERS]


@pytest.mark.parametrize(("source", "text"), HONEST)
def test_what_a_writer_counted_is_left_alone(source: str, text: str) -> None:
    assert _found(text, source) == []


@pytest.mark.parametrize(("source", "text"), FAULTY)
def test_another_count_is_reported(source: str, text: str) -> None:
    assert _found(text, source)
