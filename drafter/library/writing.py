"""Write a mined library: into a file beside the old one, which takes its place only when all is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from drafter.config import replacing
from drafter.errors import WriteError
from drafter.library import clauses, offsets, schema
from drafter.library.corpus import locality_key
from drafter.library.frames import head_of
from drafter.library.sections import Placed, PlacedPoint, placed_points, whole_spans
from drafter.model import Clause, Document, Frame, Heading, Phrase
from drafter.text import words


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that goes into a library."""

    files: Mapping[str, str]  # path -> SHA-256 of the file, also of files that could not be read
    notes: Mapping[str, str]  # what made the library: version of drafter …
    documents: Sequence[Document]
    sections: Sequence[tuple[Placed, ...]]  # of each document
    phrases: Sequence[Phrase]
    clauses: Sequence[Clause]
    frames: Sequence[Frame]
    headings: Sequence[Heading]
    initials: Mapping[str, str]  # character -> its syllables, blanks between
    postings: Mapping[str, bytes]
    repeats: Sequence[tuple[str, str]] = ()  # path of a report left out, path of the one it equals
    points: Sequence[Sequence[PlacedPoint]] = ()  # of each document; cut anew when there are none
    families: Sequence[tuple[str, str]] = ()  # path of a report, path of the first one that it nearly duplicates


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
    numbers = {document.source.path: number for number, document in enumerate(contents.documents)}

    def listed(sources: Sequence[str]) -> str:
        return " ".join(str(numbers[source]) for source in sources)

    return {
        "files": contents.files.items(),
        "notes": contents.notes.items(),
        "documents": (_document(number, contents) for number in numbers.values()),
        "sections": _sections(contents),
        "points": _points(contents),
        "repeats": contents.repeats,
        "families": contents.families,
        "phrases": (
            (number, *row, listed(sources), *more) for number, (row, sources, more) in enumerate(_phrases(contents))
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
    document = contents.documents[number]
    source = document.source
    period = (source.period.year, source.period.part) if source.period else (None, None)
    place = source.locality
    locality = (place.name, place.county, place.city, place.province) if place else (None,) * 4
    read = (document.text, offsets.pack(document.offsets), len(document.text))
    return (number, source.path, source.title, source.kind, *period, *locality, source.speaker, *read)


def _sections(contents: Contents) -> Rows:
    for document, sections in enumerate(contents.sections):
        for number, (placed, span) in enumerate(zip(sections, whole_spans(sections), strict=True)):
            place = (placed.parent, placed.level, placed.section.title, placed.topic, placed.chapter)
            yield document, number, *place, span.start, span.end


def _points(contents: Contents) -> Rows:
    for document, points in enumerate(contents.points or map(_cut_points, contents.documents, contents.sections)):
        for number, point in enumerate(points):
            span, moves = point.span, " ".join(point.moves)
            yield document, point.section, number, span.start, span.end, point.lead, point.topic, moves


def _cut_points(document: Document, sections: tuple[Placed, ...]) -> Sequence[PlacedPoint]:
    placed = clauses._of_report(document, sections)
    return placed_points(document, sections, ((start, placement.move) for start, _, placement in placed))


def _phrases(contents: Contents) -> Iterator[tuple[tuple[object, ...], Sequence[str], tuple[object, ...]]]:
    """Yield for each phrase what stands in its row before its sources, these with the newest first, and the rest."""
    documents = {document.source.path: document for document in contents.documents}
    years = {path: each.source.period.year if each.source.period else 0 for path, each in documents.items()}
    towns = {path: locality_key(each) for path, each in documents.items()}
    for phrase in contents.phrases:
        year = phrase.year or max((years[path] for path in phrase.sources), default=0)
        localities = phrase.localities or min(phrase.doc_count, len({towns[path] for path in phrase.sources}))
        row = (phrase.text, phrase.count, phrase.doc_count, phrase.topic, phrase.move)
        newest_first = sorted(phrase.sources, key=years.__getitem__, reverse=True)
        yield row, newest_first, (_word_starts(phrase.text), year, localities)


def _word_starts(text: str) -> str:
    """Return a 1 for each character that begins a word, else a 0."""
    starts = set(accumulate(map(len, words.cut(text)), initial=0))
    return "".join("01"[place in starts] for place in range(len(text)))


def _frame(frame: Frame) -> tuple[object, ...]:
    """Return a frame's row without number and sources."""
    return frame.text, frame.move, frame.topic, frame.doc_count, frame.indicator, head_of(frame.indicator)


def _heading(heading: Heading) -> tuple[object, ...]:
    return heading.text, heading.level, heading.topic, heading.pattern
