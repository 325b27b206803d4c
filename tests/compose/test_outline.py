"""Reading outlines: values as typed, and every fault with its line, in Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.compose.outline import Outline, load_outline, parse_outline
from drafter.compose.scaffold import new_outline
from drafter.errors import OutlineError
from drafter.model import Kind, Period

ENGLISH_WORDS = re.compile("[A-Za-z]{4,}")


def faults(text: str) -> list[tuple[int | None, str]]:
    """Return (line, message with remedy) of every fault of an outline."""
    with pytest.raises(OutlineError) as caught:
        parse_outline(text)
    return [(problem.line, f"{problem.message}。{problem.remedy}") for problem in caught.value.problems]


@pytest.mark.parametrize(
    "typed", ["20090", "2.2万", "4.50", "300余", "近300", "超2.2万", "5-8", "101%", "1,234", "-3.2"]
)
def test_values_stay_as_typed(outline: Callable[[str], Outline], typed: str) -> None:
    read = outline(f"总体指标: [{{指标: 甲, 数值: '{typed}'}}]")
    assert read.headline[0].value == typed


def test_unquoted_scalars_are_not_converted(outline: Callable[[str], Outline]) -> None:
    read = outline("总体指标: [{指标: 甲, 数值: 4.50, 单位: 亩}]\n问题: [yes, 2024-08-23]")
    assert read.headline[0].value == "4.50"
    assert [item.text for item in read.problems] == ["yes", "2024-08-23"]


def test_chinese_and_english_keys_mean_the_same() -> None:
    chinese = parse_outline(
        "文种: 半年报告\n期间: 2024年上半年\n单位: {名称: 云岫镇}\n回顾:\n- 要点:\n  - 数据: [{指标: 甲, 上期: 3}]"
    )
    english = parse_outline(
        "kind: half_year\nperiod: 2024年上半年\nlocality: {name: 云岫镇}\n"
        "review:\n- points:\n  - facts: [{indicator: 甲, previous: 3}]"
    )
    assert chinese == english


@pytest.mark.parametrize("period", ["2024年上半年", "2024年1—6月", "2024年1-6月"])
def test_periods_are_read_in_their_usual_forms(period: str) -> None:
    assert parse_outline(f"报告类型: 半年报告\n期间: {period}\n单位: {{名称: 云岫镇}}").period == Period(
        2024, "first_half"
    )


def test_a_folded_line_gains_no_space(outline: Callable[[str], Outline]) -> None:
    read = outline("回顾:\n- 要点:\n  - 事项:\n    - 建成柏坪村\n      水稻育秧中心\n")
    assert read.review[0].points[0].deeds == ("建成柏坪村水稻育秧中心",)


def test_empty_entries_are_left_out(outline: Callable[[str], Outline]) -> None:
    read = outline("问题:\n-\n- 甲\n打算:\n回顾:\n")
    assert [item.text for item in read.problems] == ["甲"]
    assert read.plan == read.review == ()


def test_rows_and_sentences_of_livelihood(outline: Callable[[str], Outline]) -> None:
    read = outline("民生实事:\n- 修好路\n- {小标题: 供水, 正文: 管网改造}\n- {项目: 路, 单位: 交通站, 进展: }\n")
    sentence, led, row = read.livelihood
    assert (sentence.text, sentence.cells) == ("修好路", {})
    assert (led.lead, led.text) == ("供水", "管网改造")
    assert dict(row.cells) == {"项目": "路", "单位": "交通站", "进展": None}


def test_all_faults_at_once_each_on_its_line() -> None:
    found = faults(
        "报告类型: 半年\n"
        "期间: 2024年\n"
        "单位: {名程: 云岫镇}\n"
        "会仪: {名称: 甲}\n"
        "回顾:\n"
        "- 标题: [甲]\n"
        "  要点:\n"
        "  - 数据:\n"
        "    - {指标: 甲, 数值: 三十}\n"
        "    - {指标: 乙, 数值: 3, 同比: 5}\n"
        "    事象: [丙]\n"
        "打算: 甲\n"
    )
    lines = [line for line, _ in found]
    assert lines == [1, 3, 3, 4, 6, 9, 10, 11, 12]
    told = dict(found)
    assert "半年报告" in told[1]
    assert "是不是想写“会议”？" in told[4]
    assert "三十" in told[9]
    assert "百分点" in told[10]
    assert "是不是想写“事项”" in told[11]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("", None, "空的"),
        ("# 只有说明\n", None, "空的"),
        ("- 甲\n- 乙\n", 1, "报告类型"),
        ("报告类型：半年报告\n期间：2024年上半年\n", 1, "冒号"),
        ("报告类型: 半年报告\n期间：2024年上半年\n单位: 甲\n", 2, "全角冒号"),
        ("报告类型: 半年报告\n单位:\n\t名称: 甲\n", 3, "制表符"),
        ("问题: [甲, 乙\n打算: 丙\n", 1, "没有配对"),
        ("题目: '甲\n", 1, "引号"),
        ("题目: 甲: 乙\n", 1, "冒号"),
        ("题目: *甲\n", 1, "*"),
        ("a: 1\n---\nb: 1\n", 2, "---"),
        ("题目: \x01\n", None, "控制字符"),
        (" 题目: 甲\n期间: 乙\n", 2, "左对齐"),
        ("题目:\u3000甲\n期间: 乙\n", 1, "缺少空格"),
        ("单位: ｛名称: 甲｝\n", 1, "全角"),
        ("题目: " + "[" * 2000, None, "太深"),
    ],
)
def test_broken_yaml_is_named_by_line_and_cause(text: str, line: int | None, word: str) -> None:
    (found_line, message), *others = faults(text)
    assert (found_line, others) == (line, [])
    assert word in message


def test_keys_given_twice_in_one_or_two_languages() -> None:
    found = faults(
        "报告类型: 半年报告\nkind: half_year\n期间: 2024年上半年\n期间: 2024年上半年\n单位: {名称: 云岫镇}\n"
    )
    assert [line for line, _ in found] == [2, 4]


BASICS = "报告类型: 半年报告\n期间: 2024年上半年\n单位: {名称: 云岫镇}\n"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("回顾:\n\u3000\u3000- 标题: 甲\n", 5, "全角空格"),
        ('题目: "甲\\0乙"\n', 4, "控制字符"),
        ('题目: "甲\\ud800乙"\n', 4, "控制字符"),
        ("题目: " + "[" * 30 + "]" * 30 + "\n", 4, "太深"),
        ("名词解释: {甲: [乙]}\n", 4, "甲"),
        ("样式: {要点: 圆点}\n", 4, "可以写：小标题、一是、——"),
    ],
)
def test_what_yaml_admits_and_an_outline_does_not(text: str, line: int, word: str) -> None:
    found_line, message = faults(BASICS + text)[0]
    assert found_line == line
    assert word in message


def test_what_must_be_given_is_not_to_be_deleted() -> None:
    found = faults("报告类型:\n期间:\n单位:\n会议:\n  名称:\n回顾: [标题: [甲]]\n")
    assert [message for _, message in found[:3]] == [f"“{name}”还空着。请填上" for name in ("报告类型", "期间", "单位")]


def test_a_hundred_faults_are_not_all_told() -> None:
    found = faults(BASICS + "".join(f"错{number}: 甲\n" for number in range(100)))
    assert len(found) == 21
    assert found[-1] == (None, "另有 80 处问题没有列出。请先改好上面这些再试")


def test_references_are_refused_not_followed() -> None:
    assert any("引用" in message for _, message in faults("问题: &a [*a]\n"))


def test_a_figure_of_ten_thousands_twice_is_a_slip() -> None:
    text = (
        "报告类型: 半年报告\n期间: 2024年上半年\n单位: {名称: 云岫镇}\n总体指标:\n- {指标: 甲, 数值: 2万, 单位: 万元}\n"
    )
    assert faults(text)[0][0] == 5


def test_messages_hold_no_english() -> None:
    for line, message in faults(
        "报告类型: [半年]\n期间: {甲: 乙}\n单位: 甲\n篇幅: 很长\n样式: {要点: 圆点}\n回顾: 甲\n问题: {甲: 乙}\n"
    ):
        assert line
        assert not ENGLISH_WORDS.search(message), message


@pytest.mark.parametrize(
    ("content", "word"),
    [("报告类型: 半年报告".encode("gb18030"), "UTF-8"), (b"\x00\x01\x02PK", "不是文本文件")],
)
def test_files_in_another_encoding(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "提纲.yaml"
    path.write_bytes(content)
    with pytest.raises(OutlineError, match=word):
        load_outline(path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "提纲.yaml"
    path.write_text(new_outline("half_year", 2024), encoding="utf-8-sig")
    assert load_outline(path).kind == "half_year"


def test_missing_files_and_folders(tmp_path: Path) -> None:
    for path, word in (
        (tmp_path / "没有.yaml", "没有这个文件"),
        (tmp_path, "这是文件夹"),
        (tmp_path / ("长" * 200), "太长"),
    ):
        with pytest.raises(OutlineError, match=word) as caught:
            load_outline(path)
        assert caught.value.problems[0].path == path


@pytest.mark.parametrize("kind", ["annual", "half_year", "three_quarter", "summary_plan"])
def test_the_scaffold_is_a_valid_outline(kind: Kind) -> None:
    read = parse_outline(new_outline(kind, 2024))
    assert read.kind == kind
    assert len(read.review) == len(read.plan) == 5
