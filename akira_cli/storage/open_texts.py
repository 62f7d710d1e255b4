"""Texts handed to an editor, each kept in a named file until it has been used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from akira_cli.core.errors import AkiraError, NotWritten
from akira_cli.ports import OpenText
from akira_cli.storage.atomic import refusals_told, replace_file, sweep

_PLAIN_WORDS = r"[a-z0-9][a-z0-9._]*(?:-[a-z0-9._]+)*"
_PLAIN = re.compile(rf"{_PLAIN_WORDS}(?:/{_PLAIN_WORDS})?")
_LONGEST = 120
"""Bytes of a file's name; what is written beside it adds some thirty, and 255 are allowed."""


class OpenTextFiles:
    """OpenTexts in a folder: `NAME` is what is being edited, `NAME.base` what it was, and
    `NAME.lock` is held while somebody is at it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def open(self, name: str, text: str) -> Iterator[OpenText]:
        """Hand a text to an editor; an edited one left under that name is taken up again."""
        path = self._folder / file_name(name)
        with _alone_at(path):
            yield self._handed_out(path, text)

    def read(self, opened: OpenText) -> str:
        """What the person has typed; raises NotWritten when the file is gone."""
        try:
            return _read(Path(opened.path))
        except OSError as error:
            raise NotWritten(f"cannot read '{opened.path}' back: {error}") from error

    def close(self, opened: OpenText) -> None:
        """The text has been used: its files go."""
        path = Path(opened.path)
        path.unlink(missing_ok=True)
        _base(path).unlink(missing_ok=True)

    def set_aside(self, opened: OpenText) -> str:
        """Keep the text under the first free name, `NAME.1`; raises NotWritten."""
        path = Path(opened.path)
        names = (path.with_name(f"{path.name}.{number}") for number in count(1))
        aside = next(name for name in names if not name.exists())
        with refusals_told(aside):
            path.rename(aside)
        _base(path).unlink(missing_ok=True)
        return str(aside)

    def _handed_out(self, path: Path, text: str) -> OpenText:
        base = _base(path)
        with refusals_told(path):
            # One that nobody has touched is out of date at best.
            if path.exists() and base.exists() and _read(path) != _read(base):
                return OpenText(str(path), _read(base), resumed=True)
            sweep(self._folder, f"{path.name}.")
            written = text.encode(errors="surrogateescape")
            # The base first: a text without one is never taken up.
            replace_file(base, written)
            try:
                replace_file(path, written)
            except OSError:
                base.unlink(missing_ok=True)
                raise
        return OpenText(str(path), text, resumed=False)


@contextmanager
def _alone_at(path: Path) -> Iterator[None]:
    """Hold the text alone, until the process ends at the latest. Raises AkiraError."""
    from filelock import FileLock, Timeout

    locked = path.with_name(f"{path.name}.lock")
    lock = FileLock(locked)
    with refusals_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            hint = "go on in the editor that has it open, or close that one first"
            raise AkiraError(f"'{path}' is being edited already", hint) from None
    try:
        yield
    finally:
        # while it is held: whoever opened the file before sees that it is gone, and begins anew
        with suppress(OSError):
            locked.unlink(missing_ok=True)
        lock.release()


def file_name(name: str) -> str:
    """A file's name that no other text has: `issue-034--2110.02178.md`.

    Plain names are spelled out. Long ones, and those that a file system may not take or may
    take for another's, are told apart by a digest.
    """
    if len(name) <= _LONGEST and _PLAIN.fullmatch(name):
        return name.replace("/", "--")
    from hashlib import sha256

    stem, _, ending = name.rpartition(".")
    digest = sha256(name.encode(errors="surrogatepass")).hexdigest()[:32]
    return f"{_readable(stem, 60)}~{digest}.{_readable(ending, 8)}"


def _readable(text: str, most: int) -> str:
    """The beginning of a text, in at most so many bytes that any file's name may have."""
    words = re.sub(r"[^\w.]+", "-", text).lstrip(".")
    return words.encode()[:most].decode(errors="ignore")


def _base(path: Path) -> Path:
    return path.with_name(f"{path.name}.base")


def _read(path: Path) -> str:
    return path.read_bytes().decode(errors="surrogateescape")
