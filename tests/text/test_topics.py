"""Topics: which one a text is about, and what an outline's names for them mean."""

from __future__ import annotations

import pytest

from drafter.text.topics import canonical, family, topic_of, topic_of_section, topics


def test_parents_are_topics() -> None:
    names = {topic.name for topic in topics()}
    assert {topic.parent for topic in topics()} <= names | {""}


def test_an_alias_leads_to_one_topic() -> None:
    aliases = [alias for topic in topics() for alias in topic.aliases]
    assert len(aliases) == len(set(aliases))


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("现代农业提质增效", "农业"),
        ("规上企业发展势头良好", "工业"),
        ("双招双引硕果盈枝", "招商"),
        ("生态本底更加厚实", "生态"),
        ("人居环境持续改善", "人居环境"),
        ("平安本底深化巩固", "平安"),
        ("廉政建设走深走实", "作风"),
        ("把好党建方向盘", "党建"),
        ("学校办学条件明显改善", "教育"),
        ("一方面", ""),
    ],
)
def test_a_heading_speaks_for_its_topic(heading: str, topic: str) -> None:
    assert topic_of(heading) == topic


def test_a_clause_inherits_the_topic_it_stands_under_unless_it_says_otherwise_strongly() -> None:
    assert topic_of("推动各项工作再上台阶", "农业") == "农业"
    assert topic_of("企业信心明显增强", "农业") == "农业"
    assert topic_of("新建幼儿园一所", "农业") == "教育"


@pytest.mark.parametrize(
    ("heading", "body", "above", "topic"),
    [
        (
            "现代农业提质增效",
            "新建厂房两栋，引进企业三家，招商引资成效明显",
            "",
            "农业",
        ),  # the heading outweighs the body
        ("功能提档", "完成雨污管网改造，新建停车场一处", "", "城镇建设"),  # it names nothing: the body decides
        ("持续用力", "压实各方责任，推动任务落地", "农业", "农业"),  # nor does that
        ("2023年工作回顾", "全镇招商引资成效明显，新建厂房两栋", "", ""),  # a chapter is about everything
        ("经济运行稳中有进", "实现地区生产总值20亿元，工业总产值30亿元", "产业", ""),  # so are headline figures
        ("", "", "农业", "农业"),
    ],
)
def test_a_section_is_about_what_its_heading_says_else_what_stands_under_it(
    heading: str, body: str, above: str, topic: str
) -> None:
    assert topic_of_section(heading, body, above) == topic


def test_names_in_an_outline() -> None:
    assert canonical("农业") == "农业"
    assert canonical("招商引资") == "招商"
    assert canonical("粮食安全") == "农业"
    assert canonical("某某") == ""
    assert "农业" in family("产业")
