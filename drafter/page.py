"""The official layout as data: what GB/T 9704-2012 and the practice of reports ask of a page, and how strongly.

Imports nothing: whoever writes a Word file and whoever checks one read the same constants. Strengths: 国标 the standard
fixes it, 一般 the standard says 一般, 实务 practice of offices, 单位 house style, to be changed freely.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, Literal, TypeVar

Strength = Literal["国标", "一般", "实务", "单位"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length on paper, kept in EMU (1/914400 inch), which both mm and points divide evenly."""

    emu: int

    @property
    def mm(self) -> float:
        """Return the length in millimetres."""
        return self.emu / 36000

    @property
    def pt(self) -> float:
        """Return the length in points."""
        return self.emu / 12700

    @property
    def twips(self) -> int:
        """Return the length in twentieths of a point, the unit of Word's spacings."""
        return round(self.emu / 635)


def mm(value: float) -> Length:
    """Return `value` millimetres."""
    return Length(round(value * 36000))


def pt(value: float) -> Length:
    """Return `value` points."""
    return Length(round(value * 12700))


def twips(value: int) -> Length:
    """Return `value` twentieths of a point."""
    return Length(value * 635)


NONE = Length(0)


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """One constant of the layout."""

    name: str  # Chinese, as shown to people
    value: T
    strength: Strength
    source: str  # clause of GB/T 9704-2012, or how the value was found


# --- the page -------------------------------------------------------------------------------------------------------

PAPER_WIDTH = Rule("纸张宽（A4）", mm(210), "国标", "5.1")
PAPER_HEIGHT = Rule("纸张高（A4）", mm(297), "国标", "5.1")
TOP_MARGIN = Rule("天头（上白边）", mm(37), "国标", "5.2.1，±1 mm")
LEFT_MARGIN = Rule("订口（左白边）", mm(28), "国标", "5.2.1，±1 mm")
TEXT_WIDTH = Rule("版心宽", mm(156), "国标", "5.2.1")
TEXT_HEIGHT = Rule("版心高", mm(225), "国标", "5.2.1")
RIGHT_MARGIN = Rule("右白边", mm(26), "国标", "5.2.1：210 − 28 − 156")
BOTTOM_MARGIN = Rule("下白边", mm(35), "国标", "5.2.1：297 − 37 − 225")
LINES_PER_PAGE = Rule("每面行数", 22, "一般", "5.2.3")
CHARS_PER_LINE = Rule("每行字数", 28, "一般", "5.2.3")
LINE_PITCH = Rule("行距", pt(28.95), "实务", "版心高 637.8 磅排满 22 行；29.45 磅只排得下 21 行")
TIGHTENING = Rule("字距", twips(-5), "实务", "156 mm 只容 27.6 个三号字，每字收紧 0.25 磅排满 28 字")
INDENT = Rule("段首空字", 2, "国标", "7.3.3")

# --- type -----------------------------------------------------------------------------------------------------------

ER_HAO = pt(22)  # 二号
SAN_HAO = pt(16)  # 三号
SI_HAO = pt(14)  # 四号
XIAO_SI = pt(12)  # 小四


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface, with what stands in for it where it is not installed, best first."""

    name: str
    fallbacks: tuple[str, ...]
    family: Literal["roman", "modern", "script"]  # Word's classes, by which it substitutes when no name fits


FANGSONG = Face("仿宋_GB2312", ("仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋"), "modern")
KAITI = Face("楷体_GB2312", ("楷体", "KaiTi", "方正楷体_GBK", "华文楷体"), "modern")
HEITI = Face("黑体", ("SimHei", "方正黑体_GBK", "华文黑体"), "modern")
XIAOBIAOSONG = Face("方正小标宋简体", ("方正小标宋_GBK", "小标宋", "华文中宋", "宋体"), "script")
SONGTI = Face("宋体", ("SimSun", "方正书宋_GBK", "华文宋体"), "roman")
FACES = (FANGSONG, KAITI, HEITI, XIAOBIAOSONG, SONGTI)

# --- the page number ------------------------------------------------------------------------------------------------

PAGE_NUMBER_FACE = Rule("页码字体", SONGTI, "一般", "7.5：半角宋体阿拉伯数字")
PAGE_NUMBER_SIZE = Rule("页码字号", SI_HAO, "一般", "7.5：四号")
PAGE_NUMBER_DROP = Rule("一字线上距版心下边缘", mm(7), "国标", "7.5")
PAGE_NUMBER_INDENT = Rule("页码空字", 1, "国标", "7.5：单页码居右空一字，双页码居左空一字")
FOOTER_DISTANCE = Rule(
    "页脚距纸边",
    Length(BOTTOM_MARGIN.value.emu - PAGE_NUMBER_DROP.value.emu - PAGE_NUMBER_SIZE.value.emu // 2),
    "实务",
    "由 7.5 推算：一字线在页码行的半高处",
)
HEADER_DISTANCE = Rule("页眉距纸边", mm(15), "单位", "Word 中文版默认值；报告不设页眉")

# --- the title block ------------------------------------------------------------------------------------------------

TITLE_PITCH = Rule("标题行距", pt(35), "实务", "二号字固定值 35 磅")
TITLE_CHARS = Rule("标题每行字数上限", 19, "实务", "版心容 20 个二号字，两侧各留半字")
DATELINE_CHARS = Rule("题注每行字数上限", 26, "实务", "版心容 28 字，两侧各留一字")
HEAD_GAP = Rule("标题、题注、报告人之下空", LINE_PITCH.value, "实务", "空一行")
ANNEX_GAP = Rule("附件标识与附件标题之间空", LINE_PITCH.value, "国标", "7.3.7：标识在第一行，标题在第三行")

# --- tables ---------------------------------------------------------------------------------------------------------

TABLE_SIZE = Rule("表格字号", XIAO_SI, "单位", "小四，一行多栏时不致过密")
TABLE_BORDER = Rule("表格线", pt(0.5), "单位", "细实线")
TABLE_PADDING_SIDE = Rule("单元格左右边距", mm(1.5), "单位", "小四字约三分之一字")
TABLE_PADDING_TOP = Rule("单元格上下边距", mm(1), "单位", "固定行距会截断多行单元格，改用边距")

# --- paragraph styles -----------------------------------------------------------------------------------------------

Align = Literal["both", "center", "left"]


@dataclass(frozen=True, slots=True)
class Style:
    """How one sort of paragraph looks."""

    name: str  # what a model.Paragraph is called by
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

    @property
    def word_id(self) -> str:
        """Return the id that a Word file's paragraphs refer to."""
        return self.name.title().replace("_", "")


def _heading(level: int, face: Face, *, bold: bool, strength: Strength) -> Style:
    return Style(
        f"heading{level}",
        f"heading {level}",
        face,
        SAN_HAO,
        strength,
        "7.3.3：一、黑体，（一）楷体，1. 与（1）仿宋" + ("；加粗是单位习惯" if bold else ""),
        bold=bold,
        indent=INDENT.value,
        level=level,
        keep_next=True,
    )


_ALL_STYLES = (
    Style(
        "title",
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
    ),
    Style(
        "dateline",
        "会议题注",
        KAITI,
        SAN_HAO,
        "实务",
        "——某年某月某日在某会议上，标题之下楷体居中",
        align="center",
        keep_next=True,
        max_chars=DATELINE_CHARS.value,
    ),
    Style("speaker", "报告人", KAITI, SAN_HAO, "实务", "题注之下楷体居中", align="center", keep_next=True),
    Style("salutation", "Salutation", FANGSONG, SAN_HAO, "实务", "同主送机关：7.3.2 居左顶格"),
    _heading(1, HEITI, bold=False, strength="一般"),
    _heading(2, KAITI, bold=False, strength="一般"),
    _heading(3, FANGSONG, bold=True, strength="单位"),
    _heading(4, FANGSONG, bold=False, strength="一般"),
    Style("body", "Normal", FANGSONG, SAN_HAO, "一般", "7.3.3：三号仿宋，左空二字，回行顶格", indent=INDENT.value),
    Style("aside", "插注", KAITI, SAN_HAO, "单位", "正文之外的说明，楷体以示区别", indent=INDENT.value),
    Style(
        "annex_mark",
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
        XIAOBIAOSONG,
        ER_HAO,
        "国标",
        "7.3.7：居中，第三行；格式要求同正文标题",
        align="center",
        tightening=NONE,
        pitch=TITLE_PITCH.value,
        on_grid=False,
        before=ANNEX_GAP.value,
        keep_next=True,
        max_chars=TITLE_CHARS.value,
    ),
    Style(
        "caption",
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
        HEITI,
        TABLE_SIZE.value,
        "单位",
        "表头居中",
        align="center",
        tightening=NONE,
        on_grid=False,
    ),
    Style(
        "table_text",
        "表格文字",
        FANGSONG,
        TABLE_SIZE.value,
        "单位",
        "单元格文字",
        align="left",
        tightening=NONE,
        on_grid=False,
    ),
)

STYLES: Mapping[str, Style] = MappingProxyType({style.name: style for style in _ALL_STYLES})
HEAD_STYLES = frozenset({"title", "dateline", "speaker", "annex_title"})  # what HEAD_GAP follows
