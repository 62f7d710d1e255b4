"""Documents on disk: where they go, what is copied, and what is refused."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from akira_cli.core.errors import InvalidFile, NotWritten
from akira_cli.core.issue import Document, DocumentFile
from akira_cli.ports import Exports
from akira_cli.storage.export_files import ExportFiles

TEXT = "# Akira’s News\r\n\nText.\n"
PICTURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    figures = tmp_path / "newsletter" / "drafts" / "figures"
    figures.mkdir(parents=True)
    (figures / "a.png").write_bytes(PICTURE)
    return tmp_path / "newsletter"


def document(copy_of: str | None = None, name: str = "issue-034.md") -> Document:
    beside = () if copy_of is None else (DocumentFile("figures/a.png", copy_of=copy_of),)
    return Document(main=DocumentFile(name, TEXT), beside=beside)


def files_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_document_and_its_figures_are_written(root: Path) -> None:
    exports: Exports = ExportFiles(root)
    path = exports.write("issue-034", document("figures/a.png"))
    assert path == str(root / "exports" / "issue-034" / "issue-034.md")
    assert files_below(root / "exports") == ["issue-034/figures/a.png", "issue-034/issue-034.md"]
    assert Path(path).read_bytes() == TEXT.encode()
    assert (root / "exports" / "issue-034" / "figures" / "a.png").read_bytes() == PICTURE


def test_the_path_is_relative_when_it_is_below_here(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert ExportFiles(root).write("x", document()) == "exports/x/issue-034.md"
    monkeypatch.chdir(root / "drafts")
    assert ExportFiles(root).write("x", document()) == str(root / "exports" / "x" / "issue-034.md")


def test_only_what_changed_is_written_again(root: Path) -> None:
    exports = ExportFiles(root)
    main = Path(exports.write("x", document("figures/a.png")))
    figure = main.parent / "figures" / "a.png"
    before = main.stat().st_ino, figure.stat().st_ino
    exports.write("x", document("figures/a.png"))
    assert (main.stat().st_ino, figure.stat().st_ino) == before
    (root / "drafts" / "figures" / "a.png").write_bytes(PICTURE + b"more")
    exports.write("x", document("figures/a.png"))
    assert main.stat().st_ino == before[0]
    assert figure.read_bytes() == PICTURE + b"more"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("figures/none.png", "there is no figure"),
        ("figures", "cannot read the figure"),
        ("../secret.txt", "lies outside of drafts/"),
    ],
)
def test_nothing_is_written_when_a_figure_cannot_be(root: Path, name: str, message: str) -> None:
    (root / "secret.txt").write_text("secret", encoding="utf-8")
    with pytest.raises(InvalidFile, match=message):
        ExportFiles(root).write("x", document(name))
    assert not (root / "exports").exists()


@pytest.mark.parametrize(
    ("folder", "name"), [("..", "a.md"), ("x", "../../a.md"), ("/srv", "a.md"), ("x", "b\\a.md")]
)
def test_nothing_is_written_outside_of_the_exports(root: Path, folder: str, name: str) -> None:
    with pytest.raises(NotWritten, match=r"would lie outside of exports/"):
        ExportFiles(root).write(folder, document(name=name))
    assert files_below(root) == ["drafts/figures/a.png"]


def test_a_disk_that_refuses_is_not_written(root: Path) -> None:
    (root / "exports").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(NotWritten, match="cannot be written"):
        ExportFiles(root).write("x", document())


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files_below(folder)}


@pytest.mark.parametrize("steps", range(2))
def test_a_disk_that_fills_up_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    exports = ExportFiles(root)
    exports.write("x", Document(DocumentFile("a.md", "old"), (DocumentFile("b.md", "old"),)))
    before = contents(root)

    def fills_up(_descriptor: int) -> None:
        nonlocal steps
        steps -= 1
        if steps < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fills_up)
    with pytest.raises(NotWritten, match="no space left") as told:
        exports.write("x", Document(DocumentFile("a.md", "new"), (DocumentFile("b.md", "new"),)))
    assert told.value.hint.endswith("nothing was changed")
    assert contents(root) == before


def test_a_folder_in_the_way_of_a_file_changes_nothing(root: Path) -> None:
    (root / "exports" / "x" / "b.md").mkdir(parents=True)
    with pytest.raises(NotWritten, match=r"b.md' cannot be written: is a directory") as told:
        ExportFiles(root).write(
            "x", Document(DocumentFile("a.md", "new"), (DocumentFile("b.md", "new"),))
        )
    assert told.value.hint == "nothing was changed"
    assert files_below(root / "exports") == []


def test_what_is_new_is_told_when_the_rest_cannot_be_put_in_place(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def refuses_the_main_file(aside: Path, path: Path) -> Path:
        if path.name == "issue-034.md":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return replace(aside, path)

    monkeypatch.setattr(Path, "replace", refuses_the_main_file)
    with pytest.raises(NotWritten, match=r"issue-034.md' cannot be written") as told:
        ExportFiles(root).write("x", document("figures/a.png"))
    picture = root / "exports" / "x" / "figures" / "a.png"
    assert told.value.hint == f"'{picture}' is new, the rest as it was; export again"
    assert files_below(root / "exports") == ["x/figures/a.png"]


STALE = "medium/images/[0-9][0-9]-*"


def with_pictures(*names: str, stale: str = STALE) -> Document:
    pictures = tuple(DocumentFile(f"medium/images/{name}", "picture") for name in names)
    return Document(DocumentFile("medium/page.html", "page"), pictures, stale=stale)


def pictures_left(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "exports" / "x" / "medium" / "images").iterdir())


def test_files_of_an_earlier_document_go_when_they_are_stale(root: Path) -> None:
    exports = ExportFiles(root)
    exports.write("x", with_pictures("01-a.png", "02-b.png", "cover.png"))
    exports.write("x[1]", with_pictures("01-a.png"))
    exports.write("x", with_pictures("01-a.png", "02-c.png"))
    assert pictures_left(root) == ["01-a.png", "02-c.png", "cover.png"]
    exports.write("x", with_pictures("01-z.png", stale=""))
    assert pictures_left(root) == ["01-a.png", "01-z.png", "02-c.png", "cover.png"]
    exports.write("x[1]", with_pictures("01-b.png"))
    assert files_below(root / "exports" / "x[1]" / "medium" / "images") == ["01-b.png"]
    assert len(pictures_left(root)) == 4


def test_only_plain_files_right_there_are_stale(root: Path) -> None:
    images = root / "exports" / "x" / "medium" / "images"
    (images / "01-folder").mkdir(parents=True)
    (images / "01-folder" / "01-a.png").touch()
    (images / "02-link.png").symlink_to(root / "drafts" / "figures" / "a.png")
    (images / "03-dangling.png").symlink_to("nowhere")
    (images / "04-a.png").touch()
    ExportFiles(root).write("x", with_pictures("05-a.png"))
    assert pictures_left(root) == ["01-folder", "02-link.png", "03-dangling.png", "05-a.png"]
    assert files_below(images / "01-folder") == ["01-a.png"]


def test_nothing_is_removed_outside_of_the_folder(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "01-mine.png").touch()
    medium = root / "exports" / "x" / "medium"
    medium.mkdir(parents=True)
    (medium / "images").symlink_to(elsewhere)
    ExportFiles(root).write("x", with_pictures())
    assert files_below(elsewhere) == ["01-mine.png"]


@pytest.mark.parametrize("pattern", ["../*", "/*", "medium/../../*", "medium\\*"])
def test_a_pattern_that_leads_elsewhere_is_refused_before_anything_is_written(
    root: Path, pattern: str
) -> None:
    with pytest.raises(NotWritten, match=r"would lie outside of exports/"):
        ExportFiles(root).write("x", with_pictures(stale=pattern))
    assert not (root / "exports").exists()


def test_a_file_that_keeps_its_old_letters_is_not_stale(root: Path) -> None:
    exports = ExportFiles(root)
    exports.write("x", with_pictures("01-A.png"))
    images = root / "exports" / "x" / "medium" / "images"
    # as on a disk where both are names of one file
    os.link(images / "01-A.png", images / "01-a.png")
    exports.write("x", with_pictures("01-a.png"))
    assert "01-A.png" in pictures_left(root)


def test_a_stale_file_that_cannot_be_removed_is_no_error(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports = ExportFiles(root)
    exports.write("x", with_pictures("01-a.png", "02-a.png"))
    unlink = Path.unlink

    def refuses_the_first(path: Path, missing_ok: bool = False) -> None:
        if path.name == "01-a.png":
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuses_the_first)
    exports.write("x", with_pictures("03-a.png"))
    assert pictures_left(root) == ["01-a.png", "03-a.png"]


def test_nothing_stale_is_removed_when_not_all_is_in_place(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports = ExportFiles(root)
    exports.write("x", with_pictures("01-a.png"))

    def refuses(_aside: Path, _path: Path) -> Path:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "replace", refuses)
    with pytest.raises(NotWritten):
        exports.write("x", with_pictures("01-b.png"))
    assert pictures_left(root) == ["01-a.png"]


KILLED_EXPORT = """
import os, signal, sys
from pathlib import Path
from akira_cli.core.issue import Document, DocumentFile
from akira_cli.storage.export_files import ExportFiles
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
ExportFiles(Path(sys.argv[1])).write("x", Document(DocumentFile("medium/a.html", "page")))
"""


def test_what_a_killed_export_left_aside_is_removed(root: Path) -> None:
    subprocess.run(  # noqa: S603  # our own interpreter and program
        [sys.executable, "-c", KILLED_EXPORT, str(root)], check=False
    )
    assert [Path(name).suffix for name in files_below(root / "exports")] == [".akira-tmp"]
    ExportFiles(root).write("x", document())
    assert files_below(root / "exports") == ["x/issue-034.md"]


@pytest.mark.parametrize(
    ("name", "age", "is_kept"),
    [
        (".a.md.{running}.akira-tmp", 0, True),
        (".a.md.{running}.akira-tmp", 90_000, False),
        (".a.md.{own}.akira-tmp", 0, False),
        (".a.md.{running}.tmp", 90_000, True),
        ("a.md.{running}.akira-tmp", 90_000, True),
        (".a.md.akira-tmp", 90_000, True),
    ],
)
def test_only_what_nobody_writes_any_more_is_removed(
    root: Path, name: str, age: int, is_kept: bool
) -> None:
    exports = ExportFiles(root)
    folder = Path(exports.write("x", document())).parent
    path = folder / name.format(running=os.getppid(), own=os.getpid())
    path.touch()
    os.utime(path, (path.stat().st_mtime - age,) * 2)
    exports.write("x", document())
    assert path.exists() == is_kept


@pytest.mark.parametrize("name", ["issue-034.md", "./issue-034.md", "issue-034.md/a.png"])
def test_a_picture_with_the_name_of_the_page_is_refused(root: Path, name: str) -> None:
    (root / "drafts" / "page.png").write_bytes(PICTURE)
    picture = DocumentFile(name, copy_of="page.png")
    with pytest.raises(InvalidFile) as caught:
        ExportFiles(root).write("x", document()._replace(beside=(picture,)))
    assert caught.value.message == "the picture 'page.png' has the name of the page itself"
    assert caught.value.hint == "give the picture another name, on the disk and in the draft"
    assert not (root / "exports").exists()


def test_two_pictures_of_one_name_are_refused_unless_they_are_one(root: Path) -> None:
    (root / "drafts" / "b.png").write_bytes(PICTURE)
    first = DocumentFile("images/1.png", copy_of="figures/a.png")
    same = DocumentFile("images/./1.png", copy_of="./figures/a.png")
    ExportFiles(root).write("x", document()._replace(beside=(first, first, same)))
    assert files_below(root / "exports") == ["x/images/1.png", "x/issue-034.md"]
    other = first._replace(copy_of="b.png")
    with pytest.raises(InvalidFile, match=r"'b.png' has the name of another file of the page"):
        ExportFiles(root).write("y", document()._replace(beside=(first, other)))
    assert not (root / "exports" / "y").exists()


@pytest.mark.parametrize("length", [240, 300])
def test_a_name_that_no_disk_takes_is_told_with_what_to_do(root: Path, length: int) -> None:
    with pytest.raises(NotWritten, match="cannot be written: file name too long") as told:
        ExportFiles(root).write("x", document(name="a" * length))
    assert told.value.hint == "choose a shorter name; nothing was changed"
    assert files_below(root / "exports") == []
