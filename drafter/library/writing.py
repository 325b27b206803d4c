"""Write a mined library: into a file beside the old one, which takes its place only when all is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path

from drafter.config import replacing
from drafter.errors import WriteError
from drafter.library import schema
from drafter.library.digest import Digest
from drafter.model import Clause, Frame, Heading, Phrase

Rows = Iterable[tuple[object, ...]]
_REMEMBERED = 4096  # lists of sources: most are of one report alone

_INSERTS = {
    "files": "INSERT INTO files VALUES (?, ?)",
    "notes": "INSERT INTO notes VALUES (?, ?)",
    "documents": "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "sections": "INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "points": "INSERT INTO points VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "repeats": "INSERT INTO repeats VALUES (?, ?)",
    "families": "INSERT INTO families VALUES (?, ?)",
    "reprints": "INSERT INTO reprints VALUES (?, ?, ?)",
    "forgotten": "INSERT INTO forgotten VALUES (?, ?)",
    "phrases": "INSERT INTO phrases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "clauses": "INSERT INTO clauses VALUES (?, ?, ?, ?, ?, ?, ?)",
    "frames": "INSERT INTO frames VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "headings": "INSERT INTO headings VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "initials": "INSERT INTO initials VALUES (?, ?)",
    "postings": "INSERT INTO postings VALUES (?, ?)",
}


class NewLibrary:
    """A library being written: each stage of mining adds what it found, and need not keep it."""

    def __init__(self, connection: sqlite3.Connection, paths: Sequence[str]) -> None:
        self._connection = connection
        numbers = {path: str(number) for number, path in enumerate(paths)}
        self._numbers = numbers
        self._listed = lru_cache(_REMEMBERED)(lambda sources: " ".join(map(numbers.__getitem__, sources)))

    def add(self, table: str, rows: Rows) -> int:
        """Add rows to a table and return how many there were; plain ones need no more than this."""
        return self._connection.executemany(_INSERTS[table], rows).rowcount

    def add_reports(self, digests: Sequence[Digest]) -> None:
        """Add the reports with their sections and points, numbered in the order given."""
        self.add("documents", (_document(number, digest) for number, digest in enumerate(digests)))
        numbered = list(enumerate(digests))
        self.add("sections", ((d, n, *row) for d, digest in numbered for n, row in enumerate(digest.sections)))
        self.add("points", ((d, s, n, *row) for d, digest in numbered for n, (s, *row) in enumerate(digest.points)))

    def add_phrases(self, phrases: Iterable[Phrase]) -> int:
        """Add phrases, best first; return how many there were."""
        listed = self._listed
        rows = ((n, *_phrase(each), listed(each.sources), *_standing(each)) for n, each in enumerate(phrases))
        return self.add("phrases", rows)

    def add_clauses(self, clauses: Iterable[Clause]) -> int:
        """Add clauses, pure ones first; return how many there were."""
        rows = ((n, *_clause(each), self._listed(each.sources)) for n, each in enumerate(clauses))
        return self.add("clauses", rows)

    def add_frames(self, frames: Iterable[Frame]) -> int:
        """Add frames, best first; return how many there were."""
        rows = ((n, *_frame(each), self._listed(each.sources)) for n, each in enumerate(frames))
        return self.add("frames", rows)

    def add_headings(self, headings: Iterable[Heading]) -> int:
        """Add headings, best first; return how many there were."""
        rows = ((*_heading(each), self._numbers[each.source], each.group, each.pure) for each in headings)
        return self.add("headings", ((number, *row) for number, row in enumerate(rows)))


@contextmanager
def new_library(path: Path, paths: Sequence[str]) -> Iterator[NewLibrary]:
    """Give a library to fill, of the reports at `paths`; it takes the place of the one at `path` when all went well.

    Raise WriteError when it cannot be written.
    """
    forgotten = forgotten_files(path)  # the writer's word outlives the library it was given to
    with replacing(path) as temporary:
        try:
            with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = OFF")  # an unfinished file is thrown away
                schema.migrate(connection)
                connection.execute("BEGIN")
                library = NewLibrary(connection, paths)
                library.add("forgotten", forgotten.items())
                yield library
                connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise WriteError("写不进语料库", "请检查磁盘是否已满", path=path) from error


def forgotten_files(library: Path) -> dict[str, str]:
    """Return the files that a library is to stay without: path -> SHA-256; none when it cannot be read."""
    if not library.is_file():
        return {}
    with suppress(sqlite3.Error), closing(sqlite3.connect(library)) as connection:
        return dict(connection.execute("SELECT path, sha256 FROM forgotten ORDER BY path").fetchall())
    return {}


def forget_files(library: Path, files: Mapping[str, str]) -> None:
    """Write down which files a library is to stay without from the next mining on, in place of those before.

    Raise WriteError when it cannot be written.
    """
    try:
        with closing(sqlite3.connect(library)) as connection, connection:
            connection.execute("DELETE FROM forgotten")
            connection.executemany(_INSERTS["forgotten"], files.items())
    except sqlite3.Error as error:
        raise WriteError("写不进语料库", "请检查磁盘是否已满、别的程序是否正在用它", path=library) from error


def _document(number: int, digest: Digest) -> tuple[object, ...]:
    source = digest.source
    period = (source.period.year, source.period.part) if source.period else (None, None)
    place = source.locality
    locality = (place.name, place.county, place.city, place.province) if place else (None,) * 4
    read = (digest.text, digest.offsets, len(digest.text))
    return (number, source.path, source.title, source.kind, *period, *locality, source.speaker, *read)


def _standing(phrase: Phrase) -> tuple[object, ...]:
    """Return what stands in a phrase's row behind its sources."""
    return phrase.words, phrase.year, phrase.localities


def _clause(clause: Clause) -> tuple[object, ...]:
    """Return a clause's row without number and sources."""
    return clause.text, clause.move, clause.topic, clause.localities, clause.pure


def _phrase(phrase: Phrase) -> tuple[object, ...]:
    """Return what stands in a phrase's row between its number and its sources."""
    return phrase.text, phrase.count, phrase.doc_count, phrase.topic, phrase.move


def _frame(frame: Frame) -> tuple[object, ...]:
    """Return a frame's row without number and sources."""
    return frame.text, frame.move, frame.topic, frame.doc_count, frame.indicator, frame.head


def _heading(heading: Heading) -> tuple[object, ...]:
    return heading.text, heading.level, heading.topic, heading.pattern
