"""Clauses as the library keeps them: which of them are pure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.library.gathering import gather_clauses
from drafter.library.ground import Ground

REPORT = "政府工作报告\n一、工作回顾\n今年以来，我们扎实推进各项工作，{}，群众生活不断改善。\n"


@pytest.mark.parametrize(
    ("clause", "pure"),
    [
        ("不断优化营商环境", True),
        ("在镇党委的正确领导下", True),
        ("党的二十大以来", True),
        ("已全部顺利办结", False),  # what
        ("现已开工建设", False),
        ("建成运行以来", False),
        ("主要表现在", False),
        ("主要预期目标是", False),
        ("在市委、市政府的正确领导下", False),  # others are under a county
        ("在县委县政府的正确领导下", False),
    ],
)
def test_what_is_torn_or_of_one_chain_is_not_pure(ground: Callable[..., Ground], clause: str, pure: bool) -> None:
    laid = ground(*(REPORT.format(clause) + "好" * number for number in range(1, 3)))
    kept = {each.text: each.pure for each in gather_clauses(laid)}
    assert kept.get(clause, False) == pure
