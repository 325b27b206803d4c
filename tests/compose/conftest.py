"""What the composer's tests share: outlines as text, a small hand-made library, and composing in one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent

import pytest

from drafter.compose.compose import compose
from drafter.compose.outline import Outline, parse_outline
from drafter.config import shipped
from drafter.model import Clause, Companion, Frame, Heading, Kind, Move, Phrase, Report, Skeleton

HEAD = """\
报告类型: 半年报告
期间: 2024年上半年
单位: {名称: 云岫镇, 县: 云岭县}
"""


@dataclass(frozen=True)
class Shelf:
    """A library held in memory."""

    all_clauses: tuple[Clause, ...] = ()
    all_headings: tuple[Heading, ...] = ()
    all_frames: tuple[Frame, ...] = ()
    runs: frozenset[str] = field(default_factory=frozenset)
    all_skeletons: tuple[Skeleton, ...] = ()
    all_moves: tuple[tuple[str, ...], ...] = ()
    all_paragraphs: tuple[str, ...] = ()
    company: tuple[tuple[str, Clause], ...] = ()  # words with the clauses that stand by them

    def phrases(self, query: str = "", **_: object) -> Sequence[Phrase]:  # noqa: ARG002
        """Return no phrases: composing asks for none."""
        return ()

    def clauses(self, *, move: str, topic: str = "", **_: object) -> Sequence[Clause]:
        """Return the clauses of a move and topic."""
        return [clause for clause in self.all_clauses if (clause.move, clause.topic) == (move, topic)]

    def headings(self, *, level: int, topic: str = "", **_: object) -> Sequence[Heading]:
        """Return the headings of a level and topic."""
        return [heading for heading in self.all_headings if (heading.level, heading.topic) == (level, topic)]

    def frames(self, indicator: str, **_: object) -> Sequence[Frame]:
        """Return the frames of an indicator."""
        return [frame for frame in self.all_frames if frame.indicator in {indicator, ""}]

    def skeleton(self, topic: str, *, kind: Kind | None = None, chapter: str = "review") -> Skeleton | None:
        """Return the skeleton of a topic, kind and chapter."""
        found = (each for each in self.all_skeletons if (each.topic, each.kind, each.chapter) == (topic, kind, chapter))
        return next(found, None)

    def companions(self, words: Sequence[str], *, topic: str) -> Sequence[Companion]:
        """Return the clauses given for one of some words, in their order."""
        return [Companion(each, word, 1.0) for word, each in self.company if word in words and each.topic == topic]

    def moves(self, topic: str = "", **_: object) -> Sequence[tuple[str, ...]]:  # noqa: ARG002
        """Return the moves given, whatever the topic."""
        return self.all_moves

    def paragraphs(self, text: str) -> Sequence[str]:
        """Return the paragraphs given in which `text` stands."""
        return [paragraph for paragraph in self.all_paragraphs if text in paragraph]

    def fragments(self, length: int) -> frozenset[str]:  # noqa: ARG002
        """Return the runs given, whatever the length."""
        return self.runs


def clause(text: str, move: Move = "举措", topic: str = "农业", localities: int = 6, *, pure: bool = True) -> Clause:
    """Return a clause as the library would."""
    return Clause(text, move, topic, localities, ("corpus/甲.txt", "corpus/乙.txt"), pure)


@pytest.fixture
def shelf() -> type[Shelf]:
    """Return the class of libraries held in memory."""
    return Shelf


@pytest.fixture
def common_clause() -> Callable[..., Clause]:
    """Return the maker of library clauses."""
    return clause


@pytest.fixture
def outline() -> Callable[[str], Outline]:
    """Return the reader of outlines: a head is put before the text unless it has its own."""
    return lambda text: parse_outline(dedent(text) if "报告类型" in text or "kind" in text else HEAD + dedent(text))


@pytest.fixture
def draft(outline: Callable[[str], Outline]) -> Callable[..., Report]:
    """Return a function that composes an outline given as text."""

    def composed(text: str, *, library: Shelf | None = None, seed: int = 0, folder: Path | None = None) -> Report:
        folders = [folder] * bool(folder) + [shipped("templates")]
        return compose(outline(text), library=library, template_folders=folders, seed=seed)

    return composed


@pytest.fixture
def text_of() -> Callable[[Report], str]:
    """Return what a report prints, a paragraph a line, tables left out."""
    return lambda report: "\n".join(paragraph.text for paragraph in report.paragraphs())
