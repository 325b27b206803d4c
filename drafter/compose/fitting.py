"""Whether library text may go in: only when it names nothing that the writer did not, and claims nothing new."""

from __future__ import annotations

import re
from functools import cache

from drafter.config import data, table
from drafter.text import topics
from drafter.text.dictionary import cut, look_up

_PARTICLES = re.compile("[的和与及在等为对以将、，“”]")
_EVERY_TOPIC = "*"
_NOUNS = ("n", "vn", "l", "j", "an")  # beginnings of the parts of speech that name something in jieba's dictionary
_NAMES = ("ns", "nr", "nt", "nz")
# What only some towns have done, or what was so in one year: however many say it, a draft may not.
_CLAIM = re.compile(
    "建成|完成|实现|达成|创建|创成|成立|组建|设立|落成|开工|竣工|投产|投用|落户|引进|新建|新增|获(?!得感)|荣[获膺誉]|首[个家批次创]"
    "|唯一|第一|率先|超额|示范|试点|试验|未发生|没有发生|清零|归零|全覆盖|零(?!工|售)|了|十[一二三四五]五|十[八九]大|[一二]十大|全会"
    "|疫情|疫苗|新冠|[三五]年"
)


def names_nothing_new(text: str, known: str) -> bool:
    """Tell whether all that `text` names stands in `known` too, and it names something.

    Words that name nothing of their own (加强, 机制, 水平 …, `data/plain_words.txt`) do not count. What is left is
    known where each of its characters stands in `known` together with a neighbour.
    """
    parts = _parts(_plain_words().sub("，", text))
    return bool(parts) and all(_is_known(part, known) for part in parts)


def is_a_duty(text: str, known: str, topic: str) -> bool:
    """Tell whether `text` claims nothing but care for what every town has charge of on a topic (`data/duties.tsv`).

    Beside that it may name what stands in `known`; it must name something: 推动经济社会发展 fits anywhere and nowhere.
    """
    parts = _parts(_duty_words(topic).sub("，", text))
    names = _parts(_plain_words().sub("，", text))
    return bool(names) and not claims(text) and all(_is_known(part, known) for part in parts)


def claims(text: str) -> bool:
    """Tell whether `text` claims a deed or a result that only some towns have, or speaks of one time."""
    return bool(_CLAIM.search(text))


def subject_is_known(heading: str, known: str) -> bool:
    """Tell whether a heading speaks of something that stands in `known`, and says nothing else but plain words of it:
    社会治理久久为功, not 社会治理亮点突出.
    """
    parts = _parts(_plain_words().sub("，", heading))
    speaks = any(heading[place : place + 2] in known for place in range(len(heading) - 1))
    return speaks and all(_is_known(part, known) for part in parts)


def telling_words(text: str) -> tuple[str, ...]:
    """Return the nouns of `text` that tell what it is about: 低保金, 隐患; those that name nothing of their own not."""
    words = dict.fromkeys(word for word in cut(text) if len(word) > 1)
    return tuple(word for word in words if _is_noun(word) and not _plain_words().fullmatch(word))


def _is_noun(word: str) -> bool:
    known = look_up(word)
    return known is not None and known[1].startswith(_NOUNS) and not known[1].startswith(_NAMES)


def _parts(text: str) -> list[str]:
    return [part for part in _PARTICLES.split(text) if part]


def _is_known(part: str, known: str) -> bool:
    covered: set[int] = set()
    for place in range(len(part) - 1):
        if part[place : place + 2] in known:
            covered |= {place, place + 1}
    return len(covered) == len(part)


@cache
def _duty_words(topic: str) -> re.Pattern[str]:
    """Return the words of what every town has charge of on a topic, the topic above it included, and plain words."""
    above = next((each.parent for each in topics.topics() if each.name == topic), "")
    duties = [words.split() for name, words in table("duties.tsv") if name in {_EVERY_TOPIC, topic, above}]
    return _any_of({word for words in duties for word in words} | _plain())


@cache
def _plain_words() -> re.Pattern[str]:
    return _any_of(_plain())


@cache
def _plain() -> frozenset[str]:
    lines = data("plain_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _any_of(words: set[str] | frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
