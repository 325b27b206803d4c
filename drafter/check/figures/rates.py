"""Rates that contradict themselves: 完成率 against 目标, 超额 below 100 %, percentages and amounts that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.figures.account import SLIPPED, Account, Fault, amount, is_rate, told
from drafter.check.figures.amounts import interval, last_place, ratio
from drafter.check.figures.entries import Entry
from drafter.check.figures.figured import Figured

WHOLE = 100  # per cent
MOST_REACHED = 1000  # per cent of a target; beyond it a decimal point has slipped
MOST_A_HEAD = Decimal(10**6)  # 元 a year: nobody's average income
LEAST_A_HEAD = Decimal(1000)  # 元 a year: less than anybody has
LEAST_INVESTED = Decimal(5000)  # 元: less than anything costs that a report tells of
LEAST_IN_ALL = Decimal(10**5)  # 元: less than any town takes in, produces or invests
MOST_OF = {
    "吨": Decimal(10**7),
    "亩": Decimal(3 * 10**6),
    "公里": Decimal(2000),
    "头": Decimal(10**7),
    "人": Decimal(2 * 10**6),
}  # of any town
MOST_PRODUCED = Decimal(3 * 10**11)  # 元: more than the product of any town
MOST_SPENT = Decimal(2 * 10**10)  # 元: more than what any town takes in or spends

_ALL = re.compile("(?:率|覆盖面|比重|占比|满意度|知晓度|安全感|比例)$")
_BEYOND = re.compile(  # rates that may exceed 100 %
    "(?:增长|增速|增幅|完成|负债|拨备|覆盖倍|毛入[学园]|自给|充足|流动|周转|产出|容积|换手|产销|保值|增值|速动|到位|(?:电话|手机|移动|宽带)普及|复种|回报|收益"
    "|溢价|投产|达产|超额|利用|执行|入库|征收|征缴|进度|增收|返还|贡献|[税利费倍汇频])率$"
)
_OF_A_GOAL = re.compile("目标|计划|任务|上年|去年|同期|预算")
_OVERDONE = re.compile("超额|超目标|超计划|超任务")
_SHORT_OF = re.compile("未完成|没有完成|差距|尚未达")
_MAY_TURN = re.compile("利润|盈|亏|净|收益|差")  # may fall below nothing
_A_HEAD = re.compile("人均|户均")
_PRODUCED = re.compile("产值|生产总值|增加值|销售|营业|营收|贸易|进出口|贷款|存款|余额|交易|投资|市值|资产")
_INCOME = re.compile("人均(?:可支配|纯)收入$")
_INVESTED = re.compile("^(?:总投资|投资|项目总投资|计划投资|完成投资|投入资金|总投入)$")
_LARGE = re.compile(
    "^(?:固定资产投资|生产总值|.*总产值|财政总收入|一般公共预算收入|税收总?收入|社会消费品零售(?:总额)?)$"
)
_COUNTRY = re.compile("全国|我国|国家|国债|中国|世界|全球|全[省市县区]|国际|央")
_TOWN = ("镇", "乡", "街道")
_CHECK = "请核对这个数"


def find_rates(account: Account) -> Iterator[Fault]:
    """Yield rates that the figures beside them belie, and figures that cannot be."""
    own = account.case.own.locality
    is_town = own is not None and own.name.endswith(_TOWN)
    for entry in account.entries:
        yield from _completions(entry)
        yield from _percentages(entry)
        yield from _amounts(entry, is_town=is_town)
    if is_town:
        yield from _beyond_any_town(account.figured)


def _beyond_any_town(text: Figured) -> Iterator[Fault]:
    """Yield what only countries count: 万亿, and 亿 of people or land."""
    for each, place in zip(text.told, text.places, strict=True):
        scale, counted = each.figure.scale, each.figure.unit
        if (scale == "万亿" or (scale == "亿" and counted in MOST_OF)) and not _COUNTRY.search(text.said(place)):
            message = f"写的是{each.printed}，一个乡镇不会有这么多"
            yield Fault("unit", each.span, message, "请核对单位，看“万”“亿”有没有写错")


def _completions(entry: Entry) -> Iterator[Fault]:
    value, target, done = amount(entry), amount(entry, "target"), amount(entry, "completion")
    if done is None:
        return
    printed, span = entry.stated.completion, entry.span("completion")
    clause = re.split("[，；。]", entry.before("completion"))[-1]
    if value and target and target.low > 0 and not is_rate(entry) and ratio(value, target) < SLIPPED:
        expected = value.over(target)
        if not done.widened(last_place(printed)).meets(expected):
            yield Fault(
                "completion",
                entry.span("value", "target", "completion"),
                f"完成率写的是{printed}，按{entry.printed('value')}和目标{entry.printed('target')}计算，"
                f"应为{told(expected.middle)}%",
                "请核对这几个数",
            )
    elif _OVERDONE.search(clause) and done.high < WHOLE:
        yield Fault("completion", span, f"说的是超额完成，完成率却只有{printed}", "请核对完成率，或改掉“超额”")
    elif _SHORT_OF.search(clause) and done.low > WHOLE:
        yield Fault("completion", span, f"说的是没有完成，完成率却有{printed}", "请核对完成率")
    elif done.low > MOST_REACHED:
        yield Fault("percent", span, f"完成率写的是{printed}，大得不像真的", "请核对小数点")


def _percentages(entry: Entry) -> Iterator[Fault]:
    """Yield percentages that cannot be."""
    value, share, change = amount(entry), amount(entry, "share"), entry.stated.yoy
    name = f"“{entry.stated.indicator}”"
    if value and value.low > WHOLE and _is_of_all(entry):
        yield Fault("percent", entry.span("value"), f"{name}写的是{entry.printed('value')}，不会超过100%", _CHECK)
    if share and "%" in entry.stated.share and share.low > WHOLE:
        yield Fault("percent", entry.span("share"), f"占比写的是{entry.stated.share}，不会超过100%", _CHECK)
    fallen = interval(change[1:]) if change.startswith("-") and change.endswith("%") else None
    if fallen and fallen.low > WHOLE and not _MAY_TURN.search(entry.stated.indicator):
        message = f"{name}写的是下降{change[1:]}，下降不会超过100%"
        yield Fault("percent", entry.span("yoy"), message, _CHECK)


def _is_of_all(entry: Entry) -> bool:
    """Tell whether a percentage says how much of all there is: 参保率, unless it is measured by a goal."""
    named = _ALL.search(entry.key) and not _BEYOND.search(entry.key)
    return bool(named) and entry.stated.unit == "%" and not _OF_A_GOAL.search(entry.before()[-40:])


def _too_small(entry: Entry) -> str:
    return f"请核对单位，{'“万元”可能是“亿元”' if '万' in entry.printed('value') else '“元”可能是“万元”'}"


def _amounts(entry: Entry, *, is_town: bool) -> Iterator[Fault]:
    """Yield amounts of money that nobody has."""
    value = amount(entry)
    name = f"“{entry.stated.indicator}”写的是{entry.printed('value')}"
    if value and is_town and not entry.place and value.low > MOST_OF.get(entry.stated.unit, value.low):
        yield Fault("unit", entry.span("value"), f"{name}，一个乡镇不会有这么多", "请核对单位，看“万”“亿”有没有写错")
    if value is None or entry.stated.unit != "元":
        return
    if _INCOME.search(entry.key) and value.high < LEAST_A_HEAD and "增" not in entry.before()[-16:]:
        yield Fault("unit", entry.span("value"), f"{name}，人均不会只有这么少", "请核对单位，“元”可能是“万元”")
    elif _INVESTED.search(entry.stated.indicator) and Decimal(0) < value.high < LEAST_INVESTED:
        yield Fault("unit", entry.span("value"), f"{name}，投资不会只有这么少", "请核对单位，“元”可能是“万元”")
    elif _LARGE.search(entry.key) and not entry.place and Decimal(0) < value.high < LEAST_IN_ALL:
        yield Fault("unit", entry.span("value"), f"{name}，不会只有这么少", _too_small(entry))
    elif _A_HEAD.search(entry.stated.indicator) and value.low > MOST_A_HEAD:
        yield Fault("unit", entry.span("value"), f"{name}，人均不会有这么多", "请核对单位，“万元”可能是“元”")
    elif is_town and not entry.place and value.low > (MOST_PRODUCED if _PRODUCED.search(entry.key) else MOST_SPENT):
        yield Fault("unit", entry.span("value"), f"{name}，一个乡镇不会有这么多", "请核对单位，“亿元”可能是“万元”")
