from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.core.errors import NothingToUndo, UnknownHandle
from akira_cli.core.models import Draft
from akira_cli.ports import History
from akira_cli.storage.draft_store import DraftFiles
from akira_cli.storage.history import BY_HAND, REMOVED_BY_HAND, HistoryFiles
from tests.storage.sample_drafts import (
    COMMENTED,
    NAME,
    AddsAnEntry,
    TickingClock,
    draft_file,
    workspace,
)


def notes(history: HistoryFiles, draft: str | None = None) -> list[str]:
    """The notes of all records, those taken back in brackets."""
    return [f"({each.note})" if each.undone else each.note for each in history.log(draft)]


def log_file(root: Path) -> Path:
    return root / ".akira" / "history" / "log.jsonl"


def test_the_history_keeps_the_port(tmp_path: Path) -> None:
    history: History = HistoryFiles(tmp_path, TickingClock())
    assert history.log() == []


def test_each_change_is_recorded_with_number_time_draft_and_note(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "add a")
    store.create(Draft("other", "Other"), "new draft")
    first, second = history.log()
    assert (first.number, first.draft, first.note, first.undone) == (1, NAME, "add a", False)
    assert (second.number, second.draft, second.note) == (2, "other", "new draft")
    assert first.time < second.time
    assert first.time.tzinfo is not None
    assert history.log("other") == [second]


def test_undo_and_redo_go_back_and_forth_byte_for_byte(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    texts = [store.text(NAME)]
    for word in "abc":
        store.update(NAME, AddsAnEntry(word), word)
        texts.append(store.text(NAME))
    for word, text in zip("cba", reversed(texts[:-1]), strict=True):
        record = history.undo()
        assert (record.note, record.undone, store.text(NAME)) == (word, True, text)
    with pytest.raises(NothingToUndo, match="no change is left to take back"):
        history.undo()
    assert notes(history) == ["(a)", "(b)", "(c)"]
    for word, text in zip("abc", texts[1:], strict=True):
        record = history.redo()
        assert (record.note, record.undone, store.text(NAME)) == (word, False, text)
    with pytest.raises(NothingToUndo, match="no undo is left to take back"):
        history.redo()


def test_a_new_change_ends_what_could_be_redone(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    history.undo()
    store.update(NAME, AddsAnEntry("b"), "b")
    with pytest.raises(NothingToUndo):
        history.redo()
    history.undo()
    assert store.text(NAME).decode() == COMMENTED
    assert notes(history) == ["(a)", "(b)"]


def test_undo_removes_a_draft_that_was_made_and_redo_brings_it_back(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.create(Draft("other", "Other"), "new draft")
    text = store.text("other")
    history.undo()
    assert store.names() == [NAME]
    history.redo()
    assert store.text("other") == text


def test_undo_of_one_draft_leaves_the_others(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    store.create(Draft("other", "Other"), "new draft")
    assert history.undo(NAME).note == "a"
    with pytest.raises(NothingToUndo, match=f"no change of '{NAME}' is left"):
        history.undo(NAME)
    with pytest.raises(NothingToUndo, match="no undo of 'other' is left"):
        history.redo("other")
    store.update("other", lambda draft: replace(draft, published=True), "publish")
    assert history.redo().draft == NAME
    assert notes(history) == ["a", "new draft", "publish"]


def test_undo_does_not_take_back_what_was_changed_by_hand(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    by_hand = store.text(NAME) + b"# by hand\n"
    draft_file(tmp_path).write_bytes(by_hand)
    with pytest.raises(NothingToUndo, match=f"'{NAME}' was changed by hand"):
        history.undo()
    assert store.text(NAME) == by_hand
    assert notes(history) == ["a"]


def test_a_forced_undo_keeps_what_was_changed_by_hand(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    by_hand = store.text(NAME) + b"# by hand\n"
    draft_file(tmp_path).write_bytes(by_hand)
    assert history.undo(force=True).note == "a"
    assert store.text(NAME).decode() == COMMENTED
    assert notes(history) == ["(a)", f"({BY_HAND})"]
    assert history.redo().note == "a"
    assert store.text(NAME) == by_hand
    assert notes(history) == ["a", BY_HAND]


class EditingClock(TickingClock):
    """A clock that, whenever it is asked, leaves time for an editor to write the file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def now(self) -> datetime:
        self.path.write_text("# by hand\n")
        return super().now()


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_what_is_changed_by_hand_during_an_undo_is_kept(tmp_path: Path, command: str) -> None:
    store, history = workspace(tmp_path)
    for word in "ab":
        store.update(NAME, AddsAnEntry(word), word)
    history.undo()
    before = notes(history)
    with pytest.raises(NothingToUndo, match="changed by hand"):
        getattr(HistoryFiles(tmp_path, EditingClock(draft_file(tmp_path))), command)()
    assert draft_file(tmp_path).read_text() == "# by hand\n"
    assert notes(history) == before


def test_a_draft_that_was_made_and_then_removed_by_hand_is_gone(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.create(Draft("other", "Other"), "new draft")
    text = store.text("other")
    store.update(NAME, AddsAnEntry("a"), "a")
    (tmp_path / "drafts" / "other.toml").unlink()
    history.undo("other", force=True)
    assert store.names() == [NAME]
    (tmp_path / "drafts" / "other.toml").write_bytes(text)
    with pytest.raises(NothingToUndo, match="changed by hand"):
        history.redo("other")


def test_redo_does_not_take_back_what_was_changed_by_hand(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    history.undo()
    draft_file(tmp_path).write_text(COMMENTED + "# by hand\n")
    with pytest.raises(NothingToUndo, match="changed by hand"):
        history.redo()
    assert store.text(NAME).decode() == COMMENTED + "# by hand\n"


def test_what_was_changed_by_hand_between_two_commands_is_recorded(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    after_a = store.text(NAME)
    by_hand = after_a + b"# by hand\n"
    draft_file(tmp_path).write_bytes(by_hand)
    store.update(NAME, AddsAnEntry("b"), "b")
    assert notes(history) == ["a", BY_HAND, "b"]
    history.undo()
    assert store.text(NAME) == by_hand
    for _ in range(2):
        with pytest.raises(NothingToUndo, match="made by hand, and that would be lost"):
            history.undo()
    assert store.text(NAME) == by_hand
    assert history.undo(force=True).note == BY_HAND
    assert store.text(NAME) == after_a
    assert history.undo().note == "a"
    history.redo()
    history.redo()
    assert store.text(NAME) == by_hand


def test_a_draft_removed_by_hand_can_be_made_anew_and_all_of_it_taken_back(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    after_a = store.text(NAME)
    draft_file(tmp_path).unlink()
    store.create(Draft(NAME, "Anew"), "new draft")
    assert notes(history) == ["a", REMOVED_BY_HAND, "new draft"]
    history.undo()
    assert store.names() == []
    history.undo()
    assert store.text(NAME) == after_a


@pytest.mark.parametrize("draft", [None, NAME])
def test_undo_brings_a_draft_back_that_was_removed_by_hand(
    tmp_path: Path, draft: str | None
) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    after_a = store.text(NAME)
    draft_file(tmp_path).unlink()
    assert history.undo(draft).note == REMOVED_BY_HAND
    assert store.text(NAME) == after_a
    assert notes(history) == ["a", f"({REMOVED_BY_HAND})"]
    assert history.undo(draft).note == "a"
    assert store.text(NAME).decode() == COMMENTED


def test_undo_brings_a_draft_back_when_no_other_change_of_it_is_left(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    history.undo()
    draft_file(tmp_path).unlink()
    with pytest.raises(NothingToUndo, match="removed by hand") as raised:
        history.redo()
    assert raised.value.hint == "'akira undo' brings it back"
    assert history.undo().note == REMOVED_BY_HAND
    assert store.text(NAME).decode() == COMMENTED
    with pytest.raises(NothingToUndo, match="no change is left"):
        history.undo(force=True)


def test_a_text_made_by_hand_is_left_when_no_change_is_left(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    history.undo()
    draft_file(tmp_path).write_text("# by hand\n")
    for force in (False, True):
        with pytest.raises(NothingToUndo, match="no change is left"):
            history.undo(force=force)
    assert store.text(NAME) == b"# by hand\n"


def test_every_text_that_was_recorded_can_be_got_back(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.create(Draft("other", "Other"), "new draft")
    store.update(NAME, AddsAnEntry("a"), "a")
    after_a = store.text(NAME)
    by_hand = after_a + b"# by hand\n"
    draft_file(tmp_path).write_bytes(by_hand)
    store.update(NAME, AddsAnEntry("b"), "b")
    after_b = store.text(NAME)
    history.undo()
    history.undo(force=True)
    store.update(NAME, AddsAnEntry("c"), "c")
    assert notes(history, NAME) == ["a", f"({BY_HAND})", "(b)", "c"]
    kept = [history.text(record.number) for record in history.log(NAME)]
    assert kept == [after_a, by_hand, after_b, store.text(NAME)]
    assert history.text(2, after=False) == COMMENTED.encode()
    assert history.text(1, after=False) is None
    with pytest.raises(UnknownHandle, match="there is no change 6"):
        history.text(6)


def test_a_draft_renamed_by_hand_does_not_hold_up_the_others(tmp_path: Path) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    draft_file(tmp_path).rename(tmp_path / "drafts" / "renamed.toml")
    store.update("renamed", AddsAnEntry("b"), "b")
    assert history.undo("renamed").note == "b"
    assert history.undo(NAME, force=True).note == "a"
    assert store.names() == [NAME, "renamed"]


@pytest.mark.parametrize("length", [40, 100_000], ids=["shorter", "longer than the next"])
def test_a_line_torn_by_a_crash_is_passed_over_and_then_replaced(
    tmp_path: Path, length: int
) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    whole = log_file(tmp_path).read_bytes()
    log_file(tmp_path).write_bytes(whole + whole.rstrip().ljust(length, b"x")[:length])
    assert notes(history) == ["a"]
    store.update(NAME, AddsAnEntry("b"), "b")
    assert notes(history) == ["a", "b"]
    assert all(json.loads(line) for line in log_file(tmp_path).read_bytes().splitlines())


@pytest.mark.parametrize(
    "line", [b"\0\0\0", b"[]", b"{}", b'{"time": "x", "records": []}', b'{"action": "change"}']
)
def test_a_line_that_is_no_step_is_passed_over(tmp_path: Path, line: bytes) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    with log_file(tmp_path).open("ab") as log:
        log.write(line + b"\n")
    store.update(NAME, AddsAnEntry("b"), "b")
    assert notes(history) == ["a", "b"]
    history.undo()
    history.undo()
    assert store.text(NAME).decode() == COMMENTED


@pytest.mark.parametrize("damage", [b"", b"format = 1\n", None], ids=["empty", "other", "gone"])
def test_a_text_the_history_has_lost_is_told(tmp_path: Path, damage: bytes | None) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    after = store.text(NAME)
    for kept in (tmp_path / ".akira" / "history" / "texts").iterdir():
        kept.unlink() if damage is None else kept.write_bytes(damage)
    with pytest.raises(NothingToUndo, match="the history has lost"):
        history.undo()
    assert store.text(NAME) == after
    store.update(NAME, AddsAnEntry("b"), "b")
    history.undo()
    assert store.text(NAME) == after


class StoppedError(BaseException):
    """What kill -9 is to a process, as near as one process can come."""


def test_a_draft_that_a_crash_kept_from_being_brought_back_is_brought_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_aside: Path, path: Path) -> None:
        if path.parent.name == "drafts":
            raise StoppedError

    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    after_a = store.text(NAME)
    draft_file(tmp_path).unlink()
    with monkeypatch.context() as patched:
        patched.setattr("akira_cli.storage.history.put_in_place", stop)
        with pytest.raises(StoppedError):
            history.undo()
    assert history.undo().note == REMOVED_BY_HAND
    assert store.text(NAME) == after_a


@pytest.mark.parametrize("command", ["change", "undo", "redo"])
def test_a_step_logged_and_never_made_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    store, history = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    store.update(NAME, AddsAnEntry("b"), "b")
    if command == "redo":
        history.undo()
    before, standing = store.text(NAME), [note for note in notes(history) if note[0] != "("]

    def stop(_aside: Path, path: Path) -> None:
        if path.parent.name == "drafts":
            raise StoppedError

    commands: dict[str, Callable[[], object]] = {
        "change": lambda: store.update(NAME, AddsAnEntry("c"), "c"),
        "undo": history.undo,
        "redo": history.redo,
    }
    with monkeypatch.context() as patched:
        patched.setattr("akira_cli.storage.history.put_in_place", stop)
        with pytest.raises(StoppedError):
            commands[command]()
    assert store.text(NAME) == before
    assert history.undo().note == standing[-1]
    assert history.redo().note == standing[-1]
    assert store.text(NAME) == before
    assert [note for note in notes(history) if note[0] != "("] == standing


class WorkspaceModel:
    """What a workspace of two drafts must hold after each action, kept the simple way."""

    def __init__(self, root: Path) -> None:
        self.store, self.history = workspace(root)
        self.store.create(Draft("other", "Other"), "new draft")
        self.root = root
        self.done: dict[str, list[bytes]] = {}
        self.undone: dict[str, list[bytes]] = {}
        for name in (NAME, "other"):
            self.done[name], self.undone[name] = [self.store.text(name)], []
        self.by_hand: set[bytes] = set()
        self.edits = 0

    def act(self, action: str, name: str) -> None:
        self.edits += 1
        getattr(self, action)(name)
        assert self.store.text(name) == self.done[name][-1]

    def add(self, name: str) -> None:
        self.store.update(name, AddsAnEntry(f"n{self.edits}"), "add")
        self.done[name].append(self.store.text(name))
        self.undone[name].clear()

    def edit_by_hand_and_add(self, name: str) -> None:
        path = self.root / "drafts" / f"{name}.toml"
        path.write_bytes(path.read_bytes() + f"# edit {self.edits}\n".encode())
        if not self.history.log(name):
            self.done[name].clear()  # nothing knows what it was before the first command
        self.by_hand.add(path.read_bytes())
        self.done[name].append(path.read_bytes())
        self.add(name)

    def undo(self, name: str) -> None:
        if len(self.done[name]) > 1:
            if by_hand := self.done[name][-1] in self.by_hand:
                with pytest.raises(NothingToUndo, match="made by hand"):
                    self.history.undo(name)
            self.history.undo(name, force=by_hand)
            self.undone[name].append(self.done[name].pop())

    def redo(self, name: str) -> None:
        if self.undone[name]:
            self.history.redo(name)
            self.done[name].append(self.undone[name].pop())


ACTIONS = st.tuples(
    st.sampled_from(["add", "edit_by_hand_and_add", "undo", "redo"]),
    st.sampled_from([NAME, "other"]),
)


@settings(max_examples=25, deadline=None)
@given(actions=st.lists(ACTIONS, max_size=12))
def test_any_sequence_of_commands_can_be_walked_back(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, str]]
) -> None:
    model = WorkspaceModel(tmp_path_factory.mktemp("model") / "workspace")
    for action, name in actions:
        model.act(action, name)
    for name in (NAME, "other"):
        while len(model.done[name]) > 1:
            model.act("undo", name)


def test_the_history_needs_no_store(tmp_path: Path) -> None:
    store, _ = workspace(tmp_path)
    store.update(NAME, AddsAnEntry("a"), "a")
    HistoryFiles(tmp_path, TickingClock()).undo()
    assert DraftFiles(tmp_path, TickingClock()).text(NAME).decode() == COMMENTED
