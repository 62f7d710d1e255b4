"""A command line in an empty folder, and one in a new workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command_line import Akira


@pytest.fixture
def nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Akira:
    """A command line in an empty folder, offline."""
    folder = tmp_path / "news"
    folder.mkdir()
    return Akira(folder, capsys, monkeypatch)


@pytest.fixture
def akira(nowhere: Akira) -> Akira:
    """A command line in a new workspace, offline."""
    nowhere.done("init")
    return nowhere


@pytest.fixture
def begun(akira: Akira) -> Akira:
    """The same with an empty draft, Issue #1 of 2021-11-13."""
    akira.done("draft new --date 2021-11-13")
    return akira


@pytest.fixture
def filled(begun: Akira) -> Akira:
    """The same with two papers, whose texts are the curator's own, in `papers`."""
    begun.done("add 2110.02178 --headline 'Light and mobile' --summary 'It is light.'")
    begun.done("add 2109.13228 --headline 'Without people' --summary 'Nobody is in it.'")
    return begun
