"""The topic and the move of what is written at a place."""

from __future__ import annotations

import pytest

from drafter.cli.session.desk import Desk
from drafter.cli.session.sheet import Place
from drafter.cli.session.whereabouts import Whereabouts, whereabouts

POINT = ("回顾", 0, "要点", 0)


@pytest.mark.parametrize(
    ("place", "topic", "move"),
    [
        ((*POINT, "事项", 0), "农业", "举措"),
        ((*POINT, "收句"), "农业", "成效"),
        ((*POINT, "小标题"), "农业", ""),
        (("回顾", 0, "标题"), "产业", ""),
        (("回顾", 0, "要点", 1, "正文"), "产业", ""),
        (("问题", 0), "", "问题"),
        (("结语",), "", "号召"),
        ((), "", ""),
    ],
)
def test_a_place_tells_what_is_written_there(desk: Desk, place: Place, topic: str, move: str) -> None:
    assert whereabouts(desk, place) == Whereabouts(topic, move)


def test_the_plan_is_all_plans(desk: Desk) -> None:
    desk.put(("打算", 0, "要点", 0, "事项", 0), "办好这件事")
    desk.put(("打算", 0, "主题"), "民生")
    assert whereabouts(desk, ("打算", 0, "要点", 0, "事项", 0)) == Whereabouts("民生", "打算")
