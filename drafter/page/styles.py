"""The paragraph styles of the layout: face, size and place of every sort of paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from drafter.page.measures import (
    ER_HAO,
    FANGSONG,
    HEITI,
    KAITI,
    NONE,
    SAN_HAO,
    XIAO_SI,
    XIAOBIAOSONG,
    Face,
    Length,
    Strength,
)
from drafter.page.standard import DATELINE_CHARS, INDENT, LINE_PITCH, TIGHTENING, TITLE_CHARS, TITLE_PITCH

Align = Literal["both", "center", "left"]


@dataclass(frozen=True, slots=True)
class Style:
    """How one sort of paragraph looks."""

    name: str  # what a model.Paragraph is called by
    label: str  # Chinese, as shown to people and written in drafter.toml
    word_name: str  # the style's name in Word: built-in ones in English as Word stores them, our own in Chinese
    face: Face
    size: Length
    strength: Strength
    source: str
    bold: bool = False
    align: Align = "both"
    indent: int = 0  # first line, in characters
    tightening: Length = TIGHTENING.value  # added to every character; only 三号 text stands on the grid of 28
    pitch: Length | None = None  # exact line height; None: one line of the page's grid
    on_grid: bool = True
    before: Length = NONE  # space above
    level: int = 0  # outline level from 1; 0: body text
    keep_next: bool = False
    new_page: bool = False
    max_chars: int = 0  # a longer text is broken into balanced lines; 0: it simply flows
    own_strengths: tuple[tuple[str, Strength], ...] = ()  # of what binds otherwise than the rest: size, indent …
    house: frozenset[str] = frozenset()  # what the office has set for itself

    def strength_of(self, attribute: str) -> Strength:
        """Return how strongly `face`, `size`, `bold` … binds."""
        return "单位" if attribute in self.house else dict(self.own_strengths).get(attribute, self.strength)

    def binds(self, attribute: str) -> bool:
        """Tell whether a file may be held to an attribute: house style only once the office has set it."""
        return attribute in self.house or self.strength_of(attribute) != "单位"

    @property
    def word_id(self) -> str:
        """Return the id that a Word file's paragraphs refer to."""
        return self.name.title().replace("_", "")


def _heading(level: int, face: Face, *, bold: bool = False) -> Style:
    return Style(
        f"heading{level}",
        f"{'一二三四'[level - 1]}级标题",
        f"heading {level}",
        face,
        SAN_HAO,
        "一般",
        "7.3.3：一、黑体，（一）楷体，1. 与（1）仿宋" + ("；加粗是单位习惯" if bold else ""),
        bold=bold,
        indent=INDENT.value,
        level=level,
        keep_next=True,
        own_strengths=(("indent", "国标"), ("bold", "单位")),
    )


_ALL_STYLES = (
    Style(
        "title",
        "标题",
        "Title",
        XIAOBIAOSONG,
        ER_HAO,
        "一般",
        "7.3.1：二号小标宋，居中，梯形或菱形；字体名为实务",
        align="center",
        tightening=NONE,
        pitch=TITLE_PITCH.value,
        on_grid=False,
        keep_next=True,
        max_chars=TITLE_CHARS.value,
        own_strengths=(("face", "实务"), ("bold", "实务"), ("align", "国标")),
    ),
    Style(
        "dateline",
        "题注",
        "会议题注",
        KAITI,
        SAN_HAO,
        "实务",
        "——某年某月某日在某会议上，标题之下楷体居中",
        align="center",
        keep_next=True,
        max_chars=DATELINE_CHARS.value,
    ),
    Style("speaker", "报告人", "报告人", KAITI, SAN_HAO, "实务", "题注之下楷体居中", align="center", keep_next=True),
    Style("salutation", "称呼", "Salutation", FANGSONG, SAN_HAO, "实务", "同主送机关：7.3.2 居左顶格"),
    _heading(1, HEITI),
    _heading(2, KAITI),
    _heading(3, FANGSONG, bold=True),
    _heading(4, FANGSONG),
    Style(
        "body",
        "正文",
        "Normal",
        FANGSONG,
        SAN_HAO,
        "一般",
        "7.3.3：三号仿宋，左空二字，回行顶格",
        indent=INDENT.value,
        own_strengths=(("indent", "国标"), ("bold", "实务")),
    ),
    Style("aside", "插注", "插注", KAITI, SAN_HAO, "单位", "正文之外的说明，楷体以示区别", indent=INDENT.value),
    Style(
        "annex_mark",
        "附件标识",
        "附件标识",
        HEITI,
        SAN_HAO,
        "国标",
        "7.3.7：另面编排，三号黑体，顶格，第一行",
        align="left",
        keep_next=True,
        new_page=True,
    ),
    Style(
        "annex_title",
        "附件标题",
        "附件标题",
        XIAOBIAOSONG,
        ER_HAO,
        "国标",
        "7.3.7：居中，第三行；格式要求同正文标题",
        align="center",
        tightening=NONE,
        pitch=TITLE_PITCH.value,
        on_grid=False,
        before=LINE_PITCH.value,
        keep_next=True,
        max_chars=TITLE_CHARS.value,
        own_strengths=(("face", "实务"), ("bold", "实务")),
    ),
    Style(
        "caption",
        "表题",
        "caption",
        HEITI,
        SAN_HAO,
        "单位",
        "表题居表格之上",
        align="center",
        keep_next=True,
        max_chars=DATELINE_CHARS.value,
    ),
    Style(
        "table_head",
        "表头",
        "表头",
        HEITI,
        XIAO_SI,
        "单位",
        "表头居中",
        align="center",
        tightening=NONE,
        on_grid=False,
    ),
    Style(
        "table_text",
        "表格文字",
        "表格文字",
        FANGSONG,
        XIAO_SI,
        "单位",
        "单元格文字",
        align="left",
        tightening=NONE,
        on_grid=False,
    ),
)

STYLES: Mapping[str, Style] = MappingProxyType({style.name: style for style in _ALL_STYLES})
HEAD_STYLES = frozenset({"title", "dateline", "speaker", "annex_title"})  # what a free line follows
