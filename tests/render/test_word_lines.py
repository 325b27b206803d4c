"""How titles and date lines are broken into lines."""

from __future__ import annotations

import pytest

from drafter.render.word_lines import break_lines, width


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("清河镇2024年上半年政府工作报告", 19, ["清河镇2024年上半年政府工作报告"]),
        (
            "——2024年8月23日在清河镇第十九届人民代表大会第七次会议上",
            26,
            ["——2024年8月23日在清河镇", "第十九届人民代表大会第七次会议上"],
        ),
        ("清河镇2024年上半年工作总结及下半年工作计划", 19, ["清河镇2024年上半年工作总结", "及下半年工作计划"]),
        (
            "在清河镇第二十届人民代表大会第四次会议上的政府工作报告",
            19,
            ["在清河镇第二十届人民代表大会", "第四次会议上的政府工作报告"],
        ),
        ("莫力达瓦达斡尔族自治旗尼尔基镇人民政府工作报告", 19, ["莫力达瓦达斡尔族自治旗", "尼尔基镇人民政府工作报告"]),
        ("清河镇2024年十件民生实事项目完成情况一览表", 19, ["清河镇2024年十件民生实事", "项目完成情况一览表"]),
        (
            "坚定信心　实干担当　奋力谱写中国式现代化清河篇章",
            19,
            ["坚定信心　实干担当", "奋力谱写中国式现代化清河篇章"],
        ),
        (
            "城关镇人民政府关于2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告",
            19,
            ["城关镇人民政府关于2023年", "国民经济和社会发展计划执行情况与2024年", "国民经济和社会发展计划草案的报告"],
        ),
    ],
)
def test_titles_part_where_their_sense_does(text: str, limit: int, lines: list[str]) -> None:
    assert break_lines(text, limit) == lines


def test_lines_never_stand_as_an_hourglass() -> None:
    title = "关于清河镇2023年国民经济和社会发展计划执行情况与2024年计划草案及重点民生实事项目安排的报告"
    first, middle, last = map(width, break_lines(title, 19))
    assert not first > middle < last


def test_the_writer_s_own_breaks_are_kept() -> None:
    title = "清河镇2024年上半年工作总结及\n下半年工作计划和民生实事项目完成情况的报告"
    assert break_lines(title, 19) == title.split("\n")


def test_a_text_that_flows_is_left_alone() -> None:
    assert break_lines("一" * 60, 0) == ["一" * 60]


@pytest.mark.parametrize("text", ["一" * 100, "1234567890" * 5, "，" * 30, ""])
def test_what_cannot_be_broken_well_comes_back_whole(text: str) -> None:
    assert "".join(break_lines(text, 19)) == text


def test_figures_and_latin_take_half_a_square() -> None:
    assert width("2024年5G") == 4.0
