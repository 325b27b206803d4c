"""What a sentence states: its figures, each with its indicator and what else is said of it.

财政总收入完成4210万元，同比增长3.8%；其中税收收入3000万元 holds two statements. Unlike mining, which leaves out what is
not certain, this reads every figure it can: whoever looks at the table has the sentence beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.model import Span
from drafter.text.figure_groups import Group, groups
from drafter.text.figure_roles import Said
from drafter.text.figure_words import ends_with_verb, is_measure, words
from drafter.text.frame_words import words_of
from drafter.text.indicators import Pieces, is_bare, leading_verb, name, name_before, parts, subject_of
from drafter.text.sentences import clauses

_OF_WHOLE = re.compile("[，、；]?其中|分别[为是]")
_IN_ALL = re.compile("累计|总数|总量|总计|增至|达到?$")
_LIST = re.compile("[、和及与]")
_LONGEST_PART = 8  # characters of the name of a part: 省级, 木业家具产业类
_TOTALS = frozenset(("总量", "总额", "总数", "规模", "总值"))
_PACE = re.compile("增[速幅]$|排名$|名次$")


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact that a sentence states; every value as the sentence has it, "" where it has none."""

    indicator: str  # 早稻种植面积, 新增规上企业; a part's as 新农村建设点（省级）
    named: tuple[Span, ...]  # where the indicator stands, in order: 新增, 规上企业; it is these joined
    value: str = ""  # 近2.2万, without its unit
    unit: str = ""
    yoy: str = ""  # +3.5%, -2%, +1.2个百分点, 持平
    previous: str = ""  # with its unit where that is not `unit`, as is the target
    target: str = ""
    completion: str = ""
    share: str = ""
    rank: str = ""
    spans: tuple[tuple[str, Span], ...] = ()  # field -> where its figure stands, hedges and unit included

    def span(self, name: str) -> Span | None:
        """Return where the figure of a field stands, None when there is none."""
        return dict(self.spans).get(name)


def statements(sentence: str) -> tuple[Statement, ...]:
    """Return the facts that a sentence states, in order; all spans count in it."""
    reader = _Reader(sentence)
    for clause in clauses(sentence):
        reader.read(clause)
    return tuple(reader.told)


class _Reader:
    """Reads clause by clause, keeping what later ones may speak of."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self.told: list[Statement] = []
        self.near = 0  # the first statement that what follows may speak of
        self.about: Pieces = ()  # what the figure before was of
        self.subject: Pieces = ()  # what the clause before spoke of without stating a figure
        self.list_verb: Span | None = None  # the verb that governs a list: 申报|…4人、…9家
        self.whole: Statement | None = None  # what 其中 takes apart

    def read(self, clause: Span) -> None:
        """Read a clause."""
        if self.sentence[clause.start - 1 : clause.start] == "；":
            self.near, self.subject = len(self.told), ()
        self.list_verb = None
        self.whole = None
        found = list(groups(self.sentence, clause))
        for group in found:
            role = group.figures[0].role
            if role == "value":
                self._state(group)
            elif role != "aside":
                self._add(group)
        if not found:
            self.subject = subject_of(self.sentence, clause)

    def _state(self, group: Group) -> None:
        """State the values of a group."""
        text, figures = self.sentence, group.figures
        if _OF_WHOLE.match(text, group.left.start) and self.told:
            self.whole = self.told[-1]
        named = name(text, group.left, group.right, figures[0].unit)
        pieces = self._known(named.pieces, named.tail, group)
        if named.deed or not pieces:
            return
        if named.pieces:
            self.list_verb = leading_verb(text, pieces) or self.list_verb
            self.about = pieces
        self.subject = ()
        alike = len({figure.unit for figure in figures}) == 1 < len(figures)
        several = parts(text, pieces[-1], len(figures)) if alike else ()
        for number, figure in enumerate(figures):
            self.told.append(self._stated((*pieces[:-1], several[number]) if several else pieces, figure))

    def _known(self, pieces: Pieces, tail: Pieces, group: Group) -> Pieces:
        """Return an indicator's pieces with what was said before and belongs to it."""
        if not pieces:
            about = self.subject or (self.about if len(self.told) > self.near else ())
            if about and _IN_ALL.search(self.sentence, group.left.start, group.left.end):
                about = self._counted(about)
            return (*(() if tail and is_bare(self.sentence, about) else about), *tail) if about else ()
        if self.about and len(self.told) > self.near and pieces[-1].of(self.sentence) in _TOTALS:
            return self._counted(self.about)
        if self._is_bare(pieces, group.figures[0].unit):
            return (*self._object(), *pieces)
        return self._listed(group, pieces)

    def _stated(self, pieces: Pieces, figure: Said) -> Statement:
        said = "".join(piece.of(self.sentence) for piece in pieces)
        if self.whole and figure.unit == self.whole.unit and len(said) <= _LONGEST_PART and not is_measure(said):
            pieces, said = (*self.whole.named, *pieces), f"{self.whole.indicator}（{said}）"
        return Statement(said, pieces, value=figure.text, unit=figure.unit, spans=(("value", figure.span),))

    def _listed(self, group: Group, pieces: Pieces) -> Pieces:
        """Return the pieces of a name with the verb that governs the list it stands in."""
        text = self.sentence
        if (
            self.list_verb is None
            or self.whole
            or not _LIST.search(text, max(0, group.left.start - 1), group.left.start + 1)
        ):
            return pieces
        if leading_verb(text, pieces) or re.match("[总累共]|合计|其中", pieces[0].of(text)):
            return pieces
        return (self.list_verb, *pieces)

    def _counted(self, pieces: Pieces) -> Pieces:
        """Return an indicator without 新增, for what is there in all: 新增创客空间5家，累计达|35家."""
        verb = leading_verb(self.sentence, pieces)
        if verb is None or not verb.of(self.sentence).startswith("新"):
            return pieces
        first = Span(verb.end, pieces[0].end)
        return (first, *pieces[1:]) if len(first) else pieces[1:]

    def _is_bare(self, pieces: Pieces, unit: str) -> bool:
        """Tell whether a name is a verb alone, said of what was counted before: 调解纠纷98起，|调处|86起."""
        if len(pieces) > 1 or len(self.told) == self.near:
            return False
        if pieces[0].of(self.sentence) in words_of("承接"):
            return True
        last = self.told[-1]
        governed = last.unit == unit and leading_verb(self.sentence, last.named) is not None
        return governed and len(words(self.sentence, pieces[0])) == 1 and ends_with_verb(self.sentence, pieces[0])

    def _object(self) -> Pieces:
        """Return the last indicator without its verb, and without what was said of another: 城市低保资金."""
        last = next(
            (each for each in reversed(self.told) if each.named[-1].of(self.sentence) not in words_of("承接")), None
        )
        if last is None:
            return ()
        verb = leading_verb(self.sentence, last.named)
        if verb is None:
            return () if ends_with_verb(self.sentence, last.named[-1]) else last.named
        first = Span(verb.end, last.named[0].end)
        return (first, *last.named[1:]) if len(first) else last.named[1:]

    def _add(self, group: Group) -> None:
        """Add what a group says of statements made before, or of an indicator of its own."""
        figures, text = group.figures, self.sentence
        about = name_before(text, group.left)
        if len(figures[0].named):
            about = (*about, figures[0].named)
        said = "".join(piece.of(text) for piece in about)
        if figures[0].role == "rank" and _PACE.search(said):
            return
        if about and said not in _TOTALS:
            several = parts(text, about[-1], len(figures)) if len(figures) > 1 else ()
            for number, figure in enumerate(figures):
                self.told.append(_with(self._bare((several[number],) if several else about), figure))
            return
        if len(self.told) - self.near < len(figures):
            if self.subject:
                self.told.append(_with(self._bare(self.subject), figures[0]))
            return
        for number, figure in enumerate(figures, len(self.told) - len(figures)):
            self.told[number] = _with(self.told[number], figure)

    def _bare(self, pieces: Sequence[Span]) -> Statement:
        return Statement("".join(piece.of(self.sentence) for piece in pieces), tuple(pieces))


def _with(statement: Statement, figure: Said) -> Statement:
    """Return a statement with what else is said of it; what is said twice counts as said first."""
    if getattr(statement, figure.role):
        return statement
    spans = (*statement.spans, (figure.role, figure.span))
    unit = statement.unit or (figure.unit if not statement.value else "")
    text = figure.text if figure.unit == unit else figure.text + figure.unit
    return replace(statement, unit=unit, spans=spans, **{figure.role: text})  # type: ignore[arg-type]  # a role is the name of its field
