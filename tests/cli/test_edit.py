"""`akira edit`, `akira draft edit` and `akira add --edit`, with small programs for editors."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command_line import REPOSITORY, Akira, Screen, on_terminal, without_colours

FORM_HINT = "the form is: a line '+++', key = \"value\" lines, a line '+++', then the summary"
CHANGE_HEADLINE = "text = text.replace('Light and mobile', 'Typed')"
BREAK_HEADLINE = "text = re.sub('headline = .*', 'headline = 3', text)"
MEND_HEADLINE = "text = re.sub('headline = .*', 'headline = \"Mended\"', text)"


def form(akira: Akira, entry_id: str = "2110.02178") -> Path:
    """Where the form of an entry is while it is edited."""
    return akira.folder / ".akira" / "edits" / f"issue-001--{entry_id}.md"


def aside(path: Path) -> Path:
    """Where a text in conflict with the draft is put."""
    return path.with_name(f"{path.name}.1")


def kept(path: Path) -> str:
    """What the hint says of a text that could not be used."""
    return f"what you typed is kept in {path}; edit again to go on with it\n"


def left(akira: Akira) -> list[Path]:
    """The files of texts that are still being edited."""
    return sorted((akira.folder / ".akira" / "edits").iterdir())


def test_the_form_shows_the_entry_and_what_the_tool_wrote(begun: Akira) -> None:
    begun.done("add 2110.02178 --headline Mine")
    begun.editor(f"pathlib.Path('{begun.folder}/seen').write_text(text)")
    begun.done("edit 3.1")
    head, _, summary = (begun.folder / "seen").read_text().rpartition("+++\n\n")
    assert head == (
        "+++\n"
        "# written by the tool: summary\n"
        "# sections: featured, use-cases, papers, articles, other\n"
        'section = "papers"\n'
        'url = "https://arxiv.org/abs/2110.02178"\n'
        'headline = "Mine"\n'
        'title = "[2110.02178] MobileViT: Light-weight, General-purpose, and Mobile-friendly '
        'Vision Transformer"\n'
    )
    assert summary.startswith("They propose MobileViT")


def test_a_headline_is_changed_in_the_editor(filled: Akira) -> None:
    filled.editor(CHANGE_HEADLINE)
    assert filled("edit 3.1") == Screen(0, "changed 2110.02178 in Issue #1: Typed\n")
    assert 'headline = "Typed"\n' in filled.draft().read_text()
    assert left(filled) == []


def test_an_edited_text_is_no_longer_the_machines(begun: Akira) -> None:
    begun.done("add 2110.02178")
    begun.editor(MEND_HEADLINE)
    begun.done("edit 3.1")
    screen = begun("draft show")
    assert "missing: approval of summary\n" in screen.stdout


def test_visual_goes_before_editor(filled: Akira) -> None:
    filled.editor(CHANGE_HEADLINE)
    filled.environ(VISUAL="true")
    assert filled("edit 3.1") == Screen(0, "nothing changed\n")


def test_nothing_typed_changes_nothing(filled: Akira) -> None:
    before = filled.draft().read_bytes()
    filled.editor("")
    assert filled("edit 2110.02178") == Screen(0, "nothing changed\n")
    assert filled.draft().read_bytes() == before
    assert left(filled) == []


def test_a_broken_form_is_refused_kept_and_taken_up_again(filled: Akira) -> None:
    before = filled.draft().read_bytes()
    filled.editor(f"{BREAK_HEADLINE}\ntext = text.replace('It is light.', 'Typed at length.')")
    assert filled("edit 3.1") == Screen(
        1,
        stderr="error: line 5: headline must be a string in quotes\n"
        f"hint: {FORM_HINT}; {kept(form(filled))}",
    )
    assert filled.draft().read_bytes() == before
    assert "Typed at length." in form(filled).read_text()

    filled.editor(MEND_HEADLINE)
    assert filled("edit 3.1") == Screen(
        0,
        "changed 2110.02178 in Issue #1: Mended\n",
        f"note: taking up the edit left in {form(filled)}\n",
    )
    assert "Typed at length." in filled.draft().read_text()
    assert left(filled) == []


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("text = text.replace('+++', '')", "the form has lost its '+++' lines"),
        ("text = ''", "the form has lost its '+++' lines"),
        (
            "text = text.replace('headline', 'headlines')",
            "line 5: headlines is not one of section, url, headline, title",
        ),
        (
            "text = text.replace('\"papers\"', '\"paper\"')",
            "line 3: section must be one of featured, use-cases, papers, articles, other",
        ),
        (
            "text = text.replace('https://', 'javascript:')",
            "line 4: url must be an address that starts with http:// or https://",
        ),
    ],
)
def test_a_mistake_in_the_form_is_told_with_its_line(
    filled: Akira, program: str, message: str
) -> None:
    before = filled.draft().read_bytes()
    filled.editor(program)
    screen = filled("edit 3.1")
    assert screen.code == 1
    assert screen.stderr == f"error: {message}\nhint: {FORM_HINT}; {kept(form(filled))}"
    assert filled.draft().read_bytes() == before


def test_an_editor_that_fails_changes_nothing(filled: Akira) -> None:
    before = filled.draft().read_bytes()
    filled.environ(EDITOR="false")
    assert filled("edit 3.1") == Screen(1, stderr="error: the editor 'false' ended with 1\n")
    assert filled.draft().read_bytes() == before
    assert left(filled) == []


def test_what_was_typed_before_the_editor_failed_is_kept(filled: Akira) -> None:
    before = filled.draft().read_bytes()
    filled.editor("path.write_text(text.replace('Light and mobile', 'Typed'))\nsys.exit(7)")
    screen = filled("edit 3.1")
    assert screen.code == 1
    assert screen.stderr.endswith(f"ended with 7\nhint: {kept(form(filled))}")
    assert filled.draft().read_bytes() == before
    filled.editor("")
    assert filled.done("edit 3.1") == "changed 2110.02178 in Issue #1: Typed\n"


@pytest.mark.parametrize("command", ["/no/such/editor --wait", "'unclosed"])
def test_an_editor_that_cannot_be_started_is_named(filled: Akira, command: str) -> None:
    filled.environ(EDITOR=command)
    assert filled("edit 3.1") == Screen(
        1, stderr=f"error: cannot start the editor '{command}'\nhint: set $EDITOR\n"
    )


def test_without_an_editor_and_a_terminal_none_is_started(filled: Akira) -> None:
    assert filled("edit 3.1") == Screen(
        1, stderr="error: no editor is set, and this is not a terminal\nhint: set $EDITOR\n"
    )


def test_what_else_changed_in_the_draft_meanwhile_is_kept(filled: Akira) -> None:
    filled.editor(
        f"{CHANGE_HEADLINE}\n"
        f"draft = pathlib.Path('{filled.draft()}')\n"
        "draft.write_text(draft.read_text().replace('It is light.', 'By another hand.'))"
    )
    assert filled("edit 3.1") == Screen(0, "changed 2110.02178 in Issue #1: Typed\n")
    assert 'headline = "Typed"\n' in filled.draft().read_text()
    assert "By another hand." in filled.draft().read_text()


def test_the_same_text_changed_in_both_places_is_a_conflict_and_both_are_kept(
    filled: Akira,
) -> None:
    filled.editor(
        f"{CHANGE_HEADLINE}\n"
        f"draft = pathlib.Path('{filled.draft()}')\n"
        "draft.write_text(draft.read_text().replace('Light and mobile', 'By another hand'))"
    )
    assert filled("edit 3.1") == Screen(
        5,
        stderr="error: the headline of '2110.02178' was changed elsewhere too\n"
        f"hint: what you typed is kept in {aside(form(filled))}\n",
    )
    assert 'headline = "By another hand"\n' in filled.draft().read_text()
    assert 'headline = "Typed"\n' in aside(form(filled)).read_text()


def test_after_a_conflict_the_next_edit_begins_anew(filled: Akira) -> None:
    filled.editor(
        f"{CHANGE_HEADLINE}\n"
        f"draft = pathlib.Path('{filled.draft()}')\n"
        "draft.write_text('# by another hand\\n' + draft.read_text())"
    )
    assert filled("draft edit").code == 5
    filled.editor(CHANGE_HEADLINE)
    assert filled("draft edit") == Screen(0, "changed drafts/issue-001.toml\n")
    assert filled.draft().read_text().startswith("# by another hand\n")
    assert filled.headline("2110.02178") == "Typed"


def test_an_entry_removed_meanwhile_is_told_and_the_text_kept(filled: Akira) -> None:
    filled.editor(
        f"{CHANGE_HEADLINE}\n"
        f"draft = pathlib.Path('{filled.draft()}')\n"
        "whole = draft.read_text()\n"
        "draft.write_text(whole[:whole.index('[[entries]]')])"
    )
    screen = filled("edit 3.1")
    assert screen.code == 1
    assert screen.stderr.startswith("error: Issue #1 has no entry '2110.02178'\n")
    assert screen.stderr.endswith(kept(form(filled)))


def test_the_whole_draft_is_edited_and_checked(filled: Akira) -> None:
    filled.editor("text = '# by hand\\n' + text.replace('Light and mobile', 'Typed')")
    assert filled("draft edit") == Screen(0, "changed drafts/issue-001.toml\n")
    assert filled.draft().read_text().startswith("# by hand\n")
    assert filled.headline("2110.02178") == "Typed"
    assert filled.done("undo") == "took back: draft edit (issue-001)\n"


def test_a_mistake_in_the_draft_is_told_with_file_and_line_and_not_written(
    filled: Akira,
) -> None:
    before = filled.draft().read_bytes()
    filled.editor("text = text.replace('date = 2021-11-13', 'date = soon')")
    screen = filled("draft edit")
    path = filled.folder / ".akira" / "edits" / "issue-001.toml"
    assert (screen.code, screen.stdout) == (1, "")
    assert screen.stderr.startswith("error: drafts/issue-001.toml:4:8: not valid TOML: ")
    assert screen.stderr.endswith(kept(path))
    assert filled.draft().read_bytes() == before
    assert "date = soon\n" in path.read_text()

    filled.editor("text = text.replace('date = soon', 'date = 2021-11-20')")
    assert filled("draft edit") == Screen(
        0, "changed drafts/issue-001.toml\n", f"note: taking up the edit left in {path}\n"
    )
    assert b"date = 2021-11-20\n" in filled.draft().read_bytes()


def test_a_draft_with_a_syntax_error_can_be_mended_in_the_editor(filled: Akira) -> None:
    whole = filled.draft().read_text()
    filled.draft().write_text(whole.replace('label = "', "label = "))
    assert filled("draft show").code == 1
    filled.editor("text = text.replace('label = ', 'label = \"')")
    filled.done("draft edit")
    assert filled.draft().read_text() == whole


def test_a_draft_changed_meanwhile_is_a_conflict_and_both_are_kept(filled: Akira) -> None:
    filled.editor(
        f"{CHANGE_HEADLINE}\n"
        f"draft = pathlib.Path('{filled.draft()}')\n"
        "draft.write_text('# by another hand\\n' + draft.read_text())"
    )
    screen = filled("draft edit")
    assert screen.code == 5
    assert filled.draft().read_text().startswith("# by another hand\n")
    ours = next(path for path in left(filled) if path.name == "issue-001.toml.1")
    assert 'headline = "Typed"\n' in ours.read_text()
    assert str(ours) in screen.stderr


def test_add_edit_opens_the_new_entry(begun: Akira) -> None:
    begun.editor("text = text.replace('Found', 'Typed').replace('\"papers\"', '\"other\"')")
    screen = begun("add 2110.02178 --headline Found --edit")
    assert (screen.code, screen.stdout) == (0, "added 3.1 to Issue #1, papers: Found\n")
    assert "  5.1  Typed\n" in begun.done("draft show")


def test_add_edit_of_a_broken_form_keeps_the_entry_and_the_text(begun: Akira) -> None:
    begun.editor(BREAK_HEADLINE)
    screen = begun("add 2110.02178 --headline Found --summary Mine --edit")
    assert screen.code == 1
    assert screen.stdout == "added 3.1 to Issue #1, papers: Found\n"
    assert screen.stderr.endswith(kept(form(begun)))
    assert begun.headline("2110.02178") == "Found"


BREAK_THEN_MEND = f"""
if 'headline = 3' in text:
    {MEND_HEADLINE}
else:
    {BREAK_HEADLINE}
"""


def test_on_a_terminal_a_broken_form_can_be_opened_again_at_once(filled: Akira) -> None:
    filled.editor(BREAK_THEN_MEND)
    code, screen = on_terminal("edit 3.1", filled.folder, typed="y\n")
    assert code == 0
    assert "line 5: headline must be a string in quotes\nOpen it again? [Y/n]: " in screen
    assert screen.endswith("changed 2110.02178 in Issue #1: Mended\n")
    assert left(filled) == []


def test_on_a_terminal_a_broken_form_can_be_left_for_later(filled: Akira) -> None:
    before = filled.draft().read_bytes()
    filled.editor(BREAK_THEN_MEND)
    code, screen = on_terminal("edit 3.1", filled.folder, typed="n\n")
    assert code == 1
    assert without_colours(screen).endswith(kept(form(filled)))
    assert filled.draft().read_bytes() == before


def test_an_old_style_id_can_be_edited(begun: Akira) -> None:
    begun.done("add math/0211159 --pending")
    begun.editor(MEND_HEADLINE)
    assert begun.done("edit math/0211159") == "changed math/0211159 in Issue #1: Mended\n"


def test_what_an_export_would_refuse_is_told_after_an_edit_of_the_draft(filled: Akira) -> None:
    filled.editor("text = text.replace('section = \"papers\"', 'section = \"paper\"', 1)")
    screen = filled("draft edit")
    assert (screen.code, screen.stdout) == (0, "changed drafts/issue-001.toml\n")
    assert screen.stderr.startswith(
        "warning: drafts/issue-001.toml:10: entry '2110.02178' is in section"
    )
    assert "did you mean 'papers'?" in screen.stderr
    filled.done("move 2110.02178 -s papers")
    assert filled("export -f json --output -").code == 0


def with_id(akira: Akira, old: str, new: str) -> None:
    """Give an entry another id, as a person may by hand."""
    draft = akira.draft().read_text()
    akira.draft().write_text(draft.replace(f'id = "{old}"', f'id = "{new}"'))


@pytest.mark.parametrize("other", ["a-b", "A/B", "x" * 300])
def test_what_was_typed_into_one_entry_is_not_taken_up_in_another(
    filled: Akira, other: str
) -> None:
    with_id(filled, "2110.02178", "a/b")
    with_id(filled, "2109.13228", other)
    filled.editor("path.write_text(text.replace('It is light.', 'Typed.'))\nsys.exit(7)")
    assert filled("edit a/b").code == 1
    filled.editor("text = text.replace('Nobody', 'Somebody')")
    assert filled(["edit", other]) == Screen(0, f"changed {other} in Issue #1: Without people\n")
    assert "Typed." not in filled.draft().read_text()


EDIT_IT_AGAIN = f"""
import os, subprocess
path.write_text(text.replace('Light and mobile', 'Typed first'))
second = subprocess.run(
    [sys.executable, '-m', 'akira_cli', *{{arguments}}],
    env={{{{**os.environ, 'EDITOR': 'true', 'PYTHONPATH': '{REPOSITORY}'}}}},
    capture_output=True,
    text=True,
)
pathlib.Path('second').write_text(f'{{{{second.returncode}}}} {{{{second.stderr}}}}')
text = path.read_text()
"""


@pytest.mark.parametrize(
    ("line", "name"),
    [("edit 2110.02178", "issue-001--2110.02178.md"), ("draft edit", "issue-001.toml")],
)
def test_what_is_being_edited_is_not_opened_a_second_time(
    filled: Akira, line: str, name: str
) -> None:
    filled.editor(EDIT_IT_AGAIN.format(arguments=line.split()))
    assert filled(line).code == 0
    path = filled.folder / ".akira" / "edits" / name
    assert (filled.folder / "second").read_text() == (
        f"1 error: '{path}' is being edited already\n"
        "hint: go on in the editor that has it open, or close that one first\n"
    )
    assert filled.headline("2110.02178") == "Typed first"
    assert left(filled) == []
