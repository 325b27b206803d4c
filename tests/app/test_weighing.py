"""What follows from a fact as typed, and what last year's report tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter import app
from drafter.app import LastValue, LastYear
from drafter.config import Workspace
from drafter.model import Locality

REPORT = """\
政府工作报告
——2030年8月5日在青石镇第十九届人民代表大会第七次会议上
云溪县青石镇人民政府镇长　某某
各位代表：
现在，我代表镇人民政府，向大会报告工作，请予审议。
一、2030年上半年工作回顾
（一）夯实产业根基，发展步伐更稳
今年以来，完成早稻种植面积4.2万亩，同比增长3.5%；财政总收入4057万元。
二、下半年工作打算
（一）抓好秋冬生产
完成油菜种植面积6000亩。
"""
PLACE = Locality("青石镇", "云溪县")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace that holds last year's report."""
    folder = tmp_path_factory.mktemp("工作区")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "去年.txt").write_text(REPORT, encoding="utf-8")
    workspace = Workspace(folder)
    app.mine(workspace, [], lambda *_: None)
    return workspace


def weigh(*, planned: bool = False, **values: str) -> app.Weighed:
    """Weigh a fact of an indicator."""
    return app.weigh((("指标", "公路改造"), *values.items()), planned=planned)


def test_change_and_rate_are_those_of_the_draft() -> None:
    told = weigh(数值="3.26亿", 单位="元", 上年同期="3.05亿", 目标="6亿")
    assert (told.yoy, told.completion, told.fault) == ("+6.9%", "54.3%", "")
    assert weigh(数值="3", 单位="亿元", 上年同期="3").yoy == "持平"
    assert weigh(数值="2", 单位="亿元", 上年同期="3").yoy == "-33.3%"
    assert not weigh(数值="2", 单位="亿元", 上年同期="3", 同比="-33%").yoy
    assert not weigh(数值="", 单位="公里", 上年同期="3").yoy


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"数值": "不少", "单位": "公里"}, "“不少”不是数字"),
        ({"数值": "12亩", "单位": "公里"}, "数值里的单位是“亩”，单位一栏写的是“公里”"),
        ({"数值": "12", "单位": "公里", "同比": "很大"}, "“很大”看不出是多大的变化"),
        ({"数值": "12", "单位": "公里"}, ""),
    ],
)
def test_what_cannot_be_is_told(values: dict[str, str], fault: str) -> None:
    assert weigh(**values).fault == fault


def test_last_years_values_are_those_of_the_office_and_the_part_of_the_year(workspace: Workspace) -> None:
    last = app.last_year(workspace.root, PLACE, "2031年上半年")
    assert last is not None
    assert last.report == "去年"
    assert last.of("早稻种植面积", "亩") == LastValue("4.2万", "4.2万亩")
    assert last.of("全镇早稻种植面积", "万亩") == LastValue("4.2", "4.2万亩")
    assert last.of("财政总收入", "亿元") == LastValue("", "4057万元")
    assert last.of("油菜种植面积", "亩") is None  # planned, not reached


@pytest.mark.parametrize(
    ("place", "period"),
    [
        (PLACE, "2031年"),
        (PLACE, "2032年上半年"),
        (PLACE, ""),
        (Locality("白石镇", "云溪县"), "2031年上半年"),
        (Locality("青石镇", "白云县"), "2031年上半年"),
        (Locality(""), "2031年上半年"),
    ],
)
def test_another_report_tells_nothing(workspace: Workspace, place: Locality, period: str) -> None:
    assert app.last_year(workspace.root, place, period) is None


def test_without_a_library_there_is_no_last_year(tmp_path: Path) -> None:
    assert app.last_year(tmp_path, PLACE, "2031年上半年") is None


def test_of_several_values_the_unit_decides() -> None:
    last = LastYear("去年", {"新增低保": (("57", "户"), ("70", "人"))})
    assert last.of("新增低保", "人") == LastValue("70", "70人")
    assert last.of("新增低保", "") is None
    assert last.of("新增低保", "次") is None
