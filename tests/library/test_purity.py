"""Purity: what claims only what any town could."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.library.ground import Ground

PURE = (
    "扎实推进人居环境整治",
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”",
    "坚持“绿水青山就是金山银山”的理念",
    "全面贯彻落实党的二十大精神",
    "坚决守住不发生规模性返贫的底线",
    "以习近平新时代中国特色社会主义思想为指导",
)
IMPURE = (
    "发放补贴224万元",  # a figure
    "完成投资XX亿元",  # a figure scrubbed
    "湛川村门塘焕然一新",  # a village
    "西昌路改造顺利推进",  # a street
    "四星级酒店开元名庭正式开业",  # a name of common words
    "推进兴国县域经济发展",  # another county
    "刘国民同志荣获表彰",  # a person
    "忠实践行“八八战略”",  # a formulation of one province
    "打造“稻立方”示范园",  # a name in quotation marks
    "融入粤港澳大湾区建设",  # a region
    "全力护航亚运",  # an event
    "重点抓好四方面工作",  # a count
    "建成全市首个人才驿站",  # a rank
    "新建便民停车场一处",  # a count of one
    "紧密团结在以同志为核心的党中央周围",  # a formulation scrubbed
    "深入贯彻落实重要批示精神",  # whose
    "也是全面贯彻落实党的二十大精神开局之年",  # a year
    "建设幸福新田园",  # our own name, where the report's own title says so
)
TITLE = "新田镇政府工作报告\n——2024年1月5日在新田镇第五届人民代表大会第一次会议上\n一、工作回顾\n"


@pytest.fixture
def judged(ground: Callable[..., Ground]) -> dict[str, bool]:
    """Return every clause of a report with whether it is pure."""
    laid = ground(f"{TITLE}今年以来，我们做了以下工作；{'；'.join((*PURE, *IMPURE))}。")
    good = laid.pure(laid.clauses.first, laid.clauses.last).tolist()
    bounds = zip(laid.clauses.starts.tolist(), laid.clauses.ends.tolist(), good, strict=True)
    return {laid.corpus.text[start:end]: is_pure for start, end, is_pure in bounds}


def test_ordinary_clauses_and_formulations_are_pure(judged: dict[str, bool]) -> None:
    assert [clause for clause in PURE if not judged[clause]] == []


def test_whatever_may_name_or_count_is_not(judged: dict[str, bool]) -> None:
    assert [clause for clause in IMPURE if judged[clause]] == []


def test_a_word_that_several_localities_use_names_nobody(ground: Callable[..., Ground]) -> None:
    laid = ground(*(f"一、工作回顾\n{start}夯基础强弱项。" for start in ("进一步", "我们", "持续")))
    assert laid.pure(laid.clauses.first, laid.clauses.last).all()
