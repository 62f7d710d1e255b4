"""kill -9 at any moment leaves the old file or the new one, and a history that works."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from akira_cli.storage.draft_toml import load
from tests.storage.sample_drafts import COMMENTED, NAME, AddsAnEntry, draft_file, workspace

KILLS = 30
WRITER = """
import itertools, sys
from pathlib import Path
from tests.storage.sample_drafts import NAME, AddsAnEntry, TickingClock
from akira_cli.storage.draft_store import DraftFiles
from akira_cli.storage.history import HistoryFiles
root, start = Path(sys.argv[1]), int(sys.argv[2])
store, history = DraftFiles(root, TickingClock()), HistoryFiles(root, TickingClock())
print("ready", flush=True)
for number in itertools.count(start):
    store.update(NAME, AddsAnEntry(str(number)), f"add {number}")
    if number % 3 == 0:
        history.undo()
        history.redo()
    if number % 5 == 0:
        history.undo()
"""


def kill_a_writer(root: Path, start: int, moment: float) -> None:
    """Start a process that writes without end, and kill it `moment` seconds into that."""
    process = subprocess.Popen(  # noqa: S603  # our own interpreter and program
        [sys.executable, "-c", WRITER, str(root), str(start)],
        cwd=Path(__file__).resolve().parents[2],
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(moment)
        process.kill()


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_command_leaves_a_whole_file_and_a_history_that_works(
    tmp_path: Path, seed: int
) -> None:
    store, history = workspace(tmp_path)
    chance = random.Random(seed)
    for kill in range(KILLS // 3):
        kill_a_writer(tmp_path, kill * 10_000, chance.uniform(0.0, 0.15))
        found = store.text(NAME)
        assert [each.id for each in load(found, NAME).entries[:3]] == [
            "2110.02178",
            "a-blog",
            "third",
        ]
        store.update(NAME, AddsAnEntry(f"after {kill}"), "after")
        assert not list((tmp_path / "drafts").glob(".*"))
        assert history.undo().note == "after"
        assert store.text(NAME) == found
        numbers = [record.number for record in history.log()]
        assert numbers == list(range(1, len(numbers) + 1))
        assert not [record for record in history.log() if record.note == "edited by hand"]
    assert [record for record in history.log() if record.note.startswith("add")]
    for _ in [record for record in history.log() if not record.undone]:
        history.undo()
    assert draft_file(tmp_path).read_text() == COMMENTED


SUICIDE = """
import os, signal, sys
from pathlib import Path
from tests.storage.sample_drafts import NAME, AddsAnEntry, TickingClock
from akira_cli.storage.draft_store import DraftFiles
from akira_cli.storage.history import HistoryFiles
root, command, name, calls = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
function = getattr(os, name)
def counted(*args, **kwargs):
    global calls
    calls -= 1
    if calls < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return function(*args, **kwargs)
setattr(os, name, counted)
if command == "change":
    DraftFiles(root, TickingClock()).update(NAME, AddsAnEntry("new"), "new")
else:
    getattr(HistoryFiles(root, TickingClock()), command)()
"""


@pytest.mark.parametrize("command", ["change", "undo", "redo"])
@pytest.mark.parametrize(
    ("name", "calls"),
    [
        *(("fsync", calls) for calls in range(4)),
        *(("replace", calls) for calls in range(2)),
        *(("unlink", calls) for calls in range(3)),
        ("write", 0),
    ],
)
def test_a_command_killed_at_a_step_was_made_whole_or_not_at_all(
    tmp_path: Path, command: str, name: str, calls: int
) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    store.update(NAME, AddsAnEntry("b"), "b")
    if command == "redo":
        history.undo()
    before, standing = store.text(NAME), len([each for each in history.log() if not each.undone])
    made = {"change": 1, "undo": -1, "redo": 1}[command]
    subprocess.run(  # noqa: S603  # our own interpreter and program
        [sys.executable, "-c", SUICIDE, str(tmp_path), command, name, str(calls)],
        cwd=Path(__file__).resolve().parents[2],
        check=False,
    )
    found = store.text(NAME)
    store.update(NAME, AddsAnEntry("after"), "after")
    assert history.undo().note == "after"
    assert store.text(NAME) == found
    left = len([each for each in history.log() if not each.undone])
    assert left == (standing if found == before else standing + made)
    for _ in range(left):
        history.undo()
    assert store.text(NAME).decode() == COMMENTED
    assert not list((tmp_path / "drafts").glob(".*"))
