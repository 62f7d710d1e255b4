"""The library: what was kept is found again, whatever happens to its file."""

from __future__ import annotations

import multiprocessing
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.core.errors import NotWritten
from akira_cli.core.items import Item, Reference
from akira_cli.ports import Library
from akira_cli.storage.library import SqliteLibrary

ASKED = Reference("arxiv", "2110.02178")
ITEM = Item(
    reference=Reference("arxiv", "2110.02178", version=2, text="arXiv:2110.02178"),
    url="https://arxiv.org/abs/2110.02178",
    title="MobileViT ‘π’ 軽量",
    authors=("Sachin Mehta", "Mohammad Rastegari"),
    abstract="Lines\nand \x00 all.",
    published=date(2021, 10, 5),
    updated=date(2022, 3, 4),
    categories=("cs.CV",),
    withdrawn="",
    fetched_from="arxiv",
    fetched_at=datetime(2021, 11, 13, 8, 30, 0, 5, tzinfo=UTC),
)

offsets = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
references = st.builds(
    Reference, st.text(), st.text(), st.none() | st.integers(min_value=1), st.text()
)
items = st.builds(
    Item,
    reference=references,
    url=st.text(),
    title=st.text(),
    authors=st.lists(st.text()).map(tuple),
    abstract=st.text(),
    abstract_is_description=st.booleans(),
    published=st.none() | st.dates(),
    updated=st.none() | st.dates(),
    categories=st.lists(st.text()).map(tuple),
    comment=st.text(),
    journal=st.text(),
    dois=st.lists(st.text()).map(tuple),
    withdrawn=st.none() | st.text(),
    fetched_from=st.text(),
    fetched_at=st.none() | st.datetimes(timezones=st.none() | offsets),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def of_version(version: int | None, title: str = "T") -> Item:
    return replace(ITEM, reference=replace(ASKED, version=version), title=title)


def database(root: Path) -> Path:
    return root / ".akira" / "library.sqlite"


@given(item=items)
@settings(max_examples=40, deadline=None)
def test_an_item_kept_is_found_the_same(
    tmp_path_factory: pytest.TempPathFactory, item: Item
) -> None:
    library: Library = SqliteLibrary(tmp_path_factory.mktemp("workspace"))
    library.keep(item.reference, item)
    assert library.find(item.reference) == item
    unversioned = replace(item.reference, version=None)
    library.keep(unversioned, item)
    assert library.find(unversioned) == item


def test_what_was_kept_is_found_by_another_process_later(root: Path) -> None:
    SqliteLibrary(root).keep(ASKED, ITEM)
    assert SqliteLibrary(root).find(ASKED) == ITEM


def test_the_latest_also_answers_for_its_own_version(root: Path) -> None:
    library = SqliteLibrary(root)
    library.keep(ASKED, ITEM)
    assert library.find(replace(ASKED, version=2)) == ITEM
    assert library.find(replace(ASKED, version=1)) is None


def test_a_version_kept_is_not_the_latest(root: Path) -> None:
    library = SqliteLibrary(root)
    library.keep(replace(ASKED, version=2), of_version(2))
    assert library.find(ASKED) is None


def test_the_latest_stays_what_was_last_fetched_without_a_version(root: Path) -> None:
    library = SqliteLibrary(root)
    library.keep(ASKED, of_version(2, "latest"))
    library.keep(replace(ASKED, version=2), of_version(2, "again"))
    library.keep(replace(ASKED, version=3), of_version(3, "newer"))
    found = [library.find(replace(ASKED, version=version)) for version in (None, 2, 3)]
    assert [item and item.title for item in found] == ["latest", "again", "newer"]
    library.keep(ASKED, of_version(3, "latest now"))
    found = [library.find(replace(ASKED, version=version)) for version in (None, 2, 3)]
    assert [item and item.title for item in found] == ["latest now", "again", "latest now"]


def test_an_item_of_no_version_answers_without_one_only(root: Path) -> None:
    library = SqliteLibrary(root)
    library.keep(ASKED, of_version(None))
    assert library.find(ASKED) == of_version(None)
    assert library.find(replace(ASKED, version=1)) is None


def test_how_a_reference_was_pasted_does_not_matter(root: Path) -> None:
    library = SqliteLibrary(root)
    library.keep(ASKED, ITEM)
    assert library.find(replace(ASKED, text="https://arxiv.org/abs/2110.02178")) == ITEM
    assert library.find(replace(ASKED, source="openreview")) is None


def test_nothing_is_made_before_something_is_kept(root: Path) -> None:
    assert SqliteLibrary(root).find(ASKED) is None
    assert list(root.iterdir()) == []


DAMAGE = {
    "not a database": b"this is no database, just some text " * 40,
    "cut short": b"SQLite format 3\x00",
    "empty": b"",
}


@pytest.mark.parametrize("content", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_library_is_empty_and_is_replaced(root: Path, content: bytes) -> None:
    database(root).parent.mkdir()
    database(root).write_bytes(content)
    library = SqliteLibrary(root)
    assert library.find(ASKED) is None
    library.keep(ASKED, ITEM)
    assert library.find(ASKED) == ITEM


def test_a_library_with_damaged_pages_is_moved_aside(root: Path) -> None:
    library = SqliteLibrary(root)
    library.keep(ASKED, ITEM)
    content = database(root).read_bytes()
    damaged = content[:4096] + b"\xff" * (len(content) - 4096)
    database(root).write_bytes(damaged)
    assert library.find(ASKED) is None
    library.keep(ASKED, ITEM)
    assert library.find(ASKED) == ITEM
    assert Path(f"{database(root)}.broken").read_bytes() == damaged


def test_a_row_that_cannot_be_read_counts_as_never_fetched(root: Path) -> None:
    library = SqliteLibrary(root)
    library.keep(ASKED, ITEM)
    with closing(sqlite3.connect(database(root))) as connection, connection:
        connection.execute("UPDATE items SET item = '{}'")
    assert library.find(ASKED) is None


def test_a_database_of_another_make_is_left_alone(root: Path) -> None:
    database(root).parent.mkdir()
    with closing(sqlite3.connect(database(root))) as connection, connection:
        connection.execute("CREATE TABLE items (other TEXT)")
    library = SqliteLibrary(root)
    assert library.find(ASKED) is None
    with pytest.raises(NotWritten, match=r"library\.sqlite'") as caught:
        library.keep(ASKED, ITEM)
    assert "deleted" in caught.value.hint


def test_a_disk_that_refuses_is_not_written(root: Path) -> None:
    (root / ".akira").write_text("a file where a folder should be", encoding="utf-8")
    library = SqliteLibrary(root)
    assert library.find(ASKED) is None
    with pytest.raises(NotWritten, match="cannot write"):
        library.keep(ASKED, ITEM)


def test_a_library_that_cannot_be_opened_is_not_written(root: Path) -> None:
    database(root).mkdir(parents=True)
    with pytest.raises(NotWritten, match="unable to open database file"):
        SqliteLibrary(root).keep(ASKED, ITEM)


def test_a_locked_library_blocks_no_one_for_good(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("akira_cli.storage.library._BUSY_SECONDS", 0.05)
    library = SqliteLibrary(root)
    library.keep(ASKED, ITEM)
    with closing(sqlite3.connect(database(root), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert library.find(ASKED) == ITEM
        with pytest.raises(NotWritten, match="locked"):
            library.keep(ASKED, ITEM)
    library.keep(ASKED, ITEM)


def keep_many(root: Path, source: str) -> None:
    library = SqliteLibrary(root)
    for number in range(20):
        asked = Reference(source, str(number))
        library.keep(asked, replace(ITEM, reference=asked))


@pytest.mark.parametrize("content", [None, b"no database " * 100], ids=["new", "damaged"])
def test_processes_that_keep_at_once_lose_nothing(root: Path, content: bytes | None) -> None:
    if content is not None:
        database(root).parent.mkdir()
        database(root).write_bytes(content)
    context = multiprocessing.get_context("spawn")
    sources = ["a", "b"]
    processes = [context.Process(target=keep_many, args=(root, source)) for source in sources]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    library = SqliteLibrary(root)
    asked = [Reference(source, str(number)) for source in sources for number in range(20)]
    assert all(library.find(reference) for reference in asked)


def test_the_library_has_a_write_ahead_log_and_a_schema_version(root: Path) -> None:
    SqliteLibrary(root).keep(ASKED, ITEM)
    with closing(sqlite3.connect(database(root))) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_what_was_fetched_is_found_by_its_address_the_last_one_first(root: Path) -> None:
    library = SqliteLibrary(root)
    older = replace(ITEM, title="Older", fetched_at=datetime(2020, 1, 1, tzinfo=UTC))
    library.keep(Reference("arxiv", "2110.02178", version=1), older)
    library.keep(ASKED, ITEM)
    elsewhere = replace(ITEM, reference=Reference("web", "x"), url="https://example.org/ö?a='1'")
    library.keep(elsewhere.reference, elsewhere)
    asked = [ITEM.url, elsewhere.url, "https://example.org/never"]
    assert library.about(asked) == {ITEM.url: ITEM, elsewhere.url: elsewhere}
    assert library.about([]) == {}


def test_there_is_nothing_about_anything_where_nothing_was_kept(tmp_path: Path) -> None:
    assert SqliteLibrary(tmp_path).about([ITEM.url]) == {}
    assert not (tmp_path / ".akira").exists()


def test_a_library_of_the_first_version_finds_addresses_and_gets_an_index_for_them(
    root: Path,
) -> None:
    library = SqliteLibrary(root)
    library.keep(ASKED, ITEM)
    with closing(sqlite3.connect(database(root))) as connection:
        connection.execute("DROP INDEX items_by_address")
        connection.execute("PRAGMA user_version = 1")
    assert library.about([ITEM.url]) == {ITEM.url: ITEM}
    library.keep(ASKED, ITEM)
    with closing(sqlite3.connect(database(root))) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")
        assert ("items_by_address",) in found.fetchall()


def test_a_library_that_cannot_be_written_is_read_all_the_same(tmp_path: Path) -> None:
    SqliteLibrary(tmp_path).keep(ITEM.reference, ITEM)
    source = tmp_path / ".akira" / "library.sqlite"
    other = tmp_path / "other" / ".akira"
    other.mkdir(parents=True)
    copy = other / "library.sqlite"
    copy.write_bytes(source.read_bytes())
    # a folder where SQLite's own files would be is as good as one that cannot be written
    (other / "library.sqlite-wal").mkdir()
    assert SqliteLibrary(tmp_path / "other").find(ITEM.reference) == ITEM
