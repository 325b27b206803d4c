"""What a template may ask to be written: clauses of a topic, headings, the sentence of a figure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.model import Report

Compose = Callable[..., Report]

OUTLINE = """
总体指标: [{指标: 固定资产投资, 数值: 3.26亿, 单位: 元, 上年同期: 3.05亿}]
打算:
  - {主题: 农业, 要点: [{数据: [{指标: 冬种油菜面积, 目标: 6000, 单位: 亩}]}]}
"""


@pytest.fixture
def printed(draft: Compose, tmp_path: Path) -> Callable[..., Report]:
    """Return a function that composes the outline above with a template of its own."""

    def composed(template: str, **options: object) -> Report:
        (tmp_path / "half_year.j2").write_text(template, encoding="utf-8")
        return draft(OUTLINE, folder=tmp_path, **options)

    return composed


def test_a_figure_is_said_as_a_sentence(printed: Compose, text_of: Callable[[Report], str]) -> None:
    text = text_of(printed('上半年，{{ 数据句("固定资产投资") }}'))
    assert "3.26亿元" in text
    assert "6.9%" in text
    assert text.endswith("。")


def test_a_target_is_said_as_one(printed: Compose, text_of: Callable[[Report], str]) -> None:
    assert text_of(printed('{{ 数据句("冬种油菜面积") }}')).startswith(("力争", "确保"))


def test_a_figure_the_outline_does_not_have_is_a_slot(printed: Compose, text_of: Callable[[Report], str]) -> None:
    report = printed('{{ 数据句("财政总收入") }}。')
    assert text_of(report) == "【待补：财政总收入】。"
    assert "财政总收入" in [gap.where for gap in report.missing]


@pytest.mark.parametrize("call", ["起句", "成效句", "打算句"])
def test_a_clause_is_never_said_twice(printed: Compose, text_of: Callable[[Report], str], call: str) -> None:
    said = text_of(printed(f'{{% for _ in range(40) %}}{{{{ {call}("农业") }}}}\n{{% endfor %}}')).split("\n")
    assert 1 <= len(said) == len(set(said)) < 40


def test_a_clause_keeps_its_origin(printed: Compose) -> None:
    (piece,) = next(printed('{{ 起句("农业") }}').paragraphs()).pieces
    assert (piece.kind, piece.ref) == ("template", "自带分句：农业")


@pytest.mark.parametrize("part", ["回顾", "打算"])
def test_a_heading_is_of_its_topic(printed: Compose, text_of: Callable[[Report], str], part: str) -> None:
    assert "生态" in text_of(printed(f'@二级标题 {{{{ 拟标题("生态", "{part}") }}}}'))


def test_an_unknown_topic_gives_nothing(printed: Compose) -> None:
    assert not printed('{{ 起句("量子物理") }}').blocks
