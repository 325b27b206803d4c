"""From the departments' papers to a draft, as the shell sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_bad_input import drafter

pytestmark = pytest.mark.e2e

OUTLINE = """\
报告类型: 半年报告
期间: 2024年上半年
单位: {名称: 青石镇}
数据: 指标.xlsx
回顾: [{主题: 农业}]
打算: [{主题: 农业}]
"""


def test_papers_become_a_table_and_the_table_a_draft(tmp_path: Path) -> None:
    text = (
        "农业办2024年上半年工作情况\n一、工作开展情况\n上半年，早稻种植面积2.2万亩，同比增长3.5%。建成新圩村育秧中心。\n"
        "二、下半年打算\n力争晚稻种植面积达2.3万亩。\n"
    )
    (tmp_path / "农业办.txt").write_text(text, encoding="utf-8")
    (tmp_path / "统计站.txt").write_text("2024年上半年情况\n早稻种植面积2.1万亩。\n", encoding="utf-8")
    (tmp_path / "提纲.yaml").write_text(OUTLINE, encoding="utf-8")
    done = drafter(tmp_path, "facts", "from", "农业办.txt", "统计站.txt", "没有.txt", "-o", "指标.xlsx")
    assert done.returncode == 0, done.stderr
    assert "已存：指标.xlsx" in done.stdout
    assert "早稻种植面积 2.2万亩（农业办）与统计站.txt的2.1万亩不一致" in done.stdout
    assert done.stderr == "跳过：没有.txt：没有这个文件。请检查文件名和所在的文件夹。\n"
    built = drafter(tmp_path, "build", "提纲.yaml", "--bare", "-o", "稿.txt")
    assert built.returncode == 0, built.stderr
    draft = (tmp_path / "稿.txt").read_text(encoding="utf-8")
    assert all(words in draft for words in ("2.2万亩", "3.5%", "建成新圩村育秧中心", "2.3万亩"))
    assert draft.index("二、") < draft.index("2.3万亩")
    assert "早稻种植面积" in built.stdout  # the table contradicts itself, and build says so
