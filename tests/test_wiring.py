"""The formats of all kinds, and those of other packages that do not work."""

from __future__ import annotations

from pathlib import Path

import pytest

from akira_cli.core.errors import AkiraError, InvalidFile, UsageError
from akira_cli.ports import ArchiveExporter
from akira_cli.wiring import Adapters, create_workspace
from akira_cli.wiring.formats import formats_anywhere
from akira_cli.workflows.preview import TABS
from tests.fakes import SilentProgress

MODULE = """
from akira_cli.core.errors import AkiraError
def fails(settings, pictures):
    raise ValueError("two\\nlines")
def refuses(settings, pictures):
    raise AkiraError("say where", "[slack] url says it")
def works(settings, pictures):
    return Slack()
class Slack:
    name = "slack"
    description = "of another package"
"""


@pytest.fixture
def adapters(tmp_path: Path) -> Adapters:
    root = tmp_path / "workspace"
    create_workspace(root, "News")
    return Adapters(start=root, workspace=root, environ={}, progress=SilentProgress())


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a package that is installed but for its entry points."""
    info = tmp_path / "site" / "more_formats-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: more-formats\nVersion: 1.0\n")
    (info.parent / "more_formats_of_the_wiring_test.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(info.parent))
    return info


def offer(site: Path, name: str, what: str) -> None:
    """Let the package offer one format, `what` in its module or a whole entry point."""
    value = what if ":" in what else f"more_formats_of_the_wiring_test:{what}"
    (site / "entry_points.txt").write_text(f"[akira.exporters]\n{name} = {value}\n")


def put(adapters: Adapters, name: str) -> None:
    (adapters.root / "templates").mkdir(exist_ok=True)
    (adapters.root / "templates" / name).touch()


def names(adapters: Adapters) -> list[str]:
    return [one.name for one in adapters.exporters() if not isinstance(one, AkiraError)]


def test_a_format_of_the_curators_goes_before_the_programs_and_that_before_anothers(
    adapters: Adapters, site: Path
) -> None:
    offer(site, "json", "works")
    assert "Slack" not in type(adapters.exporter("json")).__name__
    put(adapters, "json.txt.j2")
    assert adapters.exporter("json").description == "your own template, templates/json.txt.j2"
    assert names(adapters).count("json") == 1


def test_the_formats_are_those_of_all_kinds_by_name(adapters: Adapters, site: Path) -> None:
    shipped = names(adapters)
    offer(site, "slack", "works")
    put(adapters, "hugo.md.j2")
    assert names(adapters) == sorted([*shipped, "hugo", "slack"])
    anywhere = [one.name for one in formats_anywhere() if not isinstance(one, AkiraError)]
    assert anywhere == sorted([*shipped, "slack"])


BROKEN = [
    ("nowhere_at_all:build", "ModuleNotFoundError: No module named 'nowhere_at_all'"),
    ("lacks", "AttributeError: "),
    ("fails", "ValueError: two lines"),
    ("Slack", "TypeError: "),
]


@pytest.mark.parametrize(("what", "why"), BROKEN)
def test_a_format_of_another_package_that_does_not_work_is_told(
    adapters: Adapters, site: Path, what: str, why: str
) -> None:
    offer(site, "slack", what)
    with pytest.raises(AkiraError) as caught:
        adapters.exporter("slack")
    value = what if ":" in what else f"more_formats_of_the_wiring_test:{what}"
    start = f"the format 'slack' ({value} of 'more-formats') does not work: {why}"
    assert caught.value.message.startswith(start)
    assert caught.value.hint == "upgrade or uninstall 'more-formats'"


def test_what_it_says_itself_is_passed_on(adapters: Adapters, site: Path) -> None:
    offer(site, "slack", "refuses")
    with pytest.raises(AkiraError) as caught:
        adapters.exporter("slack")
    assert (caught.value.message, caught.value.hint) == ("say where", "[slack] url says it")


@pytest.mark.parametrize(("what", "why"), BROKEN)
def test_the_others_work_all_the_same(adapters: Adapters, site: Path, what: str, why: str) -> None:
    shipped = names(adapters)
    offer(site, "slack", what)
    assert names(adapters) == shipped
    for found in (adapters.exporters(), formats_anywhere()):
        (error,) = (one for one in found if isinstance(one, AkiraError))
        assert why in error.message
    assert adapters.exporter("json").name == "json"
    with pytest.raises(UsageError) as caught:
        adapters.exporter("pdf")
    assert "slack" in caught.value.hint.removeprefix("formats: ").split(", ")


def test_two_templates_of_one_name_are_told(adapters: Adapters) -> None:
    put(adapters, "hugo.md.j2")
    put(adapters, "hugo.txt.j2")
    with pytest.raises(InvalidFile, match=r"hugo\.md\.j2 and templates/hugo\.txt\.j2"):
        adapters.exporter("hugo")


def test_the_preview_shows_formats_of_one_issue(adapters: Adapters) -> None:
    shown = [adapters.exporter(name) for name in TABS.values()]
    assert [one.name for one in shown] == [*TABS.values()]
    assert not any(isinstance(one, ArchiveExporter) for one in shown)


def test_a_language_without_a_wording_is_told_when_it_is_asked_for(adapters: Adapters) -> None:
    assert adapters.has_wording("zh-TW")
    assert adapters.layout("en", asked="zh-TW") != adapters.layout("en")
    assert not adapters.has_wording("fr")
    with pytest.raises(UsageError, match="there is no wording in 'fr'"):
        adapters.layout("en", asked="fr")


def test_a_draft_in_such_a_language_goes_on_in_english(adapters: Adapters) -> None:
    assert adapters.layout("fr") == adapters.layout("en")
