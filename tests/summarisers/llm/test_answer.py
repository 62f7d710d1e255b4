"""What of a model's answer is taken, what is asked for again, and what is never let in."""

from __future__ import annotations

import json
import string
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.settings import Length
from akira_cli.summarisers.llm.answer import (
    Answer,
    UnusableAnswer,
    faults_of_style,
    object_in,
    read_answer,
    word_count,
)
from tests.summarisers.llm.made_up import ABSTRACT, GOOD, HEADLINE, SUMMARY, TITLE, answer

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["headline", "summary", "x"]), inner)
    ),
)
NO_OBJECT = "it is not one JSON object and nothing else"
OTHER_KEYS = 'it is not a JSON object with "headline" and "summary" and nothing else'


def refused(text: str) -> str:
    """Why an answer cannot be used."""
    with pytest.raises(UnusableAnswer) as caught:
        read_answer(text, [TITLE, ABSTRACT])
    return str(caught.value)


def summary(extra: str) -> str:
    """An answer whose summary has something more in it."""
    return answer(summary=f"{SUMMARY} {extra}")


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"\n  {GOOD}\n\n",
        f"```json\n{GOOD}\n```",
        f"```\n{GOOD}\n```\n",
        f"<think>\nThey want a headline. {{}}\n</think>\n{GOOD}",
        answer(f" {HEADLINE}\n", SUMMARY.replace(". ", ".\n\n")),
    ],
)
def test_an_answer_of_the_shape_asked_for_is_taken(text: str) -> None:
    assert read_answer(text, [TITLE, ABSTRACT]) == Answer(HEADLINE, SUMMARY)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is empty"),
        (" \n", "it is empty"),
        ("<think>hm</think>", "it is empty"),
        ("I cannot help with that.", NO_OBJECT),
        (f"Here it is: {GOOD}", NO_OBJECT),
        (f"{GOOD}\nI hope it helps!", NO_OBJECT),
        (f"{GOOD}{GOOD}", NO_OBJECT),
        (GOOD[:-1], NO_OBJECT),
        ("[" * 20_000, NO_OBJECT),
        ("9" * 20_000, NO_OBJECT),
        ('{"headline": "a", "headline": "b", "summary": "c"}', NO_OBJECT),
        (f"```json\n{GOOD}\n```\n```json\n{GOOD}\n```", NO_OBJECT),
        ("<html><title>Log in</title></html>", NO_OBJECT),
        ("[]", OTHER_KEYS),
        ('{"headline": "a"}', OTHER_KEYS),
        (
            json.dumps({"headline": HEADLINE, "summary": SUMMARY, "url": "x"}),
            OTHER_KEYS,
        ),
        ('{"headline": ["a"], "summary": "b"}', "the headline is no text, or empty"),
        (answer(headline=" "), "the headline is no text, or empty"),
        (answer(summary=""), "the summary is no text, or empty"),
        (answer(headline="x" * 241), "the headline has over 240 characters"),
        (answer(summary="word " * 500), "the summary has over 2400 characters"),
        (answer(headline="One\nTwo"), "the headline has more than one line"),
        (answer(headline="One\x1b[2JTwo"), "the headline has characters in it that nobody sees"),
        (summary("\u202etxt"), "the summary has characters in it that nobody sees"),
        (summary("\U000e0041"), "the summary has characters in it that nobody sees"),
        (summary("\ud83d"), "the summary has characters in it that nobody sees"),
        (answer(summary="They propose TinyMix."), "the summary has 3 words, 40 are wanted"),
        (summary("I'm sorry, I cannot say more."), "the summary has a refusal in it: 'I'm sorry'"),
        (summary("As an AI, it knows."), "the summary has a refusal in it: 'As an AI,'"),
    ],
)
def test_another_shape_is_refused(text: str, why: str) -> None:
    assert refused(text) == why


def test_what_is_told_of_an_ai_is_no_refusal() -> None:
    assert read_answer(summary("It serves as an AI tutor."), [ABSTRACT])


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/x",
        "www.evil.example",
        "evil.example",
        "tinymix.ai/buy",
        "bit.ly/3abc",
        "javascript:alert(1)",
        "data:text/html,x",
        "buy@evil.example",
    ],
)
def test_an_address_that_the_source_lacks_is_refused(address: str) -> None:
    assert refused(summary(f"See {address} now.")).startswith("the summary has an address: '")
    assert refused(answer(headline=f"Buy at {address}")).startswith("the headline has an address")


def test_an_address_of_the_source_is_let_through() -> None:
    text = summary("The code is at github.com/tiny/mix.")
    assert read_answer(text, [ABSTRACT, "Code: https://GitHub.com/tiny/mix"])


@pytest.mark.parametrize(
    "markup",
    [
        "<b>so</b>",
        "<img src=x onerror=y>",
        "<script>",
        "<!-- x -->",
        "[so](x)",
        "![so](x)",
        "[a][b]",
    ],
)
def test_markup_that_acts_is_refused(markup: str) -> None:
    assert refused(summary(markup)).startswith("the summary has markup in it: '")


@pytest.mark.parametrize(
    "text", ["It holds for a<b and c>d.", "It uses Node.js, e.g. v2.0.", "It takes x[0] (y)."]
)
def test_what_only_looks_like_markup_is_let_through(text: str) -> None:
    assert read_answer(summary(text), [ABSTRACT]).summary.endswith(text)


@pytest.mark.parametrize(
    ("headline", "text", "fault"),
    [
        ("word " * 15, SUMMARY, "the headline has 15 words, 14 at most"),
        (f"{HEADLINE}.", SUMMARY, "the headline ends with a full stop"),
        (TITLE.lower(), SUMMARY, "the headline is the title"),
        (HEADLINE, "word " * 29, "the summary has 29 words, 40 to 75 are wanted"),
        (HEADLINE, "word " * 94, "the summary has 94 words, 40 to 75 are wanted"),
        (HEADLINE, f"We show it. {SUMMARY}", "the summary speaks in the first person: 'We'"),
        ("See how our network mixes", SUMMARY, "the headline speaks in the first person: 'our'"),
        ("A groundbreaking network", SUMMARY, "the headline praises: 'groundbreaking'"),
        (HEADLINE, f"{SUMMARY} It is **bold**.", "the summary has Markdown in it: '**b'"),
        (HEADLINE, f"- {SUMMARY}", "the summary has Markdown in it: '-'"),
    ],
)
def test_what_is_against_the_house_style_is_named(headline: str, text: str, fault: str) -> None:
    assert faults_of_style(Answer(headline.strip(), text), TITLE) == [fault]


@pytest.mark.parametrize("text", [HEADLINE, "MobileNet loses to a US model…", "What comes next..."])
def test_a_good_headline_has_no_fault(text: str) -> None:
    assert faults_of_style(Answer(text, SUMMARY), TITLE) == []


@pytest.mark.parametrize(
    ("length", "fewest", "most"), [("short", 15, 50), ("normal", 30, 93), ("long", 57, 150)]
)
def test_a_summary_may_be_a_little_shorter_or_longer(
    length: Length, fewest: int, most: int
) -> None:
    told = [
        words
        for words in range(10, 200)
        if not faults_of_style(Answer(HEADLINE, "word " * words), TITLE, length)
    ]
    assert (told[0], told[-1], len(told)) == (fewest, most, most - fewest + 1)


def test_two_characters_of_a_script_without_blanks_are_a_word() -> None:
    assert word_count("提出了 TinyMix 网络。") == 5


@given(JSON.map(json.dumps) | st.text() | st.text(alphabet='{}[]":,` \njsonheadlinesummary'))
def test_whatever_a_model_says_is_read_or_refused(text: str) -> None:
    with suppress(UnusableAnswer):
        read = read_answer(text, [ABSTRACT])
        assert "\n" not in read.headline + read.summary
    with suppress(UnusableAnswer):
        assert set(object_in(text, "problems")) == {"problems"}


@given(st.text(string.printable, max_size=60), st.text(string.printable, max_size=60))
def test_what_is_let_through_has_no_tag_and_no_link(before: str, after: str) -> None:
    with suppress(UnusableAnswer):
        read = read_answer(summary(f"{before}<script>{after}"), [ABSTRACT])
        raise AssertionError(read)
