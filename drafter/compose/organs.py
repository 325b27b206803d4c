"""The organs a report speaks of, by the level of the office: 镇人民政府, 街道办事处, 镇党委; and those it speaks to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from drafter.model import Locality

_NO_CONGRESS = "街道"
_COUNTY_LEVELS = "县市区旗"
_JUDGE = "向大会报告工作，请予审议，并请列席会议的同志提出意见。"
_SUPERIORS_UNKNOWN = "上级党委、政府"


@dataclass(frozen=True, slots=True)
class Organs:
    """Names of organs, short as they are spoken inside the office."""

    level: str  # 镇, 乡 or 街道
    government: str  # 镇人民政府, 街道办事处
    full_government: str  # 高兴镇人民政府
    party: str  # 镇党委, 街道党工委
    supervisor: str  # 镇人大, 街道人大工委
    superiors: str  # 县委、县政府
    whole: str  # 全镇


def organs(place: Locality) -> Organs:
    """Return the organs of the office at `place`, whose name ends in 镇, 乡 or 街道."""
    level = _NO_CONGRESS if place.name.endswith(_NO_CONGRESS) else place.name[-1]
    street = level == _NO_CONGRESS
    government = "办事处" if street else "人民政府"
    return Organs(
        level=level,
        government=level + government,
        full_government=place.name + government,
        party=level + ("党工委" if street else "党委"),
        supervisor=level + ("人大工委" if street else "人大"),
        superiors=_superiors(place.county),
        whole=f"全{level}",
    )


def _superiors(county: str) -> str:
    level = county[-1:]
    return f"{level}委、{level}政府" if level and level in _COUNTY_LEVELS else _SUPERIORS_UNKNOWN


def address(office: Organs, meeting: str) -> Mapping[str, str]:
    """Return how those present are greeted, spoken to, thanked and asked to judge: a 街道 has no congress."""
    if office.level != "街道":
        return {"称呼": "各位代表", "称谓": "各位代表", "出席者": "全体人大代表", "请审": _JUDGE}
    if "代表会" in meeting:
        return {"称呼": "各位代表，同志们", "称谓": "各位代表，同志们", "出席者": "各位代表", "请审": _JUDGE}
    if council := re.search("议[政事]会", meeting):
        members = f"各位{council[0]}成员"
        return {"称呼": f"{members}，同志们", "称谓": "同志们", "出席者": members, "请审": _JUDGE}
    return {"称呼": "同志们", "称谓": "同志们", "出席者": "各位与会同志", "请审": "向大家报告工作，请提出意见。"}


def titled(post: str, name: str, government: str) -> str:
    """Return a post with its office before it, whatever part of the office it begins with: 镇人民政府镇长."""
    office = name if "党" in post else government
    shared = next(n for n in range(len(office), -1, -1) if post.startswith(office[len(office) - n :]))
    return post if name in post else office + post[shared:]
