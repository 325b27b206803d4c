"""The Word file on paper: LibreOffice renders a long report, and its lines are measured."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.model import Paragraph, Piece, Report, Table
from drafter.page import STANDARD, Layout
from drafter.render.word import write_word

from .paper import BOTTOM, LEFT, RIGHT, SQUARE, TOP, Page, converted, pages_of, running_text

pytestmark = pytest.mark.e2e

SENTENCES = (
    "坚持把产业发展作为第一要务，狠抓项目建设，做优营商环境，全镇经济保持平稳增长。",
    "扎实推进“四好农村路”建设，改造危旧桥梁，硬化通组公路，群众出行更加便捷。",
    "全年新增高标准农田4977亩，发放各类补贴18.5万元，惠及农户10240余户。",
    "深入开展人居环境整治，清理沟渠塘坝，拆除空心房屋，村容村貌焕然一新。",
    "严格落实安全生产责任，常态化开展隐患排查，守牢不发生重特大事故底线。",
    "持续巩固拓展脱贫攻坚成果同乡村振兴有效衔接健全防返贫动态监测和帮扶机制切实保障困难群众基本生活",
)
HEADINGS = ("聚焦产业发展", "聚焦乡村振兴", "聚焦民生福祉", "聚焦社会治理", "聚焦自身建设")


def paragraph(style: str, text: str) -> Paragraph:
    """Return a paragraph of one piece."""
    return Paragraph(style, (Piece(text, "author"),))


def long_report() -> Report:
    """Return a report of some twenty pages whose paragraphs all differ in length."""
    blocks: list[Paragraph | Table] = [
        paragraph("title", "清河镇2024年上半年工作总结及下半年工作计划"),
        paragraph("dateline", "——2024年8月23日在清河镇第十九届人民代表大会第七次会议上"),
        paragraph("speaker", "清河镇人民政府镇长　某某"),
        paragraph("salutation", "各位代表："),
    ]
    for part, name in enumerate(("2024年上半年工作回顾", "下半年工作打算")):
        blocks.append(paragraph("heading1", f"{'一二'[part]}、{name}"))
        for number, heading in enumerate(HEADINGS):
            blocks.append(paragraph("heading2", f"（{'一二三四五'[number]}）{heading}，全面提升发展质效"))
            for point in range(1, 4):
                blocks.append(paragraph("heading3", f"{point}.{heading}有新作为"))
                count = 3 + (number * 5 + point * 3 + part) % 7
                text = "".join(SENTENCES[(number + point + index) % len(SENTENCES)] for index in range(count))
                blocks.append(paragraph("body", text + "【待补：固定资产投资（亿元）】。"))
    rows = tuple((str(row), "农村饮水安全巩固提升", SENTENCES[row % 5], "已完成") for row in range(1, 21))
    blocks += [
        paragraph("annex_mark", "附件1"),
        paragraph("annex_title", "2024年民生实事项目完成情况"),
        Table("", ("序号", "项目", "主要内容", "进展"), rows),
    ]
    return Report("清河镇工作报告", "清河镇人民政府", tuple(blocks), seed=1)


def render(report: Report, folder: Path, layout: Layout = STANDARD) -> list[Page]:
    """Write the report in a layout and print it; return the lines of every page."""
    write_word(report, folder / "report.docx", layout=layout)
    return pages_of(converted(folder / "report.docx", "pdf"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """Return the lines of every page of the report, the page number last."""
    return render(long_report(), tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def texts(pages: list[Page]) -> list[Page]:
    """Return the lines of every page that are running text: no page number, no annex."""
    return running_text(pages)


def test_full_pages_hold_22_lines(texts: list[Page]) -> None:
    full = [page for page, after in pairwise(texts[1:]) if after[0].left < LEFT + SQUARE]  # a paragraph runs on
    assert len(full) >= 5
    assert {len(page) for page in full} == {22}
    assert max(len(page) for page in texts) == 22


def test_full_lines_hold_28_characters(texts: list[Page]) -> None:
    running = [line for page in texts[1:] for line in page if line.left < LEFT + 1 and line.right > RIGHT - SQUARE / 2]
    han = [len(line.text) for line in running if not re.search(r"[\d.]", line.text)]
    plain = [len(line.text) for line in running if re.fullmatch(r"[\u4e00-\u9fff]+", line.text)]
    assert set(plain) == {28}
    assert max(han) == 28
    assert Counter(han)[28] >= 0.85 * len(han)  # a mark that may not begin a line takes a character along


def test_the_first_line_begins_two_characters_in(texts: list[Page]) -> None:
    starts = [line.left - LEFT for page in texts[1:] for line in page if line.left > LEFT + 1]
    assert starts == pytest.approx([2 * SQUARE] * len(starts), abs=1)


def test_figures_are_not_torn(texts: list[Page]) -> None:
    lines = [line.text for page in texts for line in page]
    assert not [(a, b) for a, b in pairwise(lines) if re.search(r"[\d.]$", a) and re.match(r"[\d.]", b)]


def test_no_heading_ends_a_page(texts: list[Page]) -> None:
    assert not [page[-1].text for page in texts if re.match(r"[一二]、|（[一二三四五]）|\d\.聚焦", page[-1].text)]


def test_the_title_block_is_broken_between_words(texts: list[Page]) -> None:
    assert [line.text for line in texts[0][:6]] == [
        "清河镇2024年上半年工作总结",
        "及下半年工作计划",
        "——2024年8月23日在清河镇",
        "第十九届人民代表大会第七次会议上",
        "清河镇人民政府镇长某某",
        "各位代表：",
    ]
    for line in texts[0][:5]:
        assert (line.left + line.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=3)


def test_page_numbers_stand_outside_right_and_left_in_turn(pages: list[Page]) -> None:
    for number, page in enumerate(pages, 1):
        printed = page[-1]
        assert printed.text == f"—{number}—"
        assert printed.middle - BOTTOM == pytest.approx(7 / 25.4 * 72, abs=1)  # the dashes 7 mm below the text
        if number % 2:
            assert printed.right == pytest.approx(RIGHT - 14, abs=1)
        else:
            assert printed.left == pytest.approx(LEFT + 14, abs=1)


def test_every_character_is_printed(texts: list[Page]) -> None:
    printed = "".join(line.text for page in texts for line in page)
    whole = "".join(block.text for block in long_report().paragraphs())
    assert printed == re.sub(r"\s", "", whole.partition("附件1")[0])  # LibreOffice loses marks that hang


def test_nothing_stands_outside_the_text_area(texts: list[Page]) -> None:
    lines = [line for page in texts for line in page]
    assert min(line.left for line in lines) > LEFT - 1
    assert max(line.right for line in lines) < RIGHT + 1
    assert min(line.middle for line in lines) > TOP


def test_the_annex_begins_a_page_and_its_table_repeats_the_header(pages: list[Page]) -> None:
    annex = next(number for number, page in enumerate(pages) if page[0].text == "附件1")
    mark, title, header = pages[annex][:3]
    assert mark.left == pytest.approx(LEFT, abs=1)
    assert title.text == "2024年民生实事项目完成情况"
    assert title.middle - mark.middle == pytest.approx(2 * 28.95, abs=6)  # the third line, of larger type
    assert len(pages) > annex + 1
    assert header.text == pages[annex + 1][0].text == "序号项目主要内容进展"


def test_the_contents_page_tells_the_pages_that_are_printed(tmp_path: Path) -> None:
    pages = render(replace(long_report(), contents=True), tmp_path)
    entries = [re.fullmatch(r"(.+?)[.…]+(\d+)", line.text) for line in pages[0]]
    told = [(entry[1], int(entry[2])) for entry in entries if entry]
    headings = {text for text, _ in told}
    found = [
        (line.text, number) for number, page in enumerate(pages) for line in page if number and line.text in headings
    ]
    assert len(told) == 12
    assert [text for text, _ in told] == [text for text, _ in found]
    off = [abs(page - printed) for (_, page), (_, printed) in zip(told, found, strict=True)]
    assert max(off) <= 1  # LibreOffice lets no mark hang, as Word does: a line more in every eighth paragraph
    assert off.count(0) > len(off) / 2
    assert pages[0][-1].text == "—I—"
    assert pages[1][-1].text == "—1—"
