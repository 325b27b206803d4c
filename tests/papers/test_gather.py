"""What a paper holds, row by row."""

from __future__ import annotations

from drafter.model import FactRow
from drafter.papers.gather import gather

from .conftest import Paper

TEXT = """\
农业农村办公室2024年上半年工作情况

一、粮食生产
上半年，全镇早稻种植面积2.2万亩，同比增长3.5%，完成年度任务的101%；中稻9596亩。
建成新圩村育秧中心。早稻种植面积2.2万亩，占全镇粮食面积的40%。
二、畜牧业
2022年肉牛出栏800头；1-3月，生猪出栏XX万头。
三、存在问题
冷链设施建设滞后，缺口3处。
四、下半年打算
力争晚稻种植面积达2.3万亩，农业总产值增长5%，建好育秧中心二期。
"""


def rows(facts: tuple[FactRow, ...]) -> dict[str, FactRow]:
    """Return facts by indicator."""
    return {row.indicator: row for row in facts}


def test_a_figure_stands_with_its_sentence_file_topic_and_period(paper: Paper) -> None:
    row = rows(gather(paper("农业办.txt", TEXT)).facts)["早稻种植面积"]
    assert (row.value, row.unit, row.yoy, row.completion) == ("2.2万", "亩", "+3.5%", "101%")
    assert (row.topic, row.period, row.source) == ("农业", "2024年上半年", "农业办.txt")
    assert row.sentence.startswith("上半年，全镇早稻种植面积2.2万亩")


def test_what_is_told_twice_is_one_row(paper: Paper) -> None:
    facts = gather(paper("农业办.txt", TEXT)).facts
    assert [row.share for row in facts if row.indicator == "早稻种植面积"] == ["40%"]


def test_a_figure_of_another_year_says_so(paper: Paper) -> None:
    assert rows(gather(paper("农业办.txt", TEXT)).facts)["肉牛出栏"].period == "2022年"


def test_a_scrubbed_figure_is_open(paper: Paper) -> None:
    row = rows(gather(paper("农业办.txt", TEXT)).facts)["生猪出栏"]
    assert (row.value, row.unit) == ("XX", "万头")


def test_a_plan_is_a_target(paper: Paper) -> None:
    found = gather(paper("农业办.txt", TEXT))
    row = rows(found.facts)["晚稻种植面积"]
    assert (row.value, row.target, row.unit, row.note, row.period) == ("", "2.3万", "亩", "下半年打算", "")


def test_plans_stand_apart_from_deeds(paper: Paper) -> None:
    found = gather(paper("农业办.txt", TEXT))
    assert [row.deed for row in found.deeds] == ["建成新圩村育秧中心"]
    assert [row.deed for row in found.plans] == ["农业总产值增长5%", "建好育秧中心二期"]  # no target to be a fact
    assert {row.sentence for row in found.plans} == {"力争晚稻种植面积达2.3万亩，农业总产值增长5%，建好育秧中心二期。"}


def test_figures_in_headings_are_read_and_headings_are_no_deeds(paper: Paper) -> None:
    found = gather(
        paper("项目办.txt", "项目办工作小结\n一、签约项目3个\n推进项目建设。\n二、抓好项目服务\n开展走访。\n")
    )
    assert [(row.indicator, row.value) for row in found.facts] == [("签约项目", "3")]
    assert "抓好项目服务" not in [row.deed for row in found.deeds]


def test_what_no_column_holds_stands_in_the_note(paper: Paper) -> None:
    found = gather(paper("工信办.txt", "工信办工作小结\n工业总产值5亿元，占全县1/5。\n城镇化率近九成。\n"))
    row = rows(found.facts)["工业总产值"]
    assert (row.share, row.note) == ("", "占比全县1/5")
    assert "城镇化率" not in rows(found.facts)
    assert "城镇化率近九成" in [deed.deed for deed in found.deeds]


def test_a_paper_without_figures_or_deeds_holds_nothing(paper: Paper) -> None:
    found = gather(paper("通知.txt", "关于加强作风建设的通知\n各村要高度重视。\n"))
    assert not found.facts
    assert not found.deeds
