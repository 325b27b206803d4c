"""The organs a report speaks of, by the level of the office: 镇人民政府, 街道办事处, 镇党委, 县委、县政府."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model import Locality

_NO_CONGRESS = "街道"
_COUNTY_LEVELS = "县市区旗"
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
