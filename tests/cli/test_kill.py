"""A command killed at any moment leaves the old draft or the new one, and no lock behind."""

from __future__ import annotations

import random
import time

from tests.cli.command_line import Akira, finished, start

KILLS = 10


def test_a_killed_command_leaves_the_old_draft_or_the_new_one(filled: Akira) -> None:
    chance = random.Random(34)
    for number in range(KILLS):
        before = filled.draft().read_text()
        bullet = f"Bullet {number}."
        process = start(f"highlight add '{bullet}'", filled.folder)
        time.sleep(chance.uniform(0.05, 0.35))
        process.kill()
        finished(process)
        after = filled.draft().read_text()
        assert after == before or bullet in after
        filled.done("highlight add 'After the kill.'")
        assert filled.done("undo") == "took back: highlight add After the kill. (issue-001)\n"
        assert filled.draft().read_text() == after
    assert [path.name for path in filled.draft().parent.iterdir()] == ["issue-001.toml"]
