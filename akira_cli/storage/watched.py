"""What shows that an issue would come out differently: the files it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from akira_cli.storage.workspace import CONFIG

_FOLDERS = ("layouts/*.toml", "templates/*.j2", "drafts/figures/*")


def signature(root: Path, draft: str) -> object:
    """A value that differs whenever the draft's file, the config, a wording pack, a template or a
    picture does. Raises OSError when the workspace cannot be read."""
    return tuple(sorted(_stamps(root, draft)))


def _stamps(root: Path, draft: str) -> Iterator[tuple[str, int, int]]:
    paths = [root / CONFIG, root / "drafts" / f"{draft}.toml"]
    for pattern in _FOLDERS:
        paths += root.glob(pattern)
    for path in paths:
        try:
            status = path.stat()
        except FileNotFoundError:
            continue  # which is a difference in itself
        yield str(path), status.st_mtime_ns, status.st_size
