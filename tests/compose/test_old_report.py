"""A past report sorted as an outline has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from drafter.compose.old_points import OldPoint
from drafter.compose.old_promises import promises
from drafter.compose.old_report import OldReport, is_report, sorted_report
from drafter.ingest.reader import read
from drafter.model import Document

Sorted = Callable[[str], OldReport]
LONG = "全镇上下埋头苦干，各项工作有序推进，群众得到了实惠，发展有了后劲"


@pytest.fixture
def document(tmp_path: Path) -> Callable[[str], Document]:
    """Return a function that reads a text as a file with one report; ～ stands for a long sentence."""

    def read_one(text: str) -> Document:
        path = tmp_path / "报告.txt"
        path.write_text(text.replace("～", f"{LONG}。"), encoding="utf-8")
        (found,) = read(path, path.name)
        return found

    return read_one


@pytest.fixture
def report(document: Callable[[str], Document]) -> Sorted:
    """Return a function that sorts a text."""
    return lambda text: sorted_report(document(text))


def shape(points: Sequence[OldPoint], depth: int = 0) -> Iterator[str]:
    """Yield points with their numbers and leads, those below them further in."""
    for point in points:
        yield f"{'  ' * depth}{point.number}{point.lead}{'=' if point.on_own_line else ''}"
        yield from shape(point.points, depth + 1)


def test_chapters_sections_and_what_wraps_up(report: Sorted) -> None:
    found = report(
        "一、2023年工作回顾\n～\n（一）夯实产业根基，发展步伐更稳\n农业稳了。～\n工业快了。～\n"
        "（二）增进民生福祉，群众笑脸更多\n～\n"
        "此外，武装、统计等工作都取得了新成绩。\n各位代表，这些成绩来之不易，在此表示衷心的感谢！\n"
        "2023年十件民生实事进展如下：\n（一）供水：已经通水。\n（二）道路：已经通车。\n"
        "在肯定成绩的同时，我们也清醒地看到存在的问题，主要是：一是路窄。坡陡弯急，行车不便。二是桥旧。年久失修，不堪重负。\n"
        "二、2024年工作安排\n～\n（一）坚持项目带动，壮大产业实力\n～\n三、加强政府自身建设\n～\n一是忠诚履职。～\n二是勤政为民。～\n"
    )
    assert found.headings == {"review": "2023年工作回顾", "plan": "2024年工作安排"}
    assert [(section.number, section.heading) for section in found.review] == [
        ("（一）", "夯实产业根基，发展步伐更稳"),
        ("（二）", "增进民生福祉，群众笑脸更多"),
    ]
    assert list(shape(found.review[0].points)) == ["农业稳了", "工业快了"]
    assert list(shape(found.review[1].points)) == [""]
    assert list(shape(found.livelihood)) == ["（一）供水", "（二）道路"]
    assert list(shape(found.problems)) == ["一是路窄", "二是桥旧"]
    assert len(found.texts["thanks"]) == len(found.texts["headline"]) == len(found.texts["requirement"]) == 1
    assert [section.chapter for section in found.plan] == ["", "加强政府自身建设"]
    assert list(shape(found.plan[1].points)) == ["一是忠诚履职", "二是勤政为民"]


def test_points_below_points(report: Sorted) -> None:
    found = report(
        "一、工作回顾\n（一）致力谋发展，提振经济实力\n"
        "农业稳固。～一是修好水渠。～二是修好道路。～\n工业提速。～\n（二）致力惠民生\n～\n二、下半年工作计划\n～\n"
    )
    assert list(shape(found.review[0].points)) == ["农业稳固", "  一是修好水渠", "  二是修好道路", "工业提速"]


def test_numbers_that_go_on_across_leads_stand_above_them(report: Sorted) -> None:
    found = report(
        "一、工作回顾\n发展提速换挡。～\n一是打好产业攻坚战。～\n农业稳固。～\n工业提速。～\n二是打好民生持久战。～\n社保扩面。～\n就业稳定。～\n二、工作计划\n～\n"
    )
    first, second = found.review
    assert list(shape(first.points)) == ["发展提速换挡"]
    assert list(shape(second.points)) == [
        "一是打好产业攻坚战",
        "  农业稳固",
        "  工业提速",
        "二是打好民生持久战",
        "  社保扩面",
        "  就业稳定",
    ]


def test_headings_of_the_third_level_are_points(report: Sorted) -> None:
    found = report(
        "上半年工作回顾\n一、致力谋发展，提振经济实力\n（一）渔业兴旺\n～\n一是渔港升级。～\n二是渔旅融合。～\n（二）农业稳固\n～\n"
        "二、全力抓基础，夯实发展根基\n（一）规划引领\n～\n下半年工作计划\n～\n"
    )
    assert list(shape(found.review[0].points)) == [
        "（一）渔业兴旺=",
        "  一是渔港升级",
        "  二是渔旅融合",
        "（二）农业稳固=",
    ]


def test_a_chapter_between_review_and_plan_looks_ahead(report: Sorted) -> None:
    found = report(
        "一、2023年工作回顾\n（一）甲甲甲甲，乙乙乙乙\n～\n二、站在新起点，谋划新发展\n～\n三、2024年主要工作\n（一）丙丙丙丙，丁丁丁丁\n～\n"
    )
    assert found.headings["plan"] == "站在新起点，谋划新发展"
    assert [section.chapter for section in found.plan] == ["", "2024年主要工作"]


def test_promises_go_where_their_topic_is(report: Sorted) -> None:
    found = report(
        "一、2023年工作回顾\n（一）粮食生产稳步发展\n～\n（二）生态环境持续改善\n～\n二、2024年工作安排\n"
        "（一）抓好农业生产\n种植早稻2万亩，确保粮食安全。\n（二）加强生态环境保护\n造林500亩。\n（三）开展文艺演出\n办好晚会3场。\n"
    )
    placed, rest = promises(found)
    assert placed == [["种植早稻2万亩，确保粮食安全。"], ["造林500亩。"]]
    assert rest == ["办好晚会3场。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"一、2023年工作回顾\n{LONG}。\n二、2024年工作安排\n{LONG}。\n", True),
        (f"会议通知\n请各村于周五前报送材料。{LONG}。\n", False),
    ],
)
def test_what_is_a_report(document: Callable[[str], Document], text: str, *, expected: bool) -> None:
    assert is_report(document(text)) == expected
