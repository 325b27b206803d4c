"""Figures with their units: found in running text, read from a cell or an outline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.model import Span

SCALES = {
    "": Decimal(1),
    "千": Decimal(10**3),
    "万": Decimal(10**4),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "百亿": Decimal(10**10),
    "千亿": Decimal(10**11),
    "万亿": Decimal(10**12),
}

# The longest unit that fits counts; one that begins a common word counts only where that word does not follow:
# 6项 but not 6项目.
_UNITS = """
    % ‰ 个百分点 百分点 个工作日 工作日 个月 元 美元 欧元 港元 日元
    平方公里 平方千米 平方米 平方 平米 ㎡ 立方米 立方
    方(?![面案向针式便]) 公顷 亩次 亩 公里 千米 延米 厘米 毫米 微克每立方米 毫克每升 微克 英寸
    米(?![厂粉线]) 公斤 千克 吨标准煤 吨标煤 吨
    斤 克 标准箱 标箱 千瓦时 千瓦 兆瓦时 兆瓦 千伏安 千伏 MWp MW KWh kWh KW kW KV kV kv kg km 度(?=电) 升(?!级) 人次
    人户 人(?![民才大工居均口社员]) 户次 户(?!籍) 名(?![单优]) 位(?!于) 口(?![岸粮]) 对(?![接口标外于照]) 家次
    家(?![庭长电园]) 个(?![人体性]) 件次 件 剂次 剂(?!量) 笔(?![记试者画])
    场次 场(?![所馆景]) 次(?![级生]) 条次 条(?![例件]) 项次 项(?!目) 处次
    处(?![置理罚于级]) 期(?![间待货末满]) 台套 台次 台(?![账州湾风]) 辆次 辆 套 座(?!谈) 所(?![有在]) 栋 幢 间(?!接)
    张 份(?!额) 篇次 篇 起(?![步草来]) 宗(?![教旨]) 例(?![如会]) 批次 批(?!发) 支(?!部|出|撑|持|行|队(?!伍))
    只(?![要有]) 头(?![雁部]) 羽 尾 匹 株(?!洲) 棵 盏 艘 架次 架 眼 道(?!路) 段 类(?![型别]) 种(?![植养类子粮苗业])
    组(?!织) 轮 班次 班(?![子组级列]) 课时 学时 床(?!位) 张床位 床位 本(?![科级地]) 册 部(?![门委署队]) 首 幅
    天(?![然气]) 小时 分钟 周岁 岁 站(?!点) 片(?!区) 块 面(?![积临向]) 根 副 趟 门(?![店诊]) 倍(?!增)
    分(?![之别区局管]) 箱 袋 桶 瓶 枚 颗 扇 樘 孔 穴 标段 车次 车(?![间站]) 节 幕 档 列
"""
_UNIT = "|".join(sorted(_UNITS.split(), key=lambda unit: len(unit.partition("(")[0]), reverse=True))
_PER = "(?:/(?:平方米|立方米|平方公里|公里|公斤|千克|小时|亩|吨|人|户|日|天|年|月|斤|升|个|次))?"
_SCALE = "万亿|千亿|百亿|亿|千万|百万|万|千(?![瓦米克伏])"
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_BLANK = r"[Xx×]{1,4}(?:\.[Xx×]{1,2})?"
_TO = "[-—~～]{1,2}|至|到"
_NAMELIKE = frozenset("段站组道门面口班部本首幅眼节")
"""Units that a blank does not take: XX段 and XX站 are scrubbed names."""

# Names of initiatives and documents hold no figures: “1310”, “15分钟生活圈”, 《2023年2号文件》.
_QUOTED = r"“[^“”\n]{1,16}”|《[^《》\n]*》"
# 第3名, S527, 1+6+N, 3·23, 1-6月, 3.4:71.4: what stands before them says that they are no figures.
_AMOUNT = (
    r"(?<![\dA-Za-z.,+·×/:第-])(?:(?<=[\u4e00-\u9fff])(?P<minus>-))?"
    rf"(?:(?P<low>{_DIGITS})(?P<low_scale>{_SCALE})?(?:{_UNIT})?(?:{_TO}))?"
    rf"(?P<number>{_DIGITS}|{_BLANK})(?P<more>[余多来])?(?P<scale>{_SCALE})?(?P<odd>[余多])?(?P<unit>(?:{_UNIT}){_PER})?"
)
_TENTHS = "(?<![第十百])(?P<tenths>[一二两三四五六七八九])成(?![不立为员功果语就活本长绩])"
_FIGURE = re.compile(f"{_QUOTED}|(?=[\\dXx×-]){_AMOUNT}|{_TENTHS}", re.ASCII)
_TENTH_VALUES = {"两": 2} | {numeral: value for value, numeral in enumerate("一二三四五六七八九", 1)}

_HEDGE_BEFORE = re.compile(
    "(?:超过|不低于|不少于|至少|接近|将近|大约|突破|(?<![最附邻])近|(?<![签预节履违集])约|(?<!赶)超|逾)$"
)
_HEDGE_AFTER = re.compile("以上|以下|左右|上下|以内")
_VALUE = re.compile(rf"([+-]?{_DIGITS})({_SCALE})?%?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, as a text states it."""

    span: Span  # number, scale and unit: 2.2万余亩
    value: Decimal | None  # scaled by 万 and 亿 (22000); the lower one of a range; None for XX
    upper: Decimal | None  # the upper value of a range, else None
    unit: str  # 亩, 元, %, 个百分点, 元/亩; "" after a mere 万 or 亿
    scale: str  # 万, 亿 …; "" without
    step: Decimal  # what one of the last typed digit is worth: 1000 in 2.2万
    hedge: str  # 超, 近, 余, 以上 … as printed, joined; "" for an exact figure


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a text in order; ordinals, years, dates, document numbers and names are none."""
    for match in _FIGURE.finditer(text):
        if match["tenths"]:
            value = Decimal(_TENTH_VALUES[match["tenths"]])
            yield Figure(Span(*match.span()), value, None, "成", "", Decimal(1), _hedge(text, match))
        elif match["number"] and (match["unit"] or match["scale"]):
            if match["number"][0].isdigit():
                yield _figure(text, match)
            elif match["unit"] and match["unit"] not in _NAMELIKE:
                yield Figure(
                    Span(*match.span()),
                    None,
                    None,
                    match["unit"],
                    match["scale"] or "",
                    Decimal(0),
                    _hedge(text, match),
                )


def _figure(text: str, match: re.Match[str]) -> Figure:
    scale = match["scale"] or ""
    value = _decimal(match["number"]) * SCALES[scale] * (-1 if match["minus"] else 1)
    step = Decimal(1).scaleb(-len(match["number"].partition(".")[2])) * SCALES[scale]
    lower, upper = (_lower(match, value), value) if match["low"] else (value, None)
    return Figure(Span(*match.span()), lower, upper, match["unit"] or "", scale, step, _hedge(text, match))


def _lower(match: re.Match[str], upper: Decimal) -> Decimal:
    """Return the lower value of a range; in 10-15亿 the two share the scale, in 9000—1.2万 they do not."""
    lower = _decimal(match["low"])
    shared = lower * SCALES[match["low_scale"] or match["scale"] or ""]
    return shared if shared <= upper else lower


def _hedge(text: str, match: re.Match[str]) -> str:
    before = _HEDGE_BEFORE.search(text, max(0, match.start() - 3), match.start())
    after = _HEDGE_AFTER.match(text, match.end())
    inside = (match["more"] or match["odd"] or "") if match["number"] else ""
    return (before[0] if before else "") + inside + (after[0] if after else "")


def is_unit(text: str) -> bool:
    """Tell whether a text is a unit, 万 and 亿 counted in: 亩, 万元, %."""
    plain = unicodedata.normalize("NFKC", text)
    return any(figure.span == Span(0, len(plain) + 1) for figure in figures(f"1{plain}"))


def parse_value(text: str) -> Decimal:
    """Read what a writer types for a number: 2.2万, 1,234, 101%, -3.5%; raise ValueError for anything else."""
    match = _VALUE.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    return _decimal(match[1]) * SCALES[match[2] or ""]


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
