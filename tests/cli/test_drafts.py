"""`akira init` and `akira draft`, screen by screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command_line import Akira, Screen

EMPTY_OUTLINE = """\
Issue #1 · draft · 2021-11-13 · 0 entries · drafts/issue-001.toml

Highlights
  none

1 Featured Paper/News in This Week (featured)
  empty

2 Machine Learning Use Case (use-cases)
  empty

3 Machine Learning Papers (papers)
  empty

4 Technical Articles (articles)
  empty

5 Other Topics (other)
  empty

missing: highlights
"""

NO_DRAFT_IS_OPEN = "error: no draft is open\nhint: 'akira draft new' begins the next issue\n"


def test_init_makes_a_workspace_and_says_what_comes_next(nowhere: Akira) -> None:
    assert nowhere("init --name 'Papers Weekly'") == Screen(
        0,
        f'made a workspace for "Papers Weekly" in {nowhere.folder}\n'
        "next: akira draft new, akira add 2110.02178 --section papers\n",
    )
    assert (nowhere.folder / "drafts").is_dir()
    assert 'name = "Papers Weekly"' in (nowhere.folder / "config.toml").read_text()


def test_init_takes_a_folder(nowhere: Akira) -> None:
    nowhere.done("init deep/er")
    assert nowhere("--workspace deep/er draft list") == Screen(
        0, "no drafts yet; 'akira draft new' begins the first issue\n"
    )


def test_init_overwrites_nothing(akira: Akira) -> None:
    before = (akira.folder / "config.toml").read_bytes()
    assert akira("init") == Screen(
        1,
        stderr="error: 'config.toml' is there already, and nothing is overwritten\n"
        "hint: choose another folder, or edit that file by hand\n",
    )
    assert (akira.folder / "config.toml").read_bytes() == before


def test_without_a_workspace_a_command_says_how_to_get_one(nowhere: Akira) -> None:
    assert nowhere("draft list") == Screen(
        1,
        stderr=f"error: there is no workspace at or above '{nowhere.folder}'\n"
        "hint: make one with: akira init, or point at one with: --workspace DIR\n",
    )


def test_the_workspace_is_found_from_a_folder_below(
    filled: Akira, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = filled.folder / "notes" / "today"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert filled.done("draft list").startswith("* issue-001")


def test_the_workspace_may_be_named_by_the_environment(
    begun: Akira, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    begun.environ(AKIRA_WORKSPACE=str(begun.folder))
    assert begun("draft show").stdout.startswith("Issue #1 · draft · 2021-11-13 · 0 entries · ")


def test_new_begins_the_next_issue_and_uses_it(akira: Akira) -> None:
    assert akira("draft new --date 2021-11-13") == Screen(
        0, "began Issue #1: drafts/issue-001.toml\n"
    )
    assert akira("draft new --date 2021-11-20") == Screen(
        0, "began Issue #2: drafts/issue-002.toml\n"
    )
    assert akira("draft list") == Screen(
        0,
        "* issue-002          2021-11-20  draft      0 entries    Issue #2\n"
        "  issue-001          2021-11-13  draft      0 entries    Issue #1\n",
    )


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ("--number 34", "began Issue #34: drafts/issue-034.toml\n"),
        ("--label 'Week 12, 2021'", "began Week 12, 2021: drafts/week-12-2021.toml\n"),
        ("--label 'Issue #7'", "began Issue #7: drafts/issue-007.toml\n"),
    ],
)
def test_new_takes_a_number_or_a_label(akira: Akira, options: str, printed: str) -> None:
    assert akira(f"draft new {options}") == Screen(0, printed)


def test_new_refuses_an_issue_that_is_there(begun: Akira) -> None:
    before = begun.draft().read_bytes()
    assert begun("draft new --number 1") == Screen(
        1,
        stderr="error: a draft 'issue-001' exists already: 'drafts/issue-001.toml'\n"
        "hint: choose another name, or go on with that draft\n",
    )
    assert begun.draft().read_bytes() == before


def test_show_names_every_section_of_an_empty_issue(begun: Akira) -> None:
    assert begun("draft show") == Screen(0, EMPTY_OUTLINE)


def test_show_lists_handles_headlines_titles_and_what_is_missing(filled: Akira) -> None:
    filled.done("highlight add 'Images [without people](https://arxiv.org/abs/2109.13228).'")
    filled.done("add 2106.08265 --section featured --headline 'Anomalies'")
    assert filled("draft show") == Screen(
        0,
        """\
Issue #1 · draft · 2021-11-13 · 3 entries · drafts/issue-001.toml

Highlights
  1  Images [without people](https://arxiv.org/abs/2109.13228).

1 Featured Paper/News in This Week (featured)
  1.1  Anomalies
       [2106.08265] Towards Total Recall in Industrial Anomaly Detection
       missing: approval of summary

2 Machine Learning Use Case (use-cases)
  empty

3 Machine Learning Papers (papers)
  3.1  Light and mobile
       [2110.02178] MobileViT: Light-weight, General-purpose, and Mobile-friendly Vision Transformer
  3.2  Without people
       [2109.13228] PASS: An ImageNet replacement for self-supervised pretraining without humans

4 Technical Articles (articles)
  empty

5 Other Topics (other)
  empty
""",
    )


def test_show_without_a_draft_says_how_to_begin_one(akira: Akira) -> None:
    assert akira("draft show") == Screen(1, stderr=NO_DRAFT_IS_OPEN)


@pytest.mark.parametrize("wanted", ["34", "#34", "issue-034", "'Issue #34'", "issue-034.toml"])
def test_a_draft_goes_by_its_number_label_and_file(akira: Akira, wanted: str) -> None:
    akira.done("draft new --number 34 --date 2021-11-13")
    akira.done("draft new")
    assert akira(f"draft use {wanted}") == Screen(0, "using Issue #34: drafts/issue-034.toml\n")
    for line in (f"draft show {wanted}", f"draft show --draft {wanted}", "draft show"):
        assert akira.done(line).startswith("Issue #34 · ")


def test_a_draft_that_is_not_there_is_told_with_those_that_are(begun: Akira) -> None:
    assert begun("draft use 35") == Screen(
        1, stderr="error: no draft is called '35'\nhint: drafts: issue-001\n"
    )


def test_list_shows_what_is_published_and_what_is_broken(filled: Akira) -> None:
    filled.done("draft publish")
    filled.done("draft new --date 2021-11-20")
    filled.draft("bad").write_text("format = 1\nlabel = \n")
    screen = filled("draft list")
    assert screen.code == 0
    assert screen.stdout == (
        "* issue-002          2021-11-20  draft      0 entries    Issue #2\n"
        "  issue-001          2021-11-13  published  2 entries    Issue #1\n"
    )
    assert screen.stderr.startswith("error: drafts/bad.toml:2:9: not valid TOML: ")


def test_publish_warns_of_what_is_missing(filled: Akira) -> None:
    filled.done("add 2106.08265 --headline Anomalies")
    assert filled("draft publish") == Screen(
        0,
        "published Issue #1: drafts/issue-001.toml\n",
        "warning: Issue #1: highlights are missing\n"
        "warning: 2106.08265: missing approval of summary\n",
    )
    assert filled("draft publish 1") == Screen(
        0,
        "published Issue #1: drafts/issue-001.toml\n",
        "warning: Issue #1: highlights are missing\n"
        "warning: 2106.08265: missing approval of summary\n"
        "note: Issue #1 was published already\n",
    )


def test_a_published_issue_is_not_added_to_unless_named(filled: Akira) -> None:
    filled.done("draft publish")
    assert filled("draft show") == Screen(1, stderr=NO_DRAFT_IS_OPEN)
    screen = filled("add 2106.08265 --headline Anomalies")
    assert screen.stdout == "added 3.1 to Issue #2, papers: Anomalies\n"
    assert screen.stderr.startswith("note: no draft was open, so Issue #2 was begun\n")


def test_two_ways_to_name_a_draft_must_not_differ(filled: Akira) -> None:
    screen = filled("draft show 8 --draft 7")
    assert (screen.code, screen.stderr) == (
        2,
        "error: '8' and --draft '7' are two drafts\nhint: give one of them\n",
    )
    screen = filled("draft new --number 7 --label 'Issue #8'")
    assert screen.code == 2
    assert screen.stderr.startswith("error: 'Issue #8' and the number 7 are two issues\n")


def test_a_published_issue_is_worked_on_when_it_is_chosen(filled: Akira) -> None:
    filled.done("draft publish")
    assert filled("draft show").code == 1
    filled.done("draft use 1")
    assert filled.done("draft show").startswith("Issue #1 · published · ")
    assert filled.done("add 2109.13228").startswith("added 3.1 to Issue #2")
