"""What the panes show, and the way from the draft back to the outline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.document import Document
from prompt_toolkit.layout import BufferControl
from prompt_toolkit.layout.processors import TransformationInput

from drafter.app import Preview
from drafter.cli.session.desk import Desk
from drafter.cli.session.window.hints import hints, topic_of
from drafter.cli.session.window.lines import Line, cut, pad, width, wrapped
from drafter.cli.session.window.page import page
from drafter.cli.session.window.processors import Steady
from drafter.cli.session.window.refs import paragraphs_of, place_at_line, place_of, ref_at, ref_of
from drafter.cli.session.window.side import hint_lines, preview_lines, tree_lines
from drafter.cli.session.window.troubles import Trouble, trouble_lines, troubles
from drafter.cli.session.window.view import View
from drafter.errors import Problem
from drafter.model import (
    CheckResult,
    Clause,
    Finding,
    Frame,
    Gap,
    Heading,
    Paragraph,
    Phrase,
    Piece,
    Report,
    Source,
    Span,
)

REPORT = Report(
    "题",
    "镇",
    (
        Paragraph("heading2", (Piece("（一）", "template"), Piece("夯实产业根基", "author", "回顾[0].标题"))),
        Paragraph(
            "body",
            (
                Piece("今年以来，", "template"),
                Piece("建成育秧中心", "author", "回顾[0].要点[0].事项[0]"),
                Piece("，面积", "template"),
                Piece("【待补：油菜种植面积（亩）】", "placeholder", "回顾[0].要点[0].数据[1]"),
            ),
        ),
    ),
    0,
    missing=(Gap("回顾 > 油菜", "没有填"),),
)


@pytest.fixture
def view(desk: Desk) -> View:
    """Return a view of the small outline, at its first section."""
    return View(desk, part=1)


def shown(lines: list[Line]) -> list[str]:
    """Return lines as they are read."""
    return ["".join(text for _, text in line).rstrip() for line in lines]


# --- lines -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [4, 7, 10, 33])
def test_no_line_is_wider_than_its_pane_but_for_a_mark(columns: int) -> None:
    text = "农村公路改造完成12.8公里，占年度任务的64%；新建“四好农村路”3条。\n第二段"
    lines = list(wrapped(text, columns))
    assert "".join(lines) == text.replace("\n", "")
    assert all(width(line) <= columns + 6 for line in lines)
    assert not any(line[:1] in set("，。；”") for line in lines)
    assert any("12.8" in line for line in lines) or columns < 5


def test_texts_are_cut_and_filled_by_columns() -> None:
    assert cut("早稻种植面积", 8) == "早稻种…"
    assert cut("早稻", 8) == "早稻"
    assert pad("早稻", 6) == "早稻  "
    assert width(pad("早稻种植面积", 9)) == 9


def test_signs_of_uncertain_width_are_not_shown() -> None:
    assert cut("和谐👨\u200d👩\u200d👧⚠\ufe0f", 20) == "和谐👨👩👧⚠"
    assert pad("🇨🇳\u202e甲", 6) == "CN甲  "
    assert list(wrapped("👍🏽" * 3, 4)) == ["👍👍", "👍"]


def test_what_is_typed_is_shown_steady_and_places_lead_back() -> None:
    text = "甲\u200d乙⚠\ufe0f丙"
    given = TransformationInput(BufferControl(), Document(text), 0, lambda at: at, [("", text)], 80, 1)
    shown = Steady().apply_transformation(given)
    assert "".join(part[1] for part in shown.fragments) == "甲乙⚠丙"
    assert [shown.source_to_display(at) for at in range(8)] == [0, 1, 1, 2, 3, 3, 4, 5]
    assert [shown.display_to_source(at) for at in range(6)] == [0, 2, 3, 5, 6, 7]


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_cell_under_the_cursor_is_left_out_for_the_editor(view: View) -> None:
    view.row = 1
    laid = page(view, 60)
    assert shown(laid.before)[0].startswith(" 回顾（一）")
    assert "小标题" in "".join(text for _, text in laid.left)
    assert not any("农业提质增效" in line for line in shown([*laid.before, laid.left, laid.right, *laid.after]))
    assert any("早稻种植面积" in line and "4.50" in line for line in shown(laid.after))


def test_a_figure_shows_what_goes_with_it_while_it_is_typed(view: View) -> None:
    view.row = 2
    assert "万亩，同比 +3.5%" in "".join(text for _, text in page(view, 60).right)


def test_what_does_not_fit_is_said_and_the_head_stays(view: View) -> None:
    view.row = 3
    laid = page(view, 60)
    assert shown(laid.above(3))[0].startswith(" 回顾（一）")
    assert shown(laid.above(3))[-1] == shown(laid.before)[-1]
    assert shown(laid.above(1)) == shown(laid.before[:1])
    assert laid.above(50) == laid.before
    assert shown(laid.below(2))[-1] == f" ▼ 下面还有 {len(laid.after) - 1} 行"
    assert laid.below(50) == laid.after


def test_the_table_holds_every_figure(view: View) -> None:
    view.open_table()
    view.row = 1
    laid = page(view, 78)
    assert [line.split()[0] for line in shown(laid.before[2:])] == ["油菜种植面积"]
    assert laid.left or laid.right


# --- the way back ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ref", "place"),
    [
        ("回顾[0].要点[0].数据[1]（计算）", ("回顾", 0, "要点", 0, "数据", 1)),
        ("问题[2]", ("问题", 2)),
        ("单位.名称", ("单位", "名称")),
    ],
)
def test_an_outline_path_leads_into_the_file(desk: Desk, ref: str, place: tuple[Any, ...]) -> None:
    assert place_of(desk, ref) == place


def test_a_view_goes_to_the_nearest_field(view: View) -> None:
    view.part = 0
    assert view.go(("回顾", 0, "要点", 0, "数据", 1))
    assert view.here.name == "回顾（一）"
    assert view.cell
    assert view.cell.label == "油菜种植面积"
    assert view.go(("问题", 5))
    assert view.here.name == "问题"


def test_a_place_in_the_draft_leads_to_the_outline() -> None:
    text = "\n".join(paragraph.text for paragraph in REPORT.paragraphs())
    at = text.index("育秧")
    assert ref_at(REPORT, Span(at, at + 2)) == "回顾[0].要点[0].事项[0]"
    assert ref_at(REPORT, Span(text.index("今年"), text.index("今年") + 2)) == "回顾[0].要点[0].事项[0]"
    assert ref_at(REPORT, Span(0, 2)) == "回顾[0].标题"


def test_a_part_has_its_paragraphs(view: View) -> None:
    assert len(paragraphs_of(REPORT, ref_of(view.desk, view.here))) == 2
    assert not paragraphs_of(REPORT, "回顾[1]")


@pytest.mark.parametrize(
    ("line", "label"), [(2, "报告类型"), (4, "单位·名称"), (6, "标题"), (11, "油菜种植面积"), (14, "问题1"), (0, None)]
)
def test_a_line_of_the_file_leads_to_its_field(desk: Desk, line: int, label: str | None) -> None:
    place = place_at_line(desk, line)
    labels = {field.place: field.label for part in desk.parts for field in part.fields}
    assert labels.get(place) == label


def test_the_fault_of_an_outline_is_told_without_its_path() -> None:
    own = Problem("“3.5亿”和单位“亿元”都带“亿”", "请只在一处写", Path("/甲/提纲.yaml"), 55)
    table = Problem("没有这个文件", "请检查文件名", Path("/甲/指标.xlsx"))
    first, second = troubles(Preview(problems=(own, table)))
    assert (first.kind, first.line, first.message) == ("提纲", 55, "“3.5亿”和单位“亿元”都带“亿”。请只在一处写。")
    assert (second.kind, second.line, second.message) == ("数据表", 0, "指标.xlsx：没有这个文件。请检查文件名。")


# --- the side --------------------------------------------------------------------------------------------------------


def test_what_there_is_to_look_at_comes_from_outline_draft_and_check() -> None:
    finding = Finding("1", "residue", "place", "warning", Span(8, 12), "今年以来", "别处的地名")
    harmless = Finding("2", "reuse", "formula", "info", Span(8, 12), "今年以来", "规范表述")
    text = "\n".join(paragraph.text for paragraph in REPORT.paragraphs())
    found = troubles(Preview(REPORT, CheckResult("", text, (finding, harmless), 9)))
    assert [trouble.kind for trouble in found] == ["残留：外地地名", "待补"]
    assert found[0].ref.startswith("回顾[0]")
    assert [each.kind for each in troubles(Preview(problems=(Problem("不是数字"),)))] == ["提纲"]
    assert not troubles(None)


def test_the_tree_counts_what_is_open_and_what_was_found(view: View) -> None:
    lines = shown(tree_lines(view, [Trouble("残留", "别处的地名", "回顾[0].标题")], 26))
    assert lines[1].startswith(" 回顾（一）")
    assert lines[1].endswith("○1 !1")


def test_the_preview_shows_the_part_or_why_there_is_none(view: View) -> None:
    assert "（一）夯实产业根基" in shown(preview_lines(view, Preview(REPORT), 40))[0]
    assert "正在成稿" in shown(preview_lines(view, None, 40))[0]
    assert "不是数字" in shown(preview_lines(view, Preview(problems=(Problem("不是数字"),)), 40))[0]


def test_empty_lists_say_so(view: View) -> None:
    assert shown(hint_lines(view, [], 40)) == [" 语料库里没有合适的。"]
    assert shown(trouble_lines(view, [], 40)) == [" 没有发现需要处理的地方。"]
    assert shown(trouble_lines(view, None, 40)) == [" 正在检查……"]


class Shelf:
    """A library held in memory."""

    def headings(self, *, level: int, topic: str = "", **_: object) -> list[Heading]:
        """Return two headings of a level."""
        return [
            Heading("农业农村稳步向前发展", level, topic, "10", "corpus/甲镇.txt", 0, True),
            Heading("农业基础更牢", level, topic, "6", "corpus/甲镇.txt", 1, True),
        ]

    def sources(self) -> dict[str, Source]:
        """Return the one report."""
        return {"corpus/甲镇.txt": Source("corpus/甲镇.txt")}

    def clauses(self, *, move: str, **_: object) -> list[Clause]:
        """Return three clauses that tell a problem."""
        told = (
            ("我们也清醒认识到", "", 26, True),
            ("产业基础薄弱", "产业", 3, True),
            ("甲村污水直排", "生态", 1, False),
        )
        told = (*told, ("项目推进缓慢", "项目", 1, True))
        found = [Clause(text, "问题", topic, count, ("corpus/甲镇.txt",), pure) for text, topic, count, pure in told]
        return found if move == "问题" else []

    def phrases(self, query: str = "", *, topic: str = "", **_: object) -> list[Phrase]:  # noqa: ARG002
        """Return a phrase."""
        return [Phrase(f"{query}振兴", 5, 3)]

    def frames(self, indicator: str, **_: object) -> list[Frame]:
        """Return the frames of the one indicator that has any."""
        known = ("完成{指标}{数值:亩}，同比增长{同比:%}", "早稻播种{数值:亩}")
        frames = [Frame(text, (), "数据", "农业", 3, ("corpus/甲镇.txt",)) for text in known]
        return frames if indicator == "早稻种植面积" else []


def test_headings_are_offered_for_headings_those_of_its_length_first(view: View) -> None:
    view.row = 1
    found = hints(view, Shelf(), "")  # type: ignore[arg-type]
    assert [(hint.text, hint.origin, hint.whole) for hint in found] == [
        ("农业基础更牢", "甲镇", True),
        ("农业农村稳步向前发展", "甲镇", True),
    ]


def test_phrases_are_offered_for_all_else(view: View) -> None:
    view.row = 4
    assert [hint.text for hint in hints(view, Shelf(), "全面推进乡村")] == ["推进乡村振兴"]  # type: ignore[arg-type]


def test_where_a_problem_is_written_problems_are_offered(view: View) -> None:
    view.part, view.row = 2, 0
    found = [(hint.text, hint.origin) for hint in hints(view, Shelf(), "")]  # type: ignore[arg-type]
    assert found == [
        ("产业基础薄弱", "3 个地方写过"),
        ("项目推进缓慢", "甲镇"),
        ("我们也清醒认识到", "26 个地方写过"),
        ("振兴", "3 篇"),
    ]
    assert next(hint.text for hint in hints(view, Shelf(), "一是项目")) == "项目推进缓慢"  # type: ignore[arg-type]


def test_frames_of_what_is_typed_about_come_first(view: View) -> None:
    view.row = 4
    first, second = hints(view, Shelf(), "今年以来，全镇完成早稻种植面积")[:2]  # type: ignore[arg-type]
    assert first.text == "完成早稻种植面积【待补：数值（亩）】，同比增长【待补：同比（%）】"
    assert (first.instead, first.origin) == ("早稻种植面积", "3 篇，甲镇")
    assert "【" not in second.text


def test_a_field_that_holds_one_of_a_few_words_is_offered_these(desk: Desk) -> None:
    found = hints(View(desk), Shelf(), "")  # type: ignore[arg-type]
    assert [hint.text for hint in found] == ["年度报告", "半年报告", "三季度报告", "总结与计划"]
    desk.put(("回顾", 0, "主题"), None)
    view = View(desk)
    view.go(("回顾", 0, "主题"))
    found = hints(view, Shelf(), "")  # type: ignore[arg-type]
    assert {"农业", "民生"} <= {hint.text for hint in found}
    assert all(hint.whole for hint in found)


def test_figures_are_offered_no_words(view: View) -> None:
    view.row = 2
    assert hints(view, Shelf(), "") == []  # type: ignore[arg-type]


def test_the_topic_is_that_of_the_point_before_that_of_the_part(view: View) -> None:
    view.row = 2
    assert topic_of(view) == "农业"
