"""The ways in which reports differ: numbers, leads, chapters, lists, as the outline says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from drafter.model import Report

Draft = Callable[..., Report]


def told(report: Report, style: str = "") -> list[str]:
    """Return the paragraphs of a report, or those of one style."""
    return [paragraph.text for paragraph in report.paragraphs() if style in {"", paragraph.style}]


def starting(report: Report, *starts: str) -> list[str]:
    """Return the paragraphs that begin with one of some texts, cut after it."""
    return [start for text in told(report) for start in starts if text.startswith(start)]


SECTIONS = """
回顾:
- {标题: 坚持不懈抓产业, 要点: [{小标题: 农业稳了, 事项: [建成粮站]}, {小标题: 工业快了, 事项: [建成园区]}]}
- {标题: 持之以恒惠民生, 要点: [{小标题: 无, 事项: [修好渡口]}]}
打算:
- {标题: 夯实产业根基, 要点: [{小标题: 抓好农业, 事项: [管好农田]}, {小标题: 抓好工业, 事项: [办好园区]}]}
"""


@pytest.mark.parametrize(
    ("style", "headings"),
    [
        ("", ["（一）坚持不懈抓产业", "（二）持之以恒惠民生", "（一）夯实产业根基"]),
        ("样式: {标题: 一、}", ["一、坚持不懈抓产业", "二、持之以恒惠民生", "一、夯实产业根基"]),
        ("样式: {标题: ——}", ["——坚持不懈抓产业", "——持之以恒惠民生", "——夯实产业根基"]),
        ("样式: {标题: 无, 打算: {标题: 一、}}", ["坚持不懈抓产业", "持之以恒惠民生", "一、夯实产业根基"]),
    ],
)
def test_numbers_of_sections(draft: Draft, style: str, headings: Sequence[str]) -> None:
    assert told(draft(f"{style}\n{SECTIONS}"), "heading2") == headings


@pytest.mark.parametrize(
    ("style", "points"),
    [
        ("", ["农业稳了。", "工业快了。", "抓好农业。", "抓好工业。"]),
        ("样式: {要点: 一是}", ["一是农业稳了。", "二是工业快了。", "一是抓好农业。", "二是抓好工业。"]),
        ("样式: {要点: 1.}", ["1.农业稳了。", "2.工业快了。", "1.抓好农业。", "2.抓好工业。"]),
        ("样式: {打算: {要点: 一要}}", ["农业稳了。", "工业快了。", "一要抓好农业。", "二要抓好工业。"]),
    ],
)
def test_numbers_of_points(draft: Draft, style: str, points: Sequence[str]) -> None:
    assert starting(draft(f"{style}\n{SECTIONS}"), *points) == points


@pytest.mark.parametrize(
    ("style", "leads"),
    [
        ("{要点: （一）}", ["（一）农业稳了", "（二）工业快了"]),
        ("{要点: 1., 小标题: 独行}", ["1.农业稳了", "2.工业快了"]),
        ("{小标题: 独行}", ["农业稳了", "工业快了"]),
        ("{要点: （一）, 小标题: 随文}", []),
    ],
)
def test_leads_as_headings_of_the_third_level(draft: Draft, style: str, leads: Sequence[str]) -> None:
    report = draft(f"样式: {style}\n{SECTIONS}")
    assert told(report, "heading3")[: len(leads)] == leads
    assert bool(leads) == bool(told(report, "heading3"))


def test_one_section_may_differ(draft: Draft) -> None:
    report = draft("回顾:\n- {标题: 甲甲甲甲}\n- {标题: 乙乙乙乙, 样式: {标题: 无}}\n- {标题: 丙丙丙丙}\n")
    assert told(report, "heading2") == ["（一）甲甲甲甲", "乙乙乙乙", "（二）丙丙丙丙"]


def test_points_without_lead_are_given_none(draft: Draft) -> None:
    report = draft(
        "回顾:\n- {标题: 甲甲甲甲, 要点: [{小标题: 无, 事项: [建成粮站]}, {小标题: 无, 事项: [建成园区]}]}\n"
    )
    assert "建成粮站" in "".join(told(report))
    assert not any(text.startswith("无") for text in told(report))


def test_points_below_a_point(draft: Draft) -> None:
    report = draft("""
        回顾:
        - 标题: 甲甲甲甲
          样式: {要点: （一）}
          要点:
          - 小标题: 渔业兴旺
            事项: [建成渔港]
            样式: {要点: 一是}
            要点: [{小标题: 渔港升级, 事项: [修好码头]}, {小标题: 渔旅融合, 事项: [办好渔家乐]}]
          - 小标题: 农业稳固
            样式: {要点: 1.}
            要点: [{小标题: 无, 事项: [修好水渠]}, {小标题: 无, 事项: [修好道路]}]
        """)
    assert told(report, "heading3") == ["（一）渔业兴旺", "（二）农业稳固"]
    assert starting(report, "一是渔港升级。", "二是渔旅融合。", "1.", "2.") == [
        "一是渔港升级。",
        "二是渔旅融合。",
        "1.",
        "2.",
    ]
    assert not any("【待补" in text and "农业" in text for text in told(report))


def test_numbered_points_run_on_behind_a_bare_lead(draft: Draft) -> None:
    report = draft("""
        回顾:
        - 标题: 甲甲甲甲
          要点:
          - 小标题: 优化镇村建设
            样式: {要点: 1.}
            要点: [{小标题: 无, 正文: 修好农贸市场}, {小标题: 无, 正文: 修好集镇道路}]
          - {小标题: 改善生态环境, 事项: [建成湿地]}
        """)
    assert "优化镇村建设。1.修好农贸市场。2.修好集镇道路。" in told(report)


def test_a_section_without_heading_stands_under_its_chapter(draft: Draft) -> None:
    report = draft(
        "回顾:\n- {标题: 无, 要点: [{小标题: 半年来，我们备受鼓舞, 事项: [捧回奖牌]}]}\n"
        "- {标题: 甲甲甲甲}\n- {标题: 乙乙乙乙}\n"
    )
    told_all = told(report)
    first = next(at for at, text in enumerate(told_all) if text.startswith("半年来，我们备受鼓舞。"))
    assert told_all[first + 1] == "半年来，我们重点抓了以下两个方面的工作。"
    assert told(report, "heading2") == ["（一）甲甲甲甲", "（二）乙乙乙乙"]


def test_chapters_called_otherwise_and_further_ones(draft: Draft) -> None:
    report = draft("""
        部分标题: {回顾: 上半年怎么走过来, 打算: 下半年怎么走下去}
        打算:
        - {标题: 甲甲甲甲}
        - {部分: 加强政府自身建设, 标题: 忠诚履职}
        - {标题: 勤政为民}
        """)
    assert told(report, "heading1") == ["一、上半年怎么走过来", "二、下半年怎么走下去", "三、加强政府自身建设"]
    assert told(report, "heading2") == ["（一）甲甲甲甲", "（一）忠诚履职", "（二）勤政为民"]
    assert any("重点抓好以下工作" in text for text in told(report))


def test_no_title_no_chapter_heading_no_chapter_number(draft: Draft) -> None:
    report = draft(f"题目: 无\n部分标题: {{回顾: 无}}\n样式: {{部分: 无}}\n{SECTIONS}")
    assert report.title == ""
    assert told(report, "heading1") == ["2024年下半年工作打算"]


def test_problems_and_requests_as_chapters(draft: Draft) -> None:
    report = draft("部分标题: {问题: 存在的问题, 建议: 对县委的建议}\n问题: [路窄]\n建议: [修路]\n")
    assert told(report, "heading1") == [
        "一、2024年上半年工作回顾",
        "二、存在的问题",
        "三、2024年下半年工作打算",
        "四、对县委的建议",
    ]


@pytest.mark.parametrize(
    ("style", "problems"),
    [
        ("一是", []),
        ("小标题", ["路窄。坡陡弯急。", "桥旧。年久失修。"]),
        ("1.", ["1.路窄。坡陡弯急。", "2.桥旧。年久失修。"]),
    ],
)
def test_problems_in_a_row_or_each_a_paragraph(draft: Draft, style: str, problems: Sequence[str]) -> None:
    text = f"样式: {{问题: {style}}}\n问题: [{{小标题: 路窄, 正文: 坡陡弯急}}, {{小标题: 桥旧, 正文: 年久失修}}]\n"
    assert starting(draft(text), *problems) == problems
    assert ("一是路窄。坡陡弯急。二是桥旧。" in "".join(told(draft(text)))) == (style == "一是")


def test_livelihood_in_the_body(draft: Draft) -> None:
    report = draft("样式: {民生实事: （一）}\n民生实事: [{小标题: 供水, 正文: 已经通水}, {小标题: 道路, 正文: }]\n")
    assert "（一）供水：已经通水。" in told(report, "body")
    assert "（二）道路：【待补：道路的具体情况】。" in told(report, "body")
    assert not told(report, "annex_mark")


def test_livelihood_as_an_annex(draft: Draft) -> None:
    report = draft("民生实事: [{小标题: 供水, 正文: 已经通水}]\n")
    assert "1.供水：已经通水。" in told(report)
    assert told(report, "annex_mark") == ["附件"]


def test_numbers_that_do_not_reach_so_far_give_way(draft: Draft) -> None:
    points = ", ".join(f"{{小标题: {name}类工作, 事项: [办好{name}类实事]}}" for name in "甲乙丙丁戊")
    report = draft(f"样式: {{要点: 首先，, 标题: 首先，}}\n回顾: [{{标题: 子子子子, 要点: [{points}]}}]\n")
    assert starting(report, "一是甲类工作。", "五是戊类工作。") == ["一是甲类工作。", "五是戊类工作。"]
    many = draft("样式: {标题: ①}\n回顾:\n" + "".join(f"- {{标题: 子子子{n}}}\n" for n in range(60)))
    assert len(told(many, "heading2")) == 60
