"""Self-duplication: a passage that the draft has twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafter.check.checker import check
from drafter.ingest.reader import read
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


RESULTS = (
    "过去的一年，全镇实现地区生产总值45.2亿元，同比增长6.8%；规模以上工业增加值12.3亿元，"
    "同比增长7.5%；固定资产投资30.6亿元，同比增长8.2%；社会消费品零售总额18.4亿元，"
    "同比增长5.1%；一般公共预算收入1.26亿元，同比增长4.3%；农村居民人均可支配收入23610元，"
    "同比增长7.2%。\n"
    "农业生产稳中有进。早稻种植面积20090亩，晚稻种植面积2.2万亩，粮食总产量达1.8万吨；"
    "新建高标准农田3200亩，发展油茶林1500亩。"
)
AIMS = (
    "2025年经济社会发展的主要预期目标是：地区生产总值增长6.5%以上；规模以上工业增加值增长7%；"
    "固定资产投资增长8%；社会消费品零售总额增长5.5%；一般公共预算收入增长4%；"
    "农村居民人均可支配收入增长7%。\n"
    "粮食生产再上台阶。早稻种植面积稳定在20100亩，晚稻种植面积2.3万亩，粮食总产量1.85万吨以上；"
    "新建高标准农田2600亩，发展油茶林2000亩。"
)


def repeated(text: str, folder: Path, index: Index) -> list[str]:
    """Return what a draft is said to have twice, read as a file."""
    path = folder / "稿子.txt"
    path.write_text(f"云台镇2024年政府工作报告\n{text}", encoding="utf-8")
    [document] = read(path, path.name)
    return [each.text for each in check(document, index({})).findings if each.kind == "self"]


def test_aims_beside_what_was_reached_are_no_repetition(tmp_path: Path, index: Index, honest: str) -> None:
    review, plan = f"{honest}\n一、2024年工作回顾", f"{honest}\n二、2025年工作打算"
    assert repeated(f"{review}\n{RESULTS}\n{plan}\n{AIMS}", tmp_path, index) == []
    assert len(repeated(f"{review}\n{RESULTS}\n{plan}\n{RESULTS}", tmp_path, index)) == 1
    assert len(repeated(f"{review}\n{RESULTS}\n{AIMS}", tmp_path, index)) == 1


def test_fixed_wording_may_be_repeated(draft: Draft, index: Index, honest: str) -> None:
    fixed = "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。"
    assert check(draft(f"{fixed}\n{honest}\n{fixed}"), index({})).findings == ()
