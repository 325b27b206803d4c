"""Amounts taken apart: verb, indicator, link, figure."""

from __future__ import annotations

from itertools import accumulate

import pytest

from drafter.library.amounts import Word, amounts
from drafter.library.wordclass import NAME, kinds
from drafter.text.words import cut


def words(clause: str) -> list[Word]:
    """Cut a clause; words of a kind NAME are taken for names."""
    texts = cut(clause)
    starts = [0, *accumulate(map(len, texts))]
    found = kinds(texts).tolist()
    return [Word(text, start, kind, kind != NAME) for text, start, kind in zip(texts, starts, found, strict=False)]


@pytest.mark.parametrize(
    ("clause", "pattern", "indicator"),
    [
        ("完成固定资产投资3.2亿元", "完成{指标}{数值:元}", "固定资产投资"),
        ("全镇完成早稻种植面积2.2万余亩", "完成{指标}{数值:亩}", "早稻种植面积"),
        ("早稻种植面积达20090亩", "{指标}达{数值:亩}", "早稻种植面积"),
        ("高标准农田建设4977亩", "{指标}{数值:亩}", "高标准农田建设"),
        ("累计发放低保资金224万元", "累计发放{指标}{数值:元}", "低保资金"),
        ("上半年累计检查生产经营单位160家次", "累计检查{指标}{数值:家次}", "生产经营单位"),
        ("新增养老床位数172张", "新增{指标}{数值:张}", "养老床位数"),
        ("成立5个志愿服务队", "成立{数值:个}{指标}", "志愿服务队"),
        ("完成固定资产投资XX亿元", "完成{指标}{数值:元}", "固定资产投资"),
        ("农业增加值同比增长8.5%", "{指标}同比增长{同比:%}", "农业增加值"),
        ("同比下降16.5%", "同比下降{同比:%}", ""),
        ("完成全年任务的45%", "完成全年任务的{完成率:%}", ""),
        ("实现全年目标任务数的67.5%", "实现全年目标任务数的{完成率:%}", ""),
        ("位居全县第3", "位居{排名}", ""),
    ],
)
def test_an_amount_is_taken_apart(clause: str, pattern: str, indicator: str) -> None:
    (amount,) = amounts(clause, words(clause))
    assert (amount.text, amount.indicator) == (pattern, indicator)


@pytest.mark.parametrize(
    "clause",
    [
        "今年投入2800万元打造示范样板",  # what the money is for would be lost
        "整改率达99%",  # the slot would not say what it is a share of
        "扎实推进乡村振兴",  # no figure
        "建成第3座桥梁",  # an ordinal
        "推动“8050”消薄",  # a name
    ],
)
def test_what_cannot_be_said_of_another_figure_is_left_out(clause: str) -> None:
    assert list(amounts(clause, words(clause))) == []


def test_a_name_is_cut_off_the_indicator() -> None:
    clause = "改造杭州污水管网3公里"
    (amount,) = amounts(clause, words(clause))
    assert amount.indicator == "污水管网"


def test_each_item_of_a_list_is_an_amount() -> None:
    clause = "出动执法车辆500台次、检查人员2000人次"
    found = list(amounts(clause, words(clause)))
    assert [amount.text for amount in found] == ["出动{指标}{数值:台次}", "{指标}{数值:人次}"]
