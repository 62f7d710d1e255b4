"""Names, lines and withdrawals, from what arXiv's fields say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.sources.arxiv.words import people, plain, withdrawal


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (None, ""),
        ("  hard\n  wrapped\ttext ", "hard wrapped text"),
        ("nul\x00 bell\x07 escape\x1b[31m c1\x9b", "nul bell escape[31m c1"),
        ("\u202eevil\u202c \u2067name\u2069", "evil name"),
        (
            "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
            "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
    ],
)
def test_text_becomes_one_clean_line(text: str | None, line: str) -> None:
    assert plain(text) == line


@given(st.text())
def test_a_clean_line_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain(text).splitlines() in ([], [plain(text)])


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        (["Ada Example", "Bob Sample"], ("Ada Example", "Bob Sample")),
        (["The Made-up Team", " :", "Ada Example"], ("The Made-up Team", "Ada Example")),
        (["The X Collaboration:", "Ada Example"], ("The X Collaboration", "Ada Example")),
        (["", "-", "Ada  Example\n"], ("Ada Example",)),
        (["山田太郎", "J. R. Example, Jr."], ("山田太郎", "J. R. Example, Jr.")),
    ],
)
def test_colons_and_empty_names_are_no_authors(names: list[str], authors: tuple[str, ...]) -> None:
    assert people(names) == authors


@pytest.mark.parametrize(
    "comment",
    [
        "This paper has been withdrawn by the author due to a sign error in equation 3",
        "This paper has been withdrawn from arXiv by the authors",
        "This submission is withdrawn: the data were wrong",
        "This article (v2) has now been withdrawn.",
        "The paper has been withdrawn because of Eq. 4.",
        "Withdrawn",
        "withdrawn due to an error in Theorem 2",
        "Paper withdrawn, the proof is incomplete",
        "Withdrawn by the authors.",
        "The authors have withdrawn this manuscript because it is superseded",
        "We withdraw this paper for now",
    ],
)
def test_a_withdrawn_paper_is_known_by_its_comment(comment: str) -> None:
    assert withdrawal(comment, "We make up a paper.") == comment


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "12 pages, 3 figures",
        "withdrawn from ICML, now at NeurIPS",
        "Withdrawn by the authors from ICLR 2022",
        "This paper was withdrawn from ICML and accepted at NeurIPS",
        "An earlier version was withdrawn; this one is corrected",
        "The previous version has been withdrawn due to an error",
        "On withdrawn consent in data sets",
        "Replaces the withdrawn paper 2101.00001",
        "Accepted at ICML 2020, withdrawn because we could not travel",
        "not withdrawn",
    ],
)
def test_other_uses_of_the_word_withdraw_nothing(comment: str) -> None:
    assert withdrawal(comment, "Nicotine withdrawal is hard. Withdrawn users return.") is None


def test_the_reason_starts_where_it_is_given() -> None:
    comment = "12 pages. This paper has been withdrawn due to an error"
    assert withdrawal(comment, "") == "This paper has been withdrawn due to an error"


def test_an_abstract_may_say_it_instead() -> None:
    said = "This paper has been withdrawn by the author due to an error in Eq. 3."
    assert withdrawal("4 pages", said) == said
    assert withdrawal("4 pages", f"{said} We studied examples.") == said


def test_an_abstract_that_says_it_later_does_not_count() -> None:
    assert withdrawal("", "We study examples. This paper has been withdrawn.") is None
