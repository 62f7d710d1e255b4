"""A workspace: the folder whose `config.toml` has a `[newsletter]` table."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from akira_cli.core.errors import (
    AkiraError,
    InvalidFile,
    NotWritten,
    NoWorkspace,
    UsageError,
)
from akira_cli.storage.toml_text import decoded, parsed

if TYPE_CHECKING:
    from akira_cli.storage.toml_schema import Fault

CONFIG = "config.toml"
_IGNORED = "# what akira keeps for itself, and what can be exported again\n/.akira/\n/exports/\n"
_TEMPLATE = Path(__file__).with_name("new_config.toml")
_TEMPLATE_NAME = 'name = "My Newsletter"\n'
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class ConfigFile(NamedTuple):
    """A `config.toml` as written and as read."""

    text: str
    tables: dict[str, Any]

    def invalid(self, fault: Fault) -> InvalidFile:
        """A fault in it as an error that names its line and key."""
        from akira_cli.storage.toml_schema import invalid

        return invalid(CONFIG, self.text, fault)


def read_config(path: Path) -> ConfigFile:
    """Read and parse one file; raises InvalidFile, with the line, and OSError."""
    text = decoded(path.read_bytes(), CONFIG, f"save {path} as UTF-8")
    return ConfigFile(text, parsed(text, CONFIG, f"the file is {path}"))


def find_workspace(start: Path, explicit: Path | None) -> Path:
    """The workspace `explicit`, else the nearest at or above `start`, as an absolute path.

    A `config.toml` of something else is passed over. Raises NoWorkspace, and InvalidFile when
    one that speaks of a newsletter cannot be parsed or has no table of it.
    """
    if explicit is not None:
        if not _is_workspace(explicit):
            raise NoWorkspace(
                f"'{explicit}' is not a workspace: it has no {CONFIG} with a [newsletter] table",
                f"make it one with: akira init {explicit}",
            )
        return explicit.resolve()
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if _is_workspace(candidate):
            return candidate
    raise NoWorkspace(
        f"there is no workspace at or above '{folder}'",
        "make one with: akira init, or point at one with: --workspace DIR",
    )


def _is_workspace(folder: Path) -> bool:
    path = folder / CONFIG
    try:
        return _has_newsletter(read_config(path), path)
    except InvalidFile:
        if b"newsletter" in path.read_bytes():
            raise
        return False
    except OSError:
        return False


def _has_newsletter(config: ConfigFile, path: Path) -> bool:
    newsletter = config.tables.get("newsletter", {})
    if not isinstance(newsletter, dict):
        from akira_cli.storage.toml_schema import Table, faults

        for fault in faults(newsletter, Table({}), ("newsletter",)):
            raise config.invalid(fault._replace(hint=f"the file is {path}"))
    return "newsletter" in config.tables


def create_workspace(folder: Path, name: str) -> None:
    """Write `config.toml`, `drafts/` and a `.gitignore` into `folder`, made if need be.

    Overwrites nothing: raises AkiraError when there is a `config.toml` already, UsageError when
    `name` is not one line of text, NotWritten when the disk refuses.
    """
    import tomli_w

    if not name.strip() or _CONTROL.search(name):
        raise UsageError(
            f"a newsletter's name is one line of text, not {name!r}", "for instance 'Papers Weekly'"
        )
    named = tomli_w.dumps({"name": name.strip()})
    text = _TEMPLATE.read_text(encoding="utf-8").replace(_TEMPLATE_NAME, named, 1)
    try:
        (folder / "drafts").mkdir(parents=True, exist_ok=True)
        _write_new(folder / CONFIG, text.encode())
        with suppress(FileExistsError):  # one that is there is the curator's
            _write_new(folder / ".gitignore", _IGNORED.encode())
    except FileExistsError as error:
        raise AkiraError(
            f"'{error.filename}' is there already, and nothing is overwritten",
            "choose another folder, or edit that file by hand",
        ) from error
    except OSError as error:
        raise NotWritten(f"cannot make a workspace in '{folder}': {error.strerror}") from error


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist; leave nothing of it when the writing fails."""
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            path.unlink()
            raise
