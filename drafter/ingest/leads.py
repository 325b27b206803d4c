"""Tell the leads (小标题) of paragraphs and points from ordinary first sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.ingest.lines import sentence_end
from drafter.model import Span
from drafter.text.gaps import begins_with_gap, holds_gap

LONGEST_NUMBERED_LEAD = 45
"""Characters of a lead behind a number: beyond, first sentences of points are ordinary ones."""
LONGEST_LEAD = 26
"""Characters of a lead without number beside others; leads of reports have 4–24."""
LONGEST_LONE_LEAD = 14
"""Characters of a lead without number that stands alone under its heading."""
LONGEST_INNER_LEAD = 16
"""Characters of a lead in the middle of a paragraph."""
SHORTEST_LEAD = 4
SHORTEST_BESIDE_OTHERS = 2
"""Characters of a lead that stands beside others: 农业。工业。"""
LEAST_BODY = 20
"""Characters that follow a lead at least."""
INNER_CONTRAST = 1.5
"""How much longer than a lead in the middle of a paragraph the sentence after it is at least."""
LONGEST_LABEL = 20
"""Characters of the label before the ： of a list row."""

_ROW = re.compile(rf"([^，。；：！？“【]{{2,{LONGEST_LABEL}}})：.")
_QUANTITY = re.compile(r"\d[\d.,]*(?:[万亿余多]*[^\d\s”、+A-Za-z]|%)|X{1,4}(?:[万亿余多]|[个家户人次项亩吨元%])")
# The words that ordinary first sentences begin with and leads do not.
_ORDINARY = re.compile(
    "我们|我[镇乡区县市]|今年|去年|上半年|下半年|半年|[一这]年|过去|当前|目前|近年|同时|此外|为了|为.+，|在.+，|这|通过|按照|根据|对.+，|从.+，"
    "|随着|面对|始终|坚持以|截至|其中|20\\d\\d年|回顾|回首|总结|各位|同志们|成绩|全[镇乡区县市]|要(?!素)|.{2,10}是.+的.+"
)
# What ordinary sentences tell as done; a lead in the middle of a paragraph or alone under its heading names a field.
_DEED = re.compile(
    "(?:全面|圆满|顺利|如期|高质量)?完成|成为|荣?获|实现|建成|举办|召开|成功|新增|启动|印发|出台|发布|推出|入选"
)
_MARK = re.compile("[；：]")
_WRAP_START = re.compile("各位|同志们|此外|与此同时|同时，.*(?:工作|事业)|在.{0,8}(?:肯定|看到)成绩")
_WRAP_CUES = ("感谢", "敬意", "来之不易", "清醒", "让我们")  # one of them is in all that follows
_WRAP = re.compile(
    "(?:衷心|诚挚|崇高).{0,6}(?:感谢|敬意)|^.{0,40}成绩.{0,8}来之不易|^.{0,30}清醒地?(?:认识|看到|意识)|(?:^|[，。！])让我们"
)


def is_wrap_up(text: str) -> bool:
    """Tell whether a paragraph wraps up more than the section it stands in: other work, thanks, problems, appeal."""
    return bool(_WRAP_START.match(text) or (any(cue in text for cue in _WRAP_CUES) and _WRAP.search(text)))


def lead_of_point(text: str, start: int, end: int) -> Span | None:
    """Return the lead of the numbered point whose words are `start:end` of a paragraph, or the label of a list row."""
    if begins_with_gap(text[start:end]):
        return None
    if row := _ROW.match(text, start, end):
        return Span(start, row.end(1))
    lead = _first_sentence(text[start:end])
    if not lead or len(lead) > LONGEST_NUMBERED_LEAD or _QUANTITY.search(lead):
        return None
    return Span(start, start + len(lead))


def clause_as_lead(words: str) -> str:
    """Return the first clause of a point's words if a comma ends it and it may stand for a lead, else ""."""
    clause, comma, _ = words.partition("，")
    may_be = comma and len(clause) >= SHORTEST_LEAD and not _QUANTITY.search(clause) and not _ORDINARY.match(words)
    return clause if may_be and sentence_end(clause) < 0 and not _MARK.search(clause) else ""


def may_be_inner_lead(sentence: str, following: str) -> bool:
    """Tell whether a sentence in the middle of a paragraph reads as the lead of what follows it."""
    words = sentence[:-1]
    return (
        sentence[-1] == "。"
        and SHORTEST_LEAD < len(words) <= LONGEST_INNER_LEAD
        and "，" not in words
        and not _QUANTITY.search(words)
        and not _ORDINARY.match(words)
        and not _DEED.match(words)
        and len(following) >= INNER_CONTRAST * len(words)
    )


def leads(texts: Sequence[str]) -> list[Span | None]:
    """Return the leads of the paragraphs without number that stand under one heading.

    A first sentence is a lead when others under the same heading are like it, or when it is quite short.
    """
    found = [_possible_lead(text) for text in texts]
    return [Span(0, len(lead)) if lead and _is_lead(lead, found) else None for lead in found]


def _possible_lead(text: str) -> str:
    lead = _first_sentence(text)
    if not SHORTEST_BESIDE_OTHERS <= len(lead) <= LONGEST_LEAD or begins_with_gap(text):
        return ""
    if len(text) - len(lead) < max(LEAST_BODY, len(lead)) and not holds_gap(text):
        return ""
    return "" if is_wrap_up(text) or _QUANTITY.search(lead) else lead


def _is_lead(lead: str, found: Sequence[str]) -> bool:
    if _ORDINARY.match(lead):
        opening = lead.partition("，")[0] + "，"
        return sum(each.startswith(opening) for each in found) > 1
    if sum(map(bool, found)) > 1:
        return True
    return SHORTEST_LEAD <= len(lead) <= LONGEST_LONE_LEAD and "，" not in lead and not _DEED.match(lead)


def _first_sentence(text: str) -> str:
    """Return the first sentence without its mark, "" when nothing follows it or no full stop ends it."""
    end = sentence_end(text)
    return "" if end < 0 or end == len(text) or text[end - 1] == "；" else text[: end - 1]
