"""What became of a promise, by what the next report says: met, changed, or missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from drafter.check.figures.account import amount, same_unit
from drafter.check.figures.amounts import Interval
from drafter.check.figures.changes import signed, spoken
from drafter.check.figures.entries import Entry, entries
from drafter.check.figures.sayings import told
from drafter.check.promised import Promise, words_of
from drafter.model import Document, Source, Span

Outcome = Literal["met", "changed", "missing"]

SAME = (
    0.75  # share of a promise's words that a sentence on the same thing has; of an indicator's that the indicator has
)

_OFF = re.compile(
    "取消|暂缓|推迟|延期|延后|未能|未完成|没能|尚未|还没有|调整为|改为|滞后|受阻|搁置|停工|缓建|终止|进展缓慢|进度缓慢|未达"
)
_DONE = re.compile(
    "建成|完成|完工|竣工|投用|投入使用|投入运营|启用|落成|通车|开园|运营|验收|获评|荣获|获得|成功|实现|开通|成立|已经?(?!开工|启动|完成前期)|落地|投产|开业"
    "|上线|修建了|新建了|改造了|硬化|全部|达到|超额|入选|命名|通过|列为|授予|铺设|安装|新增|打通|编制了"
)
_STAGE = "完成[^，。]{0,8}(?:选址|征地|立项|设计|规划|招标|可研|前期|主体|封顶|审批|勘测)"
_BEGUN = re.compile(
    f"{_STAGE}|启动|开工|动工|推进|正在|仍在|还在|尚在|前期|设计|立项|主体|在建|加紧|进场|招标|施工|预计|即将|有望"
)
_AT_MOST = re.compile("控制在|不超过|不高于|低于|以内|以下")
_ONLY_BEGUN = re.compile(_STAGE)


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """A promise with what became of it."""

    promise: Promise
    outcome: Outcome
    span: Span  # where the draft says so; empty where it says nothing
    told: str = ""  # what it says instead, in words


def fulfilments(promised: Sequence[Promise], draft: Document, own: Source) -> tuple[Fulfilment, ...]:
    """Return what a draft says of each promise."""
    reached = [entry for entry in entries(draft, own) if not entry.aim]
    sentences = [(span, span.of(draft.text)) for span, chapter in told(draft) if chapter != "plan"]
    return tuple(_fulfilment(promise, reached, sentences) for promise in promised)


def _fulfilment(promise: Promise, reached: Sequence[Entry], sentences: Sequence[tuple[Span, str]]) -> Fulfilment:
    if promise.entry and (found := _figure(promise, promise.entry, reached)):
        return found
    ranked = [(*_passage(promise.words, text), span) for span, text in sentences]
    best = max((share for share, _, _ in ranked), default=0)
    if best < SAME:
        return Fulfilment(promise, "missing", Span(0, 0))
    same = [(passage, span) for share, passage, span in ranked if share == best]
    passage, span = next(((passage, span) for passage, span in same if _DONE.search(passage)), same[0])
    return _deed(promise, span, passage)


def _passage(words: Sequence[str], text: str) -> tuple[float, str]:
    """Return the two clauses in a row that have most of the words, and the share of the words that they have."""
    clauses = re.split("(?<=[，；。：])", text)
    ranked = [
        (_covered(words, passage := "".join(clauses[at : at + 2])), _covered(words, clauses[at]), passage)
        for at in range(len(clauses))
    ]
    share, _, passage = max(ranked, key=itemgetter(0, 1))
    return share, passage


def _deed(promise: Promise, span: Span, passage: str) -> Fulfilment:
    """Return what a passage says of a deed: done, begun, put off."""
    if off := _OFF.search(passage):
        return Fulfilment(promise, "changed", span, f"说“{off.group()}”")
    begun, done = _BEGUN.search(passage), _DONE.search(_ONLY_BEGUN.sub("", passage))
    if promise.finished and begun and not done:
        return Fulfilment(promise, "changed", span, f"说的还没有完成（“{begun.group()}”）")
    if promise.entry and (promise.entry.stated.yoy or promise.entry.stated.unit in {"元", "%", "亩"}):
        return Fulfilment(promise, "changed", span, "没有给出这个数")
    return Fulfilment(promise, "met", span)


def _covered(words: Sequence[str], text: str) -> float:
    """Return the share of words, by their lengths, that a text has."""
    return sum(len(word) for word in words if word in text) / sum(map(len, words))


def _figure(promise: Promise, aim: Entry, reached: Sequence[Entry]) -> Fulfilment | None:
    """Return what a draft says of a promised figure; None when it gives none."""
    same = [entry for entry in reached if _same_thing(promise, aim, entry)]
    for entry in sorted(same, key=lambda entry: (bool(entry.place), entry.key != aim.key)):
        for judge in (_goal, _value, _change):
            if found := judge(promise, aim, entry):
                return found
    return None


def _same_thing(promise: Promise, aim: Entry, entry: Entry) -> bool:
    if entry.key == aim.key:
        return True
    ours = words_of(entry.key)
    return _covered(promise.words, entry.stated.indicator) >= SAME and _covered(ours, aim.stated.indicator) >= SAME


def _goal(promise: Promise, aim: Entry, entry: Entry) -> Fulfilment | None:
    """Return a goal that the draft gives otherwise than it was set."""
    promised, goal = amount(aim, "target") or amount(aim), amount(entry, "target")
    if not (promised and goal and same_unit(aim, entry)) or promised.meets(goal):
        return None
    return Fulfilment(promise, "changed", entry.span("target"), f"目标写成了{entry.printed('target')}")


def _value(promise: Promise, aim: Entry, entry: Entry) -> Fulfilment | None:
    field = "target" if aim.stated.target else "value"
    promised, value = amount(aim, field), amount(entry)
    if not (promised and value and same_unit(aim, entry)):
        return None
    at_most = bool(_AT_MOST.search(aim.said))
    return _judged(promise, promised, value, entry.span("value"), entry.printed("value"), at_most=at_most)


def _change(promise: Promise, aim: Entry, entry: Entry) -> Fulfilment | None:
    if not aim.stated.yoy or not entry.stated.yoy or aim.stated.yoy[-1:] == entry.stated.yoy[-1:] == "平":
        return None
    promised, change = signed(aim.stated.yoy), signed(entry.stated.yoy)
    if not (promised and change):
        return None
    falls = aim.stated.yoy.startswith("-")
    return _judged(promise, promised, change, entry.span("yoy"), spoken(entry.stated.yoy), at_most=falls)


def _judged(
    promise: Promise, promised: Interval, reached: Interval, span: Span, printed: str, *, at_most: bool
) -> Fulfilment:
    enough = reached.low <= promised.high if at_most else reached.high >= promised.low
    return Fulfilment(promise, "met" if enough else "changed", span, printed)
