"""Which lines are headings, and on which level, over mixtures of numbering."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from drafter.model import Document

Read = Callable[[str], Document]
Shape = Callable[[Document], Sequence[str]]

TEXT = "坚持稳中求进工作总基调，统筹推进各项工作，全镇经济社会发展保持了良好态势。"
LEAD = "工业发展全力提速。统筹做好招商引资、助企纾困、招工送工等各项工作，推动工业经济做大做强。"


def headings(shown: Sequence[str]) -> list[str]:
    """Return the headings of a shown report."""
    return [line for line in shown if line.startswith("[")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"一、工作回顾\n{TEXT}\n（一）抓产业\n{LEAD}\n（二）抓民生\n{LEAD}\n二、工作安排\n{TEXT}\n（一）抓项目\n{LEAD}",
            ["[1] 一、工作回顾", "[2] （一）抓产业", "[2] （二）抓民生", "[1] 二、工作安排", "[2] （一）抓项目"],
        ),
        (
            f"上半年工作回顾\n{TEXT}\n一、抓产业\n{LEAD}\n二、抓民生\n{LEAD}\n下半年工作计划\n一、抓项目\n{LEAD}",
            ["[1] 上半年工作回顾", "[2] 一、抓产业", "[2] 二、抓民生", "[1] 下半年工作计划", "[2] 一、抓项目"],
        ),
        (
            f"{TEXT}\n一、抓产业\n{LEAD}\n二、抓民生\n{LEAD}\n下半年工作安排\n一、抓项目\n{LEAD}",
            ["[2] 一、抓产业", "[2] 二、抓民生", "[1] 下半年工作安排", "[2] 一、抓项目"],
        ),
        (
            f"一、前三季度工作回顾\n{TEXT}\n一、以产业为核心，增强活力\n{TEXT}\n二、以环境为基点，改善人居\n{TEXT}\n"
            f"以民生为重心，发展事业\n{TEXT}\n二、四季度工作任务\n（一）抓项目。{TEXT}\n三、夯实自身建设\n{TEXT}",
            [
                "[1] 一、前三季度工作回顾",
                "[2] 一、以产业为核心，增强活力",
                "[2] 二、以环境为基点，改善人居",
                "[2] 以民生为重心，发展事业",
                "[1] 二、四季度工作任务",
                "[2] （一）抓项目。",
                "[1] 三、夯实自身建设",
            ],
        ),
        (
            f"一、工作安排\n（一）聚焦“一个目标”：打造强镇\n{TEXT}\n（二）守住“三条底线”：安全、稳定\n{TEXT}",
            ["[1] 一、工作安排", "[2] （一）聚焦“一个目标”：打造强镇", "[2] （二）守住“三条底线”：安全、稳定"],
        ),
        (
            f"过去一年的工作\n{TEXT}\n一、抓产业\n1.工业。{TEXT}\n2.农业。{TEXT}\n今年的工作安排\n一、抓项目\n{TEXT}",
            ["[1] 过去一年的工作", "[2] 一、抓产业", "[1] 今年的工作安排", "[2] 一、抓项目"],
        ),
        (
            f"一、工作开展情况\n1、经济稳中向好\n●工业。{TEXT}\n●农业。{TEXT}\n2、城市有序\n{TEXT}\n二、工作要点\n1、做强经济\n{TEXT}",
            [
                "[1] 一、工作开展情况",
                "[2] 1、经济稳中向好",
                "[2] 2、城市有序",
                "[1] 二、工作要点",
                "[2] 1、做强经济",
            ],
        ),
        (
            f"一、五年工作回顾\n——五年来，我们坚持产业强镇，实力迈上新台阶。\n{TEXT}\n——五年来，我们坚持城乡统筹，面貌发生新变化。\n"
            f"{TEXT}\n——五年来，我们坚持共建共享，生活实现新提升。\n{TEXT}\n（一）抓产业。{TEXT}\n二、今后五年目标\n{TEXT}",
            [
                "[1] 一、五年工作回顾",
                "[2] ——五年来，我们坚持产业强镇，实力迈上新台阶。",
                "[2] ——五年来，我们坚持城乡统筹，面貌发生新变化。",
                "[2] ——五年来，我们坚持共建共享，生活实现新提升。",
                "[2] （一）抓产业。",
                "[1] 二、今后五年目标",
            ],
        ),
        (
            f"第一部分：2023年工作回顾\n{TEXT}\n一、抓产业\n1.做强工业\n{TEXT}\n2.做优农业\n{TEXT}\n第二部分：2024年工作安排\n{TEXT}",
            [
                "[1] 第一部分：2023年工作回顾",
                "[2] 一、抓产业",
                "[3] 1.做强工业",
                "[3] 2.做优农业",
                "[1] 第二部分：2024年工作安排",
            ],
        ),
        (
            f"上半年工作回顾\n——抓项目、促发展\n{LEAD}\n——补短板、打基础\n{LEAD}\n下半年工作计划\n一、挂图作战\n{TEXT}",
            [
                "[1] 上半年工作回顾",
                "[2] ——抓项目、促发展",
                "[2] ——补短板、打基础",
                "[1] 下半年工作计划",
                "[2] 一、挂图作战",
            ],
        ),
        (
            "一、工作回顾\n"
            + "".join(
                f"今年以来，我们坚持{word}，取得新成效。\n{LEAD}\n{LEAD}\n" for word in ("抓产业", "抓环境", "抓民生")
            )
            + f"二、下半年工作思路\n{TEXT}",
            [
                "[1] 一、工作回顾",
                "[2] 今年以来，我们坚持抓产业，取得新成效。",
                "[2] 今年以来，我们坚持抓环境，取得新成效。",
                "[2] 今年以来，我们坚持抓民生，取得新成效。",
                "[1] 二、下半年工作思路",
            ],
        ),
        (
            f"2015年工作回顾\n{TEXT}\n（一）抓产业\n{LEAD}\n“十三五”时期中心城区建设主要思路\n{TEXT}\n2016年主要工作\n{TEXT}\n"
            f"（一）抓项目\n{LEAD}\n（二）抓民生\n{LEAD}\n加强政府自身建设\n{TEXT}\n（一）抓作风\n{LEAD}",
            [
                "[1] 2015年工作回顾",
                "[2] （一）抓产业",
                "[1] “十三五”时期中心城区建设主要思路",
                "[1] 2016年主要工作",
                "[2] （一）抓项目",
                "[2] （二）抓民生",
                "[1] 加强政府自身建设",
                "[2] （一）抓作风",
            ],
        ),
        (
            f"一、工作回顾\n{TEXT}\n过去的一年是规划的最后一年也是本届\n{TEXT}\n（一）抓产业。{TEXT}\n（二）抓民生。{TEXT}\n"
            f"二、工作安排\n（一）抓项目。{TEXT}",
            [
                "[1] 一、工作回顾",
                "[2] 过去的一年是规划的最后一年也是本届",
                "[2] （一）抓产业。",
                "[2] （二）抓民生。",
                "[1] 二、工作安排",
                "[2] （一）抓项目。",
            ],
        ),
        (
            f"2016年工作回顾\n{TEXT}\n打造世界级征程中的新城\n{TEXT}\n2017年主要工作\n{TEXT}\n一、抓项目\n{LEAD}",
            ["[1] 2016年工作回顾", "[1] 打造世界级征程中的新城", "[1] 2017年主要工作", "[2] 一、抓项目"],
        ),
        (
            f"一、2025年工作回顾\n{TEXT}\n二、2026年工作安排\n{TEXT}\n主要预期目标\n{TEXT}\n（一）抓项目\n{LEAD}\n（二）抓民生\n{LEAD}",
            [
                "[1] 一、2025年工作回顾",
                "[1] 二、2026年工作安排",
                "[2] 主要预期目标",
                "[2] （一）抓项目",
                "[2] （二）抓民生",
            ],
        ),
        (
            f"一、工作回顾\n{TEXT}\n二、永葆“闯”的精神、“创”的劲头、“干”的作风，全力做好2021年各项工作，在全面建设社会主义现代化国家"
            f"新征程中开好局、起好步\n{TEXT}",
            [
                "[1] 一、工作回顾",
                "[1] 二、永葆“闯”的精神、“创”的劲头、“干”的作风，全力做好2021年各项工作，在全面建设社会主义现代化国家"
                "新征程中开好局、起好步",
            ],
        ),
        (
            f"一、工作回顾\n（一）坚持抓作风，自身建设不断加强。\n{TEXT}\n二、工作安排\n{TEXT}",
            ["[1] 一、工作回顾", "[2] （一）坚持抓作风，自身建设不断加强。", "[1] 二、工作安排"],
        ),
    ],
    ids=[
        "usual",
        "unnumbered chapters",
        "first chapter bare",
        "一、 twice",
        "with colons",
        "work of a past year",
        "1、 below 一、",
        "dashes beside （一）",
        "parts",
        "dashes",
        "repeated",
        "chapters alike",
        "a stray line",
        "alone between chapters",
        "targets beside measures",
        "long",
        "closed",
    ],
)
def test_headings_and_levels(report: Read, shape: Shape, text: str, expected: list[str]) -> None:
    assert headings(shape(report(text))) == expected


@pytest.mark.parametrize(
    "line",
    [
        "（一）住有所安项目：晚村人才公寓项目完成地下室顶板浇筑，计划12月底结顶。",
        "1.经济运行平稳向好。持续壮大总部经济，提升经济发展活力。",
        "此外，国防动员、统战、统计、民族宗教等工作均取得新成效。",
        "与此同时，武装、双拥、统计等工作都取得了新成绩。",
        "（稍后，某某同志还将作乡村振兴专项工作报告，请各位代表审议。）",
        "一是基层党建水平还有待提升，引领地位没有充分凸显。",
        "为实现上述目标，重点将抓好以下四方面工作：",
        "——固定资产投资增长5%；",
    ],
)
def test_what_is_no_heading(report: Read, shape: Shape, line: str) -> None:
    assert headings(shape(report(f"一、工作回顾\n{TEXT}\n{line}\n{TEXT}"))) == ["[1] 一、工作回顾"]


def test_rows_of_a_list_are_no_headings(report: Read, shape: Shape) -> None:
    rows = "（一）道路改造工程已完成招标。\n（二）桥梁新建工程已开工建设。\n（三）农贸市场改造已完成立项。"
    shown = shape(report(f"一、民生实事\n{TEXT}\n{rows}\n二、工作安排\n{TEXT}"))
    assert headings(shown) == ["[1] 一、民生实事", "[1] 二、工作安排"]


def test_cells_of_a_table_are_no_headings(report: Read, shape: Shape) -> None:
    cells = "\n".join(("项目名称", "责任单位", "完成时间", "农贸市场改造", "规划建设办", "六月底前"))
    assert headings(shape(report(f"一、民生实事\n{TEXT}\n{cells}\n{TEXT}"))) == ["[1] 一、民生实事"]


def test_a_run_in_heading_parts_from_its_text(report: Read, shape: Shape) -> None:
    text = f"一、工作安排\n（一）聚焦发展，增强“源动力。”动能。一是抓工业。{LEAD}二是抓农业。{LEAD}"
    assert shape(report(text)) == [
        "[1] 一、工作安排",
        "[2] （一）聚焦发展，增强“源动力。”动能。",
        "· 一是抓工业",
        "· 二是抓农业",
    ]


def test_wrapping_up_belongs_to_the_chapter(report: Read) -> None:
    wrap = "此外，统战、统计等工作均取得新成效。\n各位代表，成绩来之不易，在此表示衷心的感谢！"
    document = report(f"一、工作回顾\n（一）抓产业\n{LEAD}\n（二）抓民生\n{LEAD}\n{wrap}\n二、工作安排\n{TEXT}")
    review, plan = document.root.children
    assert [len(section.blocks) for section in (review, *review.children, plan)] == [2, 1, 1, 1]


def test_annexes_may_have_more_lines_than_the_report(report: Read) -> None:
    cells = "\n".join(f"{number}\n新增学位{number}00个，完成主体工程\n区教育局" for number in range(1, 9))
    document = report(f"一、工作回顾\n{TEXT * 4}\n二、工作安排\n{TEXT * 4}\n附件1\n民生实事\n{cells}")
    assert [section.title for section in document.root.children] == ["工作回顾", "工作安排", "附件1"]


def test_the_annexes_are_a_section_at_the_end(report: Read) -> None:
    document = report(
        f"一、工作回顾\n{TEXT}\n二、工作安排\n{TEXT}\n附件：\n1.“三保障”：指义务教育、基本医疗、住房安全。"
    )
    annex = document.root.children[-1]
    assert annex.heading
    assert (annex.heading.role, annex.title, len(annex.blocks)) == ("annex", "附件", 1)
