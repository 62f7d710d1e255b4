"""OpenReview: a forum's address, and the page behind it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, BadAnswer, NotAReference, NotFound, UnreadablePage
from akira_cli.core.items import Certainty, Item, LeadsTo
from akira_cli.ports import Response
from akira_cli.sources.openreview import build
from tests.sources.harness import Answer, outcome_of, source_of

URL = "https://openreview.net/forum?id=TVHS5Y4dNvM"
SOURCE = source_of(build)
TAGS = """<meta name="citation_title" content="Made of Tags">
<meta name="citation_author" content="Tagg, Jane">
<meta name="citation_online_date" content="2021/10/06">
<meta name="citation_pdf_url" content="https://openreview.net/pdf?id=other">"""
NOTE = {
    "id": "TVHS5Y4dNvM",
    "forum": "TVHS5Y4dNvM",
    "cdate": 1632875752000,
    "pdate": 1633478399000,
    "license": "CC BY 4.0",
    "content": {
        "title": "Patches Are Made Up?",
        "authors": ["Jane Doe*", "John Roe"],
        "abstract": "We ask\nwhether $\\ell_2$ helps.",
        "venue": "ICLR 2022 Submitted",
    },
}


def page(props: object = None, head: str = "") -> bytes:
    """A forum page drawn from these properties."""
    data = "" if props is None else json.dumps({"props": {"pageProps": props}})
    script = f'<script id="__NEXT_DATA__" type="application/json">{data}</script>' if data else ""
    return f"<html><head>{head}</head><body><main>x</main>{script}</body></html>".encode()


def look(answer: Answer) -> Item | LeadsTo | AkiraError:
    """What the source makes of this answer."""
    return outcome_of(SOURCE, URL, {URL: answer})


def item(answer: bytes) -> Item:
    """The Item of a page that has one."""
    outcome = look(answer)
    assert isinstance(outcome, Item), outcome
    return outcome


@pytest.mark.parametrize(
    "text",
    [
        URL,
        "https://openreview.net/pdf?id=TVHS5Y4dNvM",
        "openreview.net/forum?id=TVHS5Y4dNvM",
        "http://www.openreview.net/forum/?id=TVHS5Y4dNvM&noteId=abcdefgh#discussion",
        "https://openreview.net/forum?noteId=abcdefgh&id=TVHS5Y4dNvM",
        " <https://openreview.net/forum?id=TVHS5Y4dNvM> ",
        "[Patches](https://openreview.net/forum?id=TVHS5Y4dNvM)",
    ],
)
def test_a_forums_address_is_recognised(text: str) -> None:
    reference = SOURCE.recognise(text)
    assert reference is not None
    assert (reference.source, reference.id, reference.url) == ("openreview", "TVHS5Y4dNvM", URL)
    assert (reference.text, reference.certainty) == (text, Certainty.SITE)


@pytest.mark.parametrize(
    "text",
    [
        "https://openreview.net/",
        "https://openreview.net/group?id=ICLR.cc/2022/Conference",
        "https://openreview.net/attachment?id=TVHS5Y4dNvM&name=code",
        "https://openreview.net/references/pdf?id=abcdefgh",
        "https://openreview.net/notes/edits?id=abcdefgh",
        "https://openreview.net/profile?id=~Jane_Doe1",
        "https://openreview.net.example.org/forum?id=TVHS5Y4dNvM",
        "https://example.org/?u=https://openreview.net/forum?id=TVHS5Y4dNvM",
        "TVHS5Y4dNvM",
        "",
    ],
)
def test_other_texts_are_left_to_others(text: str) -> None:
    assert SOURCE.recognise(text) is None


@pytest.mark.parametrize("query", ["", "?id=", "?id=a", "?noteId=abcdefgh", "?id=a%20b%20c%20d"])
def test_a_forum_without_an_id_is_named(query: str) -> None:
    with pytest.raises(NotAReference, match="names no paper"):
        SOURCE.recognise(f"https://openreview.net/forum{query}")


def test_the_first_version_of_a_note_is_read() -> None:
    found = item(page({"forumNote": NOTE}))
    assert (found.title, found.authors) == ("Patches Are Made Up?", ("Jane Doe", "John Roe"))
    assert found.abstract == "We ask whether ℓ₂ helps."
    assert (found.published, found.journal) == (date(2021, 10, 5), "ICLR 2022 Submitted")
    assert (found.url, found.pdf) == (URL, "https://openreview.net/pdf?id=TVHS5Y4dNvM")
    assert found.display_title == "[Patches Are Made Up? | OpenReview]"
    assert (found.form, found.card, found.licence) == ("paper", None, "CC BY 4.0")
    assert found.fetched_at == datetime(2021, 11, 13, 9, 30, tzinfo=UTC)
    assert found.fetched_from == URL
    assert dict(found.found_in)["title"] == "__NEXT_DATA__ title"
    assert dict(found.found_in)["published"] == "__NEXT_DATA__ pdate"
    assert found.notes == ()


def test_the_second_version_of_a_note_is_read_the_same() -> None:
    content = {key: {"value": value} for key, value in NOTE["content"].items()}  # type: ignore[attr-defined]  # a dict, though its neighbours are not
    second = item(page({"forumNote": {**NOTE, "content": content}}))
    assert second == item(page({"forumNote": NOTE}))


def test_a_page_with_tags_alone_is_read_by_them() -> None:
    found = item(page(head=TAGS))
    assert (found.title, found.authors) == ("Made of Tags", ("Jane Tagg",))
    assert found.published == date(2021, 10, 6)
    assert found.pdf == "https://openreview.net/pdf?id=TVHS5Y4dNvM"
    assert "pdf" not in dict(found.found_in)


def test_tags_fill_what_the_note_leaves_out() -> None:
    note = {"id": "TVHS5Y4dNvM", "content": {"title": "Of the Note"}}
    found = item(page({"forumNote": note}, TAGS))
    assert (found.title, found.authors) == ("Of the Note", ("Jane Tagg",))
    places = dict(found.found_in)
    assert (places["title"], places["authors"]) == ("__NEXT_DATA__ title", "citation_author")


def test_a_paper_that_was_not_taken_has_a_note() -> None:
    content = {"title": "Gone", "venue": "ICLR 2022 Conference Withdrawn Submission"}
    found = item(page({"forumNote": {"content": content}}))
    assert found.notes == ("OpenReview says: ICLR 2022 Conference Withdrawn Submission",)


def test_a_page_that_is_only_a_shell_says_the_way_out() -> None:
    outcome = look(page(head="<title>Forum | OpenReview</title>"))
    assert isinstance(outcome, UnreadablePage)
    assert "--html FILE" in outcome.hint


def test_a_paper_that_is_not_there_is_not_found() -> None:
    assert isinstance(look(page({"statusCode": 404})), NotFound)
    assert isinstance(look(Response(404, {}, b"gone", URL)), NotFound)


def test_another_papers_note_is_refused() -> None:
    outcome = look(page({"forumNote": {**NOTE, "id": "other\x1b", "forum": "other"}}))
    assert isinstance(outcome, BadAnswer)
    assert outcome.message == "OpenReview was asked for 'TVHS5Y4dNvM' and sent 'other'"


@pytest.mark.parametrize(
    "note",
    [
        [],
        {"content": []},
        {"content": {"title": 7}},
        {"content": {"title": {"value": None}}},
        {"content": {"title": "\u0000 \u202e"}},
        {"content": {"title": ""}, "cdate": "soon"},
    ],
)
def test_a_note_without_a_title_is_no_paper(note: object) -> None:
    assert isinstance(look(page({"forumNote": note})), UnreadablePage)


@pytest.mark.parametrize("moment", [True, -1, 0, 10**17, 1e400, "2021", None])
def test_a_moment_that_is_none_is_left_out(moment: object) -> None:
    note = {"content": {"title": "X", "authors": [1, None, "A B"]}, "cdate": moment}
    found = item(page({"forumNote": note}))
    assert (found.published, found.authors) == (None, ("A B",))


def test_hostile_json_is_read_as_none() -> None:
    for data in (b"[" * 200_000, b"{", b'{"props": 1}', b"1" * 5_000):
        outcome = look(b'<html><script id="__NEXT_DATA__">' + data + b"</script><p>x</p></html>")
        assert isinstance(outcome, UnreadablePage)


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda b: page() + b + page({}, TAGS)))
def test_no_bytes_break_it(body: bytes) -> None:
    assert isinstance(look(body), (Item, AkiraError))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "forum", "content", "title", "authors", "value", "venue", "cdate"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(_JSON)
def test_no_data_break_it(note: object) -> None:
    assert isinstance(look(page({"forumNote": note})), (Item, AkiraError))
