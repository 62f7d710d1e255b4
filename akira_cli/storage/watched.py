"""What shows that an issue would come out differently: the files it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from akira_cli.storage.settings_toml import TEMPLATES
from akira_cli.storage.wording_packs import FOLDER
from akira_cli.storage.workspace import CONFIG


def signature(root: Path, draft: str) -> object:
    """A value that differs whenever the draft's file, the config, a wording pack, a template or a
    picture does. What cannot be looked at counts by the reason why."""
    return tuple(sorted(_stamps(root, draft)))


def _stamps(root: Path, draft: str) -> Iterator[tuple[str, int, int]]:
    for path in _files(root, draft):
        try:
            status = path.stat()
        except FileNotFoundError:
            continue  # which is a difference in itself
        except OSError as error:
            yield str(path), -(error.errno or 1), 0
            continue
        if S_ISREG(status.st_mode):
            yield str(path), status.st_mtime_ns, status.st_size


def _files(root: Path, draft: str) -> Iterator[Path]:
    drafts = root / "drafts"
    yield root / CONFIG
    yield drafts / f"{draft}.toml"
    yield from _below(root / FOLDER, "*.toml")
    yield from _below(root / TEMPLATES, "**/*.j2")
    for path in _below(drafts, "**/*"):
        # other drafts, and what is written aside for a moment, are on no page of this one
        if path.suffix != ".toml" and not path.name.startswith("."):
            yield path


def _below(folder: Path, pattern: str) -> Iterator[Path]:
    with suppress(OSError):  # a folder that goes while it is looked through
        yield from folder.glob(pattern)
