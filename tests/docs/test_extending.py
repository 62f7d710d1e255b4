"""The examples of `docs/extending.md` work as they stand there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import akira_cli.exporters
from tests.cli.command_line import Akira

PAGE = Path(__file__).resolve().parents[2] / "docs" / "extending.md"


def example(language: str) -> str:
    """The one block of code in that language."""
    block = re.compile(rf"^```{language}\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    (code,) = block.findall(PAGE.read_text("utf-8"))
    return str(code)


@pytest.fixture
def issue(nowhere: Akira) -> Akira:
    """A command line in a workspace with one issue of one paper."""
    nowhere.done("init --name News")
    nowhere.done("draft new --number 34")
    nowhere.done(["add", "2110.02178", "--headline", "Fast <phones> & more"])
    return nowhere


def test_a_format_is_one_file(
    issue: Akira, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "more_formats"
    folder.mkdir()
    (folder / "slack.py").write_text(example("python"), encoding="utf-8")
    monkeypatch.setattr(
        akira_cli.exporters, "__path__", [*akira_cli.exporters.__path__, str(folder)]
    )
    monkeypatch.delitem(sys.modules, "akira_cli.exporters.slack", raising=False)
    assert issue.done("export --format slack --output -") == (
        "*News — Issue #34*\n\n1. Machine Learning Papers\n"
        "• <https://arxiv.org/abs/2110.02178|Fast &lt;phones&gt; &amp; more>\n"
    )
    assert "slack     an announcement for a Slack channel" in issue.done("formats")
    assert issue("export --format slack --strict").code == 1


def test_the_example_is_typed_and_formatted_like_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "slack.py"
    file.write_text(example("python"), encoding="utf-8")
    for tool in (("ruff", "check"), ("ruff", "format", "--check"), ("mypy", "--strict")):
        command = [sys.executable, "-m", *tool, str(file)]
        done = subprocess.run(command, cwd=PAGE.parents[1], capture_output=True, text=True)  # noqa: S603  # our own tools
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_package_of_ones_own_brings_a_format(
    issue: Akira, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site"
    (package / "my_package").mkdir(parents=True)
    (package / "my_package" / "slack.py").write_text(example("python"), encoding="utf-8")
    info = package / "my_package-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: my-package\nVersion: 1.0\n")
    entry_points = example("toml").replace('[project.entry-points."', "[").replace('"]', "]")
    (info / "entry_points.txt").write_text(entry_points.replace('"', ""))
    monkeypatch.syspath_prepend(str(package))
    assert issue.done("export --format slack --output -").startswith("*News — Issue #34*\n")
    assert "slack" in issue.done("formats")


def test_a_template_is_a_format_without_code(issue: Akira) -> None:
    folder = issue.folder / "templates"
    folder.mkdir()
    (folder / "links.md.j2").write_text(example("jinja"), encoding="utf-8")
    assert issue.done("export --format links --output -") == (
        "# News — Issue #34\n\n- [Fast \\<phones> & more](https://arxiv.org/abs/2110.02178)\n"
    )
