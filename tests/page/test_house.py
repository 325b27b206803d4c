"""House rules: what an office may set, what follows from it, and what is refused in plain words."""

from __future__ import annotations

from typing import Any

import pytest

from drafter import page
from drafter.page.constants import derived_constants, page_constants, style_constants
from drafter.page.house import read_house_rules


def layout_of(**settings: Any) -> page.Layout:
    """Return the layout of a [版式] that has no faults."""
    layout, faults = read_house_rules({"版式": settings})
    assert not faults
    return layout


def faults_of(**settings: Any) -> list[str]:
    """Return what is wrong with a [版式]."""
    return [f"{each.message}。{each.remedy}" for each in read_house_rules({"版式": settings})[1]]


def test_nothing_set_is_the_standard() -> None:
    assert read_house_rules({}) == (page.STANDARD, ())


@pytest.mark.parametrize("value", ["28磅", "28 磅", "28pt", "0.9878cm"])
def test_lengths_have_units(value: str) -> None:
    assert layout_of(行距=value).line_pitch.value.pt == pytest.approx(28, abs=0.01)


def test_what_is_set_is_house_style() -> None:
    rule = layout_of(line_pitch="28磅").line_pitch
    assert (rule.strength, rule.source, rule.is_house) == ("单位", page.HOUSE, True)


def test_the_table_may_be_called_in_english() -> None:
    layout, faults = read_house_rules({"layout": {"heading3": {"bold": False}, "page_number_place": "center"}})
    assert not faults
    assert (layout.styles["heading3"].bold, layout.page_number_place.value) == (False, "居中")


def test_only_what_is_set_binds_as_house_style() -> None:
    style = layout_of(三级标题={"加粗": "否"}).styles["heading3"]
    assert style.binds("bold")
    assert style.strength_of("bold") == "单位"
    assert style.strength_of("face") == "一般"
    assert not page.STYLES["heading3"].binds("bold")


def test_the_pitch_moves_what_follows_from_it() -> None:
    layout = layout_of(行距="30磅")
    assert (layout.lines_per_page, layout.styles["annex_title"].before) == (21, page.pt(30))


def test_wider_margins_shorten_the_lines_of_the_title() -> None:
    layout = layout_of(左白边="38毫米", 右白边="38毫米")
    assert layout.text_width == page.mm(134)
    assert layout.styles["title"].max_chars == 16
    assert layout.styles["title"].max_chars * layout.styles["title"].size.emu <= layout.text_width.emu


def test_faces_are_known_by_their_design() -> None:
    face = layout_of(正文={"字体": "方正仿宋_GBK"}).styles["body"].face
    assert face.is_met_by("仿宋_GB2312")
    assert not face.is_met_by("宋体")
    assert layout_of(标题={"字体": "华文中宋"}).styles["title"].face.is_met_by("华文中宋")


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"行距": 28}, "“行距”的值不对。请写成带单位的长度，加引号，如“28磅”或“37毫米”"),
        ({"行距": "280磅"}, "“行距”的值不对。应在 12 到 60 磅之间"),
        ({"上白边": "3毫米"}, "“上白边”的值不对。应在 5 到 80 毫米之间"),
        ({"页码位置": "下边"}, "“页码位置”的值不对。可选：“外侧”、“居中”"),
        ({"正文": {"加粗": 1}}, "“加粗”的值不对。请写 true（是）或 false（否）"),
        ({"正文": {"首行空字": "2"}}, "“首行空字”的值不对。请写 0 到 4 的整数，不加引号"),
        ({"正文": {"字体": ""}}, "“字体”的值不对。请写字体的名字，加引号，如“仿宋”"),
        ({"正文": {"斜体": True}}, "没有“斜体”这一项。可设的有：字体、字号、加粗、对齐、首行空字、行距"),
        ({"正文": "仿宋"}, "“正文”应是一节。请写成 [版式.正文]，下面写字体、字号等"),
        ({"每面行数": 22}, "“每面行数”不能直接设。由纸张、白边、行距、字号和字距算出，请改那几项"),
        (
            {"纸张宽": "120毫米", "左白边": "40毫米"},
            "纸张宽去掉左白边、右白边，只剩 54 毫米，排不下字。请改小左白边或右白边",
        ),
    ],
)
def test_faults_are_told(settings: dict[str, Any], told: str) -> None:
    assert faults_of(**settings) == [told]


def test_an_unknown_size_lists_the_known_ones() -> None:
    (told,) = faults_of(正文={"字号": "大三号"})
    assert "三号、小三、四号" in told


def test_every_constant_can_be_said_in_words() -> None:
    layout = layout_of(页码位置="居中", 正文={"行距": "28磅"})
    constants = [*page_constants(layout), *derived_constants(layout)]
    constants += [each for _, those in style_constants(layout) for each in those]
    assert all(each.value and each.source and each.standard for each in constants)
    assert [each.key for each in constants if each.deviates] == ["page_number_place", "body.pitch"]
