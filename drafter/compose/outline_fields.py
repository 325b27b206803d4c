"""What an outline may hold. English keys are canonical; the Chinese ones beside them are their aliases.

A key left out and a key left empty differ: an empty one is an open slot (`数值: ` shows as 【待补】 in the draft), one
that is left out asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from drafter.compose.outline_style import NONE, PartStyle, Style
from drafter.compose.outline_values import (
    AmountText,
    ChangeText,
    DateValue,
    Glossary,
    Listed,
    Names,
    Part,
    PeriodValue,
    PlaceName,
    RateText,
    Text,
    Texts,
    fault,
    named,
    shown,
)
from drafter.model import Kind
from drafter.model import Locality as Place
from drafter.model import Part as PeriodPart
from drafter.text.gaps import old_value
from drafter.text.numbering import LAST
from drafter.text.typed import parse_amount

KINDS: Mapping[str, Kind] = MappingProxyType(
    {"年度报告": "annual", "半年报告": "half_year", "三季度报告": "three_quarter", "总结与计划": "summary_plan"}
)
PARTS: Mapping[Kind, PeriodPart] = MappingProxyType(
    {"annual": "year", "half_year": "first_half", "three_quarter": "first_three_quarters", "summary_plan": "year"}
)


def _kind(text: object) -> object:
    if text in KINDS.values():
        return text
    if not isinstance(text, str) or text not in KINDS:
        raise fault(f"没有“{shown(text)}”这种报告", f"可以写：{'、'.join(KINDS)}")
    return KINDS[text]


# --- the parts -------------------------------------------------------------------------------------------------------


class Locality(Part):
    """The office that reports, and its superiors."""

    name: PlaceName = named("名称", default=...)
    county: Text = named("县")
    city: Text = named("市")
    province: Text = named("省")

    @property
    def place(self) -> Place:
        """Return the locality as all rooms know it."""
        return Place(self.name, self.county or "", self.city or "", self.province or "")


class Meeting(Part):
    """The meeting the report is given to."""

    name: Text = named("名称")
    date: DateValue = named("日期")


class Speaker(Part):
    """Who gives the report."""

    post: Text = named("职务")
    name: Text = named("姓名", "名称")


FIGURES = ("value", "yoy", "previous", "target", "completion", "share", "rank")  # columns of a fact, as said in order


class Fact(Part):
    """One figure; every value is kept as typed."""

    indicator: str = named("指标", default=...)
    value: AmountText = named("数值")
    unit: Text = named("单位")
    yoy: ChangeText = named("同比")
    completion: RateText = named("完成率")
    share: RateText = named("占比")
    rank: Text = named("排名")
    previous: AmountText = named("上年同期", "上期")
    target: AmountText = named("目标")
    note: Text = named("备注")

    @property
    def was(self) -> Mapping[str, str]:
        """Return the old values of the columns that are blanked, by their names."""
        columns = ((name, old_value(getattr(self, name))) for name in FIGURES)
        return {name: old for name, old in columns if old is not None}

    def opened(self) -> Fact:
        """Return the fact with its blanks left open, the old values gone."""
        return self.model_copy(update=dict.fromkeys(self.was)) if self.was else self

    @model_validator(mode="after")
    def _one_scale(self) -> Fact:
        amount = parse_amount(self.value) if self.value else None
        if amount and amount.scale and (self.unit or "").startswith(amount.scale):
            raise fault(f"“{self.value}”和单位“{self.unit}”都带“{amount.scale}”", "请只在一处写")
        return self

    def origin(self, ref: str) -> str:
        """Return where the fact stands: the outline path given."""
        return ref


Facts = Annotated[tuple[Fact, ...], Listed, Field(max_length=LAST)]


class Point(Part):
    """A point of a section: figures, deeds, wordings, or the writer's own text."""

    lead: Text = named("小标题")
    topic: Text = named("主题")
    facts: Facts = named("数据", default=())
    deeds: Texts = named("事项", default=())
    formulations: Texts = named("表述", default=())
    text: Text = named("正文")
    opener: Text = named("起句")  # pinned, as are the next two
    closer: Text = named("收句")
    wording: Text = named("定稿")
    points: Annotated[tuple[Point, ...], Listed, Field(max_length=LAST)] = named("要点", default=())
    style: PartStyle | None = named("样式")  # of the points below it

    def walk(self) -> Iterator[Point]:
        """Yield the point and all below it."""
        yield self
        for point in self.points:
            yield from point.walk()

    @property
    def given_lead(self) -> str:
        """Return the lead that the writer gave, "" when it is left open or there is to be none."""
        return self.lead if self.lead and self.lead != NONE else ""


Points = Annotated[tuple[Point, ...], Listed, Field(max_length=LAST)]


class Section(Part):
    """A section of the review or of the plan; it may open a further chapter."""

    chapter: Text = named("部分")
    heading: Text = named("标题")
    topic: Text = named("主题")
    intro: Text = named("导语")
    points: Points = named("要点", default=())
    style: PartStyle | None = named("样式")

    @property
    def given_heading(self) -> str:
        """Return the heading that the writer gave, "" when it is left open or there is to be none."""
        return self.heading if self.heading and self.heading != NONE else ""


class Item(Part):
    """A sentence, a lead with its text, or a table row (any other columns)."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    lead: Text = named("小标题")
    text: Text = named("正文")

    @model_validator(mode="before")
    @classmethod
    def _sentence(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @property
    def cells(self) -> Mapping[str, str | None]:
        """Return the columns of a table row; empty for a sentence."""
        return self.model_extra or {}


Sections = Annotated[tuple[Section, ...], Listed, Field(max_length=LAST)]
Items = Annotated[tuple[Item, ...], Listed, Field(max_length=LAST)]


class Headings(Part):
    """The headings of the chapters."""

    review: Text = named("回顾")
    problems: Text = named("问题")
    plan: Text = named("打算")
    requests: Text = named("建议")


class Outline(Part):
    """Everything a report is composed from."""

    kind: Annotated[Kind, BeforeValidator(_kind)] = named("报告类型", "文种", default=...)
    period: PeriodValue = named("期间", default=...)
    locality: Locality = named("单位", default=...)
    title: Text = named("题目")
    headings: Headings = named("部分标题", default=Headings())
    meeting: Meeting | None = named("会议")
    speaker: Speaker | None = named("报告人")
    facts: Texts = named("数据", default=())
    opening: Text = named("开头")
    theme: Text = named("主题词")
    headline: Facts = named("总体指标", default=())
    review: Sections = named("回顾", default=())
    minor: Names = named("其他工作", default=())
    thanks: Text = named("致谢")
    problems: Items = named("问题", default=())
    requirement: Text = named("总体要求")
    plan: Sections = named("打算", default=())
    requests: Items = named("建议", default=())
    livelihood: Items = named("民生实事", default=())
    closing: Text = named("结语")
    glossary: Glossary = named("名词解释", default=())
    length: int | None = named("篇幅")
    style: Style = named("样式", default=Style())

    def with_chart(self) -> Outline:
        """Return the outline with a chart of its headline figures asked for."""
        return self.model_copy(update={"style": self.style.model_copy(update={"chart": "是"})})

    def texts(self) -> Iterator[str]:
        """Yield every text the writer typed, in order."""
        return _texts_in(self.model_dump())


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for child in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(child)
