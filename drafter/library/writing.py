"""Write a mined library: into a file beside the old one, which takes its place only when all is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.config import replacing
from drafter.errors import WriteError
from drafter.library import schema
from drafter.library.digest import Digest
from drafter.library.frames import head_of
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
    initials: Mapping[str, str]  # character -> first letters of its readings
    postings: Mapping[str, bytes]


def write_library(contents: Contents, path: Path) -> None:
    """Write a library in one transaction, beside `path`, then rename. Raise WriteError when it cannot be written."""
    with replacing(path) as temporary:
        try:
            with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = OFF")  # an unfinished file is thrown away
                schema.migrate(connection)
                connection.execute("BEGIN")
                for table, rows in _rows(contents).items():
                    connection.executemany(_INSERTS[table], rows)
                connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise WriteError("写不进语料库", "请检查磁盘是否已满", path=path) from error


Rows = Iterable[tuple[object, ...]]

_INSERTS = {
    "files": "INSERT INTO files VALUES (?, ?)",
    "notes": "INSERT INTO notes VALUES (?, ?)",
    "documents": "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "sections": "INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?, ?)",
    "phrases": "INSERT INTO phrases VALUES (?, ?, ?, ?, ?, ?, ?)",
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
        "phrases": (
            (number, phrase.text, phrase.count, phrase.doc_count, phrase.topic, phrase.move, listed(phrase.sources))
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
        "initials": contents.initials.items(),
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


def _frame(frame: Frame) -> tuple[object, ...]:
    """Return a frame's row without number and sources."""
    return frame.text, frame.move, frame.topic, frame.doc_count, frame.indicator, head_of(frame.indicator)


def _heading(heading: Heading) -> tuple[object, ...]:
    return heading.text, heading.level, heading.topic, heading.pattern
