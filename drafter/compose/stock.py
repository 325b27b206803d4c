"""The stock of clauses a draft may draw on: its own table, and common clauses of the library. Each is used once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from drafter.compose.choice import Choice
from drafter.compose.fitting import names_nothing_new
from drafter.compose.tables import rows
from drafter.model import Clause, Library, Piece

LOCALITIES = 5  # from so many localities on a clause claims only what any town does (the check's boilerplate line)
SHORTEST, LONGEST = 7, 24  # characters of a library clause; beyond them it is a fragment or says something particular
AGAIN = 7  # characters; 落实安全生产责任制 after 严格落实安全生产责任制 is the same clause
ECHO = 4  # characters; 基础设施 in a lead and again in its first clause is heard as a slip
OPENING, EFFECT, START, AIM = "开头", "成效", "打算", "目标"
_MOVES = {OPENING: ("举措",), EFFECT: ("成效",), START: ("打算", "举措"), AIM: ("打算",)}

# A clause that leans on what stood before it, or names a level of office or a time, does not fit just anywhere.
_LEANING = re.compile("^[并同其以从进使等为是了的把将现均已这该我各由在]|[了的和与及]$")
_LEVELS = re.compile("[镇县省]|全[乡市区]|我[乡市区们]|街道|市委|市政府|区委|区政府|乡党委")
_TIMES = re.compile("[今明去全本][年季月]|半年|季度|年[初底内]|目前|以来|下一步|接下来")


class Ready(NamedTuple):
    """A clause of the composer's own table."""

    topic: str
    place: str  # OPENING, EFFECT, START or AIM
    needs: re.Pattern[str] | None  # must stand in the point; None: fits any point of the topic
    text: str


@dataclass(frozen=True, slots=True)
class Stock:
    """What may still be used; `used` and `spent` grow as clauses are taken."""

    choice: Choice
    library: Library | None = None
    budget: float = 0.0  # characters of library text that may go in
    base: str = "上年同期"  # what figures are compared with: 上年 in a report on a whole year
    used: set[str] = field(default_factory=set)  # texts that stand in the draft
    spent: list[int] = field(default_factory=list)  # lengths of the library texts among them

    def without_library(self) -> Stock:
        """Return the stock with nothing but the composer's own table."""
        return replace(self, library=None)

    def clause(self, place: str, topic: str, beside: str, *, about: Sequence[str], titles: str) -> Piece | None:
        """Return an unused clause for `place` in a point of `topic`, or None.

        It speaks of the first of `about` that any clause fits, and says again neither what stands `beside` it nor what
        the `titles` above it say.
        """

        def says_more(text: str) -> bool:
            return not echoes(text, beside, titles)

        clauses = {
            piece.text: piece
            for piece in self._from_library(place, topic, beside + titles, says_more)
            or self._ready(place, topic, about, says_more)
        }
        return self.take(clauses[self.choice.other_than_last("clause", list(clauses))]) if clauses else None

    def take(self, piece: Piece) -> Piece:
        """Note a piece as used, and charge it when it comes from the library."""
        self.used.add(piece.text)
        if piece.kind == "library":
            self.spent.append(len(piece.text))
        return piece

    def affords(self, text: str) -> bool:
        """Tell whether library text is new to the draft and within the budget."""
        return self.is_new(text) and sum(self.spent) + len(text) <= self.budget

    def is_new(self, text: str) -> bool:
        """Tell whether nothing that was used says nearly the same."""
        return not _holds_run("\n".join(map(_bare, self.used)), _bare(text), AGAIN)

    def _ready(self, place: str, topic: str, about: Sequence[str], says_more: Callable[[str], bool]) -> Sequence[Piece]:
        """Prefer clauses that name what the point is about to those of the topic at large."""
        rows = [ready for ready in _table() if (ready.place, ready.topic) == (place, topic)]
        free = [ready for ready in rows if self.is_new(ready.text) and says_more(ready.text)]
        named = ([ready for ready in free if ready.needs and ready.needs.search(text)] for text in about)
        fitting = next(filter(None, named), [ready for ready in free if not ready.needs])
        return [Piece(ready.text, "template", f"自带分句：{topic}") for ready in fitting]

    def _from_library(self, place: str, topic: str, point: str, says_more: Callable[[str], bool]) -> Sequence[Piece]:
        if self.library is None or not topic:
            return ()
        clauses = (clause for move in _MOVES[place] for clause in self.library.clauses(move=move, topic=topic))
        return [
            Piece(clause.text, "library", f"分句：{clause.localities}地通用", clause.sources[0])
            for clause in clauses
            if says_more(clause.text) and self._fits(clause, point + topic)
        ]

    def _fits(self, clause: Clause, known: str) -> bool:
        """Tell whether the clause is anyone's, stands by itself, and names nothing that is not `known`."""
        common = clause.pure and clause.localities >= LOCALITIES and SHORTEST <= len(clause.text) <= LONGEST
        alone = not any(words.search(clause.text) for words in (_LEANING, _LEVELS, _TIMES))
        return common and alone and self.affords(clause.text) and names_nothing_new(clause.text, known)


def echoes(text: str, near: str, titles: str) -> bool:
    """Tell whether `text` says again what the sentence beside it or the heading or lead above it says."""
    begins_alike = any(text[:2] == title[:2] for title in titles.split("，"))
    return begins_alike or shares_run(text, titles, ECHO) or shares_run(text, near, ECHO + 1)


def shares_run(text: str, other: str, length: int) -> bool:
    """Tell whether `length` characters of `text` running stand in `other`, marks left out; all of a shorter text."""
    return _holds_run(_bare(other), _bare(text), length)


def _holds_run(other: str, text: str, length: int) -> bool:
    return any(text[i : i + length] in other for i in range(max(1, len(text) - length + 1)))


@cache
def _bare(text: str) -> str:
    """Return `text` without marks."""
    return "".join(filter(str.isalnum, text))


@cache
def _table() -> tuple[Ready, ...]:
    return tuple(
        Ready(topic, place, re.compile(needs) if needs else None, text)
        for topic, place, needs, text in rows("clauses.tsv")
    )
