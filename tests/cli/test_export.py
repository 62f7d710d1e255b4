"""`akira export`, screen by screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command_line import MOBILE_VIT, Akira, Screen

MARKDOWN = """\
# Machine Learning News — Issue #1

— — — — — — — — — — — — — — — — — — –

In the following sections, I will introduce various articles and papers not only on the above \
contents but also on the following five topics.

1.  Papers

— — — — — — — — — — — — — — — — — — –

# 1. Machine Learning Papers

[**Light and mobile**](https://arxiv.org/abs/2110.02178) — \
[**arxiv.org**](https://arxiv.org/abs/2110.02178)

\\[2110.02178\\] MobileViT: Light-weight, General-purpose, and Mobile-friendly Vision Transformer
It is light.

[**Without people**](https://arxiv.org/abs/2109.13228) — \
[**arxiv.org**](https://arxiv.org/abs/2109.13228)

\\[2109.13228\\] PASS: An ImageNet replacement for self-supervised pretraining without humans
Nobody is in it.
"""
NO_HIGHLIGHTS = "warning: Issue #1: highlights are missing\n"


@pytest.mark.parametrize("name", ["markdown", "medium", "json"])
def test_export_prints_the_path_of_what_it_wrote(filled: Akira, name: str) -> None:
    screen = filled(f"export --format {name}")
    assert screen.code == 0
    assert screen.stderr.startswith(NO_HIGHLIGHTS)
    assert screen.stdout.count("\n") == 1
    path = filled.folder / screen.stdout.strip()
    assert path.is_relative_to(filled.folder / "exports" / "issue-001")
    assert MOBILE_VIT in path.read_text()


def test_a_medium_page_has_a_checklist_beside_it(filled: Akira) -> None:
    page = Path(filled.done("export -f medium").strip())
    assert page.suffix == ".html"
    assert sorted(path.name for path in page.parent.iterdir()) == ["checklist.md", page.name]


def test_an_export_is_the_same_every_time(filled: Akira) -> None:
    first = filled.done("export --format medium")
    content = Path(first.strip()).read_bytes()
    assert filled.done("export --format medium") == first
    assert Path(first.strip()).read_bytes() == content


def test_the_document_itself_may_go_to_stdout(filled: Akira) -> None:
    assert filled("export --format markdown --output -") == Screen(0, MARKDOWN, NO_HIGHLIGHTS)
    assert not (filled.folder / "exports").exists()


def test_an_unknown_format_is_told_with_the_known_ones(filled: Akira) -> None:
    assert filled("export --format pdf") == Screen(
        2,
        stderr="error: there is no format 'pdf'\nhint: formats: email, html, json, "
        "markdown, medium, rss, text\n",
    )


def test_output_takes_stdout_only(filled: Akira) -> None:
    assert filled("export --format json --output page.json") == Screen(
        2,
        stderr="error: cannot write to 'page.json'\nhint: --output takes '-' for stdout\n",
    )


def test_export_warns_of_every_gap(begun: Akira) -> None:
    begun.done("add 2110.02178 --summary Mine")
    begun.done("add 2101.00001 --pending")
    screen = begun("export --format json")
    assert screen == Screen(
        0,
        "exports/issue-001/issue-001.json\n",
        "warning: Issue #1: highlights are missing\n"
        "warning: 2110.02178: missing approval of headline\n"
        "warning: 2101.00001: missing facts, not fetched yet\n"
        "warning: 2101.00001: missing headline\n"
        "warning: 2101.00001: missing summary\n",
    )


def test_an_empty_new_draft_is_passed_over_for_the_one_with_entries(filled: Akira) -> None:
    filled.done("draft new --date 2021-11-20")
    assert filled("export --format markdown") == Screen(
        0,
        "exports/issue-001/issue-001.md\n",
        "note: Issue #2 is empty, so this is Issue #1; "
        "--draft issue-002 exports it all the same\n" + NO_HIGHLIGHTS,
    )
    assert filled("export --format markdown --draft issue-002") == Screen(
        0, "exports/issue-002/issue-002.md\n", "warning: Issue #2 has no entries yet\n"
    )


def test_when_none_is_open_the_newest_published_issue_is_exported(filled: Akira) -> None:
    filled.done("draft publish")
    assert filled("export --format markdown") == Screen(
        0,
        "exports/issue-001/issue-001.md\n",
        "note: no draft is open, so this is Issue #1, published already\n" + NO_HIGHLIGHTS,
    )


def test_without_any_draft_the_first_is_begun(akira: Akira) -> None:
    assert akira("export --format markdown") == Screen(
        0,
        "exports/issue-001/issue-001.md\n",
        "note: there was no draft, so Issue #1 was begun\nwarning: Issue #1 has no entries yet\n",
    )


def test_a_document_and_its_report_cannot_both_be_printed(filled: Akira) -> None:
    assert filled("export -f json --output - --json").code == 2
