"""The indicator of a figure, from the words before it and behind it: 新增|3家|规上企业, 早稻种植面积达|2.2万亩."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.model import Span
from drafter.text.figure_words import (
    PREPOSITIONS,
    Word,
    ends_with_verb,
    first_verb,
    is_measure,
    without_head,
    without_link,
    words,
)
from drafter.text.frame_words import words_of
from drafter.text.wordclass import ADVERB, FUNCTION, MARK, VERB, listed

Pieces = tuple[Span, ...]  # of an indicator, in its own order: 新增, 规上企业

_DONE = listed("进行 完成 实现")  # say of an indicator no more than that it was done
_HELD = _DONE | listed("开展 实施 举办 召开")
_ONGOING = listed(
    "推进 加快 加速 推动 保障 支持 启动 跟进 谋划 服务 促进 确保 督促 鼓励 引导 做好 抓好 统筹 协调 加大 深化 狠抓 "
    "聚焦 瞄准"
)  # govern a deed that is not done yet: a figure in it says only of how many things
_FARING = listed("稳步 持续 不断 逐步 有序 加快 稳定 明显 显著 有效")
_YEARLY = re.compile("[年日](?:产|处理|加工|出栏|供水|发电)$|装机$|库容$")
_PROJECT = re.compile("项目|工程|生产线|基地|中心|园区|产业园")
_COUNTED = frozenset("个项处家座条块宗户所栋台辆套场次")  # units in which projects are counted
_FURTHER = re.compile(
    "[，、；（）()和及与并且]|以及|其中|占|用于|分别|左右|以上"
)  # begins what is told further of a figure
_WHOSE = re.compile("[村镇乡组户]的")  # 42个|村的|村庄规划
_AND = re.compile("[、和及与]|以及")


class Named(NamedTuple):
    """How a figure is named."""

    pieces: Pieces  # none: by what was spoken of before
    tail: Pieces = ()  # what is to be added to the name spoken of before: 其中4项|已完成
    deed: bool = False  # the figure only says to how many a deed was done
    governed: bool = False  # the pieces begin with the verb that governs the figure


_DEED = Named((), deed=True)


def name(text: str, left: Span, right: Span, unit: str) -> Named:
    """Return how a figure is named that stands between two stretches of a text."""
    before = without_head(text, left)
    if text[right.start : right.end].startswith("的"):
        return _qualifying(text, before)
    behind = _behind(text, right)
    if not len(behind):
        return Named(name_before(text, left))
    if _goes_on(text, behind, unit):
        return _done_with(text, name_before(text, left), without_head(text, behind))
    if not len(before):
        done = text[left.start : left.end].removesuffix("了").endswith(tuple(_DONE))
        return Named((behind,), governed=True) if done else _counted(text, behind)
    return _governed(text, left, before, behind, unit)


def name_before(text: str, left: Span) -> Pieces:
    """Return the indicator that ends before a figure: 累计完成|早稻种植|达; none where there is none."""
    named = _last_phrase(text, without_link(text, without_head(text, left)))
    return (named,) if len(named) else ()


def _behind(text: str, right: Span) -> Span:
    """Return what may name a figure from behind: nothing where that only tells more of it."""
    if _FURTHER.match(text, right.start, right.end):
        return Span(right.start, right.start)
    whose = _WHOSE.match(text, right.start, right.end)
    return Span(whose.end(), right.end) if whose else right


def _qualifying(text: str, before: Span) -> Named:
    """Name a figure that qualifies a noun: 总投资|463万元|的…项目, 打造辐射|5000亩|的中心."""
    named = _last_phrase(text, without_link(text, before))
    found = words(text, named)
    if found and found[-1].text in words_of("承接"):
        return Named((Span(found[-1].start, named.end),))
    if not found or ends_with_verb(text, named) or found[0].text in PREPOSITIONS:
        return _DEED
    return Named((named,))


def _goes_on(text: str, behind: Span, unit: str) -> bool:
    """Tell whether what stands behind a figure tells what became of it, or what was done with it."""
    first, *more = words(text, behind)
    if first.kind == ADVERB or first.text in {"在", "用于", "对", "将", "由", "为", "到", "全部", "按", "向"}:
        return True
    if not more:
        return False
    if unit == "元":
        return first.is_verb()
    return first.text in words_of("动词", "支配", "轻动词") - words_of("两用", "动名")


def _done_with(text: str, named: Pieces, tail: Span) -> Named:
    """Name a figure behind which the text goes on: 投入|20万元|改造工作站, 5件|已办结."""
    if named and leading_verb(text, (*named, tail)) == named[0]:
        return Named((tail, *named))
    return Named(named) if named else Named((), (tail,))


def _governed(text: str, left: Span, before: Span, behind: Span, unit: str) -> Named:
    """Name a figure by what governs it and the noun behind it."""
    said, found = before.of(text), words(text, before)
    if _YEARLY.search(said) or found[-1].text in PREPOSITIONS or found[0].text in _ONGOING or _only_to(found):
        return _DEED
    if said.endswith("的"):
        return _counted(text, behind)
    if said.endswith("等"):
        verb = first_verb(text, before)
        return _with_verb(text, Span(verb.start, verb.end), behind) if verb else _counted(text, behind)
    named = _last_phrase(text, before)
    if ends_with_verb(text, before):
        return _with_verb(text, named if len(named) else before, behind)
    if _PROJECT.search(text, behind.start, behind.end) and unit not in _COUNTED and not first_verb(text, left):
        return _DEED
    return Named(_without_done(text, (named, behind)), governed=True)


def _only_to(found: Sequence[Word]) -> bool:
    """Tell whether words say to whom something is done and not yet what: 对全镇."""
    return found[0].text in PREPOSITIONS and not any(word.is_verb() for word in found[1:])


def _with_verb(text: str, verb: Span, behind: Span) -> Named:
    if words(text, verb)[0].text in _ONGOING:
        return _DEED
    return Named(_without_done(text, (verb, behind)), governed=True)


def _without_done(text: str, pieces: Pieces) -> Pieces:
    """Return the pieces of a name without 了, and without a verb that says no more than that it was done."""
    first = pieces[0]
    if first.of(text).endswith("了"):
        first = Span(first.start, first.end - 1)
    return pieces[1:] if first.of(text) in _DONE else (first, *pieces[1:])


def _counted(text: str, behind: Span) -> Named:
    """Name what is counted at the head of a clause: 1500辆|公共自行车启用; what is told of it at length is a deed."""
    found = words(text, behind)
    adverbs = (
        at for at, word in enumerate(found) if at and word.kind in (ADVERB, FUNCTION) and word.text not in "的和与及"
    )
    at = next(adverbs, len(found))
    told = all(word.kind in (ADVERB, FUNCTION, VERB) or word.text == "全部" for word in found[at:])
    if not told or any(word.text in _FARING for word in found):
        return _DEED
    noun = Span(behind.start, found[at].start if at < len(found) else behind.end)
    verb = behind.end
    for word in reversed(found[at:]):
        if word.kind != VERB:
            break
        verb = word.start
    return Named((noun, Span(verb, behind.end)) if verb < behind.end else (noun,))


def _last_phrase(text: str, span: Span) -> Span:
    """Return a name without what precedes the verb that governs it: 对重点企业进行|排查, 就产业等方面|争取资金."""
    found = words(text, span)
    start = span.start
    for word in found[1:-1]:
        if word.text in _HELD:
            start = word.end if word.text in _DONE else word.start
    sides = [at for at, word in enumerate(found[:-2]) if word.text == "方面" and found[at + 1].is_verb()]
    if sides:
        start = found[sides[-1]].end
    elif start == span.start and found and found[0].text in PREPOSITIONS:
        verbs = (word.start for word in found[1:-1] if word.is_verb() and word.text not in words_of("动名"))
        start = next(verbs, start)
    return without_head(text, Span(start, span.end))


def leading_verb(text: str, pieces: Pieces) -> Span | None:
    """Return the verb that an indicator begins with: 申报|高新技术企业."""
    found = words(text, pieces[0])
    following = len(found) - 1 + (2 if len(pieces) > 1 else 0)
    if found and following and found[0].is_verb(following):
        return Span(found[0].start, found[0].end)
    return None


def subject_of(text: str, clause: Span) -> Pieces:
    """Return what a clause without figures begins by speaking of: 不良率|始终低位运行; none unless it is measured."""
    clause = without_head(text, clause)
    end = clause.start
    for word in words(text, clause):
        if word.kind in (ADVERB, FUNCTION, MARK) or (word.kind == VERB and not is_measure(word.text)):
            break
        end = word.end
    return (Span(clause.start, end),) if is_measure(text[clause.start : end]) else ()


def parts(text: str, named: Span, count: int) -> Pieces:
    """Return the names of a list that has `count` of them: 社保参保率|和|医保参保率; none when it has not."""
    edges = [named.start]
    for match in _AND.finditer(text, named.start, named.end):
        edges += match.span()
    edges.append(named.end)
    found = tuple(Span(*edge) for edge in zip(edges[::2], edges[1::2], strict=True))
    return found if len(found) == count and all(map(len, found)) else ()
