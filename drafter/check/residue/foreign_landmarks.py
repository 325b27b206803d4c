"""Rivers, mountains and other names of provinces far away: 赣江 and 八闽大地 in the report of a town in 湖南."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.case import Case
from drafter.check.reading import read
from drafter.check.residue.foreign import INSTEAD, foreign_place
from drafter.check.residue.foreign_places import is_told
from drafter.check.residue.own_chain import province_of
from drafter.config import table
from drafter.model import Finding
from drafter.text.dictionary import look_up
from drafter.text.gazetteer import Level
from drafter.text.lookout import Lookout
from drafter.text.places import level

# What goes on behind a name that is part of another: 泰山路, 长白山镇, 太湖村, 东江湾.
_GOES_ON = re.compile("[路街巷村镇乡县市区社湾桥组籍牌杯]|大道|公司|集团|大桥|街道|小区|经验|精神|会议|合作区|协作区")
_IN_NAME = re.compile("(?:[大小东西南北上下新老古]|重[于如]|[稳安]如|[\u4e00-\u9fff]江[、和])$")


def find_foreign_landmarks(case: Case) -> Iterator[Finding]:
    """Yield the landmarks of other provinces that a town names as its own; none where its province is unknown."""
    own = case.own.locality
    province = province_of(own) if own and level(own.name) else ""
    if not own or not province:
        return
    reading = read(case.document)
    above = f"{own.name}{own.county}{own.city}{own.province}"
    for span in _lookout().find(reading.text):
        name = span.of(reading.text)
        if province in _landmarks()[name] or name[:2] in above or reading.is_annexed(span):
            continue
        before = reading.text[max(0, span.start - 3) : span.start]
        if look_up(reading.text[span.start - 1 : span.start + 1]):  # 借|鉴江
            continue
        if _GOES_ON.match(reading.text, span.end) or _IN_NAME.search(before):
            continue
        if not is_told(reading, Level.CITY, span):
            yield foreign_place(case, span, f"是{'、'.join(_landmarks()[name])}的，本稿是{province}的报告，", INSTEAD)


@cache
def _landmarks() -> dict[str, tuple[str, ...]]:
    """Return the provinces of each landmark."""
    rows = table("landmarks.tsv")
    return {name: tuple(provinces.split("|")) for provinces, names in rows for name in names.split("|")}


@cache
def _lookout() -> Lookout:
    return Lookout(_landmarks())
