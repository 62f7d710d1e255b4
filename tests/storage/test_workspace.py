"""Finding a workspace, and making one without touching what is there."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from akira_cli.core.errors import AkiraError, InvalidFile, NotWritten, NoWorkspace, UsageError
from akira_cli.core.settings import Settings
from akira_cli.storage.settings_toml import load_settings
from akira_cli.storage.workspace import create_workspace, find_workspace

REPOSITORY = Path(__file__).resolve().parents[2]
CONFIG = '[newsletter]\nname = "Papers Weekly"\n'


def config_in(folder: Path, text: str = CONFIG) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_nearest_workspace_at_or_above_is_found(tmp_path: Path) -> None:
    outer = config_in(tmp_path / "outer")
    inner = config_in(outer / "inner")
    deep = inner / "drafts" / "figures"
    deep.mkdir(parents=True)
    assert find_workspace(deep, None) == inner
    assert find_workspace(inner, None) == inner
    assert find_workspace(outer, None) == outer


@pytest.mark.parametrize(
    "text",
    ['baseURL = "https://example.org"\n', "this is = not = TOML\n", ""],
    ids=["another program's", "broken", "empty"],
)
def test_the_config_of_something_else_is_passed_over(tmp_path: Path, text: str) -> None:
    outer = config_in(tmp_path)
    assert find_workspace(config_in(tmp_path / "inner", text), None) == outer


def test_a_folder_named_config_toml_is_passed_over(tmp_path: Path) -> None:
    config_in(tmp_path)
    (tmp_path / "inner" / "config.toml").mkdir(parents=True)
    assert find_workspace(tmp_path / "inner", None) == tmp_path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b'[newsletter]\nname = "unclosed\n',
            "config.toml:2:17: not valid TOML: illegal character '\\n'",
        ),
        (b"[newsletter]\nname =", "config.toml:2:7: not valid TOML: invalid value"),
        (b"newsletter = 3\n", "config.toml:1: [newsletter] must be a table, not a whole number"),
        (b"x = 1\n[[newsletter]]\n", "config.toml:2: [newsletter] must be a table, not a list"),
        (b'[newsletter]\nname = "caf\xe9"\n', "config.toml:2: this is not UTF-8 text"),
        (
            b"[newsletter]\nn = " + b"9" * 5000,
            "config.toml:2:5: not valid TOML: an integer of 5000 characters",
        ),
    ],
)
def test_a_broken_newsletter_config_is_named_with_its_line(
    tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "config.toml").write_bytes(content)
    for explicit in (None, tmp_path):
        with pytest.raises(InvalidFile) as caught:
            find_workspace(tmp_path, explicit)
        assert caught.value.message == message
        assert str(tmp_path / "config.toml") in caught.value.hint


def test_no_workspace_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspace, match=re.escape(f"'{tmp_path}'")) as caught:
        find_workspace(tmp_path, None)
    assert "akira init" in caught.value.hint


def test_a_workspace_given_by_name_goes_before_the_one_around(tmp_path: Path) -> None:
    here = config_in(tmp_path / "here")
    there = config_in(tmp_path / "there")
    assert find_workspace(here, there) == there


def test_a_folder_given_by_name_must_be_a_workspace(tmp_path: Path) -> None:
    here = config_in(tmp_path / "here")
    with pytest.raises(NoWorkspace, match=r"'.*there' is not a workspace"):
        find_workspace(here, tmp_path / "there")


@pytest.mark.parametrize("name", ["Papers Weekly", "Akira’s “News” \\ 週刊", 'a "quoted" name'])
def test_a_new_workspace_is_found_and_has_its_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "made" / "here"
    create_workspace(folder, name)
    assert find_workspace(folder / "drafts", None) == folder
    assert load_settings(folder, {}).layout.name == name


def test_a_workspace_may_be_made_inside_another(tmp_path: Path) -> None:
    inner = config_in(tmp_path) / "inner"
    create_workspace(inner, "Inner")
    assert find_workspace(inner, None) == inner


@pytest.mark.parametrize("text", [CONFIG, "title = 'a Hugo site'\n"])
def test_a_config_that_is_there_is_never_overwritten(tmp_path: Path, text: str) -> None:
    config_in(tmp_path, text)
    with pytest.raises(AkiraError, match=r"config\.toml' is there already"):
        create_workspace(tmp_path, "Mine")
    assert (tmp_path / "config.toml").read_text(encoding="utf-8") == text


def test_drafts_that_are_there_stay(tmp_path: Path) -> None:
    draft = tmp_path / "drafts" / "issue-001.toml"
    draft.parent.mkdir()
    draft.write_text("format = 1\n", encoding="utf-8")
    create_workspace(tmp_path, "Mine")
    assert draft.read_text(encoding="utf-8") == "format = 1\n"


def test_a_place_where_no_folder_can_be_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotWritten, match=r"cannot make a workspace in '.*folder'"):
        create_workspace(tmp_path / "file" / "folder", "Mine")


def test_a_config_that_could_not_be_written_whole_is_not_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(NotWritten, match=r"cannot make a workspace in .*: No space left"):
            create_workspace(tmp_path, "Mine")
    assert not (tmp_path / "config.toml").exists()
    create_workspace(tmp_path, "Mine")


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "\udcff"])
def test_a_name_is_one_line_of_text(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="one line of text"):
        create_workspace(tmp_path, name)
    assert list(tmp_path.iterdir()) == []


def test_a_new_config_shows_every_option_with_its_default(tmp_path: Path) -> None:
    create_workspace(tmp_path, "Mine")
    path = tmp_path / "config.toml"
    as_made = load_settings(tmp_path, {})
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^#(?=\S)", "", text), encoding="utf-8")
    uncommented = load_settings(tmp_path, {})
    assert without_examples(uncommented) == without_examples(as_made)
    assert uncommented.layout.tracking
    assert uncommented.layout.trailer


def without_examples(settings: Settings) -> Settings:
    """The settings without tracking and closing blocks, which by default are empty."""
    layout = settings.layout._replace(tracking=(), trailer=(), library=(), cards=())
    return settings._replace(layout=layout)


def test_a_new_workspace_is_made_for_git_and_an_own_gitignore_is_left(tmp_path: Path) -> None:
    create_workspace(tmp_path / "one", "News")
    assert "/.akira/\n/exports/\n" in (tmp_path / "one" / ".gitignore").read_text()
    (tmp_path / "two").mkdir()
    own = tmp_path / "two" / ".gitignore"
    own.write_text("mine\n")
    create_workspace(tmp_path / "two", "News")
    assert own.read_text() == "mine\n"
