"""Places in running text: real names are found, look-alikes are not."""

from __future__ import annotations

import pytest

from drafter.model import Locality
from drafter.text.gazetteer import Level, divisions
from drafter.text.places import level, places, superiors

NAMED = [
    ("在高兴镇第十九届人民代表大会上", ["高兴镇"]),
    ("兴国县高兴镇人民政府", ["兴国县", "高兴镇"]),
    ("大力推进新界埠镇建设", ["新界埠镇"]),
    ("兴国县委、高兴镇党委、江西省政府", ["兴国县", "高兴镇", "江西省"]),
    ("视察江西和赣州时", ["江西", "赣州"]),
    ("与深圳市龙岗区宝龙街道沟通交流", ["深圳市", "龙岗区", "宝龙街道"]),
    ("濉溪县双堆集镇", ["濉溪县", "双堆集镇"]),
    ("在老圩村、文溪村建设了零工驿站", ["老圩村", "文溪村"]),
    ("黄群村安全饮水工程", ["黄群村"]),
    ("完成先锋村和桐山村双车道改造", ["先锋村", "桐山村"]),
    ("涌山镇车溪村村集体", ["涌山镇", "车溪村"]),
    ("文溪村委会、南区社区", ["文溪村", "南区社区"]),
    ("走进兴国县，建设模范兴国", ["兴国县", "兴国"]),
    ("打造平安镇政府", ["平安镇"]),
]
LOOK_ALIKES = [
    "完成集镇改造",
    "扩大全镇规模",
    "长迳村东兴东胜乡村振兴示范点".removeprefix("长迳村"),
    "喜迎亚运城市焕新",
    "打造乡村振兴示范村镇",
    "新建街道路灯，建设街道公园",
    "创建平安镇街、和谐街道",
    "团结镇村干部",
    "特色小城镇、老旧城镇",
    "适应城市发展",
    "全村、各村、行政村、美丽乡村、15个村、示范村、未来社区、驻村",
    "群众感到高兴",
    "北京路、南京大学",
    "文山会海，长治久安",
    "XX镇XX村",
    "市区和县城",
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_a_real_name_is_found(text: str, names: list[str]) -> None:
    assert [place.span.of(text) for place in places(text)] == names


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_is_not(text: str) -> None:
    assert not list(places(text))


def test_a_place_comes_with_what_is_above_it() -> None:
    (city, town) = places("在赣州调研，前往涌山镇")
    assert (city.place, city.level) == (Locality("赣州市", province="江西省"), Level.CITY)
    assert town.place == Locality("涌山镇", "乐平市", "景德镇市", "江西省")


def test_a_name_of_many_is_told_by_what_stands_before_it_or_by_the_own_county() -> None:
    (alone,) = places("到城关镇学习")
    assert alone.place == Locality("城关镇")
    *_, after = places("到德保县城关镇学习")
    assert after.place.county == "德保县"
    (near,) = places("到高兴镇学习", Locality("埠头乡", "兴国县", "赣州市", "江西省"))
    assert near.place == Locality("高兴镇", "兴国县", "赣州市", "江西省")


def test_the_own_county_may_stand_bare() -> None:
    own = Locality("高兴镇", "兴国县", "赣州市", "江西省")
    text = "为建设模范兴国贡献力量"
    assert [place.place.name for place in places(text, own)] == ["兴国县"]
    assert not list(places(text))


def test_superiors_are_known_where_they_are_one() -> None:
    assert superiors("新界埠镇") == Locality("新界埠镇", "上高县", "宜春市", "江西省")
    assert superiors("高兴镇") is None
    assert superiors("高兴镇", "兴国县") == Locality("高兴镇", "兴国县", "赣州市", "江西省")
    assert superiors("某某镇") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("高兴镇", "镇"),
        ("埠头乡", "乡"),
        ("宝龙街道", "街道"),
        ("宝龙街道办事处", "街道"),
        ("兴国县", None),
        ("", None),
    ],
)
def test_the_level_of_an_office(name: str, kind: str | None) -> None:
    assert level(name) == kind


def test_the_gazetteer_is_whole() -> None:
    everything = [division for several in divisions().values() for division in several]
    assert len(everything) == 41_934
    assert sum(division.level == Level.TOWNSHIP for division in everything) == 38_723
    assert len(divisions()["城关镇"]) == 82
