"""What a report says about itself: kind, period, locality, speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.model import Document, Kind, Locality, Period
from drafter.text.chapters import Chapter, chapter_of

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
        (("2023年度政府工作报告", "一、2022年工作回顾", "二、2024年工作安排"), "annual", "2023年"),
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
        (f"2021年度法治政府建设工作报告\n一、2021年工作情况\n{BODY}", None, Period(2021, "year")),
        (
            f"现将有关情况报告如下：\n一、2021年主要工作情况\n{BODY}\n（一）统筹法治政府建设\n{BODY}\n二、2022年法治政府建设打算\n{BODY}",
            None,
            Period(2021, "year"),
        ),
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
        (
            f"政府工作报告\n{OPENING}\n一、工作回顾\n{BODY}全县领先，全县第一，全县先进。兴国县{BODY}兴国县、兴国县。",
            Locality("", "兴国县"),
        ),
        (BODY, None),
    ],
)
def test_locality(report: Read, text: str, locality: Locality | None) -> None:
    assert report(text).source.locality == locality


@pytest.mark.parametrize(
    ("suffix", "names", "locality"),
    [
        ("区", "西乡街道、石岩街道、燕罗街道与北京市、上海市、城区、老城区", Locality("宝安区")),
        ("省", "广东、广州、深圳，支援新疆，广东制造、广东品牌", Locality("广东省")),
        ("市", "深圳，对口帮扶河源市，深圳质量、深圳标准", Locality("深圳市")),
        ("区", "城区、老城区、城区、新城区", None),
        ("区", "福田区、罗湖区、盐田区、龙岗区、宝安区、南山区，" * 3, Locality("福田区")),  # whatever sets are in
    ],
)
def test_locality_of_a_head_that_does_not_name_it(
    report: Read, suffix: str, names: str, locality: Locality | None
) -> None:
    text = f"{OPENING.replace('镇', suffix)}\n一、工作回顾\n全{suffix}{BODY}服务{names}。\n我{suffix}{BODY}"
    assert report(text).source.locality == locality


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("政府工作报告\n清河镇镇长张三", "清河镇镇长 张三"),
        ("政府工作报告\n自治区主席 艾尔肯·吐尼亚孜", "自治区主席 艾尔肯·吐尼亚孜"),
        (
            "2025年某省政府工作报告\n2025年1月13日在某省第十四届人民代表大会第三次会议上某省人民政府省长王某某作政府工作报告。",
            "某省人民政府省长 王某某",
        ),
        (
            "2025年政府工作报告\n——2025年1月14日某省省长 刘小明在某省第七届人民代表大会第四次会议上的讲话",
            "某省省长 刘小明",
        ),
        (
            "2025年政府工作报告\n----2025年1月15日王五市长在某某市第十六届人民代表大会第三次会议的政府工作报告",
            "市长 王五",
        ),
        ("某某区人民政府代区长李四在某某区第六届人民代表大会第三次会议上作政府工作报告", "某某区人民政府代区长 李四"),
        ("政府工作报告\n——2025年1月14日在某某镇第七届人民代表大会第四次会议上", ""),
    ],
)
def test_speaker(report: Read, head: str, speaker: str) -> None:
    assert report(f"{head}\n{OPENING}\n一、工作回顾\n{BODY}").source.speaker == speaker


def test_a_review_of_five_years_without_a_year_is_of_the_last_it_names(report: Read) -> None:
    text = f"{OPENING}\n一、过去五年工作回顾\n2018年、2020年{BODY}2020年比2015年、较2015年、比2015年增长。\n"
    assert str(report(f"{text}二、未来五年打算\n2023年{BODY}到2025年，2024年").source.period) == "2020年"


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
