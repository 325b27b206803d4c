"""What stands before a report's first words: title, dateline, speaker, salutation, opening."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from drafter.ingest.lines import Line
from drafter.model import Role
from drafter.text.chapters import chapter_of

_TITLE = re.compile(
    r"(?:报告|总结|计划|汇报|讲话稿?|发言|要点|安排|打算|思路|谋划|重点|情况|材料|说明|请示|通知|简报|专报|方案)(?:（[^（）]{1,16}）)?$"
)
_TITLE_BEGINS = re.compile(r"(?:19|20)\d\d年|[镇乡县市区省]|街道|政府|关于|工作")
_FIGURES = r"[\d一二三四五六七八九十]{1,3}"
_DATE = rf"(?:(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{{2}})年{_FIGURES}月(?:{_FIGURES}日)?"
_DATELINE = re.compile(
    rf"[（—-]*{_DATE}(?:.{{0,12}}[在于].+|.*会议上?[）]*|[）]*)$"
    r"|[（—-]*[在于].+(?:会议|大会|全会)上?的?(?:报告|讲话)?[）]*$"
)
_DATELINE_GOES_ON = re.compile(r"(?:第.{1,3}届|人民代表大会|第.{1,3}次).*会议上?[）]*$")
_GIVEN = re.compile(f"{_DATE}.+作(?:政府)?工作报告。$")
_NO_TITLE = re.compile(f"{_DATE}|汇编|选编|合集|会议(?:文件|材料)")
_OFFICER = "代?[镇乡区县市州省]长|(?:代理)?主[任席]|书记|总理"
_POST = f"{_OFFICER}|[镇乡]人民政府|街道办事处|人民政府"
_FULL_NAME = r"[\u4e00-\u9fff]{2,4}?|[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6}){1,3}"
_NAME = rf"{_FULL_NAME}|[XＸx×*]{{1,3}}|[\u4e00-\u9fff][XＸx×*某]{{1,2}}"
_SPEAKER = re.compile(
    rf"[（(]?(?:(?:报告|汇报|发言)人：?)?([\u4e00-\u9fffXＸx、]{{0,24}}(?:{_POST}))[：\s]*({_NAME})[）)]?"
)
# 在第三次会议上省长王凯作政府工作报告, 1月16日省长李乐成在第三次会议上的讲话, 1月15日龚正市长在第三次会议的报告
_GIVES = "(?:同志)?(?:作[^，。]{0,4}工作报告|在[^，。]{4,40}会议?上?[的作][^，。]{0,6}(?:报告|讲话))"
_SPEAKER_WITHIN = re.compile(
    rf"(?:^|会议上|日|[—，：])((?:(?!会议)[\u4e00-\u9fff]){{0,20}}?(?:{_OFFICER}))({_FULL_NAME}){_GIVES}"
)
_SPEAKER_NAME_FIRST = re.compile(rf"(?:^|会议上|日|[—，：])([\u4e00-\u9fff]{{2,3}})({_OFFICER}){_GIVES}")
_SALUTATION = re.compile(r"(?:尊敬的|各位|同志们|主任|主席|代表们).{0,40}[：！]$")
_OPENING = re.compile(
    r"(?:各位.{0,12}[：！，])?(?:大家.{0,2}好！)?(?:现在|下面|今天|我(?:代表|受|谨|向)|受.{2,20}委托|根据|按照).{0,80}(?:报告|汇报)"
    r".*(?:审议|审查|意见|指正|如下|报告|汇报)"
)
_MARKS = "。！？；："

LONGEST_TITLE = 40
"""Characters of a line of a title: the longest of 180 reports has 38."""
LONGEST_TITLE_OF_DELIVERY = 60
"""Characters of a title that says who gave the report where: a web page's …区长某某在…会议上作政府工作报告 has 47."""
MOST_TITLE_LINES = 3
LONGEST_OPENING = 130
"""Characters of an opening line (现在，我代表…): the longest of 180 reports has 96."""
LONGEST_SALUTATION = 45
FARTHEST = 3
"""Stray lines (an office, a draft note) that may stand between two lines of a head."""


def is_title(text: str) -> bool:
    """Tell whether a line reads as the title of a report: ended by 报告 or the like, closed by no mark."""
    longest = LONGEST_TITLE_OF_DELIVERY if "会议上作" in text else LONGEST_TITLE
    if len(text) > longest or any(mark in text for mark in _MARKS):
        return False
    return bool(_TITLE.search(text)) and not _NO_TITLE.search(text)


def speaker(text: str) -> tuple[str, str] | None:
    """Return post and name of a line such as 高兴镇人民政府镇长吕泓, None when it is none."""
    match = _SPEAKER.fullmatch(text)
    return (match[1], match[2]) if match else None


def speaker_within(text: str) -> tuple[str, str] | None:
    """Return post and name that a dateline or title tells by the way: …会议上河北省省长王正谱作政府工作报告。"""
    if match := _SPEAKER_WITHIN.search(text):
        return match[1], match[2]
    match = _SPEAKER_NAME_FIRST.search(text)
    return (match[2], match[1]) if match else None


def head_roles(lines: Sequence[Line]) -> list[Role]:
    """Return the roles of the lines that make up the head, as many as there are.

    A line that fits none but stands among others is an aside.
    """
    roles = _title_roles(lines)
    while len(roles) < len(lines) and roles[-FARTHEST:] != [None] * FARTHEST:
        line = lines[len(roles)]
        if _starts_body(line) or "opening" in roles:
            break
        roles.append(_role(line, roles))
    while roles and roles[-1] is None:
        roles.pop()
    return [role or "aside" for role in roles]


def _title_roles(lines: Sequence[Line]) -> list[Role | None]:
    """Return the roles of the lines up to the end of the title, which may take several; none when there is no title."""
    for first, line in enumerate(lines[:FARTHEST]):
        if count := _title_length(lines[first:]):
            title: list[Role | None] = ["title"] * count
            return [*[None] * first, *title]
        if line.number or line.is_closed or len(line.text) > LONGEST_TITLE:
            break
    return []


def _title_length(lines: Sequence[Line]) -> int:
    """Return how many lines make up the title that begins with the first of them, 0 when none does."""
    if _is_chapter(lines[0], lines):
        return 0
    joined = ""
    for count, line in enumerate(lines[:MOST_TITLE_LINES], 1):
        joined += line.text
        if line.number or line.is_closed or _NO_TITLE.search(line.text):
            break
        if is_title(joined) and not _goes_on(line, lines[count : count + 1]):
            return count
        if not _TITLE_BEGINS.search(line.text):
            break
    return int(bool(lines[0].hint and lines[0].hint.role == "title"))


def _goes_on(line: Line, following: Sequence[Line]) -> bool:
    """Tell whether the title goes on in the next line: …报告及⏎四季度工作计划."""
    return line.text[-1] in "及和与暨" or any(each.text[0] in "及和与暨" and not each.is_closed for each in following)


def _is_chapter(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a line that reads as a title (2023年工作总结) is the heading of the first of several chapters."""
    others = (each for each in lines[1:] if not each.number and not each.is_closed)
    return chapter_of(line.text) is not None and any(chapter_of(each.text) for each in others)


def _starts_body(line: Line) -> bool:
    """Tell whether a line belongs to the body for certain."""
    if line.hint and line.hint.role == "heading":
        return True
    if line.number and line.number.style != "——":
        return True
    return chapter_of(line.text) is not None or len(line.text) > LONGEST_OPENING


def _role(line: Line, before: Sequence[Role | None]) -> Role | None:
    """Return the role of a line of the head, None when it has none."""
    if line.hint and line.hint.role in {role for role, _ in _TESTS} | {"title", "aside"}:
        return line.hint.role
    return next((role for role, fits in _TESTS if fits(line, before)), None)


def _is_opening(line: Line, _before: Sequence[Role | None]) -> bool:
    """现在，我代表镇人民政府，向大会报告工作，请予审议。"""
    return len(line.text) <= LONGEST_OPENING and bool(_OPENING.match(line.text))


def _is_salutation(line: Line, _before: Sequence[Role | None]) -> bool:
    """各位代表："""
    return len(line.text) <= LONGEST_SALUTATION and bool(_SALUTATION.match(line.text))


def _is_dateline(line: Line, before: Sequence[Role | None]) -> bool:
    """——2023年8月25日在高兴镇第十九届人民代表大会第五次会议上, also its second line."""
    if "salutation" in before:
        return False
    if line.is_closed:
        return bool(_GIVEN.match(line.text))
    goes_on = bool(before) and before[-1] == "dateline" and _DATELINE_GOES_ON.match(line.text)
    return bool(goes_on or _DATELINE.match(line.text))


def _is_speaker(line: Line, before: Sequence[Role | None]) -> bool:
    """兴国县高兴镇人民政府镇长吕泓"""
    return not line.is_closed and "salutation" not in before and speaker(line.text) is not None


def _is_title_again(line: Line, before: Sequence[Role | None]) -> bool:
    """Tell whether a page's title is followed by that of the report itself."""
    return is_title(line.text) and "title" in before and "dateline" not in before and "salutation" not in before


_TESTS: tuple[tuple[Role, Callable[[Line, Sequence[Role | None]], bool]], ...] = (
    ("opening", _is_opening),
    ("salutation", _is_salutation),
    ("dateline", _is_dateline),
    ("speaker", _is_speaker),
    ("title", _is_title_again),
)
