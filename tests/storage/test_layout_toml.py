"""The layout of a newsletter: what its config says over the wording of a language."""

from __future__ import annotations

from pathlib import Path

import pytest

from akira_cli.core.errors import InvalidFile
from akira_cli.core.page import WORDS, Card, LabelKind, Layout, Section, Style, TrailerBlock
from akira_cli.storage.settings_toml import load_layout, load_settings
from akira_cli.storage.wording_packs import wording

REVUE = Card("Letters", "By mail", "example.org", "https://example.org/letters")
LIBRARY = """
[[trailer]]
kind = "subscribe"
heading = "Please!"
cards = ["revue"]

[[trailer]]
kind = "about"
text = "Me"
separator = false
heading_style = "line"

[[trailer]]
kind = "about"
name = "us"
heading = ""
[[trailer.cards]]
title = "Us"

[cards.revue]
title = "Letters"
description = "By mail"
domain = "example.org"
url = "https://example.org/letters"

[cards."with blanks"]
title = "Spare"
"""
SUBSCRIBE = TrailerBlock("subscribe", "Please!", cards=(REVUE,), name="subscribe")
ABOUT = TrailerBlock("about", "About Me", "Me", name="about", separated=False, as_heading=False)
US = TrailerBlock("about", "", cards=(Card("Us"),), name="us")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def layout(root: Path, text: str, language: str = "en") -> Layout:
    (root / "config.toml").write_text(text, encoding="utf-8")
    return load_layout(root, language)


def error_of(root: Path, text: str, language: str = "en") -> InvalidFile:
    with pytest.raises(InvalidFile) as caught:
        layout(root, text, language)
    return caught.value


def test_a_newsletter_has_all_blocks_of_its_library(root: Path) -> None:
    made = layout(root, LIBRARY)
    assert made.library == made.trailer == (SUBSCRIBE, ABOUT, US)
    assert made.cards == (("revue", REVUE), ("with blanks", Card("Spare")))


@pytest.mark.parametrize(
    ("chosen", "blocks"),
    [
        ('["us", "subscribe"]', (US, SUBSCRIBE)),
        ('["about", "about"]', (ABOUT, ABOUT)),
        ("[]", ()),
    ],
)
def test_or_those_it_names_in_that_order(
    root: Path, chosen: str, blocks: tuple[TrailerBlock, ...]
) -> None:
    made = layout(root, f"[newsletter]\ntrailer = {chosen}\n{LIBRARY}")
    assert made.trailer == blocks
    assert made.library == (SUBSCRIBE, ABOUT, US)


def test_a_block_has_a_list_of_cards_by_name_or_none(root: Path) -> None:
    text = LIBRARY.replace('["revue"]', '["with blanks", "revue", "with blanks"]')
    assert layout(root, text).library[0].cards == (Card("Spare"), REVUE, Card("Spare"))
    assert layout(root, LIBRARY.replace('["revue"]', "[]")).library[0].cards == ()


def test_the_style_is_the_newsletters_key_by_key(root: Path) -> None:
    assert layout(root, "").style == Style()
    text = "[style]\ngroup_level = 2\nseparators = []\n"
    assert layout(root, text).style == Style(group_level=2, separators=())


def test_kinds_of_labels_are_replaced_or_follow(root: Path) -> None:
    text = "[labels.month]\nlabel = '{month}'\ntitle = '{label}!'\n[labels.day]\nlabel = '{day}'\n"
    kinds = layout(root, text).labels
    assert [kind.kind for kind in kinds] == ["issue", "number", "week", "month", "day"]
    assert kinds[3:] == (LabelKind("month", "{month}", "{label}!"), LabelKind("day", "{day}"))


def test_a_kind_of_labels_may_be_changed_in_part(root: Path) -> None:
    text = "[labels.week]\ntitle = '{name}, week {week} of {year}'\n"
    (week,) = (kind for kind in layout(root, text).labels if kind.kind == "week")
    assert week == LabelKind("week", "Week {week}, {year}", "{name}, week {week} of {year}")
    (root / "layouts").mkdir()
    (root / "layouts" / "en.toml").write_text("[labels.week]\nlabel = 'W{week}/{year}'\n")
    (week,) = (kind for kind in layout(root, text).labels if kind.kind == "week")
    assert week == LabelKind("week", "W{week}/{year}", "{name}, week {week} of {year}")


def test_a_section_may_be_left_out_of_the_contents(root: Path) -> None:
    made = layout(root, "[[sections]]\nkey = 'papers'\ntoc = false\n").sections
    heading = "Machine Learning Papers"
    assert made == (Section("papers", "Papers", heading, ("paper",), in_contents=False),)
    text = "[[sections]]\nkey = 'tools'\nheading = 'Tools'\ntoc = false\n"
    assert layout(root, text).sections == (Section("tools", "Tools", "Tools", (), False),)  # noqa: FBT003  # a plain value


def test_so_it_may_by_the_wording_pack(root: Path) -> None:
    (root / "layouts").mkdir()
    pack = root / "layouts" / "en.toml"
    pack.write_text("[[sections]]\nkey = 'papers'\ntoc = false\n")
    for text in ("", "[[sections]]\nkey = 'papers'\n"):
        (found,) = (each for each in layout(root, text).sections if each.key == "papers")
        assert not found.in_contents
    (shown,) = layout(root, "[[sections]]\nkey = 'papers'\ntoc = 'P'\n").sections
    assert (shown.toc, shown.in_contents) == ("P", True)


OWN_WORDS = """
[newsletter]
name = "N"
language = "en"
title = "own title"
toc_intro = "own intro"
separator = "own separator"
joint = "own joint"
date = "own date"
preamble = ["own preamble"]
[style]
domain = false
[tracking]
utm_source = "n"
[labels.issue]
label = "own {number}"
[groups]
papers = "own group"
tools = "own tools"
[words]
about = "own word"
[[sections]]
key = "papers"
toc = "own toc"
heading = "own heading"
[[sections]]
key = "tools"
heading = "own tools"
[[sections]]
key = "other"
toc = false
"""


def test_the_configs_words_count_in_the_newsletters_own_language(root: Path) -> None:
    made = layout(root, OWN_WORDS + LIBRARY)
    assert (made.title, made.toc_intro, made.joint) == ("own title", "own intro", "own joint")
    assert (made.date, made.preamble) == ("own date", ("own preamble",))
    assert (made.sections[0].toc, made.sections[0].heading) == ("own toc", "own heading")
    assert made.labels[0].label == "own {number}"
    assert dict(made.groups)["papers"] == "own group"
    assert made.library[1].heading == "own word"


def test_in_another_language_its_pack_does_and_what_is_no_word_stays(root: Path) -> None:
    made = layout(root, OWN_WORDS + LIBRARY, "zh")
    pack = wording(None, "zh")
    for key in ("title", "toc_intro", "joint", "date"):
        assert getattr(made, key) == pack[key]
    assert made.preamble == ()
    assert [section.key for section in made.sections] == ["papers", "tools", "other"]
    assert [section.heading for section in made.sections] == [
        "机器学习论文",
        "own tools",
        "其他主题",
    ]
    assert [section.toc for section in made.sections] == ["报纸", "own tools", "其他主题"]
    assert [section.in_contents for section in made.sections] == [True, True, False]
    assert made.labels[0].label == "第 {number} 期"
    assert list(made.groups) == list(pack["groups"].items())
    assert made.library[0].heading == pack["words"]["subscribe"]
    assert [block.text for block in made.library] == ["", "Me", ""]
    assert (made.name, made.separator) == ("N", "own separator")
    assert (made.style, made.tracking) == (Style(domain=False), (("utm_source", "n"),))


def test_the_newsletters_own_language_need_not_be_english(root: Path) -> None:
    text = OWN_WORDS.replace('"en"', '"zh"')
    assert layout(root, text, "zh").title == "own title"
    assert layout(root, text, "en").title == "{name} — {label}"
    settings = load_settings(root, {})
    assert (settings.language, settings.layout.title) == ("zh", "own title")
    assert settings.layout.months[0] == "1 月"


@pytest.mark.parametrize("own", ["en", "EN", "en-US"])
@pytest.mark.parametrize("language", ["en", "en-GB", "En-gb"])
def test_so_is_a_variety_of_it(root: Path, own: str, language: str) -> None:
    made = layout(root, OWN_WORDS.replace('"en"', f'"{own}"'), language)
    assert (made.title, dict(made.words)["about"]) == ("own title", "own word")
    assert made.sections[0].heading == "own heading"


@pytest.mark.parametrize("language", ["eng", "e", "", "zh-en"])
def test_a_language_that_only_resembles_it_is_another(root: Path, language: str) -> None:
    assert layout(root, OWN_WORDS, language).title == wording(None, language)["title"]


@pytest.mark.parametrize(
    ("label", "pattern"),
    [
        ("week", "Week {week}, {year}"),
        ("month", "{month} {year}"),
        ("mine", "Mine {date}"),
        ("No. {number:03}", "No. {number:03}"),
    ],
)
def test_the_next_issues_label_is_of_a_kind_or_a_pattern(
    root: Path, label: str, pattern: str
) -> None:
    text = f"[newsletter]\nlabel = '{label}'\n[labels.mine]\nlabel = 'Mine {{date}}'\n"
    layout(root, text)
    assert load_settings(root, {}).label == pattern


def test_a_label_that_is_neither_is_told_with_the_kinds(root: Path) -> None:
    (root / "config.toml").write_text("[newsletter]\n\nlabel = 'weekly'\n")
    with pytest.raises(InvalidFile) as caught:
        load_settings(root, {})
    assert caught.value.message == (
        "config.toml:3: [newsletter] label is 'weekly', which is no kind of label and no pattern"
    )
    assert caught.value.hint == (
        "kinds: issue, number, week, month; a pattern has a field: 'Issue #{number}'"
    )


TITLE = "a pattern of {name}, {label}, {number}, {date}, {day}, {week}, {month}, {year}"
ADDRESS = "an http(s) address made of {slug}, {number}, {date} and the like"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            LIBRARY + "[[trailer]]\nkind = 'about'\n",
            "28: [[trailer]] is the second called 'about'",
            'give one of them another name, as in: name = "about-2"',
        ),
        (
            LIBRARY.replace('["revue"]', '["revue", "reveu"]'),
            "5: [[trailer]] cards names 'reveu', which is no card",
            "cards: revue, with blanks",
        ),
        (
            "[[trailer]]\nkind = 'about'\ncards = ['x']\n",
            "3: [[trailer]] cards names 'x', which is no card",
            "[cards.NAME] tables hold the cards",
        ),
        (
            f"[newsletter]\ntrailer = ['us', 'me']\n{LIBRARY}",
            "2: [newsletter] trailer names 'me', which is no closing block",
            "[[trailer]] has: subscribe, about, us",
        ),
        (
            "[newsletter]\ntrailer = ['us']",
            "2: [newsletter] trailer names 'us', which is no closing block",
            "[[trailer]] has: none yet",
        ),
        ("[cards.a]\nurl = ''", "1: [cards] a needs 'title'", ""),
        ("[cards]\na = 'b'", "2: [cards] a must be a table, not a string", ""),
        (
            "[newsletter]\nissue_url = 'example.org/{slug}'",
            f"2: [newsletter] issue_url must be {ADDRESS}, not 'example.org/{{slug}}'",
            "",
        ),
        (
            "[newsletter]\nissue_url = 'https://x.org/{name}'",
            f"2: [newsletter] issue_url must be {ADDRESS}, not 'https://x.org/{{name}}'",
            "",
        ),
        (
            "[newsletter]\nlabel = '#{number:3}'",
            "2: [newsletter] label must be a pattern of {number}, {date}, {day}, {week}, "
            "{month}, {year}, not '#{number:3}'",
            "",
        ),
        (
            "[newsletter]\ntitle = ''",
            f"2: [newsletter] title must be {TITLE}, not ''",
            "",
        ),
        (
            "[labels.week]\nlabel = 'W{week}'\ntitle = '{slug}'",
            f"3: [labels.week] title must be {TITLE}, not '{{slug}}'",
            "",
        ),
        (
            "[labels.day]\ntitle = '{day}'",
            "1: [labels] day needs 'label', since 'day' is not a default kind",
            "",
        ),
        (
            "[words]\nlink = 'Addresses'",
            "2: [words] link is not a known key",
            "did you mean 'links'?",
        ),
        (
            "[words]\nsponsor = 'By'",
            "2: [words] sponsor is not a known key",
            f"it may have: {', '.join(WORDS)}",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    root: Path, text: str, message: str, hint: str
) -> None:
    error = error_of(root, text)
    assert error.message == f"config.toml:{message}"
    assert error.hint == (hint or InvalidFile.usual_hint)


def put_pack(root: Path, name: str, text: str) -> None:
    (root / "layouts").mkdir(exist_ok=True)
    (root / "layouts" / f"{name}.toml").write_text(text)


NEW = "[[sections]]\nkey = 'new'\n"


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("", Section("new", "New", "New")),
        (NEW, Section("new", "New", "New")),
        (f"{NEW}toc = false\n", Section("new", "New", "New", in_contents=False)),
        (f"{NEW}toc = 'Own'\n", Section("new", "Own", "Own")),
        (f"{NEW}heading = 'Own'\n", Section("new", "New", "Own")),
    ],
)
def test_a_name_that_a_pack_has_in_the_contents_serves_as_heading(
    root: Path, config: str, expected: Section
) -> None:
    put_pack(root, "en", f"{NEW}toc = 'New'\n")
    assert layout(root, config).sections[-1] == expected


@pytest.mark.parametrize("config", ["[newsletter]\nlanguage = 'pt'\n", "", NEW])
def test_a_pack_that_leaves_a_section_out_of_the_contents_keeps_its_name(
    root: Path, config: str
) -> None:
    put_pack(root, "pt", f"{NEW}toc = 'New'\n")
    put_pack(root, "pt-BR", f"{NEW}toc = false\n")
    if config == NEW:  # in the newsletter's own English the section has no name
        config += "heading = 'English'\n"
    found = layout(root, config, "pt-BR").sections[-1]
    assert (found.toc, found.in_contents) == ("New", False)
    assert found.heading == ("English" if config.startswith(NEW) else "New")
    put_pack(root, "pt-BR", f"{NEW}toc = 'Novo'\n")
    assert layout(root, config, "pt-BR").sections[-1].in_contents


@pytest.mark.parametrize("language", ["en", "zh", "pt", "pt-BR"])
@pytest.mark.parametrize("above", ["", "toc = false", "toc = 'A'", "heading = 'A'"])
@pytest.mark.parametrize("below", ["toc = 'B'", "heading = 'B'", "heading = 'B'\ntoc = false"])
def test_every_heading_is_a_text(root: Path, language: str, above: str, below: str) -> None:
    put_pack(root, "pt", f"{NEW}{below}\n")
    put_pack(root, "pt-BR", f"{NEW}{above}\n[[sections]]\nkey = 'papers'\n{above}\n")
    config = f"[newsletter]\nlanguage = 'pt'\n{NEW}{above}\n[[sections]]\nkey = 'papers'\n{above}"
    for text in ("", config):
        if text and language in ("en", "zh") and above in ("", "toc = false"):
            message = error_of(root, text, language).message
            assert message.startswith("config.toml:3: [[sections]] needs 'heading', since 'new' is")
            continue
        for section in layout(root, text, language).sections:
            assert section.heading
            assert section.toc
            assert isinstance(section.heading, str)
            assert isinstance(section.toc, str)


def test_an_alias_of_a_pack_is_taken_from_the_section_that_had_it(root: Path) -> None:
    put_pack(root, "en", f"{NEW}toc = 'New'\naliases = ['Paper']\n")
    aliases = {section.key: section.aliases for section in layout(root, "").sections}
    assert (aliases["papers"], aliases["new"]) == ((), ("Paper",))
