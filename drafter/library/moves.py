"""What a clause does (its move), from the cues of `data/moves.tsv` and from the chapter of the report it stands in."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from drafter.config import table
from drafter.model import Move
from drafter.text.cues import STRONG, WEAK, Cue, Lexicon, parse_cues

Chapter = Literal["review", "thanks", "problems", "plan", "closing"]  # with a heading of its own or without

# What a chapter speaks for, in the weights of cues: a strong cue for another move overrules it, a weak one does not.
# In review and plan the words of problems and appeals mostly name what is being mended or aimed at: 补齐短板.
_PRIORS: dict[Chapter, dict[Move, float]] = {
    "review": {"举措": 1.5, "问题": -3.0, "号召": -2.0},
    "thanks": {"致谢": 4.0, "依据": -2.0},
    "problems": {"问题": 5.0},
    "plan": {"打算": 3.5, "问题": -3.0, "荣誉": -2.0, "成效": -1.0, "数据": -2.0, "号召": -1.0},
    "closing": {"号召": 4.0},
}
_FIGURE = 3.0  # a figure in the review makes a clause 数据, unless it is an honour or says so strongly otherwise
# Something fares in some way: 全镇经济不断壮大, 各项工作稳步推进. At the start of a clause it is what was done.
_RESULT = re.compile(
    "(?<=[\\u4e00-\\u9fff]{2})(?:不断|持续|进一步|稳步|有序|日益|更加|更为|逐步|显著|明显|大幅|扎实|顺利|快速|较大|总体)"
    "(?:得到)?[\\u4e00-\\u9fff]{2}$"
)

_HEADINGS: tuple[tuple[Chapter, re.Pattern[str]], ...] = (
    ("problems", re.compile("(?:存在|面临|主要)的?.{0,6}(?:问题|困难|不足|短板)|问题[与和及]不足")),
    ("review", re.compile("回顾|总结|(?:完成|开展|进展|工作|主要)情况|主要工作及成效|主要做法")),
    (
        "plan",
        re.compile(
            "意见建议|下半年|明年|来年|下一?步|下一?阶段|第?四季度|今后|(?:计划|打算|思路|安排|展望|设想|谋划)$"
        ),
    ),
)
_TOPLINES: tuple[tuple[Chapter, re.Pattern[str]], ...] = (
    ("thanks", re.compile("衷心的?感谢|崇高的?敬意|成绩.{0,6}来之不易")),
    (
        "problems",
        re.compile("成绩的同时|清醒地?.{0,3}(?:看到|认识到)|存在(?:的|着|一些|不少).{0,12}(?:问题|不足|困难)"),
    ),
    ("closing", re.compile("让我们.*(?:奋斗|前进|篇章|局面|努力|贡献|辉煌)")),
    ("plan", re.compile("^(?:下半年|明年|下一步|接下来|今后)|^(?:针对|对此|对于|面对)(?:上述|以上|这些|存在|，)")),
)


def chapter_of_heading(title: str, inherited: Chapter) -> Chapter:
    """Return the chapter of the report that a section belongs to; `inherited` is that of the section above it."""
    named = [chapter for chapter, pattern in _HEADINGS if pattern.search(title)]
    return named[0] if len(named) == 1 else inherited


def chapter_of_sentence(text: str, inherited: Chapter) -> Chapter:
    """Return the chapter that a sentence belongs to by its own words, else that of the sentence before."""
    return next((chapter for chapter, pattern in _TOPLINES if pattern.search(text)), inherited)


def move_of(clause: str, chapter: Chapter, *, figures: bool) -> Move:
    """Return what a clause does; `figures` tells whether it holds any."""
    weights = dict(_PRIORS[chapter])
    for label, weight in _lexicon().weigh(clause).items():
        move = cast("Move", label)
        weights[move] = weights.get(move, 0.0) + weight
    if figures and chapter == "review":
        weights["数据"] = weights.get("数据", 0.0) + _FIGURE
    if _RESULT.search(clause):
        weights["成效"] = weights.get("成效", 0.0) + STRONG
    return max(weights, key=weights.__getitem__)


@cache
def _lexicon() -> Lexicon:
    cues: list[Cue] = []
    for move, strong, weak in table("moves.tsv"):
        cues += parse_cues(strong, move, STRONG) + parse_cues(weak, move, WEAK)
    return Lexicon(cues)
