"""YouTube: which addresses name a video or a playlist, and what oEmbed tells of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import (
    AccessDenied,
    AkiraError,
    BadAnswer,
    NotFound,
    ServiceUnavailable,
    UnreadablePage,
)
from akira_cli.core.items import Certainty, Item
from akira_cli.core.page import Card
from akira_cli.ports import Response
from akira_cli.sources.youtube import ENDPOINT, build
from tests.sources.harness import Answer, item_of, outcome_of, source_of

VIDEO = "dND-7llwrpw"
WATCH = f"https://www.youtube.com/watch?v={VIDEO}"
PLAYLIST = "https://www.youtube.com/playlist?list=PLabcdefghijkl"
ANSWER = {
    "type": "video",
    "version": "1.0",
    "title": " Why networks  wake up late ",
    "author_name": "A Reader of Papers",
    "thumbnail_url": "https://i.ytimg.com/vi/x/hqdefault.jpg",
    "html": "<iframe></iframe>",
}
SOURCE = source_of(build)


def looked_up(answer: Answer, pasted: str = WATCH) -> Item:
    return item_of(SOURCE, pasted, {ENDPOINT: answer})


@pytest.mark.parametrize(
    "pasted",
    [
        WATCH,
        f"<{WATCH}>",
        f"youtube.com/watch?v={VIDEO}",
        f"[A talk]({WATCH})",
        f"http://m.youtube.com/watch?v={VIDEO}&list=PLabcdefghijkl&index=3",
        f"https://music.youtube.com/watch?list=RDabc&v={VIDEO}",
        f"https://www.youtube.com/watch?v={VIDEO}&t=1m2s",
        f"https://youtu.be/{VIDEO}?t=42",
        f"https://www.youtube.com/shorts/{VIDEO}",
        f"https://www.youtube.com/live/{VIDEO}?feature=share",
        f"https://www.youtube.com/embed/{VIDEO}",
        f"https://www.youtube-nocookie.com/embed/{VIDEO}",
    ],
)
def test_a_video_has_one_address_however_it_was_pasted(pasted: str) -> None:
    found = SOURCE.recognise(pasted)
    assert found is not None
    assert (found.source, found.id, found.url) == ("youtube", VIDEO, WATCH)
    assert found.certainty == Certainty.SITE


def test_a_playlist_is_a_thing_of_its_own() -> None:
    found = SOURCE.recognise(f"{PLAYLIST}&si=AbCd")
    assert found is not None
    assert (found.id, found.url, found.removed) == ("PLabcdefghijkl", PLAYLIST, ("si=AbCd",))


@pytest.mark.parametrize(
    "pasted",
    [
        "https://www.youtube.com/@someone",
        "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
        "https://www.youtube.com/results?search_query=vit",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/",
        "https://youtu.be/",
        f"https://youtube.com.example.org/watch?v={VIDEO}",
        f"https://example.org/?u=https://youtu.be/{VIDEO}",
        VIDEO,
        "",
    ],
)
def test_what_names_no_video_is_left_to_others(pasted: str) -> None:
    assert SOURCE.recognise(pasted) is None


def test_a_video_has_a_card_and_names_its_maker() -> None:
    item = looked_up(json.dumps(ANSWER).encode())
    title = "Why networks wake up late"
    assert item.title == title
    assert item.form == "web"
    assert item.card == Card(title, "", "www.youtube.com", WATCH)
    assert item.authors == ("A Reader of Papers",)
    assert item.picture == "https://i.ytimg.com/vi/x/hqdefault.jpg"
    assert item.fetched_from == ENDPOINT + "https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D" + VIDEO
    assert ("title", "oembed title") in item.found_in


def test_an_answer_may_have_no_more_than_a_title() -> None:
    item = looked_up(b'{"type": "video", "title": "T", "author_name": 7, "thumbnail_url": "x:y"}')
    assert (item.title, item.authors, item.picture) == ("T", (), "")
    assert dict(item.found_in).keys() == {"title", "card.title"}


@pytest.mark.parametrize(
    ("answer", "error", "hint"),
    [
        (Response(404, {}, b"Not Found", WATCH), NotFound, "look at the address"),
        (b"Not Found", NotFound, "look at the address"),
        (Response(401, {}, b"Unauthorized", WATCH), UnreadablePage, "embed it"),
        (b"Forbidden", UnreadablePage, "--html FILE"),
        (AccessDenied("no"), UnreadablePage, "--html FILE"),
        (Response(500, {}, b"oops", WATCH), ServiceUnavailable, "later"),
        (b"<!doctype html><title>Before you continue</title>", BadAnswer, "--html FILE"),
        (b'{"type": "video", "title": "half', BadAnswer, "--html FILE"),
        (b'["type"]', BadAnswer, "--html FILE"),
        (b'{"type": ["video"], "title": "T"}', BadAnswer, "--html FILE"),
        (b'{"type": "song", "title": "T"}', BadAnswer, "--html FILE"),
        (b'{"type": "video", "title": ["T"]}', BadAnswer, "--html FILE"),
        (b"[" * 100_000, BadAnswer, "--html FILE"),
    ],
)
def test_a_refusal_names_the_way_out(
    answer: Response | bytes | AkiraError, error: type[AkiraError], hint: str
) -> None:
    with pytest.raises(error) as raised:
        looked_up(answer)
    assert hint in raised.value.hint


@given(
    st.binary()
    | st.recursive(
        st.none() | st.booleans() | st.text() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(sorted(ANSWER)), inner),
    ).map(lambda value: json.dumps(value).encode())
)
def test_no_answer_makes_it_fail_otherwise(body: bytes) -> None:
    outcome = outcome_of(SOURCE, WATCH, {ENDPOINT: body})
    assert isinstance(outcome, Item | AkiraError)


@given(st.text())
def test_no_text_makes_recognising_fail(text: str) -> None:
    for pasted in (text, f"https://www.youtube.com/{text}", f"https://youtu.be/{text}"):
        found = SOURCE.recognise(pasted)
        assert found is None or found.url.startswith("https://www.youtube.com/")
