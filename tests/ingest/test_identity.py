"""What a report says about itself: kind, period, locality, speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.ingest.chapters import Chapter, chapter_of
from drafter.model import Document, Kind, Locality, Period

Read = Callable[[str], Document]

OPENING = "各位代表：\n现在，我代表镇人民政府，向大会报告工作，请予审议。"
BODY = "坚持稳中求进工作总基调，统筹推进各项工作，经济社会发展保持良好态势。"


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        (("政府工作报告", "一、2023年上半年工作回顾", "二、2023年下半年工作安排"), "half_year", "2023年上半年"),
        (("2023年上半年政府工作报告", "上半年工作回顾", "下半年工作计划"), "half_year", "2023年上半年"),
        (("2023年政府工作报告", "一、工作回顾", "二、下半年工作安排"), "half_year", "2023年上半年"),
        (("政府工作报告", "一、2023年前三季度工作回顾", "二、四季度工作任务"), "three_quarter", "2023年前三季度"),
        (("政府工作报告", "一、前三季度工作回顾", "二、今年第四季度工作任务"), "three_quarter", "2024年前三季度"),
        (("政府工作报告", "一、2023年工作回顾", "二、2024年工作安排"), "annual", "2023年"),
        (("2024年清河镇政府工作报告", "一、过去一年工作回顾", "二、2024年工作安排"), "annual", "2023年"),
        (("政府工作报告", "一、工作回顾", "二、今年工作安排"), "annual", "2023年"),
        (("政府工作报告", "一、迎难而上，2023年成效显著", "二、乘势而上，2024年再谱新篇"), "annual", "2023年"),
    ],
)
def test_kind_and_period_of_a_spoken_report(report: Read, text: tuple[str, str, str], kind: Kind, period: str) -> None:
    title, review, plan = text
    dateline = "——2024年1月10日在清河镇第三届人民代表大会第五次会议上"
    source = report(f"{title}\n{dateline}\n{OPENING}\n{review}\n{BODY}\n{plan}\n{BODY}").source
    assert (source.kind, str(source.period)) == (kind, period)


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        (f"一、2023年工作总结\n{BODY}\n二、2024年工作计划\n{BODY}", "summary_plan", Period(2023, "year")),
        (
            f"清河镇2023年上半年工作总结及下半年工作计划\n{BODY}\n一、工作情况\n{BODY}",
            "summary_plan",
            Period(2023, "first_half"),
        ),
        (f"清溪乡2021年上半年工作情况汇报\n一、上半年主要工作\n{BODY}", "summary_plan", Period(2021, "first_half")),
        (f"关于清溪乡2024年工作总结的报告\n县委、县政府：\n一、工作总结\n{BODY}", "summary_plan", Period(2024, "year")),
        (f"清河镇消防安全检查情况\n2023年，{BODY}", None, Period(2023, "year")),
        (BODY, None, None),
    ],
)
def test_kind_and_period_of_other_texts(report: Read, text: str, kind: Kind | None, period: Period | None) -> None:
    source = report(text).source
    assert (source.kind, source.period) == (kind, period)


@pytest.mark.parametrize(
    ("text", "locality"),
    [
        (
            f"政府工作报告\n——2023年8月25日在高兴镇第十九届人民代表大会第五次会议上\n兴国县高兴镇人民政府镇长吕泓\n{OPENING}",
            Locality("高兴镇", "兴国县"),
        ),
        (f"新林县清溪湾乡人民政府2024年工作报告\n{OPENING}\n一、工作回顾\n{BODY}", Locality("清溪湾乡", "新林县")),
        (f"2023年杏花里街道工作总结\n一、工作情况\n{BODY}", Locality("杏花里街道")),
        (f"2023年上半年乡镇工作总结\n一、工作情况\n{BODY}", None),
        (f"2023年上半年XX镇政府工作报告\n{OPENING}\n一、工作回顾\n全镇{BODY}", Locality("")),
        (
            f"一、工作回顾\n全镇{BODY}我镇在寻乌县率先完成。桂竹帽镇{BODY}桂竹帽镇党委{BODY}与深圳市龙岗区宝龙街道结对。",
            Locality("桂竹帽镇", "寻乌县"),
        ),
        (
            f"政府工作报告\n{OPENING}\n一、工作回顾\n全镇{BODY}我镇紧跟淳安县部署，XX镇名列淳安县前茅。",
            Locality("", "淳安县"),
        ),
        ("2024年南山区政府工作报告\n" + OPENING.replace("镇", "南山区"), Locality("南山区")),
        (f"政府工作报告\n——2023年8月25日在大王庄镇第九届人民代表大会第五次会议上\n{OPENING}", Locality("大王庄镇")),
        (
            f"政府工作报告\n——在柳林镇第二十届人民代表大会第三次会议上\n（2023年12月28日）\n{OPENING}\n建设新柳林。",
            Locality("柳林镇"),
        ),
        (BODY, None),
    ],
)
def test_locality(report: Read, text: str, locality: Locality | None) -> None:
    assert report(text).source.locality == locality


@pytest.mark.parametrize(
    ("title", "chapter"),
    [
        ("2023年前三季度工作回顾", "review"),
        ("2023年工作总结", "review"),
        ("“十四五”时期发展成就和2025年工作回顾", "review"),
        ("今年第四季度工作任务", "plan"),
        ("2023年下半年政府工作重点", "plan"),
        ("未来五年工作", "plan"),
        ("过去一年的工作", "review"),
        ("上半年主要工作", "review"),
        ("第四季度重点工作", "plan"),
        ("2024年重点工作", "plan"),
        ("2024年工作", None),
        ("存在的问题和不足", "problems"),
        ("对县委、县政府的意见建议", "requests"),
        ("加强政府自身建设", None),
        ("完成情况", None),
        ("2023年工作总结及2024年工作计划", None),
    ],
)
def test_chapters_by_their_headings(title: str, chapter: Chapter | None) -> None:
    assert chapter_of(title) == chapter
