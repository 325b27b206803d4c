"""Write a mined library: into a file beside the old one, which takes its place only when all is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path

from drafter.config import replacing
from drafter.errors import WriteError
from drafter.library import schema
from drafter.library.digest import Digest
from drafter.model import Clause, Frame, Heading, Phrase

Rows = Iterable[tuple[object, ...]]

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
        self._listed = cache(lambda sources: " ".join(map(numbers.__getitem__, sources)))

    def add(self, table: str, rows: Rows) -> None:
        """Add rows to one of the plain tables: files, notes, repeats, families, reprints, initials, postings."""
        self._connection.executemany(_INSERTS[table], rows)

    def add_reports(self, digests: Sequence[Digest]) -> None:
        """Add the reports with their sections and points, numbered in the order given."""
        self.add("documents", (_document(number, digest) for number, digest in enumerate(digests)))
        numbered = [(document, digest) for document, digest in enumerate(digests)]
        self.add("sections", ((d, n, *row) for d, digest in numbered for n, row in enumerate(digest.sections)))
        self.add("points", ((d, s, n, *row) for d, digest in numbered for n, (s, *row) in enumerate(digest.points)))

    def add_phrases(self, phrases: Sequence[Phrase]) -> None:
        """Add phrases, best first."""
        self.add(
            "phrases",
            (
                (number, *_phrase(phrase), self._listed(phrase.sources), phrase.words, phrase.year, phrase.localities)
                for number, phrase in enumerate(phrases)
            ),
        )

    def add_clauses(self, clauses: Sequence[Clause]) -> None:
        """Add clauses, most widely used first."""
        self.add(
            "clauses", ((number, *_clause(each), self._listed(each.sources)) for number, each in enumerate(clauses))
        )

    def add_frames(self, frames: Sequence[Frame]) -> None:
        """Add frames, best first."""
        self.add(
            "frames", ((number, *_frame(frame), self._listed(frame.sources)) for number, frame in enumerate(frames))
        )

    def add_headings(self, headings: Sequence[Heading]) -> None:
        """Add headings, best first."""
        self.add(
            "headings",
            (
                (number, *_heading(heading), self._numbers[heading.source], heading.group, heading.pure)
                for number, heading in enumerate(headings)
            ),
        )


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
