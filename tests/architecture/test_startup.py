"""What each command may import: slow libraries only where they do the work.

Each command runs in a process of its own, its output into a pipe, and tells what it has
loaded; that is the same on every machine, as its time is not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import akira_cli
from akira_cli.core.draft_edits import add_entry
from akira_cli.core.entries import entry_from
from akira_cli.core.items import Reference
from akira_cli.core.models import Draft
from akira_cli.wiring import Adapters, create_workspace
from tests.fakes import FakeSummariser, SilentProgress, paper

SLOW = [
    "typer",
    "rich",
    "pydantic",
    "requests",
    "arxiv",
    "lxml",
    "jinja2",
    "tomlkit",
    "tomli_w",
    "sqlite3",
    "pylatexenc",
    "markdown_it",
    "nh3",
    "importlib.metadata",
]
RUN = f"""
import sys
from akira_cli.__main__ import main
code = 0
try:
    main()
except SystemExit as end:
    code = end.code
import json
loaded = [name for name in {SLOW!r} if name in sys.modules]
print(json.dumps([code, loaded]), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a draft of one entry, and one more paper in the library."""
    root = tmp_path_factory.mktemp("workspace")
    create_workspace(root, "A newsletter")
    adapters = Adapters(start=root, workspace=root, environ={}, progress=SilentProgress())
    item = paper("2110.00001")
    entry = entry_from(item, FakeSummariser().summarise(item), "papers")
    draft = add_entry(Draft("issue-001", "Issue #1", 1), entry)
    adapters.drafts.create(draft, "draft new")
    adapters.library.keep(Reference("arxiv", "2110.02178"), paper())
    adapters.doubts(draft)  # found at the first look and kept for all that follow
    return root


def loaded_by(arguments: str, folder: Path) -> set[str]:
    """The slow libraries that a command loads; it must succeed."""
    source = str(Path(akira_cli.__file__).parents[1])
    ended = subprocess.run(  # noqa: S603  # our own interpreter and our own words
        [sys.executable, "-c", RUN, *arguments.split()],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": source},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    code, loaded = json.loads(ended.stderr.splitlines()[-1])
    assert code == 0, ended.stderr
    return set(loaded)


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        ("--version", set()),
        ("--help", {"typer"}),
        ("draft list", {"typer"}),
        ("draft show", {"typer"}),
        ("export --format json", {"typer"}),
        ("add 2110.02178 --no-figure", {"typer", "sqlite3", "tomli_w"}),
    ],
)
def test_a_command_loads_no_slow_library_it_can_do_without(
    workspace: Path, arguments: str, allowed: set[str]
) -> None:
    assert loaded_by(arguments, workspace) <= allowed


def test_a_library_that_is_loaded_is_seen(workspace: Path) -> None:
    assert "jinja2" in loaded_by("export --format medium", workspace)
