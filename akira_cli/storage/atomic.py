"""Writing a file so that it is at every moment wholly the old one or wholly the new one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE

from akira_cli.core.errors import InvalidFile, NotWritten

LOCK_TIMEOUT = 60.0
"""Seconds to wait for other commands in the same workspace; each takes some milliseconds."""

_ASIDE = ".akira-tmp"
_HINTS = {
    errno.ENOSPC: "the disk is full: make some room; nothing was changed",
    errno.EDQUOT: "your share of the disk is full: make some room; nothing was changed",
    errno.EFBIG: "the file is larger than is allowed here; nothing was changed",
    errno.ENAMETOOLONG: "choose a shorter name; nothing was changed",
    errno.EROFS: "the disk is read-only; nothing was changed",
    errno.EACCES: "look at the permissions of the file and its folder; nothing was changed",
    errno.EPERM: "look at the permissions of the file and its folder; nothing was changed",
}


class ChangedOnDisk(Exception):
    """A file is not what was read any more: an editor, say, has written it meanwhile."""


@contextmanager
def workspace_lock(root: Path, timeout: float = LOCK_TIMEOUT) -> Iterator[None]:
    """Hold the workspace alone among all commands. Raises NotWritten when it stays busy.

    What commands that were killed have left aside is swept, since nobody else writes now.
    """
    from filelock import FileLock, Timeout

    path = root / ".akira" / "lock"
    with refusals_told(path):
        path.parent.mkdir(exist_ok=True)
        lock = FileLock(path)
        try:
            lock.acquire(timeout=timeout, poll_interval=0.01)
        except Timeout:
            message = f"another command has held the workspace for {timeout:g} seconds: '{path}'"
            raise NotWritten(message, "wait for it to end, or end it, and try again") from None
    try:
        for folder in (root / "drafts", path.parent, path.parent / "history" / "texts"):
            sweep(folder)
        yield
    finally:
        lock.release()


def sweep(folder: Path, of: str = "") -> None:
    """Remove what killed commands have left aside in the folder; `of` is how the names of the
    files begin that nobody else may be writing now."""
    for left in folder.glob(f".{of}*{_ASIDE}"):
        with suppress(OSError):
            left.unlink()


@contextmanager
def refusals_told(path: Path) -> Iterator[None]:
    """Raise NotWritten, naming the path, for an OSError met while writing it."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = _HINTS.get(error.errno or 0, "nothing was changed")
        raise NotWritten(f"'{path}' cannot be written: {reason}", hint) from error


def read_file(path: Path) -> bytes | None:
    """The bytes of the file, None when there is none. Raises InvalidFile."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "look at the permissions of the file and its folder"
        raise InvalidFile(f"'{path}' cannot be read: {reason}", hint) from error


@contextmanager
def written_aside(path: Path, data: bytes) -> Iterator[Path]:
    """A complete copy of the data beside `path`, on the disk, with the mode of `path`.

    It is gone afterwards unless it was put in place. Its name is this process's own, so that
    two that write one file do not meet. Raises OSError.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}{_ASIDE}")
    aside.unlink(missing_ok=True)
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            if not os.access(path, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            aside.chmod(S_IMODE(path.stat().st_mode))
        yield aside
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def put_in_place(aside: Path, path: Path) -> None:
    """Let the copy written aside take the place of `path`. Raises OSError."""
    aside.replace(path)
    sync_folder(path.parent)


def replace_file(path: Path, data: bytes) -> None:
    """Write the whole file, or leave it as it was. Raises OSError."""
    with written_aside(path, data) as aside:
        put_in_place(aside, path)


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system can."""
    # the change has happened by now: a refusal only leaves it to the system when it lands
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
