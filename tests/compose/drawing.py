"""Outlines drawn from a number: every kind and level, from a handful of figures to ninety, some of them open."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from drafter.compose.outline_fields import KINDS, PARTS, Outline
from drafter.model import Period

SUBJECTS = [
    *("早稻", "生猪", "农村公路", "低保", "固定资产投资", "招商", "垃圾", "党员", "景区", "矛盾纠纷", "河道", "茶叶"),
    *(
        "接待游客",
        "新增就业",
        "发放救助金",
        "慰问老人",
        "城乡居民养老保险",
        "城乡居民医疗保险",
        "专利",
        "信访",
        "改造户厕",
    ),
]
MEASURES = [
    *(
        "",
        "面积",
        "种植面积",
        "建设",
        "总产值",
        "参保率",
        "排查",
        "人数",
        "资金",
        "培训",
        "收入",
        "招聘会",
        "增速",
        "单产",
    ),
    *("发案数", "企业", "工单", "产量", "覆盖率", "比重", "直播带货销售额", "10万元以上的村"),
]
UNITS = [None, "亩", "元", "人", "处", "%", "公里", "家", "起", "公斤/亩", "微克/立方米", "件次"]
TOPICS = [None, "产业", "农业", "工业", "乡村振兴", "生态", "民生", "社保", "教育", "社会治理", "作风", "没有的主题"]
VERBS = ["建成", "完成", "启动", "推进", "修复", "获评", "成功举办", "对"]
RESULTS = ["完工", "建成投入使用", "全面启动", "获评先进"]
TAILS = ["", "", "", "，群众反映良好", "，覆盖全部村组，没有一户落下"]
FORMULATIONS = ["四个不摘", "河长制", "藏粮于地、藏粮于技", "以人民为中心的发展思想", "乡村振兴战略"]
LOCALITIES = [
    *(
        ("云岫镇", "云岭县"),
        ("岭下乡", "云岭县"),
        ("城东街道", "云岭县"),
        ("云岫镇", "宁川市"),
        ("岭下畲族乡", "宁川市"),
    ),
    *(("城东街道", "宁川市"), ("云岫镇", "江南区"), ("岭下乡", "江南区"), ("城东街道", "江南区"), ("云岫镇", None)),
]
DIGITS = "零一二三四五六七八九"
# sections, points of a section, figures and deeds of a point, each at most
SIZES = ((1, 1, 1, 0), (3, 1, 2, 1), (4, 3, 5, 4), (6, 3, 8, 4))


class Drawing:
    """Draws an outline from one number: as wide as hypothesis would, at a tenth of the time."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.deeds = 0
        self.sections, self.points, self.figures, self.deeds_at_most = self.one(list(SIZES))

    def one(self, options: list[Any]) -> Any:
        """Draw one of the options."""
        return self.chance.choice(options)

    def some(self, most: int, make: Callable[[], Any]) -> list[Any]:
        """Draw up to `most` things."""
        return [make() for _ in range(self.chance.randint(0, most))]

    def deed(self) -> str:
        """Draw a deed; a number in Chinese figures makes each of them different."""
        self.deeds += 1
        number = "".join(DIGITS[int(digit)] for digit in f"{self.deeds:03}")
        thing = f"甲{number}号{self.one(SUBJECTS)}项目"
        told = self.one([f"{self.one(VERBS)}{thing}", f"{thing}{self.one(RESULTS)}"])
        return told + self.one(TAILS)

    def figure(self) -> str:
        """Draw a value as typed."""
        number = round(self.chance.uniform(1, 99), 2)
        return self.one(
            [
                f"{self.chance.randint(11, 98765)}",
                f"{self.chance.randint(1, 19)}",
                f"{number}万",
                f"{round(number * 10)}余",
                f"超{number}亿",
                "0",
            ]
        )

    def percent(self) -> str:
        """Draw a percentage."""
        return f"{self.chance.uniform(0.2, 99):.2f}%"

    def fact(self) -> dict[str, str | None]:
        """Draw a value, an open value, or only a change, with some of what else may be said."""
        fact: dict[str, str | None] = {"indicator": self.one(SUBJECTS) + self.one(MEASURES), "unit": self.one(UNITS)}
        kind = self.one(["value", "value", "value", "open", "change"])
        if kind != "change":
            fact["value"] = self.figure() if kind == "value" else None
        if kind == "change" or self.chance.random() < 0.5:
            fact["yoy"] = self.one(["+", "-"]) + self.percent()
        if self.chance.random() < 0.2:
            fact["completion"] = self.percent()
        if self.chance.random() < 0.2:
            fact["rank"] = f"全县第{self.chance.randint(1, 30)}"
        return fact

    def point(self) -> dict[str, Any]:
        """Draw a point."""
        return {
            "lead": self.one([None, "工作扎实有力推进", "抓好重点工作"]),
            "topic": self.one(TOPICS),
            "facts": self.some(self.figures, self.fact),
            "deeds": self.some(self.deeds_at_most, self.deed),
            "formulations": self.chance.sample(FORMULATIONS, self.chance.randint(0, 2)),
            "text": self.one([None, None, f"这里写的是乙{self.deed()}的情况。"]),
        }

    def section(self) -> dict[str, Any]:
        """Draw a section."""
        heading = self.one([None, "推进各项工作，取得积极进展"])
        return {"heading": heading, "topic": self.one(TOPICS), "points": self.some(self.points, self.point)}

    def outline(self) -> Outline:
        """Draw an outline of any kind."""
        kind = self.one(list(KINDS))
        name, county = self.one(list(LOCALITIES))
        return Outline.model_validate(
            {
                "kind": kind,
                "period": str(Period(self.one([2021, 2024, 2027]), PARTS[KINDS[kind]])),
                "locality": {"name": name, "county": county},
                "theme": self.one([None, "强产业、惠民生"]),
                "style": {"points": self.one(["小标题", "一是", "——"])},
                "headline": self.some(4, self.fact),
                "review": self.some(self.sections, self.section),
                "problems": self.some(3, lambda: f"丙{self.deed()}进展不快"),
                "plan": self.some(self.sections, self.section),
            }
        )
