"""Documents on disk: where they go, what is copied, and what is refused."""

from __future__ import annotations

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


@pytest.mark.parametrize("name", ["figures/none.png", "figures/a.png/b.png", "none/a.png"])
def test_a_missing_figure_is_named_and_nothing_is_written(root: Path, name: str) -> None:
    with pytest.raises(InvalidFile, match=f"there is no figure 'drafts/{name}'"):
        ExportFiles(root).write("x", document(name))
    assert not (root / "exports").exists()


@pytest.mark.parametrize("name", ["figures", "figures/loop.png", "figures/a\0.png"])
def test_a_figure_that_cannot_be_read_is_named(root: Path, name: str) -> None:
    (root / "drafts" / "figures" / "loop.png").symlink_to("loop.png")
    with pytest.raises(InvalidFile, match="cannot read the figure 'drafts/figures"):
        ExportFiles(root).write("x", document(name))


@pytest.mark.parametrize(
    "name", ["../secret.txt", "figures/../../secret.txt", "figures/../figures/a.png", "link.png"]
)
def test_a_figure_outside_of_the_drafts_is_refused(root: Path, name: str) -> None:
    (root / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "drafts" / "link.png").symlink_to(root / "secret.txt")
    with pytest.raises(InvalidFile, match=r"lies outside of drafts/"):
        ExportFiles(root).write("x", document(name))
    assert not (root / "exports").exists()


def test_an_absolute_figure_is_refused_even_inside_the_drafts(root: Path) -> None:
    with pytest.raises(InvalidFile, match=r"lies outside of drafts/"):
        ExportFiles(root).write("x", document(str(root / "drafts" / "figures" / "a.png")))


def test_drafts_may_themselves_be_a_link(root: Path) -> None:
    (root / "drafts").rename(root / "elsewhere")
    (root / "drafts").symlink_to("elsewhere")
    path = Path(ExportFiles(root).write("x", document("figures/a.png")))
    assert (path.parent / "figures" / "a.png").read_bytes() == PICTURE


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
