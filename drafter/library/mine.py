"""Mine reports into a library: a list of stages, each adding what it finds."""

from __future__ import annotations

import gc
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

import numpy as np

from drafter import __version__
from drafter.errors import LibraryError
from drafter.library import postings
from drafter.library.amending import GONE
from drafter.library.corpus import Corpus, Ints, families_of, join
from drafter.library.digest import Digest
from drafter.library.frames import mine_frames
from drafter.library.gathering import gather_clauses, gather_headings
from drafter.library.ground import Ground, lay_out
from drafter.library.phrases import mine_phrases
from drafter.library.store import Store, open_library
from drafter.library.syllables import readings_of
from drafter.library.writing import NewLibrary, new_library
from drafter.model import IndexedText, NormText, OffsetMap, Progress

_PACKAGE = Path(__file__).parents[1]
_ROOMS = ("ingest", "library", "model", "text")  # whose code decides what a library holds …
_DICTIONARIES = ("jieba", "opencc", "pypinyin")  # … and so do the words these know


@dataclass(frozen=True, slots=True)
class MineSummary:
    """What mining found."""

    reports: int
    chars: int
    phrases: int
    clauses: int
    frames: int
    headings: int
    repeats: tuple[tuple[str, str], ...]  # reports left out: path, and the path of the one it equals
    families: tuple[tuple[str, str], ...]  # reports that count as one with another: path, and the path of that one
    reprints: tuple[tuple[str, str, int], ...]  # path, path of a report that had passages of it first, how many


@dataclass(slots=True)
class _Work:
    """What the stages work on; what they find goes into the new library at once, and only its number stays."""

    digests: tuple[Digest, ...]
    families: Ints  # see corpus
    library: NewLibrary
    old: Path  # the library that is to be replaced, if there is one
    corpus: Corpus = field(init=False)
    ground: Ground = field(init=False)
    found: dict[str, int] = field(default_factory=dict)  # phrases, clauses … -> how many


def _keep(work: _Work) -> None:
    work.library.add_reports(work.digests)


def _index(work: _Work) -> None:
    unmapped = OffsetMap(array("i"), array("i"))  # the store has the maps
    texts = [IndexedText(digest.source, NormText(digest.text), unmapped, digest.names) for digest in work.digests]
    build = partial(postings.build_index, texts, lambda report: work.digests[report].edges, work.families)
    index = None
    with suppress(LibraryError), open_library(work.old) as store:
        index = build(held) if (held := _held(store, work.digests)) else None
    work.library.add("postings", postings.to_blobs(build() if index is None else index))


def _join(work: _Work) -> None:
    work.corpus = join(work.digests, work.families)


def _judge(work: _Work) -> None:
    work.ground = lay_out(work.corpus)


def _find_phrases(work: _Work) -> None:
    phrases = mine_phrases(work.ground)
    characters = set().union(*(phrase.text for phrase in phrases))
    work.library.add("initials", readings_of(characters, _syllables(work.old)).items())
    work.found["phrases"] = work.library.add_phrases(phrases)


def _gather(work: _Work) -> None:
    work.found["clauses"] = work.library.add_clauses(gather_clauses(work.ground))


def _find_frames(work: _Work) -> None:
    work.found["frames"] = work.library.add_frames(mine_frames(work.ground))


def _find_headings(work: _Work) -> None:
    work.found["headings"] = work.library.add_headings(gather_headings(work.ground))


STAGES: tuple[tuple[str, float, Callable[[_Work], None]], ...] = (  # share of the time, measured on 10 MB
    ("存入报告", 0.02, _keep),
    ("建查重索引", 0.21, _index),
    ("拼合语料", 0.02, _join),
    ("辨认专名", 0.01, _judge),
    ("提取短语", 0.4, _find_phrases),
    ("整理分句", 0.19, _gather),
    ("提取句式", 0.12, _find_frames),
    ("整理标题", 0.03, _find_headings),
)


def mine(
    digests: Sequence[Digest],
    library: Path,
    progress: Progress | None = None,
    *,
    hashes: Mapping[str, str] | None = None,
) -> MineSummary:
    """Mine reports into the library file, which is replaced only when all is done.

    The same reports in the same order give the same library. `hashes` are those of the files, by path, for `unchanged`
    to compare. Raise WriteError when the file cannot be written.
    """
    kept, repeats = _without_repeats(digests)
    done = 0.0
    with _without_collecting(), new_library(library, [digest.source.path for digest in kept]) as target:
        work = _Work(kept, families_of(kept), target, library)
        for name, share, stage in STAGES:
            _tell(progress, name, done)
            stage(work)
            done += share
        families, reprints = _families(work.corpus), _reprints(work.corpus)
        target.add("files", (hashes or {}).items())
        target.add("notes", _notes(work.ground).items())
        target.add("repeats", repeats)
        target.add("families", families)
        target.add("reprints", reprints)
    _tell(progress, "完成", 1.0)
    chars = sum(len(digest.text) for digest in kept)
    return MineSummary(len(kept), chars, **work.found, repeats=repeats, families=families, reprints=reprints)


def unchanged(library: Path, hashes: Mapping[str, str]) -> bool:
    """Tell whether the library was mined from just these files (path -> SHA-256), by this drafter."""
    try:
        with open_library(library) as store:
            files, notes = store.origin()
    except LibraryError:
        return False
    return files == hashes and notes.get("maker") == maker()


def _syllables(library: Path) -> Mapping[str, str]:
    """Return the syllables of characters that a library of this drafter holds; none when it cannot be read."""
    try:
        with open_library(library) as store:
            return store.syllables() if store.origin()[1].get("maker") == maker() else {}
    except LibraryError:
        return {}


def _held(store: Store, digests: Sequence[Digest]) -> postings.Held | None:
    """Return the index of a library if it is this drafter's and has most of its reports from `digests`, in order."""
    if store.origin()[1].get("maker") != maker():
        return None
    number = {digest.text: number for number, digest in enumerate(digests)}
    numbers = np.array([number.get(text, GONE) for text in store.texts()], np.int32)
    stay = numbers[numbers != GONE]
    most = 2 * len(stay) > len(numbers) and bool((np.diff(stay) > 0).all())
    return postings.Held(store.blob, numbers) if most else None


def _without_repeats(digests: Sequence[Digest]) -> tuple[tuple[Digest, ...], tuple[tuple[str, str], ...]]:
    """Return the reports without those whose text stands in an earlier one, and these with the path of that one."""
    first: dict[str, Digest] = {}
    skipped: list[tuple[str, str]] = []
    for digest in digests:
        known = first.setdefault(digest.text, digest)
        if known is not digest:
            skipped.append((digest.source.path, known.source.path))
    return tuple(first.values()), tuple(skipped)


def _families(corpus: Corpus) -> tuple[tuple[str, str], ...]:
    """Return the reports that nearly duplicate another, each with the path of that one."""
    paths, families = _paths(corpus), corpus.families.tolist()
    return tuple((paths[number], paths[first]) for number, first in enumerate(families) if number != first)


def _reprints(corpus: Corpus) -> tuple[tuple[str, str, int], ...]:
    """Return which report reprints how many passages of which other one, those of one family left out."""
    paths, families = _paths(corpus), corpus.families
    return tuple((paths[a], paths[b], count) for a, b, count in corpus.reprints if families[a] != families[b])


def _paths(corpus: Corpus) -> list[str]:
    return [digest.source.path for digest in corpus.digests]


def _notes(ground: Ground) -> Mapping[str, str]:
    """Return how the library was made, and how many characters stand in clauses."""
    return {"maker": maker(), "clause_chars": str(int((ground.clauses.ends - ground.clauses.starts).sum()))}


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


@cache
def maker() -> str:
    """Return what tells one way of mining from another: versions, tables, and the code that reads and mines."""
    code = (path for room in _ROOMS for path in _PACKAGE.joinpath(room).glob("*.py"))
    content = b"".join(path.read_bytes() for path in (*sorted(code), *sorted(_PACKAGE.joinpath("data").iterdir())))
    return " ".join((__version__, *map(version, _DICTIONARIES), f"{zlib.crc32(content):08x}"))


def _tell(progress: Progress | None, stage: str, done: float) -> None:
    if progress:
        progress(stage, done)
