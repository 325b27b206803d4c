"""Facts tables joined to an outline: open values filled, other rows put where they belong, none lost unsaid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.compose.fact_joining import join
from drafter.compose.fact_table import FactTable, TableFact, TableRow
from drafter.compose.outline import Outline
from drafter.model import Gap

Read = Callable[[str], Outline]

TEXT = """
总体指标: [{指标: 固定资产投资, 数值: , 单位: 亿元}]
回顾:
  - 标题: 产业发展稳中有进
    要点:
      - {主题: 农业, 数据: [{指标: 早稻种植面积, 数值: , 单位: 亩}]}
      - {小标题: 招商引资精准有力, 数据: [{指标: 签约项目, 数值: 5, 单位: 个}]}
  - 主题: 民生
打算:
  - 主题: 农业
    要点: [{数据: [{指标: 晚稻种植面积, 目标: , 单位: 亩}]}]
"""


def row(topic: str, indicator: str, *, line: int = 2, period: str = "", **values: str) -> TableRow:
    """Return a row of 指标.xlsx."""
    place = f"指标.xlsx 第{line}行"
    return TableRow(topic, TableFact.model_validate({"指标": indicator, "place": place, **values}), place, period)


def table(*rows: TableRow, unused: tuple[str, ...] = ()) -> FactTable:
    """Return a table of rows."""
    return FactTable("指标.xlsx", rows, unused)


@pytest.fixture
def joined(outline: Read) -> Callable[..., tuple[Outline, tuple[Gap, ...]]]:
    """Return what joins rows to the outline above."""
    return lambda *rows: join(outline(TEXT), [table(*rows)])


Joined = Callable[..., tuple[Outline, tuple[Gap, ...]]]


def test_a_row_fills_what_its_indicator_leaves_open(joined: Joined) -> None:
    outline, gaps = joined(row("农业", "早稻种植面积", value="2.2万", yoy="+3%"), row("", "固定资产投资", value="3.2"))
    fact = outline.review[0].points[0].facts[0]
    assert (fact.value, fact.unit, fact.yoy) == ("2.2万", "亩", "+3%")
    assert outline.headline[0].value == "3.2"
    assert not gaps


def test_a_row_fills_a_blank_and_brings_its_unit(outline: Read) -> None:
    text = """
        回顾:
        - 标题: 民生保障更加有力
          要点:
          - 小标题: 社会保障不断夯实
            要点:
            - 小标题: 低保应保尽保
              数据:
              - {指标: 新增低保, 数值: 【待更新：旧值 57】, 单位: 户, 同比: 【待更新：旧值 +3%】}
              - {指标: 新增低保, 数值: 【待更新：旧值 70】, 单位: 人}
              - {指标: 早稻种植面积, 数值: 【待更新：旧值 2.2万】, 单位: 亩}
        """
    rows = (row("", "新增低保", value="81", unit="人"), row("", "早稻种植面积", value="2.3", unit="万亩"))
    found, gaps = join(outline(text), [table(*rows)])
    households, people, rice = found.review[0].points[0].points[0].facts
    assert (households.was, people.value, people.was) == ({"value": "57", "yoy": "+3%"}, "81", {})
    assert (rice.value, rice.unit) == ("2.3", "万亩")
    assert not gaps


def test_the_outline_counts_where_the_table_says_something_else(joined: Joined) -> None:
    outline, gaps = joined(row("招商", "签约项目", value="4"))
    assert outline.review[0].points[1].facts[0].value == "5"
    assert gaps == (Gap("签约项目", "提纲写的数值是“5”，指标.xlsx 第2行写的是“4”，稿子用了前者"),)


@pytest.mark.parametrize(("value", "unit"), [("5", "个"), ("5个", ""), ("５", "个")])
def test_what_is_only_written_in_another_way_is_no_contradiction(joined: Joined, value: str, unit: str) -> None:
    assert not joined(row("招商", "签约项目", value=value, unit=unit))[1]


@pytest.mark.parametrize(
    ("topic", "place"),
    [("农业", (0, 0)), ("招商引资精准有力", (0, 1)), ("招商", (0, 1)), ("三农", (0, 0)), ("民生", (1, 0))],
)
def test_a_new_row_goes_to_the_point_or_section_of_its_topic(
    joined: Joined, topic: str, place: tuple[int, int]
) -> None:
    outline, gaps = joined(row(topic, "某项新指标", value="7", unit="件"))
    section, point = place
    assert outline.review[section].points[point].facts[-1].indicator == "某项新指标"
    assert not gaps


def test_within_a_section_it_joins_the_point_that_speaks_of_the_same(joined: Joined) -> None:
    outline, _ = joined(row("产业发展稳中有进", "实际到位招商资金", value="1.2亿", unit="元"))
    assert [fact.indicator for fact in outline.review[0].points[1].facts] == ["签约项目", "实际到位招商资金"]


def test_or_opens_a_point_of_its_own(joined: Joined) -> None:
    outline, _ = joined(row("产业发展稳中有进", "规上工业企业", value="3", unit="家"))
    assert [point.topic for point in outline.review[0].points] == ["农业", None, "工业"]


def test_a_target_alone_goes_into_the_plan(joined: Joined) -> None:
    outline, gaps = joined(
        row("农业", "冬油菜面积", target="6000", unit="亩"), row("农业", "晚稻种植面积", target="2万")
    )
    assert [(fact.indicator, fact.target) for fact in outline.plan[0].points[0].facts] == [
        ("晚稻种植面积", "2万"),
        ("冬油菜面积", "6000"),
    ]
    assert not gaps


def test_figures_of_the_whole_town_go_before_the_sections(joined: Joined) -> None:
    outline, _ = joined(row("总体指标", "财政总收入", value="4210万", unit="元"))
    assert [fact.indicator for fact in outline.headline] == ["固定资产投资", "财政总收入"]


def test_a_row_without_a_place_is_told(joined: Joined) -> None:
    assert joined(row("火星", "登陆器", value="1", unit="台"))[1] == (
        Gap("指标.xlsx 第2行 > 登陆器", "提纲的“回顾”里没有“火星”这个板块，没有写进稿子"),
    )


def test_a_row_of_another_period_stays_out(joined: Joined) -> None:
    for period in ("2022年上半年", "2023年", "2024年前三季度"):
        outline, gaps = joined(row("农业", "早稻种植面积", value="2万", period=period))
        assert outline.review[0].points[0].facts[0].value is None
        assert f"是{period}的数据" in gaps[0].message


def test_a_row_of_the_year_before_is_what_this_year_is_compared_with(joined: Joined) -> None:
    outline, gaps = joined(row("农业", "早稻种植面积", value="2万", period="2023年上半年"))
    fact = outline.review[0].points[0].facts[0]
    assert (fact.value, fact.previous) == (None, "2万")
    assert not gaps


@pytest.mark.parametrize("given", [{"value": "2.1万"}, {"target": "2.1万"}])
def test_a_row_of_the_time_ahead_is_a_target(joined: Joined, given: dict[str, str]) -> None:
    outline, gaps = joined(row("农业", "晚稻种植面积", period="2024年下半年", **given))
    assert outline.plan[0].points[0].facts[0].target == "2.1万"
    assert not gaps


def test_a_target_of_the_whole_year_is_one_of_its_half(joined: Joined) -> None:
    outline, gaps = joined(row("农业", "早稻种植面积", target="2.3万", period="2024年"))
    assert outline.review[0].points[0].facts[0].target == "2.3万"
    assert not gaps


def test_the_same_indicator_twice_with_two_values_is_told(joined: Joined) -> None:
    rows = (row("农业", "新建大棚", value="3", unit="个"), row("农业", "新建大棚", line=9, value="4", unit="个"))
    outline, gaps = joined(*rows)
    assert [fact.value for fact in outline.review[0].points[0].facts[1:]] == ["3"]
    assert gaps == (Gap("新建大棚", "指标.xlsx 第2行写的数值是“3”，指标.xlsx 第9行写的是“4”，稿子用了前者"),)


def test_so_is_an_outline_that_contradicts_itself(outline: Read) -> None:
    text = """
    回顾:
      - 标题: 产业兴旺
        要点: [{数据: [{指标: 新建大棚, 数值: 3, 单位: 个}, {指标: 新建大棚, 数值: 4, 单位: 个}]}]
    """
    assert join(outline(text), ())[1] == (Gap("回顾 > 产业兴旺 > 新建大棚", "写了两次，一次是“3”，一次是“4”"),)


def test_deeds_go_to_their_point_each_but_once(joined: Joined) -> None:
    deed = TableRow("农业", "建成育秧中心", "指标.xlsx 第2行")
    outline, gaps = joined(deed, deed)
    assert outline.review[0].points[0].deeds == ("建成育秧中心",)
    assert not gaps


def test_columns_without_a_meaning_are_told(outline: Read) -> None:
    assert join(outline(TEXT), [table(unused=("责任人",))])[1] == (Gap("指标.xlsx", "“责任人”这一列没有用到"),)
