"""What is left of a place's name without 县 or 镇, and the words that it may be instead."""

from __future__ import annotations

from functools import cache

from drafter.config import data
from drafter.text.formulations import formulations
from drafter.text.gazetteer import PEOPLES

_TOPONYMS = frozenset(
    "东南西北中上下大小新老前后内外高长山河湖江溪水口头桥湾塘坪岭沟坝沙石田坑岗港浦洲岛岸园林场街门城店庙寺塔关井泉源潭滩坡峰"
    "龙虎凤凰马牛金银红黄青白黑紫翠绿花梅兰竹松柏柳杨桃李荷莲一二三四五六七八九十双仙观天地日月星云"
)


def bare_name(town: str) -> str:
    """Return the name of a town without what it is: 高兴 for 高兴镇; a line break, found in no name, for none."""
    stem = town.removesuffix("办事处").removesuffix("街道").removesuffix("镇").removesuffix("乡")
    return PEOPLES.sub("", stem) or town or "\n"


def is_common_toponym(stem: str) -> bool:
    """Tell whether a stem is made of what many a river, hill and quarter is called by: 西河口, 东山, 龙潭."""
    return all(character in _TOPONYMS for character in stem)


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words that a file of `data` lists."""
    lines = data(name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def fixed_wording() -> str:
    """Return all formulations: 宜居 is a town somewhere, but 生态宜居 speaks of none."""
    return "\n".join(formulation.text for formulation in formulations())
