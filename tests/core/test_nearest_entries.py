"""Which of the curator's own entries are nearest in topic."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.models import Entry, MachineMarks, text_digest
from akira_cli.core.nearest_entries import NearestEntries
from tests.fakes import paper

ITEM = paper(
    "2110.02178",
    "Mixing tokens on phones",
    "A small network for phones mixes the tokens of a picture with one convolution.",
)


def entry(key: str, headline: str, summary: str = "They propose a network.") -> Entry:
    """An entry written by the curator."""
    return Entry(key, "papers", f"https://x.example/{key}", headline, "", summary)


POEMS = entry("poems", "Poems by a network")
PHONES = entry("phones", "Tokens on phones")
PICTURES = entry("pictures", "A picture of a garden")


def chosen(entries: list[Entry], count: int = 3) -> list[str]:
    """The ids of the nearest, in order."""
    return [each.id for each in NearestEntries(entries).to(ITEM, count)]


def test_those_that_share_rare_words_come_first() -> None:
    assert chosen([POEMS, PICTURES, PHONES]) == ["phones", "pictures", "poems"]
    assert chosen([POEMS, PICTURES, PHONES], 1) == ["phones"]


def test_of_equally_near_ones_the_earlier_comes_first() -> None:
    twins = [entry(f"twin{n}", "Tokens are mixed on phones") for n in range(3)]
    assert chosen([POEMS, *twins]) == ["twin0", "twin1", "twin2"]


def test_a_word_that_all_have_tells_nothing() -> None:
    many = [entry(f"n{n}", f"A network for tables {n}") for n in range(20)]
    assert chosen([*many, PHONES], 1) == ["phones"]


def test_a_long_entry_is_not_near_for_its_length() -> None:
    every = "tokens phones network picture convolution mixes small"
    rambling = entry(
        "long", "All of it", f"{every} {' '.join(f'word{chr(97 + n)}x' for n in range(26))}"
    )
    short = entry("short", "Tokens on phones", every)
    assert chosen([rambling, short], 1) == ["short"]


@pytest.mark.parametrize(
    "other",
    [
        replace(PHONES, headline=" "),
        replace(PHONES, summary=""),
        replace(PHONES, machine=MachineMarks(headline=text_digest(PHONES.headline))),
        replace(PHONES, machine=MachineMarks(summary=text_digest(PHONES.summary))),
        replace(PHONES, url=ITEM.url),
    ],
)
def test_only_what_the_curator_wrote_of_other_things_counts(other: Entry) -> None:
    assert chosen([other, POEMS]) == ["poems"]


def test_a_text_that_the_curator_has_changed_is_theirs() -> None:
    changed = replace(PHONES, machine=MachineMarks(headline=text_digest("as it was")))
    assert chosen([POEMS, changed], 1) == ["phones"]


def test_an_article_is_compared_by_its_text() -> None:
    article = replace(ITEM, title="A post", abstract="", text="Poems, and more poems by a network.")
    near = NearestEntries([PHONES, POEMS]).to(article, 1)
    assert [each.id for each in near] == ["poems"]


def test_without_entries_there_is_none() -> None:
    assert chosen([]) == []


@given(
    st.lists(st.builds(entry, st.text("ab", min_size=1), st.text(), st.text())), st.integers(0, 5)
)
def test_no_more_are_chosen_than_asked_for_and_always_the_same(
    entries: list[Entry], count: int
) -> None:
    first = chosen(entries, count)
    assert first == chosen(entries, count)
    assert len(first) <= count
