"""The pictures of the drafts: read from below drafts/ and from nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import InvalidFile, NotWritten
from akira_cli.ports import Pictures
from akira_cli.ports.figures import EncodedPicture
from akira_cli.storage.figure_files import FigureFiles, stays_inside

PICTURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    figures = tmp_path / "newsletter" / "drafts" / "figures"
    figures.mkdir(parents=True)
    (figures / "a.png").write_bytes(PICTURE)
    return tmp_path / "newsletter"


def error_of(root: Path, file: str) -> InvalidFile:
    with pytest.raises(InvalidFile) as caught:
        FigureFiles(root).read(file)
    return caught.value


def test_a_picture_is_read_byte_for_byte(root: Path) -> None:
    pictures: Pictures = FigureFiles(root)
    assert pictures.read("figures/a.png") == PICTURE
    assert pictures.read("./figures/a.png") == PICTURE


def test_the_root_may_be_given_from_here(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    pictures = FigureFiles(Path("newsletter"))
    monkeypatch.chdir("/")
    assert pictures.read("figures/a.png") == PICTURE


@pytest.mark.parametrize("name", ["figures/none.png", "figures/a.png/b.png", "none/a.png"])
def test_a_missing_picture_is_named(root: Path, name: str) -> None:
    error = error_of(root, name)
    assert error.message == f"there is no figure 'drafts/{name}'"
    assert error.hint == "put the picture there, or correct the figure's 'file' in the draft"


@pytest.mark.parametrize("name", ["", "figures", "figures/loop.png", "figures/a\0.png"])
def test_a_picture_that_cannot_be_read_is_named(root: Path, name: str) -> None:
    (root / "drafts" / "figures" / "loop.png").symlink_to("loop.png")
    assert error_of(root, name).message.startswith(f"cannot read the figure 'drafts/{name}': ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no fifos")
def test_what_is_no_regular_file_is_named_and_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "drafts" / "figures" / "pipe.png")
    assert error_of(root, "figures/pipe.png").message.endswith(": it is not a regular file")


@pytest.mark.parametrize(
    "name", ["../secret.txt", "figures/../../secret.txt", "figures/../figures/a.png", "link.png"]
)
def test_a_picture_outside_of_the_drafts_is_refused(root: Path, name: str) -> None:
    (root / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "drafts" / "link.png").symlink_to(root / "secret.txt")
    assert error_of(root, name).message == f"the figure '{name}' lies outside of drafts/"


def test_an_absolute_name_is_refused_even_inside_the_drafts(root: Path) -> None:
    name = str(root / "drafts" / "figures" / "a.png")
    assert error_of(root, name).message == f"the figure '{name}' lies outside of drafts/"


def test_a_link_within_the_drafts_is_followed(root: Path) -> None:
    (root / "drafts" / "link.png").symlink_to("figures/a.png")
    assert FigureFiles(root).read("link.png") == PICTURE


def test_the_drafts_may_themselves_be_a_link(root: Path) -> None:
    (root / "drafts").rename(root / "elsewhere")
    (root / "drafts").symlink_to("elsewhere")
    assert FigureFiles(root).read("figures/a.png") == PICTURE


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.png", True),
        ("figures/a..b.png", True),
        ("./a.png", True),
        ("..", False),
        ("a/../b.png", False),
        ("/a.png", False),
        ("//host/a.png", False),
        ("C:a.png", False),
        ("C:/a.png", False),
        ("a\\b.png", False),
    ],
)
def test_a_name_that_leads_anywhere_but_down_does_not_stay_inside(
    name: str, expected: bool
) -> None:
    assert stays_inside(name) == expected


@given(st.text("./\\C:ab\0é", max_size=12))
def test_no_name_leads_out_of_the_drafts(name: str) -> None:
    if stays_inside(name) and "\0" not in name:
        inside = Path(os.path.normpath(f"/workspace/drafts/{name}"))
        assert inside.is_relative_to("/workspace/drafts")


def test_a_name_that_no_disk_takes_is_told_in_one_short_line(root: Path) -> None:
    error = error_of(root, f"figures/{'a' * 999}.png")
    name = f"figures/{'a' * 51}…"
    assert error.message == f"cannot read the figure 'drafts/{name}': File name too long"


class TestKeeping:
    PICTURE = EncodedPicture(b"first", ".png", 10, 10)
    OTHER = EncodedPicture(b"second", ".png", 10, 10)

    def test_a_picture_is_named_after_its_entry_and_can_be_read(self, tmp_path: Path) -> None:
        files = FigureFiles(tmp_path)
        assert files.keep("2110.02178", self.PICTURE) == "figures/2110.02178.png"
        assert files.read("figures/2110.02178.png") == b"first"

    def test_the_same_picture_again_is_the_same_file(self, tmp_path: Path) -> None:
        files = FigureFiles(tmp_path)
        assert files.keep("a", self.PICTURE) == files.keep("a", self.PICTURE)
        assert len(list((tmp_path / "drafts" / "figures").iterdir())) == 1

    def test_another_picture_leaves_the_one_that_has_the_name_as_it_is(
        self, tmp_path: Path
    ) -> None:
        files = FigureFiles(tmp_path)
        first, second = files.keep("a", self.PICTURE), files.keep("a", self.OTHER)
        assert first != second
        assert (files.read(first), files.read(second)) == (b"first", b"second")
        assert files.keep("a", self.OTHER) == second

    def test_a_picture_that_was_retouched_by_hand_is_left_as_it_is(self, tmp_path: Path) -> None:
        files = FigureFiles(tmp_path)
        files.keep("a", self.PICTURE)
        second = files.keep("a", self.OTHER)
        (tmp_path / "drafts" / second).write_bytes(b"retouched")
        third = files.keep("a", self.OTHER)
        assert (files.read(second), files.read(third)) == (b"retouched", b"second")

    @pytest.mark.parametrize(
        ("entry_id", "file"),
        [
            ("hep-th/9901001", "figures/hep-th-9901001.png"),
            ("../../etc/passwd", "figures/etc-passwd.png"),
            ("..", "figures/figure.png"),
            ("a\x00b", "figures/a-b.png"),
            ("x" * 300, f"figures/{'x' * 60}.png"),
        ],
    )
    def test_no_id_leads_out_of_the_folder(self, tmp_path: Path, entry_id: str, file: str) -> None:
        assert FigureFiles(tmp_path).keep(entry_id, self.PICTURE) == file
        assert (tmp_path / "drafts" / file).is_file()

    def test_a_folder_that_cannot_be_made_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "drafts").write_text("a file where the folder should be")
        with pytest.raises(NotWritten, match="cannot be written"):
            FigureFiles(tmp_path).keep("a", self.PICTURE)

    def test_nothing_is_written_through_a_link_out_of_the_drafts(self, tmp_path: Path) -> None:
        (tmp_path / "drafts").mkdir()
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "drafts" / "figures").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(NotWritten, match="leads out of drafts"):
            FigureFiles(tmp_path).keep("a", self.PICTURE)
        assert list((tmp_path / "elsewhere").iterdir()) == []
