"""Several akiras at once: their requests keep apart, and none of their entries is lost."""

from __future__ import annotations

import tomllib
from itertools import pairwise

from tests.arxiv_server import ArxivServer, Paper
from tests.cli.command_line import Akira, finished, start

INTERVAL = 0.5
IDS = ["2101.00001", "2101.00002", "2101.00003", "2101.00004"]


def test_adds_started_together_ask_one_after_another_and_all_arrive(akira: Akira) -> None:
    with ArxivServer([Paper(each) for each in IDS]) as server:
        akira.ask(server, interval=INTERVAL)
        processes = [start(f"add {each} --headline {each}", akira.folder) for each in IDS]
        screens = [finished(process) for process in processes]
        assert [screen.code for screen in screens] == [0, 0, 0, 0]
        times = [request.at for request in server.requests]
        assert len(times) == 4
        assert all(later - earlier >= INTERVAL for earlier, later in pairwise(times))
        assert server.most_at_once == 1
    entries = tomllib.loads(akira.draft().read_text())["entries"]
    assert sorted(entry["id"] for entry in entries) == IDS
    assert [path.name for path in akira.draft().parent.iterdir()] == ["issue-001.toml"]


def test_changes_made_together_are_all_in_the_log_and_can_all_be_undone(filled: Akira) -> None:
    before = filled.draft().read_bytes()
    processes = [start(f"highlight add 'Bullet {n}.'", filled.folder) for n in range(4)]
    assert [finished(process).code for process in processes] == [0, 0, 0, 0]
    assert filled.draft().read_text().count("Bullet") == 4
    for _ in range(4):
        assert filled.done("undo").startswith("took back: highlight add Bullet ")
    assert filled.draft().read_bytes() == before
