from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE

import pytest

from akira_cli.core.errors import InvalidFile, NotWritten
from akira_cli.storage.atomic import (
    read_file,
    refusals_told,
    replace_file,
    workspace_lock,
    written_aside,
)

SLOW_HOLDER = """
import sys
from pathlib import Path
from akira_cli.storage.atomic import workspace_lock
with workspace_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    replace_file(path, b"old")
    replace_file(path, b"new")
    assert read_file(path) == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_the_mode_of_the_file_is_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    path.chmod(mode)
    replace_file(path, b"new")
    assert S_IMODE(path.stat().st_mode) == mode


def test_until_it_is_put_in_place_the_old_file_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    with written_aside(path, b"new") as aside:
        assert (read_file(path), read_file(aside)) == (b"old", b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_the_new_file_is_on_the_disk_before_it_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    synced: list[tuple[os.stat_result, bytes | None]] = []

    def recording(descriptor: int) -> None:
        synced.append((os.fstat(descriptor), read_file(path)))

    monkeypatch.setattr(os, "fsync", recording)
    replace_file(path, b"brand new")
    (of_file, before), (of_folder, after) = synced
    assert (of_file.st_ino, of_file.st_size) == (path.stat().st_ino, len(b"brand new"))
    assert of_folder.st_ino == tmp_path.stat().st_ino
    assert (before, after) == (b"old", b"brand new")


def test_a_file_that_may_not_be_written_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(PermissionError):
        replace_file(path, b"new")
    assert read_file(path) == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_no_file_reads_as_none(tmp_path: Path) -> None:
    assert read_file(tmp_path / "a.toml") is None


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match=r"/.*' cannot be read: is a directory"):
        read_file(tmp_path)


@pytest.mark.parametrize(
    ("code", "line", "hint"),
    [
        (errno.ENOSPC, "no space left on device", "make some room"),
        (errno.EROFS, "read-only file system", "read-only"),
        (errno.EACCES, "permission denied", "permissions"),
        (errno.EIO, "input/output error", "nothing was changed"),
    ],
)
def test_a_refusal_of_the_disk_is_told_in_one_line(code: int, line: str, hint: str) -> None:
    with pytest.raises(NotWritten) as raised, refusals_told(Path("a.toml")):
        raise OSError(code, os.strerror(code))
    assert raised.value.message == f"'a.toml' cannot be written: {line}"
    assert hint in raised.value.hint


def test_a_workspace_held_by_another_command_is_told(tmp_path: Path) -> None:
    holder = subprocess.Popen(  # noqa: S603  # our own interpreter and program
        [sys.executable, "-c", SLOW_HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with (
            pytest.raises(NotWritten, match=r"held the workspace for 0\.1 seconds"),
            workspace_lock(tmp_path, timeout=0.1),
        ):
            pytest.fail("two commands hold one workspace")
        holder.kill()
    with workspace_lock(tmp_path, timeout=5):
        pass


@pytest.mark.parametrize("folder", ["drafts", ".akira", ".akira/history/texts"])
def test_what_a_killed_command_left_is_swept(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    kept = tmp_path / folder / "issue-034.toml"
    left = tmp_path / folder / ".issue-034.toml.123.akira-tmp"
    for path in (kept, left):
        path.write_bytes(b"format = 1\n")
    with workspace_lock(tmp_path):
        assert kept.exists()
        assert not left.exists()


@pytest.mark.parametrize(
    "occupy", [Path.touch, lambda path: path.symlink_to("nowhere/at/all")], ids=["file", "link"]
)
def test_no_place_for_the_lock_is_told(tmp_path: Path, occupy: Callable[[Path], None]) -> None:
    occupy(tmp_path / ".akira")
    with pytest.raises(NotWritten, match="cannot be written"), workspace_lock(tmp_path):
        pytest.fail("a lock was taken where none can be")
