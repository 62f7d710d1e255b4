"""Texts in an editor: nothing typed is lost before it has been used."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, NotWritten
from akira_cli.ports import OpenText, OpenTexts
from akira_cli.storage.open_texts import OpenTextFiles, file_name

NAME = "issue-034.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".akira" / "edits"


@pytest.fixture
def texts(folder: Path) -> OpenTexts:
    return OpenTextFiles(folder)


def type_into(opened: OpenText, text: str) -> None:
    Path(opened.path).write_bytes(text.encode(errors="surrogateescape"))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def leave(texts: OpenTexts, name: str, typed: str) -> None:
    """An edit that could not be used."""
    with texts.open(name, "as it was") as opened:
        type_into(opened, typed)


def test_a_text_is_handed_out_in_a_file_of_its_name(texts: OpenTexts, folder: Path) -> None:
    with texts.open(NAME, "as it was") as opened:
        assert opened == OpenText(str(folder / NAME), "as it was", resumed=False)
        assert Path(opened.path).read_text(encoding="utf-8") == "as it was"
        assert texts.read(opened) == "as it was"


def test_the_text_of_an_entry_has_a_name_one_can_read(texts: OpenTexts, folder: Path) -> None:
    with texts.open("issue-034/2110.02178.md", "as it was") as opened:
        assert opened.path == str(folder / "issue-034--2110.02178.md")


@pytest.mark.parametrize("typed", ["mine", "", "a\r\nb\r", "déjà vu", "caf\udce9"])
def test_what_was_typed_is_read_byte_for_byte(texts: OpenTexts, typed: str) -> None:
    with texts.open(NAME, "as it was") as opened:
        type_into(opened, typed)
        assert texts.read(opened) == typed


@pytest.mark.parametrize("text", ["a\r\nb\r", "caf\udce9\n", ""])
def test_any_bytes_can_be_handed_out(texts: OpenTexts, text: str) -> None:
    with texts.open(NAME, text) as opened:
        assert texts.read(opened) == text


def test_a_text_that_was_left_is_taken_up_with_what_it_was_at_first(texts: OpenTexts) -> None:
    leave(texts, NAME, "mine")
    with texts.open(NAME, "as it is by now") as again:
        assert (again.base, again.resumed) == ("as it was", True)
        assert texts.read(again) == "mine"


def test_a_text_that_was_closed_leaves_nothing(texts: OpenTexts, folder: Path) -> None:
    with texts.open(NAME, "as it was") as opened:
        type_into(opened, "mine")
        texts.close(opened)
    assert names_in(folder) == []
    with texts.open(NAME, "as it is") as again:
        assert again == OpenText(opened.path, "as it is", resumed=False)


def test_texts_of_other_names_are_left_alone(texts: OpenTexts) -> None:
    with texts.open("one.md", "1") as one, texts.open("other.md", "2") as other:
        texts.close(one)
        assert texts.read(other) == "2"
        type_into(other, "typed")
    with texts.open("other.md", "3") as other:
        assert other.base == "2"


@pytest.mark.parametrize("left", [NAME, f"{NAME}.base"])
def test_half_of_an_opened_text_is_begun_anew(texts: OpenTexts, folder: Path, left: str) -> None:
    folder.mkdir(parents=True)
    (folder / left).write_text("left by a crash", encoding="utf-8")
    with texts.open(NAME, "as it is") as opened:
        assert (opened.base, opened.resumed) == ("as it is", False)
        assert texts.read(opened) == "as it is"


@pytest.mark.parametrize("written", range(2))
def test_a_disk_full_while_a_text_is_handed_out_leaves_nothing(
    texts: OpenTexts, folder: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    synced = iter(range(written))

    def fsync(_descriptor: int) -> None:
        if next(synced, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("akira_cli.storage.atomic.sync_folder", lambda _folder: None)
        patched.setattr(os, "fsync", fsync)
        with pytest.raises(NotWritten, match="no space left"), texts.open(NAME, "as it was"):
            pytest.fail("half a text was handed out")
    assert names_in(folder) == []
    with texts.open(NAME, "as it is") as opened:
        assert (texts.read(opened), opened.resumed) == ("as it is", False)


FULL_DISK = """
import resource, sys
from pathlib import Path
from akira_cli.core.errors import NotWritten
from akira_cli.storage.open_texts import OpenTextFiles
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    with OpenTextFiles(Path(sys.argv[1])).open(sys.argv[2], "long " * 100):
        pass
except NotWritten as error:
    print(error.message)
"""


def test_a_text_that_the_system_cuts_short_is_not_taken_up_as_what_was_typed(
    texts: OpenTexts, folder: Path
) -> None:
    ended = subprocess.run(  # noqa: S603  # our own interpreter and program
        [sys.executable, "-c", FULL_DISK, str(folder), NAME],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "file too large" in ended.stdout
    assert names_in(folder) == []
    with texts.open(NAME, "long " * 100) as opened:
        assert not opened.resumed


def test_what_a_killed_command_has_left_of_a_text_is_swept(texts: OpenTexts, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in (NAME, f"{NAME}.base", "other.md"):
        (folder / f".{name}.123.akira-tmp").touch()
    (folder / f"{NAME}.lock").touch()
    with texts.open(NAME, "as it was") as opened:
        texts.close(opened)
    assert names_in(folder) == [".other.md.123.akira-tmp"]


def test_a_file_that_is_gone_is_named(texts: OpenTexts) -> None:
    with texts.open(NAME, "as it was") as opened:
        Path(opened.path).unlink()
        with pytest.raises(NotWritten, match=NAME):
            texts.read(opened)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "edits").write_text("a file is in the way", encoding="utf-8")
    with (
        pytest.raises(NotWritten, match=NAME),
        OpenTextFiles(tmp_path / "edits").open(NAME, "as it was"),
    ):
        pytest.fail("a text was handed out of a file")


def test_a_text_set_aside_is_kept_and_not_taken_up_again(texts: OpenTexts, folder: Path) -> None:
    for number in (1, 2):
        with texts.open(NAME, "as it was") as opened:
            assert not opened.resumed
            type_into(opened, f"typed {number}")
            kept = Path(texts.set_aside(opened))
            assert (kept.name, kept.read_text(encoding="utf-8")) == (
                f"{NAME}.{number}",
                f"typed {number}",
            )
    assert names_in(folder) == [f"{NAME}.1", f"{NAME}.2"]


def test_closing_twice_is_no_error(texts: OpenTexts) -> None:
    with texts.open(NAME, "as it was") as opened:
        texts.close(opened)
        texts.close(opened)


def test_a_text_that_is_being_edited_is_not_handed_out_again(
    texts: OpenTexts, folder: Path
) -> None:
    with texts.open(NAME, "as it was") as opened:
        type_into(opened, "mine")
        with (
            pytest.raises(AkiraError, match=f"{NAME}' is being edited already"),
            OpenTextFiles(folder).open(NAME, "as it is"),
        ):
            pytest.fail("two editors have one text")
        assert texts.read(opened) == "mine"
        texts.close(opened)
    with texts.open(NAME, "as it is") as again:
        assert texts.read(again) == "as it is"


EDITOR = """
import sys
from pathlib import Path
from akira_cli.storage.open_texts import OpenTextFiles
with OpenTextFiles(Path(sys.argv[1])).open(sys.argv[2], "as it was") as opened:
    Path(opened.path).write_text("mine")
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_text_is_free_again_once_its_command_was_killed(texts: OpenTexts, folder: Path) -> None:
    process = subprocess.Popen(  # noqa: S603  # our own interpreter and program
        [sys.executable, "-c", EDITOR, str(folder), NAME],
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        with pytest.raises(AkiraError, match="being edited"), texts.open(NAME, "as it is"):
            pytest.fail("two editors have one text")
        process.kill()
    with texts.open(NAME, "as it is") as opened:
        assert (texts.read(opened), opened.resumed) == ("mine", True)


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "/", "a\0b.md", "a/../../b.md", ".hidden.md", "caf\udce9.md", "CON.md"),
        *("x" * 300 + ".md", "字" * 300 + ".md", "x." + "y" * 300, "issue-034/math/0211159.md"),
    ],
)
def test_any_name_is_one_short_file_of_the_folder(
    texts: OpenTexts, folder: Path, name: str
) -> None:
    leave(texts, name, "mine")
    kept, base = names_in(folder)
    assert base == f"{kept}.base"
    assert len(base.encode()) <= 130
    assert not kept.startswith(".")
    with texts.open(name, "as it is") as opened:
        assert texts.read(opened) == "mine"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("issue-034/a/b.md", "issue-034/a-b.md"),
        ("issue-034/a/b.md", "issue-034/a--b.md"),
        ("issue/a--b.md", "issue--a/b.md"),
        ("issue/-a.md", "issue-/a.md"),
        ("issue/A.md", "issue/a.md"),
        ("issue/\u00e9.md", "issue/e\u0301.md"),
        ("issue/a b.md", "issue/a%20b.md"),
        ("issue/" + "x" * 300 + "1.md", "issue/" + "x" * 300 + "2.md"),
    ],
)
def test_no_two_names_share_a_file(texts: OpenTexts, one: str, other: str) -> None:
    leave(texts, one, "mine")
    with texts.open(other, "as it is") as opened:
        assert not opened.resumed


LIKE_NAMES = st.text(st.sampled_from("aA-./~_é \udcff"), max_size=8)


@given(LIKE_NAMES, LIKE_NAMES)
def test_names_that_are_much_alike_have_files_of_their_own(one: str, other: str) -> None:
    assert (file_name(one).casefold() == file_name(other).casefold()) == (one == other)


def test_a_text_left_untouched_is_not_taken_up_again(folder: Path) -> None:
    killed = OpenTextFiles(folder)
    with killed.open(NAME, "as it was"):
        pass
    with killed.open(NAME, "as it is now") as opened:
        assert (opened.base, opened.resumed) == ("as it is now", False)
        assert killed.read(opened) == "as it is now"
