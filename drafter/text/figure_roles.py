"""What each figure of a clause is said as: an amount, or the change, target, share … of one.

完成4210万元 · 同比增长3.8% · 完成年度目标的52.6% · 占全县的12% · 居全县第3位
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from drafter.model import Span
from drafter.text.quantities import Figure, figures

Role = Literal["value", "yoy", "previous", "target", "completion", "share", "rank", "aside"]
"""aside: a figure that compares with something else than the year before (较年初增长5%, 从31%降到30%)."""

_SHARE_UNITS = frozenset(("%", "‰", "个百分点", "百分点", "成"))
_ALSO = "分别|净|共|累计|预计|均|约|各|实际|平均"
_IS = "(?:达到?|为|是|在|超过?|保持在|提高到|提升到|提升至|上升到)?$"

_DOWN = "下降|降低|减少|回落|下滑|压减|收窄|缩短|降|减|少|低"
_UP = "增长|增加|提高|提升|上升|上涨|增|升|多|高"
_MOVED = f"(?P<way>{_DOWN}|{_UP})了?"
_LONE = re.compile("[\u4e00-\u9fff]{2}了?$")  # 增长 says a change by itself, 增 needs 同比
_LAST_YEAR = "(?:上年|去年|上一年|上年度)?同期(?:数|水平)?|上年度?|去年|上一年"
_SINCE = f"同比|同口径|可比口径|(?:[比较与同]|相比)(?:{_LAST_YEAR})(?:相比)?"
_SINCE_THEN = re.compile(_SINCE)
_CHANGED = re.compile(f"(?P<since>(?:{_SINCE}|{_ALSO})*)(?P<moved>{_MOVED})$")
_PACE = re.compile(f"(?:(?:{_SINCE}|平均|均|的)*)增(?:长率|速|幅)(?:分别|均)?{_IS}")
_FLAT = re.compile(f"(?:同比|[与和同](?:{_LAST_YEAR})(?:相比)?)(?:基本|大体|总体)?持平")
# A change against something else than the year before, and a pace of several years.
_OTHERWISE = re.compile(
    r"(?:环比|年均|年平均|五年|(?:(?<!同)[比较]|相比)(?:年初|期初|上月|上季度?|全[国省市县区]|[^，。；]{0,8}\d{4}年|.{2,8}?)(?:相比|平均)?)"
    rf"(?:{_ALSO})*(?:{_MOVED}|高[出于]|低于|快于)$|年均增(?:长率|速|幅)(?:达到?|为)?$|超(?:过|出)?序时进度$|[高低快慢]于[^，]{{1,16}}$"
)

_WHOSE = "(?:年度|全年|年初|当?年|既定|预[期定]|责任|考核|[省市县区][定里委]?|政府|上级|下达|确定|计划|预算|工作|的)*"
_GOAL = "目标任务数?|任务目标|任务总?数|目标总?数|计划总?数|预算数|年初预算|指标任务|序时进度|目标|任务|预算|指标"
_COMPLETED = re.compile(
    rf"(?:超额)?(?:完成|占|达到?|为|实现)了?(?P<named>[^，、；]{{0,16}}?){_WHOSE}(?:{_GOAL}|计划)(?:数|总额|量)?的?(?:比例)?{_IS}"
    rf"|(?:任务|目标|计划|预算|投资)?完成(?:率|比例|进度)(?:分别|均)?{_IS}|完成总?(?:工程|投资)?(?:总?量|进度)的?$|序时进度的?{_IS}"
)
_AIMED = re.compile(f"(?:占|完成)?(?:{_WHOSE}(?:{_GOAL})|(?:^|年度|全年|年初|年)计划){_IS}")
_SHARED = re.compile(
    f"(?:占|达到?)全[国省市县区镇乡]的?$|占[^，；。]{{1,22}}?(?:的比重|的比例|比重|比例|的|总数|总量)(?:分别|均|约)?{_IS}"
    rf"|(?<!.占)(?:占比|比重|所占比例)(?:分别|均|约)?{_IS}|占(?:(?!地)[^，、；。\d]{{2,16}})?$"
)
_LAST_YEARS = re.compile(r"[由从比较]?(?:上年|去年|上一年|上年度)?(?:同期|上年|去年)(?:数|水平)?[仅只]?[的为是有]?$")
_FROM = re.compile("[由从][^由从]{0,20}$")
_ARRIVES = re.compile(r"[^，；。\d]{0,4}(?:增|提|升|降|减|扩|上|下|调|压|缩|回)[^，；。\d]{0,6}[到至为]")
_HONOUR = re.compile("[获被评][得为]?$")  # an honour is a deed
_SIGNED = re.compile(r"(?:同比|增[速幅]|[比较](?:上年|去年)(?:同期)?)[：:]?([+-]\d+(?:\.\d+)?(?:%|个百分点))")
_FRACTION = re.compile(
    r"占(全[国省市县区镇球]的?(?:\d/\d{1,2}|[一二三四五六七八九十]+分之[一二三四五六七八九十]+|一半|半数))"
)
_RANKED = re.compile(
    "(?P<verb>(?:稳居|位居|位列|位次|跃居|跃升至?|上?升至|上?升到|提升至|保持|继续|均|排名|排位|排在|名列|名次|考核|列|居|排|为|在)*)"
    "(?P<rank>(?P<where>(?:全[国省市县区镇乡球]|(?<=[居列名])[\u4e00-\u9fff])[\u4e00-\u9fff]{0,10}?)?"
    "(?:第[\\d一二三四五六七八九十]+(?P<place>[位名])?|首位|榜首))"
    "(?=$|[，。；、（）()])"
)
_BEFORE = re.compile(
    "(?:不到|不足|超过|不低于|不少于|至少|接近|将近|大约|高达|多达|(?<![最附邻])近|(?<![签预节履违集])约|(?<!赶)超|逾)$"
)  # not 签约|3家
_AFTER = re.compile("以上|以下|左右|上下|以内")
_CLASS = re.compile("(?:以上|以下|以内)(?=[\u4e00-\u9fff])")  # 30万元以上|的村
_SIDES = re.compile("方面|领域|环节|方向|层面|维度")
_RATED = re.compile("企业|项目|工程|产业|强村")
_POWERS = frozenset(["千瓦", "兆瓦", "MWp", "MW", "KWh", "kWh", "KW", "kW", "KV", "kV", "kv", "千伏", "千伏安"])
_YEARLY = re.compile("[年日](?:产|处理|加工|出栏|供水|发电)$")
_JOINED = re.compile("[、和及与]|以及")


@dataclass(frozen=True, slots=True)
class Said:
    """A figure with what it is said as; spans count in the clause."""

    role: Role
    text: str  # as a facts table holds it, without the unit of an amount: 近2.2万, +3.5%, 52.6%, 全县第3
    unit: str  # of an amount (value, previous, target): 亩; "" for all else
    span: Span  # hedges and unit included: 近2.2万亩
    begin: int  # where the words begin that say its role: 同比增长|3.5%
    named: Span  # the indicator within these words (完成|固定资产投资|任务的80%); empty where there is none

    def shift(self, by: int) -> Said:
        """Return it moved by `by` characters."""
        return replace(self, span=self.span.shift(by), begin=self.begin + by, named=self.named.shift(by))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure stands."""

    clause: str
    figure: Figure
    span: Span  # hedges included
    left: int  # where the figure before it ends

    @property
    def words(self) -> str:
        """Return the words before it, back to the figure before."""
        return self.clause[self.left : self.span.start]

    @property
    def closed(self) -> bool:
        """Tell whether no word follows that it could count."""
        follows = self.clause[self.span.end : self.span.end + 1]
        return not _is_han(follows) or follows in "和及与"

    def amount(self, role: Role, at: int) -> Said:
        """Return it as an amount; `at` is where in `words` its role begins to be said."""
        span, inside = self.span, self.figure.span
        bare = inside.end - len(self.figure.unit)
        text = self.clause[span.start : bare] + self.clause[inside.end : span.end]
        return Said(role, text, self.figure.unit, span, self.left + at, Span(self.left, self.left))

    def share(self, role: Role, at: int, sign: str = "") -> Said:
        """Return it as said of an amount."""
        text = sign + self.span.of(self.clause)
        return Said(role, text, "", self.span, self.left + at, Span(self.left, self.left))


def said(clause: str) -> tuple[Said, ...]:
    """Return the figures and ranks of a clause in order."""
    found: list[Said] = []
    for figure in figures(clause):
        if not _in_name(clause, figure):
            place = _Place(clause, figure, _hedged(clause, figure), found[-1].span.end if found else 0)
            found.append(_said(place, found[-1] if found else None))
    found += _without_figures(clause, found)
    return tuple(sorted(found, key=lambda each: each.span.start))


def _in_name(clause: str, figure: Figure) -> bool:
    """Tell whether a figure is part of a name: 500MWp|光伏项目, 10亿元以上|企业, 15亩以上|的地块."""
    rest = clause[figure.span.end :]
    if not _is_han(rest[:1]):
        return False
    if figure.unit in _POWERS:
        return rest[0] != "的"
    if figure.unit in {"位", "名", "强"} and clause[: figure.span.start].endswith("前"):
        return True
    if figure.unit in {"分钟", "小时"} or (figure.unit == "个" and _SIDES.match(rest)):
        return not _AFTER.match(rest)
    if _YEARLY.search(clause, 0, figure.span.start):
        return not _AFTER.match(rest)
    return bool((_CLASS.match(rest) and figure.unit != "%") or (figure.unit == "元" and _RATED.match(rest)))


def _hedged(clause: str, figure: Figure) -> Span:
    start, end = figure.span.start, figure.span.end
    if before := _BEFORE.search(clause, max(0, start - 3), start):
        start = before.start()
    if after := _AFTER.match(clause, end):
        end = after.end()
    return Span(start, end)


def _said(place: _Place, before: Said | None) -> Said:
    """Tell the role of a figure by the words before it."""
    share = place.figure.unit in _SHARE_UNITS
    listed = before and before.role not in {"value", "rank"} and _JOINED.fullmatch(place.words)
    if before and listed and share == (not before.unit):
        sign, at = before.text[0] if before.role == "yoy" else "", len(place.words)
        return place.share(before.role, at, sign) if share else place.amount(before.role, at)
    if share and re.search("同比$", place.words):
        return place.share("yoy", len(place.words) - 2, "" if place.clause[place.span.start] == "-" else "+")
    if share and before and before.role == "target" and place.words == "的":
        return place.share("completion", 0)
    begins = _FROM.search(place.words)
    if begins and _ARRIVES.match(place.clause, place.span.end) and not _LAST_YEARS.search(place.words):
        return place.amount("aside", begins.start())
    if (other := _OTHERWISE.search(place.words)) and not _SINCE_THEN.match(other[0]):
        return place.amount("aside", other.start())
    return (_share(place) if share else _amount(place)) or place.amount("value", len(place.words))


def _share(place: _Place) -> Said | None:
    """Return what a percentage is said of an amount, None when it is an amount itself: 覆盖率达98%."""
    words = place.words
    point = "百分点" in place.figure.unit  # only changes are told in points
    if not point and (done := _COMPLETED.search(words)):
        whole = place.share("completion", done.start())
        return replace(whole, named=Span(*done.span("named")).shift(place.left)) if done["named"] else whole
    if not point and (part := _SHARED.search(words)):
        return place.share("share", part.start())
    moved = _CHANGED.search(words)
    if moved and (moved["since"] or _LONE.search(words)) and (place.closed or "同" in moved["since"]):
        return place.share("yoy", moved.start(), _sign(moved["way"]))
    if pace := _PACE.search(words):
        return place.share("yoy", pace.start(), "" if place.clause[place.span.start] == "-" else "+")
    return None


def _amount(place: _Place) -> Said | None:
    """Return what another figure is said of an amount, None when it is the amount itself."""
    words = place.words
    if before := _LAST_YEARS.search(words):
        return place.amount("previous", before.start())
    of_it = place.clause.startswith("的", place.span.end)
    if (aimed := _AIMED.search(words)) and (of_it or (place.closed and "完成" not in words)):
        return place.amount("target", aimed.start())
    moved = _CHANGED.search(words)
    if moved and place.closed and (place.figure.unit == "倍" or re.search("[同年]", moved["since"])):
        return place.share("yoy", moved.start(), _sign(moved["way"]))
    return None


def _sign(way: str) -> str:
    return "-" if re.fullmatch(_DOWN, way) else "+"


def _without_figures(clause: str, found: Sequence[Said]) -> Iterator[Said]:
    """Yield the ranks, and the changes and shares that are no figures: 同比持平, 同比+3%, 占全国1/10."""
    for match in _FLAT.finditer(clause):
        yield Said("yoy", "持平", "", Span(*match.span()), match.start(), Span(match.start(), match.start()))
    for match in _SIGNED.finditer(clause):
        if not any(each.span.overlap(Span(*match.span(1))) for each in found):
            yield Said("yoy", match[1], "", Span(*match.span(1)), match.start(), Span(match.start(), match.start()))
    for match in _FRACTION.finditer(clause):
        yield Said("share", match[1], "", Span(*match.span(1)), match.start(), Span(match.start(), match.start()))
    for match in _RANKED.finditer(clause):
        span = Span(*match.span("rank"))
        if _HONOUR.search(clause, 0, match.start()):
            continue
        known = match["where"] or match["place"] or re.search("[居列排名跃获]", match["verb"])
        if known and not any(each.span.overlap(span) for each in found):
            yield Said("rank", match["rank"], "", span, match.start(), Span(span.start, span.start))


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
