"""The library: every Item fetched before, in SQLite. A cache, and safe to delete."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from akira_cli.core.errors import NotWritten
from akira_cli.core.items import Item, Reference
from akira_cli.core.page import Card

if TYPE_CHECKING:
    from sqlite3 import Connection, Error

_SCHEMA_VERSION = 2
_ADDRESS = "CASE WHEN json_valid(item) THEN json_extract(item, '$.url') END"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS items (
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,     -- empty: what was last fetched without a version asked
    fetched_at TEXT,
    fetched_from TEXT NOT NULL,
    item TEXT NOT NULL,        -- the whole Item as JSON
    PRIMARY KEY (source, id, version)
)
"""
_INDEX = f"CREATE INDEX IF NOT EXISTS items_by_address ON items ({_ADDRESS})"
"""Version 1 had none; without it addresses are found as well, only not so fast."""
_KEEP = """
INSERT OR REPLACE INTO items (source, id, version, fetched_at, fetched_from, item)
VALUES (?, ?, ?, ?, ?, ?)
"""
_FIND = "SELECT item FROM items WHERE source = ? AND id = ? AND version = ?"
_FIND_ABOUT = _FIND.partition("WHERE")[0] + (
    f"WHERE {_ADDRESS} = ? ORDER BY fetched_at DESC, version LIMIT 1"
)
_BUSY_SECONDS = 5.0


class SqliteLibrary:
    """Implements `ports.Library` in `.akira/library.sqlite`, for any number of processes.

    `find` makes no file, and takes a library it cannot read for an empty one: a cache stands in
    nobody's way. `keep` moves a damaged one aside, to `library.sqlite.broken`, and begins anew;
    it raises NotWritten when the disk refuses.
    """

    def __init__(self, root: Path) -> None:
        self._path = root.resolve() / ".akira" / "library.sqlite"

    def find(self, reference: Reference) -> Item | None:
        """What was kept of that version, or last kept without one asked; else None."""
        version = "" if reference.version is None else str(reference.version)
        return self._first(_FIND, [(reference.source, reference.id, version)])[0]

    def about(self, urls: Sequence[str]) -> dict[str, Item]:
        """What was last fetched of the things with these addresses, by address."""
        found = self._first(_FIND_ABOUT, [(url,) for url in urls]) if urls else []
        return {url: item for url, item in zip(urls, found, strict=True) if item is not None}

    def _first(self, query: str, asked: Sequence[tuple[str, ...]]) -> list[Item | None]:
        """The first item for each asking; None for all when the library cannot be read."""
        if not self._path.exists():
            return [None] * len(asked)
        import sqlite3

        # where nothing can be written, a write-ahead log can only be read as if it never changed
        for mode in ("rw", "ro&immutable=1"):
            try:
                with closing(self._connect(mode)) as connection:
                    rows = [connection.execute(query, values).fetchone() for values in asked]
                return [None if row is None else _item_from(json.loads(row[0])) for row in rows]
            except sqlite3.Error:
                continue
            except (LookupError, TypeError, ValueError):
                break
        return [None] * len(asked)

    def keep(self, asked: Reference, item: Item) -> None:
        """Keep an item as the answer to what was asked, and as the version that it is."""
        import sqlite3

        rows = _rows(asked, item)
        try:
            self._path.parent.mkdir(exist_ok=True)
            try:
                self._write(rows)
            except sqlite3.DatabaseError as error:
                if not _tells_of_damage(error):
                    raise
                self._set_aside()
                self._write(rows)
        except (OSError, sqlite3.Error) as error:
            raise NotWritten(
                f"cannot write '{self._path}': {error}",
                _hint(error),
            ) from error

    def _connect(self, mode: str) -> Connection:
        import sqlite3

        return sqlite3.connect(f"{self._path.as_uri()}?mode={mode}", _BUSY_SECONDS, uri=True)

    def _write(self, rows: list[tuple[str | None, ...]]) -> None:
        with closing(self._connect("rwc")) as connection:
            _prepare(connection)
            with connection:
                connection.executemany(_KEEP, rows)

    def _set_aside(self) -> None:
        from filelock import FileLock

        with FileLock(f"{self._path}.lock"):
            if self._is_sound():
                return  # another process has replaced it meanwhile
            for suffix in ("-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            self._path.replace(f"{self._path}.broken")

    def _is_sound(self) -> bool:
        import sqlite3

        try:
            with closing(self._connect("rwc")) as connection:
                return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        except sqlite3.DatabaseError:
            return False


def _prepare(connection: Connection) -> None:
    """Make the table when it is not there; processes that do so at once do it one by one."""
    import sqlite3

    if connection.execute("PRAGMA user_version").fetchone()[0] >= _SCHEMA_VERSION:
        return
    with suppress(sqlite3.OperationalError):  # busy: another process is switching it over
        connection.execute("PRAGMA journal_mode = WAL")
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute("PRAGMA user_version").fetchone()[0] < _SCHEMA_VERSION:
            connection.execute(_SCHEMA)
            connection.execute(_INDEX)
            connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")


def _hint(error: OSError | Error) -> str:
    import sqlite3

    hints = {
        sqlite3.SQLITE_FULL: "the disk is full: make some room",
        sqlite3.SQLITE_IOERR: "the disk is full or broken: make some room",
        sqlite3.SQLITE_READONLY: "look at the permissions of the file and its folder",
        sqlite3.SQLITE_CANTOPEN: "look at the permissions of the file and its folder",
    }
    usual = "it holds nothing but what was fetched, and can be deleted"
    return hints.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, usual)


def _tells_of_damage(error: Error) -> bool:
    import sqlite3

    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest is SQLite's extended code
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _rows(asked: Reference, item: Item) -> list[tuple[str | None, ...]]:
    versions = {asked.version, item.reference.version or asked.version}
    text = json.dumps(asdict(item), default=lambda day: day.isoformat())
    fetched_at = item.fetched_at.isoformat() if item.fetched_at else None
    return [
        (
            asked.source,
            asked.id,
            "" if version is None else str(version),
            fetched_at,
            item.fetched_from,
            text,
        )
        for version in versions
    ]


def _item_from(values: dict[str, Any]) -> Item:
    known: dict[str, Any] = {key: _with_tuples(value) for key, value in values.items()}
    for key, kind in (("published", date), ("updated", date), ("fetched_at", datetime)):
        known[key] = None if known[key] is None else kind.fromisoformat(known[key])
    reference = {key: _with_tuples(value) for key, value in values["reference"].items()}
    card = known.get("card")
    return Item(
        **{
            **known,
            "reference": Reference(**reference),
            "card": None if card is None else Card(**card),
        }
    )


def _with_tuples(value: Any) -> Any:
    return tuple(map(_with_tuples, value)) if isinstance(value, list) else value
