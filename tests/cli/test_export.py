"""`akira export`, screen by screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command_line import MOBILE_VIT, Akira, Screen

MARKDOWN = """\
# Machine Learning News — Issue #1

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


LOSS = (
    "the summary of 'nasty': raw HTML, or a link that is not http, https or mailto",
    "it is shown as text",
)
NOTE = "note: markdown drops or changes 1 thing; --explain lists what and where\n"
REFUSED = (
    f"error: markdown loses something: {LOSS[0]}\n"
    "hint: --explain lists it all; without --strict it is exported all the same\n"
)
NASTY = """
[[entries]]
id = "nasty"
section = "papers"
url = "https://example.org/"
headline = "Nasty"
summary = "A <b>bold</b> claim."
"""


@pytest.fixture
def lossy(filled: Akira) -> Akira:
    """The two papers, and an entry of which every target loses something."""
    filled.done("highlight add 'A bullet.'")
    with filled.draft().open("a") as file:
        file.write(NASTY)
    return filled


def test_what_is_lost_is_counted_and_listed_when_asked_for(lossy: Akira) -> None:
    path = "exports/issue-001/issue-001.md\n"
    assert lossy("export -f markdown") == Screen(0, path, NOTE)
    listed = f"markdown drops or changes 1 thing:\n  {LOSS[0]}\n    {LOSS[1]}\n"
    assert lossy("export -f markdown --explain") == Screen(0, listed + path)


def test_the_list_goes_to_stderr_when_the_document_goes_to_stdout(lossy: Akira) -> None:
    document = lossy.done("export -f markdown --output -")
    screen = lossy("export -f markdown --output - --explain")
    assert (screen.code, screen.stdout) == (0, document)
    assert screen.stderr.startswith("markdown drops or changes 1 thing:\n")


def test_a_target_that_keeps_everything_is_said_to(filled: Akira) -> None:
    screen = filled("export -f markdown --explain --strict")
    path = "exports/issue-001/issue-001.md"
    assert screen == Screen(0, f"markdown keeps everything\n{path}\n", NO_HIGHLIGHTS)


def test_strict_writes_nothing_when_anything_is_lost(lossy: Akira) -> None:
    assert lossy("export -f markdown --strict") == Screen(1, "", REFUSED)
    assert lossy("export -f markdown --strict --output -") == Screen(1, "", REFUSED)
    screen = lossy("export -f markdown --strict --explain")
    assert (screen.code, screen.stderr) == (1, REFUSED)
    assert screen.stdout.startswith("markdown drops or changes 1 thing:\n")
    assert not (lossy.folder / "exports").exists()


def test_strict_leaves_what_was_exported_before(filled: Akira) -> None:
    path = filled.folder / filled.done("export -f markdown").strip()
    before = path.read_bytes()
    with filled.draft().open("a") as file:
        file.write(NASTY)
    screen = filled("export -f markdown --strict --json")
    assert (screen.code, screen.stdout, screen.error["slug"]) == (1, "", "lossy")
    assert path.read_bytes() == before


def test_losses_are_part_of_the_report(lossy: Akira) -> None:
    report = lossy("export -f markdown --json").json
    where, what = LOSS[0].split(": ")
    assert report["losses"] == [{"where": where, "what": what, "done": LOSS[1]}]
    assert lossy("export -f markdown --json --explain").json == report
    assert report["draft"] == "issue-001"


def test_another_language_has_its_wording_and_the_texts_stay(filled: Akira) -> None:
    chinese = filled.done("export -f markdown --output - --language zh")
    assert chinese.startswith("# Machine Learning News—Issue #1\n")
    assert "\n# 1. 机器学习论文\n" in chinese
    assert "\nIt is light.\n" in chinese
    assert filled.done("export -f markdown --output - --language en") == MARKDOWN


def test_a_draft_in_another_language_has_its_wording_by_itself(filled: Akira) -> None:
    draft = filled.draft()
    draft.write_text(draft.read_text().replace('language = "en"', 'language = "ja"'))
    assert "\n# 1. 機械学習の論文\n" in filled.done("export -f markdown --output -")
    english = filled.done("export -f markdown --output - --language en")
    assert english == MARKDOWN


def test_a_wording_pack_that_is_wrong_is_told_with_its_line(filled: Akira) -> None:
    (filled.folder / "layouts").mkdir()
    (filled.folder / "layouts" / "zh.toml").write_text("\n[words]\nlinks = 3\n")
    assert filled("export -f markdown --language zh") == Screen(
        1,
        "",
        "error: layouts/zh.toml:3: [words] links must be a string, not a whole number\n"
        "hint: correct it there, and run the command again\n",
    )
    assert filled("export -f markdown").code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            "-f markdown --self-contained",
            "error: --self-contained means nothing to 'markdown'\nhint: it is for --format html\n",
        ),
        (
            "-f markdown --width 60",
            "error: --width means nothing to 'markdown'\nhint: it is for --format text\n",
        ),
        (
            "-f json --width 0 --self-contained",
            "error: --self-contained means nothing to 'json'\nhint: it is for --format html\n",
        ),
        (
            "-f text --width 19",
            "error: lines cannot be 19 columns wide\nhint: give --width 72, or 0\n",
        ),
    ],
)
def test_an_option_of_another_format_is_refused(filled: Akira, options: str, message: str) -> None:
    assert filled(f"export {options}") == Screen(2, "", message)
    assert not (filled.folder / "exports").exists()


def test_an_archive_is_not_made_of_one_draft(filled: Akira) -> None:
    assert filled("export -f rss --draft 1") == Screen(
        2, "", "error: rss is made of all published issues\nhint: leave --draft away\n"
    )


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "[contents]\npapres = false\n",
            "error: drafts/issue-001.toml:{}: [contents] papres: there is no section 'papres'\n"
            "hint: did you mean 'papers'? sections: 1 featured, 2 use-cases, 3 papers, "
            "4 articles, 5 other\n",
        ),
        (
            "[[trailer]]\nuse = 'us'\n",
            "error: drafts/issue-001.toml:{}: 'us' is no closing block of the config\n"
            "hint: [[trailer]] of config.toml has: none yet\n",
        ),
    ],
)
def test_what_the_layout_lacks_is_told_with_its_line(
    filled: Akira, written: str, message: str
) -> None:
    draft = filled.draft()
    draft.write_text(draft.read_text() + written)
    line = len(draft.read_text().splitlines())
    assert filled("export -f markdown") == Screen(1, "", message.format(line))


def test_a_draft_in_a_language_without_wording_is_in_english_and_says_so(filled: Akira) -> None:
    draft = filled.draft()
    draft.write_text(draft.read_text().replace('language = "en"', 'language = "fr"'))
    screen = filled("export -f markdown --output -")
    assert screen.stdout == MARKDOWN
    assert "warning: there is no wording in 'fr', so it is in English\n" in screen.stderr


@pytest.mark.parametrize("name", ["medium", "html", "markdown", "email"])
def test_a_picture_that_is_missing_is_told_with_the_line_that_names_it(
    filled: Akira, name: str
) -> None:
    draft = filled.draft()
    draft.write_text(draft.read_text() + '[entries.figure]\nfile = "figures/none.png"\n')
    line = draft.read_text().splitlines().index('file = "figures/none.png"') + 1
    screen = filled(f"export -f {name}")
    assert (screen.code, screen.stdout) == (1, "")
    place = f"drafts/issue-001.toml:{line}"
    assert f"error: {place}: there is no figure 'drafts/figures/none.png'\n" in screen.stderr
    assert not (filled.folder / "exports").exists()
