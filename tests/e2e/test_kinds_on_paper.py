"""Every kind of report on paper, with tables of several pages, a chart and a title that is long."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from drafter import app
from drafter.config import Workspace
from drafter.page import STANDARD
from drafter.text.words import cut

from ..quality.good_files import KINDS, OUTLINE, WORKS
from .paper import BOTTOM, LEFT, RIGHT, SQUARE, TOP, Page, converted, faces_in, pages_of, running_text

pytestmark = pytest.mark.e2e

TITLES = {
    "半年报告": "云岫镇2024年上半年工作总结及下半年工作计划",
    "年度报告": "云岫镇人民政府关于2024年工作情况和2025年工作安排的报告",
    "三季度报告": "云岫镇2024年前三季度经济社会发展情况及第四季度工作安排",
    "总结与计划": "云岫镇党委政府2024年工作总结和2025年工作计划",
}
OWN = "持续巩固拓展脱贫攻坚成果同乡村振兴有效衔接健全防返贫动态监测和帮扶机制切实保障困难群众基本生活"
HEADS = 3  # lines of a title


@dataclass(frozen=True, slots=True)
class Printed:
    """A report on paper."""

    kind: str
    file: Path
    pdf: Path
    pages: list[Page]


@pytest.fixture(scope="module", params=KINDS, ids=list(KINDS))
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return the sample outline as a report of a kind, longer by some paragraphs, on paper."""
    kind, folder = request.param, tmp_path_factory.mktemp("kind")
    outline = OUTLINE.read_text(encoding="utf-8")
    outline = outline.replace("报告类型: 半年报告", f"报告类型: {kind}\n题目: {TITLES[kind]}")
    outline = outline.replace("期间: 2024年上半年", f"期间: {KINDS[kind]}")
    longer = "".join(f"      - 正文: {OWN * (3 + number % 4)}。\n" for number in range(12))
    outline = outline.replace("    要点:\n", f"    要点:\n{longer}", 1)
    outline += "".join(f"  - {{项目: 第{number}件实事, 建设内容: {WORKS}, 进展: 完成}}\n" for number in range(6, 40))
    (folder / "提纲.yaml").write_text(outline, encoding="utf-8")
    built = app.build(Workspace(folder), folder / "提纲.yaml", output=folder / "report.docx", bare=True, chart=True)
    pdf = converted(built.output, "pdf")
    return Printed(kind, built.output, pdf, pages_of(pdf))


def test_full_pages_hold_22_lines_of_28_characters(printed: Printed) -> None:
    running = running_text(printed.pages)
    full = [page for page, after in pairwise(running[1:]) if after[0].left < LEFT + SQUARE]
    assert len(full) >= 2
    assert {len(page) for page in full} == {22}
    lines = [line for page in running[1:] for line in page if line.left < LEFT + 1 and line.right > RIGHT - SQUARE / 2]
    plain = [len(line.text) for line in lines if re.fullmatch(r"[\u4e00-\u9fff]+", line.text)]
    assert len(plain) >= 20
    assert set(plain) == {28}


def test_page_numbers_stand_outside(printed: Printed) -> None:
    for number, page in enumerate(printed.pages, 1):
        assert page[-1].text == f"—{number}—"
        edge = page[-1].right - (RIGHT - 14) if number % 2 else page[-1].left - (LEFT + 14)
        assert edge == pytest.approx(0, abs=1)


def test_no_heading_ends_a_page(printed: Printed) -> None:
    document = docx.Document(str(printed.file))
    headings = {each.text for each in document.paragraphs if each.style and each.style.name.startswith("Heading")}
    assert len(headings) >= 10
    ends = [page[-1].text for page in running_text(printed.pages)]
    assert not [end for end in ends if any(heading.replace("　", "").endswith(end) for heading in headings)]


def test_the_title_is_broken_between_words(printed: Printed) -> None:
    title = TITLES[printed.kind]
    lines: list[str] = []
    for line in printed.pages[0][:HEADS]:
        if "".join(lines) != title:
            lines.append(line.text)
    assert "".join(lines) == title
    assert len(lines) > 1
    words = [0]
    for word in cut(title):
        words.append(words[-1] + len(word))
    breaks = [len("".join(lines[:count])) for count in range(1, len(lines))]
    assert set(breaks) <= set(words)


def test_tables_stay_within_the_text_and_repeat_their_head(printed: Printed) -> None:
    annexes = printed.pages[len(running_text(printed.pages)) :]
    assert len(annexes) >= 4
    lines = [line for page in annexes for line in page if line.middle < BOTTOM]
    assert min(line.left for line in lines) > LEFT - 1
    assert max(line.right for line in lines) < RIGHT + 1
    assert min(line.middle for line in lines) > TOP
    heads = [page[0].text for page in annexes]
    assert heads[-1] == "项目建设内容进展"
    assert "指标单位完成数同比目标完成率" in [line.text for line in annexes[0]]
    document = docx.Document(str(printed.file))
    assert {sum(column.width for column in table.columns) for table in document.tables} == {8844 * 635}


def test_substituted_faces_are_told(printed: Printed, record_property: Callable[[str, object], None]) -> None:
    asked = {face.name for face in STANDARD.faces}
    found = faces_in(printed.pdf)
    record_property("faces asked for", ", ".join(sorted(asked)))
    record_property("faces printed", ", ".join(sorted(found)))
    print(f"\n{printed.kind}：要用的字体 {'、'.join(sorted(asked))}；印出来的字体 {'、'.join(sorted(found))}")
    assert found
    names = docx.Document(str(printed.file)).part.package.iter_parts()
    table = next(part.blob.decode() for part in names if str(part.partname) == "/word/fontTable.xml")
    for face in STANDARD.faces:  # what is to be taken in their place where they are missing
        assert f'w:name="{face.name}"' in table
        assert all(fallback in table for fallback in face.fallbacks)
