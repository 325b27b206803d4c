"""The rule for promises: what is seen as one, what became of it, how grave it is before and after it is due."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.check.checker import check
from drafter.check.promised import promises
from drafter.ingest.reader import read
from drafter.library.postings import build_index
from drafter.model import Document, Finding

PLAN = "清溪镇{}政府工作报告\n\n一、工作回顾\n各项工作稳步推进。\n\n二、下一步工作打算\n{}\n"
REVIEW = "清溪镇{}政府工作报告\n\n一、工作回顾\n{}\n\n二、下一步工作打算\n我们将再接再厉，建成老圩村文化广场。\n"


def plan(text: str, folder: Path, period: str = "2022年度") -> Document:
    """Return the last report with this plan."""
    return _read(PLAN.format(period, text), folder / "上次.txt")


def outcomes(promised: str, told: str, folder: Path, period: str = "2023年度") -> list[Finding]:
    """Return what a draft with this review says of the promises of a plan."""
    draft = _read(REVIEW.format(period, told), folder / "本次.txt")
    result = check(draft, build_index([]), previous=plan(promised, folder))
    return [finding for finding in result.findings if finding.rule == "promises"]


def _read(text: str, path: Path) -> Document:
    path.write_text(text, encoding="utf-8")
    [document] = read(path, path.name)
    return document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("力争财政总收入突破5000万元，规上工业总产值增长8%。", ["财政总收入", "规上工业总产值"]),
        ("建成镇综合养老服务中心，启动集镇雨污分流改造。", ["镇综合养老服务中心", "集镇雨污分流改造"]),
        (
            "新建石坪村文化广场、河口村水厂和长坑桥，争创省级卫生镇。",
            ["石坪村文化广场", "河口村水厂", "长坑桥", "省级卫生镇"],
        ),
        ("不断优化营商环境，推进民生工程建设，加强作风建设，打造服务型政府。", []),
    ],
)
def test_targets_and_named_deeds_are_promises(text: str, names: list[str], tmp_path: Path) -> None:
    assert [promise.name for promise in promises(plan(text, tmp_path))] == names


@pytest.mark.parametrize(
    ("promised", "told", "kind", "severity"),
    [
        ("力争财政总收入突破5000万元。", "财政总收入完成5126万元。", "met", "info"),
        ("力争财政总收入突破5000万元。", "财政总收入完成4810万元。", "changed", "warning"),
        ("力争财政总收入突破5000万元。", "全镇经济平稳运行。", "missing", "warning"),
        (
            "力争财政总收入达到5000万元。",
            "完成财政总收入4600万元，占年度目标任务4500万元的102.2%。",
            "changed",
            "warning",
        ),
        ("将失业率控制在3%以内。", "失业率为2.6%。", "met", "info"),
        ("建成老圩村文化广场。", "老圩村文化广场建成开放。", "met", "info"),
        ("建成老圩村文化广场。", "老圩村文化广场正在施工。", "changed", "warning"),
        ("启动老圩村文化广场建设。", "老圩村文化广场正在施工。", "met", "info"),
        ("建成老圩村文化广场。", "因资金未到位，老圩村文化广场暂缓实施。", "changed", "warning"),
        ("建成老圩村文化广场。", "文化事业蓬勃发展。", "missing", "warning"),
    ],
)
def test_what_became_of_a_promise(promised: str, told: str, kind: str, severity: str, tmp_path: Path) -> None:
    [finding] = outcomes(promised, told, tmp_path)
    assert (finding.kind, finding.severity) == (kind, severity)
    assert finding.matches[0].text in promised
    assert (len(finding.span) == 0) == (kind == "missing")


def test_before_it_is_due_a_promise_is_only_noted(tmp_path: Path) -> None:
    [finding] = outcomes("建成老圩村文化广场。", "文化事业蓬勃发展。", tmp_path, "2023年上半年")
    assert finding.severity == "info"
    assert finding.message == "上次报告承诺“建成老圩村文化广场”，本次没有交代（期限未到）"


def test_both_sentences_are_told(tmp_path: Path) -> None:
    [finding] = outcomes("确保新增规上工业企业4家。", "新增规上工业企业3家。", tmp_path)
    assert finding.message == "上次报告承诺“确保新增规上工业企业4家”，本次是3家"
    assert finding.text == "3家"
    assert finding.matches[0].text == "确保新增规上工业企业4家。"


def test_ids_of_what_is_missing_differ_and_last(tmp_path: Path) -> None:
    promised = "建成老圩村文化广场，新建河口村水厂。"
    first, second = outcomes(promised, "各项工作稳步推进。", tmp_path)
    assert first.id != second.id
    assert {first.id, second.id} == {each.id for each in outcomes(promised, "一年来成绩显著。", tmp_path)}


def test_without_a_last_report_there_is_nothing_to_say(tmp_path: Path) -> None:
    draft = _read(REVIEW.format("2023年度", "各项工作稳步推进。"), tmp_path / "本次.txt")
    assert [finding for finding in check(draft, build_index([])).findings if finding.rule == "promises"] == []
