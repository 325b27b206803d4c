"""What the library offers for the cell under the cursor: headings of the topic, or clauses and wordings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath

from drafter import app
from drafter.cli.session.completer import short_name
from drafter.cli.session.whereabouts import whereabouts
from drafter.cli.session.window.frames import frames_for
from drafter.cli.session.window.view import View
from drafter.model import Library
from drafter.text import topics

MOST, MOST_CLAUSES = 40, 24
_LEVELS = {"标题": 2, "小标题": 0}  # label of a field -> level of the library's headings
_CLOSED: Mapping[str, Callable[[], Sequence[str]]] = {  # fields that hold one of a few words
    "主题": lambda: [topic.name for topic in topics.topics()],
    "报告类型": app.kinds,
}
_RUN = re.compile(r"[^\W_]+\Z")


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to take over."""

    text: str
    origin: str  # where it comes from, in a few words
    whole: bool  # takes the place of all the cell holds
    instead: str = ""  # what it takes the place of, of what stands before the cursor


def hints(view: View, library: Library | None, typed: str) -> list[Hint]:
    """Return what fits the cell, best first; `typed` is what stands before the cursor."""
    cell = view.cell
    if library is None or cell is None or cell.fact or view.in_table:
        return []
    topic = topic_of(view)
    label = cell.label.rpartition("·")[2]
    level = _LEVELS.get(label)
    found: Iterator[Hint]
    if label in _CLOSED:
        found = (Hint(name, "可以写的", whole=True) for name in _CLOSED[label]())
    elif level is not None:
        found = _headings(library, level, topic, cell.value)
    else:
        here = whereabouts(view.desk, cell.place)
        word = _word(typed)
        found = chain(
            _frames(library, typed), _clauses(library, here.move, topic, word), _phrases(library, topic, word)
        )
    return [hint for hint, _ in zip(found, range(MOST), strict=False)]


def topic_of(view: View) -> str:
    """Return the topic of the point the cursor is in, or of its part."""
    cell, part = view.cell, view.here
    group = [field for field in part.fields if cell and field.group == cell.group]
    for fields in (group, part.fields):
        named = {field.label: field.value for field in fields}
        if topic := topics.canonical(named.get("主题", "")) or topics.topic_of(named.get("小标题", "")):
            return topic
    return topics.topic_of(part.title)


def _headings(library: Library, level: int, topic: str, present: str) -> Iterator[Hint]:
    """Yield headings of the topic, those in the shape of the present one first."""
    found = [each for each in library.headings(level=level, topic=topic) if each.pure and each.text != present]
    found.sort(key=lambda each: len(each.text) != len(present))
    for each in found:
        yield Hint(each.text, PurePosixPath(each.source).stem, whole=True)


def _frames(library: Library, typed: str) -> Iterator[Hint]:
    for text, instead, origin in frames_for(library, typed):
        yield Hint(text, origin, whole=False, instead=instead)


def _word(typed: str) -> str:
    """Return the end of what is typed, "" behind a mark."""
    run = _RUN.search(typed)
    return run.group()[-4:] if run else ""


def _clauses(library: Library, move: str, topic: str, word: str) -> Iterator[Hint]:
    """Yield clauses that do what is due here, those on a matter first: 我们也清醒地认识到 names no problem."""
    pure = [each for each in library.clauses(move=move, topic=topic) if each.pure]
    endings = [word[-length:] for length in (4, 3, 2)] if word else [""]
    found = next((fit for end in endings if (fit := [each for each in pure if end in each.text])), [])
    sources = library.sources() if found else {}
    for clause in sorted(found, key=lambda each: not each.topic)[:MOST_CLAUSES]:
        known = sources.get(clause.sources[0]) if clause.localities == 1 and clause.sources else None
        yield Hint(clause.text, short_name(known) if known else f"{clause.localities} 个地方写过", whole=False)


def _phrases(library: Library, topic: str, word: str) -> Iterator[Hint]:
    found = library.phrases(word, topic=topic, limit=MOST) or library.phrases("", topic=topic, limit=MOST)
    for phrase in found:
        yield Hint(phrase.text, f"{phrase.doc_count} 篇", whole=False)
