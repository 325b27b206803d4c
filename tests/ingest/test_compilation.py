"""Files with several reports, titled, greeted or neither; and single reports that look like several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.ingest.compilation import split
from drafter.ingest.lines import Line

Split = Callable[[str], tuple[Line, ...]]

REVIEW = "上半年，全镇上下团结一心、攻坚克难，各项工作都取得了新的进展。" * 8
PLAN = "下半年，我们将继续埋头苦干，扎实做好各项工作，确保完成全年任务。" * 8
OPENING = "现在，我代表镇人民政府，向大会报告工作，请予审议。"
BODY = f"一、2023年上半年工作回顾\n{REVIEW}\n二、2023年下半年工作安排\n{PLAN}"
FULL = f"2023年上半年政府工作报告\n各位代表：\n{OPENING}\n{BODY}"
GREETED = f"各位代表：\n{OPENING}\n{BODY}"
TITLED = f"清河镇2023年上半年工作总结\n{BODY}"
MEASURES = f"柳林街道办事处2023年上半年工作总结和下半年工作要点\n{BODY}"
UNNUMBERED = f"上半年工作回顾\n{REVIEW}\n下半年工作计划\n{PLAN}"
ANNEXED = f"{FULL}\n附件1\n2023年民生实事完成情况\n一、住有所居\n{REVIEW}"


@pytest.mark.parametrize(
    "parts",
    [
        (FULL, FULL),
        (FULL, BODY, FULL),
        (BODY, FULL),
        (GREETED, GREETED, BODY),
        (TITLED, FULL, TITLED),
        (UNNUMBERED, UNNUMBERED),
        (MEASURES, TITLED, MEASURES),
        (ANNEXED, ANNEXED),
    ],
    ids=["titled", "one untitled", "first untitled", "greeted", "summaries", "unnumbered", "work points", "annexes"],
)
def test_every_report_is_found(lines: Split, parts: tuple[str, ...]) -> None:
    text = "\n".join(parts)
    assert [span.of(text) for span in split(lines(text))] == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        FULL,
        BODY,
        TITLED,
        ANNEXED,
        UNNUMBERED,
        f"清河镇要闻\n政府工作报告\n——2023年8月25日在清河镇第三届人民代表大会第五次会议上\n{FULL}",
        f"{FULL}\n2023年上半年政府工作报告",
        f"{FULL}\n政府工作报告名词解释\n1.“两不愁三保障”：指不愁吃、不愁穿。",
        f"2023年工作回顾\n{REVIEW}\n各位代表：\n{REVIEW}\n2024年工作计划\n（一）抓项目\n{PLAN}",
        f"{FULL}\n秋冬季检查计划\n一、排查隐患\n{PLAN}{PLAN}",
    ],
)
def test_a_single_report_stays_whole(lines: Split, text: str) -> None:
    assert [span.of(text) for span in split(lines(text))] == [text]


def test_the_compilation_s_own_title_belongs_to_no_report(lines: Split) -> None:
    text = f"2023年上半年政府工作报告汇编（2篇）\n{FULL}\n{FULL}"
    assert [span.of(text) for span in split(lines(text))] == [FULL, FULL]
