"""What a draft says of its own page: read, refused with file, line and key, and written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from akira_cli.core.errors import InvalidFile
from akira_cli.core.models import Draft, Highlight
from akira_cli.core.page import NO_OWN_PAGE, PLACES, BlockUse, Card, OwnPage
from akira_cli.storage.draft_patch import new_file, patch
from akira_cli.storage.draft_toml import load
from tests.storage.sample_drafts import NAME, entry

HEAD = 'format = 1\nlabel = "x"\n'
FULL = """\
format = 1
number = 34
label = "Issue #34"
language = "en"
status = "draft"
title = "My own title"
preamble = ["Week 45"]
toc_intro = "Five topics:"

[style]
domain = false
headline = "heading"
title = "italic"
title_apart = true
group_level = 2
caption = "From the paper"
separators = ["highlights", "contents", "headings", "sections", "trailer"]

[groups]
featured = "This Week"
"Odds & Ends" = ""

[headings]
papers = "Papers I Liked"

[contents]
papers = "Read"
other = false

[[trailer]]
use = "other-blogs"
heading = "More"
separator = false
heading_style = "line"
cards = ["home", "old"]

[[trailer]]
kind = "about"
text = "One.\\nTwo."
separator = true
heading_style = "heading"
cards = [{ title = "A card", description = "Of mine", domain = "x.org", url = "https://x.org" }]
"""
PAGE = OwnPage(
    title="My own title",
    toc_intro="Five topics:",
    style=(
        ("domain", False),
        ("headline", "heading"),
        ("title", "italic"),
        ("title_apart", True),
        ("group_level", 2),
        ("caption", "From the paper"),
        ("separators", ("highlights", "contents", "headings", "sections", "trailer")),
    ),
    groups=(("featured", "This Week"), ("Odds & Ends", "")),
    headings=(("papers", "Papers I Liked"),),
    contents=(("papers", "Read"), ("other", False)),
    trailer=(
        BlockUse(
            "other-blogs", heading="More", cards=("home", "old"), separated=False, as_heading=False
        ),
        BlockUse(
            kind="about",
            text="One.\nTwo.",
            cards=(Card("A card", "Of mine", "x.org", "https://x.org"),),
            separated=True,
            as_heading=True,
        ),
    ),
)


def read(text: str) -> Draft:
    return load(text.encode(), NAME)


def test_every_key_arrives() -> None:
    assert read(FULL).page == PAGE


def test_a_new_file_is_written_in_the_order_of_the_documentation() -> None:
    draft = Draft(NAME, "Issue #34", 34, preamble=("Week 45",), page=PAGE)
    assert new_file(draft).decode() == FULL


def test_a_draft_that_says_nothing_has_no_page_of_its_own() -> None:
    assert read(HEAD).page == NO_OWN_PAGE
    assert read(HEAD + "[style]\n[groups]\n[headings]\n[contents]\n").page == NO_OWN_PAGE


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("toc_intro = ''", OwnPage(toc_intro="")),
        ("trailer = []", OwnPage(trailer=())),
        ("style.domain = true", OwnPage(style=(("domain", True),))),
        ("style = { group_level = 0 }", OwnPage(style=(("group_level", 0),))),
        ("[style]\nseparators = []", OwnPage(style=(("separators", ()),))),
        ("[style]\ncaption = ''", OwnPage(style=(("caption", ""),))),
        ("trailer = [{ use = 'a' }]", OwnPage(trailer=(BlockUse("a"),))),
        ("[[trailer]]\nuse = 'a'\ncards = []", OwnPage(trailer=(BlockUse("a", cards=()),))),
        ("[[trailer]]\nuse = 'a'\ntext = ''", OwnPage(trailer=(BlockUse("a", text=""),))),
        (
            "[[trailer]]\nkind = 'about'\n[[trailer.cards]]\ntitle = 'T'",
            OwnPage(trailer=(BlockUse(kind="about", cards=(Card("T"),)),)),
        ),
    ],
)
def test_what_is_empty_or_written_otherwise_is_read_too(text: str, page: OwnPage) -> None:
    assert read(HEAD + text).page == page


def test_keys_of_a_persons_own_are_left_alone_outside_of_these_tables() -> None:
    assert read(HEAD + "mood = 'good'\n[notes]\nstyle = 3\n").page == NO_OWN_PAGE


BLOCK = "[[trailer]]\nuse = 'about'\n"
KINDS = "subscribe, other-blogs, past-issues, about"
SEPARATORS = "highlights, contents, headings, sections, trailer"
WRONG = [
    ("title = 3", 3, "title must be a string, not a whole number"),
    ("title = ' '", 3, "title must be one line of text, not ' '"),
    ('title = "a\\nb"', 3, r"title must be one line of text, not 'a\nb'"),
    ("\ntoc_intro = ['a']", 4, "toc_intro must be a string, not a list"),
    ("style = 3", 3, "[style] must be a table, not a whole number"),
    ("[[style]]", 3, "[style] must be a table, not a list"),
    ("[style]\ndomain = 'no'", 4, "[style] domain must be true or false, not a string"),
    ("[style]\ndomain = 0", 4, "[style] domain must be true or false, not a whole number"),
    ("[style]\nheadline = 'h2'", 4, "[style] headline must be one of bold, heading, not 'h2'"),
    ("[style]\ntitle = 'bold'", 4, "[style] title must be one of plain, italic, not 'bold'"),
    ("[style]\ntitle_apart = 1.5", 4, "[style] title_apart must be true or false, not a decimal"),
    ("[style]\ngroup_level = 4", 4, "[style] group_level must be 0, 1, 2 or 3, not '4'"),
    ("[style]\ngroup_level = -1", 4, "[style] group_level must be 0, 1, 2 or 3, not '-1'"),
    ("[style]\ngroup_level = true", 4, "[style] group_level must be a whole number, not a bool"),
    ("[style]\ncaption = false", 4, "[style] caption must be a string, not a boolean"),
    ('[style]\ncaption = "a\\nb"', 4, r"[style] caption must be one line of text, not 'a\nb'"),
    ("[style]\nseparators = 'all'", 4, "[style] separators must be a list of strings, not a str"),
    (
        "[style]\nseparators = ['end']",
        4,
        f"[style] separators must be a list of some of {SEPARATORS}, not '['end']'",
    ),
    ("style.domain = 3", 3, "[style] domain must be true or false, not a whole number"),
    ("groups = []", 3, "[groups] must be a table, not a list"),
    ("[groups]\n\npapers = 1", 5, "[groups] papers must be a string, not a whole number"),
    ("[groups]\n'a b' = 1", 4, "[groups] 'a b' must be a string, not a whole number"),
    ("[headings]\npapers = ''", 4, "[headings] papers must be one line of text, not ''"),
    ("[headings]\npapers = false", 4, "[headings] papers must be a string, not a boolean"),
    (
        "[contents]\npapers = true",
        4,
        "[contents] papers must be a string or false, not 'true'",
    ),
    (
        "[contents]\npapers = ''",
        4,
        "[contents] papers must be one line of text or false, not ''",
    ),
    (
        "[contents]\npapers = 3",
        4,
        "[contents] papers must be a string or false, not a whole number",
    ),
    ("trailer = 3", 3, "[trailer] must be written as [[trailer]] tables"),
    ("trailer = ['about']", 3, "[trailer] must be written as [[trailer]] tables"),
    ("[trailer]\nuse = 'about'", 3, "[trailer] must be written as [[trailer]] tables"),
    ("[[trailer]]", 3, "[[trailer]] needs 'use' or 'kind'"),
    (BLOCK + "\n# second\n[[trailer]]\ntext = ''", 7, "[[trailer]] needs 'use' or 'kind'"),
    (BLOCK + "kind = 'about'", 3, "[[trailer]] has both 'use' and 'kind'"),
    ("[[trailer]]\nuse = ''", 4, "[[trailer]] use must be one line of text, not ''"),
    ("[[trailer]]\nkind = 'blogs'", 4, f"[[trailer]] kind must be one of {KINDS}, not 'blogs'"),
    (BLOCK + "heading = 3", 5, "[[trailer]] heading must be a string, not a whole number"),
    (BLOCK + "text = []", 5, "[[trailer]] text must be a string, not a list"),
    (BLOCK + "separator = '-'", 5, "[[trailer]] separator must be true or false, not a string"),
    (
        BLOCK + "heading_style = 'bold'",
        5,
        "[[trailer]] heading_style must be one of heading, line, not 'bold'",
    ),
    (
        BLOCK + "cards = 'home'",
        5,
        "[[trailer]] cards must be all names or all [[trailer.cards]] tables, not a string",
    ),
    (
        BLOCK + "cards = ['home', { title = 'T' }]",
        5,
        "[[trailer]] cards must be all names or all [[trailer.cards]] tables",
    ),
    *(
        (
            f'[{table}]\n"a\\u0007b" = "x"',
            4,
            rf"[{table}] 'a\x07b' must have a name without control characters",
        )
        for table in ("groups", "headings", "contents")
    ),
    (BLOCK + "[[trailer.cards]]\nurl = ''", 5, "[[trailer.cards]] needs 'title'"),
    (
        BLOCK + "[[trailer.cards]]\ntitle = 'T'\n[[trailer.cards]]\ntitle = 'U'\nurl = 'x.org'",
        9,
        "[[trailer.cards]] url must be an http(s) address, not 'x.org'",
    ),
]


@pytest.mark.parametrize(("text", "line", "message"), WRONG)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_wrong_is_named_with_file_line_and_key(
    text: str, line: int, message: str, newline: str
) -> None:
    with pytest.raises(InvalidFile) as caught:
        read((HEAD + text).replace("\n", newline))
    assert caught.value.message.startswith(f"drafts/{NAME}.toml:{line}: {message}")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[style]\nheadlines = 'bold'", "4: [style] headlines", "did you mean 'headline'?"),
        (BLOCK + "card = []", "5: [[trailer]] card", "did you mean 'cards'?"),
        (
            BLOCK + "[[trailer.cards]]\ntitle = 'T'\nlink = ''",
            "7: [[trailer.cards]] link",
            "it may have: title, description, domain, url",
        ),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest_known_one(
    text: str, message: str, hint: str
) -> None:
    with pytest.raises(InvalidFile) as caught:
        read(HEAD + text)
    assert caught.value.message == f"drafts/{NAME}.toml:{message} is not a known key"
    assert caught.value.hint == hint


def test_a_block_that_is_neither_nor_is_shown_how() -> None:
    with pytest.raises(InvalidFile) as caught:
        read(HEAD + "[[trailer]]\n")
    assert 'use = "about"' in caught.value.hint
    assert 'kind = "about"' in caught.value.hint


lines = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8)
names = lines.filter(str.strip)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
addresses = st.sampled_from(["", "https://x.org/", "http://localhost:80/?a=b#c"])
cards = st.builds(Card, title=names, description=texts, domain=lines, url=addresses)
several = st.lists(lines, max_size=2) | st.lists(cards, max_size=2)
maybe = st.none() | st.booleans()
blocks = st.builds(
    BlockUse,
    use=st.none(),
    kind=st.none(),
    heading=st.none() | lines,
    text=st.none() | texts,
    cards=st.none() | several.map(tuple),
    separated=maybe,
    as_heading=maybe,
)
kinds = st.sampled_from(KINDS.split(", "))
uses = st.builds(lambda block, name: block._replace(use=name), blocks, names)
own = st.builds(lambda block, kind: block._replace(kind=kind), blocks, kinds)
STYLES: dict[str, st.SearchStrategy[Any]] = {
    "domain": st.booleans(),
    "headline": st.sampled_from(["bold", "heading"]),
    "title": st.sampled_from(["plain", "italic"]),
    "title_apart": st.booleans(),
    "group_level": st.integers(0, 3),
    "caption": lines,
    "separators": st.lists(st.sampled_from(PLACES), max_size=3).map(tuple),
}


def pairs(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[tuple[str, Any], ...]]:
    return st.dictionaries(lines, values, max_size=3).map(lambda table: tuple(table.items()))


pages = st.builds(
    OwnPage,
    title=st.none() | names,
    toc_intro=st.none() | texts,
    style=st.fixed_dictionaries({}, optional=STYLES).map(lambda table: tuple(table.items())),
    groups=pairs(lines),
    headings=pairs(names),
    contents=pairs(st.sampled_from([False]) | names),
    trailer=st.none() | st.lists(uses | own, max_size=3).map(tuple),
)


@given(pages)
@example(OwnPage(trailer=()))
@example(OwnPage(groups=(("Odds & Ends", "x"), ("", "y"))))
def test_whatever_page_an_issue_has_is_written_and_read_back(page: OwnPage) -> None:
    draft = Draft(NAME, "x", highlights=(Highlight("h"),), entries=(entry("a"),), page=page)
    assert load(new_file(draft), NAME) == draft  # which it checks itself, and raises if not


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_change_leaves_what_is_said_of_the_page_byte_for_byte(newline: str) -> None:
    block = '[[entries]]\nid = "{0}"\nsection = "other"\nurl = "https://example.com/{0}"\n\n'
    tables, blocks_ = FULL.split("[[trailer]]", maxsplit=1)
    text = f"{tables}{block.format('a')}# closing\n\n[[ trailer ]] # mine\n{blocks_}"
    text = text.replace("\n", newline)
    old = read(text)
    new = replace(old, highlights=(Highlight("H"),), entries=(*old.entries, entry("b")))
    highlight = '[[highlights]]\ngroup = "featured"\ntext = "H"\n\n'.replace("\n", newline)
    first, second = (block.format(id_).replace("\n", newline) for id_ in "ab")
    assert text.count(first) == 1
    expected = text.replace(first, highlight + first + second)
    assert patch(text.encode(), old, new).decode() == expected


def test_the_first_entry_goes_before_the_closing_blocks_and_behind_the_tables() -> None:
    text = HEAD + "\n[style]\ndomain = false\n\n# the end of it\n\n# own\n[[trailer]]\nuse = 'a'\n"
    old = read(text)
    with_entry = patch(text.encode(), old, replace(old, entries=(entry("a"),))).decode()
    with_both = replace(old, entries=(entry("a"),), highlights=(Highlight("H"),))
    made = (
        '[[entries]]\nid = "a"\nsection = "other"\nurl = "https://example.com/a"\n',
        '[[highlights]]\ngroup = "featured"\ntext = "H"\n\n',
    )
    assert with_entry == text.replace("\n# the", f"\n{made[0]}\n# the")
    assert patch(with_entry.encode(), read(with_entry), with_both).decode() == (
        with_entry.replace("[[entries]]", f"{made[1]}[[entries]]")
    )


def test_head_keys_of_the_page_are_changed_in_place() -> None:
    old = read(FULL)
    new = replace(old, page=PAGE._replace(title="Another", toc_intro=None))
    expected = FULL.replace("My own title", "Another").replace('toc_intro = "Five topics:"\n', "")
    assert patch(FULL.encode(), old, new).decode() == expected
