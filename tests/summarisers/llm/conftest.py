"""The `llm` package with a folder of its own for settings and keys."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def llm_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where llm keeps models and keys, new and empty."""
    folder = tmp_path / "llm"
    monkeypatch.setenv("LLM_USER_PATH", str(folder))
    return folder
