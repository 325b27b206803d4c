"""Other counties whose name stands without 县 or 市: 成为江油最亮丽的名片, in a report of a town elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from drafter.check.residue.stems import words_of
from drafter.model import Locality, Span
from drafter.text.dictionary import look_up
from drafter.text.gazetteer import PEOPLES, Division, Level, divisions
from drafter.text.lookout import Lookout
from drafter.text.places import Place, level
from drafter.text.words import NAME_TAGS, tag

_SUFFIX = re.compile("自治[县旗]$|[县市区旗]$")
MOST_TOWNS = 5  # that may bear the name too; 长安 is that of 20
RARE = 50  # occurrences in jieba's dictionary below which a word that it takes for no name (江油, 化州) is one
# What goes on behind a word that is part of another name: 昆山路; or is the place of a village: 仙居、石畈等村.
_GOES_ON = re.compile(
    "[\u4e00-\u9fff]{0,3}(?:路(?!军)|大道)|[路街巷桥组屯寨庄江湖溪岭岛湾港乡镇县区旗站]|河(?!道)|村(?!集体|民|级|“?两委)|市(?!民|场|容)|大道|社区|街道|小区|新村|公司|集团|大桥|水库|籍|话|流域|两岸|沿岸|干流|支流|防洪堤|堤防|河段"
    "|[^，。；]{0,14}[等两三四五六七八九十]个?村"
)
# What is called after a county of one's own prefecture is sold by all of them: 伽师瓜.
_PRODUCE = re.compile("[\u4e00-\u9fff]?[茶米瓜果枣梨桃杏柚橙桔李椒蒜鸡鸭鹅羊牛鱼虾蟹酒醋]")
_LEADS = frozenset("大小上下东西南北老前后中内外阿李王张刘陈杨赵黄周吴")
# Behind the name anywhere in the text, these make it one of the office's own.
_LOCAL = "(?:[山溪湖江岭路桥社组]|河(?!道)|水(?=[、，。的和与流沿两])|村(?!集体|民|级))"


def bare_counties(text: str, words: Sequence[str], own: Locality) -> Iterator[Place]:
    """Yield the counties not its own that a town's report names without their suffix; `words` is the cut text."""
    if level(own.name) is None:
        return
    above = f"{own.name}{own.county}{own.city}{own.province}"
    for before, word, start in _stems(text, words):
        county = _counties().get(word)
        if county is None or word in above or _is_beside(county, own) or not _is_name(word) or before in _LEADS:
            continue
        span = Span(start, start + len(word))
        near = own.city and own.city in county.above and _PRODUCE.match(text, span.end)
        if not near and not goes_on(text, span) and not is_local(text, word):
            yield Place(span, Locality(county.place.name), Level.COUNTY)


def goes_on(text: str, span: Span) -> bool:
    """Tell whether a bare name is part of a longer one: 昆山路, or one of several villages: 仙居、石畈等村."""
    return bool(_GOES_ON.match(text, span.end))


def is_local(text: str, stem: str) -> bool:
    """Tell whether a text has a river, road or village of this name, so that it is one of the office's own."""
    return bool(re.search(f"{stem}{_LOCAL}", text))


def _stems(text: str, words: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Yield the words that may be counties, those that no dictionary has among them: word before, word, start."""
    starts = list(accumulate(map(len, words), initial=0))
    yield from zip(("", *words), words, starts, strict=False)
    edges = {start: at for at, start in enumerate(starts)}
    for span in _unknown().find(text):
        if span.start in edges and span.end in edges:
            yield words[edges[span.start] - 1] if span.start else "", span.of(text), span.start


@cache
def _unknown() -> Lookout:
    return Lookout(word for word in words_of("place_words.txt") if not look_up(word))


def _is_beside(county: Division, own: Locality) -> bool:
    """Tell whether a district is of the office's own city: its people speak of 汉口 and 汉阳."""
    return county.place.name.endswith("区") and bool(own.city) and own.city in county.above


@cache
def _counties() -> dict[str, Division]:
    """Return the counties that alone bear what is left of their name without 县."""
    found: defaultdict[str, list[Division]] = defaultdict(list)
    for county in divisions().counties():
        found[_stem(county.place.name)].append(county)
    return {stem: several[0] for stem, several in found.items() if len(several) == 1 and len(stem) > 1}


def _stem(name: str) -> str:
    """Return a county's name without 县 or 市, and without the peoples of an autonomous one."""
    stem = _SUFFIX.sub("", name)
    return PEOPLES.sub("", stem) if "自治" in name[-3:] else stem


@cache
def _is_name(stem: str) -> bool:
    """Tell whether a county's stem means nothing else: no word, and not the name of many towns."""
    if stem in words_of("place_words.txt"):
        return True
    known = look_up(stem)
    towns = sum(len(divisions().get(f"{stem}{suffix}", ())) for suffix in ("镇", "乡", "街道"))
    is_name = bool(known and (tag(stem) in NAME_TAGS or known[0] < RARE))
    return is_name and towns <= MOST_TOWNS and stem not in words_of("homonyms.txt")
