"""Doubts kept: given again while nothing has changed, never wrong, never in the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.doubts import Doubt
from akira_cli.core.faithful import Problem
from akira_cli.core.items import Reference
from akira_cli.core.models import Draft, Entry
from akira_cli.storage import kept_doubts
from akira_cli.storage.kept_doubts import KeptDoubtFiles
from akira_cli.storage.library import SqliteLibrary
from tests.fakes import paper

ENTRY = Entry("2110.02178", "papers", "https://arxiv.org/abs/2110.02178", summary="It is 1.3%.")
DRAFT = Draft("issue-034", "Issue #34", 34, entries=(ENTRY,))
PROBLEM = Problem("number-not-in-source", "1.3%", 6, 10, "the source has '3.1%' – not 'é\ud800'")
FOUND = [Doubt("2110.02178", "summary", PROBLEM)]


class Search:
    """Finds what it was given, and counts how often it is asked."""

    def __init__(self, found: Sequence[Doubt] = FOUND) -> None:
        self._found = list(found)
        self.times = 0

    def __call__(self) -> list[Doubt]:
        self.times += 1
        return self._found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a library of one paper."""
    SqliteLibrary(tmp_path).keep(Reference("arxiv", "2110.02178"), paper())
    return tmp_path


def again(root: Path, draft: Draft = DRAFT) -> int:
    """How often they are looked for by another process that shows the draft."""
    search = Search()
    assert list(KeptDoubtFiles(root).of(draft, search)) == FOUND
    return search.times


def file_of(root: Path) -> Path:
    return root / ".akira" / "doubts" / "issue-034.json"


def test_what_was_found_is_given_again_as_it_was(root: Path) -> None:
    assert [again(root), again(root), again(root)] == [1, 0, 0]
    kept = KeptDoubtFiles(root).of(DRAFT, Search([]))
    assert list(kept) == FOUND
    assert isinstance(kept[0].problem, Problem)


def test_that_nothing_was_found_is_kept_too(root: Path) -> None:
    search = Search([])
    for _ in range(2):
        assert list(KeptDoubtFiles(root).of(DRAFT, search)) == []
    assert search.times == 1


def test_each_draft_has_its_own(root: Path) -> None:
    again(root)
    other = replace(DRAFT, name="issue-035")
    assert again(root, other) == 1
    assert again(root) == again(root, other) == 0


@pytest.mark.parametrize(
    "changed",
    [
        replace(ENTRY, summary="It is 1.4%."),
        replace(ENTRY, headline="It is"),
        replace(ENTRY, url="https://arxiv.org/abs/2110.02179"),
    ],
)
def test_a_change_of_an_entry_has_them_looked_for_anew(root: Path, changed: Entry) -> None:
    again(root)
    assert again(root, replace(DRAFT, entries=(changed,))) == 1
    assert again(root) == 1


def test_what_is_no_entry_changes_nothing(root: Path) -> None:
    again(root)
    assert again(root, replace(DRAFT, label="Another", published=True)) == 0


def kept_another(root: Path) -> None:
    SqliteLibrary(root).keep(Reference("arxiv", "2110.00001"), paper("2110.00001"))


def touched(root: Path) -> None:
    os.utime(root / ".akira" / "library.sqlite", ns=(1, 1))


def gone(root: Path) -> None:
    (root / ".akira" / "library.sqlite").unlink()


def written_by_another_just_now(root: Path) -> None:
    (root / ".akira" / "library.sqlite-wal").write_bytes(b"1")


@pytest.mark.parametrize("change", [kept_another, touched, gone, written_by_another_just_now])
def test_a_change_of_the_library_has_them_looked_for_anew(
    root: Path, change: Callable[[Path], None]
) -> None:
    again(root)
    change(root)
    assert [again(root), again(root)] == [1, 0]


def test_a_library_that_changes_while_they_are_looked_for_is_noticed(root: Path) -> None:
    class Busy(Search):
        def __call__(self) -> list[Doubt]:
            kept_another(root)
            return super().__call__()

    KeptDoubtFiles(root).of(DRAFT, Busy([]))
    assert again(root) == 1


def test_another_version_looks_for_itself(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again(root)
    monkeypatch.setattr(kept_doubts, "__version__", "999")
    assert [again(root), again(root)] == [1, 0]


def test_where_there_is_no_library_they_are_kept_too(tmp_path: Path) -> None:
    assert [again(tmp_path), again(tmp_path)] == [1, 0]


DAMAGED = [
    *(b"", b"[", b"\xff", b"null", b"[]", b"{}", b'"text"', b"0", b"[" * 100_000),
    b'{"state": null, "doubts": []}',
]


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_counts_as_never_kept_and_is_mended(root: Path, damage: bytes) -> None:
    again(root)
    file_of(root).write_bytes(damage)
    assert [again(root), again(root)] == [1, 0]


@pytest.mark.parametrize(
    "foreign",
    [
        *("null", "7", '"text"', "[1]", "[[]]", '[["a", "b"]]', '[["a", "b", [1]]]', "[{}]"),
        '[[[], "summary", ["a", "b", 1, 2, "c"]]]',
        '[["2110.02178", "url", ["a", "b", 1, 2, "c"]]]',
    ],
)
def test_a_file_of_the_right_state_with_something_else_is_not_believed(
    root: Path, foreign: str
) -> None:
    again(root)
    before, _, _ = file_of(root).read_text().partition('"doubts": ')
    file_of(root).write_text(f'{before}"doubts": {foreign}}}')
    assert [again(root), again(root)] == [1, 0]


@given(data=st.data())
def test_half_a_file_is_not_believed(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("workspace")
    again(root)
    whole = file_of(root).read_bytes()
    file_of(root).write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    assert again(root) == 1


@pytest.mark.parametrize("in_the_way", [".akira", ".akira/doubts"])
def test_what_cannot_be_kept_is_found_each_time(tmp_path: Path, in_the_way: str) -> None:
    path = tmp_path / in_the_way
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"a file where a folder should be")
    assert [again(tmp_path), again(tmp_path)] == [1, 1]
    assert path.read_bytes() == b"a file where a folder should be"


def test_a_folder_in_the_place_of_the_file_is_left_alone(root: Path) -> None:
    file_of(root).mkdir(parents=True)
    assert [again(root), again(root)] == [1, 1]
    assert [each.name for each in file_of(root).parent.iterdir()] == ["issue-034.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_without_the_right_to_write_they_are_found_each_time(root: Path) -> None:
    (root / ".akira").chmod(0o500)
    try:
        assert [again(root), again(root)] == [1, 1]
    finally:
        (root / ".akira").chmod(0o700)


def test_an_error_of_the_search_is_passed_on_and_nothing_kept(root: Path) -> None:
    def fails() -> list[Doubt]:
        raise KeyError("found out")

    with pytest.raises(KeyError):
        KeptDoubtFiles(root).of(DRAFT, fails)
    assert again(root) == 1
