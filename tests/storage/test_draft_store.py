from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from akira_cli.core.errors import (
    AkiraError,
    DraftConflict,
    DraftExists,
    InvalidFile,
    NotWritten,
    UnknownHandle,
    UsageError,
)
from akira_cli.core.models import Draft
from akira_cli.ports import Broken, DraftStore
from akira_cli.storage.draft_store import TRIES, DraftFiles
from akira_cli.storage.draft_toml import load
from tests.storage.sample_drafts import (
    COMMENTED,
    NAME,
    AddsAnEntry,
    TickingClock,
    draft_file,
    entry,
    workspace,
)

ADDED = '\n[[entries]]\nid = "new"\nsection = "other"\nurl = "https://example.com/new"\n'
WITH_NEW = COMMENTED.replace("} # stale\n", "} # stale\n" + ADDED)


def files_in(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def test_the_store_keeps_the_port(tmp_path: Path) -> None:
    store: DraftStore = DraftFiles(tmp_path, TickingClock())
    assert (store.names(), store.all(), store.current()) == ([], [], None)


def test_names_are_in_the_order_a_person_counts(tmp_path: Path) -> None:
    store, _ = workspace(tmp_path)
    for name in ("issue-9", "issue-10", "Week 12, 2021", "week-2"):
        (tmp_path / "drafts" / f"{name}.toml").touch()
    for other in (".hidden.toml", "notes.md", "issue-1.toml.bak"):
        (tmp_path / "drafts" / other).touch()
    (tmp_path / "drafts" / "folder.toml").mkdir()
    (tmp_path / "drafts" / "\udcff.toml").touch()  # no name that is text
    assert store.names() == ["issue-9", "issue-10", NAME, "Week 12, 2021", "week-2"]


def test_all_drafts_come_with_those_that_cannot_be_read(tmp_path: Path) -> None:
    store, _ = workspace(tmp_path)
    (tmp_path / "drafts" / "broken.toml").write_text("format = ")
    broken, draft = store.all()
    assert isinstance(broken, Broken)
    assert (broken.name, type(broken.error)) == ("broken", InvalidFile)
    assert isinstance(draft, Draft)
    assert draft.name == NAME


@pytest.mark.parametrize("name", ["nothing", "", "../config", "/etc/passwd", "a\0b", "x" * 300])
def test_a_draft_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    store, _ = workspace(tmp_path)
    (tmp_path / "config.toml").write_text(COMMENTED)
    with pytest.raises(UnknownHandle, match="there is no draft"):
        store.load(name)
    with pytest.raises(UnknownHandle):
        store.update(name, AddsAnEntry("new"), "add")
    with pytest.raises(UnknownHandle):
        store.use(name)


def test_an_update_gives_the_draft_as_written(tmp_path: Path) -> None:
    store, _ = workspace(tmp_path)
    draft = store.update(NAME, AddsAnEntry("new"), "add new")
    assert draft == store.load(NAME)
    assert store.text(NAME).decode() == WITH_NEW


def test_a_change_that_changes_nothing_writes_and_records_nothing(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    before = draft_file(tmp_path).stat()
    assert store.update(NAME, lambda draft: draft, "nothing") == store.load(NAME)
    assert draft_file(tmp_path).stat() == before
    assert history.log() == []


def test_a_change_that_raises_writes_and_records_nothing(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)

    def refuse(_draft: Draft) -> Draft:
        raise UnknownHandle("no entry 'x'")

    with pytest.raises(UnknownHandle, match="no entry 'x'"):
        store.update(NAME, refuse, "nothing")
    assert store.text(NAME).decode() == COMMENTED
    assert history.log() == []


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    store, _ = workspace(tmp_path)
    with pytest.raises(UsageError, match=r"'\\udcff' is no character"):
        store.update(NAME, lambda draft: replace(draft, label="\udcff"), "label")
    with pytest.raises(UsageError, match=r"'\\udcff' is no character"):
        store.create(Draft("new", "\udcff"), "new")


def test_a_new_draft_is_written_and_recorded(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.create(Draft("issue-035", "Issue #35", 35), "new draft")
    assert store.load("issue-035") == Draft("issue-035", "Issue #35", 35)
    assert [(record.draft, record.note) for record in history.log()] == [("issue-035", "new draft")]


def test_the_first_draft_makes_the_folder(tmp_path: Path) -> None:
    store = DraftFiles(tmp_path, TickingClock())
    store.create(Draft("a", "A"), "new draft")
    assert store.names() == ["a"]


def test_a_new_draft_never_takes_the_place_of_one(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    with pytest.raises(DraftExists, match=f"a draft '{NAME}' exists already"):
        store.create(Draft(NAME, "Issue #34"), "new draft")
    assert store.text(NAME).decode() == COMMENTED
    assert history.log() == []


@pytest.mark.parametrize("name", ["", "a/b", "..", ".a", "a b", "-a", "a\n", "9" * 201])
def test_a_name_that_is_no_safe_file_name_is_refused(tmp_path: Path, name: str) -> None:
    store, _ = workspace(tmp_path)
    with pytest.raises(UsageError, match="cannot be the name of a draft"):
        store.create(Draft(name, "A"), "new draft")
    assert store.names() == [NAME]


def test_the_current_draft_is_remembered_until_it_is_gone(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.use(NAME)
    assert DraftFiles(tmp_path, TickingClock()).current() == NAME
    draft_file(tmp_path).unlink()
    assert store.current() is None
    assert history.log() == []


def test_drafts_that_mention_a_text_are_found(tmp_path: Path) -> None:
    store, _ = workspace(tmp_path)
    store.create(Draft("other", "Été"), "new draft")
    assert store.mentioning("2110.02178") == [NAME]
    assert store.mentioning("Été") == ["other"]
    assert store.mentioning("nowhere") == []


def test_the_path_is_short_from_the_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = workspace(tmp_path)
    assert store.path(NAME) == str(draft_file(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert store.path(NAME) == f"drafts/{NAME}.toml"


def test_a_linked_draft_is_written_through_its_link(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    target = tmp_path / "elsewhere.toml"
    draft_file(tmp_path).rename(target)
    draft_file(tmp_path).symlink_to(target)
    store.update(NAME, AddsAnEntry("new"), "add")
    assert draft_file(tmp_path).is_symlink()
    assert target.read_text() == WITH_NEW
    history.undo()
    assert draft_file(tmp_path).is_symlink()
    assert target.read_text() == COMMENTED


def test_the_whole_text_can_be_replaced(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    draft = store.replace_text(NAME, COMMENTED.encode(), WITH_NEW.encode(), "edit")
    assert draft == store.load(NAME)
    assert store.text(NAME).decode() == WITH_NEW
    assert [record.note for record in history.log()] == ["edit"]
    assert store.replace_text(NAME, WITH_NEW.encode(), WITH_NEW.encode(), "edit") == draft
    assert len(history.log()) == 1


def test_a_text_that_cannot_be_read_does_not_replace_one(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    with pytest.raises(InvalidFile, match=f"{NAME}.toml:4: format must be an integer"):
        store.replace_text(
            NAME, COMMENTED.encode(), COMMENTED.replace("=1", "='1'").encode(), "edit"
        )
    assert store.text(NAME).decode() == COMMENTED
    assert history.log() == []


def test_a_text_edited_twice_at_once_is_kept_twice(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    draft_file(tmp_path).write_text(COMMENTED + "# theirs\n")
    ours = (COMMENTED + "# ours\n").encode()
    for number in (1, 2):
        kept = tmp_path / ".akira" / "conflicts" / f"{NAME}-{number}.toml"
        with pytest.raises(DraftConflict) as raised:
            store.replace_text(NAME, COMMENTED.encode(), ours, "edit")
        assert str(kept) in raised.value.message
        assert kept.read_bytes() == ours
    assert store.text(NAME).decode() == COMMENTED + "# theirs\n"
    assert history.log() == []


class EditedMeanwhile:
    """A Change during which an editor writes the file, each time something else."""

    def __init__(self, path: Path, *texts: str | None) -> None:
        self.path = path
        self.texts = list(texts)
        self.change = AddsAnEntry("new")

    def __call__(self, draft: Draft) -> Draft:
        if self.texts:
            text = self.texts.pop(0)
            self.path.unlink()
            if text is not None:
                self.path.write_text(text)
        return self.change(draft)


def test_what_an_editor_writes_meanwhile_is_kept_and_changed(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    first, last = (COMMENTED + f"# {word}\n" for word in ("one", "two"))
    change = EditedMeanwhile(draft_file(tmp_path), first, last)
    draft = store.update(NAME, change, "add")
    assert change.change.applied == 3
    assert store.text(NAME).decode() == WITH_NEW + "# two\n"
    assert draft == store.load(NAME)
    assert [record.note for record in history.log()] == ["add"]
    history.undo()
    assert store.text(NAME).decode() == last


@pytest.mark.parametrize(
    "theirs",
    ["format = ", COMMENTED.replace('"third"', '"new"'), None],
    ids=["invalid", "the change fails on it", "gone"],
)
def test_what_cannot_be_put_together_is_kept_twice(tmp_path: Path, theirs: str | None) -> None:
    store, history = workspace(tmp_path)
    change = EditedMeanwhile(draft_file(tmp_path), theirs)

    def strict(draft: Draft) -> Draft:
        if draft.entry("new"):
            raise UnknownHandle("'new' is there")
        return change(draft)

    with pytest.raises(DraftConflict) as raised:
        store.update(NAME, strict, "add")
    kept = tmp_path / ".akira" / "conflicts" / f"{NAME}-1.toml"
    assert str(kept) in raised.value.message
    assert kept.read_text() == WITH_NEW
    assert theirs == (draft_file(tmp_path).read_text() if draft_file(tmp_path).exists() else None)
    assert history.log() == []


def test_a_file_that_never_stands_still_is_a_conflict(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    texts = [COMMENTED + f"# {number}\n" for number in range(TRIES + 5)]
    with pytest.raises(DraftConflict):
        store.update(NAME, EditedMeanwhile(draft_file(tmp_path), *texts), "add")
    assert store.text(NAME).decode() in texts
    assert history.log() == []


class Refusing:
    """An os function that refuses from its nth call on."""

    def __init__(self, function: Callable[..., object], calls: int, code: int) -> None:
        self.function = function
        self.calls_left = calls
        self.code = code
        self.refused = False

    def __call__(self, *args: object, **kwargs: object) -> object:
        if self.calls_left == 0:
            self.refused = True
            raise OSError(self.code, os.strerror(self.code))
        self.calls_left -= 1
        return self.function(*args, **kwargs)


def error_of(command: Callable[[], object]) -> NotWritten | None:
    try:
        command()
    except NotWritten as error:
        return error
    return None


@pytest.mark.parametrize("name", ["fsync", "write", "open", "replace", "ftruncate"])
@pytest.mark.parametrize("calls", range(9))
def test_a_disk_that_refuses_at_any_step_leaves_the_old_file_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, calls: int
) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, lambda draft: replace(draft, published=True), "publish")
    before, records = store.text(NAME), history.log()
    refusing = Refusing(getattr(os, name), calls, errno.ENOSPC)
    with monkeypatch.context() as patched:
        patched.setattr(os, name, refusing)
        told = error_of(lambda: store.update(NAME, AddsAnEntry("new"), "add"))
    assert not [path for path in files_in(tmp_path) if path.endswith("tmp")]
    if told is None:
        assert [record.note for record in history.log()] == ["publish", "add"]
    else:
        assert refusing.refused
        assert "no space left on device" in told.message
        assert store.text(NAME) == before
        store.update(NAME, AddsAnEntry("new"), "add")
    assert store.load(NAME).entry("new")
    history.undo()
    assert store.text(NAME) == before
    assert history.log()[: len(records)] == records


LIMITED = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from akira_cli.core.errors import NotWritten
from akira_cli.storage.draft_store import DraftFiles
from tests.storage.sample_drafts import NAME, TickingClock
store = DraftFiles(Path(sys.argv[1]), TickingClock())
limit = len(store.text(NAME)) + 100
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    store.update(NAME, lambda draft: replace(draft, preamble=("long " * 1000,)), "preamble")
except NotWritten as error:
    print(error.message)
"""


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own interpreter and program
        [sys.executable, "-c", program, *arguments],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )


def test_a_file_too_large_for_the_system_leaves_the_old_one(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    assert "cannot be written: file too large" in run(LIMITED, str(tmp_path)).stdout
    assert store.text(NAME).decode() == COMMENTED
    assert history.log() == []
    assert f"drafts/.{NAME}.toml.akira-tmp" not in files_in(tmp_path)


@pytest.mark.parametrize("place", [".akira", ".akira/history", ".akira/history/texts"])
def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path, place: str) -> None:
    store, _ = workspace(tmp_path)
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).touch()
    with pytest.raises(AkiraError, match="cannot be"):
        store.update(NAME, AddsAnEntry("new"), "add")
    assert store.text(NAME).decode() == COMMENTED


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from tests.storage.sample_drafts import NAME, AddsAnEntry, TickingClock
from akira_cli.storage.draft_store import DraftFiles
root, writer, count = sys.argv[1:]
store = DraftFiles(Path(root), TickingClock())
for number in range(int(count)):
    store.update(NAME, AddsAnEntry(f"{writer}-{number}"), "add")
"""


def test_many_processes_write_one_draft_and_nothing_is_lost(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    processes = [
        subprocess.Popen(  # noqa: S603  # our own interpreter and program
            [sys.executable, "-c", WRITER, str(tmp_path), str(writer), "25"],
            cwd=Path(__file__).resolve().parents[2],
        )
        for writer in range(8)
    ]
    assert [process.wait() for process in processes] == [0] * 8
    draft = store.load(NAME)
    wanted = {f"{writer}-{number}" for writer in range(8) for number in range(25)}
    assert {each.id for each in draft.entries[3:]} == wanted
    assert len(draft.entries) == 203
    assert [record.number for record in history.log()] == list(range(1, 201))


def test_two_thousand_entries_are_no_trouble(tmp_path: Path) -> None:
    entries = tuple(entry(str(number)) for number in range(2000))
    store, _ = workspace(tmp_path)
    store.create(Draft("long", "Long", entries=entries), "new draft")
    longer = store.update("long", AddsAnEntry("new"), "add")
    assert len(longer.entries) == 2001
    assert load(store.text("long"), "long") == longer
