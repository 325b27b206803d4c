"""Verbs of indicators and deeds: what is done, what has become of something, what may be shared."""

from __future__ import annotations

import pytest

from drafter.compose.verbs import head_of, is_doing, is_shared, shared_start, verb_of


@pytest.mark.parametrize(
    ("indicator", "verb"),
    [
        ("发放低保金", "发放"),
        ("改造提升农贸市场", "改造提升"),
        ("培训农民", "培训"),
        ("培训人数", ""),
        ("改造工程", ""),
        ("种植面积", ""),
        ("救助资金", ""),
        ("救助困难群众", "救助"),
        ("签约率", ""),
        ("义务植树", "义务植树"),
        ("早稻种植面积", ""),
        ("保障性住房", ""),
    ],
)
def test_an_indicator_that_is_a_deed_has_its_verb(indicator: str, verb: str) -> None:
    assert verb_of(indicator) == verb


@pytest.mark.parametrize(
    ("deed", "doing"),
    [
        ("完成集镇农贸市场改造", True),
        ("成功举办首届采摘节", True),
        ("为213名独居老人落实每周探访", True),
        ("常态化开展巡查", True),
        ("集镇农贸市场改造完成", False),
        ("改造工程全部完工", False),
        ("“石磨云雾”茶获评绿色食品", False),
        ("镇卫生院完成门诊楼改造", False),
    ],
)
def test_deeds_are_told_from_results(deed: str, *, doing: bool) -> None:
    assert is_doing(deed) is doing


def test_what_several_indicators_share() -> None:
    assert is_shared("发放")
    assert not is_shared("完成")
    assert head_of("城乡居民养老保险参保率") == "参保率"
    assert head_of("参保率") == ""
    assert shared_start("城乡居民养老保险参保率", "城乡居民医疗保险参保率") == "城乡居民"
