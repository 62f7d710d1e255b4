"""Every change to every draft, on disk: what a draft was is never thrown away.

`.akira/history/` holds the texts, named by their SHA-256 digests, and a log of the steps
between them. A step is logged before it is made: one that a crash kept from being made is
found by the next command, because the draft still is what it was before the log's last
step, and taken back in the log.
"""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from pathlib import Path

from akira_cli.core.errors import NothingToUndo
from akira_cli.ports import Clock, HistoryRecord
from akira_cli.storage.atomic import (
    ChangedOnDisk,
    put_in_place,
    read_file,
    refusals_told,
    replace_file,
    sync_folder,
    workspace_lock,
    written_aside,
)
from akira_cli.storage.history_log import (
    CHANGE,
    UNDO,
    HistoryLog,
    Step,
    last_redoable,
    last_standing,
    undone_records,
)

BY_HAND = "edited by hand"


class HistoryFiles:
    """The history of the workspace at `root`; a History, and what DraftFiles writes through."""

    def __init__(self, root: Path, clock: Clock) -> None:
        self._root = root
        self._clock = clock
        self._folder = root / ".akira" / "history"
        self._log = HistoryLog(self._folder / "log.jsonl")

    def log(self, draft: str | None = None) -> list[HistoryRecord]:
        """The changes of one draft or of all, newest last. Raises InvalidFile."""
        steps = self._log.steps()
        undone = undone_records(steps)
        return [
            _record(step, undone=step.records[0] in undone)
            for step in steps
            if step.action == CHANGE and draft in (None, step.draft)
        ]

    def undo(self, draft: str | None = None, force: bool = False) -> HistoryRecord:
        """Take back the last change that stands. Raises NothingToUndo, NotWritten."""
        with workspace_lock(self._root):
            steps = self._recovered_steps()
            change = last_standing(steps, draft)
            if change is None:
                raise NothingToUndo(f"no change {_of(draft)}is left to take back")
            now = read_file(self._file(change.draft))
            by_hand = self._made_by_hand(steps, change.draft, now)
            if by_hand and not force:
                raise _changed_by_hand(change.draft)
            records = (change.records[0], *(step.records[0] for step in by_hand))
            texts = (_digest(now), change.before)
            undo = self._step(UNDO, change.draft, change.note, texts, records)
            self._take_back([*by_hand, undo], now)
            return _record(change, undone=True)

    def redo(self, draft: str | None = None) -> HistoryRecord:
        """Take back the last undo. Raises NothingToUndo, NotWritten."""
        with workspace_lock(self._root):
            steps = self._recovered_steps()
            undo = last_redoable(steps, draft)
            if undo is None:
                hint = "a change made after an undo ends what could be redone"
                raise NothingToUndo(f"no undo {_of(draft)}is left to take back", hint)
            now = read_file(self._file(undo.draft))
            if _digest(now) != undo.after:
                raise _changed_by_hand(undo.draft)
            self._take_back([undo.reversed(self._clock.now())], now)
            change = next(step for step in steps if step.records[0] == undo.records[0])
            return _record(change, undone=False)

    def change(self, draft: str, before: bytes | None, after: bytes, note: str) -> None:
        """Put `after` in the place of `before` and record it; the lock must be held.

        What was done by hand since the last step is recorded first. Raises ChangedOnDisk
        when the file is not `before` any more, NotWritten, InvalidFile.
        """
        steps = self._recovered_steps()
        by_hand = self._made_by_hand(steps, draft, before)
        number = _next_number([*steps, *by_hand])
        texts = (_digest(before), _sha256(after))
        change = self._step(CHANGE, draft, note, texts, (number,))
        self._take([*by_hand, change], before, after)

    def _recovered_steps(self) -> list[Step]:
        """The steps, the last of them taken back if a crash kept it from being made."""
        steps = self._log.steps()
        if not steps:
            return steps
        last = steps[-1]
        now = _digest(read_file(self._file(last.draft)))
        if now != last.before or now == last.after:
            return steps
        back = last.reversed(self._clock.now())
        with refusals_told(self._folder), self._log.appended([back]):
            return [*steps, back]

    def _made_by_hand(self, steps: list[Step], draft: str, now: bytes | None) -> list[Step]:
        """The step from what the log last knew of the draft to what it is, if they differ."""
        digest = _digest(now)
        known = next((step.after for step in reversed(steps) if step.draft == draft), digest)
        if known == digest:
            return []
        return [self._step(CHANGE, draft, BY_HAND, (known, digest), (_next_number(steps),))]

    def _take_back(self, steps: list[Step], now: bytes | None) -> None:
        """Log the steps and make the last of them, to a text that was kept."""
        step = steps[-1]
        try:
            self._take(steps, now, self._kept(step.draft, step.after))
        except ChangedOnDisk:
            raise _changed_by_hand(step.draft) from None

    def _take(self, steps: list[Step], now: bytes | None, wanted: bytes | None) -> None:
        """Log the steps and make the last of them, from the text `now` to the one wanted."""
        path = self._file(steps[-1].draft)
        with refusals_told(path):
            self._keep(now)
            self._keep(wanted)
            aside = nullcontext() if wanted is None else written_aside(path, wanted)
            with aside as written, self._log.appended(steps):
                if read_file(path) != now:
                    raise ChangedOnDisk
                if written is None:
                    path.unlink(missing_ok=True)
                    sync_folder(path.parent)
                else:
                    put_in_place(written, path)

    def _keep(self, text: bytes | None) -> None:
        if text is None:
            return
        path = self._blob(_sha256(text))
        if read_file(path) != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, text)

    def _kept(self, draft: str, digest: str | None) -> bytes | None:
        if digest is None:
            return None
        text = read_file(self._blob(digest))
        if text is None or _sha256(text) != digest:
            message = f"the history has lost what '{draft}' was: '{self._blob(digest)}'"
            raise NothingToUndo(message, "restore the folder .akira/history from a backup")
        return text

    def _blob(self, digest: str) -> Path:
        return self._folder / "texts" / f"{digest}.toml"

    def _file(self, draft: str) -> Path:
        """The file itself where the draft is a link, so that the link stays one."""
        return (self._root / "drafts" / f"{draft}.toml").resolve()

    def _step(
        self,
        action: str,
        draft: str,
        note: str,
        texts: tuple[str | None, str | None],
        records: tuple[int, ...],
    ) -> Step:
        return Step(action, self._clock.now(), draft, note, *texts, records)


def _sha256(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def _digest(text: bytes | None) -> str | None:
    return None if text is None else _sha256(text)


def _next_number(steps: list[Step]) -> int:
    return max((number for step in steps for number in step.records), default=0) + 1


def _record(change: Step, *, undone: bool) -> HistoryRecord:
    return HistoryRecord(change.records[0], change.time, change.draft, change.note, undone)


def _of(draft: str | None) -> str:
    return f"of '{draft}' " if draft else ""


def _changed_by_hand(draft: str) -> NothingToUndo:
    message = f"'{draft}' was changed by hand since the last command, and that would be lost"
    return NothingToUndo(message, "undo with --force takes that back too, and keeps it for redo")
