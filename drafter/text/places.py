"""Administrative names in running text, told from look-alikes by the boundaries of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Literal

from drafter.model import Locality, Span
from drafter.text.dictionary import cut, look_up
from drafter.text.gazetteer import Division, Level, divisions
from drafter.text.villages import village_spans
from drafter.text.words import NAME_TAGS, tag

_SUFFIX = re.compile("街道|苏木|[省市县区旗州盟镇乡]")
_LONGEST = 14  # characters of a name, as the gazetteer has them
# A name may run into the word for its office: 高兴|镇政府, 兴国|县委; never into 乡村, 城市, 镇村.
_OFFICE = re.compile(
    "[省市县区镇乡](?:委|政府|党委|长|直|内|人大|政协|城|上下|下[达拨]|干部|农[业商]|村(?:集体|干部|两委)|民[宿生政俗办])"
    "|街道(?:办|社区|综合|党|人大)"
)
_OFFICE_AFTER = re.compile("党工?委|人?民?政府|人大|办事处|纪委|第[一二三四五六七八九十]+届|境内|辖区")

# Names made of ordinary words (建设街道, 中心镇, 平安乡) are phrases unless something speaks for a place.
_ORDINARY_TAGS = frozenset(("v", "vn", "vd", "vi", "a", "ad", "an", "d", "m"))
_ORDINARY = """
    新建 新区 五星 中心 文化 工业 城区 市场 集体 计划 地方 人民 民族 工程 港口 示范 特色 城郊 郊区 第一
    首善 民生 平台 标杆 模范 样板 典范 头雁 龙头
    滨海新区 城区 郊区 矿区 东区 西区 解放区 城中区 市中区
"""
_ORDINARY_WORDS = frozenset(_ORDINARY.split())
COMMON_FROM = 300
"""Occurrences in jieba's dictionary that make a verb or adjective before 镇 one; 平安 has 1438, 上涌 142."""
_LOOSE = re.compile(
    "[新旧老小大占全和于中上下前后向往从由](?:城镇|集镇|市镇|村镇|乡镇|城区|市区|港区|山区|湖区|城乡|水乡)"
)

_BARE_SUFFIX = re.compile("(?:省|市|地区|盟|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$")
_NAMESAKE = re.compile("[路街巷桥]|大道|大学|中学|小学|学院|医院|银行")
_NEVER_BARE = frozenset(("安康", "朝阳", "大同", "白银", "来宾", "长治", "日照", "阿里"))


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a text."""

    span: Span
    place: Locality  # in full, 江西省 where the text says 江西; nothing above it when unknown or one of many
    level: Level


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    divisions: tuple[Division, ...]  # all that bear the name; () for a village


def places(text: str, own: Locality | None = None, words: Sequence[str] | None = None) -> Iterator[Place]:
    """Yield the places named in a text, in order, none inside another.

    `own` decides between places of one name and lets its own superiors stand without 县 or 市; `words` is the cut
    text, for callers that have it at hand.
    """
    words = cut(text) if words is None else words
    starts = [0, *accumulate(map(len, words))]
    named = list(_named(text, frozenset(starts)))
    short = _bare_names() | _bare_of(named, own)
    villages = (_Candidate(span, ()) for span in village_spans(text, words, starts))
    found = [*named, *_bare(text, words, starts, short), *villages]
    before: Place | None = None
    for candidate in sorted(found, key=lambda candidate: (candidate.span.start, -candidate.span.end)):
        if before and candidate.span.start < before.span.end:
            continue
        if place := _resolve(text, candidate, before, own):
            yield place
            before = place


def _named(text: str, edges: frozenset[int]) -> Iterator[_Candidate]:
    """Yield the longest full name before every 镇, 县 …, where it begins and ends with a word."""
    known = divisions()
    for suffix in _SUFFIX.finditer(text):
        end = suffix.end()
        if end not in edges and not _OFFICE.match(text, suffix.start()):
            continue
        for start in range(max(0, end - _LONGEST), suffix.start()):
            if start in edges and text[start:end] in known and (end in edges or end - start > len(suffix[0]) + 1):
                yield _Candidate(Span(start, end), known[text[start:end]])
                break


@cache
def _bare_names() -> dict[str, tuple[Division, ...]]:
    """Return provinces and cities by their names without 省 and 市."""
    upper = sorted(divisions().upper(), key=lambda division: -division.level)  # 吉林 is the province
    bare = ((_BARE_SUFFIX.sub("", division.place.name), division) for division in upper)
    return {name: (division,) for name, division in bare if len(name) > 1 and name not in _NEVER_BARE}


def _bare_of(named: Sequence[_Candidate], own: Locality | None) -> dict[str, tuple[Division, ...]]:
    """Return the counties that the text names in full, or that are `own`'s, by their names without 县, 市 and 区."""
    full = {candidate.divisions[0].place.name for candidate in named} | ({own.county} if own else set())
    counties = {name: tuple(each for each in divisions().get(name, ()) if each.level == Level.COUNTY) for name in full}
    return {name[:-1]: several for name, several in counties.items() if several and _may_stand_bare(name)}


def _may_stand_bare(name: str) -> bool:
    stem = name[:-1]
    return len(stem) > 1 and tag(stem) in NAME_TAGS and stem not in _NEVER_BARE and not _is_ordinary(name)


def _bare(
    text: str, words: Sequence[str], starts: Sequence[int], short: dict[str, tuple[Division, ...]]
) -> Iterator[_Candidate]:
    """Yield the words that are names without their suffix, unless a street or a school bears them: 北京路."""
    for before, word, after, start in zip(("", *words), words, (*words[1:], ""), starts, strict=False):
        part_of_name = len(before) == 1 and (
            (word[-1] in "江河湖山" and tag(before) in NAME_TAGS)  # 浦|阳江
            or bool(
                word in short and len(after) == 1 and look_up(word[-1] + after) and tag(before)[0] in "nag"
            )  # 玉|桂林|下
        )
        if word in short and not part_of_name and not _NAMESAKE.match(text, start + len(word)):
            yield _Candidate(Span(start, start + len(word)), short[word])


def _resolve(text: str, candidate: _Candidate, before: Place | None, own: Locality | None) -> Place | None:
    """Return the place meant, or None when the name is an ordinary phrase here."""
    span, several = candidate.span, candidate.divisions
    name = span.of(text)
    if not several:
        return Place(span, Locality(name), Level.VILLAGE)
    above = before.place.name if before and before.span.end == span.start else ""
    known = [division for division in several if above in division.above or (own and _is_near(division, own))]
    if not known and several[0].place.name == name and _is_ordinary(name) and not _OFFICE_AFTER.match(text, span.end):
        return None
    meant = known or several
    certain = len(meant) == 1 and (known or not above)
    return Place(span, meant[0].place if certain else Locality(meant[0].place.name), meant[0].level)


def _is_near(division: Division, own: Locality) -> bool:
    """Tell whether a division is the office's own, above it, or in its county."""
    place = division.place
    if own.province and place.province not in {"", own.province}:
        return False
    return place.name in {own.name, own.county, own.city, own.province} or own.county in division.above


def _is_ordinary(name: str) -> bool:
    """Tell whether a name reads as ordinary words: 平安镇, but not 上涌镇 (jieba has 上涌, rarely used) or 包头市."""
    if is_listed(name):
        return True
    if tag(name) in NAME_TAGS and look_up(name):
        return False
    stem = _stem(name)
    known = look_up(stem)
    return len(stem) == 1 or bool(known and known[1] in _ORDINARY_TAGS and known[0] >= COMMON_FROM)


def is_phrase(name: str) -> bool:
    """Tell whether a name of the gazetteer is a phrase that any report may use: 城区, 老城区, 工业镇."""
    return len(_stem(name)) == 1 or is_listed(name)


def is_listed(name: str) -> bool:
    """Tell whether a name is listed as a phrase: 城区, 老城区, 工业镇."""
    return bool({name, _stem(name)} & _ORDINARY_WORDS or _LOOSE.fullmatch(name))


def _stem(name: str) -> str:
    return name[: -2 if name.endswith(("街道", "苏木")) else -1]


def superiors(name: str, county: str = "") -> Locality | None:
    """Return the division `name` with all that is above it, or None where it is unknown or several bear the name.

    `county` tells which of several is meant.
    """
    found = [division for division in divisions().get(name, ()) if not county or county in division.above]
    return found[0].place if len(found) == 1 else None


def level(name: str) -> Literal["镇", "乡", "街道"] | None:
    """Return what kind of township-level office bears a name: 高兴镇 is a 镇; None for any other name."""
    stem = name.removesuffix("办事处")
    if stem.endswith("镇"):
        return "镇"
    if stem.endswith("乡"):
        return "乡"
    return "街道" if stem.endswith("街道") else None
