"""Texts handed to an editor, each kept in a named file until it has been used."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from akira_cli.core.errors import NotWritten
from akira_cli.ports import OpenText


class OpenTextFiles:
    """OpenTexts in a folder: `NAME` is what is being edited, `NAME.base` what it was."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self, name: str, text: str) -> OpenText:
        """Hand a text to an editor; one left under that name is taken up again."""
        path = self._folder / name
        base = self._base(path)
        try:
            if path.exists() and base.exists():
                return OpenText(str(path), _read(base), resumed=True)
            self._folder.mkdir(parents=True, exist_ok=True)
            # The base first: a text without one is never taken up.
            _write(base, text)
            _write(path, text)
        except OSError as error:
            raise NotWritten(f"cannot write '{path}': {error.strerror}") from error
        return OpenText(str(path), text, resumed=False)

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
        self._base(path).unlink(missing_ok=True)

    def set_aside(self, opened: OpenText) -> str:
        """Keep the text under the first free name, `NAME.1`; raises NotWritten."""
        path = Path(opened.path)
        names = (path.with_name(f"{path.name}.{number}") for number in count(1))
        aside = next(name for name in names if not name.exists())
        try:
            path.rename(aside)
        except OSError as error:
            raise NotWritten(f"cannot write '{aside}': {error.strerror}") from error
        self._base(path).unlink(missing_ok=True)
        return str(aside)

    @staticmethod
    def _base(path: Path) -> Path:
        return path.with_name(path.name + ".base")


def _read(path: Path) -> str:
    return path.read_bytes().decode(errors="surrogateescape")


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode(errors="surrogateescape"))
