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

from akira_cli.core.errors import NothingToUndo, UnknownHandle
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
REMOVED_BY_HAND = "removed by hand"


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
            last = change or next((s for s in reversed(steps) if draft in (None, s.draft)), None)
            now = read_file(self._file(last.draft)) if last else None
            by_hand = self._made_by_hand(steps, last.draft, now) if last else []
            taken = _taken_back(change, by_hand, force=force)
            if not taken:
                raise NothingToUndo(f"no change {_of(draft)}is left to take back")
            first, records = taken[0], tuple(step.records[0] for step in taken)
            texts = (_digest(now), first.before)
            undo = self._step(UNDO, first.draft, first.note, texts, records)
            self._take_back([*by_hand, undo], now)
            return _record(first, undone=True)

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
                raise _changed_by_hand(undo.draft, removed=now is None)
            self._take_back([undo.reversed(self._clock.now())], now)
            change = next(step for step in steps if step.records[0] == undo.records[0])
            return _record(change, undone=False)

    def text(self, number: int, after: bool = True) -> bytes | None:
        """What a draft was. Raises UnknownHandle, and NothingToUndo when the text is lost."""
        steps = self._log.steps()
        change = next((s for s in steps if s.action == CHANGE and s.records == (number,)), None)
        if change is None:
            raise UnknownHandle(f"there is no change {number}", "'akira log' has their numbers")
        return self._kept(change.draft, change.after if after else change.before)

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
        note = REMOVED_BY_HAND if digest is None else BY_HAND
        return [self._step(CHANGE, draft, note, (known, digest), (_next_number(steps),))]

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


def _taken_back(change: Step | None, by_hand: list[Step], *, force: bool) -> list[Step]:
    """What an undo takes back, the oldest first; without `force` no text that came by hand.

    `by_hand` is what was done since the last command. A file's removal holds no text.
    """
    removed = [step for step in by_hand if step.after is None]
    if change is None or (removed and not force):
        return removed
    if force:
        return [change, *by_hand]
    if by_hand:
        raise _changed_by_hand(change.draft)
    if change.note == BY_HAND:
        message = f"the last change of '{change.draft}' was made by hand, and that would be lost"
        raise NothingToUndo(message, "undo with --force takes it back, and keeps it for redo")
    return [change]


def _changed_by_hand(draft: str, *, removed: bool = False) -> NothingToUndo:
    if removed:
        message = f"'{draft}' was removed by hand since the last command"
        return NothingToUndo(message, "'akira undo' brings it back")
    message = f"'{draft}' was changed by hand since the last command, and that would be lost"
    return NothingToUndo(message, "undo with --force takes that back too, and keeps it for redo")
