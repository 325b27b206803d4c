"""What rules, classes, severities, edits, kinds and chapters of reports are called on screen and paper."""

from __future__ import annotations

from drafter.model import Finding

CLASSES = {  # of reuse, gravest first
    "copied": "照搬",
    "edited": "改写",
    "retold": "疑似改写",
    "previous": "沿用上期",
    "self": "自我重复",
    "boilerplate": "套话",
    "formula": "规范表述",
}
LAYOUT = {  # kinds of deviation from the layout
    "paper": "纸张",
    "margin": "页边距",
    "page_number": "页码",
    "page_number_place": "页码位置",
    "page_number_form": "页码写法",
    "page_number_type": "页码字体字号",
    "face": "字体",
    "latin": "数字字体",
    "size": "字号",
    "bold": "加粗",
    "pitch": "行距",
    "spacing": "段间距",
    "indent": "缩进",
    "align": "对齐",
    "outline": "标题样式",
    "direct": "直接设格式",
    "dress": "斜体、下划线、彩色",
    "numbering": "自动编号",
    "number_form": "序号写法",
    "spaces": "空格缩进",
    "punctuation": "半角标点",
    "quotes": "直引号",
    "quote_pairs": "引号不成对",
    "chars": "每行字数",
    "table_width": "表格超出版心",
    "table_header": "表头不重复",
    "table_row": "表格断行",
    "table_clip": "表格文字被截",
    "table_face": "表格字体",
}
MEANINGS = {
    "copied": "与别的报告基本一字不差",
    "edited": "换了字词、数据、地名或语序的照搬",
    "retold": "说的像是别的报告的事，用词大多换过；不计入雷同",
    "previous": "与本单位上一份报告相同",
    "self": "本稿前后重复",
    "boilerplate": "多地通用的说法，另行统计",
    "formula": "固定的政治、程序用语，不计入雷同",
}
RULES = {
    "reuse": "雷同",
    "residue": "残留",
    "formulation": "表述",
    "figures": "数据",
    "promises": "目标承诺",
    "structure": "结构",
    "layout": "版式",
    "length": "篇幅",
}
FAULTS = {  # what a finding of another rule than reuse is called by its class
    "conflict": "前后不一",
    "part": "分项超总数",
    "sum": "相加不符",
    "share": "占比不符",
    "yoy": "同比不符",
    "completion": "完成率不符",
    "unit": "万亿有误",
    "percent": "百分比有误",
    "sign": "增减相反",
    "earlier": "与前期报告不符",
    "met": "已兑现",
    "missing": "没有交代",
    "changed": "有出入",
    "place": "外地地名",
    "name": "外地名称",
    "gap": "未填的空",
    "salutation": "称呼",
    "office": "机构",
    "period": "时段",
    "year": "年份",
    "session": "届次",
    "slogan": "过期提法",
    "debris": "网页残留",
    "scrubbed": "姓名缺失",
    "missing_member": "缺项",
    "foreign_member": "错项",
    "repeated_member": "重复",
    "order": "次序",
    "number": "编号",
    "level": "层次",
    "empty": "空标题",
    "lone": "独条",
    "parallel": "标题对仗",
    "repeated_lead": "小标题重复",
    "whole": "全文",
    "proportion": "详略",
    "wrong_number": "数字有误",
    "wrong_character": "用字有误",
}
SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}
EDITS = {"insert": "增", "delete": "删", "replace": "改", "moved": "移"}
KINDS = {"annual": "年度报告", "half_year": "半年报告", "three_quarter": "三季度报告", "summary_plan": "总结与计划"}
LEVELS = {0: "小标题", 1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}  # of headings; 0 is a lead
CHAPTERS = {"review": "回顾", "thanks": "致谢", "problems": "问题", "plan": "打算", "closing": "结语"}  # of a report
HARMLESS = frozenset({"formula", "boilerplate"})  # classes that ask nothing of the writer


def label(finding: Finding) -> str:
    """Return what a finding is called: its class, with its rule before it unless that is reuse."""
    rule = RULES.get(finding.rule, finding.rule)
    kind = kind_name(finding.kind)
    return kind if finding.rule == "reuse" else f"{rule}：{kind}" if kind else rule


def kind_name(kind: str) -> str:
    """Return what a reuse class or a kind of fault is called."""
    return CLASSES.get(kind) or LAYOUT.get(kind) or FAULTS.get(kind, kind)


def asks_something(finding: Finding) -> bool:
    """Say whether a finding is for the writer to act on, not only counted."""
    return finding.kind not in (HARMLESS if finding.rule == "reuse" else {"met"})
