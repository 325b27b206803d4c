"""Names that belong to one office: its villages, companies and works, its head, its own name without 镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from drafter.model import Locality, Source
from drafter.text.dictionary import look_up
from drafter.text.places import level
from drafter.text.villages import village_spans
from drafter.text.words import NAME_TAGS, tag

_BODY = re.compile(
    "(?:有限)?(?:责任)?公司|集团|(?:专业)?合作社|产业园|工业园|农场|林场|水库|景区|小学|中学|广场|公园|大桥|山庄|酒店|种植基地|养殖基地|电站|幼儿园"
)
_PERSON = re.compile("(?:[镇乡县区市]长|主任|书记)[ 　]*([一-鿿]{2,3})$")
_HAN = re.compile("[\u4e00-\u9fff]+")
_STOPS = frozenset("的在到对和及与等了各全本进为是把由于被从以至将已共有的个家座处所条")
LONGEST_BODY = 5  # words before 公司, 广场 … that may be its name
GENERIC_FROM = 100
"""Occurrences in jieba's dictionary from which a stem (和平, 红星) names villages all over the country."""


def names_of(text: str, words: Sequence[str], source: Source) -> frozenset[str]:
    """Return the names that a report has to itself; `words` is the cut text."""
    starts = [0, *accumulate(map(len, words))]
    villages = {span.of(text) for span in village_spans(text, words, starts)}
    names = {name for name in villages if not is_generic(_stem(name))} | set(_bodies(words))
    speaker = _PERSON.search(source.speaker)
    people = {speaker[1]} if speaker else set()
    return frozenset(names | people | set(_own_names(source.locality, text)))


def is_generic(stem: str) -> bool:
    """Tell whether a stem is a word, or a name that many places bear."""
    known = look_up(stem)
    return len(stem) < 2 or bool(known and (known[0] >= GENERIC_FROM or tag(stem) not in NAME_TAGS))


def _stem(village: str) -> str:
    return village.removesuffix("社区").removesuffix("村")


def _own_names(own: Locality | None, text: str) -> Iterator[str]:
    """Yield the office's own name and, where it is no word, what it is called for short: 涌山."""
    kind = level(own.name) if own else None
    if own and kind:
        yield own.name
        stem = own.name.removesuffix("办事处").removesuffix(kind)
        if not is_generic(stem) and text.count(stem) > text.count(own.name):
            yield stem


def _bodies(words: Sequence[str]) -> Iterator[str]:
    """Yield names such as 鸿达电子有限公司, 文溪水库: from a name to the word for what it is."""
    endings = {word for word in set(words) if _BODY.match(word)}
    for at in [at for at, word in enumerate(words) if word in endings]:
        before: list[str] = []
        while len(before) < LONGEST_BODY and at > len(before) and _may_belong(words[at - 1 - len(before)]):
            before.insert(0, words[at - 1 - len(before)])
        while before and tag(before[0]) not in NAME_TAGS:
            del before[0]
        name = "".join(before)
        if len(name) > 1 and not is_generic(name):
            yield name + words[at]


def _may_belong(word: str) -> bool:
    return bool(_HAN.fullmatch(word)) and word not in _STOPS and tag(word)[0] not in "vpucdmqrf"
