"""Wording packs and templates: which there are, and copies to be changed."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from akira_cli.core.errors import AkiraError, NotWritten, UsageError
from akira_cli.exporters._templates import SHIPPED as TEMPLATES
from akira_cli.ports import LayoutFile, LayoutFiles
from akira_cli.storage.layout_files import LayoutFilesOnDisk, OwnAndShipped
from akira_cli.storage.wording_packs import SHIPPED, wording
from akira_cli.summarisers.llm.prompt import SHIPPED as PROMPTS


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def files(root: Path) -> LayoutFiles:
    templates = OwnAndShipped(root / "templates", TEMPLATES)
    return LayoutFilesOnDisk(root, templates, OwnAndShipped(root / "prompts", PROMPTS))


def test_the_programs_files_are_listed_packs_first(files: LayoutFiles) -> None:
    packs = [LayoutFile(f"{name}.toml", "pack", None) for name in ("en", "ja", "zh")]
    found = files.all()
    assert found[:3] == packs
    for kind, folder in (("template", TEMPLATES), ("prompt", PROMPTS)):
        listed = [file.name for file in found[3:] if file.kind == kind]
        assert listed == sorted(path.name for path in folder.iterdir())
    assert [file.kind for file in found[-2:]] == ["prompt", "prompt"]
    assert {"medium.html.j2", "summary.md.j2"} < {file.name for file in found}


def test_the_curators_files_are_listed_with_their_paths(root: Path, files: LayoutFiles) -> None:
    for name in (
        "layouts/zh.toml",
        "layouts/pt-BR.toml",
        "templates/hugo.md.j2",
        "prompts/mine.md.j2",
    ):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).touch()
    for name in ("layouts/notes.txt", "templates/readme.md"):
        (root / name).touch()
    own = {file for file in files.all() if file.own is not None}
    assert own == {
        LayoutFile("zh.toml", "pack", "layouts/zh.toml"),
        LayoutFile("pt-BR.toml", "pack", "layouts/pt-BR.toml"),
        LayoutFile("hugo.md.j2", "template", "templates/hugo.md.j2"),
        LayoutFile("mine.md.j2", "prompt", "prompts/mine.md.j2"),
    }


@pytest.mark.parametrize(
    ("name", "path", "source"),
    [
        ("zh", "layouts/zh.toml", SHIPPED / "zh.toml"),
        ("en.toml", "layouts/en.toml", SHIPPED / "en.toml"),
        ("medium.html.j2", "templates/medium.html.j2", TEMPLATES / "medium.html.j2"),
        ("summary.md.j2", "prompts/summary.md.j2", PROMPTS / "summary.md.j2"),
    ],
)
def test_a_copy_is_made_to_be_changed(
    root: Path, files: LayoutFiles, name: str, path: str, source: Path
) -> None:
    assert files.eject(name) == path
    assert (root / path).read_bytes() == source.read_bytes()
    assert [file.own for file in files.all() if file.own] == [path]


@pytest.mark.parametrize("language", ["en", "ja", "zh"])
def test_a_copy_of_a_pack_changes_nothing_by_itself(
    root: Path, files: LayoutFiles, language: str
) -> None:
    files.eject(language)
    assert wording(root, language) == wording(None, language)


def test_every_file_of_the_program_can_be_copied(files: LayoutFiles) -> None:
    shipped = files.all()
    paths = [files.eject(file.name) for file in shipped]
    assert [file.own for file in files.all()] == paths


def test_what_is_there_is_never_overwritten(root: Path, files: LayoutFiles) -> None:
    (root / "layouts").mkdir()
    (root / "layouts" / "zh.toml").write_text("mine")
    with pytest.raises(AkiraError) as caught:
        files.eject("zh")
    assert caught.value.message == "'layouts/zh.toml' is there already, and nothing is overwritten"
    assert caught.value.hint == "it is used as it stands; remove it to begin anew"
    assert (root / "layouts" / "zh.toml").read_text() == "mine"


@pytest.mark.parametrize("name", ["xx", "", "medium", "layouts/zh.toml", "../config", "ZH"])
def test_an_unknown_name_is_told_with_the_known_ones(
    root: Path, files: LayoutFiles, name: str
) -> None:
    with pytest.raises(UsageError) as caught:
        files.eject(name)
    assert caught.value.message == f"there is no pack, template or prompt '{name}'"
    assert caught.value.hint.startswith("there are: en.toml, ja.toml, zh.toml, ")
    assert list(root.iterdir()) == []


def test_a_file_of_the_curators_alone_cannot_be_copied(root: Path, files: LayoutFiles) -> None:
    (root / "templates").mkdir()
    (root / "templates" / "hugo.md.j2").touch()
    with pytest.raises(UsageError, match=r"no pack, template or prompt 'hugo\.md\.j2'"):
        files.eject("hugo.md.j2")


def test_a_place_where_no_folder_can_be_is_not_written(root: Path, files: LayoutFiles) -> None:
    (root / "layouts").write_text("a file")
    with pytest.raises(NotWritten, match=r"layouts/zh\.toml' cannot be written"):
        files.eject("zh")


def test_a_copy_that_could_not_be_written_whole_is_not_left(
    root: Path, files: LayoutFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(Path, "read_bytes", full)
        with pytest.raises(NotWritten, match="no space left"):
            files.eject("zh")
    assert list((root / "layouts").iterdir()) == []
    assert files.eject("zh") == "layouts/zh.toml"


@pytest.mark.parametrize("name", ["layouts/zh.toml", "templates/medium.html.j2"])
def test_a_folder_or_a_link_in_the_place_of_a_file_is_listed_and_kept(
    root: Path, files: LayoutFiles, name: str
) -> None:
    place = root / name
    place.parent.mkdir()
    for target in (None, "nowhere", place.name):
        if target is None:
            place.mkdir()
        else:
            place.symlink_to(target)
        assert [file.own for file in files.all() if file.own] == [name]
        with pytest.raises(AkiraError, match="is there already, and nothing is overwritten"):
            files.eject(place.name)
        place.rmdir() if target is None else place.unlink()
