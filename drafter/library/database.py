"""The library as a file: opened, asked, and every fault of it told in the user's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, cast

from drafter.errors import LibraryError
from drafter.library import schema
from drafter.model import Kind, Locality, Part, Period, Source

REMEDY = "请运行 drafter mine 重新生成"

Row: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Database:
    """An open library file."""

    connection: sqlite3.Connection
    path: Path

    def rows(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """Return what a query gives. Raise LibraryError when the file is damaged."""
        try:
            with closing(self.connection.execute(query, values)) as cursor:
                return cursor.fetchall()
        except sqlite3.Error as error:
            raise self.damaged() from error

    def pairs(self, query: str) -> list[tuple[Any, Any]]:
        """Return what a query of two columns gives. Raise LibraryError when the file is damaged."""
        return [(name, value) for name, value in self.rows(query)]

    def damaged(self) -> LibraryError:
        """Return the error that the file is damaged."""
        return LibraryError("语料库文件已损坏", REMEDY, path=self.path)


def open_database(path: Path) -> Database:
    """Open a mined library. Raise LibraryError when there is none, or it is damaged or from a newer drafter."""
    if not path.is_file():
        raise LibraryError("还没有语料库", "请先把历年报告放进 corpus/，再运行 drafter mine", path=path)
    try:
        with ExitStack() as opened:
            connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            opened.callback(connection.close)
            version = schema.version_of(connection)
            if version > schema.VERSION:
                raise LibraryError("语料库由更新版本的 drafter 生成，这个版本读不了", "请升级 drafter", path=path)
            if version == 0:
                raise LibraryError("这不是语料库文件", REMEDY, path=path)
            schema.migrate(connection)
            opened.pop_all()  # all is well: it stays open
    except sqlite3.Error as error:
        raise LibraryError("语料库文件已损坏或打不开", REMEDY, path=path) from error
    return Database(connection, path)


def source_of(row: Row) -> Source:
    """Return the report that a row of `documents`, its columns from `path` to `speaker` first, tells of."""
    path, title, kind, year, part, name, county, city, province, speaker = row[:10]
    period = Period(year, cast("Part", part)) if part else None
    locality = None if name is None else Locality(name, county, city, province)
    return Source(path, title, cast("Kind | None", kind), period, locality, speaker)
