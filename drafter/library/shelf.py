"""Digests kept between runs, so that only files that have changed are read again.

The shelf is a SQLite file of its own beside the library; whoever deletes it loses nothing but time. A digest is found
by its file's name and SHA-256, under the maker that made it.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np

from drafter.library.digest import Digest, shared
from drafter.model import Locality, Period, Source

_STORED = {  # the arrays of a digest -> their type on the shelf, the same on every machine
    "kinds": "<u1",
    "words": "<i4",
    "doubts": "<u1",
    "clause_starts": "<i4",
    "clause_ends": "<i4",
    "clause_first": "<i4",
    "clause_last": "<i4",
    "clause_moves": "<u1",
    "clause_topics": "<u1",
    "clause_hashes": "<u8",
    "clause_cores": "<u8",
    "passages": "<u8",
    "passage_first": "<i4",
    "passage_last": "<i4",
    "sample": "<u8",
}
_ROWS = ("patterns", "headings", "sections", "points")  # tuples of plain tuples, kept as JSON
_WORDS = ("vocabulary", "names")
_NAMES = tuple(field.name for field in fields(Digest))
_KEY = ("maker", "file", "sha256", "number")
_TABLE = f"""CREATE TABLE IF NOT EXISTS digests (
    maker TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, number INTEGER NOT NULL, {", ".join(_NAMES)},
    UNIQUE ({", ".join(_KEY)}))"""


class Shelf:
    """An open shelf; one that cannot be read or written counts as empty."""

    def __init__(self, path: Path, maker: str) -> None:
        self._maker = maker
        self._connection: sqlite3.Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _opened(path)

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection:
            self._connection.close()

    def take(self, hashes: Mapping[str, str]) -> dict[str, tuple[Digest, ...]]:
        """Return the digests of files, given as name -> SHA-256, as far as they are on the shelf."""
        found: dict[str, list[Digest]] = {}
        with contextlib.suppress(sqlite3.Error, ValueError, TypeError):
            for file, sha256, *columns in self._rows():
                if hashes.get(file) == sha256:
                    found.setdefault(file, []).append(_digest(columns))
        return {file: shared(digests) for file, digests in found.items()}

    def put(self, read: Mapping[str, Sequence[Digest]], hashes: Mapping[str, str]) -> None:
        """Add digests by the names of their files, and throw out all that `hashes` no longer knows."""
        if self._connection is None:
            return
        marks = ", ".join("?" * len((*_KEY, *_NAMES)))
        with contextlib.suppress(sqlite3.Error), self._connection as connection:
            connection.executemany(f"INSERT OR REPLACE INTO digests VALUES ({marks})", self._new_rows(read, hashes))  # noqa: S608 - our own names
            kept = connection.execute("SELECT DISTINCT maker, file, sha256 FROM digests").fetchall()
            stale = [key for key in kept if key[0] != self._maker or hashes.get(key[1]) != key[2]]
            connection.executemany("DELETE FROM digests WHERE maker = ? AND file = ? AND sha256 = ?", stale)

    def _rows(self) -> Iterable[Sequence[Any]]:
        if self._connection is None:
            return ()
        query = f"SELECT file, sha256, {', '.join(_NAMES)} FROM digests WHERE maker = ? ORDER BY file, number"  # noqa: S608
        return self._connection.execute(query, (self._maker,))

    def _new_rows(self, read: Mapping[str, Sequence[Digest]], hashes: Mapping[str, str]) -> Iterator[tuple[Any, ...]]:
        for file, digests in read.items():
            for number, digest in enumerate(digests):
                yield self._maker, file, hashes[file], number, *_columns(digest)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        _make_table(connection)
    except sqlite3.OperationalError:  # another drafter is writing, or the disk is full: it may be sound
        connection.close()
        raise
    except sqlite3.DatabaseError:  # damaged, or some other file: start anew
        connection.close()
        path.unlink()
        connection = sqlite3.connect(path)
        _make_table(connection)
    return connection


def _make_table(connection: sqlite3.Connection) -> None:
    """Make the table; one of a drafter whose digests held other things goes."""
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(digests)")]
    if columns not in ([], [*_KEY, *_NAMES]):
        connection.execute("DROP TABLE digests")
    connection.execute(_TABLE)


def _columns(digest: Digest) -> Iterator[Any]:
    for name in _NAMES:
        value = getattr(digest, name)
        if name in _STORED:
            yield value.astype(_STORED[name]).tobytes()
        elif name in _ROWS:
            yield json.dumps(value, ensure_ascii=False)
        elif name == "source":
            yield json.dumps(asdict(value), ensure_ascii=False)
        elif name in _WORDS:
            yield json.dumps(value, ensure_ascii=False)
        else:
            yield value


def _digest(columns: Sequence[Any]) -> Digest:
    values = dict(zip(_NAMES, columns, strict=True))
    for name, kind in _STORED.items():
        values[name] = np.frombuffer(values[name], kind)
    for name in _ROWS:
        values[name] = tuple(map(tuple, json.loads(values[name])))
    for name in _WORDS:
        values[name] = tuple(json.loads(values[name]))
    values["source"] = _source(json.loads(values["source"]))
    return Digest(**values)


def _source(fields: dict[str, Any]) -> Source:
    period = Period(**fields.pop("period")) if fields["period"] else fields.pop("period")
    locality = Locality(**fields.pop("locality")) if fields["locality"] else fields.pop("locality")
    return Source(**fields, period=period, locality=locality)
