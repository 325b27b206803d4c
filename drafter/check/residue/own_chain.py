"""Which places are a draft's own: its office, what is above it, and what is below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model import Locality
from drafter.text.gazetteer import Division, Level, divisions
from drafter.text.places import Place

LEAST_NAMED = 3  # times
_FIELDS = {Level.COUNTY: "county", Level.CITY: "city", Level.PROVINCE: "province"}


@dataclass(frozen=True, slots=True)
class Chain:
    """The names of an office and of what is above it, by level; a level that nobody names has none."""

    names: dict[Level, frozenset[str]]

    def is_own(self, place: Place) -> bool:
        """Tell whether a place is the office's own; where its level is unknown, it may be."""
        name = place.place.name
        own = self.names[place.level]
        if not own or name in own:
            return True
        everything = frozenset().union(*self.names.values())
        return name in everything or any(everything & set(below) for below in _below(place, self._lowest()))

    def _lowest(self) -> Level:
        return max((level for level, names in self.names.items() if names), default=Level.PROVINCE)

    def likeliest(self, level: Level) -> str:
        """Return the own name of a level, "" when it has none or several."""
        names = self.names[level]
        return next(iter(names)) if len(names) == 1 else ""


def _below(place: Place, lowest: Level) -> Sequence[tuple[str, ...]]:
    """Return what is right above each division of this name, for a report of an office above it."""
    named = divisions().get(place.place.name, ())
    return [each.above[-1:] if lowest < Level.COUNTY else each.above[-2:] for each in named if each.level > lowest]


def chain_of(own: Locality, text_places: Sequence[Place]) -> Chain:
    """Return the chain of an office; what it leaves out, the gazetteer adds, or else what the draft names most."""
    known = _divisions_of(own)
    names: dict[Level, frozenset[str]] = {Level.TOWNSHIP: frozenset(), Level.VILLAGE: frozenset()}
    for level, field in _FIELDS.items():
        given = getattr(own, field)
        names[level] = _spelled(given) if given else frozenset({getattr(each, field) for each in known} - {""})
    lowest = next((each.level for several in (divisions().get(own.name, ()),) for each in several), Level.TOWNSHIP)
    if own.name:
        names[lowest] = names.get(lowest, frozenset()) | {own.name}
    for level in _FIELDS:
        if not names[level] and lowest > level:
            counted = Counter(place.place.name for place in text_places if place.level == level)
            names[level] = _clearly_first(counted)
    return Chain(names)


def _clearly_first(counted: Counter[str]) -> frozenset[str]:
    """Return the place that a draft names most, none where it names another nearly as often."""
    (first, count), (_, next_count) = (*counted.most_common(2), ("", 0), ("", 0))[:2]
    return frozenset({first}) if count >= LEAST_NAMED and count > 2 * next_count else frozenset()


def _spelled(name: str) -> frozenset[str]:
    """Return a name and the one it is short for: 宁蒗县, 宁蒗彝族自治县."""
    return frozenset({name} | {each.place.name for each in divisions().get(name, ())})


def _divisions_of(own: Locality) -> list[Locality]:
    """Return the divisions that the office may be, or else those its county may be, each with itself in its chain."""
    for name, field in ((own.name, "name"), (own.county, "county"), (own.city, "city")):
        if name and (found := [_whole(each) for each in divisions().get(name, ()) if _agrees(each, own, field)]):
            return found
    return []


def _whole(division: Division) -> Locality:
    """Return a division as a chain: a county is its own county."""
    place = division.place
    field = _FIELDS.get(division.level)
    chain = {"county": place.county, "city": place.city, "province": place.province}
    if field:
        chain[field] = place.name
    return Locality(place.name, **chain)


def _agrees(division: Division, own: Locality, field: str) -> bool:
    """Tell whether a division may be the office's: what the office says of its superiors holds of it."""
    chain = _whole(division)
    upper = {"name": ("county", "city", "province"), "county": ("city", "province"), "city": ("province",)}[field]
    return all(getattr(own, each) in {"", getattr(chain, each)} for each in upper)


def province_of(own: Locality) -> str:
    """Return the province of an office, "" where neither it nor the gazetteer can tell."""
    known = {own.province} if own.province else {each.province for each in _divisions_of(own)}
    return next(iter(known)) if len(known) == 1 else ""
