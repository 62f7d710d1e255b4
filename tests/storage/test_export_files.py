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
