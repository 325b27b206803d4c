"""Places in a draft that are not its own, unless they are named as destination, partner or origin."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from drafter.check.case import Case
from drafter.check.reading import Reading, read
from drafter.check.residue.bare_counties import bare_counties
from drafter.check.residue.bare_towns import bare_towns
from drafter.check.residue.claimed_places import claimed_places
from drafter.check.residue.foreign import foreign_place
from drafter.check.residue.own_chain import Chain, chain_of
from drafter.config import table
from drafter.model import Finding, Span
from drafter.text.dictionary import cut, look_up
from drafter.text.gazetteer import Level
from drafter.text.places import Place, level, places
from drafter.text.unknown_towns import unknown_towns

_LEVELS = {Level.PROVINCE: "省", Level.CITY: "市", Level.COUNTY: "县", Level.TOWNSHIP: "乡镇", Level.VILLAGE: "村"}
_ALWAYS = frozenset(("香港特别行政区", "澳门特别行政区", "台湾省"))
_LEADS = frozenset("在到与和及向由对从为县市省区镇乡村赴经至离往跟同把将被是了的于、，。；：（“《\n")
_HEIGHTS = {"省市": Level.CITY, "高": Level.COUNTY, "": Level.VILLAGE}  # 级 of `data/relations.tsv`
_OFFICE = re.compile("党|委|政府|人民|人大|政协|各|全|第|20\\d\\d")


@dataclass(frozen=True, slots=True)
class Relation:
    """A row of `data/relations.tsv`: what stands around one's own place, or around one named for a good reason."""

    where: str  # good reasons: 前 后 两边 in the clause, 句 in the sentence; 自, 上: only one's own, or one's superior
    lowest: Level  # holds of no lower place
    before: str  # a regular expression, "" for anything
    after: str

    def holds(self, before: str, after: str) -> bool:
        """Tell whether the reason stands around a place: `before` and `after` are the rest of its clause."""
        return (not self.before or bool(_compiled(self.before).search(before))) and (
            not self.after or bool(_compiled(self.after).match(after))
        )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first asked for: most rows need one of their two."""
    return re.compile(pattern)


@cache
def relations() -> tuple[Relation, ...]:
    """Return all rows of the table."""
    return tuple(_relation(*row) for row in table("relations.tsv"))


def _relation(where: str, height: str, before: str, after: str) -> Relation:
    tail = "" if where == "句" else "$"
    return Relation(
        where,
        _HEIGHTS[height],
        f"(?:{before}){tail}" if before.strip() else "",
        after.strip(),
    )


def find_foreign_places(case: Case) -> Iterator[Finding]:
    """Yield the foreign places of a draft, those that follow each other (深圳市龙岗区宝龙街道) as one."""
    own = case.own.locality
    if own is None or not (own.name or own.county):
        return
    reading = read(case.document)
    words = cut(reading.text)
    claimed = tuple(claimed_places(reading.text, words, own))
    named = (
        *claimed,
        *places(reading.text, own, words),
        *unknown_towns(reading.text, words),
        *bare_towns(reading.text, words, own),
        *bare_counties(reading.text, words, own),
    )
    found = sorted(named, key=lambda place: (place.span.start, -place.span.end))
    full = [place for place in found if place.level != Level.COUNTY or place.span.of(reading.text) == place.place.name]
    chain, cut_off = chain_of(own, full), _cut_off(words) - {place.span.start for place in claimed}
    foreign = [(group, last) for group in _groups(found) if (last := _foreign(reading, group, chain, cut_off))]
    of_town = level(own.name) is not None
    excused = [is_excused(reading, last, group, of_town=of_town) for group, last in foreign]
    partners = {last.place.name for (_, last), is_partner in zip(foreign, excused, strict=True) if is_partner}
    for group, last in itertools.compress(foreign, map(operator.not_, excused)):
        told_before = last.place.name in partners and last.level >= Level.COUNTY
        if not told_before or _OFFICE.match(reading.text, last.span.end):
            first = next(each for each in group if not chain.is_own(each))
            yield _finding(case, Span(first.span.start, last.span.end), last, chain)


def _groups(found: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield runs of places that follow each other without a gap, villages left out."""
    group: list[Place] = []
    for place in found:
        if place.level == Level.VILLAGE or (group and place.span.start < group[-1].span.end):
            continue
        if group and place.span.start != group[-1].span.end:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _foreign(reading: Reading, group: Sequence[Place], chain: Chain, cut_off: frozenset[int]) -> Place | None:
    """Return the last place of a run that is not the draft's own, None when there is none, or no place for certain."""
    foreign = [each for each in group if not chain.is_own(each)]
    if not foreign or group[0].span.start in cut_off or reading.is_annexed(foreign[-1].span):
        return None
    return None if any(each.place.name in _ALWAYS for each in foreign) else foreign[-1]


def _cut_off(words: Sequence[str]) -> frozenset[int]:
    """Return where words begin that may be the rest of one: 高新|北区, 罗湖|北站."""
    starts = itertools.accumulate(map(len, words), initial=0)
    return frozenset(
        start
        for before, word, start in zip(("", *words), words, starts, strict=False)
        if len(before) == 1 and before not in _LEADS and look_up(before + word[0])
    )


def is_excused(reading: Reading, place: Place, group: Sequence[Place], *, of_town: bool) -> bool:
    """Tell whether a run of places, `place` its last foreign one, is named for a good reason.

    A name without 省 or 市 (深圳) needs none in the report of a county or city, unless something speaks of it as
    one's own; a town (`of_town`) has less to do with places far away.
    """
    span = Span(group[0].span.start, group[-1].span.end)
    clause = reading.clause(span)
    before, after = reading.text[clause.start : span.start], reading.text[span.end : clause.end]
    is_bare = place.span.of(reading.text) != place.place.name
    claimed = any(each.where == "自" and each.holds(before, after) for each in relations())
    if is_bare and (claimed or not of_town):
        return not claimed
    return is_told(reading, place.level, span)


def is_told(reading: Reading, level: Level, span: Span) -> bool:
    """Tell whether a foreign name stands in its clause as destination, partner or origin."""
    clause = reading.clause(span)
    before, after = reading.text[clause.start : span.start], reading.text[span.end : clause.end]
    if any(each.where == "上" and each.holds(before, after) for each in relations()):
        return False
    sentence = reading.sentence(span).of(reading.text)
    reasons = (each for each in relations() if each.where not in {"自", "上"} and level <= each.lowest)
    return any(
        reason.holds(sentence, "") if reason.where == "句" else reason.holds(before, after) for reason in reasons
    )


def _finding(case: Case, span: Span, place: Place, chain: Chain) -> Finding:
    own = case.own.locality
    ours = chain.likeliest(place.level) or (own.name if own and place.level >= Level.TOWNSHIP else "")
    whose = f"本稿是{own.name}的报告，" if own and own.name else ""
    told = f"不是本单位的{_LEVELS[place.level]}名：{whose}"
    return foreign_place(case, span, told, f"请改为“{ours}”或删去" if ours else "请删去")
