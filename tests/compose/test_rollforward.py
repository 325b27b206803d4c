"""The outline that follows a report: whole, and what it does where a report lacks something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.compose.compose import compose
from drafter.compose.outline import Outline, parse_outline
from drafter.compose.outline_fields import Meeting, Speaker
from drafter.compose.rollforward import roll_forward
from drafter.config import shipped
from drafter.errors import OutlineError
from drafter.ingest.reader import read
from drafter.model import Document, Period

CORPUS = Path(__file__).parents[2] / "corpus"


def sample(name: str, number: int = 1) -> Document:
    """Return a sample report."""
    (path,) = CORPUS.glob(f"{name}*.txt")
    return read(path, path.name)[number - 1]


def rolled(name: str, number: int = 1, to: Period | None = None) -> Outline:
    """Return the outline that follows a sample report, as read."""
    return parse_outline(roll_forward(sample(name, number), to))


def test_the_outline_whole(golden: Callable[[str, str], None]) -> None:
    golden("rollforward/高兴镇_2023年前三季度.yaml", roll_forward(sample("高兴镇")))


def test_the_draft_of_it_unfilled(golden: Callable[[str, str], None]) -> None:
    report = compose(rolled("高兴镇"), library=None, template_folders=[shipped("templates")])
    golden("rollforward/高兴镇_2023年前三季度.txt", "".join(f"{each.text}\n" for each in report.paragraphs()))


@pytest.mark.parametrize(
    ("name", "kind", "period"),
    [
        ("高兴镇", "three_quarter", Period(2023, "first_three_quarters")),
        ("涌山镇", "annual", Period(2023, "year")),
        ("新界埠镇", "half_year", Period(2024, "first_half")),
        ("桂竹帽镇", "summary_plan", Period(2024, "year")),
    ],
)
def test_the_next_in_turn(name: str, kind: str, period: Period) -> None:
    outline = rolled(name)
    assert (outline.kind, outline.period) == (kind, period)


def test_who_reports_and_to_whom() -> None:
    outline = rolled("高兴镇")
    assert outline.locality.place == sample("高兴镇").source.locality
    assert outline.speaker == Speaker(post="兴国县高兴镇人民政府镇长", name="吕泓")
    assert outline.meeting == Meeting(name=None, date=None)
    assert "第十九届人民代表大会第五次会议" in roll_forward(sample("高兴镇"))


def test_headings_and_leads_stay() -> None:
    outline = rolled("高兴镇")
    assert outline.review[1].heading == "全面推进产业发展，发展动能不断增强"
    assert [point.lead for point in outline.review[1].points] == ["农业基础更加牢固", "工业发展全力提速"]
    assert outline.headings.review == "2023年前三季度工作回顾"


def test_figures_are_blanked_and_deeds_are_comments() -> None:
    text = roll_forward(sample("高兴镇"))
    facts = [fact for section in parse_outline(text).review for point in section.points for fact in point.facts]
    assert len(facts) > 30
    assert all(fact.was and not any(fact.opened().model_dump(include={"value", "yoy"}).values()) for fact in facts)
    assert "# 上半年：建立长效运营机制" in text
    assert not any(point.deeds or point.text for section in parse_outline(text).review for point in section.points)


def test_annexes_and_asides_are_comments(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    told = "各项工作有序推进，群众得到了实惠，发展有了后劲，社会大局保持稳定。"
    path.write_text(
        f"一、2023年工作回顾\n（一）夯实产业根基，发展步伐更稳\n{told}\n（稍后，某某同志还将作专项报告，请各位代表审议。）\n"
        f"二、2024年工作安排\n{told}\n附件1\n甲镇2023年主要经济指标完成情况\n财政收入\n5230\n"
        "附件2\n名词解释\n1.河长制：由各级党政主要负责人担任河长。\n",
        encoding="utf-8",
    )
    (document,) = read(path, path.name)
    text = roll_forward(document)
    assert "# 去年：（稍后，某某同志还将作专项报告，请各位代表审议。）" in text
    assert "# 去年的附件：1.河长制：由各级党政主要负责人担任河长。" in text
    assert "5230" not in text  # the draft makes this annex of its own figures
    assert parse_outline(text).glossary == "auto"


def test_old_targets_are_asked_about() -> None:
    text = roll_forward(sample("高兴镇"))
    review, plan = text.split("\n打算:\n")
    assert "# 当时打算：统筹谋划好今冬油菜种植，保质保量完成好6000亩工作任务。" in review
    assert "当时打算：" not in plan


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [("汇编", 9, "某某街道"), ("汇编", 11, "某某镇"), ("汇编", 4, "白沙镇")],
)
def test_an_office_without_a_name_is_to_be_filled_in(name: str, number: int, expected: str) -> None:
    assert rolled(name, number).locality.name == expected


def test_a_report_without_title_or_first_chapter() -> None:
    outline = rolled("汇编", 10)
    assert outline.title == "无"
    assert rolled("汇编", 8).headings.review == "无"


@pytest.mark.parametrize(
    ("to", "message"),
    [
        (Period(2022, "year"), "“2022年”在原报告的“2023年上半年”之前"),
        (Period(2024, "second_half"), "没有回顾“2024年下半年”的报告"),
    ],
)
def test_periods_that_cannot_be_meant(to: Period, message: str) -> None:
    with pytest.raises(OutlineError, match=message):
        roll_forward(sample("高兴镇"), to)


def test_a_report_of_no_known_time_needs_one(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("一、工作回顾\n各项工作有序推进。\n二、工作安排\n继续抓好各项工作。\n", encoding="utf-8")
    (document,) = read(path, path.name)
    with pytest.raises(OutlineError, match="--to"):
        roll_forward(document)
    assert parse_outline(roll_forward(document, Period(2024, "year"))).kind == "annual"
