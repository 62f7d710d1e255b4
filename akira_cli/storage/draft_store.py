"""The drafts of a workspace as files; every change goes through the history."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from akira_cli.core.errors import (
    AkiraError,
    DraftConflict,
    DraftExists,
    InvalidFile,
    UnknownHandle,
    UsageError,
)
from akira_cli.core.models import Draft
from akira_cli.ports import Broken, Change, Clock
from akira_cli.storage.atomic import (
    ChangedOnDisk,
    read_file,
    refusals_told,
    replace_file,
    workspace_lock,
)
from akira_cli.storage.draft_toml import load
from akira_cli.storage.shown_path import shown

if TYPE_CHECKING:
    from akira_cli.storage.history import HistoryFiles

TRIES = 5
_NEW_NAME = re.compile(r"\w[\w.-]*")
_LONGEST_NAME = 200
"""Bytes; what is written beside the file adds some thirty, and 255 are allowed."""
_DIGITS = re.compile(r"([0-9]+)")


class _Edit(NamedTuple):
    """The bytes that were read, those to be written, and the draft these hold."""

    before: bytes
    after: bytes
    draft: Draft


class DraftFiles:
    """The drafts under `root`/drafts; a DraftStore."""

    def __init__(self, root: Path, clock: Clock) -> None:
        self._root = root
        self._folder = root / "drafts"
        self._clock = clock

    def names(self) -> list[str]:
        """The names of all drafts, `issue-9` before `issue-10`."""
        names = [path.stem for path in self._folder.glob("*.toml")]
        shown = (name for name in names if not name.startswith(".") and self._exists(name))
        return sorted(shown, key=_in_natural_order)

    def all(self) -> list[Draft | Broken]:
        """Every draft, or why it cannot be read, in the order of `names`."""
        return [self._load_or_tell(name) for name in self.names()]

    def load(self, name: str) -> Draft:
        """The draft. Raises InvalidFile, UnknownHandle."""
        return load(self.text(name), name)

    def text(self, name: str) -> bytes:
        """The bytes of the draft's file. Raises UnknownHandle, InvalidFile."""
        data = read_file(self._file(name)) if self._exists(name) else None
        if data is None:
            raise UnknownHandle(f"there is no draft '{name}'", "`akira draft list` names them all")
        return data

    def create(self, draft: Draft, note: str) -> None:
        """Write a new draft. Raises UsageError for a bad name, DraftExists when it is there."""
        if _NEW_NAME.fullmatch(draft.name) is None or len(draft.name.encode()) > _LONGEST_NAME:
            hint = (
                "a draft's name is letters, digits, '-', '_' and '.', such as issue-034, "
                f"and at most {_LONGEST_NAME} of them"
            )
            raise UsageError(f"'{draft.name}' cannot be the name of a draft", hint)
        from akira_cli.storage.draft_patch import new_file, settled

        with _unwritable_told():
            data = new_file(settled(draft))
        with workspace_lock(self._root):
            with refusals_told(self._folder):
                self._folder.mkdir(exist_ok=True)
            try:
                self._history.change(draft.name, None, data, note)
            except ChangedOnDisk:
                hint = "choose another name, or go on with that draft"
                message = f"a draft '{draft.name}' exists already: '{self.path(draft.name)}'"
                raise DraftExists(message, hint) from None

    def update(self, name: str, change: Change, note: str) -> Draft:
        """Apply the change to what the file holds now and write it back.

        A file that an editor writes meanwhile is read and changed anew. Raises what the
        change raises, InvalidFile, UnknownHandle, NotWritten, DraftConflict.
        """
        with workspace_lock(self._root):
            edit = self._edit(name, change)
            for _ in range(TRIES):
                try:
                    if edit.after != edit.before:
                        self._history.change(name, edit.before, edit.after, note)
                except ChangedOnDisk:
                    edit = self._edit_again(name, change, edit)
                else:
                    return edit.draft
            raise self._conflict(name, edit.after)

    def replace_text(self, name: str, before: bytes, after: bytes, note: str) -> Draft:
        """Write the whole file as it came from an editor that was given `before`.

        Raises InvalidFile for `after`, and DraftConflict when the file is not `before` any
        more.
        """
        draft = load(after, name)
        with workspace_lock(self._root):
            if read_file(self._file(name)) != before:
                raise self._conflict(name, after)
            if after != before:
                try:
                    self._history.change(name, before, after, note)
                except ChangedOnDisk:
                    raise self._conflict(name, after) from None
        return draft

    def mentioning(self, text: str) -> list[str]:
        """The names of the drafts whose files hold the text."""
        wanted = text.encode(errors="surrogatepass")
        return [name for name in self.names() if wanted in self._text_or_nothing(name)]

    def current(self) -> str | None:
        """The name of the draft in use, None when there is none or it is gone."""
        data = read_file(self._root / ".akira" / "current") or b""
        name = data.decode(errors="replace").strip()
        return name if self._exists(name) else None

    def use(self, name: str | None) -> None:
        """Make the draft the current one, or none. Raises UnknownHandle, NotWritten."""
        if name is not None:
            self.text(name)
        path = self._root / ".akira" / "current"
        with workspace_lock(self._root), refusals_told(path):
            replace_file(path, f"{name or ''}\n".encode())

    def path(self, name: str) -> str:
        """Where the draft's file is, from the current folder when it lies below it."""
        return shown(self._file(name))

    def place(self, name: str, path: Sequence[str | int]) -> str:
        """Where in the file a key is, or what is nearest around it: `drafts/issue-034.toml:17`."""
        from akira_cli.storage.toml_blocks import line_of

        text = self.text(name).decode(errors="replace")
        return f"{self.path(name)}:{line_of(text, path)}"

    @cached_property
    def _history(self) -> HistoryFiles:
        # Only writing needs it; a command that reads must not pay for loading it.
        from akira_cli.storage.history import HistoryFiles

        return HistoryFiles(self._root, self._clock)

    def _edit(self, name: str, change: Change) -> _Edit:
        from akira_cli.storage.draft_patch import patch, settled

        before = self.text(name)
        draft = load(before, name)
        with _unwritable_told():
            wanted = settled(change(draft), draft)
            after = before if wanted == draft else patch(before, draft, wanted)
        return _Edit(before, after, wanted)

    def _edit_again(self, name: str, change: Change, edit: _Edit) -> _Edit:
        try:
            return self._edit(name, change)
        except AkiraError as error:
            raise self._conflict(name, edit.after) from error

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.toml"

    def _exists(self, name: str) -> bool:
        path = self._file(name)
        try:
            # one file of the folder, and no path out of it; a name that is no text cannot be
            # kept in the history
            name.encode()
            return path.name == f"{name}.toml" and name != "" and path.is_file()
        except (OSError, UnicodeEncodeError):
            return False

    def _load_or_tell(self, name: str) -> Draft | Broken:
        try:
            return self.load(name)
        except AkiraError as error:
            return Broken(name, error)

    def _text_or_nothing(self, name: str) -> bytes:
        try:
            return self.text(name)
        except (InvalidFile, UnknownHandle):
            return b""

    def _conflict(self, name: str, ours: bytes) -> DraftConflict:
        """Keep what we wanted to write, and the error that says where. Raises NotWritten."""
        folder = self._root / ".akira" / "conflicts"
        paths = (folder / f"{name}-{number}.toml" for number in count(1))
        kept = next(path for path in paths if not path.exists())
        with refusals_told(kept):
            folder.mkdir(exist_ok=True)
            replace_file(kept, ours)
        there = f"'{self.path(name)}' was changed by another program at the same time"
        hint = "compare the two files, put them together, or run the command again"
        return DraftConflict(f"{there}; it is left as it is, and ours is in '{shown(kept)}'", hint)


@contextmanager
def _unwritable_told() -> Iterator[None]:
    """Raise UsageError for half a character, as a broken command line passes it on."""
    try:
        yield
    except UnicodeEncodeError as error:
        broken = ascii(error.object[error.start : error.end])
        raise UsageError(f"{broken} is no character that a file can hold") from None


def _in_natural_order(name: str) -> list[tuple[int, str]]:
    parts = _DIGITS.split(name.casefold())
    return [(int(part) if part.isdecimal() else 0, part) for part in parts]
