"""The pictures of the drafts, on disk."""

from __future__ import annotations

import re
from binascii import crc32
from itertools import chain, count
from pathlib import Path, PurePosixPath, PureWindowsPath

from akira_cli.core.errors import NoPicture, NotWritten
from akira_cli.ports.figures import EncodedPicture
from akira_cli.storage.atomic import refusals_told, replace_file
from akira_cli.storage.shortened import shortened

_HINT = "put the picture there, or correct the figure's 'file' in the draft"


_LONGEST_NAME = 60


class FigureFiles:
    """Implements `ports.Pictures` and `ports.PictureStore`: files below `drafts/`."""

    def __init__(self, root: Path) -> None:
        self._drafts = root.resolve() / "drafts"

    def keep(self, entry_id: str, picture: EncodedPicture) -> str:
        """Write a picture to `figures/2110.02178.png`, and return that.

        Where another picture has the name, the new one has a checksum of its bytes in its own: an
        undone change finds the old one as it was. Raises NotWritten.
        """
        stem = re.sub(r"[^\w.-]+", "-", entry_id).strip(".-")[:_LONGEST_NAME] or "figure"
        self._refuse_elsewhere()
        digest = f"{crc32(picture.data):08x}"
        names = chain((stem, f"{stem}-{digest}"), (f"{stem}-{digest}-{n}" for n in count(2)))
        for name in names:
            path = self._drafts / "figures" / f"{name}{picture.suffix}"
            if not path.exists():
                with refusals_told(path):
                    path.parent.mkdir(parents=True, exist_ok=True)
                    replace_file(path, picture.data)
                break
            if _holds(path, picture.data):
                break
        return f"figures/{path.name}"

    def _refuse_elsewhere(self) -> None:
        """Raise NotWritten when the folder is a link to outside of `drafts/`: nothing is read
        from there, either."""
        folder = self._drafts / "figures"
        if not folder.resolve().is_relative_to(self._drafts.resolve()):
            raise NotWritten(
                f"'{folder}' leads out of drafts/", "make it a folder, and move the pictures there"
            )

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


def _holds(path: Path, data: bytes) -> bool:
    try:
        return _read_regular(path) == data
    except OSError:
        return False


def stays_inside(name: str) -> bool:
    """Whether a relative name leads nowhere but down, on any system."""
    path = PurePosixPath(name)
    anchored = path.is_absolute() or PureWindowsPath(name).anchor
    return not anchored and "\\" not in name and ".." not in path.parts


def _read_regular(path: Path) -> bytes:
    if not path.is_file():  # a pipe would be waited for without end
        raise OSError("it is not a regular file")
    return path.read_bytes()
