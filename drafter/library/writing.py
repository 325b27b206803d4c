"""Write a mined library: into a file beside the old one, which takes its place only when all is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.config import replacing
from drafter.errors import WriteError
from drafter.library import schema
from drafter.library.digest import Digest
from drafter.model import Clause, Frame, Heading, Phrase


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that goes into a library."""

    files: Mapping[str, str]  # path -> SHA-256 of the file, also of files that could not be read
    notes: Mapping[str, str]  # what made the library: version of drafter …
    digests: Sequence[Digest]  # of each report
    phrases: Sequence[Phrase]
    clauses: Sequence[Clause]
    frames: Sequence[Frame]
    headings: Sequence[Heading]
    syllables: Mapping[str, str]  # character -> its syllables, blanks between
    postings: Mapping[str, bytes]
    repeats: Sequence[tuple[str, str]] = ()  # path of a report left out, path of the one it equals
    families: Sequence[tuple[str, str]] = ()  # path of a report, path of the first one that it nearly duplicates
    reprints: Sequence[tuple[str, str, int]] = ()  # path, path of a report that had passages of it first, how many


def write_library(contents: Contents, path: Path) -> None:
    """Write a library in one transaction, beside `path`, then rename. Raise WriteError when it cannot be written."""
    forgotten = forgotten_files(path)  # the writer's word outlives the library it was given to
    with replacing(path) as temporary:
        try:
            with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = OFF")  # an unfinished file is thrown away
                schema.migrate(connection)
                connection.execute("BEGIN")
                for table, rows in _rows(contents).items():
                    connection.executemany(_INSERTS[table], rows)
                connection.executemany(_INSERTS["forgotten"], forgotten.items())
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


def _rows(contents: Contents) -> Mapping[str, Rows]:
    """Return the rows of every table."""
    numbers = {digest.source.path: number for number, digest in enumerate(contents.digests)}

    @cache
    def listed(sources: tuple[str, ...]) -> str:
        return " ".join(str(numbers[source]) for source in sources)

    return {
        "files": contents.files.items(),
        "notes": contents.notes.items(),
        "documents": (_document(number, contents) for number in numbers.values()),
        "sections": _sections(contents),
        "points": _points(contents),
        "repeats": contents.repeats,
        "families": contents.families,
        "reprints": contents.reprints,
        "phrases": (
            (number, *_phrase(phrase), listed(phrase.sources), phrase.words, phrase.year, phrase.localities)
            for number, phrase in enumerate(contents.phrases)
        ),
        "clauses": (
            (number, clause.text, clause.move, clause.topic, clause.localities, clause.pure, listed(clause.sources))
            for number, clause in enumerate(contents.clauses)
        ),
        "frames": ((number, *_frame(frame), listed(frame.sources)) for number, frame in enumerate(contents.frames)),
        "headings": (
            (number, *_heading(heading), numbers[heading.source], heading.group, heading.pure)
            for number, heading in enumerate(contents.headings)
        ),
        "initials": contents.syllables.items(),
        "postings": contents.postings.items(),
    }


def _document(number: int, contents: Contents) -> tuple[object, ...]:
    digest = contents.digests[number]
    source = digest.source
    period = (source.period.year, source.period.part) if source.period else (None, None)
    place = source.locality
    locality = (place.name, place.county, place.city, place.province) if place else (None,) * 4
    read = (digest.text, digest.offsets, len(digest.text))
    return (number, source.path, source.title, source.kind, *period, *locality, source.speaker, *read)


def _sections(contents: Contents) -> Rows:
    for document, digest in enumerate(contents.digests):
        for number, section in enumerate(digest.sections):
            yield document, number, *section


def _points(contents: Contents) -> Rows:
    for document, digest in enumerate(contents.digests):
        for number, (section, *point) in enumerate(digest.points):
            yield document, section, number, *point


def _phrase(phrase: Phrase) -> tuple[object, ...]:
    """Return what stands in a phrase's row between its number and its sources."""
    return phrase.text, phrase.count, phrase.doc_count, phrase.topic, phrase.move


def _frame(frame: Frame) -> tuple[object, ...]:
    """Return a frame's row without number and sources."""
    return frame.text, frame.move, frame.topic, frame.doc_count, frame.indicator, frame.head


def _heading(heading: Heading) -> tuple[object, ...]:
    return heading.text, heading.level, heading.topic, heading.pattern
