"""A page and what translation leaves of it are read as the same blocks; no other page is."""

from __future__ import annotations

import pytest

from tests.past_issues.skeleton import (
    Block,
    Damage,
    difference,
    repaired,
    skeleton_of_markdown,
    skeleton_of_seed,
)

PAPER = "https://arxiv.org/abs/2101.00001"
CHAIRS = "https://example.org/chairs"
PAGE = f"""\
# A newsletter — #7

Highlights of the week.

*   [A study]({PAPER}) of tables.

— — — — –

In the following sections:

1.  Papers

— — — — –

# 1. Papers

[**Tables are enough**]({PAPER}?utm_source=mail) — [**arxiv.org**]({PAPER})

![A table](figures/2101.00001.png)

\\[2101.00001\\] On Tables
They put everything into tables.

## [**Chairs, too**]({CHAIRS}?utm_source=mail)

> [**Chairs**]({CHAIRS})
>
> Where to sit…
>
> example.org

They put themselves on chairs.

— — — — –

# Other Blogs

> [**Lamps**]({CHAIRS}?lamps)
>
> Where to read…
>
> example.org

> [**Shelves**](https://medium.com/me/shelves)
>
> Where to look…
>
> medium.com
"""
DAMAGED = f"""\
# A newsletter — #7

> Source: <https://medium.com/me/7>

Highlights of the week.

*   [A study]({PAPER}) of tables.

— — — — –

In the following sections:

1.  Papers

— — — — –

# 1.Papers

【arxiv.org】**Tables are enough****——**[]({PAPER})

**![](img/0.png)**

**【2101.00001】On Tables
They put everything into tables.**

## ****[**Chairs, too**]({CHAIRS}?utm_source=mail)****

**** [## Chairs

### Where to sit…

example.org]({CHAIRS}?utm_source=mail)\x20

They put themselves on chairs.****\x20

## ****— — — — –****

# ****Other Blogs****

****[]({CHAIRS}?lamps) [## Lamps

### Where to read…

example.org]({CHAIRS}?lamps) [](/me/shelves) [## Shelves

### Where to look…

medium.com](/me/shelves)\x20"""
TABLES = {"url": PAPER, "headline": "Tables are enough", "domain": "arxiv.org"}
PUBLISHED = {
    "sections": [
        {
            "entries": [
                {**TABLES, "domain_shown": True},
                {"url": CHAIRS, "headline": "Chairs, too", "domain_shown": False},
            ]
        }
    ]
}


def test_a_damaged_page_has_the_blocks_of_the_page_it_was() -> None:
    blocks, damages = repaired(skeleton_of_seed(DAMAGED), PUBLISHED)
    assert difference(blocks, skeleton_of_markdown(PAGE)) == ""
    assert damages == [Damage(PAPER, "link lost, words out of order")]


def test_the_blocks_are_those_one_sees() -> None:
    kinds = [block.kind for block in skeleton_of_markdown(PAGE)]
    before = ["heading 1", "paragraph", "bullet", "separator", "paragraph", "item", "separator"]
    section = ["heading 1", "paragraph", "picture", "paragraph", "heading 2", "card", "paragraph"]
    assert kinds == [*before, *section, "separator", "heading 1", "card", "card"]
    headline = Block("paragraph", "Tablesareenougharxiv.org", (PAPER, PAPER))
    assert headline in skeleton_of_markdown(PAGE)


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("— — — — –\n\n", ""),
        ("— — — — –", "— — — –"),
        ("# 1.", "## 1."),
        ("# 1.", "# 2."),
        ("1.  Papers", "*   Papers"),
        ("1.  Papers\n", "1.  Papers\n2.  Articles\n"),
        ("![", "["),
        (
            "![",
            "See ![",
        ),
        ("## [", "["),
        (f"({PAPER}?", "(https://arxiv.org/abs/2101.00002?"),
        (" — [**arxiv.org**]", " — "),
        ("[A study]", "A study "),
        ("\\[2101.00001\\]", "\\[2101.00002\\]"),
        ("> [**Lamps**]", "[**Lamps**]"),
        ("everything", "nothing"),
    ],
)
def test_another_page_has_other_blocks(written: str, instead: str) -> None:
    assert written in PAGE
    changed = PAGE.replace(written, instead, 1)
    assert difference(skeleton_of_markdown(PAGE), skeleton_of_markdown(changed)) != ""


def test_a_card_that_leads_to_two_places_is_seen() -> None:
    two = DAMAGED.replace("[](/me/shelves)", "[](/me/sheds)")
    assert difference(skeleton_of_seed(DAMAGED), skeleton_of_seed(two)) != ""
