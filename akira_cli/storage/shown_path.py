"""A path as the curator is shown it."""

from __future__ import annotations

from pathlib import Path


def shown(path: Path) -> str:
    """The path, relative to the current folder when it is below it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
