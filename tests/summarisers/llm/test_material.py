"""What a model is given to read: fenced in, as one sees it, and not too much."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.page import Card
from akira_cli.summarisers.llm.material import (
    CUT,
    LONGEST_TEXT,
    clean,
    fence_for,
    fenced,
    material_of,
)
from tests.summarisers.llm.made_up import ABSTRACT, TITLE, made_up_paper

HOSTILE = st.lists(
    st.sampled_from(["<<<", ">>>", "MATERIAL", " ", "\n", "0", "A1B2C3D4", "\u200b", "<", "text: "])
    | st.text()
).map("".join)


def test_a_paper_is_its_title_and_abstract() -> None:
    material = material_of(made_up_paper())
    assert material.parts == (("title", TITLE), ("abstract", ABSTRACT))
    assert material.evidence == (TITLE, ABSTRACT)


def test_an_article_is_its_description_and_as_much_of_its_text_as_is_handed_on() -> None:
    card = Card(title="A card", description="What it is about.")
    item = replace(made_up_paper(), abstract="", card=card, text="some words " * 5_000)
    names, texts = zip(*material_of(item).parts, strict=True)
    assert names == ("title", "description", "text")
    assert texts[2].endswith(f"words {CUT}") or texts[2].endswith(f"some {CUT}")
    assert len(texts[2]) <= LONGEST_TEXT + len(CUT) + 1


def test_a_description_that_the_abstract_has_is_given_once() -> None:
    item = replace(made_up_paper(), card=Card(title="A card", description=ABSTRACT[:40]))
    assert [name for name, _ in material_of(item).parts] == ["title", "abstract"]


def test_a_title_alone_is_nothing_to_go_by() -> None:
    assert not material_of(replace(made_up_paper(), abstract=" \u200b\n"))
    assert material_of(made_up_paper())


def test_the_fence_is_the_same_for_the_same_texts() -> None:
    assert fence_for([TITLE, ABSTRACT]) == fence_for([TITLE, ABSTRACT])
    assert fence_for([TITLE]) != fence_for([ABSTRACT])


def test_a_text_that_foresees_its_fence_gets_another() -> None:
    # a checksum can be foreseen by whoever writes the text; what stands in it is not taken
    first = fence_for([ABSTRACT])
    texts = [ABSTRACT, first.lower()]
    assert fence_for(texts) not in " ".join(texts).upper()


@given(st.lists(HOSTILE, min_size=1, max_size=3))
def test_nothing_in_the_material_can_close_the_fence(texts: list[str]) -> None:
    parts = [("text", clean(text, LONGEST_TEXT)) for text in texts]
    word = fence_for(text for _, text in parts)
    lines = fenced("MATERIAL", parts, word).splitlines()
    assert [n for n, line in enumerate(lines) if word in line.upper()] == [0, len(lines) - 1]
    assert not [line for line in lines[1:-1] if "<<<" in line or ">>>" in line]


@given(HOSTILE, st.integers(1, 100))
def test_a_cleaned_text_is_what_one_sees_and_not_too_long(text: str, longest: int) -> None:
    cleaned = clean(text, longest)
    assert len(cleaned) <= longest + len(CUT) + 1
    seen = cleaned.replace("\n", "").replace("\u200c", "").replace("\u200d", "")
    assert not [each for each in seen if unicodedata.category(each)[0] == "C"]


@given(HOSTILE)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text, LONGEST_TEXT)
    assert clean(once, LONGEST_TEXT) == once
