"""How large a town is, told in passing: 总面积126平方公里, and 162平方公里的土地; 总人口3.2万人, and 3.6万人民."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.amounts import Interval, interval, ratio
from drafter.check.findings import paragraph
from drafter.model import Span

OTHER = 2  # times; further apart, one is of something else

_PASSING = re.compile(
    r"(?P<hedge>[近约逾])?(?P<size>\d[\d.]*[余多]?万?[余多]?)(?:(?P<area>平方公里|平方千米)(?:的|这片)?(?:土地|大地|热土|沃土)"
    "|[名位]?(?:全[镇乡])?(?:各族)?(?:勤劳的)?(?:父老乡亲|父老|人民|干部群众))"
)
_STATED = re.compile(
    "(?:(?P<area>(?:国土|区域|辖区|行政区域|土地|[镇乡]域|总)+面积)|(?:总|户籍|常住|全[镇乡]|辖区)人口)[约为有达共近]*"
    r"(?P<size>\d[\d.]*[余多]?万?[余多]?)(?:平方公里|平方千米|人)"
)
_PART = re.compile("[村县市省区户]$|每|其中|受益|惠及|覆盖|解决|带动|服务|脱贫|居民$|组织|动员|发动|农业|流动")


def find_extent(account: Account) -> Iterator[Fault]:
    """Yield sizes of the town and its people, as a phrase has them, that none of those stated can be."""
    passing = [match for match in _PASSING.finditer(account.text) if not _of_part(account.text, match)]
    stated = list(_STATED.finditer(account.text)) if passing else []
    for match in passing:
        same = [each for each in stated if bool(each["area"]) == bool(match["area"])]
        if same and _unlike(match, same):
            name, where = "面积" if match["area"] else "人口", paragraph(account.text, same[0].start())
            message = f"全域{name}前后不一致：这里是{match[0]}，{where}是{same[0][0]}"
            yield Fault("conflict", Span(*match.span()), message, "请核对，全文用同一个数", severity="warning")


def _of_part(text: str, match: re.Match[str]) -> bool:
    return bool(_PART.search(text[max(0, match.start() - 6) : match.start()]))


def _unlike(match: re.Match[str], stated: Sequence[re.Match[str]]) -> bool:
    value = interval(f"{match['hedge'] or ''}{match['size']}")
    others = [other for each in stated if (other := interval(each["size"]))]
    if value is None or any(_near(value, other) for other in others):
        return False
    return any(ratio(value, other) <= OTHER for other in others)


def _near(value: Interval, other: Interval) -> bool:
    """Tell whether a size may be another, rounded as a phrase does: 3.2万人民 of 31689人."""
    return value.widened(value.middle / 30).meets(other)
