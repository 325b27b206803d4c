"""The chapters of a report, by the words of their headings: what was done, what is wanting, what is to be done."""

from __future__ import annotations

import re
from typing import Literal

Chapter = Literal["review", "problems", "plan", "requests"]

_AHEAD = re.compile("今后|未来|下一?步|下一?阶段|下半年|明年|来年|四季度|新一届")
_BEHIND = re.compile("过去|去年|上年|上半年|半年来|[一五]年来|前[一二三]个?季度|以来|[本上]届")
_TIME = re.compile(
    r"(?:19|20)\d\d(?:[—-]\d{2,4})?年(?:度|来)?|今年|明年|去年|本年|全年|来年|上年|上半年|下半年|半年|[第前]?[一二三四]个?季度"
    r"|\d{1,2}[—-]\d{1,2}月份?|过去的?(?:[一三五]年|半年)|近[一三五]?年|[一五]年来?|今后|未来|下一?步|下一?阶段|当前|目前|[本上]届|新一届"
    r"|“?(?:十[一二三四五六]|[八九])五”?(?:时期|期间)?|以来"
)
_FILLING = re.compile("时期|期间|政府|全[镇乡街区县市]|街道|办事处|经济社会|关于|对|做好|抓好|推进|[的度和与及、，]")
_PLANNED = "计划|安排|任务|重点|思路|打算|部署|目标|要求|规划|举措|措施|设想|谋划|建议|(?:主要|重点)工作"
_ACHIEVED = "回顾|总结|情况|成效|成绩|成就"
_WORDS: tuple[tuple[Chapter, re.Pattern[str]], ...] = (
    ("problems", re.compile("(?:工作|中|主要)*存在(?:主要|问题|困难|不足|短板|挑战|薄弱环节)+")),
    (
        "review",
        re.compile(f"(?:(?:工作|发展|主要|总体|基本|简要|开展|完成|进展|落实|执行)*(?:{_ACHIEVED}))+"),
    ),
    ("plan", re.compile(f"(?:(?:工作|发展|主要|重点|总体|目标|预期|奋斗|指导思想)*(?:{_PLANNED}))+")),
)
_LAST_WORD = re.compile(f"(?:{_ACHIEVED}|{_PLANNED})$")
_REQUESTS = re.compile(
    "[对请向](?:[县市区省]|上级|党委|部门).{0,12}(?:意见|建议|请求|支持)+|(?:工作|有关|几点)*意见建议"
)
_LONGEST = 30


def names_time(title: str) -> bool:
    """Tell whether a heading names a time: 下半年工作计划, but not 主要预期目标."""
    return bool(_TIME.search(title))


def ends_as_chapter(title: str) -> bool:
    """Tell whether a heading ends in a word for a kind of chapter: “十三五”时期中心城区建设主要思路."""
    return bool(_LAST_WORD.search(title))


def chapter_of(title: str) -> Chapter | None:
    """Return which chapter of a report a heading (without its number) opens, None when it opens none.

    It says nothing but the kind of chapter and, if it likes, the time: 2023年上半年政府工作回顾.
    """
    words = title.rstrip("：。")
    if not 3 <= len(words) <= _LONGEST:
        return None
    if _REQUESTS.fullmatch(words):
        return "requests"
    timeless = _TIME.sub("", words)
    bare = _FILLING.sub("", timeless)
    if re.fullmatch("(?:主要|重点)?工作", bare) and (chapter := _chapter_by_time(words)):
        return chapter
    if timeless == words and not re.match("工作|主要|存在|.*建议", bare):
        return None  # 完成情况, 规划: the head of a table's column
    return next((chapter for chapter, pattern in _WORDS if pattern.fullmatch(bare)), None)


def _chapter_by_time(title: str) -> Chapter | None:
    """Return the chapter of a heading that says no more than which time's work it tells: 过去一年的工作."""
    ahead, behind = bool(_AHEAD.search(title)), bool(_BEHIND.search(title))
    return None if ahead == behind else "plan" if ahead else "review"
