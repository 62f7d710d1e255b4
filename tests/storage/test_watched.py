"""What shows that an issue would come out differently."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from akira_cli.storage.watched import signature

DRAFT = "issue-034"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, "config.toml")
    put(tmp_path, f"drafts/{DRAFT}.toml")
    return tmp_path


def put(root: Path, name: str, text: str = "") -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)


def test_it_stays_while_nothing_changes(root: Path) -> None:
    assert signature(root, DRAFT) == signature(root, DRAFT)


@pytest.mark.parametrize(
    "name",
    [
        "config.toml",
        f"drafts/{DRAFT}.toml",
        "layouts/fr.toml",
        "templates/medium.html.j2",
        "templates/parts/head.html.j2",
        "drafts/cover.png",
        "drafts/figures/a.png",
        "drafts/figures/034/a",
    ],
)
def test_each_file_of_an_issue_changes_it(root: Path, name: str) -> None:
    seen = [signature(root, DRAFT)]
    put(root, name, "made or changed")
    seen.append(signature(root, DRAFT))
    put(root, name, "longer than it was")
    seen.append(signature(root, DRAFT))
    (root / name).unlink()
    seen.append(signature(root, DRAFT))
    assert len(set(seen)) >= 3
    assert all(before != after for before, after in pairwise(seen))


@pytest.mark.parametrize(
    "name",
    [
        "drafts/issue-033.toml",
        f"drafts/.{DRAFT}.toml.99.tmp",
        "drafts/figures/.hidden",
        "layouts/notes.txt",
        "templates/readme.md",
        "exports/issue-034/html/issue-034.html",
    ],
)
def test_no_other_file_does(root: Path, name: str) -> None:
    before = signature(root, DRAFT)
    put(root, name, "made")
    assert signature(root, DRAFT) == before


def test_a_link_to_nowhere_is_passed_over(root: Path) -> None:
    before = signature(root, DRAFT)
    (root / "drafts" / "lost.png").symlink_to(root / "nowhere.png")
    assert signature(root, DRAFT) == before


@pytest.mark.parametrize(
    "name", ["drafts/figures/loop", "drafts/loop.png", "templates/loop.md.j2", "layouts/loop.toml"]
)
def test_what_cannot_be_looked_at_is_no_end_but_a_difference(root: Path, name: str) -> None:
    before = signature(root, DRAFT)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(Path(name).name)
    seen = signature(root, DRAFT)
    assert seen == signature(root, DRAFT) != before
    put(root, "drafts/cover.png", "made")
    assert signature(root, DRAFT) != seen


@pytest.mark.parametrize("name", ["drafts", "templates", "layouts"])
def test_a_folder_that_leads_to_itself_is_passed_over(root: Path, name: str) -> None:
    if name == "drafts":
        (root / "drafts").rename(root / "moved")
    (root / name).symlink_to(name)
    assert signature(root, DRAFT) == signature(root, DRAFT)


def test_a_folder_that_cannot_be_listed_is_passed_over(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_folder: Path, _pattern: str) -> Iterator[Path]:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "glob", refuses)
    before = signature(root, DRAFT)
    put(root, f"drafts/{DRAFT}.toml", "changed")
    assert signature(root, DRAFT) != before
