"""The stock of clauses a draft may draw on: its own table, and common clauses of the library. Each is used once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from typing import NamedTuple

from drafter.compose import eras
from drafter.compose.choice import Choice
from drafter.compose.fitting import claims, is_a_duty, names_nothing_new, telling_words
from drafter.compose.matters import Matter, matter_of, named, speaks_of
from drafter.compose.sequences import Sequences
from drafter.compose.verbs import is_doing
from drafter.config import several, table
from drafter.model import Clause, Library, Piece

LOCALITIES = 5  # from so many localities on a clause claims only what any town does (the check's boilerplate line)
SHORTEST, LONGEST = 7, 24  # characters of a library clause; beyond them it is a fragment or says something particular
AGAIN = 7  # characters; 落实安全生产责任制 after 严格落实安全生产责任制 is the same clause
ECHO = 4  # characters; 基础设施 in a lead and again in its first clause is heard as a slip
PAIRS = 3  # 巩固拓展脱贫攻坚成果 under 脱贫成果持续巩固 says it all again
ENDING = 4  # characters; …进一步提升 at the end of two clauses running is heard, too
OPENING, EFFECT, START, AIM = "开头", "成效", "打算", "目标"
CLOSEST = 3  # clauses that keep the closest company, of which one is taken
_COMPANY_MOVES = {
    OPENING: ("举措", "依据", "打算"),  # what is done is told in the words of what is to be done
    EFFECT: ("成效",),
    START: ("打算", "举措", "依据"),
    AIM: ("打算", "成效"),
}
_BUILDS = {  # how clauses of each place begin
    OPENING: re.compile("(?!力争|确保|努力|让|争取|保持)"),
    EFFECT: re.compile(""),
    START: re.compile("(?!力争|确保|让|保持)"),
    AIM: re.compile("不断|切实|确保|努力|保持|促进|推动|让|维护|增进"),
}
MOVES = {OPENING: ("举措",), EFFECT: ("成效",), START: ("打算", "举措"), AIM: ("打算",)}

# A clause that leans on what stood before it, or names a level of office or a time, does not fit just anywhere.
_LEANING = re.compile("^[并同其以从进使等为是了的把将现均已这该我各由在]|[了的和与及]$|的.{2}$")
_LEVELS = re.compile("[镇县省]|体制|政策体系|全[乡市区]|我[乡市区们]|街道|市委|市政府|区委|区政府|乡党委")
_RURAL = re.compile("[村农]|乡(?!贤|情)")  # what a 街道 without villages does not speak of
_MARKS = re.compile("[，；。]")
_WAYS = re.compile("更|越|不断|进一步|持续|有效|稳步|明显|得到|普遍|稳中|总体|逐步|保持")
_TIMES = re.compile("[今明去全本][年季月]|半年|季度|年[初底内]|目前|以来|下一步|接下来")


class Ready(NamedTuple):
    """A clause of the composer's own table."""

    topic: str
    place: str  # OPENING, EFFECT, START or AIM
    matters: tuple[str, ...]  # what it may stand beside; none: anything of the topic
    text: str


@dataclass(frozen=True, slots=True)
class Stock:
    """What may still be used; `used` and `spent` grow as clauses are taken."""

    choice: Choice
    library: Library | None = None
    budget: float = 0.0  # characters of library text that may go in
    base: str = "上年同期"  # what figures are compared with: 上年 in a report on a whole year
    span: str = "上半年"  # the time that is reported on: 全年, 前三季度
    day: datetime.date = datetime.date.max  # of which slogans must be in force
    names: tuple[str, ...] = ()  # of the locality: 桃林 speaks of no trees
    urban: bool = False  # the locality is a 街道
    sequences: Sequences = field(default_factory=Sequences)  # how paragraphs are laid out
    falling: frozenset[str] = frozenset()  # topics of which the headline figures tell bad news: no effect is claimed
    offers: dict[str, list[Piece]] = field(default_factory=dict)  # what each 起句 and 收句 was chosen from, by its path
    used: set[str] = field(default_factory=set)  # texts that stand in the draft
    spent: list[int] = field(default_factory=list)  # lengths of the library texts among them

    def without_library(self) -> Stock:
        """Return the stock with nothing but the composer's own table."""
        return replace(self, library=None)

    def matter(self, text: str, topic: str) -> Matter:
        """Return what `text` in a point of `topic` is about, names of the locality left out."""
        for name in self.names:
            text = text.replace(name, "")
        return matter_of(text, topic)

    def clause(self, place: str, topic: str, beside: str, *, about: Sequence[str], titles: str) -> Piece | None:
        """Return an unused clause for `place` in a point of `topic`, or None.

        It speaks of the matter of the first of `about`, of the topic at large where that names none, and says again
        neither what stands `beside` it nor what the `titles` above it say.
        """
        matters = [self.matter(text, topic) for text in about] or [Matter(topic, "", sure=False)]
        named = (matter for matter in matters[1:] if matter.name and matter.topic == topic)
        first = matters[0] if matters[0].name or matters[0].sure else next(named, matters[0])
        return self.clause_on(first, place, beside, titles=titles)

    def clause_on(
        self,
        matter: Matter,
        place: str,
        beside: str,
        *,
        titles: str,
        known: str | None = None,
        at_large: bool = True,
        offered: str = "",
    ) -> Piece | None:
        """Return the same on a given matter; of the topic at large only if `at_large`.

        A clause of the library names nothing but what is `known`: what the writer says beside it. What there was to
        choose from is noted under the outline path `offered`.
        """
        if (place == EFFECT and matter.topic in self.falling) or not (matter.name or at_large):
            return None

        def says_more(text: str) -> bool:
            return self._says_more(text, matter.topic, beside, titles)

        known = beside if known is None else known
        found = self._from_library(place, matter, known, says_more) or self._ready(place, matter, says_more)
        if at_large and not found and not any(matter.name in ready.matters for ready in _table_of(place, matter)):
            known += titles + matter.topic
            found = self._from_library(place, matter, known, says_more) if place in {OPENING, START} else ()
            found = found or self._ready(place, matter._replace(name=""), says_more)
        if offered:
            self.offers[offered] = list(found)
        return self.take(self._varied(found, place)) if found else None

    def _varied(self, found: Sequence[Piece], place: str) -> Piece:
        """Return one of some clauses: an effect in the way that was heard least so far, no ending twice running."""
        if place == EFFECT:
            ways = {piece: _way_of(piece.text) for piece in found}
            rarest = self.choice.rarest("way", sorted(set(ways.values())))
            found = [piece for piece in found if ways[piece] == rarest]
        last = self.choice.last("clause")[-ENDING:]
        clauses = {piece.text: piece for piece in found if piece.text[-ENDING:] != last}
        clauses = clauses or {piece.text: piece for piece in found}
        return clauses[self.choice.other_than_last("clause", list(clauses))]

    def ready_at_large(self, place: str, topic: str, beside: str, titles: str) -> Sequence[Piece]:
        """Return our own clauses on a topic at large that say again neither what stands `beside` nor `titles`."""
        matter = Matter(topic, "", sure=False)
        return self._ready(place, matter, lambda text: self._says_more(text, topic, beside, titles))

    def _says_more(self, text: str, topic: str, beside: str, titles: str) -> bool:
        rural = self.urban and _RURAL.search(text) and not _RURAL.search(beside + titles)
        return not rural and not echoes(text, beside, titles, topic)

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

    def _ready(self, place: str, matter: Matter, says_more: Callable[[str], bool]) -> Sequence[Piece]:
        """Return our own clauses on the matter; on the topic at large when it has no name."""
        rows = [ready.text for ready in _table_of(place, matter) if _is_on(ready, matter.name)]
        free = [text for text in rows if self.is_new(text) and says_more(text)]
        return [Piece(text, "template", f"自带分句：{matter.topic}") for text in free]

    def _from_library(
        self, place: str, matter: Matter, known: str, says_more: Callable[[str], bool]
    ) -> Sequence[Piece]:
        """Return the library's clauses that keep company with what is `known`, else those that name nothing else."""
        if self.library is None or not matter.topic:
            return ()
        close = (piece for piece in self._companions(self.library, place, matter, known) if says_more(piece.text))
        return tuple(islice(close, CLOSEST)) or self._known_only(self.library, place, matter, known, says_more)

    def _companions(self, library: Library, place: str, matter: Matter, known: str) -> Iterator[Piece]:
        """Yield the clauses that stand by words of `known` in reports, closest first."""
        for clause, word, _ in library.companions(telling_words(known), topic=matter.topic):
            built = _BUILDS[place].match(clause.text) and is_doing(clause.text) != (place == EFFECT)
            fits = built and clause.move in _COMPANY_MOVES[place] and named(clause.text, matter.topic) == matter.name
            if fits and self._is_usable(clause) and is_a_duty(clause.text, known, matter.topic):
                yield _piece(clause, f"，常与“{word}”在一处")

    def _known_only(
        self, library: Library, place: str, matter: Matter, known: str, says_more: Callable[[str], bool]
    ) -> Sequence[Piece]:
        """Return the clauses on the topic that name nothing but what is `known`."""
        clauses = (clause for move in MOVES[place] for clause in library.clauses(move=move, topic=matter.topic))
        return [
            _piece(clause)
            for clause in clauses
            if _BUILDS[place].match(clause.text)
            and is_doing(clause.text) != (place == EFFECT)
            and says_more(clause.text)
            and self._is_usable(clause)
            and not claims(clause.text)
            and named(clause.text, matter.topic) in {"", matter.name}
            and names_nothing_new(clause.text, known)
            and self._stood_with(clause, matter)
        ]

    def _is_usable(self, clause: Clause) -> bool:
        """Tell whether the clause is anyone's, stands by itself, is in force, and can be afforded."""
        common = clause.pure and clause.localities >= LOCALITIES and SHORTEST <= len(clause.text) <= LONGEST
        in_force = not eras.is_over(clause.text, self.day)
        return common and stands_alone(clause.text) and in_force and self.affords(clause.text)

    def _stood_with(self, clause: Clause, matter: Matter) -> bool:
        """Tell whether a report has the clause in one paragraph with words on the matter, if the library can tell."""
        paragraphs = self.library.paragraphs(clause.text) if self.library and matter.name else ()
        rests = [paragraph.replace(clause.text, "") for paragraph in paragraphs]
        return not rests or any(speaks_of(rest, matter) for rest in rests)


def stands_alone(text: str) -> bool:
    """Tell whether a clause fits anywhere: it leans on nothing, and names no level of office and no time."""
    return not any(words.search(text) for words in (_LEANING, _LEVELS, _TIMES))


def _way_of(effect: str) -> str:
    """Return how an effect says that things are better: 更, 不断, 稳步; its last word where it says so otherwise."""
    found = _WAYS.search(effect)
    return found[0] if found else effect[-2:]


def _piece(clause: Clause, beside: str = "") -> Piece:
    return Piece(clause.text, "library", f"分句：{clause.localities}地通用{beside}", clause.sources[0])


def echoes(text: str, near: str, titles: str, topic: str = "") -> bool:
    """Tell whether `text` says again what the words beside it or the heading or lead above it say.

    The name of the topic may be said twice: 安全生产责任制 beside 安全生产检查.
    """
    again = shares_run(text, titles, ECHO) or shares_run(text.replace(topic, "　") if topic else text, near, ECHO)
    again = again or _pairs_shared(text, titles) >= PAIRS or _names_no_more(text, titles)
    return again or begins_alike(text, near, titles)


def _names_no_more(text: str, titles: str) -> bool:
    """Tell whether all things that `text` names stand in the titles: 用心办好养老事业 under 完善养老服务."""
    names = telling_words(text)
    return names_nothing_new(text, titles) or (bool(names) and all(name in titles for name in names))


def _pairs_shared(text: str, other: str) -> int:
    """Return how many pairs of characters of `text`, none overlapping, stand in `other`: its words, mostly."""
    shared, at = 0, 0
    while at < len(text) - 1:
        found = text[at : at + 2] in other
        shared, at = shared + found, at + 1 + found
    return shared


def begins_alike(text: str, near: str, titles: str) -> bool:
    """Tell whether `text` begins as a title or another clause does, or has the verb the words beside it begin with."""
    same_verb = is_doing(near) and near[:2] in text
    return same_verb or any(text[:2] == other[:2] for other in (*titles.split("，"), *_MARKS.split(near)))


def shares_run(text: str, other: str, length: int) -> bool:
    """Tell whether `length` characters of `text` running stand in `other`, marks left out; all of a shorter text."""
    return _holds_run(_bare(other), _bare(text), length)


def _holds_run(other: str, text: str, length: int) -> bool:
    return any(text[i : i + length] in other for i in range(max(1, len(text) - length + 1)))


@cache
def _bare(text: str) -> str:
    """Return `text` without marks."""
    return "".join(filter(str.isalnum, text))


def _table_of(place: str, matter: Matter) -> list[Ready]:
    return [ready for ready in _table() if (ready.place, ready.topic) == (place, matter.topic)]


def _is_on(ready: Ready, name: str) -> bool:
    return name in ready.matters if name else not ready.matters


@cache
def _table() -> tuple[Ready, ...]:
    return tuple(Ready(topic, place, several(matters), text) for topic, place, matters, text in table("clauses.tsv"))
