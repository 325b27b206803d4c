"""Title, dateline, speaker, salutation and opening, in the shapes that offices give them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.ingest.head import head_roles, is_title, speaker
from drafter.ingest.lines import Line
from drafter.model import Document

Split = Callable[[str], tuple[Line, ...]]

OPENING = "现在，我代表镇人民政府，向大会作工作报告，请予审议，并请列席会议的同志提出意见。"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            f"政府工作报告\n——2023年8月25日在高兴镇第十九届人民代表大会第五次会议上\n镇长吕泓\n各位代表：\n{OPENING}",
            "tdsSo",
        ),
        (f"政府工作报告\n（2024年3月31日在新界埠镇第三届人民代表大会第六次会议上）\n各位代表：\n{OPENING}", "tdSo"),
        (f"清河街道办事处工作报告\n清河街道办事处主任　王某某\n各位议政会成员，同志们：\n{OPENING}", "tsSo"),
        ("2023年前三季度政府工作报告及\n四季度工作计划\n一、2023年前三季度工作回顾", "tt"),
        ("清河镇人民政府\n2023年工作总结\n2023年，我们坚持稳中求进。", "tt"),
        (
            f"政府工作报告\n二〇二三年八月二十五日在清河镇第三届\n人民代表大会第五次会议上\n各位代表：\n{OPENING}",
            "tddSo",
        ),
        (f"政府工作报告\n（审议稿）\n镇长某某\n各位代表：\n{OPENING}", "tasSo"),
        (f"清溪乡人民政府\n2024年工作总结暨\n2025年工作计划的报告\n乡长：李明\n代表们：\n{OPENING}", "tttsSo"),
        (
            f"政府工作报告\n（2024年12月30日清溪乡第五届人民代表大会第七次会议）\n主席团、各位代表：\n{OPENING}",
            "tdSo",
        ),
        (f"清溪乡第五届人民代表大会第七次会议文件（二）\n政府工作报告\n各位代表：\n{OPENING}", "atSo"),
        (f"清溪乡政府工作报告\n各位代表：{OPENING}", "tSo"),
        (f"清溪乡政府工作报告\n各位代表：\n大家好！{OPENING}", "tSo"),
        (f"2025年清河镇政府工作报告\n政府工作报告\n各位代表：\n{OPENING}", "ttSo"),
        ("上半年工作回顾\n上半年，全镇稳中有进。\n下半年工作计划\n抓好项目。", ""),
        ("2023年，清河镇党委政府坚持稳中求进。\n一、2023年工作总结", ""),
        ("各位代表：\n一、工作回顾", "S"),
    ],
)
def test_the_roles_of_a_head(lines: Split, text: str, roles: str) -> None:
    letters = {"title": "t", "dateline": "d", "speaker": "s", "salutation": "S", "opening": "o", "aside": "a"}
    assert "".join(letters[role] for role in head_roles(lines(text))) == roles


def test_a_title_over_two_lines_is_one_block(report: Callable[[str], Document]) -> None:
    document = report(
        "清河镇人民政府\n2023年上半年工作总结和\n下半年工作计划\n一、2023年上半年工作总结\n完成投资6.7亿元，增长3%。"
    )
    assert document.source.title == "清河镇人民政府2023年上半年工作总结和下半年工作计划"
    assert [block.role for block in document.blocks] == ["title", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("兴国县高兴镇人民政府镇长吕泓", ("兴国县高兴镇人民政府镇长", "吕泓")),
        ("镇长 陈曦", ("镇长", "陈曦")),
        ("代理乡长：李明", ("代理乡长", "李明")),
        ("镇长某某", ("镇长", "某某")),
        ("代镇长XXX", ("代镇长", "XXX")),
        ("报告人：街道办事处主任王小明", ("街道办事处主任", "王小明")),
        ("镇长带头招商引资跑项目", None),
        ("政府工作报告", None),
    ],
)
def test_post_and_name(line: str, found: tuple[str, str] | None) -> None:
    assert speaker(line) == found


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("2023年上半年政府工作报告", True),
        ("清河镇2023年工作总结及2024年工作计划", True),
        ("政府工作报告（审议稿）", True),
        ("清溪乡2024年度工作总结及2025年工作谋划", True),
        ("现在，我向大会作政府工作报告。", False),
        ("——2025年1月16日省长在会议上作政府工作报告", False),
        ("2023年上半年政府工作报告汇编", False),
    ],
)
def test_what_reads_as_a_title(line: str, title: bool) -> None:
    assert is_title(line) is title
