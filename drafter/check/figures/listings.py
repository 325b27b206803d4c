"""Lists held against the number they announce: 12个（a、b、c）, 三次产业 20:45:35, 甲村、乙村、丙村3个村."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.amounts import added, interval
from drafter.check.figures.numerals import number_of
from drafter.check.figures.sums import ASK
from drafter.check.figures.units import unit
from drafter.model import Span
from drafter.text.quantities import Figure

OFF = Decimal("0.5")  # per cent: three rounded shares may miss 100 by so much
FAR = 10  # per cent by which shares that are so called but long before may miss 100
FEWEST_NAMES = 3  # of two, 和 may stand within one
LONGEST_NAME = 8  # characters

_BRACKETS = re.compile("（([^（）]*)）")
_NOT_PARTS = re.compile("等|其中|累计|比|较|完成|目标|上年|去年")
_RATIO = re.compile(r"\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?){2}")
_STRUCTURE = re.compile("产业|三产|结构")
_CHANGED = ("调整为", "优化为", "变化为", "演变为", "改变为", "转变为", "提升为")
_SHARES = re.compile(r"(?:\d+(?:\.\d+)?%[、，和]){2}\d+(?:\.\d+)?%")
_THREE = re.compile(
    "(?:三次产业|一二三产业?|[一第]一?、二、三产业?|三产)[^，。；]{0,10}(?:占比|比重|比例)(?:分别)?(?:为|达|是)?$"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORD = "[\u4e00-\u9fff“”A-Za-z]"
_NAMES = re.compile(
    rf"(?P<list>{_WORD}{{2,16}}(?:、{_WORD}{{1,14}})+(?:[和及与]{_WORD}{{2,10}})?)"
    r"(?P<all>共|一共|共计|这)?(?P<count>\d{1,2}|[两三四五六七八九])(?P<unit>个|家|所|座|条|处|项|大|名|位|类)"
    r"(?P<noun>[\u4e00-\u9fff]{0,2})"
)
_WORKS = ("项目", "工程")
_WORK = re.compile(
    "..(?:改造|提升|延伸|[扩新改修迁]建|建设|整治|治理|硬化|亮化|绿化|美化|加固|工程|项目|维修|修缮|疏浚|修复|配套|安装|拓宽|升级|清淤|净化)$"
)
_BODIES = "村镇乡社区县园校路"


def find_listings(account: Account) -> Iterator[Fault]:
    """Yield lists that are not what is said of them."""
    for sentence, found in account.rows():
        said = sentence.of(account.text)
        yield from _brackets(account.text, sentence, found)
        yield from _structures(said, sentence.start)
        yield from _names(said, sentence.start)


def _brackets(text: str, sentence: Span, found: Sequence[Figure]) -> Iterator[Fault]:
    """Yield parts in brackets behind their sum that do not add up: 12个（工业5个、农业4个、服务业2个）."""
    for match in _BRACKETS.finditer(text, sentence.start, sentence.end):
        inside = [figure for figure in found if match.start() < figure.span.start and figure.span.end <= match.end()]
        whole = next((figure for figure in found if figure.span.end == match.start()), None)
        if len(inside) < 2 or whole is None or whole.unit in {"", "%", "‰"} or _NOT_PARTS.search(match[1]):
            continue
        alike = all(unit(figure.unit) == unit(whole.unit) for figure in inside)
        if not alike or len(re.split("[、，；和]", match[1])) != len(inside):
            continue
        total, *values = (interval(figure.span.of(text)) for figure in (whole, *inside))
        known = [value for value in values if value]
        if total and len(known) == len(inside) and not added(known).meets(total):
            shown = "＋".join(figure.span.of(text) for figure in inside)
            yield Fault(
                "sum",
                Span(whole.span.start, match.end()),
                f"总数写的是{whole.span.of(text)}，括号里各项相加（{shown}）是{told(added(known).middle)}{whole.unit}",
                ASK,
            )


def _structures(said: str, shift: int) -> Iterator[Fault]:
    """Yield shares of the three industries that are not 100 in all: 20:45:40; 分别为20%、45%、40%."""
    for match in _RATIO.finditer(said):
        parts = [Decimal(part) for part in _NUMBER.findall(match.group())]
        named = _STRUCTURE.search(said, max(0, match.start() - 24), match.start())
        changed = "产" in said[: match.start()] and said.startswith(_CHANGED, match.start() - 3)
        if (named or (changed and abs(sum(parts, Decimal(-100))) < FAR)) and min(parts) > 1:
            yield from _not_whole(match, parts, shift, f"三次产业之比{match.group()}")
    for match in _SHARES.finditer(said):
        if _THREE.search(said, 0, match.start()):
            parts = [Decimal(part) for part in _NUMBER.findall(match.group())]
            yield from _not_whole(match, parts, shift, f"三次产业的占比{match.group()}")


def _not_whole(match: re.Match[str], parts: list[Decimal], shift: int, name: str) -> Iterator[Fault]:
    total = sum(parts, Decimal(0))
    if abs(total - 100) > OFF:
        yield Fault("sum", Span(*match.span()).shift(shift), f"{name}，相加是{told(total)}，不是100", "请核对三个数")


def _names(said: str, shift: int) -> Iterator[Fault]:
    """Yield names that are not as many as is said: 甲村、乙村、丙村4个村; 甲、乙、丙共4个点."""
    for match in _NAMES.finditer(said):
        more = match["list"].endswith("等")
        names = re.split("[、和及与]", match["list"].removesuffix("等"))
        if not all(names) or len(names) < FEWEST_NAMES or max(map(len, names[1:])) > LONGEST_NAME:
            continue
        body = names[-1][-1]
        alike = body in _BODIES and match["noun"].startswith(body) and all(name.endswith(body) for name in names)
        count = number_of(match["count"])
        too_many = more and match["unit"] == "家" and len(names) > count
        works = match["noun"] in _WORKS and all(map(_WORK.search, names)) and abs(len(names) - count) == 1
        if too_many or (
            (alike or match["all"] or (works and match["unit"] in "个项"))
            and (len(names) > count or (len(names) < count and not more))
        ):
            yield Fault(
                "sum",
                Span(*match.span()).shift(shift),
                f"列出的名称有{len(names)}个，写的却是“{match['count']}{match['unit']}{match['noun']}”",
                "请核对名称和个数",
                severity="warning",
            )
