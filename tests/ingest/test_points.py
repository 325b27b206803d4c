"""Points strung together in a paragraph, and which first sentences are leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from drafter.ingest.points import pieces
from drafter.model import Document

Read = Callable[[str], Document]
Shape = Callable[[Document], Sequence[str]]

BODY = "统筹做好招商引资、助企纾困、招工送工等各项工作，推动工业经济做大做强，全年新增规上企业2家。"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"一是抓工业。{BODY}二是抓农业。{BODY}", ["一是", "二是"]),
        (f"主要问题有：一是产业不强；二是人才不足；三是短板较多。{BODY}", ["", "一是", "二是", "三是"]),
        (f"三是抓农业。{BODY}四是抓工业。{BODY}", ["三是", "四是"]),
        (
            f"1.农贸市场改造工程，{BODY}2.亮化工程，建设内容：（1）主街{BODY}（2）支路{BODY}",
            ["1.", "2.", "（1）", "（2）"],
        ),
        (f"下半年，一要抓招商，{BODY}二要抓服务，{BODY}", ["", "一要", "二要"]),
        (f"首先，抓谋划。{BODY}其次，抓要素。{BODY}最后，抓服务。{BODY}", ["首先，", "其次，", "最后，"]),
        (f"——产业更强。{BODY}", ["——"]),
        (f"●市容明显好转。{BODY}", ["●"]),
        (f"一是抓工业。{BODY}三是抓农业。{BODY}", ["一是", "三是"]),
        ("坚持一是一、二是二，实事求是。", [""]),
        ("完成投资1.5亿元，增长2.3%，其中：工业投资2.1亿元。", [""]),
        ("这是第一步，也是一是非之地。", [""]),
    ],
)
def test_a_paragraph_splits_at_its_points(text: str, parts: list[str]) -> None:
    found = pieces(text)
    assert [piece.number for piece in found] == parts
    assert "".join(piece.span.of(text) for piece in found) == text


def under_heading(report: Read, shape: Shape, *paragraphs: str) -> list[str]:
    """Return how the paragraphs under one heading are read."""
    return list(shape(report("\n".join(("一、工作回顾", *paragraphs)))))[1:]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("农业基础更加牢固", "工业发展全力提速"),
        ("科学规划，全力提升城镇能级", "精致建设，持续改善乡村品质"),
        ("招商引资", "助力企业纾困"),
        ("农业", "工业"),
        ("一年来，我们奋勇争先，备受鼓舞", "一年来，我们以稳为先，稳中有进"),
        ("加快推进“农业提质行动”", "谋划布局“业态兴盛行动”"),
        ("打造向心力更强的忠诚型政府", "打造执行力更强的担当型政府"),
    ],
)
def test_short_first_sentences_side_by_side_are_leads(report: Read, shape: Shape, first: str, second: str) -> None:
    assert under_heading(report, shape, f"{first}。{BODY}", f"{second}。{BODY}") == [f"· {first}", f"· {second}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "我们始终把民生放在首位。",
        "今年是贯彻落实党的二十大精神的开局之年。",
        "上半年完成投资6.7亿元。",
        "金秋十月，硕果盈枝。",
        "各位代表，民有所呼，政必有应。",
        "发展实体经济是稳增长的基础。",
        "坚持以人民为中心的发展思想，共享发展成果，不断满足人民群众对美好生活的向往。",
    ],
)
def test_an_ordinary_first_sentence_is_no_lead(report: Read, shape: Shape, sentence: str) -> None:
    assert under_heading(report, shape, sentence + BODY) == [f"- {(sentence + BODY)[:8]}"]


def test_a_paragraph_without_marks_of_points_may_string_leads_together(report: Read, shape: Shape) -> None:
    body = BODY * 2
    text = f"始终坚持发展第一要务，以作为促成效。基础建设全面铺开。{body}人居环境全面提升。{body}生态持续优化。{body}"
    expected = ["- 始终坚持发展第一", "· 基础建设全面铺开", "· 人居环境全面提升", "· 生态持续优化"]
    assert under_heading(report, shape, text) == expected


def test_leads_that_most_points_lack_are_ordinary_sentences(report: Read, shape: Shape) -> None:
    text = f"主要问题：一是产业结构不优；二是创新能力不强；三是公共服务有待完善。对此，{BODY}"
    assert under_heading(report, shape, text) == ["- 主要问题：", "· 一是", "· 二是", "· 三是"]


def test_where_most_points_have_leads_the_first_clause_of_another_is_one(report: Read, shape: Shape) -> None:
    points = f"一是产业基础薄弱，规模企业偏少。二是人才支撑不足。{BODY}三是治理水平不高。{BODY}"
    assert under_heading(report, shape, points) == ["· 一是产业基础薄弱", "· 二是人才支撑不足", "· 三是治理水平不高"]


@pytest.mark.parametrize("first", ["在上级支持下，规模扩大", "新建厂房3座，投产2座", "产业基础薄弱而且分散，企业少"])
def test_a_clause_unlike_the_leads_of_other_points_is_none(report: Read, shape: Shape, first: str) -> None:
    points = f"一是{first}。二是人才支撑不足。{BODY}三是治理水平不高。{BODY}"
    assert under_heading(report, shape, points)[0] == "· 一是"


def test_a_row_s_label_is_its_lead(report: Read, shape: Shape) -> None:
    rows = [f"（{n}）{label}项目：{BODY}" for n, label in zip("一二", ("住有所安", "交通畅行"), strict=True)]
    assert under_heading(report, shape, "汇报民生实事：", *rows) == [
        "- 汇报民生实事：",
        "· （一）住有所安项目",
        "· （二）交通畅行项目",
    ]
