"""The facts of a clause, each with the slot that stands for it in a frame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from drafter.model import Span
from drafter.text.formulations import formulations
from drafter.text.quantities import figures
from drafter.text.wordclass import CONTENT, VERB, listed


class Word(NamedTuple):
    """A word of a clause."""

    text: str
    start: int  # in the clause
    kind: int  # see wordclass
    clean: bool  # no part of a name or figure


class Slot(NamedTuple):
    """A fact's place in a clause; of name "" for what stays as it is, however much it looks like a fact."""

    start: int
    end: int
    name: str  # 数值:亩, 时期, 地名 …


HOTLINES = listed("12345 12315 12348 12333 12319 12328 12369 12388 12380 12337 12350 96110 110 119 120 122")
"""Telephone numbers that are the same all over the country, and so nobody's fact."""

BLANK = re.compile(r"[0-9]|[Xx×]{2}|(?<![A-Za-z])[Xx×](?![A-Za-z])")
"""What is left of a fact that no slot took."""

_DIGIT = re.compile("[0-9Xx×]")  # a blank counts as one
_MAYBE_FIGURE = re.compile("[0-9Xx×]|[一二两三四五六七八九]成")
_HOTLINE = re.compile(
    r"(?<![\d.])(?:12\d{3}|96110|1(?:1[09]|2[02])(?=[报接急指联警]|平台|热线|电话))(?![\d.]|[余多]?[万亿件个宗起条])"
)
_QUOTED = re.compile("“[^“”]*”|《[^《》]*》|‘[^‘’]*’")
_TO = "[-—~～至到]{1,2}"
_YEAR = r"(?:(?:19|20)\d\d|[Xx×]{2,4})年"
_MONTH = rf"(?:1[0-2]|[1-9])(?:月份?)?(?:{_TO}(?:1[0-2]|[1-9]))?月(?:份|底|初|末|[上中下]旬|\d{{1,2}}日)?"
_PART = "上半年|下半年|(?<![近每])半年|前三个?季度|第?[一二三四1-4]季度"
_PERIOD = re.compile(
    rf"(?:截[至止]到?(?:目前)?)?(?:(?:{_YEAR}|今年|去年|明年|上年)度?(?:{_PART}|{_MONTH}|年?底)|{_YEAR}[度底初末]?|{_PART}|{_MONTH})"
    rf"(?:{_TO}(?:{_YEAR}|今年)?{_MONTH})?"
)
_WHOLE_YEAR = re.compile("全年(?!度|目标|任务|计划|预算|指标|工作|[的无未])")
_HEDGE_BEFORE = re.compile(
    "(?:超过|不低于|不少于|至少|接近|将近|大约|高达|多达|(?<![最附邻])近|(?<![签预节履违集])约|(?<!赶)超|逾)$"
)
_HEDGE_AFTER = re.compile("以上|以下|左右|上下|以内")
_SCRUBBED = re.compile("[Xx×]{1,4}(?:街道|社区|[省市县区镇乡村])")
_UNTYPED = "?"
NAMES = frozenset(("地名", "单位", "项目", "引语"))
_LIST_MARK = re.compile("[、和与及]")

_GOAL = "全?年度?|年初|目标|预算|计划|任务|序时|进度"
_CHANGE = "增长|下降|增加|减少|提高|提升|上升|上涨|降低"
# What a percentage is, by the words before it; the first pattern that fits names the slot.
_SHARES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "完成率",
        re.compile(
            f"(?:完成|实现|占|达到?)了?(?:{_GOAL}){{1,4}}数?(?:[\\dXx.]+[万亿]*[\u4e00-\u9fff])?的?$|完成率(?:达到?|为)?$|序时进度(?:达到?|为)?$"
        ),
    ),
    ("同比", re.compile(f"(?:{_CHANGE}|增[速幅](?:达到?|为)?)了?$")),
    ("占比", re.compile("占(?:比(?:达到?|为)?|[\\u4e00-\\u9fff]{1,8}的)$|(?:占比|比重)(?:达到?|为)?$")),
    (
        "数值",
        re.compile(
            "(?:率|满意度|知晓度|比例|覆盖面)(?:均|已|保持|稳定|控制)?(?:达到?|为|在|提高到|提升到|提升至|保持在|突破|至)?$"
        ),
    ),
)
_REACH = 20  # characters before a percentage that tell what it is of
_SHARE_UNITS = frozenset(("%", "个百分点", "百分点"))
_RANK = re.compile("(?:稳居|位居|位列|排名|排在|名列|列|居)((?:全[国省市县区镇][\\u4e00-\\u9fff]{0,4})?第\\d+[位名]?)")

_LEVELS = frozenset("省市县区镇乡村")
# What ends the name of a project or of a body; every town has its own 党委 and 政府, so these stay.
_PROJECTS = listed("项目 工程 基地 产业园 工业园 园区 示范区 示范带 生产线 综合体 大桥 水库 公园 广场")
_BODIES = listed(
    "合作社 公司 集团 卫生院 医院 敬老院 学校 小学 中学 幼儿园 协会 商会 农场 林场 研究院 学院 大学 银行 中心 派出所 "
    "局 财政局 司法局 教育局 交通局 公安局 民政局 水利局 林业局 农业局 供电所 司法所 工作站 服务站 党政办"
)
_ENDINGS = _PROJECTS | _BODIES
_DEEDS = listed(
    "建设 改造 治理 整治 提升 修复 加工 养殖 种植 服务 管理 投资 培训 养护 修缮 试验"
)  # verbs that stand within such names
_OUTSIDE = listed("全镇 全乡 全县 全市 全区 我镇 我乡 我县 我市 我区 今年 新建 新增 改建 扩建 续建 引进 清理")
_SHORTEST_BODY = 3  # characters of a body named by its level only: 县医院
_LONGEST_NAME = 24  # characters


def slots(clause: str, words: Sequence[Word], places: Sequence[Span] = ()) -> tuple[Slot, ...] | None:
    """Return the slots of a clause in order, or None when one of its facts fits no slot.

    `places` are the places named in the clause. A word that is not clean and in no slot is a fact that fits none.
    """
    suspects = [word for word in words if not word.clean]
    if not suspects:
        return ()
    found: list[Slot] = []
    _add(found, _marked(clause))
    open_words = [word for word in suspects if not _covered(word, found)]
    if open_words and not places and not any(word.text[-2:] in _ENDINGS or word.text[0] in "Xx×" for word in words):
        return None
    _add(found, _names(words, places, tuple(found)))
    _add(found, _places(clause, places))
    if not all(_covered(word, found) for word in open_words) or any(slot.name == _UNTYPED for slot in found):
        return None
    found.sort()
    return None if _left_over(clause, found) else tuple(_joined(clause, found))


def _add(found: list[Slot], more: Iterable[Slot]) -> None:
    """Add the slots that take no character of those found before."""
    for slot in more:
        if not _meets(slot, found):
            found.append(slot)


def _marked(clause: str) -> Iterator[Slot]:
    """Yield what is known for a fact by its own characters, the surest first."""
    if "“" in clause or "《" in clause or "‘" in clause:
        yield from _quotations(clause)
    if "年" in clause or "月" in clause or "季度" in clause:
        yield from _periods(clause)
    if _MAYBE_FIGURE.search(clause):
        yield from _hotlines(clause)
        yield from _amounts(clause)
        if "第" in clause:
            yield from _ranks(clause)


def _covered(word: Word, found: Sequence[Slot]) -> bool:
    for slot in found:  # noqa: SIM110 - as above
        if slot.start <= word.start < slot.end:
            return True
    return False


def _meets(slot: Slot, found: Sequence[Slot]) -> bool:
    for other in found:  # noqa: SIM110 - asked of every word, and twice as fast as any()
        if slot.start < other.end and other.start < slot.end:
            return True
    return False


def _quotations(clause: str) -> Iterator[Slot]:
    """Yield the quotations; a formulation stays as it is."""
    for match in _QUOTED.finditer(clause):
        common = match[0] in _common() and not BLANK.search(match[0])
        yield Slot(*match.span(), "" if common else "引语")


@cache
def _common() -> frozenset[str]:
    """Return the formulations that the whole country uses, in quotation marks."""
    wordings = (wording for each in formulations() if not each.region for wording in each.wordings)
    return frozenset(wording if wording[0] == "“" else f"“{wording}”" for wording in wordings)


def _hotlines(clause: str) -> Iterator[Slot]:
    for match in _HOTLINE.finditer(clause):
        if match[0] in HOTLINES:
            yield Slot(*match.span(), "")


def _periods(clause: str) -> Iterator[Slot]:
    for match in _PERIOD.finditer(clause):
        yield Slot(*match.span(), "时期")
    if whole := _WHOLE_YEAR.match(clause):
        yield Slot(*whole.span(), "时期")


def _amounts(clause: str) -> Iterator[Slot]:
    """Yield the figures with what hedges them: 近2.2万余亩, 3亿元以上."""
    for figure in figures(clause):
        start, end = figure.span.start, figure.span.end
        if before := _HEDGE_BEFORE.search(clause, max(0, start - 4), start):
            start = before.start()
        if after := _HEDGE_AFTER.match(clause, end):
            end = after.end()
        yield Slot(start, end, _name(figure.unit, clause[max(0, start - _REACH) : start]))


def _name(unit: str, left: str) -> str:
    """Name the slot of a figure by its unit; that of a percentage by what it is of, told by the words before it."""
    if unit not in _SHARE_UNITS:
        return f"数值:{unit}" if unit else _UNTYPED
    name = next((name for name, words in _SHARES if words.search(left)), _UNTYPED)
    return f"{name}:{unit}" if name != _UNTYPED else name


def _ranks(clause: str) -> Iterator[Slot]:
    for match in _RANK.finditer(clause):
        yield Slot(*match.span(1), "排名")


def _names(words: Sequence[Word], places: Sequence[Span], found: Sequence[Slot]) -> Iterator[Slot]:
    """Yield the named projects and bodies: a run of words with a name in it, and an ending that tells what it is."""
    for last in range(len(words) - 1, -1, -1):  # the longest name first: 示范基地项目
        word = words[last]
        ending = word.text
        if ending in _ENDINGS or (ending := ending[-2:]) in _ENDINGS:
            begin = _begin(words[: last + 1], places, found, body=ending in _BODIES)
            end = word.start + len(word.text)
            if begin is not None and end - begin <= _LONGEST_NAME:
                yield Slot(begin, end, "单位" if ending in _BODIES else "项目")


def _begin(words: Sequence[Word], places: Sequence[Span], found: Sequence[Slot], *, body: bool) -> int | None:
    """Return where a name that ends with the last word begins, None when there is none or it is not certain."""
    begin = first = words[-1].start + len(words[-1].text)
    for word in reversed(words):
        span = Span(word.start, word.start + len(word.text))
        named = not word.clean or any(place.covers(span) for place in places)
        verb = word.kind == VERB and len(word.text) > 1 and word.text not in _DEEDS
        other = word.kind not in CONTENT or verb or word.text in _OUTSIDE
        if (other and not named) or _meets(Slot(span.start, span.end, ""), found):
            break
        first = word.start
        if named or (body and word.text in _LEVELS and words[-1].start + len(words[-1].text) - first >= _SHORTEST_BODY):
            begin = first
    return begin if begin == first and begin < words[-1].start else None


def _places(clause: str, places: Sequence[Span]) -> Iterator[Slot]:
    for span in places:
        yield Slot(span.start, span.end, "地名")
    if _DIGIT.search(clause):
        for match in _SCRUBBED.finditer(clause):
            yield Slot(*match.span(), "地名")


def _left_over(clause: str, found: Sequence[Slot]) -> bool:
    """Tell whether digits or blanks stand outside the slots."""
    if not _DIGIT.search(clause):
        return False
    bounds = [0, *(at for slot in found for at in (slot.start, slot.end)), len(clause)]
    return any(BLANK.search(clause, *edges) for edges in zip(bounds[::2], bounds[1::2], strict=True))


def _joined(clause: str, found: Sequence[Slot]) -> Iterator[Slot]:
    """Yield the slots, those of names in a row as one: 耿庙村、太平村."""
    last: Slot | None = None
    for slot in found:
        between = clause[last.end : slot.start] if last else ""
        if last and last.name == slot.name and slot.name in NAMES and (not between or _LIST_MARK.fullmatch(between)):
            last = Slot(last.start, slot.end, slot.name)
            continue
        if last:
            yield last
        last = slot
    if last:
        yield last
