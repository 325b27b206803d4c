"""Sections whole, with their points, and finding them again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.library.clauses import clauses_of
from drafter.library.digest import digest
from drafter.library.mine import mine
from drafter.library.store import Store, open_library
from drafter.model import Document, Library
from drafter.text.placed import PlacedPoint, placed_points, placed_sections, whole_spans

Reader = Callable[..., tuple[Document, ...]]

TOWN = """高兴镇政府工作报告
——2023年8月25日在高兴镇第十九届人民代表大会第五次会议上
一、上半年工作回顾
（一）抓实产业发展，动能不断增强
农业基础更加牢固。建成高标准农田1200亩。完成早稻种植2万亩，粮食产量稳步提升。
工业经济加快发展。新增规上企业3家。推动技术改造项目5个，完成投资1.2亿元。
（二）抓实民生保障，福祉不断增进
新建公办幼儿园1所。发放低保金320万元。
二、下半年工作打算
（一）抓好产业发展
继续抓好粮食生产，新建高标准农田500亩。
"""
COUNTY = """2024年政府工作报告
——2024年1月5日在安平县第十八届人民代表大会第四次会议上
一、2023年工作回顾
（一）产业发展提质增效
建成高标准农田3万亩，粮食总产再创新高。
"""


@pytest.fixture
def library(reports: Reader, tmp_path: Path) -> Store:
    """Return a library of a town's and a county's report."""
    path = tmp_path / "library.sqlite"
    mine(list(map(digest, reports(TOWN, COUNTY))), path)
    return open_library(path)


def points_of(document: Document) -> tuple[PlacedPoint, ...]:
    """Return the points of a report, its clauses cut as mining cuts them."""
    sections = placed_sections(document)
    clauses = clauses_of(document, sections)
    return placed_points(document, sections, ((clause.span.start, clause.move) for clause in clauses))


def test_a_whole_section_runs_to_the_end_of_those_below_it(reports: Reader) -> None:
    (document,) = reports(TOWN)
    sections = placed_sections(document)
    texts = {
        placed.section.title: span.of(document.text)
        for placed, span in zip(sections, whole_spans(sections), strict=True)
    }
    review = texts["上半年工作回顾"]
    assert review.startswith("一、上半年工作回顾")
    assert review.endswith("发放低保金320万元。")
    assert texts["抓实民生保障，福祉不断增进"] in review
    assert "下半年" not in review


def test_a_report_without_text_has_an_empty_section() -> None:
    assert whole_spans(()) == ()


def test_points_keep_lead_topic_and_moves(reports: Reader) -> None:
    (document,) = reports(TOWN)
    points = {point.lead or point.span.of(document.text): point for point in points_of(document)}
    farming = points["农业基础更加牢固"]
    assert farming.topic == "农业"
    assert farming.moves == ("数据", "成效")  # equal ones in a row once
    assert points["工业经济加快发展"].topic == "工业"
    assert points["新建公办幼儿园1所。发放低保金320万元。"].moves == ("数据",)


def test_every_point_lies_in_its_section(sample_documents: tuple[Document, ...]) -> None:
    for document in sample_documents[:3]:
        spans = whole_spans(placed_sections(document))
        points = points_of(document)
        assert points
        assert all(spans[point.section].covers(point.span) for point in points)


def test_a_store_gives_sections(library: Store) -> None:
    asked: Library = library
    section = asked.sections(topic="产业", chapter="plan")[0]
    assert section.heading == "抓好产业发展"
    assert section.text.startswith("（一）抓好产业发展")
    assert section.source.locality
    assert section.source.locality.name == "高兴镇"
    assert [point.text for point in section.points] == ["继续抓好粮食生产，新建高标准农田500亩。"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("低保金", ["抓实民生保障，福祉不断增进"]),
        ("规上企业", ["工业经济加快发展"]),  # the point that holds it, not all that stands round it
        (
            "产业发展",
            ["抓实产业发展，动能不断增强", "抓好产业发展", "产业发展提质增效"],
        ),  # of a town before those above
        ("粮食 高标准农田", ["抓好产业发展", "农业基础更加牢固", "产业发展提质增效"]),
        ("没有这个词", []),
    ],
)
def test_sections_are_found_by_words(library: Store, query: str, found: list[str]) -> None:
    assert [section.heading for section in library.sections(query)] == found


def test_without_words_the_outermost_on_a_topic_is_found(library: Store) -> None:
    assert [section.heading for section in library.sections(topic="产业", chapter="review")] == [
        "抓实产业发展，动能不断增强",
        "产业发展提质增效",
    ]
    assert [section.heading for section in library.sections(topic="农业")] == ["农业基础更加牢固"]


def test_kind_and_limit_choose(library: Store) -> None:
    assert [s.source.path for s in library.sections("高标准农田", kind="annual")] == ["1.txt"]
    assert len(library.sections("高标准农田", limit=1)) == 1


def test_a_section_gives_the_leads_of_its_points(library: Store) -> None:
    section = library.sections("动能不断增强")[0]
    assert [point.lead for point in section.points] == ["农业基础更加牢固", "工业经济加快发展"]
    assert section.chars == len("".join(section.text.split()))


def test_what_is_found_holds_the_words_and_nothing_else_does(sample_library: Store) -> None:
    for word in ("粮食", "营商环境", "河长制"):
        found = sample_library.sections(word, limit=1000)
        assert found
        assert all(word in section.text for section in found)
        holding = {
            number for number in range(sample_library.stats()["reports"]) if word in sample_library.report(number).text
        }
        held = {section.source.path for section in found}
        assert held <= {sample_library.report(number).source.path for number in holding}
        assert len(held) >= 0.9 * len(holding)  # a report's opening stands in no section


def test_a_topic_without_sections_gives_none(library: Store) -> None:
    assert library.sections(topic="教育", chapter="closing") == []


def test_a_report_without_headings_is_found_as_a_whole(reports: Reader, tmp_path: Path) -> None:
    mine(list(map(digest, reports("今年以来，全镇上下团结一心，扎实推进乡村振兴。"))), tmp_path / "library.sqlite")
    with open_library(tmp_path / "library.sqlite") as store:
        (section,) = store.sections("乡村振兴")
    assert section.text == "今年以来，全镇上下团结一心，扎实推进乡村振兴。"


def test_a_section_that_two_reports_share_is_found_once(reports: Reader, tmp_path: Path) -> None:
    mine(
        list(map(digest, reports(COUNTY, COUNTY.replace("2024年1月5日", "2024年1月6日")))), tmp_path / "library.sqlite"
    )
    with open_library(tmp_path / "library.sqlite") as store:
        assert len(store.sections("高标准农田")) == 1
