"""Structure, length and sessions: what a whole report must show for them to be found, and what must pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.check.length import find_length
from drafter.check.residue.rule import find_residue
from drafter.check.structure import find_structure
from drafter.ingest.reader import read
from drafter.model import Document

from ..quality.planted import case_of_document

HEAD = """清溪镇2023年上半年政府工作报告
——2023年8月25日在清溪镇第十二届人民代表大会第三次会议上
各位代表：
现在，我代表镇人民政府，向大会报告工作，请予审议。
"""
SOUND = """一、上半年工作回顾
今年以来，镇十二届人大二次会议确定的任务顺利推进，全镇上下团结一心，主要做了以下工作。
（一）产业发展提质增效，经济运行稳中向好
农业稳产增收。完成早稻种植2万亩，带动三百户增收。
工业量质齐升。新增规上企业2家，技改项目全部投产。
（二）乡村建设加快推进，人居环境持续改善
改造老街三条，新修公路两条，集镇面貌焕然一新。
（三）民生福祉不断增进，社会事业全面进步
一是办好教育。新建幼儿园一所。二是强化医疗。新建卫生室三个。三是兜牢保障。发放低保金三十万元。
（四）平安建设扎实有效，社会大局和谐稳定
排查隐患六十处，化解纠纷四十件，没有发生较大事故。
二、下半年工作打算
下半年，我们将重点抓好产业、乡村、民生三件大事。
"""

Drafts = Callable[[str], Document]


@pytest.fixture
def draft(tmp_path: Path) -> Drafts:
    """Return what reads a report's body, the head put before it."""

    def make(body: str) -> Document:
        file = tmp_path / "稿.txt"
        file.write_text(HEAD + body, encoding="utf-8")
        return read(file, file.name)[0]

    return make


def structure(document: Document) -> list[tuple[str, str]]:
    """Return the kinds of fault and the words they are about."""
    return [(finding.kind, finding.text) for finding in find_structure(case_of_document(document))]


def test_a_sound_report_passes(draft: Drafts) -> None:
    case = case_of_document(draft(SOUND))
    assert [*find_structure(case), *find_length(case), *find_residue(case)] == []


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("（三）民生", "（四）民生", [("number", "（四）"), ("number", "（四）")]),
        ("二、下半年", "三、下半年", [("number", "三、")]),
        ("三是兜牢", "四是兜牢", [("number", "四是")]),
        ("一是办好教育。新建幼儿园一所。二是", "二是", [("number", "二是")]),
        (
            "下半年，我们将重点抓好产业、乡村、民生三件大事。\n",
            "1.抓产业。做强油茶。\n2.抓民生。修好学校。\n",
            [("level", "1.")],
        ),
        (
            "排查隐患六十处，化解纠纷四十件，没有发生较大事故。\n",
            "",
            [("empty", "（四）平安建设扎实有效，社会大局和谐稳定")],
        ),
        ("改造老街三条，", "1.改造老街三条，", [("lone", "1.")]),
        ("（四）平安建设扎实有效，社会大局和谐稳定", "（四）平安建设", [("parallel", "（四）平安建设")]),
        ("强化医疗", "办好教育", [("repeated_lead", "办好教育")]),
    ],
)
def test_a_fault_is_found(draft: Drafts, right: str, wrong: str, found: list[tuple[str, str]]) -> None:
    assert structure(draft(SOUND.replace(right, wrong, 1))) == found


def test_the_next_number_is_suggested(draft: Drafts) -> None:
    [finding] = find_structure(case_of_document(draft(SOUND.replace("二、下半年", "三、下半年", 1))))
    assert finding.suggestion == "请改为“二、”，后面的编号依次顺延"
    assert "第 5 段是“一、”，这里是“三、”" in finding.message


@pytest.mark.parametrize(("asked", "said"), [(200, "多了"), (1000, "少了"), (None, ""), (410, "")])
def test_the_length_is_held_against_the_outline(draft: Drafts, asked: int | None, said: str) -> None:
    found = list(find_length(replace(case_of_document(draft(SOUND)), length=asked)))
    assert [finding.kind for finding in found] == (["whole"] if said else [])
    assert all(said in finding.message for finding in found)


def test_a_section_out_of_proportion_is_told(draft: Drafts) -> None:
    long = "改造老街三条，" + "又修了一条通村公路，方便了沿线群众出行，" * 50
    [finding] = find_length(case_of_document(draft(SOUND.replace("改造老街三条，", long, 1))))
    assert (finding.kind, finding.text) == ("proportion", "（二）乡村建设加快推进，人居环境持续改善")


@pytest.mark.parametrize(
    ("session", "is_stale"),
    [
        ("镇十二届人大一次会议", False),
        ("县十八届人大四次会议", False),
        ("镇十二届人大四次会议", True),
        ("镇第十一届人民代表大会第五次会议", True),
    ],
)
def test_a_session_that_cannot_be_is_found(draft: Drafts, session: str, is_stale: bool) -> None:
    found = find_residue(case_of_document(draft(SOUND.replace("镇十二届人大二次会议", session, 1))))
    assert [finding.kind for finding in found] == ["session"] * is_stale


def test_numbers_may_count_on_from_section_to_section(draft: Drafts) -> None:
    body = "一、上半年工作回顾\n1、新修公路两条。\n2、改造老街。\n二、下半年工作打算\n3、新建学校。\n4、扩建医院。\n"
    assert not [fault for fault in structure(draft(body)) if fault[0] == "number"]
    assert ("number", "4、") in structure(draft(body.replace("3、", "4、").replace("4、扩建", "5、扩建")))


def test_a_jump_that_is_a_habit_is_told_once(draft: Drafts) -> None:
    chapters = "".join(f"{number}、某项工作\n1、办成一件。\n2、办成两件。\n" for number in "一二三四")
    assert len([fault for fault in structure(draft(chapters)) if fault[0] == "level"]) == 1
