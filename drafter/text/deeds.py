"""What a sentence tells as done, other than its figures: 建成农村居家养老服务站点、建立长效运营机制."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.model import Span
from drafter.text.figure_roles import said as figures_of
from drafter.text.figure_words import first_verb, without_head
from drafter.text.indicators import name_before
from drafter.text.moves import move_of, opens_with_act
from drafter.text.sentences import clauses
from drafter.text.statements import Statement

SHORTEST = 6  # characters: 稳步推进 says nothing by itself
_TOLD = frozenset(("举措", "成效", "荣誉", "数据"))
_TIE = re.compile("(?:同时|此外|另外|并且|并|其中|且)[，、]?")
# A clause that begins so says what the one before it led to, or goes on with it.
_FOLLOWS = re.compile(
    "(?:不断|有效|切实|进一步|确保|实现|使|让|推动|促进|带动|从而|更好|真正|由|为.+(?:奠定|提供|打下|注入|保驾)|做到|力争|提升|提高|增强|并|且|以)"
)
_NOTHING_DONE = re.compile("^[（(是即]|以来$|的取得$")
_COME = re.compile(
    "[竣完开动]工|建成|投用|投入使用|投产|通车|启用|落[地户]|获批|运营|开业|入选|获评|获得|荣获|通过"
)  # of an effect
_PACE = re.compile("增[速幅]|总量|均")
_LEADS_UP = re.compile("^(?:围绕|聚焦|按照|根据|为|以|坚持|针对|对照|紧扣|紧盯|通过|在|随着|依托|结合|对)")


def deeds(sentence: str, stated: Sequence[Statement]) -> tuple[Span, ...]:
    """Return the stretches that tell a deed, in order, closing mark left out; `stated` is what the sentence states.

    A stretch can be understood by itself: what leads up to a deed, and what came of it, stay with it.
    """
    held: list[list[Span]] = [[]]
    last = 0
    for clause in clauses(sentence):
        taken = [span for each in stated for span in _spans(each) if clause.covers(span)]
        if _TIE.fullmatch(clause.of(sentence)):
            held.append([])
        elif taken:
            held += [_rest(sentence, stated, Span(max(span.end for span in taken), clause.end)), []]
        elif not held[-1] or sentence[last : clause.start].strip() != "，":
            held.append([clause])
        else:
            held[-1].append(clause)
        last = clause.end
    return tuple(deed for run in held for deed in _deeds(sentence, run))


def _spans(statement: Statement) -> Iterator[Span]:
    yield from statement.named
    yield from (span for _, span in statement.spans)


def _rest(sentence: str, stated: Sequence[Statement], rest: Span) -> list[Span]:
    """Return what a clause goes on to tell behind its figures: 投入资金10万元|在老圩村建设了零工服务驿站."""
    if any(named.end == rest.start for each in stated for named in each.named):
        return []  # 总投资463万元的红鲤保护项目|通过审批实施 speaks of the project
    if tie := re.match("(?:分别|用于|主要|专门)+", rest.of(sentence)):
        rest = Span(rest.start + tie.end(), rest.end)
    return [rest] if len(rest) >= SHORTEST and re.match(r"(?![的及等])[\u4e00-\u9fff]", rest.of(sentence)) else []


def _deeds(sentence: str, run: Sequence[Span]) -> Iterator[Span]:
    """Yield the deeds of clauses with commas between."""
    begin = 0
    while begin < len(run) and _FOLLOWS.match(run[begin].of(sentence)) and run[begin].start:
        begin += 1
    while begin < len(run):
        end = begin + 1
        while end < len(run) and (_LEADS_UP.match(run[end - 1].of(sentence)) or _FOLLOWS.match(run[end].of(sentence))):
            end += 1
        deed = _untied(sentence, Span(run[begin].start, run[end - 1].end))
        told = without_head(sentence, deed)
        if len(told) >= SHORTEST and any(_tells(sentence, each) for each in run[begin:end]):
            yield deed
        begin = end


def _tells(sentence: str, clause: Span) -> bool:
    """Tell whether a clause says that something was done: 全镇上下团结一心 does not."""
    said = clause.of(sentence)
    move = move_of(said, "review")
    if move not in _TOLD or _NOTHING_DONE.search(said) or (move == "成效" and not _COME.search(said)):
        return False
    figures = figures_of(said)
    if any(each.role == "aside" for each in figures) or (figures and _PACE.match(said)):
        return False  # 高于全县平均水平0.5个百分点, 增速居全县第4位
    if figures and not name_before(sentence, Span(clause.start, clause.start + figures[0].begin)):
        return False  # 上半年完成1680万元
    return opens_with_act(said) or first_verb(sentence, clause) is not None


def _untied(sentence: str, deed: Span) -> Span:
    tie = _TIE.match(sentence, deed.start, deed.end)
    return Span(tie.end(), deed.end) if tie else deed
