"""The doubts found about drafts, kept until a draft or the library changes. Safe to delete."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from akira_cli import __version__
from akira_cli.core.doubts import FIELDS, Doubt
from akira_cli.core.evidence.findings import RULES, Problem
from akira_cli.core.models import Draft
from akira_cli.storage.atomic import replace_file


class KeptDoubtFiles:
    """Implements `ports.KeptDoubts` with a file for each draft in `.akira/doubts/`.

    Finding them takes longer than all else that shows a draft. What cannot be read counts as never
    kept, and what cannot be written is not kept: a cache stands in nobody's way.
    """

    def __init__(self, root: Path) -> None:
        self._library = root / ".akira" / "library.sqlite"
        self._folder = root / ".akira" / "doubts"

    def of(self, draft: Draft, find: Callable[[], Sequence[Doubt]]) -> Sequence[Doubt]:
        """What was kept of the draft, as it and the library are now; else what `find` finds."""
        state = self._state(draft)  # before the library is read: it may change meanwhile
        path = self._folder / f"{draft.name}.json"
        kept = _read(path, state)
        if kept is not None:
            return kept
        found = find()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(path, json.dumps({"state": state, "doubts": found}).encode())
        return found

    def _state(self, draft: Draft) -> list[object]:
        """What tells one state of draft, library and program from another."""
        texts = crc32(repr(draft.entries).encode(errors="backslashreplace"))
        return [
            __version__,
            RULES,
            texts,
            *map(_stamp, (self._library, Path(f"{self._library}-wal"))),
        ]


def _stamp(file: Path) -> list[int] | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return [stat.st_mtime_ns, stat.st_size]


def _read(path: Path, state: list[object]) -> list[Doubt] | None:
    try:
        kept = json.loads(path.read_bytes())
        if kept["state"] != state:
            return None
        doubts = [
            Doubt(entry_id, field, Problem(*told)) for entry_id, field, told in kept["doubts"]
        ]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    # somebody may have written in it
    whole = all(isinstance(one.entry_id, str) and one.field in FIELDS for one in doubts)
    return doubts if whole else None
