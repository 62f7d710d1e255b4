"""A curator in a new workspace, to be set before a small web."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command_line import Akira
from tests.small_web.curator import NO_PAUSE, Curator


@pytest.fixture
def curator(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Curator:
    """A curator with a new workspace."""
    monkeypatch.setattr("akira_cli.sources._page.INTERVAL", NO_PAUSE)
    folder = tmp_path / "news"
    folder.mkdir()
    akira = Akira(folder, capsys, monkeypatch)
    akira.done("init")
    return Curator(akira)
