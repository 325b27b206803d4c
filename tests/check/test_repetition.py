"""Self-duplication: a passage that the draft has twice."""

from __future__ import annotations

from collections.abc import Callable

from drafter.check.checker import check
from drafter.library.postings import Postings
from drafter.model import Document

Draft = Callable[..., Document]
Index = Callable[..., Postings]


def test_the_later_of_two_equal_paragraphs_is_found(draft: Draft, index: Index, offices: str, honest: str) -> None:
    passage = offices.split("\n", maxsplit=1)[0]
    result = check(draft(f"{passage}\n{honest}\n{passage}"), index({}))
    [finding] = result.findings
    assert (finding.rule, finding.kind) == ("reuse", "self")
    assert finding.text.strip() == passage
    assert finding.span.start > len(passage)
    assert finding.matches[0].span.start == 0
    assert finding.matches[0].source == "稿子.txt"
    assert finding.message == "与本稿第 1 段重复"


def test_a_paragraph_pasted_twice_in_a_row_is_found(draft: Draft, index: Index, offices: str, honest: str) -> None:
    passage = offices.split("\n")[1]
    [finding] = check(draft(f"{honest}\n{passage}\n{passage}"), index({})).findings
    assert finding.text.strip() == passage
    assert finding.matches[0].text.strip() == passage


def test_an_edited_repetition_shows_its_edits(draft: Draft, index: Index, offices: str, honest: str) -> None:
    passage = offices.split("\n", maxsplit=1)[0]
    again = passage.replace("18台", "20台").replace("全镇", "全乡").replace("多轮", "三轮")
    [finding] = [
        each for each in check(draft(f"{passage}\n{honest}\n{again}"), index({})).findings if each.kind == "self"
    ]
    assert {edit.draft_text for edit in finding.matches[0].edits} == {"20", "乡", "三"}
    assert finding.message == "与本稿第 1 段大体重复，改动 3 处"


def test_projects_named_again_in_the_plan_are_no_repetition(draft: Draft, index: Index) -> None:
    review = "有序推进新圩村水稻工厂化育秧中心、桥头片区污水管网等项目前期工作，完成立项和征地。"
    plan = "确保新圩村水稻工厂化育秧中心十二月投产，力争桥头片区污水管网年内完成主体工程。"
    assert check(draft(f"回顾\n{review}\n打算\n{plan}"), index({})).findings == ()


def test_fixed_wording_may_be_repeated(draft: Draft, index: Index, honest: str) -> None:
    fixed = "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。"
    assert check(draft(f"{fixed}\n{honest}\n{fixed}"), index({})).findings == ()
