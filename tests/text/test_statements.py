"""Statements: which figure is of what."""

from __future__ import annotations

import pytest

from drafter.text.statements import Statement, statements


def told(statement: Statement) -> str:
    """Return a statement as a line: 财政总收入 4210万元 同比+3.8%."""
    labels = {"同比": "yoy", "上年": "previous", "目标": "target", "完成": "completion", "占": "share", "": "rank"}
    more = [f"{label}{text}" for label, name in labels.items() if (text := getattr(statement, name))]
    return " ".join(filter(None, (statement.indicator, statement.value + statement.unit, *more)))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("早稻种植面积达2.2万余亩。", ["早稻种植面积 2.2万余亩"]),
        ("完成固定资产投资3.2亿元。", ["固定资产投资 3.2亿元"]),
        ("新增规上企业3家，成立合作社3个。", ["新增规上企业 3家", "成立合作社 3个"]),
        ("新增3家规上企业。", ["新增规上企业 3家"]),
        ("打造了1个“万亩片”和2个“千亩方”。", ["打造“万亩片” 1个", "打造“千亩方” 2个"]),
        ("新增就业120人、转移劳动力300人。", ["新增就业 120人", "转移劳动力 300人"]),
        ("申报海外引才计划4人、高新技术企业9家。", ["申报海外引才计划 4人", "申报高新技术企业 9家"]),
        ("清退农村低保20户75人。", ["清退农村低保 20户", "清退农村低保 75人"]),
        ("社保参保率和医保参保率分别达到74.18%、97.64%。", ["社保参保率 74.18%", "医保参保率 97.64%"]),
        ("不良率始终低位运行，6月末仅为0.39%。", ["不良率 0.39%"]),
        ("发放低保资金224万元，受益276户。", ["发放低保资金 224万元", "低保资金受益 276户"]),
        ("成功申报新农村建设点15个，其中省级7个。", ["申报新农村建设点 15个", "申报新农村建设点（省级） 7个"]),
        ("完成孙家等4个村的村庄规划调整。", ["村庄规划调整 4个"]),
        ("1500辆公共自行车启用。", ["公共自行车启用 1500辆"]),
        ("力争全年新增5-10亿元企业2家。", ["新增5-10亿元企业 2家"]),
    ],
)
def test_a_figure_is_named_by_what_stands_around_it(sentence: str, expected: list[str]) -> None:
    assert [told(each) for each in statements(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "财政总收入完成4210万元，同比增长3.8%，完成年度目标的52.6%；其中税收收入3000万元，占比71.3%。",
            ["财政总收入 4210万元 同比+3.8% 完成52.6%", "税收收入 3000万元 占71.3%"],
        ),
        ("电诈发案数同比下降9%。", ["电诈发案数 同比-9%"]),
        ("贷款1491户、645.3亿元，同比增长20.0%、42.8%。", ["贷款 1491户 同比+20.0%", "贷款 645.3亿元 同比+42.8%"]),
        ("工业用电量3200万千瓦时，与上年同期持平。", ["工业用电量 3200万千瓦时 同比持平"]),
        ("群众满意度97.5%，同比提高1.2个百分点，居全县第3位。", ["群众满意度 97.5% 同比+1.2个百分点 全县第3位"]),
        ("农业总产值3.4亿元，去年同期为3.1亿元。", ["农业总产值 3.4亿元 上年3.1亿"]),
        ("油菜种植3200亩，占年初目标任务4000亩的80%。", ["油菜种植 3200亩 目标4000 完成80%"]),
        ("财政收入2000万元，较年初增长5%。", ["财政收入 2000万元"]),
        ("一般公共预算收入增长10%左右。", ["一般公共预算收入 同比+10%左右"]),
    ],
)
def test_what_is_said_of_a_figure_goes_with_it(sentence: str, expected: list[str]) -> None:
    assert [told(each) for each in statements(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "对281个果园开展专项排查。",
        "为15名特困老人提供照护服务。",
        "加快推进3个绿色大豆示范基地建设。",
        "海宴镇500MWp渔业光伏发电项目并网发电。",
        "重点跟进年产1000万套高压共轨泵生产线建设项目。",
    ],
)
def test_figures_of_deeds_and_names_are_no_facts(sentence: str) -> None:
    assert statements(sentence) == ()


def test_spans_tell_where_all_stands() -> None:
    sentence = "今年以来，新增3家规上企业，同比增长50%。"
    (statement,) = statements(sentence)
    assert [span.of(sentence) for span in statement.named] == ["新增", "规上企业"]
    assert {name: span.of(sentence) for name, span in statement.spans} == {"value": "3家", "yoy": "50%"}
    assert statement.span("yoy") == statement.spans[1][1]
    assert statement.span("rank") is None
