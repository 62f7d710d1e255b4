"""Which words of its source a sentence rests on."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.doubts import doubts
from akira_cli.core.grounds import Grounded, grounds
from akira_cli.core.items import Item
from akira_cli.core.models import Entry
from akira_cli.core.plain_words import plain_words
from tests.fakes import paper

ABSTRACT = "Phones are slow machines. The network needs 3.1% of the memory. Code is public."
ITEM = paper(abstract=ABSTRACT)
ENTRY = Entry(ITEM.reference.id, "papers", ITEM.url)
SENTENCES = [
    *(
        "Phones are slow.",
        "The network needs 1.3% of the memory.",
        "**Code** is [public](https://a.b).",
    ),
    *("Nothing alike, e.g. Foo v2.", "これは速い。とても。", "It needs 77 GB, or 5%."),
]
sentences = st.lists(st.sampled_from(SENTENCES), max_size=4).map(" ".join)
words = st.one_of(sentences, st.text(max_size=80))


def entry(summary: str, headline: str = "") -> Entry:
    return replace(ENTRY, headline=headline, summary=summary)


def test_each_sentence_stands_beside_the_one_it_is_made_of() -> None:
    rows = grounds(entry("The network needs 3.1% of the memory. Code is public."), ITEM)
    grounded = [row.ground for row in rows]
    assert [ground and ground.text for ground in grounded] == [
        "The network needs 3.1% of the memory.",
        "Code is public.",
    ]


def test_the_headline_comes_before_the_summary() -> None:
    rows = grounds(entry("Code is public.", headline="Phones are slow machines"), ITEM)
    assert [(row.field, row.sentence) for row in rows] == [
        ("headline", "Phones are slow machines"),
        ("summary", "Code is public."),
    ]


def test_a_sentence_like_none_of_the_source_rests_on_nothing() -> None:
    (row,) = grounds(entry("Zyzzyva qwertz."), ITEM)
    assert row.ground is None


def test_an_article_and_a_title_are_grounds_too() -> None:
    page = replace(ITEM, title="Seven octopuses", abstract="", text="Walruses sleep. Herons fish.")
    rows = grounds(entry("Herons fish. Seven octopuses."), page)
    assert [row.ground and (row.ground.part, row.ground.text) for row in rows] == [
        ("text", "Herons fish."),
        ("title", "Seven octopuses"),
    ]


def test_a_doubt_stands_with_the_sentence_it_is_in() -> None:
    rows = grounds(entry("Code is public. The network needs 1.3% of the memory."), ITEM)
    assert [len(row.problems) for row in rows] == [0, 1]
    assert "1.3" in rows[1].problems[0].text


def test_a_doubt_about_the_headline_is_not_told_of_the_summary() -> None:
    said = "The network needs 1.3% of the memory."
    headline, summary = grounds(entry(said.replace("1.3", "3.1"), headline=said), ITEM)
    assert (len(headline.problems), len(summary.problems)) == (1, 0)


def test_a_source_without_sentences_gives_no_ground() -> None:
    (row,) = grounds(entry("Code is public."), replace(ITEM, title="", abstract=""))
    assert row == Grounded("summary", "Code is public.", None, ())


def test_an_entry_without_texts_has_no_sentences() -> None:
    assert grounds(ENTRY, ITEM) == ()


@given(words, words, words, words)
def test_a_ground_is_what_stands_at_its_place(
    headline: str, summary: str, abstract: str, text: str
) -> None:
    item: Item = replace(ITEM, abstract=abstract, text=text)
    for row in grounds(entry(summary, headline), item):
        assert row.sentence in plain_words(headline if row.field == "headline" else summary)
        if row.ground is not None:
            part, start, end, words = row.ground
            assert getattr(item, part)[start:end] == words


@given(words, words)
def test_no_doubt_is_lost_and_none_is_told_twice(headline: str, summary: str) -> None:
    one = entry(summary, headline)
    told = [(row.field, problem) for row in grounds(one, ITEM) for problem in row.problems]
    assert sorted(told) == sorted((each.field, each.problem) for each in doubts(one, ITEM))
