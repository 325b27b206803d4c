"""The reading copy (朗读稿): the layout that a speaker reads from, in larger type, lines further apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.page.layout import Layout, fitted
from drafter.page.measures import NONE, SI_HAO, Length, Rule, pt
from drafter.page.styles import STYLES, Style

TITLE_SIZE = Rule("朗读稿标题字号", pt(24), "实务", "小一，比正文再大一档")
TITLE_PITCH = Rule("朗读稿标题行距", pt(38), "实务", "24 磅字，与 22 磅字 35 磅行距同样疏密")
TEXT_SIZE = Rule("朗读稿正文字号", pt(18), "实务", "小二，站着也看得清")
TEXT_BOLD = Rule("朗读稿正文加粗", True, "实务", "灯光下看得清")
TABLE_SIZE = Rule("朗读稿表格字号", SI_HAO, "实务", "比正式稿大一档")
LINE_PITCH = Rule("朗读稿行距", pt(33), "实务", "每面 19 行，抬头再看不串行")
TIGHTENING = Rule("朗读稿字距", NONE, "实务", "每行 24 字，不必收紧")
UNBROKEN = Rule(
    "朗读稿不居行首的字",
    "万亿千百余多元亩吨人户个家项条公平米名次处座台套件栋倍岁年月日成",
    "实务",
    "数字和单位连着读，不拆在两行",
)

_TITLES = frozenset({"title", "annex_title"})
_TABLES = frozenset({"table_head", "table_text"})
_SPOKEN = frozenset({"salutation", "heading1", "heading2", "heading3", "heading4", "body"})


def reading(layout: Layout) -> Layout:
    """Return a layout for reading aloud; faces, margins and all else stay those of `layout`."""
    larger = replace(layout, line_pitch=LINE_PITCH, tightening=TIGHTENING, unbroken=UNBROKEN.value)
    styles: Mapping[str, Style] = {
        name: _fitted(_enlarged(style, layout.line_pitch.value), larger) for name, style in layout.styles.items()
    }
    return replace(larger, styles=styles)


def _fitted(style: Style, layout: Layout) -> Style:
    """Return a style whose longest line keeps its share of the text width; one that simply flows goes on to."""
    return fitted(style, layout) if style.max_chars else style


def _enlarged(style: Style, pitch: Length) -> Style:
    """Return a style in larger type; space of a line, `pitch`, grows with the lines."""
    before = LINE_PITCH.value if style.before == pitch else style.before
    style = replace(style, before=before, tightening=TIGHTENING.value)
    if style.name in _TITLES:
        return replace(style, size=TITLE_SIZE.value, pitch=TITLE_PITCH.value)
    if style.name in _TABLES:
        return replace(style, size=TABLE_SIZE.value)
    bold = TEXT_BOLD.value if style.name in _SPOKEN else style.bold
    return replace(
        style, size=TEXT_SIZE.value, bold=bold, pitch=None if STYLES[style.name].pitch is None else style.pitch
    )
