"""Moves within the plan: what is to be done, how far to get, what is to come of it."""

from __future__ import annotations

import pytest

from drafter.text.plan_moves import plan_move


@pytest.mark.parametrize(
    ("clause", "begins", "move"),
    [
        ("完善养老服务网络", True, "打算"),
        ("不断优化营商环境", True, "打算"),
        ("持续提升城市品质", True, "打算"),
        ("持续提升城市品质", False, "成效"),
        ("让群众少跑腿、好办事", False, "成效"),
        ("确保项目早日投产", True, "成效"),
        ("推动经济发展再上新台阶", False, "成效"),
        ("推动物流园加快建设", False, "打算"),
        ("争取上级资金", False, "打算"),
        ("力争完成固定资产投资6亿元", False, "数据"),
        ("新增停车泊位500个", True, "数据"),
        ("推进5G基站建设", True, "打算"),
    ],
)
def test_clauses_of_the_plan(clause: str, begins: bool, move: str) -> None:
    assert plan_move(clause, begins=begins) == move
