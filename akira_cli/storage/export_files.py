"""Documents on disk, under `exports/`."""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from akira_cli.core.errors import InvalidFile, NotWritten
from akira_cli.core.issue import Document, DocumentFile
from akira_cli.storage.atomic import put_in_place, refusals_told, written_aside
from akira_cli.storage.figure_files import FigureFiles, stays_inside
from akira_cli.storage.shortened import shortened
from akira_cli.storage.shown_path import shown

_LEFT_ASIDE = re.compile(r"\..+\.(\d{1,9})\.akira-tmp")
_DAY = 86_400.0


class ExportFiles:
    """Implements `ports.Exports`: a folder per draft, its figures copied from `drafts/`.

    A file that would not change is left alone. Nothing at all is written when a figure is
    missing, is no regular file, lies outside of `drafts/` or has the name of another file of the
    document: that raises InvalidFile. All files
    are written aside before the first is put in place, so that a full disk changes nothing.
    What is stale goes when all are in place.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._figures = FigureFiles(root)

    def write(self, folder: str, document: Document) -> str:
        """Write all files and return the main one's path, relative when it is below here."""
        files = _told_apart(document)
        names = [_checked(f"{folder}/{file.name}") for file in files]
        _checked(document.stale)
        paths = [self._root / "exports" / name for name in names]
        contents = [self._content(file) for file in files]
        _sweep(self._root / "exports" / folder)
        # No lock: each file is whole at every moment, and no other command reads them back.
        _write_changed(list(zip(paths, contents, strict=True)))
        if document.stale:
            _remove_stale(self._root / "exports" / folder, document.stale, paths)
        return shown(paths[0])

    def _content(self, file: DocumentFile) -> bytes:
        return file.text.encode() if file.copy_of is None else self._figures.read(file.copy_of)


def _checked(name: str) -> str:
    if not stays_inside(name):
        raise NotWritten(f"'{name}' would lie outside of exports/", "choose another name")
    return name


def _told_apart(document: Document) -> Sequence[DocumentFile]:
    """Its files, the main one first; raises InvalidFile when two would be one on the disk."""
    page = PurePosixPath(document.main.name)
    files: dict[PurePosixPath, DocumentFile] = {page: document.main}
    for file in document.beside:
        path = PurePosixPath(file.name)
        picture = f"the picture '{shortened(file.copy_of or file.name)}'"
        hint = "give the picture another name, on the disk and in the draft"
        if page in (path, *path.parents):
            raise InvalidFile(f"{picture} has the name of the page itself", hint)
        if _source(files.setdefault(path, file)) != _source(file):
            raise InvalidFile(f"{picture} has the name of another file of the page", hint)
    return tuple(files.values())


def _source(file: DocumentFile) -> tuple[str, PurePosixPath]:
    return file.text, PurePosixPath(file.copy_of or "")


def _write_changed(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write the files that differ from what is there, the first of them last."""
    with ExitStack() as until_the_end:
        ready = []
        for path, content in reversed(files):
            with refusals_told(path):
                if aside := _aside_when_changed(path, content, until_the_end):
                    ready.append((aside, path))
        for count, (aside, path) in enumerate(ready):
            try:
                with refusals_told(path):
                    put_in_place(aside, path)
            except NotWritten as error:
                if count == 0:
                    raise
                new = ", ".join(f"'{done}'" for _, done in ready[:count])
                raise NotWritten(
                    error.message, f"{new} is new, the rest as it was; export again"
                ) from error


def _aside_when_changed(path: Path, content: bytes, until_the_end: ExitStack) -> Path | None:
    if path.is_file() and path.read_bytes() == content:
        return None
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    path.parent.mkdir(parents=True, exist_ok=True)
    return until_the_end.enter_context(written_aside(path, content))


def _remove_stale(folder: Path, pattern: str, in_use: Sequence[Path]) -> None:
    """Remove the plain files that fit a pattern and are not in use; one that stays is no error."""
    with suppress(OSError):
        # known by their numbers: where A.png is a.png too, a file may keep the letters it had
        kept = {path.stat().st_ino for path in in_use}
        for path in folder.glob(pattern):
            found = path.lstat()
            is_below = path.resolve().is_relative_to(folder.resolve())
            if is_below and S_ISREG(found.st_mode) and found.st_ino not in kept:
                with suppress(OSError):
                    path.unlink()


def _sweep(folder: Path) -> None:
    """Remove what exports that were killed have left aside."""
    with suppress(OSError):
        for path in folder.rglob(".*.akira-tmp"):
            name = _LEFT_ASIDE.fullmatch(path.name)
            if name and (_is_old(path) or not _is_running(int(name[1]))):
                path.unlink()


def _is_old(path: Path) -> bool:
    return path.stat().st_mtime < time.time() - _DAY


def _is_running(process: int) -> bool:
    """Whether another process of that number may be running; assumed where it is not known."""
    if process == os.getpid():
        return False
    if os.name == "nt":  # where the signal would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
