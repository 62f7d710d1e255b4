"""Texts in an editor: nothing typed is lost before it has been used."""

from __future__ import annotations

from pathlib import Path

import pytest

from akira_cli.core.errors import NotWritten
from akira_cli.ports import OpenText, OpenTexts
from akira_cli.storage.open_texts import OpenTextFiles

NAME = "issue-034--2110.02178.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".akira" / "edits"


@pytest.fixture
def texts(folder: Path) -> OpenTexts:
    return OpenTextFiles(folder)


def type_into(opened: OpenText, text: str) -> None:
    Path(opened.path).write_bytes(text.encode(errors="surrogateescape"))


def test_a_text_is_handed_out_in_a_file_of_its_name(texts: OpenTexts, folder: Path) -> None:
    opened = texts.open(NAME, "as it was")
    assert opened == OpenText(str(folder / NAME), "as it was", resumed=False)
    assert Path(opened.path).read_text(encoding="utf-8") == "as it was"
    assert texts.read(opened) == "as it was"


@pytest.mark.parametrize("typed", ["mine", "", "a\r\nb\r", "déjà vu", "caf\udce9"])
def test_what_was_typed_is_read_byte_for_byte(texts: OpenTexts, typed: str) -> None:
    opened = texts.open(NAME, "as it was")
    type_into(opened, typed)
    assert texts.read(opened) == typed


@pytest.mark.parametrize("text", ["a\r\nb\r", "caf\udce9\n", ""])
def test_any_bytes_can_be_handed_out(texts: OpenTexts, text: str) -> None:
    assert texts.read(texts.open(NAME, text)) == text


def test_a_text_that_was_left_is_taken_up_with_what_it_was_at_first(texts: OpenTexts) -> None:
    type_into(texts.open(NAME, "as it was"), "mine")
    again = texts.open(NAME, "as it is by now")
    assert (again.base, again.resumed) == ("as it was", True)
    assert texts.read(again) == "mine"


def test_a_text_that_was_closed_leaves_nothing(texts: OpenTexts, folder: Path) -> None:
    opened = texts.open(NAME, "as it was")
    type_into(opened, "mine")
    texts.close(opened)
    assert list(folder.iterdir()) == []
    assert texts.open(NAME, "as it is") == OpenText(opened.path, "as it is", resumed=False)


def test_texts_of_other_names_are_left_alone(texts: OpenTexts) -> None:
    one, other = texts.open("one.md", "1"), texts.open("other.md", "2")
    texts.close(one)
    assert texts.read(other) == "2"
    assert texts.open("other.md", "3").base == "2"


@pytest.mark.parametrize("left", [NAME, f"{NAME}.base"])
def test_half_of_an_opened_text_is_begun_anew(texts: OpenTexts, folder: Path, left: str) -> None:
    folder.mkdir(parents=True)
    (folder / left).write_text("left by a crash", encoding="utf-8")
    opened = texts.open(NAME, "as it is")
    assert (opened.base, opened.resumed) == ("as it is", False)
    assert texts.read(opened) == "as it is"


def test_what_the_text_was_is_kept_before_the_text_is_handed_out(
    texts: OpenTexts, folder: Path
) -> None:
    (folder / NAME).mkdir(parents=True)  # the disk refuses the second of the two files
    with pytest.raises(NotWritten):
        texts.open(NAME, "as it was")
    assert (folder / f"{NAME}.base").read_text(encoding="utf-8") == "as it was"


def test_a_file_that_is_gone_is_named(texts: OpenTexts) -> None:
    opened = texts.open(NAME, "as it was")
    Path(opened.path).unlink()
    with pytest.raises(NotWritten, match=NAME):
        texts.read(opened)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "edits").write_text("a file is in the way", encoding="utf-8")
    with pytest.raises(NotWritten, match=NAME):
        OpenTextFiles(tmp_path / "edits").open(NAME, "as it was")


def test_a_text_set_aside_is_kept_and_not_taken_up_again(texts: OpenTexts, folder: Path) -> None:
    for number in (1, 2):
        opened = texts.open(NAME, "as it was")
        assert not opened.resumed
        Path(opened.path).write_text(f"typed {number}", encoding="utf-8")
        kept = Path(texts.set_aside(opened))
        assert (kept.name, kept.read_text(encoding="utf-8")) == (
            f"{NAME}.{number}",
            f"typed {number}",
        )
    assert sorted(path.name for path in folder.iterdir()) == [f"{NAME}.1", f"{NAME}.2"]


def test_closing_twice_is_no_error(texts: OpenTexts) -> None:
    opened = texts.open(NAME, "as it was")
    texts.close(opened)
    texts.close(opened)
