"""Towns that no gazetteer holds, told by the office that follows: 青溪镇党委, 云岫乡人民政府."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from drafter.model import Locality, Span
from drafter.text.gazetteer import Level, divisions
from drafter.text.places import Place
from drafter.text.villages import name_before

_OFFICE = re.compile(
    "(镇|乡|街道)(?:党工?委|人民政府|政府|人大|办事处|纪委|人民代表大会|中心[校小卫]|中学|小学|卫生院|敬老院|派出所|司法所|财政所"
    "|各村|境内|辖区|上下)"
)

LONGEST = 3  # characters of a name before 镇; of four they are rather a phrase: 严格执行|乡人大决议


def unknown_towns(text: str, words: Sequence[str]) -> Iterator[Place]:
    """Yield the towns named with their office or school whose names are no words; `words` is the cut text."""
    starts = [0, *accumulate(map(len, words))]
    for at, word in enumerate(words):
        office = _OFFICE.match(text, starts[at]) if word[0] in "镇乡街" else None
        if not office:
            continue
        length, is_name = name_before(words, at)
        name = text[starts[at] - length : office.end(1)]
        if 0 < length <= LONGEST and is_name and name not in divisions():
            yield Place(Span(starts[at] - length, office.end(1)), Locality(name), Level.TOWNSHIP)
