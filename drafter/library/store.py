"""The library as others see it: look-ups in the file that mining wrote."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from types import TracebackType

from drafter.library import offsets, postings, queries
from drafter.library.company import ANYONES, Company
from drafter.library.coverage import coverage
from drafter.library.database import Database, Row, open_database, source_of
from drafter.library.fragments import Fragments
from drafter.library.heading_table import HeadingTable
from drafter.library.phrase_table import PhraseTable, table_of
from drafter.library.section_table import SectionTable
from drafter.library.skeletons import skeleton_of
from drafter.library.ways import suffixes, suits, ways
from drafter.model import (
    Clause,
    Companion,
    Frame,
    Heading,
    Holdings,
    IndexedText,
    Kind,
    NormText,
    Phrase,
    ReuseIndex,
    SectionText,
    Skeleton,
    Source,
    Way,
)
from drafter.text import topics

_SLOT = re.compile(r"\{([^}]+)\}")


def open_library(path: Path) -> Store:
    """Open a mined library. Raise LibraryError when there is none, or it is damaged or from a newer drafter."""
    return Store(open_database(path))


class Store:
    """An open library; implements drafter.model.Library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows, self._pairs = database.rows, database.pairs

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.connection.close()

    def phrases(
        self, query: str = "", *, topic: str = "", move: str = "", kind: Kind | None = None, limit: int = 50
    ) -> Sequence[Phrase]:
        """Return phrases by characters, pinyin initials or a mixture, best first."""
        asked, among = topics.canonical(topic) if topic else "", self._in_kind(kind) if kind else None
        return self._phrases(self._phrase_table.find(query, topic=asked, move=move, among=among, limit=limit))

    def suggest(self, typed: str, *, topic: str = "", move: str = "", limit: int = 50) -> Sequence[Phrase]:
        """Return phrases that hold what is typed, those of a topic and a move first, then by fit and use."""
        return self._phrases(self._phrase_table.nearest(typed, topic=topic, move=move, limit=limit))

    def _in_kind(self, kind: Kind) -> list[bool]:
        """Tell of each phrase whether a report of a kind has it."""
        reports = frozenset(str(number) for number, each in enumerate(self.sources().values()) if each.kind == kind)
        listed = self._rows("SELECT sources FROM phrases ORDER BY number")
        return [not reports.isdisjoint(sources.split()) for (sources,) in listed]

    def clauses(self, *, move: str, topic: str = "", limit: int = 200) -> Sequence[Clause]:
        """Return clauses that serve `move`, pure ones first, then the most widely used."""
        rows = self._rows(
            """SELECT text, move, topic, localities, sources, pure FROM clauses
            WHERE move = ? AND (? = '' OR topic IN (SELECT value FROM json_each(?))) ORDER BY number LIMIT ?""",
            (move, topic, json.dumps(_family(topic)), limit),
        )
        return [self._clause(row) for row in rows]

    def common_clauses(self, localities: int) -> Sequence[Clause]:
        """Return the clauses that are pure, or whose core so many localities use, most widely used first."""
        return [self._clause(row) for row in self._rows(queries.COMMON_CLAUSES, (localities,))]

    def companions(self, words: Sequence[str], *, topic: str) -> Sequence[Companion]:
        """Return common clauses on a topic that stand by one of `words` more than by chance, closest first."""
        return self._company.of(words, topic)

    def headings(
        self,
        query: str = "",
        *,
        level: int | None = None,
        topic: str = "",
        pattern: str = "",
        length: int = 0,
        limit: int = 200,
    ) -> Sequence[Heading]:
        """Return headings of a level (0: leads; None: of all), best first; those with names last."""
        return self._heading_table.find(
            query, level=level, topics=_family(topic), pattern=pattern, length=length, limit=limit
        )

    def heading_sets(self, headings: Iterable[Heading]) -> Sequence[Sequence[Heading]]:
        """Return whole sets: for each heading what stood side by side with it, itself too."""
        return self._heading_table.sets(headings)

    def frames(self, indicator: str, *, limit: int = 20, of_any: bool = True) -> Sequence[Frame]:
        """Return frames for figures of `indicator`, else of its head noun, else `of_any` indicator.

        Frames of other indicators must suit: 新增{指标} does not for 新增就业人数, nor 建成{指标} for …建设.
        """
        if own := self._rows(queries.FRAMES_OF, (indicator,)):
            return [self._frame(row) for row in own[:limit]]
        asked = [(queries.FRAMES_OF_HEAD, head) for head in suffixes(indicator)] + [(queries.FRAMES_OF, "")] * of_any
        for query, name in asked:
            if fitting := [row for row in self._rows(query, (name,)) if suits(row[0], indicator)]:
                return [self._frame(row) for row in fitting[:limit]]
        return []

    def ways(self, indicator: str, unit: str = "") -> Sequence[Way]:
        """Return the verbs that go with an indicator and their order, most frequent first; see `ways.ways`."""
        return ways(self.all_frames(), indicator, unit)

    def all_frames(self) -> Sequence[Frame]:
        """Return all frames, best first."""
        return [self._frame(row) for row in self._rows(queries.ALL_FRAMES)]

    def sections(
        self, query: str = "", *, topic: str = "", kind: Kind | None = None, chapter: str = "", limit: int = 20
    ) -> Sequence[SectionText]:
        """Return whole sections that hold every word of `query`, best first; points with a lead are small sections."""
        asked = topics.canonical(topic) if topic else ""
        return list(islice(self._section_table.find(query.split(), topic=asked, kind=kind, chapter=chapter), limit))

    def skeleton(self, topic: str, *, kind: Kind | None = None, chapter: str = "review") -> Skeleton | None:
        """Return what sections on a topic usually hold; None when no report has any."""
        asked = topics.canonical(topic)
        sections = self._section_table.find((), topic=asked, kind=kind, chapter=chapter, inside=False)
        return skeleton_of(tuple(sections), asked, kind, chapter, self._pure) if asked else None

    def moves(self, topic: str = "", *, kind: Kind | None = None, chapter: str = "review") -> Sequence[tuple[str, ...]]:
        """Return the moves of each paragraph on a topic in reports of a kind, in their order."""
        rows = self._rows(queries.MOVES, (chapter, topic, topic, kind, kind))
        return [tuple(moves.split()) for (moves,) in rows]

    def paragraphs(self, text: str) -> Sequence[str]:
        """Return the paragraphs of reports in which `text` stands."""
        return [line for report in self._texts if text in report for line in report.split("\n") if text in line]

    def fragments(self, length: int) -> Fragments:
        """Return all runs of `length` letters, figures and characters in the corpus, marks left out."""
        return Fragments(self._texts, length)

    def sources(self) -> Mapping[str, Source]:
        """Return all reports by their paths, in the order of their numbers."""
        return {row[0]: source_of(row) for row in self._rows(queries.SOURCES)}

    def reports(self) -> tuple[tuple[Source, int], ...]:
        """Return all reports with their numbers of characters, in the order of their numbers."""
        chars = self._rows("SELECT chars FROM documents ORDER BY number")
        return tuple((source, count) for source, (count,) in zip(self.sources().values(), chars, strict=True))

    def report(self, number: int) -> IndexedText:
        """Return a report by its number in the reuse index."""
        rows = self._rows(queries.REPORT, (number,))
        try:
            (row,) = rows
            return IndexedText(source_of(row), NormText(row[10]), offsets.unpack(row[11]))
        except (ValueError, zlib.error) as error:
            raise self._database.damaged() from error

    def index(self) -> ReuseIndex:
        """Return the reuse index; a report's text is fetched when it is asked for."""
        return postings.from_blobs(dict(self._pairs("SELECT name, data FROM postings")), self.report)

    def blob(self, name: str) -> bytes:
        """Return an array of the reuse index by its name. Raise KeyError when there is none."""
        for (data,) in self._rows("SELECT data FROM postings WHERE name = ?", (name,)):
            return bytes(data)
        raise KeyError(name)

    def stats(self) -> Mapping[str, int]:
        """Return how much the library holds: reports, chars, phrases, clauses, frames, headings."""
        return dict(zip(queries.COUNTED, self._rows(queries.STATS)[0], strict=True))

    def holdings(self, best: int) -> Holdings:
        """Return what the library holds and what of the reports it makes use of, with so many of its best phrases."""
        texts = self._texts
        phrases, (_, notes) = self._rows("SELECT text FROM phrases"), self.origin()
        return Holdings(
            self.reports(),
            self.stats(),
            coverage(texts, self._rows(queries.ON_TOPIC), int(notes["clause_chars"]), chain(*phrases)),
            tuple(self.phrases(limit=best)),
            tuple(self._pairs("SELECT path, same_as FROM repeats ORDER BY path")),
            tuple(self._pairs("SELECT path, like_path FROM families ORDER BY path")),
            self.forgotten(),
            tuple((path, other, count) for path, other, count in self._rows(queries.REPRINTS)),
        )

    def forgotten(self) -> tuple[str, ...]:
        """Return the files that the library is to stay without."""
        return tuple(path for (path,) in self._rows("SELECT path FROM forgotten ORDER BY path"))

    def origin(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return what the library was mined from (path -> SHA-256), and the notes on how."""
        return dict(self._pairs("SELECT path, sha256 FROM files")), dict(self._pairs("SELECT name, value FROM notes"))

    def unread(self) -> Sequence[str]:
        """Return the files that the library was mined from and that could not be read."""
        read = {path for path, *_ in self._rows("SELECT path FROM documents UNION SELECT path FROM repeats")}
        files = self._rows("SELECT path FROM files ORDER BY path")
        return [path for (path,) in files if not {path, f"{path}#1"} & read]

    def syllables(self) -> Mapping[str, str]:
        """Return the syllables that each character in phrases may be read as."""
        return dict(self._pairs("SELECT character, syllables FROM initials"))

    def texts(self) -> list[str]:
        """Return the texts of the reports in the order of their numbers; they are not kept."""
        return [text for (text,) in self._rows(queries.TEXTS)]

    @cached_property
    def _texts(self) -> Sequence[str]:
        return self.texts()

    @cached_property
    def _company(self) -> Company:
        """Return the pure clauses that several localities use, ready for look-up."""
        common = [self._clause(row) for row in self._rows(queries.ANYONES, (ANYONES,))]
        return Company(dict(zip(self._paths, self._texts, strict=True)), common)

    @cached_property
    def _phrase_table(self) -> PhraseTable:
        """Return the phrases ready for look-up, best first."""
        return table_of(self._rows(queries.RANKED), self.syllables())

    @cached_property
    def _heading_table(self) -> HeadingTable:
        return HeadingTable(self._rows, self._paths)

    @cached_property
    def _section_table(self) -> SectionTable:
        """Return the sections ready for look-up."""
        return SectionTable(
            tuple(self.sources().values()), self._texts, self._rows(queries.SECTIONS), self._rows(queries.POINTS)
        )

    @cached_property
    def _pure(self) -> frozenset[str]:
        """Return the clauses, headings and leads without figures and names."""
        return frozenset(text for (text,) in self._rows(queries.PURE))

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._rows("SELECT path FROM documents ORDER BY number"))

    @cached_property
    def _path_of(self) -> Mapping[str, str]:
        """Return the paths by the numbers that `sources` columns hold, as they are written there."""
        return {str(number): path for number, path in enumerate(self._paths)}

    def _phrases(self, numbers: Sequence[int]) -> list[Phrase]:
        """Return phrases by their numbers, in that order."""
        rows = {row[0]: row[1:] for row in self._rows(queries.PHRASES, (json.dumps(numbers),))}
        return [
            Phrase(text, count, doc_count, self._sources(sources), *rest)
            for text, count, doc_count, sources, *rest in map(rows.__getitem__, numbers)
        ]

    def _clause(self, row: Row) -> Clause:
        text, move, topic, localities, sources, pure = row
        return Clause(text, move, topic, localities, self._sources(sources), bool(pure))

    def _frame(self, row: Row) -> Frame:
        text, move, topic, doc_count, sources, indicator = row
        return Frame(text, tuple(_SLOT.findall(text)), move, topic, doc_count, self._sources(sources), indicator)

    def _sources(self, numbers: str) -> tuple[str, ...]:
        return tuple(map(self._path_of.__getitem__, numbers.split()))


def _family(topic: str) -> tuple[str, ...]:
    """Return the topic that a name stands for, with those under it."""
    return topics.family(topics.canonical(topic)) if topic else ()
