"""Deeds: what a sentence tells as done, whole and understandable alone."""

from __future__ import annotations

import pytest

from drafter.text.deeds import deeds
from drafter.text.statements import statements


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("建成育秧中心，推行“稻虾共作”模式。", ["建成育秧中心", "推行“稻虾共作”模式"]),
        ("建成新圩村育秧中心，新增合作社3家。", ["建成新圩村育秧中心"]),
        ("积极引进薯苗种植企业，为乡村产业振兴注入新动力。", ["积极引进薯苗种植企业，为乡村产业振兴注入新动力"]),
        ("聚焦重点行业，开展安全生产大排查。", ["聚焦重点行业，开展安全生产大排查"]),
        ("对全镇14家机制砂企业进行重新摸底。", ["对全镇14家机制砂企业进行重新摸底"]),
        ("投入资金10万元在老圩村建设了零工服务驿站。", ["在老圩村建设了零工服务驿站"]),
        ("召开推进会11次，推动各项工作走深走实。", []),
        ("同时，建立健全长效管护机制。", ["建立健全长效管护机制"]),
        ("2023年以来，新增就业120人。", []),
        ("今年以来，全镇上下团结一心。", []),
    ],
)
def test_deeds_are_what_is_left_beside_the_figures(sentence: str, expected: list[str]) -> None:
    assert [span.of(sentence) for span in deeds(sentence, statements(sentence))] == expected
