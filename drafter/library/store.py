"""The library as others see it: look-ups in the file that mining wrote."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias, cast

import numpy as np
import numpy.typing as npt

from drafter.errors import LibraryError
from drafter.library import offsets, postings, schema
from drafter.library.frames import head_of
from drafter.library.search import PhraseIndex, index_phrases
from drafter.model import (
    Clause,
    Frame,
    Heading,
    IndexedText,
    Kind,
    Locality,
    NormText,
    Part,
    Period,
    Phrase,
    ReuseIndex,
    Source,
)
from drafter.text import topics

_REMEDY = "请运行 drafter mine 重新生成"
_SLOT = re.compile(r"\{([^}]+)\}")
_STATS = """SELECT (SELECT COUNT(*) FROM documents), (SELECT COALESCE(SUM(chars), 0) FROM documents),
    (SELECT COUNT(*) FROM phrases), (SELECT COUNT(*) FROM clauses), (SELECT COUNT(*) FROM frames),
    (SELECT COUNT(*) FROM headings)"""
_COUNTED = ("reports", "chars", "phrases", "clauses", "frames", "headings")
_FRAMES_OF = "SELECT text, move, topic, doc_count, sources, indicator FROM frames WHERE indicator = ? ORDER BY number"
_FRAMES_OF_HEAD = "SELECT text, move, topic, doc_count, sources, indicator FROM frames WHERE head = ? ORDER BY number"
_BEFORE_INDICATOR = re.compile(r"([\u4e00-\u9fff]{2})\{指标\}")

Row: TypeAlias = tuple[Any, ...]


def open_library(path: Path) -> Store:
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
                raise LibraryError("这不是语料库文件", _REMEDY, path=path)
            schema.migrate(connection)
            opened.pop_all()  # all is well: it stays open
    except sqlite3.Error as error:
        raise LibraryError("语料库文件已损坏或打不开", _REMEDY, path=path) from error
    return Store(connection, path)


class Store:
    """An open library; implements drafter.model.Library."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def phrases(self, query: str = "", *, topic: str = "", move: str = "", limit: int = 50) -> Sequence[Phrase]:
        """Return phrases by characters, pinyin initials or a mixture, best first."""
        index, of_topic, of_move = self._phrase_index
        fits = np.ones(len(of_topic), np.bool_)
        if topic:
            fits &= np.isin(of_topic, _family(topic))
        if move:
            fits &= of_move == move
        return [self._phrase(number) for number in index.find(query, limit, fits if topic or move else None)]

    def clauses(self, *, move: str, topic: str = "", limit: int = 200) -> Sequence[Clause]:
        """Return clauses that serve `move`, most widely used first."""
        rows = self._rows(
            """SELECT text, move, topic, localities, sources, pure FROM clauses
            WHERE move = ? AND (? = '' OR topic IN (SELECT value FROM json_each(?))) ORDER BY number LIMIT ?""",
            (move, topic, json.dumps(_family(topic)), limit),
        )
        return [
            Clause(text, move, topic, localities, self._sources(sources), bool(pure))
            for text, move, topic, localities, sources, pure in rows
        ]

    def headings(self, *, level: int, topic: str = "", limit: int = 200) -> Sequence[Heading]:
        """Return headings of a level (0: leads), those without names first, then in the order of the reports."""
        rows = self._rows(
            """SELECT text, level, topic, pattern, document, parallel, pure FROM headings
            WHERE level = ? AND (? = '' OR topic IN (SELECT value FROM json_each(?)))
            ORDER BY pure DESC, number LIMIT ?""",
            (level, topic, json.dumps(_family(topic)), limit),
        )
        return [
            Heading(text, level, topic, pattern, self._paths[document], group, bool(pure))
            for text, level, topic, pattern, document, group, pure in rows
        ]

    def frames(self, indicator: str, *, limit: int = 20) -> Sequence[Frame]:
        """Return frames for figures of `indicator`, else of its head noun, else of any indicator.

        A frame whose own words are in the indicator already is left out: 新增{指标} for 新增就业人数.
        """
        asked = ((_FRAMES_OF, indicator), (_FRAMES_OF_HEAD, head_of(indicator)), (_FRAMES_OF, ""))
        for query, name in asked:
            fitting = [row for row in self._rows(query, (name,)) if not _repeats(row[0], indicator)]
            if fitting:
                return [self._frame(row) for row in fitting[:limit]]
        return []

    def fragments(self, length: int) -> frozenset[str]:
        """Return every run of `length` letters, figures and characters in the corpus, marks left out."""
        texts = ("".join(filter(str.isalnum, row[0])) for row in self._rows("SELECT text FROM documents"))
        return frozenset(text[start : start + length] for text in texts for start in range(len(text) - length + 1))

    def report(self, number: int) -> IndexedText:
        """Return a report by its number in the reuse index."""
        rows = self._rows(
            "SELECT path, title, kind, year, part, locality, county, city, province, speaker, text, offsets "
            "FROM documents WHERE number = ?",
            (number,),
        )
        try:
            (row,) = rows
            return IndexedText(_source(row), NormText(row[10]), offsets.unpack(row[11]))
        except (ValueError, zlib.error) as error:
            raise LibraryError("语料库文件已损坏", _REMEDY, path=self._path) from error

    def index(self) -> ReuseIndex:
        """Return the reuse index; a report's text is fetched when it is asked for."""
        return postings.from_blobs(dict(self._pairs("SELECT name, data FROM postings")), self.report)

    def stats(self) -> Mapping[str, int]:
        """Return how much the library holds: reports, chars, phrases, clauses, frames, headings."""
        return dict(zip(_COUNTED, self._rows(_STATS)[0], strict=True))

    def origin(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return what the library was mined from (path -> SHA-256), and the notes on how."""
        return dict(self._pairs("SELECT path, sha256 FROM files")), dict(self._pairs("SELECT name, value FROM notes"))

    def initials(self) -> Mapping[str, str]:
        """Return the first letters of the readings of each character in phrases."""
        return dict(self._pairs("SELECT character, letters FROM initials"))

    @cached_property
    def _phrase_index(self) -> tuple[PhraseIndex, npt.NDArray[np.str_], npt.NDArray[np.str_]]:
        """Return the phrases ready for look-up, with the topic and the move of each."""
        rows = self._rows("SELECT text, topic, move FROM phrases ORDER BY number")
        index = index_phrases([row[0] for row in rows], self.initials())
        return index, np.array([row[1] for row in rows], np.str_), np.array([row[2] for row in rows], np.str_)

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._rows("SELECT path FROM documents ORDER BY number"))

    def _phrase(self, number: int) -> Phrase:
        query = "SELECT text, count, doc_count, sources, topic, move FROM phrases WHERE number = ?"
        text, count, doc_count, sources, topic, move = self._rows(query, (number,))[0]
        return Phrase(text, count, doc_count, self._sources(sources), topic, move)

    def _frame(self, row: Row) -> Frame:
        text, move, topic, doc_count, sources, indicator = row
        return Frame(text, tuple(_SLOT.findall(text)), move, topic, doc_count, self._sources(sources), indicator)

    def _sources(self, numbers: str) -> tuple[str, ...]:
        return tuple(self._paths[int(number)] for number in numbers.split())

    def _pairs(self, query: str) -> list[tuple[Any, Any]]:
        return [(name, value) for name, value in self._rows(query)]

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        try:
            with closing(self._connection.execute(query, values)) as cursor:
                return cursor.fetchall()
        except sqlite3.Error as error:
            raise LibraryError("语料库文件已损坏", _REMEDY, path=self._path) from error


def _family(topic: str) -> tuple[str, ...]:
    """Return the topic that a name stands for, with those under it."""
    return topics.family(topics.canonical(topic)) if topic else ()


def _repeats(frame: str, indicator: str) -> bool:
    """Tell whether what stands right before the indicator in a frame is in the indicator too."""
    before = _BEFORE_INDICATOR.search(frame)
    return before is not None and before[1] in indicator


def _source(row: Row) -> Source:
    path, title, kind, year, part, name, county, city, province, speaker = row[:10]
    period = Period(year, cast("Part", part)) if part else None
    locality = None if name is None else Locality(name, county, city, province)
    return Source(path, title, cast("Kind | None", kind), period, locality, speaker)
