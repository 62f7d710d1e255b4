"""The closing blocks of an issue: the newsletter's, its library's, or the issue's own."""

from __future__ import annotations

from typing import Any

import pytest

from akira_cli.core.closing import closing_blocks
from akira_cli.core.errors import InvalidFile, MisplacedKey
from akira_cli.core.page import BlockUse, Card, Layout, TrailerBlock

HOME = Card("Home", url="https://example.org/")
OLD = Card("Old issues", "All of them", "example.org", "https://example.org/old")
ABOUT = TrailerBlock("about", "About Me", "Words.", name="about")
BLOGS = TrailerBlock("other-blogs", "Blogs", cards=(HOME,), name="blogs", separated=False)
PLAIN = TrailerBlock("subscribe", "Please!", name="plain", as_heading=False)
LAYOUT = Layout(
    name="The News",
    title="{label}",
    sections=(),
    groups=(),
    toc_intro="",
    separator="---",
    trailer=(PLAIN, ABOUT),
    words=(("about", "About"), ("past-issues", "Past Issues")),
    library=(ABOUT, BLOGS, PLAIN),
    cards=(("home", HOME), ("old", OLD)),
)


def made(*uses: BlockUse) -> tuple[TrailerBlock, ...]:
    return closing_blocks(uses, LAYOUT)


def test_an_issue_that_says_nothing_has_the_newsletters_blocks() -> None:
    assert closing_blocks(None, LAYOUT) == (PLAIN, ABOUT)


def test_an_issue_may_have_none() -> None:
    assert made() == ()


def test_blocks_of_the_library_come_in_the_issues_own_order_and_more_than_once() -> None:
    uses = [BlockUse(use=name) for name in ("blogs", "plain", "blogs")]
    assert made(*uses) == (BLOGS, PLAIN, BLOGS)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("heading", "Me"),
        ("heading", ""),
        ("text", "Other words."),
        ("text", ""),
        ("separated", False),
        ("separated", True),
        ("as_heading", False),
        ("as_heading", True),
        ("cards", ()),
        ("cards", (OLD, HOME)),
    ],
)
@pytest.mark.parametrize("block", [ABOUT, BLOGS, PLAIN])
def test_each_part_may_be_the_issues_own_and_the_rest_is_the_librarys(
    block: TrailerBlock, part: str, value: Any
) -> None:
    use = BlockUse(use=block.name)._replace(**{part: value})
    expected = block._replace(**{part: value})
    says_something = expected.heading or expected.text or expected.cards
    assert made(use) == ((expected,) if says_something else ())


@pytest.mark.parametrize(("kind", "heading"), [("about", "About"), ("past-issues", "Past Issues")])
def test_a_block_of_the_issues_own_has_the_heading_of_its_kind(kind: str, heading: str) -> None:
    assert made(BlockUse(kind=kind)) == (TrailerBlock(kind, heading),)


@pytest.mark.parametrize("heading", [None, "", " "])
def test_a_block_that_says_nothing_is_left_out(heading: str | None) -> None:
    assert made(BlockUse(kind="subscribe", heading=heading, text="\n")) == ()


def test_a_block_of_the_issues_own_has_its_parts() -> None:
    use = BlockUse(None, "about", "Me", "Words", (HOME,), separated=False, as_heading=False)
    block = TrailerBlock("about", "Me", "Words", (HOME,), separated=False, as_heading=False)
    assert made(use) == (block,)


def test_cards_are_named_or_written_out() -> None:
    new = Card("New")
    (block,) = made(BlockUse(use="blogs", cards=("old", new, "home")))
    assert block.cards == (OLD, new, HOME)


def test_a_block_without_a_name_is_called_by_its_kind() -> None:
    layout = LAYOUT._replace(library=(ABOUT._replace(name=""),))
    assert closing_blocks((BlockUse(use="about"),), layout)[0].text == "Words."


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("abuot", "did you mean 'about'? [[trailer]] of config.toml has: about, blogs, plain"),
        ("xyz", "[[trailer]] of config.toml has: about, blogs, plain"),
    ],
)
def test_a_block_the_library_lacks_is_named_with_its_place(wanted: str, hint: str) -> None:
    with pytest.raises(MisplacedKey) as caught:
        made(BlockUse(use="about"), BlockUse(use=wanted))
    assert isinstance(caught.value, InvalidFile)
    assert caught.value.path == ("trailer", 1, "use")
    assert caught.value.message == f"'{wanted}' is no closing block of the config"
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("hme", "did you mean 'home'? [cards] of config.toml has: home, old"),
        ("xyz", "[cards] of config.toml has: home, old"),
    ],
)
def test_so_is_a_card(wanted: str, hint: str) -> None:
    with pytest.raises(MisplacedKey) as caught:
        made(BlockUse(kind="about"), BlockUse(use="about", cards=("home", wanted)))
    assert caught.value.path == ("trailer", 1, "cards")
    assert (caught.value.message, caught.value.hint) == (
        f"'{wanted}' is no card of the config",
        hint,
    )


def test_an_empty_library_is_said_to_be_empty() -> None:
    bare = LAYOUT._replace(library=(), cards=())
    with pytest.raises(MisplacedKey) as caught:
        closing_blocks((BlockUse(use="about"),), bare)
    assert caught.value.hint == "[[trailer]] of config.toml has: none yet"
    with pytest.raises(MisplacedKey) as caught:
        closing_blocks((BlockUse(kind="about", cards=("home",)),), bare)
    assert caught.value.hint == "[cards] of config.toml has: none yet"
