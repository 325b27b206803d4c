"""Chapters: in which part of the report each section and sentence stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.ingest.reader import read
from drafter.model import Document
from drafter.text.placed import placed_sections, placed_sentences

TEXT = """甲镇政府工作报告

一、2017年工作回顾

（一）产业发展取得新成效

全镇新建大棚200亩。

回顾过去一年，成绩来之不易。在此，我代表镇人民政府，向全镇人民表示衷心的感谢！

在肯定成绩的同时，我们也清醒地认识到，还存在不少问题。我们将采取措施加以解决。

二、2018年主要工作

（一）大力发展产业

建设大棚300亩。

三、加强政府自身建设

坚持依法行政。

各位代表！实干铸就伟业。让我们携手并进，为建设美好甲镇而努力奋斗！
"""


@pytest.fixture
def report(tmp_path: Path) -> Document:
    file = tmp_path / "甲镇.txt"
    file.write_text(TEXT, encoding="utf-8")
    return read(file, file.name)[0]


def test_what_follows_the_review_is_the_plan_whatever_it_is_called(report: Document) -> None:
    chapters = {placed.section.title: placed.chapter for placed in placed_sections(report)}
    assert chapters["产业发展取得新成效"] == "review"
    assert chapters["2018年主要工作"] == chapters["大力发展产业"] == chapters["加强政府自身建设"] == "plan"


def test_sentences_open_and_close_the_chapters_without_heading(report: Document) -> None:
    sentences = placed_sentences(report, placed_sections(report))
    chapters = {sentence.span.of(report.text): sentence.chapter for sentence in sentences}
    told = {
        "全镇新建大棚200亩。": "review",
        "回顾过去一年，成绩来之不易。": "thanks",
        "在肯定成绩的同时，我们也清醒地认识到，还存在不少问题。": "problems",
        "我们将采取措施加以解决。": "plan",
        "坚持依法行政。": "plan",
        "实干铸就伟业。": "closing",
        "让我们携手并进，为建设美好甲镇而努力奋斗！": "closing",
    }
    assert {sentence: chapters[sentence] for sentence in told} == told
