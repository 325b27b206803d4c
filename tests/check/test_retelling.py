"""Retelling: sentences in other words are found by words of like meaning, if one report leaves all others behind."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from drafter.check.checker import check
from drafter.check.likest import signs
from drafter.check.retelling import first_look
from drafter.library.postings import Postings
from drafter.model import Document

SOURCE = """整合信访、司法、法庭等力量，把矛盾纠纷化解在村组，上半年调处邻里纠纷八十六起。
为高龄老人发放津贴，敬老院添置护理床位。
新建污水管网，黑臭水体全部消除。镇卫生院招聘医师六名，村卫生室全部达标。"""
RETOLD = (
    "添人手请大夫，家家诊所都过了关。给长者发补贴，养老院里照护的铺位多了。"
    "铺设截污管道，臭水沟变清。街坊争议坐下来调解。"
)
OTHERS = {
    f"其他{number}": f"第{number}村{deed}，群众满意。"
    for number, deed in enumerate(
        (
            "修通了水渠，早稻按时插下",
            "硬化了机耕路，果园里装了滴灌",
            "办起了合作社，茶叶卖到了省外",
            "种下了油茶，林下养鸡",
            "建起了光伏电站，集体有了收入",
            "整治了街面，摊点进了农贸市场",
            "请来了专家，大棚蔬菜上了规模",
            "组织了广场舞比赛，书屋天天开门",
        )
    )
}


def test_a_retold_passage_is_a_finding_of_its_own_kind(
    draft: Callable[..., Document], index: Callable[..., Postings], honest: str
) -> None:
    found = check(draft(f"{honest}\n{RETOLD}"), index({"甲": SOURCE, **OTHERS})).findings
    retold = [each for each in found if each.kind == "retold"]
    assert retold
    assert {each.matches[0].source for each in retold} == {"甲"}
    assert {each.severity for each in retold} == {"info"}
    assert all(each.message.startswith("疑似改写") for each in retold)


def test_what_is_retold_does_not_count_as_reuse(
    draft: Callable[..., Document], index: Callable[..., Postings], honest: str
) -> None:
    result = check(draft(f"{honest}\n{RETOLD}"), index({"甲": SOURCE, **OTHERS}))
    assert result.by_class["retold"] > 0
    assert result.reuse_ratio == 0


def test_one_report_alone_leaves_nobody_behind(draft: Callable[..., Document], index: Callable[..., Postings]) -> None:
    assert not [each for each in check(draft(RETOLD), index({"甲": SOURCE})).findings if each.kind == "retold"]


@pytest.mark.parametrize("reports", [2, 3, 4, 30])
def test_a_report_far_ahead_is_likelier_than_one_among_many(reports: int) -> None:
    level = np.full(reports, 10.0)
    ahead = np.concatenate(([40.0], level[1:]))
    assert first_look(signs(ahead, 12, 60)) > first_look(signs(level, 12, 60))
