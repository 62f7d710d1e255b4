"""Twitter: which addresses name a tweet, and what its snippet says."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, BadAnswer, NotFound, UnreadablePage
from akira_cli.core.items import Item
from akira_cli.ports import Response
from akira_cli.sources.twitter import ENDPOINT, build
from tests.sources.harness import Answer, item_of, outcome_of, source_of

TWEET = "https://twitter.com/ada_l/status/1510246476315865095"
SOURCE = source_of(build)


def snippet(words: str, tweet: str = TWEET, day: str = "April 2, 2022") -> bytes:
    html = (
        f'<blockquote class="twitter-tweet" data-dnt="true"><p lang="en" dir="ltr">{words}</p>'
        f'&mdash; Ada L. (@ada_l) <a href="{tweet}?ref_src=twsrc%5Etfw">{day}</a></blockquote>\n'
    )
    return json.dumps({"type": "rich", "author_name": "Ada L.", "html": html}).encode()


def looked_up(answer: Answer, pasted: str = TWEET) -> Item:
    return item_of(SOURCE, pasted, {ENDPOINT: answer})


@pytest.mark.parametrize(
    "pasted",
    [
        TWEET,
        f"  <{TWEET}> ",
        "x.com/ada_l/status/1510246476315865095",
        "https://mobile.twitter.com/ada_l/status/1510246476315865095?s=20&t=Zz",
        "https://www.x.com/ada_l/status/1510246476315865095/photo/1",
        "https://twitter.com/ada_l/statuses/1510246476315865095",
        "https://fxtwitter.com/ada_l/status/1510246476315865095",
        "https://vxtwitter.com/ada_l/status/1510246476315865095",
    ],
)
def test_a_tweet_has_one_address_however_it_was_pasted(pasted: str) -> None:
    found = SOURCE.recognise(pasted)
    assert found is not None
    assert (found.id, found.url) == ("1510246476315865095", TWEET)


@pytest.mark.parametrize(
    "pasted",
    [
        "https://twitter.com/ada_l",
        "https://twitter.com/ada_l/status/",
        "https://twitter.com/search?q=vit",
        "https://twitter.com/i/lists/1510246476315865095",
        "https://netflix.com/ada_l/status/1510246476315865095",
        "https://twitter.com.example.org/ada_l/status/1",
        "1510246476315865095",
    ],
)
def test_what_names_no_tweet_is_left_to_others(pasted: str) -> None:
    assert SOURCE.recognise(pasted) is None


def test_a_tweet_is_its_words_its_author_and_its_day() -> None:
    item = looked_up(
        snippet(
            "Cut the image into&nbsp;patches.<br><br>Shuffle &amp; train: "
            '<a href="https://t.co/abc">https://t.co/abc</a> (<a href="#">#vit</a>)'
            '<a href="https://t.co/def">pic.twitter.com/def</a>'
        )
    )
    assert item.abstract == "Cut the image into patches. Shuffle & train: https://t.co/abc (#vit)"
    assert item.title == "Ada L. (@ada_l) on Twitter"
    assert item.authors == ("Ada L.",)
    assert item.published == date(2022, 4, 2)
    assert (item.form, item.url, item.card) == ("bare", TWEET, None)
    assert dict(item.found_in)["published"] == "oembed html a"


def test_the_answer_tells_the_author_that_an_address_hides() -> None:
    item = looked_up(snippet("Hello"), "https://twitter.com/i/web/status/1510246476315865095")
    assert item.url == TWEET
    assert item.reference.url == "https://twitter.com/i/web/status/1510246476315865095"


@pytest.mark.parametrize("day", ["2 avril 2022", "February 31, 2022", "Smarch 1, 2022", ""])
def test_a_day_that_is_none_is_left_out(day: str) -> None:
    item = looked_up(snippet("Hello", day=day))
    assert item.published is None
    assert "published" not in dict(item.found_in)


def test_a_tweet_that_breaks_off_says_so() -> None:
    assert looked_up(snippet("A long thought that goes…")).notes
    assert not looked_up(snippet("A short thought.")).notes


def test_a_tweet_of_pictures_only_has_no_words() -> None:
    item = looked_up(snippet('<a href="https://t.co/d">pic.x.com/d</a>'))
    assert item.abstract == ""
    assert "abstract" not in dict(item.found_in)


@pytest.mark.parametrize(
    ("answer", "error", "hint"),
    [
        (Response(404, {}, b"{}", TWEET), NotFound, "deleted"),
        (Response(403, {}, b"{}", TWEET), UnreadablePage, "--html FILE"),
        (b'{"type": "rich", "html": ""}', BadAnswer, "--html FILE"),
        (b'{"type": "rich", "html": "<blockquote><p>Hi</p></blockquote>"}', BadAnswer, "--html"),
        (snippet("Hi", tweet="https://twitter.com/ada_l/status/7"), BadAnswer, "--html FILE"),
        (snippet("Hi", tweet="https://[/ada_l/status/7"), BadAnswer, "--html FILE"),
    ],
)
def test_a_refusal_names_the_way_out(
    answer: Response | bytes, error: type[AkiraError], hint: str
) -> None:
    with pytest.raises(error) as raised:
        looked_up(answer)
    assert hint in raised.value.hint


def test_markup_in_a_tweet_stays_out_of_it() -> None:
    item = looked_up(snippet("a <b>bold</b> claim &lt;script&gt;\u0007\u202e"))
    assert item.abstract == "a bold claim <script>"


@given(st.binary() | st.text().map(snippet) | st.text().map(lambda t: snippet("Hi", day=t)))
def test_no_answer_makes_it_fail_otherwise(body: bytes) -> None:
    outcome = outcome_of(SOURCE, TWEET, {ENDPOINT: body})
    assert isinstance(outcome, Item | AkiraError)


@given(st.text())
def test_no_text_makes_recognising_fail(text: str) -> None:
    for pasted in (text, f"https://x.com/{text}"):
        found = SOURCE.recognise(pasted)
        assert found is None or found.url.startswith("https://twitter.com/")
