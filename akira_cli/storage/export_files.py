"""Documents on disk, under `exports/`."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from akira_cli.core.errors import InvalidFile, NotWritten
from akira_cli.core.issue import Document, DocumentFile
from akira_cli.storage.atomic import refusals_told, replace_file


class ExportFiles:
    """Implements `ports.Exports`: a folder per draft, its figures copied from `drafts/`.

    A file that would not change is left alone. Nothing at all is written when a figure is
    missing or lies outside of `drafts/`: that raises InvalidFile.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def write(self, folder: str, document: Document) -> str:
        """Write all files and return the main one's path, relative when it is below here."""
        files = (document.main, *document.beside)
        names = [_checked(f"{folder}/{file.name}") for file in files]
        paths = [self._root / "exports" / name for name in names]
        contents = [self._content(file) for file in files]
        # No lock: each file is whole at every moment, and no other command reads them back.
        for path, content in zip(paths, contents, strict=True):
            _write_when_changed(path, content)
        main, here = paths[0], Path.cwd()
        return str(main.relative_to(here) if main.is_relative_to(here) else main)

    def _content(self, file: DocumentFile) -> bytes:
        return file.text.encode() if file.copy_of is None else self._figure(file.copy_of)

    def _figure(self, name: str) -> bytes:
        hint = "put the picture there, or correct the figure's 'file' in the draft"
        drafts = self._root / "drafts"
        try:
            path = (drafts / name).resolve(strict=True)
            if not _stays_inside(name) or not path.is_relative_to(drafts.resolve()):
                raise InvalidFile(f"the figure '{name}' lies outside of drafts/", hint)
            return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise InvalidFile(f"there is no figure 'drafts/{name}'", hint) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise InvalidFile(f"cannot read the figure 'drafts/{name}': {error}", hint) from error


def _stays_inside(name: str) -> bool:
    """Whether a relative name leads nowhere but down, on any system."""
    path = PurePosixPath(name)
    anchored = path.is_absolute() or PureWindowsPath(name).anchor
    return not anchored and "\\" not in name and ".." not in path.parts


def _checked(name: str) -> str:
    if not _stays_inside(name):
        raise NotWritten(f"'{name}' would lie outside of exports/", "choose another name")
    return name


def _write_when_changed(path: Path, content: bytes) -> None:
    with refusals_told(path):
        if path.is_file() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content)
