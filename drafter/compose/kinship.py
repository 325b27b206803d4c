"""Which figures and deeds of a point may be told in one breath: those of one matter, those that name one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafter.compose.fitting import telling_words
from drafter.compose.matters import Matter
from drafter.compose.stock import Stock
from drafter.compose.verbs import is_doing
from drafter.text import topics

_MARKS = re.compile("[，；。]")
LONGEST_BARE = 4  # characters: 办结率, 见面率, 满意度; a longer one names what it is a rate of
_LEANING = ("惠及", "受益", "带动", "涉及")  # of whom something told before was to the good
_RESULTS = ("实现", "达到")  # of what has come about: no act among others
_TOLD = re.compile("完成目标任务|同比|较上年|增长|下降|持平")  # tells more of a figure than its value
_COUNTED = "新增"  # counts what has come about: in a row of acts it stands among amounts


@dataclass(frozen=True, slots=True)
class Kinship:
    """Tells what is kin in a point of a topic."""

    topic: str
    stock: Stock

    def key(self, text: str) -> Matter | None:
        """Return what a text tells of: a matter of the topic, or another topic; None for the topic at large."""
        matter = self.stock.matter(text, self.topic)
        if matter.topic != self.topic:
            return Matter(matter.topic, "", sure=True)
        return matter if matter.name else None

    def related(self, one: str, other: str) -> bool:
        """Tell whether two texts are kin within their topic: of one matter, or naming one thing.

        A bare rate goes with what stands before it.
        """
        matters = [self.stock.matter(text, self.topic) for text in (one, other)]
        if self.is_bare(other):
            return True
        return matters[0][:2] == matters[1][:2] if all(each.name for each in matters) else self.share(one, other)

    def meet(self, one: str, other: str) -> bool:
        """Tell whether what ends one sentence is kin to what the other begins with."""
        return self.related(_last(one), _first(other))

    def is_bare(self, text: str) -> bool:
        """Tell whether an indicator is a measure of what stands before it: 化解率, or what names nothing."""
        if text.startswith(_LEANING) or (text.endswith(("率", "度")) and len(text) <= LONGEST_BARE):
            return True
        return not (things(text) or is_doing(text) or self.key(text))

    def share(self, one: str, other: str) -> bool:
        """Tell whether two texts name one thing, the topic left out."""
        return bool((things(one) & things(other)) - {self.topic})

    def same_topic(self, one: str, other: str) -> bool:
        """Tell whether what ends one sentence is of the topic that the other begins with."""
        return self._topic(_last(one)) == self._topic(_first(other))

    def parallel(self, one: str, other: str, *, listed: bool = False) -> bool:
        """Tell whether two sentences may be one as a row of acts: 改造小区7个，|加装电梯31台.

        They are on topics of one family, unless the writer himself has `listed` them.
        """
        last, first = _last(one), _first(other)
        acts = is_doing(last) and is_doing(first) and not first.startswith(_RESULTS) and not _TOLD.search(last + first)
        counted = not first.startswith(_COUNTED) or any(map(str.isdigit, last))
        return acts and counted and (listed or topics.above(self._topic(last)) == topics.above(self._topic(first)))

    def _topic(self, text: str) -> str:
        return self.stock.matter(text, self.topic).topic


@cache
def things(text: str) -> frozenset[str]:
    """Return the things that a text names."""
    return frozenset(telling_words(text))


def _last(sentence: str) -> str:
    return _MARKS.split(sentence.rstrip("。"))[-1]


def _first(sentence: str) -> str:
    return _MARKS.split(sentence)[0]
