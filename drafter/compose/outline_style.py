"""How the draft looks where writers differ: numbers before headings and points, leads in the text or on their own."""

from __future__ import annotations

from typing import Final, Literal

from drafter.compose.outline_values import Part, named
from drafter.text import numbering

NONE: Final = "无"  # in place of a number, a heading or a lead: there is none, and none is to be found
RUN_IN: Final = "小标题"  # in place of the number of points: nothing but their leads
Numbering = Literal[numbering.Style, "无"]
Points = Literal["小标题", "一是", "——", numbering.Style]
OWN_LINE: frozenset[str] = frozenset({"一、", "（一）"})  # numbers of headings: a lead behind one is never run in


class PartStyle(Part):
    """How sections and points are numbered; what is left out is as in the style around it."""

    heading: Numbering | None = named("标题")
    points: Points | None = named("要点")
    lead: Literal["随文", "独行"] | None = named("小标题")

    @property
    def on_own_line(self) -> bool:
        """Tell whether a lead is a heading of its own rather than run into its paragraph."""
        return self.lead == "独行" or (self.lead is None and self.points in OWN_LINE)

    def within(self, outer: PartStyle) -> PartStyle:
        """Return this style with what it leaves out taken from `outer`; another number brings its own usual lead."""
        lead = self.lead or (outer.lead if self.points is None else None)
        return PartStyle(heading=self.heading or outer.heading, points=self.points or outer.points, lead=lead)


class Style(PartStyle):
    """The style of a report."""

    chapter: Numbering = named("部分", default="一、")
    plan: PartStyle | None = named("打算")
    problems: Points = named("问题", default="一是")
    livelihood: Literal["附件", numbering.Style] = named("民生实事", default="附件")
    indicators: Literal["附件", "随文", "无"] | None = named("指标表")  # None: an annex where there is enough to say
    chart: Literal["是", "否"] = named("指标图", default="否")
    contents: Literal["是", "否"] = named("目录", default="否")


def number(style: numbering.Style, value: int, count: int) -> str:
    """Print the number of one of `count`; where the style does not reach so far, all are numbered 一是, 二是 …."""
    return numbering.format(style if count <= numbering.last(style) else "一是", value)


USUAL = PartStyle(heading="（一）", points=RUN_IN)
