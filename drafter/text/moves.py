"""What a clause does (its move), by the chapter of the report it stands in and the cues of `data/moves.tsv`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, cast

from drafter.config import table
from drafter.model import Move
from drafter.text.cues import STRONG, WEAK, Cue, Lexicon, parse_cues

Chapter = Literal["review", "thanks", "problems", "plan", "closing"]  # with a heading of its own or without
Ground = Literal["review", "amount", "thanks", "problems", "plan", "closing"]  # "amount": in the review, with a figure

# What clauses do on each ground unless cues say otherwise, and which move the cues of each speak for there: in the
# plan a measure is intended, in the review a measure with an amount is told for the amount. Cues of moves left out say
# nothing: words of problems and appeals mostly name what is mended or aimed at (补齐短板), and clauses of thanks and of
# problems are told by their chapter alone.
_GROUNDS: dict[Ground, tuple[Move, dict[Move, Move]]] = {
    "review": ("举措", {move: move for move in ("依据", "举措", "数据", "成效", "荣誉", "打算", "致谢")}),
    "amount": ("数据", {"依据": "依据", "举措": "数据", "数据": "数据", "荣誉": "荣誉", "打算": "打算"}),
    "thanks": ("致谢", {}),
    "problems": ("问题", {}),
    "plan": ("打算", {"依据": "依据", "举措": "打算"}),
    "closing": ("号召", {"依据": "依据", "号召": "号召"}),
}
_OWN = 1.5  # weight of the ground: two weak cues or a strong one outweigh it
_NAMED_ONCE: frozenset[Move] = frozenset({"举措", "数据"})  # however many measures a clause names, it is one clause

# An amount; no date, no name with a figure in it (5G, 2.0版, “1+4+N”, XX镇).
_AMOUNT = re.compile(
    r"(?<![\dA-Za-z第“.+/—-])\d+(?:\.\d+)?(?![\dA-Z+年月日号届版期]|\.\d|热线)|XX(?=[万亿余元%亩吨米公个人户家项处名])"
)
_BASIS = re.compile(
    "^(?:坚持|始终|继续)?以.+为[^、]{1,6}$|^(?:在|对照|针对).+(?:下|面前|要求|目标)$|是.*之年$|^(?:今年|去年|过去).*是"
)
# Opens like a basis, and goes on to the act: 围绕口岸打造重要枢纽.
_ACT = re.compile(
    "^(?:紧紧)?(?:围绕|聚焦|紧扣|以|按照|根据|在|对标|坚持以)[^“”、]{2,}"
    "(?:打造|开展|推进|推动|建设.|设立|做好|做强|做优|修订|制定|支撑|遏制|营造|构建|实施.)"
)
_HEADINGS: tuple[tuple[Chapter, re.Pattern[str]], ...] = (
    ("problems", re.compile("(?:存在|面临|主要)的?.{0,6}(?:问题|困难|不足|短板)|问题[与和及]不足")),
    ("review", re.compile("回顾|总结|(?:完成|开展|进展|工作|主要)情况|主要工作及成效|主要做法")),
    (
        "plan",
        re.compile(
            "意见建议|下半年|明年|来年|下一?步|下一?阶段|第?四季度|今后|(?:计划|打算|思路|安排|展望|设想|谋划)$"
            "|未来.年|(?:总体|奋斗|发展)(?:要求|目标)|(?:目标|主要|重点|工作)任务$|(?:抓好|做好|实现)\\d{4}年"
        ),
    ),
)
_TOPLINES: tuple[tuple[Chapter, re.Pattern[str]], ...] = (
    ("thanks", re.compile("衷心的?感谢|崇高的?敬意|成[绩果就].{0,6}来之不易")),
    (
        "problems",
        re.compile("成绩的同时|清醒地?.{0,3}(?:看到|认识到)|存在(?:的|着|一些|不少).{0,12}(?:问题|不足|困难)"),
    ),
    ("closing", re.compile("让我们.*(?:奋斗|前进|篇章|局面|努力|贡献|辉煌)")),
    ("plan", re.compile("^(?:下半年|明年|下一步|接下来|今后)|^(?:针对|对此|对于|面对)(?:上述|以上|这些|存在|，)")),
)
_APPEALS = (re.compile("^(?:各位.{0,6}(?:代表|委员|成员)|同志们)[，！、]"), re.compile("让我们"))
_RESOLVE = re.compile("^(?:.{0,12}，)?我们(?:将|一定|必须)")  # behind the problems: what is to be done about them


def chapter_of_heading(title: str, inherited: Chapter) -> Chapter:
    """Return the chapter of the report that a section belongs to; `inherited` is that of the section above it."""
    return named_chapter(title) or inherited


def named_chapter(title: str) -> Chapter | None:
    """Return the chapter that a heading names, None when it names none or several."""
    named = [chapter for chapter, pattern in _HEADINGS if pattern.search(title)]
    return named[0] if len(named) == 1 else None


def chapter_of_sentence(text: str, inherited: Chapter) -> Chapter:
    """Return the chapter that a sentence belongs to by its own words, else that of the sentence before."""
    if inherited == "problems" and _RESOLVE.search(text):
        return "plan"
    return next((chapter for chapter, pattern in _TOPLINES if pattern.search(text)), inherited)


def opens_appeal(sentences: Sequence[str]) -> int:
    """Return which of a report's last sentences opens its appeal, as a place in `sentences`; their number for none.

    It is where those present are spoken to for the last time, else where 让我们 stands, else a last exclamation.
    """
    for pattern in _APPEALS:
        if heard := [place for place, sentence in enumerate(sentences) if pattern.search(sentence)]:
            return heard[-1]
    return len(sentences) - (bool(sentences) and sentences[-1].endswith("！"))


def move_of(clause: str, chapter: Chapter) -> Move:
    """Return what a clause does."""
    ground: Ground = "amount" if chapter == "review" and has_amount(clause) else chapter
    own, hears = _GROUNDS[ground]
    if not hears:
        return own
    weights = {own: _OWN}
    for label, weight in _lexicon().weigh(clause).items():
        move = cast("Move", label)
        if for_whom := hears.get(move):
            weights[for_whom] = weights.get(for_whom, 0.0) + (min(weight, WEAK) if move in _NAMED_ONCE else weight)
    if _BASIS.search(clause):
        weights["依据"] = weights.get("依据", 0.0) + STRONG
    elif "依据" in weights and _ACT.search(clause):
        del weights["依据"]
    if ground == "review" and _fares(clause):
        weights["成效"] = weights.get("成效", 0.0) + STRONG
    return max(weights, key=weights.__getitem__)


def has_amount(clause: str) -> bool:
    """Tell whether an amount stands in a clause; the figures of dates and names are none."""
    return bool(_AMOUNT.search(clause))


def opens_with_act(clause: str) -> bool:
    """Tell whether a clause begins with what is done, and how: 进一步完善…."""
    return bool(_shapes()[0].match(clause))


def _fares(clause: str) -> bool:
    """Tell whether a clause says how something fares or what it has come to: 全镇经济不断壮大, 新校区建成投用.

    What begins with a verb says what was done, also when it ends alike: 推动新校区建成投用.
    """
    does, comes = _shapes()
    return bool(comes.search(clause)) and not does.match(clause)


@cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    how, verb, faring, end = (words for _, words in table("move_words.tsv"))
    return re.compile(f"(?:{how})*(?:{verb})"), re.compile(
        f"(?<=[\u4e00-\u9fff）”]{{2}})(?:(?:{faring}).{{2,12}}|{end})$"
    )


@cache
def _lexicon() -> Lexicon:
    cues: list[Cue] = []
    for move, strong, weak in table("moves.tsv"):
        cues += parse_cues(strong, move, STRONG) + parse_cues(weak, move, WEAK)
    return Lexicon(cues)
