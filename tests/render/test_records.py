"""The records other programs read: every field of drafter.check/1 and drafter.origin/1."""

from __future__ import annotations

import json
from dataclasses import replace

from drafter.model import CheckResult, Gap, Paragraph, Piece, Report, Since, Span, Table
from drafter.render.records import check_record, origin_record, to_json


def test_a_check_has_exactly_the_fields_of_its_schema(checked: CheckResult) -> None:
    record = check_record(checked)
    assert list(record) == ["schema", "draft", "summary", "findings"]
    assert record["schema"] == "drafter.check/1"
    assert record["draft"] == {"path": "build/清河镇.docx", "chars": len(checked.raw)}
    assert list(record["findings"][0]) == [
        "id", "rule", "class", "severity", "ignored", "span", "text", "message", "suggestion", "matches",
    ]  # fmt: skip
    assert list(record["findings"][0]["matches"][0]) == ["source", "title", "span", "text", "similarity", "edits"]


def test_the_summary_counts_every_class_and_source(checked: CheckResult) -> None:
    summary = check_record(checked)["summary"]
    assert summary == {
        "chars": checked.chars,
        "formula": 20,
        "boilerplate": 0,
        "copied": 0,
        "edited": 49,
        "retold": 0,
        "self": 0,
        "previous": 0,
        "reuse_ratio": round(49 / checked.chars, 4),
        "by_source": [
            {"source": "corpus/桃源镇_2023年.txt", "title": "桃源镇2023年<工作>报告", "chars": 49},
            {"source": "corpus/汇编.txt#4", "title": "", "chars": 4},
        ],
    }


def test_a_finding_names_its_class_and_its_span_covers_its_text(checked: CheckResult) -> None:
    for finding, given in zip(check_record(checked)["findings"], checked.findings, strict=True):
        assert finding["class"] == given.kind
        start, end = finding["span"]
        assert checked.raw[start:end] == finding["text"]


def test_an_edit_has_both_spans_and_both_wordings(checked: CheckResult) -> None:
    edit = check_record(checked)["findings"][0]["matches"][0]["edits"][1]
    assert list(edit) == ["op", "draft", "source", "draft_text", "source_text"]
    assert (edit["op"], edit["draft_text"], edit["source_text"]) == ("replace", "4.5", "3.2")
    assert checked.raw[slice(*edit["draft"])] == "4.5"


def test_the_origin_gives_every_piece_its_span_within_the_paragraph() -> None:
    opened = Paragraph(
        "body", (Piece("投资", "template", "报告.j2"), Piece("【待补：投资】", "placeholder", "回顾[0]"))
    )
    borrowed = Paragraph("body", (Piece("干部担当作为。", "library", "成效", "corpus/甲.txt"),))
    table = Table("", ("项目",), (("改水",),))
    gap = Gap("回顾 > 投资", "缺数值")
    report = Report("题", "清河镇", (opened, table, borrowed), seed=7, missing=(gap,))
    assert origin_record(report) == {
        "schema": "drafter.origin/1",
        "seed": 7,
        "paragraphs": [
            {
                "style": "body",
                "text": "投资【待补：投资】",
                "pieces": [
                    {"span": [0, 2], "kind": "template", "ref": "报告.j2", "source": ""},
                    {"span": [2, 9], "kind": "placeholder", "ref": "回顾[0]", "source": ""},
                ],
            },
            {
                "style": "body",
                "text": "干部担当作为。",
                "pieces": [{"span": [0, 7], "kind": "library", "ref": "成效", "source": "corpus/甲.txt"}],
            },
        ],
        "missing": [{"where": "回顾 > 投资", "message": "缺数值"}],
    }


def test_json_keeps_characters_as_they_are(checked: CheckResult) -> None:
    record = check_record(checked)
    text = to_json(record)
    assert "乡村振兴" in text
    assert text.endswith("}\n")
    assert json.loads(text) == record


def test_the_last_report_is_told_only_where_there_is_one(checked: CheckResult) -> None:
    assert "since" not in check_record(checked)
    since = Since("上次.docx", "工作报告", (Span(0, 5),), (), (Span(6, 9),), ((Span(2, 8), "去年修了路。"),))
    assert check_record(replace(checked, since=since))["since"] == {
        "source": "上次.docx",
        "title": "工作报告",
        "unchanged": [[0, 5]],
        "edited": [],
        "new": [[6, 9]],
        "dropped": [{"span": [2, 8], "text": "去年修了路。"}],
    }
