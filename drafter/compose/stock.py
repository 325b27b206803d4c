"""The stock of clauses a draft may draw on: its own table, and common clauses of the library. Each is used once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from drafter.compose.choice import Choice
from drafter.compose.tables import rows, several
from drafter.model import Clause, Library, Piece

LOCALITIES = 5  # from so many localities on a clause claims only what any town does (the check's boilerplate line)
SHORTEST, LONGEST = 7, 24  # characters of a library clause; beyond them it is a fragment or says something particular
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
    needs: tuple[str, ...]  # one of them must stand in the point; empty: fits any point of the topic
    text: str


@dataclass(frozen=True, slots=True)
class Stock:
    """What may still be used; `used` and `spent` grow as clauses are taken."""

    choice: Choice
    library: Library | None = None
    budget: float = 0.0  # characters of library text that may go in
    used: set[str] = field(default_factory=set)  # texts that stand in the draft
    spent: list[int] = field(default_factory=list)  # lengths of the library texts among them

    def without_library(self) -> Stock:
        """Return the stock with nothing but the composer's own table."""
        return replace(self, library=None)

    def clause(self, place: str, topic: str, point: str, lead: str) -> Piece | None:
        """Return an unused clause for `place` in a point of `topic` that reads `point`, or None.

        It does not say again what the `lead` says.
        """
        found = self._from_library(place, topic, point, lead) or self._ready(place, topic, point, lead)
        return self.take(found) if found else None

    def take(self, piece: Piece) -> Piece:
        """Note a piece as used, and charge it when it comes from the library."""
        self.used.add(piece.text)
        if piece.kind == "library":
            self.spent.append(len(piece.text))
        return piece

    def affords(self, text: str) -> bool:
        """Tell whether library text is unused and within the budget."""
        return text not in self.used and sum(self.spent) + len(text) <= self.budget

    def _ready(self, place: str, topic: str, point: str, lead: str) -> Piece | None:
        """Prefer a clause that names what the point is about to one of the topic at large."""
        rows = [ready for ready in _table() if (ready.place, ready.topic) == (place, topic)]
        free = [ready for ready in rows if ready.text not in self.used and not echoes(ready.text, lead)]
        named = [ready.text for ready in free if any(word in point for word in ready.needs)]
        texts = named or [ready.text for ready in free if not ready.needs]
        return Piece(self.choice.other_than_last("clause", texts), "template", f"自带分句：{topic}") if texts else None

    def _from_library(self, place: str, topic: str, point: str, lead: str) -> Piece | None:
        fitting = (clause for clause in self._candidates(place, topic) if self._fits(clause, point))
        clauses = {clause.text: clause for clause in fitting if not echoes(clause.text, lead)}
        if not clauses:
            return None
        clause = clauses[self.choice.other_than_last("clause", list(clauses))]
        return Piece(clause.text, "library", f"分句：{clause.localities}地通用", clause.sources[0])

    def _candidates(self, place: str, topic: str) -> Iterator[Clause]:
        if self.library and topic:
            for move in _MOVES[place]:
                yield from self.library.clauses(move=move, topic=topic)

    def _fits(self, clause: Clause, point: str) -> bool:
        """Tell whether the clause is anyone's, stands by itself, and is about what the point is about."""
        common = clause.pure and clause.localities >= LOCALITIES and SHORTEST <= len(clause.text) <= LONGEST
        alone = not any(words.search(clause.text) for words in (_LEANING, _LEVELS, _TIMES))
        return common and alone and self.affords(clause.text) and shares_word(clause.text, point)


def shares_word(text: str, other: str) -> bool:
    """Tell whether two consecutive characters of `text` that are not everybody's stand in `other` too."""
    pairs = {text[i : i + 2] for i in range(len(text) - 1)} - _EVERYBODYS
    return any(pair in other for pair in pairs)


def echoes(text: str, lead: str) -> bool:
    """Tell whether `text` begins as `lead` does or shares ECHO consecutive characters with it."""
    runs = {text[i : i + ECHO] for i in range(len(text) - ECHO + 1)}
    return text[:2] == lead[:2] or any(run in lead for run in runs)


_EVERYBODYS = frozenset(
    {
        "工作",
        "建设",
        "发展",
        "推进",
        "加强",
        "全面",
        "持续",
        "深入",
        "落实",
        "提升",
        "服务",
        "管理",
        "保障",
        "开展",
        "实施",
    }
    | {"进一", "一步", "扎实", "有效", "重点", "项目", "完善", "推动", "群众"}
)


@cache
def _table() -> tuple[Ready, ...]:
    return tuple(Ready(topic, place, several(needs), text) for topic, place, needs, text in rows("clauses.tsv"))
