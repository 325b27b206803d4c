"""What is mined from reports: phrases, frames, clauses, headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from drafter.model.document import Source
from drafter.model.text import NormText, OffsetMap

Move = Literal["依据", "举措", "数据", "成效", "荣誉", "问题", "打算", "致谢", "号召"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording that several reports share."""

    text: str
    count: int  # occurrences
    doc_count: int  # reports it occurs in
    sources: tuple[str, ...] = ()  # paths of those reports; from a library the newest first
    topic: str = ""  # the topic it stands under most often
    move: str = ""  # the move it serves most often
    year: int = 0  # of the newest of those reports; 0 when none tells
    localities: int = 0  # whose reports those are; a report of no known locality counts as one
    words: str = ""  # a 1 for each character that begins a word, a 0 for the rest


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence pattern: literal text with typed slots.

    {指标} an indicator · {数值:亩} a value with its unit · {同比:%} {完成率:%} {占比:%} {排名} what a share or rank is
    · {时期} {地名} {单位} {项目} {引语}.
    """

    text: str
    slots: tuple[str, ...]  # what stands between the braces, in order
    move: str
    topic: str
    doc_count: int
    sources: tuple[str, ...]
    indicator: str = ""  # what the figure measures: 早稻种植面积
    head: str = ""  # the last word of the indicator: 面积


@dataclass(frozen=True, slots=True, order=True)
class Way:
    """One way of saying an indicator's value: 完成甲乙, 甲达乙, 成立乙甲."""

    verb: str  # 完成, 达, 成立; "" for the bare indicator with its value
    order: Literal[
        "before", "after", "behind"
    ]  # where the verb stands: before the indicator, after it, before the value
    unit: str  # 亩
    reports: int  # reports, each counted once for every indicator it says so


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two marks (，；。), with what it does and what it is about."""

    text: str  # without the closing mark
    move: str
    topic: str
    localities: int  # how many localities use its core, those of the shipped background among them
    sources: tuple[str, ...]
    pure: bool  # stands by itself; no figure, name, place or quotation in it


class Companion(NamedTuple):
    """A clause with a word that it stands by more than by chance."""

    clause: Clause
    word: str
    closeness: float  # how often and how much more than by chance; comparable within one library


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or lead as it occurred, without its number."""

    text: str
    level: int  # 1–4; 0 for a run-in lead
    topic: str
    pattern: str  # shape of its parts: clause lengths such as "8，8", with ——/、 kept
    source: str
    group: int  # headings that stood side by side share it: the parallel set
    pure: bool


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A report as the reuse index keeps it."""

    source: Source
    text: NormText
    offsets: OffsetMap  # into the file's raw text
    names: tuple[str, ...] = ()  # that it has to itself: villages, companies; for indexing only
