"""What an outline may hold. English keys are canonical; the Chinese ones beside them are their aliases.

A key left out and a key left empty differ: an empty one is an open slot (`数值: ` shows as 【待补】 in the draft), one
that is left out asks for nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from drafter.compose.typed import is_open, parse_amount, parse_change, parse_rate
from drafter.model import Kind, Period
from drafter.model import Locality as Place
from drafter.model import Part as PeriodPart
from drafter.text.numbering import LAST
from drafter.text.periods import find_date, find_period

KINDS: Mapping[str, Kind] = MappingProxyType(
    {"年度报告": "annual", "半年报告": "half_year", "三季度报告": "three_quarter", "总结与计划": "summary_plan"}
)
PARTS: Mapping[Kind, PeriodPart] = MappingProxyType(
    {"annual": "year", "half_year": "first_half", "three_quarter": "first_three_quarters", "summary_plan": "year"}
)
LEVELS = ("镇", "乡", "街道")


def fault(message: str, remedy: str) -> PydanticCustomError:
    """Return a validation error that carries its own Chinese words (braces would be read as slots)."""
    safe = message.replace("{", "（").replace("}", "）")
    return PydanticCustomError("chinese", safe, {"remedy": remedy})


def _shown(value: object) -> str:
    """Return a value as it can be quoted in a message."""
    kinds = {list: "一个列表", dict: "几个项目", type(None): "空白"}
    return value if isinstance(value, str) else kinds.get(type(value), "别的东西")


# --- single values ---------------------------------------------------------------------------------------------------


def _kind(text: object) -> object:
    if text in KINDS.values():
        return text
    if not isinstance(text, str) or text not in KINDS:
        raise fault(f"没有“{_shown(text)}”这种报告", f"可以写：{'、'.join(KINDS)}")
    return KINDS[text]


def _amount(text: object) -> object:
    if isinstance(text, str) and not is_open(text) and parse_amount(text) is None:
        raise fault(f"“{text}”不是数字", "请写成 20090、2.2万 或 300余；不是数字的内容请写进“事项”")
    return None if isinstance(text, str) and is_open(text) else text


def _change(text: object) -> object:
    if isinstance(text, str) and not is_open(text) and parse_change(text) is None:
        raise fault(f"“{text}”看不出是多大的变化", "请带上单位，写成 +3.5%、-2%、1.2个百分点 或 持平")
    return None if isinstance(text, str) and is_open(text) else text


def _rate(text: object) -> object:
    if isinstance(text, str) and not is_open(text) and parse_rate(text) is None:
        raise fault(f"“{text}”不是百分比", "请写成 101% 这样的百分比")
    return None if isinstance(text, str) and is_open(text) else text


def _place_name(text: object) -> object:
    name = text.removesuffix("人民政府").removesuffix("办事处") if isinstance(text, str) else text
    if isinstance(name, str) and not name.endswith(LEVELS):
        raise fault(f"“{text}”不像乡镇或街道的全称", "名称要以镇、乡或街道结尾，例如“高兴镇”")
    return name


def _period(text: object) -> object:
    period = find_period(text) if isinstance(text, str) else None
    if period is None:
        raise fault(f"看不懂期间“{_shown(text)}”", "请写成 2024年、2024年上半年 或 2024年前三季度")
    return period


def _date(text: object) -> object:
    if text is None or (isinstance(text, str) and is_open(text)):
        return None
    date = find_date(text.replace(" ", "")) if isinstance(text, str) else None
    if date is None:
        raise fault(f"“{_shown(text)}”不是日期", "请写成 2024-08-23 或 2024年8月23日")
    return date


def _listed(value: object) -> object:
    """Take nothing for an empty list and a single text for a list of one."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _glossary(value: object) -> object:
    if value is None or value == "auto":
        return value or ()
    if not isinstance(value, dict):
        raise fault(f"“名词解释”不能写{_shown(value)}", "请写 auto，或每行一条“词语: 解释”")
    for word, meaning in value.items():
        if not isinstance(meaning, str):
            raise fault(f"“{word}”的解释不能写{_shown(meaning)}", "请每行写一条“词语: 解释”")
    return tuple(value.items())


def _minor(value: object) -> object:
    """Split 武装、统计、供销 into its names; a sentence stays whole."""
    if isinstance(value, str) and not re.search("[，。；]", value):
        return tuple(name for name in value.split("、") if name)
    return _listed(value)


Text = str | None
Texts = Annotated[tuple[str, ...], BeforeValidator(_listed)]
AmountText = Annotated[Text, BeforeValidator(_amount)]
RateText = Annotated[Text, BeforeValidator(_rate)]


def named(*aliases: str, default: Any = None) -> Any:
    """Declare a field by its Chinese names, the one shown to people first."""
    return Field(default, validation_alias=AliasChoices(*aliases))


# --- the parts -------------------------------------------------------------------------------------------------------


class Part(BaseModel):
    """Some keys of an outline."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, loc_by_alias=False)

    def given(self, key: str) -> bool:
        """Tell whether the key stands in the outline, be it empty."""
        return key in self.model_fields_set


class Locality(Part):
    """The office that reports, and its superiors."""

    name: Annotated[str, BeforeValidator(_place_name)] = named("名称", default=...)
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
    date: Annotated[datetime.date | None, BeforeValidator(_date)] = named("日期")


class Speaker(Part):
    """Who gives the report."""

    post: Text = named("职务")
    name: Text = named("姓名", "名称")


class Fact(Part):
    """One figure; every value is kept as typed."""

    indicator: str = named("指标", default=...)
    value: AmountText = named("数值")
    unit: Text = named("单位")
    yoy: Annotated[Text, BeforeValidator(_change)] = named("同比")
    completion: RateText = named("完成率")
    share: RateText = named("占比")
    rank: Text = named("排名")
    previous: AmountText = named("上年同期", "上期")
    target: AmountText = named("目标")
    note: Text = named("备注")

    @model_validator(mode="after")
    def _one_scale(self) -> Fact:
        amount = parse_amount(self.value) if self.value else None
        if amount and amount.scale and (self.unit or "").startswith(amount.scale):
            raise fault(f"“{self.value}”和单位“{self.unit}”都带“{amount.scale}”", "请只在一处写")
        return self

    def origin(self, ref: str) -> str:
        """Return where the fact stands: the outline path given."""
        return ref


Facts = Annotated[tuple[Fact, ...], BeforeValidator(_listed), Field(max_length=LAST)]


class Point(Part):
    """A point of a section: figures, deeds, wordings, or the writer's own text."""

    lead: Text = named("小标题")
    topic: Text = named("主题")
    facts: Facts = named("数据", default=())
    deeds: Texts = named("事项", default=())
    formulations: Texts = named("表述", default=())
    text: Text = named("正文")


Points = Annotated[tuple[Point, ...], BeforeValidator(_listed), Field(max_length=LAST)]


class Section(Part):
    """A section of the review or of the plan."""

    heading: Text = named("标题")
    topic: Text = named("主题")
    intro: Text = named("导语")
    points: Points = named("要点", default=())


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


class Style(Part):
    """How the draft looks where writers differ."""

    points: Literal["小标题", "一是", "——"] = named("要点", default="小标题")


Sections = Annotated[tuple[Section, ...], BeforeValidator(_listed), Field(max_length=LAST)]
Items = Annotated[tuple[Item, ...], BeforeValidator(_listed), Field(max_length=LAST)]


class Outline(Part):
    """Everything a report is composed from."""

    kind: Annotated[Kind, BeforeValidator(_kind)] = named("报告类型", "文种", default=...)
    period: Annotated[Period, BeforeValidator(_period)] = named("期间", default=...)
    locality: Locality = named("单位", default=...)
    title: Text = named("题目")
    meeting: Meeting | None = named("会议")
    speaker: Speaker | None = named("报告人")
    facts: Texts = named("数据", default=())
    opening: Text = named("开头")
    theme: Text = named("主题词")
    headline: Facts = named("总体指标", default=())
    review: Sections = named("回顾", default=())
    minor: Annotated[tuple[str, ...], BeforeValidator(_minor)] = named("其他工作", default=())
    thanks: Text = named("致谢")
    problems: Items = named("问题", default=())
    requirement: Text = named("总体要求")
    plan: Sections = named("打算", default=())
    requests: Items = named("建议", default=())
    livelihood: Items = named("民生实事", default=())
    closing: Text = named("结语")
    glossary: Annotated[Literal["auto"] | tuple[tuple[str, str], ...], BeforeValidator(_glossary)] = named(
        "名词解释", default=()
    )
    length: int | None = named("篇幅")
    style: Style = named("样式", default=Style())

    def texts(self) -> Iterator[str]:
        """Yield every text the writer typed, in order."""
        return _texts_in(self.model_dump())


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for child in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(child)
