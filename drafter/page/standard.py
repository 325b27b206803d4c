"""The standard layout as data: what GB/T 9704-2012 and the practice of reports ask of a page, and how strongly.

Strengths: 国标 the standard fixes it, 一般 the standard says 一般, 实务 practice of offices, 单位 house style, to be
changed freely.
"""

from __future__ import annotations

from typing import Literal

from drafter.page.measures import SI_HAO, SONGTI, Rule, mm, pt, twips

PagePlace = Literal["外侧", "居中"]

# --- the page -------------------------------------------------------------------------------------------------------

PAPER_WIDTH = Rule("纸张宽", mm(210), "国标", "5.1：A4")
PAPER_HEIGHT = Rule("纸张高", mm(297), "国标", "5.1：A4")
TOP_MARGIN = Rule("上白边", mm(37), "国标", "5.2.1：天头，±1 mm")
LEFT_MARGIN = Rule("左白边", mm(28), "国标", "5.2.1：订口，±1 mm")
TEXT_WIDTH = Rule("版心宽", mm(156), "国标", "5.2.1")
TEXT_HEIGHT = Rule("版心高", mm(225), "国标", "5.2.1")
RIGHT_MARGIN = Rule("右白边", mm(26), "国标", "5.2.1：210 − 28 − 156")
BOTTOM_MARGIN = Rule("下白边", mm(35), "国标", "5.2.1：297 − 37 − 225")
LINES_PER_PAGE = Rule("每面行数", 22, "一般", "5.2.3")
CHARS_PER_LINE = Rule("每行字数", 28, "一般", "5.2.3")
LINE_PITCH = Rule("行距", pt(28.95), "实务", "版心高 637.8 磅排满 22 行；29.45 磅只排得下 21 行")
TIGHTENING = Rule("字距", twips(-5), "实务", "156 mm 只容 27.6 个三号字，每字收紧 0.25 磅排满 28 字")
INDENT = Rule("段首空字", 2, "国标", "7.3.3")

# --- the page number ------------------------------------------------------------------------------------------------

PAGE_NUMBER_FACE = Rule("页码字体", SONGTI, "一般", "7.5：半角宋体阿拉伯数字")
PAGE_NUMBER_SIZE = Rule("页码字号", SI_HAO, "一般", "7.5：四号")
PAGE_NUMBER_DROP = Rule("页码距版心", mm(7), "国标", "7.5：一字线上距版心下边缘")
PAGE_NUMBER_PLACE: Rule[PagePlace] = Rule("页码位置", "外侧", "国标", "7.5：单页码居右，双页码居左；印成册的常居中")
PAGE_NUMBER_INDENT = Rule("页码空字", 1, "国标", "7.5：单页码居右空一字，双页码居左空一字")
HEADER_DISTANCE = Rule("页眉距纸边", mm(15), "单位", "Word 中文版默认值；报告不设页眉")

# --- the title block ------------------------------------------------------------------------------------------------

TITLE_PITCH = Rule("标题行距", pt(35), "实务", "二号字固定值 35 磅")
TITLE_CHARS = Rule("标题每行字数上限", 19, "实务", "版心容 20 个二号字，两侧各留半字")
DATELINE_CHARS = Rule("题注每行字数上限", 26, "实务", "版心容 28 字，两侧各留一字")

# --- tables ---------------------------------------------------------------------------------------------------------

TABLE_BORDER = Rule("表格线", pt(0.5), "单位", "细实线")
TABLE_PADDING_SIDE = Rule("单元格左右边距", mm(1.5), "单位", "小四字约三分之一字")
TABLE_PADDING_TOP = Rule("单元格上下边距", mm(1), "单位", "固定行距会截断多行单元格，改用边距")
