"""The journal of all drafts: one JSON line for each step from one text to another."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from akira_cli.storage.atomic import ChangedOnDisk, read_file, sync_folder

CHANGE, UNDO, REDO = "change", "undo", "redo"


@dataclass(frozen=True, slots=True)
class Step:
    """A draft's text went from `before` to `after`: SHA-256 digests, None for no file.

    A change has one record of its own in `records`; an undo or redo names those it took
    back or brought back, the oldest first.
    """

    action: str
    time: datetime
    draft: str
    note: str
    before: str | None
    after: str | None
    records: tuple[int, ...]

    def reversed(self, time: datetime) -> Step:
        """The step that takes this one back."""
        action = REDO if self.action == UNDO else UNDO
        return replace(self, action=action, time=time, before=self.after, after=self.before)


def undone_records(steps: Sequence[Step]) -> set[int]:
    """The numbers of the changes that are taken back."""
    undone: set[int] = set()
    for step in steps:
        if step.action == UNDO:
            undone.update(step.records)
        else:
            undone.difference_update(step.records)
    return undone


def last_standing(steps: Sequence[Step], draft: str | None) -> Step | None:
    """The last change that is not taken back, of one draft or of all."""
    undone = undone_records(steps)
    standing = (
        step
        for step in reversed(steps)
        if step.action == CHANGE and step.records[0] not in undone and draft in (None, step.draft)
    )
    return next(standing, None)


def last_redoable(steps: Sequence[Step], draft: str | None) -> Step | None:
    """The last undo, of one draft or of all, after which its draft was not changed anew."""
    undos: list[Step] = []
    for step in steps:
        of_draft = [undo for undo in undos if undo.draft == step.draft]
        if step.action == UNDO:
            undos.append(step)
        else:
            ended = of_draft[-1:] if step.action == REDO else of_draft
            undos = [undo for undo in undos if undo not in ended]
    return next((undo for undo in reversed(undos) if draft in (None, undo.draft)), None)


class HistoryLog:
    """The log file. It is only ever added to; writing needs the workspace lock."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def steps(self) -> list[Step]:
        """All steps, oldest first; a line that a crash has torn is none. Raises InvalidFile."""
        lines = (read_file(self._path) or b"").split(b"\n")[:-1]
        return [step for step in map(_parsed, lines) if step is not None]

    @contextmanager
    def appended(self, steps: Sequence[Step]) -> Iterator[None]:
        """Add steps that the caller then makes; they are struck when that fails with an
        OSError or ChangedOnDisk. Raises OSError."""
        lines = "".join(f"{_written(step)}\n" for step in steps).encode()
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            whole = (read_file(self._path) or b"").rfind(b"\n") + 1
            try:
                os.ftruncate(descriptor, whole)
                os.lseek(descriptor, whole, os.SEEK_SET)
                while lines:
                    lines = lines[os.write(descriptor, lines) :]
                os.fsync(descriptor)
                if not whole:
                    sync_folder(self._path.parent)
                yield
            except (OSError, ChangedOnDisk):
                os.ftruncate(descriptor, whole)
                raise
        finally:
            os.close(descriptor)


def _written(step: Step) -> str:
    return json.dumps(asdict(step) | {"time": step.time.isoformat()}, ensure_ascii=False)


def _parsed(line: bytes) -> Step | None:
    try:
        fields = json.loads(line)
        time, records = datetime.fromisoformat(fields.pop("time")), tuple(fields.pop("records"))
        return Step(time=time, records=records, **fields) if records else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
