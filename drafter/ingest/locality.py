"""Whose report it is: the office its head names, or else the town it names most often, with the superiors it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from drafter.model import Locality, NormText, Role
from drafter.text.gazetteer import Level, divisions
from drafter.text.places import is_phrase, places

_HEAD: tuple[Role, ...] = ("dateline", "speaker", "title", "opening")
# What stands right behind the name of an office that speaks of itself.
_OFFICE = re.compile(
    "第.{1,4}届|人民代表大会|(?:人民)?政府|街?道?办事处|党工委|管委会|管理委员会|(?:19|20)\\d\\d年|代?[镇乡区县市省州]长|居民议事|工作(?:总结|报告|汇报|情况|计划|要点)"
)
_WORD = "(?:(?!年)[\u4e00-\u9fff]){2,6}?"
# 青溪乡, 临河县青溪乡: names that the gazetteer does not hold
_UNKNOWN = re.compile(
    f"(?:^|[在于表受由，：—（]|年度?)(?![我现本全各代])({_WORD}[县市区])?({_WORD}(?:[镇乡县市区]|街道))$"
)
_SCRUBBED = re.compile("[XＸ×*某]{1,4}(?:[镇乡县市区]|街道)")
_SCRUBBED_TOWN = re.compile("[X×*]{1,4}(?:[镇乡]|街道)")
_OWN_TOWN = re.compile("[全我本][镇乡]|[镇乡]党委|[镇乡]人大|街道党工委|(?<!各)街道办事处|[全我本]街道")
_OWN_ABOVE = re.compile("(?<!资)[全我本]([县区市省])")  # not 资本市场
_FOR = re.compile("代表.{0,12}?([县区市省])(?:人民)?政府")
_FOR_TOWN = re.compile("代表.{0,12}?(?:[镇乡](?:人民)?政府|街道)")
_TOWNSHIP = re.compile("街道|[镇乡]")
_SUFFIX = re.compile("(?:省|(?:[壮回]族|维吾尔)?自治区|市|县|区|自治州|盟|旗)$")
_LONGEST = 14

LEAST_NAMED = 3
"""Mentions, or townships, that make a county, city or province the one a report belongs to whose head names none."""
LEAST_MENTIONS = 2
"""Mentions that make a county the one a report without a name belongs to: once named may be a neighbour."""


def locality_of(text: NormText, head: Mapping[Role, str]) -> Locality | None:
    """Return the reporting office and its superiors as far as the text names them, None when it names no place at all.

    A name written XX is empty. `head` are the lines of the report's head by their roles.
    """
    names = max((_names_in(head.get(role, "")) for role in _HEAD), key=len)
    scrubbed = any(_SCRUBBED.search(head.get(role, "")) for role in _HEAD)
    opening = head.get("opening", "")
    of_town = bool(_FOR_TOWN.search(opening)) or _is_of_town(text)
    if not names and not scrubbed:
        names = _usual_town(text) if of_town else _usual_above(text, opening)
    if names:
        return _with_superiors(names, text)
    return _of_county(text) if of_town else None


def _names_in(line: str) -> tuple[str, ...]:
    """Return the longest chain of names (兴国县, 高兴镇) that stands before the word for an office."""
    return max((_chain(line[: office.start()]) for office in _OFFICE.finditer(line)), key=len, default=())


def _chain(words: str) -> tuple[str, ...]:
    """Return the names that `words` end in, one right behind the other, from the highest down."""
    if name := _known_ending(words[-_LONGEST:]):
        return (*_chain(words[: -len(name)]), name)
    unknown = _UNKNOWN.search(words)
    return tuple(filter(None, unknown.groups())) if unknown else ()


def _is_of_town(text: str) -> bool:
    """Tell whether a report speaks of a town, township or street office as its own."""
    return len(_OWN_TOWN.findall(text)) > len(_OWN_ABOVE.findall(text))


def _usual_town(text: str) -> tuple[str, ...]:
    """Return the town that a text names most often, () when it is one whose name was scrubbed."""
    named = Counter(found.place.name for found in places(text) if found.level == Level.TOWNSHIP)
    name, count = named.most_common(1)[0] if named else ("", 0)
    return (name,) if count > len(_SCRUBBED_TOWN.findall(text)) else ()


def _usual_above(text: str, opening: str) -> tuple[str, ...]:
    """Return the county, city or province that a report of one speaks of most, () when it speaks of none.

    It is of the kind (区, 市 …) that the opening or else the text calls its own; a county also counts by its townships.
    """
    spoken_for = _FOR.search(opening)
    own = spoken_for[1] if spoken_for else _most(Counter(_OWN_ABOVE.findall(text)))
    if not own:
        return ()
    named = Counter(_governing(text, own))
    for name in dict.fromkeys((*_named(text, own), *_upper(own))):  # of those named equally often the first
        named[name] += _mentions(text, name, "")
    name = _most(named)
    return (name,) if name else ()


def _most(counts: Counter[str]) -> str:
    """Return what was counted most often, "" when nothing was often enough."""
    ((name, count),) = counts.most_common(1) or (("", 0),)
    return name if count >= LEAST_NAMED else ""


@cache
def _upper(suffix: str) -> tuple[str, ...]:
    """Return the provinces and cities whose names `suffix` ends; they may be named without it."""
    upper = (division.place.name for division in divisions().upper())
    return tuple(name for name in upper if name.endswith(suffix))


def _named(text: str, suffix: str) -> Iterator[str]:
    """Yield the counties, cities and provinces that a text names in full, ended by `suffix`."""
    for match in re.finditer(suffix, text):
        name = _known_ending(text[max(0, match.end() - _LONGEST) : match.end()])
        if name and divisions()[name][0].level < Level.TOWNSHIP and not is_phrase(name):
            yield name


def _governing(text: str, suffix: str) -> Iterator[str]:
    """Yield the counties, ended by `suffix`, of the townships that a text names, if no other bears such a name."""
    townships = {_known_ending(text[max(0, each.end() - _LONGEST) : each.end()]) for each in _TOWNSHIP.finditer(text)}
    for name in sorted(townships - {""}):
        if len(several := divisions()[name]) == 1 and several[0].place.county.endswith(suffix):
            yield several[0].place.county


def _known_ending(words: str) -> str:
    """Return the longest name of the gazetteer that `words` end in, "" when they end in none."""
    known = divisions()
    return next((words[start:] for start in range(len(words) - 1) if words[start:] in known), "")


def _with_superiors(names: tuple[str, ...], text: str) -> Locality:
    """Return the locality of an office named by itself and some of its superiors; the gazetteer orders the rest."""
    name, given = names[-1], names[:-1]
    likely = [each for each in divisions().get(name, ()) if set(given) <= set(each.above)]
    if not likely:
        return Locality(name, given[-1] if given else "")
    place = max(likely, key=lambda each: sum(_mentions(text, above, name) for above in each.above[-2:])).place
    above = (place.county, place.city, place.province)
    return Locality(name, *(each if each in given or (each and _mentions(text, each, name)) else "" for each in above))


def _mentions(text: str, above: str, name: str) -> int:
    """Count how often a text names a superior of `name`, also without 县, 市 … where the two cannot be confused."""
    bare = _SUFFIX.sub("", above)
    return text.count(above if len(bare) < 2 or name.startswith(bare) else bare)


def _of_county(text: str) -> Locality:
    """Return the locality without name of a report that names no town, or a scrubbed one; its county may be named."""
    counties = Counter(found.place.name for found in places(text) if found.level == Level.COUNTY)
    name, count = counties.most_common(1)[0] if counties else ("", 0)
    if count < LEAST_MENTIONS:
        return Locality("")
    upper = _with_superiors((name,), text)
    return Locality("", name, upper.city, upper.province)
