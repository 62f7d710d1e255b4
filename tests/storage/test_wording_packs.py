"""Wording packs: those that are shipped are whole, and a workspace's own go before them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import InvalidFile
from akira_cli.core.page import WORDS
from akira_cli.storage.page_schema import PACK
from akira_cli.storage.toml_schema import faults
from akira_cli.storage.wording_packs import SHIPPED, has_wording, languages, wording

LANGUAGES = ("en", "ja", "zh")
SECTIONS = ["featured", "use-cases", "papers", "articles", "other"]


def shipped(name: str) -> Mapping[str, Any]:
    return tomllib.loads((SHIPPED / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "layouts").mkdir()
    return tmp_path


def put(root: Path, name: str, text: str) -> None:
    (root / "layouts" / f"{name}.toml").write_text(text, encoding="utf-8")


def keys_of(pack: Mapping[str, Any], table: str) -> set[str]:
    return set(pack[table])


def headings(pack: Mapping[str, Any]) -> dict[str, str]:
    return {section["key"]: section["heading"] for section in pack["sections"]}


def test_the_shipped_packs_are_these() -> None:
    assert languages(Path("nowhere")) == [*LANGUAGES]


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_shipped_pack_is_valid(name: str) -> None:
    assert list(faults(shipped(name), PACK)) == []


def test_the_english_pack_has_every_key() -> None:
    assert set(shipped("en")) == set(PACK.keys)
    assert tuple(shipped("en")["words"]) == WORDS
    for section in shipped("en")["sections"]:
        assert set(section) == {"key", "aliases", "toc", "heading"}


@pytest.mark.parametrize("name", ["ja", "zh"])
@pytest.mark.parametrize("table", ["words", "groups", "labels"])
def test_another_pack_has_every_word_of_the_english_one(name: str, table: str) -> None:
    assert keys_of(shipped(name), table) == keys_of(shipped("en"), table)
    assert all(shipped(name)[table].values())


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_pack_has_every_section_by_all_its_names(name: str) -> None:
    sections = shipped(name)["sections"]
    assert [section["key"] for section in sections] == SECTIONS
    assert all(section["toc"] and section["heading"] for section in sections)


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_pack_has_twelve_months_of_different_names(name: str) -> None:
    assert len(set(shipped(name)["months"])) == 12


@pytest.mark.parametrize("name", ["ja", "zh"])
@pytest.mark.parametrize("key", ["title", "toc_intro", "joint", "date"])
def test_another_pack_has_its_own_sentences(name: str, key: str) -> None:
    assert shipped(name)[key]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wording_of_a_shipped_language_needs_no_workspace(language: str) -> None:
    for root in (None, Path("/nowhere/at/all")):
        made = wording(root, language)
        assert set(made) == set(PACK.keys)
        assert made["toc_intro"] == shipped(language)["toc_intro"]
        assert list(faults(made, PACK)) == []


def test_what_a_pack_leaves_out_is_english(root: Path) -> None:
    japanese = wording(root, "ja")
    assert japanese["separator"] == shipped("en")["separator"]
    assert japanese["sections"][2]["aliases"] == ["paper"]
    assert japanese["sections"][2]["heading"] == "機械学習の論文"


@pytest.mark.parametrize("language", ["fr", "fr-CA", "", "..", "../zh", "a/b", "a\0b", "zh.toml"])
def test_a_language_without_a_pack_is_english(root: Path, language: str) -> None:
    (root / "zh.toml").write_text('title = "not this one"', encoding="utf-8")
    assert wording(root, language) == shipped("en")


@pytest.mark.parametrize("language", ["zh-TW", "zh-Hant-TW"])
def test_a_regional_language_has_the_words_of_its_own(root: Path, language: str) -> None:
    assert wording(root, language) == wording(root, "zh")


@pytest.mark.parametrize("language", ["ZH", "Zh-tw"])
def test_case_tells_no_two_languages_apart(root: Path, language: str) -> None:
    put(root, "zh-TW", 'joint = " | "')
    before = wording(root, "zh-TW" if "-" in language else "zh")
    assert wording(root, language) == before != wording(root, "en")


@pytest.mark.parametrize("language", ["en", "en-GB", "zh", "ZH", "zh-TW", "pt-BR", "PT-br"])
def test_there_is_a_wording_in_a_language_or_in_that_it_is_a_variety_of(
    root: Path, language: str
) -> None:
    put(root, "pt-BR", "")
    assert has_wording(root, language)


@pytest.mark.parametrize("language", ["fr", "fr-CA", "pt", "pt-PT", "", "-", "..", "../zh", "z\0h"])
def test_there_is_none_in_any_other(root: Path, language: str) -> None:
    put(root, "pt-BR", "")
    assert not has_wording(root, language)


def test_a_pack_of_the_workspace_goes_before_the_shipped_one_key_by_key(root: Path) -> None:
    put(
        root,
        "zh",
        """
        toc_intro = "以下"
        [words]
        links = "网址"
        [groups]
        tools = "工具"
        [labels.week]
        label = "W{week}/{year}"
        [labels.number]
        title = "{name} {year}"
        [labels.day]
        label = "{day}"
        [[sections]]
        key = "papers"
        heading = "新论文"
        [[sections]]
        key = "tools"
        heading = "工具"
        """,
    )
    made, before = wording(root, "zh"), wording(None, "zh")
    assert made["toc_intro"] == "以下"
    assert made["title"] == before["title"]
    assert made["words"] == {**before["words"], "links": "网址"}
    assert list(made["groups"]) == ["featured", "use-cases", "papers", "tools"]
    assert made["labels"] == {
        **before["labels"],
        "week": {"label": "W{week}/{year}"},
        "number": {"label": "#{number}", "title": "{name} {year}"},
        "day": {"label": "{day}"},
    }
    assert headings(made) == {**headings(before), "papers": "新论文", "tools": "工具"}
    assert list(headings(made)) == [*SECTIONS, "tools"]
    assert made["sections"][2]["toc"] == before["sections"][2]["toc"]


def test_a_language_may_have_packs_of_its_own_only(root: Path) -> None:
    put(root, "pt", 'title = "{name}: {label}"\njoint = " / "\n')
    put(root, "pt-BR", 'joint = " | "\n')
    assert languages(root) == ["en", "ja", "pt", "pt-BR", "zh"]
    assert (wording(root, "pt")["title"], wording(root, "pt")["joint"]) == (
        "{name}: {label}",
        " / ",
    )
    brazilian = wording(root, "pt-BR")
    assert (brazilian["title"], brazilian["joint"]) == ("{name}: {label}", " | ")
    assert brazilian["words"] == shipped("en")["words"]


def test_the_workspaces_english_counts_in_english_alone(root: Path) -> None:
    put(root, "en", 'separator = "~"\n[words]\nlinks = "Addresses"\n')
    put(root, "en-GB", 'joint = " | "\n')
    for language in ("en", "en-GB"):
        assert wording(root, language)["separator"] == "~"
    assert wording(root, "en-GB")["joint"] == " | "
    for language in ("zh", "fr"):
        assert wording(root, language)["separator"] == shipped("en")["separator"]


def test_a_workspace_without_packs_has_none(tmp_path: Path) -> None:
    assert languages(tmp_path) == [*LANGUAGES]


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("title = 3", "1: title must be a string, not a whole number", ""),
        ("\ntilte = 'x'", "2: tilte is not a known key", "did you mean 'title'?"),
        ("# c\ndate = '{name}'", "2: date must be a pattern of {date}, {day}, {month}", ""),
        ("date = '{number:03}'", "1: date must be a pattern of {date}, {day}, {month}", ""),
        ("preamble = ['{other}']", "1: preamble must be a list of patterns, not", ""),
        ("months = ['Jan']", "1: months must be a list of twelve names, not '['Jan']'", ""),
        ("words = 3", "1: [words] must be a table, not a whole number", ""),
        ("[words]\nlinks = 3", "2: [words] links must be a string, not a whole number", ""),
        ("[groups]\npapers = []", "2: [groups] papers must be a string, not a list", ""),
        (
            "[labels.day]\ntitle = 'x'",
            "1: [labels] day needs 'label', since 'day' is not a default kind",
            "",
        ),
        ("[words]\nlinkz = 'x'", "2: [words] linkz is not a known key", "did you mean 'links'?"),
        ("[words]\nsponsor = 'x'", "2: [words] sponsor is not a known key", "it may have: con"),
        (
            "[labels.week]\nlabel = '{name}'",
            "2: [labels.week] label must be a pattern of {number}, {date}, {day}",
            "",
        ),
        ("[sections]\nkey = 'a'", "1: [sections] must be written as [[sections]] tables", ""),
        ("[[sections]]\nheading = 'a'", "1: [[sections]] needs 'key'", ""),
        (
            "[[sections]]\nkey = 'papers'\n[[sections]]\nkey = 'tools'\ntoc = false",
            "3: [[sections]] needs 'heading', since 'tools' is not a default section",
            "",
        ),
        (
            "[[sections]]\nkey = 'new'\ntoc = 'N'\n[[sections]]\nkey = 'new'\nheading = 'O'",
            "4: [[sections]] has the name 'new' of a section above",
            "",
        ),
        (
            "[[sections]]\nkey = 'papers'\n[[sections]]\nkey = 'other'\naliases = ['Papers']",
            "3: [[sections]] has the name 'papers' of a section above",
            "",
        ),
        (
            "[[sections]]\nkey = 'new'\ntoc = 'N'\naliases = ['n', 'Papers']",
            "1: [[sections]] has the name 'papers' of a default section",
            "",
        ),
        (
            "[[sections]]\nkey = 'Papers'\ntoc = 'N'",
            "1: [[sections]] has the name 'papers' of a default section",
            "",
        ),
        (
            '[[sections]]\nkey = "a\\u0007b"',
            r"2: [[sections]] key must be one word, not 'a\x07b'",
            "",
        ),
        (
            '[groups]\n"a\\u0007b" = "x"',
            r"2: [groups] 'a\x07b' must have a name without control characters",
            "",
        ),
        ('"a\\u0007b" = "x"', r"1: 'a\x07b' is not a known key", "it may have: "),
        ("x = ", "1:5: not valid TOML: invalid value", "https://toml.io"),
    ],
)
@pytest.mark.parametrize("name", ["zh", "fr"])
def test_what_is_wrong_is_named_with_file_line_and_key(
    root: Path, name: str, text: str, place: str, hint: str
) -> None:
    put(root, name, text)
    with pytest.raises(InvalidFile) as caught:
        wording(root, f"{name}-XX")
    assert caught.value.message.startswith(f"layouts/{name}.toml:{place}")
    assert caught.value.hint.startswith(hint)


def test_bytes_that_are_not_utf_8_are_refused_with_their_line(root: Path) -> None:
    (root / "layouts" / "fr.toml").write_bytes(b"\n\ntitle = '\xe9'\n")
    with pytest.raises(InvalidFile, match=r"^layouts/fr\.toml:3: this is not UTF-8 text$"):
        wording(root, "fr")


def test_a_pack_that_cannot_be_read_is_named(root: Path) -> None:
    (root / "layouts" / "fr.toml").mkdir()
    with pytest.raises(
        InvalidFile, match=r"^cannot read 'layouts/fr\.toml': Is a directory$"
    ) as caught:
        wording(root, "fr")
    assert caught.value.hint == "put a wording pack there that can be read, or remove it"


@pytest.mark.parametrize("name", ["en", "zh", "fr"])
def test_a_pack_that_is_a_link_to_nothing_is_told(root: Path, name: str) -> None:
    (root / "layouts" / f"{name}.toml").symlink_to("nowhere.toml")
    with pytest.raises(InvalidFile, match=rf"^'layouts/{name}\.toml' is a link to nothing$"):
        wording(root, name)


def test_a_pack_that_is_a_link_to_itself_is_told(root: Path) -> None:
    (root / "layouts" / "fr.toml").symlink_to("fr.toml")
    with pytest.raises(InvalidFile, match=r"^cannot read 'layouts/fr\.toml': Too many levels"):
        wording(root, "fr")


def test_a_pack_of_another_language_is_not_looked_at(root: Path) -> None:
    put(root, "fr", "broken")
    assert wording(root, "zh") == wording(None, "zh")


@given(st.text(max_size=8))
def test_any_language_has_a_wording(language: str) -> None:
    assert set(wording(Path("/nowhere"), language)) == set(PACK.keys)
