"""Villages, old towns, sights and produce that everybody knows and another county has: 黄龙溪古镇, 北极村, 洛川苹果."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from drafter.check.case import Case
from drafter.check.reading import read
from drafter.check.residue.foreign import INSTEAD, foreign_place
from drafter.check.residue.foreign_places import is_told
from drafter.check.residue.own_chain import province_of
from drafter.check.residue.stems import bare_name
from drafter.config import table
from drafter.model import Finding, Locality, Span
from drafter.text.gazetteer import Level, divisions
from drafter.text.lookout import Lookout
from drafter.text.places import level

# Behind a name that is part of another, or only a model to learn from.
_GOES_ON = re.compile(
    "[路街巷桥站籍式]|大道|公司|集团|镇|乡|街道|社区|小区|水库|大桥|收费站|互通|出口|方向|精神|经验|模式|会议|起义|战役|等地|标准|工艺|品种|种苗|苗木|峰会|亚洲论坛|论坛"
)
_LEARNT = re.compile(
    "学习|借鉴|参照|仿照|对标|比学|走进|参观|考察|观摩|研学|打卡|游览|引进|引种|试种|嫁接|移植|采购|联动|串联|连接|线路|精品线|毗邻"
)


def find_foreign_sights(case: Case) -> Iterator[Finding]:
    """Yield the sights of other counties that a town names as its own; none where its own county is unknown."""
    own = case.own.locality
    province = province_of(own) if own and level(own.name) and own.county else ""
    if not own or not province:
        return
    reading = read(case.document)
    for span in _lookout().find(reading.text):
        name = span.of(reading.text)
        if _is_own(own, province, name) or _GOES_ON.match(reading.text, span.end) or reading.is_annexed(span):
            continue
        clause = reading.clause(span).of(reading.text)
        if not _LEARNT.search(clause) and not is_told(reading, Level.COUNTY, span):
            counties = [county for _, county in _sights()[name]]
            where = _with_county(reading.text, span, counties)
            yield foreign_place(case, where, f"在{'、'.join(counties)}，不是本地的，", INSTEAD)


def _with_county(text: str, span: Span, counties: Sequence[str]) -> Span:
    """Return the span of a sight with its county, where that stands right before it: 通山|隐水洞."""
    for county in (*counties, *(county[:-1] for county in counties)):
        if text.endswith(county, 0, span.start):
            return Span(span.start - len(county), span.end)
    return span


def _is_own(own: Locality, province: str, name: str) -> bool:
    """Tell whether a sight may be the office's: in its county or city, or called as it is."""
    if bare_name(own.name) in name or own.county[:2] in name:
        return True
    where = _sights()[name]
    return any(county in {own.county, own.city} or own.city in _cities(county) for p, county in where if p == province)


def _cities(county: str) -> frozenset[str]:
    return frozenset(each.place.city for each in divisions().get(county, ())) - {""}


@cache
def _sights() -> dict[str, list[tuple[str, str]]]:
    """Return the province and county of each sight."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for province, county, names in table("sights.tsv"):
        for name in names.split("|"):
            found[name].append((province, county))
    return dict(found)


@cache
def _lookout() -> Lookout:
    return Lookout(_sights())
