"""Wordings whose names were cut out or blotted: 以××同志为核心的党中央, 学习同志关于“三农”工作的重要论述."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model import Span
from drafter.text.formulations import unscrubbed
from drafter.text.sentences import sentences

SURE = 8  # characters that are a scrubbed wording whatever stands before them; 经济思想 needs a 学习 or 践行
_LEADS = re.compile("(?:学习|贯彻|践行|领会|落实)$")
_NAME = "习近平"
_CORE = "以习近平同志为核心的党中央"
_BLOT = "(?:[×xXＸ✕*＊●○□■▲△_＿…·?？]{1,6}|某{1,3})"  # what a name was made illegible with
_SAID = "(?:关于|系列|重要|考察|视察|亲临|[在对][^，。；]{2,24}?重要)"  # what a leader is quoted with
_CORES = re.compile(
    f"(?:以(?:{_BLOT}|习(?:近|{_BLOT})?|近平|平)?(?:同志|总书记|主席)?|以{_NAME}(?:总书记|主席)?|(?<!以){_NAME}(?:同志|总书记)?|(?<![平民涛])(?:同志|总书记))为核心的?党中央"
)
_NAMELESS = re.compile(
    f"{_BLOT}(?:总书记|同志)(?={_SAID})"
    f"|(?<!学)习{_BLOT}平?(?:总书记|同志|主席)"
    f"|(?:学习|贯彻|落实|领会|践行|牢记|遵循|按照|对照|宣传|传达|宣讲|围绕|(?:^|[，。；：、\n]))同志(?={_SAID})",
    re.MULTILINE,
)
_THOUGHT = re.compile(f"{_BLOT}(?:同志)?新时代中国特色社会主义思想")
_SAYINGS = re.compile(
    "(?:学习|贯彻|落实|领会|践行|牢记|遵循|按照|对照|宣传|传达)[^，。；：]{0,18}?重要(?:讲话|指示|批示|论述|回信|指示批示|讲话和指示)(?:和?重要(?:讲话|指示|批示|论述))*(?:精神)?"
)
_SPEAKERS = re.compile(
    "习近平|总书记|总理|主席|书记|省长|市长|县长|区长|部长|领导|同志|中央|国务院|省委|市委|县委|区委"
)
# 学习在中央农村工作会议上的重要讲话: the speaker would stand before 在
_WHERE_ONLY = re.compile(
    "(?:学习|贯彻|落实|领会|践行|牢记|宣传|传达)+(?:在|关于|视察|考察)[^，。；：]{2,24}重要(?:讲话|指示|批示|论述)(?:精神)?"
)
_PEOPLE = re.compile("习近平|总书记|总理|主席|同志|书记|省长|市长")


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """A stretch in which a name is missing or wrong."""

    span: Span
    right: str  # the whole wording; "" where nobody can tell whose words are meant


def find_scrubbed(text: str) -> Iterator[Scrubbed]:
    """Yield the wordings of a text without their name, then sayings that are nobody's."""
    for start, end, right in unscrubbed(text):
        if end - start >= SURE or _LEADS.search(text, max(0, start - 2), start):
            yield Scrubbed(Span(start, end), right)
    for pattern, right in ((_CORES, _CORE), (_THOUGHT, f"{_NAME}新时代中国特色社会主义思想"), (_NAMELESS, "")):
        for match in pattern.finditer(text):
            if match.group() != right:
                yield Scrubbed(Span(*match.span()), right)
    for sentence in sentences(text):
        for match in _SAYINGS.finditer(text, sentence.start, sentence.end):
            alone = _WHERE_ONLY.fullmatch(match.group()) and not _PEOPLE.search(text, sentence.start, match.end())
            if alone or not _SPEAKERS.search(text, sentence.start, match.end()):
                yield Scrubbed(Span(*match.span()), "")
