"""Mine reports into a library: a list of stages, each adding what it finds."""

from __future__ import annotations

import gc
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from drafter import __version__
from drafter.config import data
from drafter.errors import LibraryError
from drafter.library import cores, postings, purity, wordclass
from drafter.library.clauses import cut_clauses, gather
from drafter.library.corpus import Corpus, join
from drafter.library.frames import mine_frames
from drafter.library.ground import Ground
from drafter.library.headings import mine_headings
from drafter.library.phrases import mine_phrases
from drafter.library.search import initials_of
from drafter.library.sections import Placed, placed_sections
from drafter.library.store import open_library
from drafter.library.writing import Contents, write_library
from drafter.model import Clause, Document, Frame, Heading, IndexedText, Phrase

Progress = Callable[[str, float], None]  # stage in Chinese, share of the whole work done (0–1)

_PACKAGE = Path(__file__).parents[1]
# what reading and mining look up
_RULES = (
    "topics.tsv",
    "moves.tsv",
    "move_words.tsv",
    "formulations.tsv",
    "ordinary.txt",
    "name_words.tsv",
    "gazetteer.tsv.gz",
)


@dataclass(frozen=True, slots=True)
class MineSummary:
    """What mining found."""

    reports: int
    chars: int
    phrases: int
    clauses: int
    frames: int
    headings: int
    skipped: tuple[tuple[str, str], ...]  # reports left out: path, and the path of the one it equals


@dataclass(slots=True)
class _Work:
    """What the stages have found so far; each fills in its own."""

    documents: tuple[Document, ...]
    corpus: Corpus = field(init=False)
    sections: tuple[tuple[Placed, ...], ...] = ()
    ground: Ground = field(init=False)
    clauses: tuple[Clause, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    frames: tuple[Frame, ...] = ()
    headings: tuple[Heading, ...] = ()
    initials: Mapping[str, str] = field(default_factory=dict)
    postings: Mapping[str, bytes] = field(default_factory=dict)


def _cut(work: _Work) -> None:
    work.corpus = join(work.documents)


def _place(work: _Work) -> None:
    work.sections = tuple(map(placed_sections, work.documents))


def _judge(work: _Work) -> None:
    kinds = wordclass.kinds(work.corpus.vocabulary)
    clauses = cut_clauses(work.corpus, work.sections)
    work.ground = Ground(work.corpus, kinds, purity.blemishes(work.corpus, kinds), clauses)


def _gather(work: _Work) -> None:
    clauses = work.ground.clauses
    localities = cores.localities(work.corpus, work.ground.kinds, clauses)
    work.clauses = gather(work.corpus, clauses, work.ground.pure(clauses.starts, clauses.ends), localities)


def _find_phrases(work: _Work) -> None:
    work.phrases = mine_phrases(work.ground)
    work.initials = initials_of(character for phrase in work.phrases for character in phrase.text)


def _find_frames(work: _Work) -> None:
    work.frames = mine_frames(work.ground)


def _find_headings(work: _Work) -> None:
    work.headings = mine_headings(work.ground, work.sections)


def _index(work: _Work) -> None:
    texts = [IndexedText(document.source, document.text, document.offsets) for document in work.documents]
    work.postings = postings.to_blobs(postings.build_index(texts))


STAGES: tuple[tuple[str, float, Callable[[_Work], None]], ...] = (  # share of the time, measured on 10 MB
    ("分词", 0.45, _cut),
    ("划分板块", 0.01, _place),
    ("切分句子", 0.18, _judge),
    ("整理分句", 0.07, _gather),
    ("提取短语", 0.15, _find_phrases),
    ("提取句式", 0.06, _find_frames),
    ("整理标题", 0.01, _find_headings),
    ("建查重索引", 0.03, _index),
)


def mine(
    documents: Sequence[Document],
    library: Path,
    progress: Progress | None = None,
    *,
    hashes: Mapping[str, str] | None = None,
) -> MineSummary:
    """Mine reports into the library file, which is replaced only when all is done.

    The same reports in the same order give the same library. `hashes` are those of the files, by path, for `unchanged`
    to compare. Raise WriteError when the file cannot be written.
    """
    kept, skipped = _without_repeats(documents)
    work, done = _Work(kept), 0.0
    with _without_collecting():
        for name, share, stage in STAGES:
            _tell(progress, name, done)
            stage(work)
            done += share
        _tell(progress, "写入语料库", done)
        write_library(_contents(work, hashes or {}), library)
    _tell(progress, "完成", 1.0)
    counts = (len(work.phrases), len(work.clauses), len(work.frames), len(work.headings))
    return MineSummary(len(kept), sum(len(document.text) for document in kept), *counts, skipped)


def unchanged(library: Path, hashes: Mapping[str, str]) -> bool:
    """Tell whether the library was mined from just these files (path -> SHA-256), by this drafter."""
    try:
        with open_library(library) as store:
            files, notes = store.origin()
    except LibraryError:
        return False
    return files == hashes and notes.get("maker") == _maker()


def _without_repeats(documents: Sequence[Document]) -> tuple[tuple[Document, ...], tuple[tuple[str, str], ...]]:
    """Return the reports without those whose text stands in an earlier one, and these with the path of that one."""
    first: dict[str, Document] = {}
    skipped: list[tuple[str, str]] = []
    for document in documents:
        known = first.setdefault(document.text, document)
        if known is not document:
            skipped.append((document.source.path, known.source.path))
    return tuple(first.values()), tuple(skipped)


def _contents(work: _Work, hashes: Mapping[str, str]) -> Contents:
    return Contents(
        hashes,
        {"maker": _maker()},
        work.documents,
        work.sections,
        work.phrases,
        work.clauses,
        work.frames,
        work.headings,
        work.initials,
        work.postings,
    )


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Hold Python's garbage collector still: it would walk millions of live strings again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _maker() -> str:
    """Return what tells one way of mining from another: version, rules, and the code that reads and mines."""
    code = sorted(path for room in ("ingest", "library", "text") for path in _PACKAGE.joinpath(room).glob("*.py"))
    content = b"".join(path.read_bytes() for path in (*map(data, _RULES), *code))
    return f"{__version__} {zlib.crc32(content):08x}"


def _tell(progress: Progress | None, stage: str, done: float) -> None:
    if progress:
        progress(stage, done)
