"""How an indicator is said, by the frames it was seen in: 完成…亩 17 times, …达…亩 5 times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.model import Frame, Way
from drafter.text.frame_words import words_of

_LONGEST_HEAD = 6  # characters
_BEFORE = re.compile(r"([^{}]+)\{指标\}\{数值:([^}]+)\}")
_AFTER = re.compile(r"\{指标\}([^{}]*)\{数值:([^}]+)\}")
_BEHIND = re.compile(r"([^{}]+)\{数值:([^}]+)\}\{指标\}")


def is_action(indicator: str) -> bool:
    """Tell whether an indicator names an action: 高标准农田建设 is completed or carried out, never built."""
    return indicator.endswith(tuple(words_of("动名")))


def suits(text: str, indicator: str) -> bool:
    """Tell whether a frame seen with other indicators can say `indicator`, too: no word twice, no 建成…建设."""
    way = _read(text.partition("，")[0])
    if way is None or way.order == "after":
        return True
    light = way.verb in words_of("轻动词")
    return (light or not is_action(indicator)) and way.verb[-2:] not in indicator


def ways(frames: Iterable[Frame], indicator: str, unit: str = "") -> tuple[Way, ...]:
    """Return the ways `indicator` was said, most frequent first; else its head noun; else any indicator.

    With a `unit`, only those of values in it. Only ways that suit are returned: 高标准农田建设 is never 建成,
    新增就业人数 never 新增.
    """
    said = [(frame, way) for frame in frames if frame.indicator and (way := _read(frame.text))]
    said = [pair for pair in said if not unit or pair[1].unit == unit]
    if own := [pair for pair in said if pair[0].indicator == indicator]:
        return _counted(own)
    fitting = [pair for pair in said if suits(pair[0].text, indicator)]
    for head in suffixes(indicator):
        if alike := [pair for pair in fitting if pair[0].head == head]:
            return _counted(alike)
    return _counted(fitting)


def _counted(said: Iterable[tuple[Frame, Way]]) -> tuple[Way, ...]:
    counts: Counter[Way] = Counter()
    for frame, way in said:
        counts[way] += frame.doc_count
    found = [replace(way, reports=count) for way, count in counts.items()]
    return tuple(sorted(found, key=lambda way: (-way.reports, way)))


def suffixes(indicator: str) -> Iterator[str]:
    """Yield what may be the head noun of an indicator, longest first."""
    for length in range(min(_LONGEST_HEAD, len(indicator)), 1, -1):
        yield indicator[-length:]


def _read(text: str) -> Way | None:
    """Read a way, its count open, off a frame that says one value and nothing else; None for any other."""
    if match := _BEHIND.fullmatch(text):
        return Way(_bare_verb(match[1]), "behind", match[2], 0)
    if match := _BEFORE.fullmatch(text):
        return Way(_bare_verb(match[1]), "before", match[2], 0)
    if match := _AFTER.fullmatch(text):
        return Way(match[1], "after", match[2], 0)
    return None


def _bare_verb(text: str) -> str:
    """Return the verb without the adverbs before it: 预计|累计|完成, 新|建成; 新增 is a verb of its own."""
    for end in range(len(text) - 1, 0, -1):
        if text[:end] in words_of("修饰") and not (text[:end] == "新" and len(text) == len("新增")):
            return _bare_verb(text[end:])
    return text
