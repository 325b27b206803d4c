"""What there is to fill in: the parts of an outline and the fields of each, in the writer's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafter.cli.session.sheet import Place
from drafter.text import numbering
from drafter.text.gaps import old_value

BASICS = "基本情况"  # the part that holds what is not a list: kind, period, locality, meeting, speaker …
LISTS = ("问题", "建议", "民生实事")  # a list, also when it is still empty
GROUPS = ("要点", "问题", "建议", "民生实事")  # lists whose mappings are called 要点1, 要点2 …
HOLDERS = ("回顾", "打算", "要点", "数据", "总体指标")  # left empty they hold nothing to type; 增 fills them
PROPOSED = ("标题", "小标题")  # left empty, drafter proposes one by the topic
OPTIONAL = (
    *PROPOSED,
    "主题词",
    "其他工作",
    "致谢",
    "总体要求",
    "结语",
    "题目",
    "开头",
    "导语",
    "表述",
    "名词解释",
)  # may stay empty
SECTIONS = ("回顾", "打算")  # lists of sections; any other list is one part
FIGURES = ("数值", "同比", "完成率", "占比", "排名", "上年同期", "目标")  # the columns of a fact that hold figures
_FOLLOWS = {"同比": "上年同期", "完成率": "目标"}  # what is computed of the value and a base
_SAYING = ("同比", "完成率", "占比", "排名")  # any of them says something without a value

OPEN = "（空着）"

Chinese = Mapping[str, str]  # an English key of the outline -> the Chinese one


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the outline that can be typed."""

    place: Place  # where its value stands
    label: str  # what the writer calls it: 标题, 名称, 早稻种植面积
    value: str  # as it stands in the file; "" when left open, or a blank: 【待更新：旧值 3.2亿】
    group: str = ""  # what it belongs to inside its part: 要点1
    beside: str = ""  # the rest of a fact: 亩，完成率 101%
    open: bool = False  # whether nothing is typed yet
    fact: bool = False  # whether it is the figure of a fact

    @property
    def blank(self) -> str:
        """Return what is shown where nothing is typed."""
        if self.open or self.fact:
            return OPEN if self.open else ""
        return "（不填就自动拟出）" if self.label in PROPOSED else "（可不填）"


@dataclass(frozen=True, slots=True)
class Part:
    """What the writer works on at a time: a section of the review, the problems, the basics."""

    name: str  # 回顾（一）
    place: Place
    fields: tuple[Field, ...]

    @property
    def title(self) -> str:
        """Return its heading, "" when it has none."""
        return next((field.value for field in self.fields if field.label == "标题" and not field.group), "")

    @property
    def open(self) -> int:
        """Return how many fields nothing is typed in yet."""
        return sum(field.open for field in self.fields)


def parts(tree: Mapping[str, Any], chinese: Chinese) -> list[Part]:
    """Return the parts of an outline in its own order, the basics first."""
    basics: list[Field] = []
    rest: list[Part] = []
    for key, value in tree.items():
        label = chinese.get(key, str(key))
        if label in SECTIONS and isinstance(value, list):
            for index, section in enumerate(value):
                name = label + numbering.format("（一）", index + 1)
                rest.append(Part(name, (key, index), tuple(fields(section, (key, index), chinese))))
        elif isinstance(value, list) or label in LISTS:
            rest.append(Part(label, (key,), tuple(fields(value or [None], (key,), chinese, label))))
        else:
            basics += fields(value, (key,), chinese, label)
    return [Part(BASICS, (), tuple(basics)), *rest]


def fields(value: Any, place: Place, chinese: Chinese, label: str = "", group: str = "") -> Iterator[Field]:
    """Yield the fields under `place`, in file order."""
    if isinstance(value, Mapping) and any(chinese.get(key, key) == "指标" for key in value):
        yield fact(value, place, chinese, group)
    elif isinstance(value, Mapping):
        for key, child in value.items():
            name = chinese.get(key, str(key))
            yield from fields(child, (*place, key), chinese, f"{label}·{name}" if label else name, group)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            name = f"{label}{index + 1}"
            grouped = isinstance(child, Mapping) and label in GROUPS
            yield from fields(child, (*place, index), chinese, "" if grouped else name, name if grouped else group)
    elif value is not None or label.rpartition("·")[2] not in HOLDERS:
        waits = value is None and label.rstrip("0123456789").rpartition("·")[2] not in OPTIONAL
        yield Field(place, label, "" if value is None else str(value), group, open=waits)


def fact(value: Mapping[str, Any], place: Place, chinese: Chinese, group: str) -> Field:
    """Return a fact as one field: its figure is what is typed, the rest stands beside it."""
    named = {chinese.get(key, key): (key, "" if child is None else str(child)) for key, child in value.items()}
    key, figure = named.pop("数值", ("数值" if "指标" in value else "value", ""))
    _, indicator = named.pop("指标")
    _, unit = named.pop("单位", ("", ""))
    rest = [f"{name} {_old_or(text)}" for name, (_, text) in named.items() if text]
    beside = "，".join([unit, *rest] if unit else rest)
    planned = chinese.get(str(place[0]), place[0]) == "打算"
    waits = _waits(figure, {name: text for name, (_, text) in named.items()}, key in value, planned=planned)
    if (old := old_value(figure)) is not None:
        figure, beside = "", "，".join(filter(None, (f"旧值 {old}", beside)))
    return Field((*place, key), indicator, figure, group, beside, open=waits, fact=True)


def _waits(figure: str, rest: Mapping[str, str], given: bool, *, planned: bool) -> bool:
    """Tell whether a fact still waits for a figure, as the composer sees it: 目标 is what counts in the plan.

    A change or rate does for a fact without 数值; a value a year before does for none. One that follows from others
    need not be brought up to date.
    """
    has_old = {name for name, text in {"数值": figure, **rest}.items() if old_value(text) is not None}
    follows = {name for name, base in _FOLLOWS.items() if figure and rest.get(base) and not {"数值", base} & has_old}
    if has_old - follows:
        return True
    wanted = figure or (planned and rest.get("目标", ""))
    empty = given or (planned and "目标" in rest)
    return not wanted and (empty or not any(rest.get(name) for name in _SAYING))


def _old_or(text: str) -> str:
    """Return a value, or the old one that is to be brought up to date."""
    old = old_value(text)
    return text if old is None else f"旧值 {old}"
