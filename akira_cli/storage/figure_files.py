"""The pictures of the drafts, on disk."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from akira_cli.core.errors import NoPicture
from akira_cli.storage.shortened import shortened

_HINT = "put the picture there, or correct the figure's 'file' in the draft"


class FigureFiles:
    """Implements `ports.Pictures`: files below `drafts/`."""

    def __init__(self, root: Path) -> None:
        self._drafts = root.resolve() / "drafts"

    def read(self, file: str) -> bytes:
        """The bytes of a picture. Raises NoPicture when it is missing, is no regular file or
        lies outside of `drafts/`."""
        try:
            path = (self._drafts / file).resolve(strict=True)
            if not stays_inside(file) or not path.is_relative_to(self._drafts.resolve()):
                raise NoPicture(file, f"the figure '{file}' lies outside of drafts/", _HINT)
            return _read_regular(path)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise NoPicture(file, f"there is no figure 'drafts/{file}'", _HINT) from error
        except (OSError, RuntimeError, ValueError) as error:
            reason = (isinstance(error, OSError) and error.strerror) or error
            what = f"cannot read the figure 'drafts/{shortened(file)}': {reason}"
            raise NoPicture(file, what, _HINT) from error


def stays_inside(name: str) -> bool:
    """Whether a relative name leads nowhere but down, on any system."""
    path = PurePosixPath(name)
    anchored = path.is_absolute() or PureWindowsPath(name).anchor
    return not anchored and "\\" not in name and ".." not in path.parts


def _read_regular(path: Path) -> bytes:
    if not path.is_file():  # a pipe would be waited for without end
        raise OSError("it is not a regular file")
    return path.read_bytes()
