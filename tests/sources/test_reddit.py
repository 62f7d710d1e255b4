"""Reddit: which addresses name a thread, and where the short ones lead."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, BadAnswer, NotFound, UnreadablePage
from akira_cli.core.items import Item, LeadsTo
from akira_cli.ports import Response
from akira_cli.sources.reddit import ENDPOINT, build
from tests.sources.harness import item_of, outcome_of, source_of

THREAD = "https://www.reddit.com/r/MachineLearning/comments/q1ab2c/d_patches_are_enough/"
SHARED = "https://www.reddit.com/r/MachineLearning/s/AbCdEfGhIj"
ANSWER = json.dumps(
    {
        "type": "rich",
        "title": "[D] Patches  are enough?",
        "author_name": "a_reader",
        "html": "<blockquote class='reddit-embed-bq'></blockquote>",
        "provider_name": "reddit",
    }
).encode()
SOURCE = source_of(build)


@pytest.mark.parametrize(
    ("pasted", "thing", "url"),
    [
        (THREAD, "q1ab2c", THREAD),
        (THREAD.rstrip("/") + "?utm_source=share", "q1ab2c", THREAD),
        (THREAD.replace("www", "old"), "q1ab2c", THREAD),
        (THREAD.replace("www", "np"), "q1ab2c", THREAD),
        (f"[thread]({THREAD})", "q1ab2c", THREAD),
        (
            "reddit.com/r/MachineLearning/comments/q1ab2c",
            "q1ab2c",
            "https://www.reddit.com/r/MachineLearning/comments/q1ab2c/",
        ),
        (f"{THREAD}k2xyz/", "q1ab2c/k2xyz", f"{THREAD}k2xyz/"),
        (
            "https://www.reddit.com/u/ada_l/comments/q1ab2c/hello/",
            "q1ab2c",
            "https://www.reddit.com/user/ada_l/comments/q1ab2c/hello/",
        ),
        ("https://redd.it/q1ab2c", "q1ab2c", "https://redd.it/q1ab2c"),
        (SHARED, SHARED, SHARED),
    ],
)
def test_a_thread_is_recognised(pasted: str, thing: str, url: str) -> None:
    found = SOURCE.recognise(pasted)
    assert found is not None
    assert (found.source, found.id, found.url) == ("reddit", thing, url)


@pytest.mark.parametrize(
    "pasted",
    [
        "https://www.reddit.com/r/MachineLearning/",
        "https://www.reddit.com/user/ada_l/",
        "https://i.redd.it/abc.png",
        "https://v.redd.it/abcdef",
        "https://notreddit.com/r/a/comments/q1ab2c/",
        "https://www.reddit.com.example.org/r/abc/comments/q1ab2c/",
        "r/MachineLearning",
    ],
)
def test_what_names_no_thread_is_left_to_others(pasted: str) -> None:
    assert SOURCE.recognise(pasted) is None


def test_a_thread_has_title_and_author_and_no_card() -> None:
    item = item_of(SOURCE, THREAD, {ENDPOINT: ANSWER})
    assert (item.title, item.authors) == ("[D] Patches are enough?", ("a_reader",))
    assert (item.form, item.card, item.url) == ("bare", None, THREAD)
    assert item.found_in == (("title", "oembed title"), ("authors", "oembed author_name"))


@pytest.mark.parametrize("pasted", ["https://redd.it/q1ab2c", SHARED])
def test_a_short_address_leads_to_the_thread(pasted: str) -> None:
    page = Response(200, {}, b"<html></html>", f"{THREAD}?share_id=x&utm_source=share")
    found = outcome_of(SOURCE, pasted, {pasted: page})
    assert isinstance(found, LeadsTo)
    assert found.text == THREAD
    assert pasted in found.because


@pytest.mark.parametrize(
    ("pasted", "answer", "error", "hint"),
    [
        (SHARED, Response(403, {}, b"", SHARED), UnreadablePage, "the address it leads to"),
        (SHARED, Response(200, {}, b"<p>", SHARED), NotFound, "the address it leads to"),
        (THREAD, Response(404, {}, b"", THREAD), NotFound, "private"),
        (THREAD, Response(403, {}, b"", THREAD), UnreadablePage, "--html FILE"),
        (THREAD, b'{"type": "rich"}', BadAnswer, "--html FILE"),
        (THREAD, b"<html>whoa there, pardner!</html>", BadAnswer, "--html FILE"),
    ],
)
def test_a_refusal_names_the_way_out(
    pasted: str, answer: Response | bytes, error: type[AkiraError], hint: str
) -> None:
    found = outcome_of(SOURCE, pasted, {"https://www.reddit.com/": answer})
    assert isinstance(found, error)
    assert hint in found.hint


@given(st.binary())
def test_no_answer_makes_it_fail_otherwise(body: bytes) -> None:
    assert isinstance(outcome_of(SOURCE, THREAD, {ENDPOINT: body}), Item | AkiraError)
    assert isinstance(outcome_of(SOURCE, SHARED, {SHARED: body}), AkiraError)


@given(st.text())
def test_no_text_makes_recognising_fail(text: str) -> None:
    for pasted in (text, f"https://www.reddit.com/{text}", f"https://redd.it/{text}"):
        found = SOURCE.recognise(pasted)
        assert found is None or found.source == "reddit"
