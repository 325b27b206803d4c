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

_OF_WHOLE = re.compile("[，、；（(]?其中|分别[为是]")
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
        self.parted: int | None = None  # which statement that was, until what follows speaks of other things

    def read(self, clause: Span) -> None:
        """Read a clause."""
        if self.sentence[clause.start - 1 : clause.start] == "；":
            self.near, self.subject, self.parted = len(self.told), (), None
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
            titled = self.sentence[clause.end : clause.end + 1] == "："
            self.subject = subject_of(self.sentence, clause, titled=titled)

    def _state(self, group: Group) -> None:
        """State the values of a group."""
        text, figures = self.sentence, group.figures
        if _OF_WHOLE.match(text, group.left.start) and self.told:
            self.whole, self.parted = self.told[-1], len(self.told) - 1
        named = name(text, group.left, group.right, figures[0].unit)
        pieces = self._known(named.pieces, named.tail, group)
        if named.deed or not pieces:
            return
        if named.pieces:
            self.list_verb = leading_verb(text, pieces) or self.list_verb
            self.about = pieces
        self.subject = ()
        if len(self.told) > self.near and self.told[-1].named == pieces and not self.told[-1].value:
            self.told[-1] = _valued(self.told[-1], figures[0])  # 产值由去年同期的8.6亿元增长到|9.8亿元
            figures = figures[1:]
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
        if done_to := self._done_to(pieces, group.figures[0].unit):
            return (*done_to, *pieces)
        return self._listed(group, pieces)

    def _stated(self, pieces: Pieces, figure: Said) -> Statement:
        said = "".join(piece.of(self.sentence) for piece in pieces)
        whole = self.whole if len(said) <= _LONGEST_PART and not leading_verb(self.sentence, pieces) else None
        if whole and figure.unit == whole.unit and not is_measure(said):
            pieces, said = (*whole.named, *pieces), f"{whole.indicator}（{said}）"
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
        return _without_verb(pieces, verb) if verb and verb.of(self.sentence).startswith("新") else pieces

    def _done_to(self, pieces: Pieces, unit: str) -> Pieces:
        """Return what a verb that stands alone is said of: 调解矛盾纠纷98起，|调处|86起; none where there is none."""
        text, alone = self.sentence, words(self.sentence, pieces[0])
        reaches = pieces[0].of(text) in words_of("承接")  # 受益, 惠及: counted in another unit
        if len(pieces) > 1 or len(alone) > 1 or not (reaches or ends_with_verb(text, pieces[0])):
            return ()
        for each in reversed(self.told[self.near :]):
            verb = leading_verb(text, each.named)
            if each.named[-1].of(text) not in words_of("承接") if reaches else verb and each.unit == unit:
                return _without_verb(each.named, verb) if verb or not ends_with_verb(text, each.named[-1]) else ()
        return ()

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
            self.about = about
            return
        if len(self.told) - self.near < len(figures):
            if self.subject:
                self.told.append(_with(self._bare(self.subject), figures[0]))
            return
        first = len(self.told) - len(figures)
        if figures[0].role == "completion" and self.parted is not None and first - self.parted > 1:
            first = self.parted  # a total that was taken apart into several goes on: 税收…，其中…，…，完成任务的|51%
        for number, figure in enumerate(figures, first):
            self.told[number] = _with(self.told[number], figure)

    def _bare(self, pieces: Sequence[Span]) -> Statement:
        return Statement("".join(piece.of(self.sentence) for piece in pieces), tuple(pieces))


def _without_verb(pieces: Pieces, verb: Span | None) -> Pieces:
    """Return an indicator without the verb that it begins with: 城市低保资金."""
    if verb is None:
        return pieces
    first = Span(verb.end, pieces[0].end)
    return (first, *pieces[1:]) if len(first) else pieces[1:]


def _valued(statement: Statement, figure: Said) -> Statement:
    """Return a statement that told but a target, or the year before, with its value, and all in its unit."""
    told = {name: text for name in ("previous", "target") if (text := getattr(statement, name))}
    if figure.unit != statement.unit:
        told = {name: text + statement.unit for name, text in told.items()}
    spans = (*statement.spans, ("value", figure.span))
    return replace(statement, value=figure.text, unit=figure.unit, spans=spans, **told)


def _with(statement: Statement, figure: Said) -> Statement:
    """Return a statement with what else is said of it; what is said twice counts as said first."""
    before = getattr(statement, figure.role)
    if before and not (figure.role == "yoy" and "%" in figure.text and "%" not in before and "百分点" not in before):
        return statement  # 净增620万元，增幅19.2%: the rate says more
    spans = (*(each for each in statement.spans if each[0] != figure.role), (figure.role, figure.span))
    unit = statement.unit or (figure.unit if not statement.value else "")
    text = figure.text if figure.unit == unit else figure.text + figure.unit
    return replace(statement, unit=unit, spans=spans, **{figure.role: text})  # type: ignore[arg-type]  # a role is the name of its field
