"""Steps for spaces and punctuation: full-width marks among Chinese, half-width ones in figures, times and names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.text.changes import Change, swap
from drafter.text.characters import HAN, MARKS

_CHINESE = f"[{HAN}{MARKS}]"
_chinese_in = re.compile(_CHINESE).search

# all three begin with a plain space: then the search runs from space to space
_GLUED = re.compile(f" (?<={_CHINESE} ) *|  *(?={_CHINESE}|%|\\. ?[{HAN}])| (?<=  ) *")
# （一）聚力产业升级 发展动能增强: a space that stands for the comma between the two halves of a heading.
_HALVES = re.compile(
    f"^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]) *[{HAN}“”、]{{4,}}( +)[{HAN}“”、]{{4,}}$", re.M
)

_TO_WIDE = str.maketrans(",;:?!", "，；：？！")
_MARKS_AMONG_CHINESE = re.compile(f"[,;:?!](?<=[{HAN}{MARKS}%].)[,;:?!]*|[,;:?!][,;:?!]*(?={_CHINESE})")
_STOP = re.compile(f"\\.(?<=[{HAN}].)(?<![一二三四五六七八九十〇].)(?=$|[{HAN}“《（])", re.M)
_BRACKET = re.compile(r"[()（）\n]")
_DOUBLE_QUOTED = re.compile(r'"([^"\n]*)"')
_SINGLE_QUOTED = re.compile(f"(?<![A-Za-z0-9])'([^'\n]*[{HAN}][^'\n]*)'(?![A-Za-z0-9])")
_DOUBLED = re.compile(r"([，、；：。])[，、；：。]+")
_STRENGTH = "、，：；。"
_RULE = re.compile(f"--(?:(?<=^..)|(?<={_CHINESE}..))(?={_CHINESE})", re.M)


def part_heading_halves(text: str) -> Iterator[Change]:
    """Put the comma that a numbered heading writes as a space."""
    return (Change(match.start(1), match.end(1), "，") for match in _HALVES.finditer(text))


def close_gaps(text: str) -> Iterator[Change]:
    """Remove spaces beside Chinese (帮扶 8 次, 陈 曦) and keep one between Latin words."""
    return (Change(match.start(), match.end(), "") for match in _GLUED.finditer(text))


def widen_brackets(text: str) -> Iterator[Change]:
    """Turn ( ) into （ ） in pairs, where Chinese stands beside or inside them."""
    opened: list[int] = []
    widened: list[Change] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match[0] == "\n":
            opened.clear()
        elif match[0] in "(（":
            opened.append(at)
        else:
            widened += _widened_pair(text, opened.pop() if opened else at, at)
    yield from sorted(widened, key=lambda change: change.start)


def _widened_pair(text: str, start: int, end: int) -> Iterator[Change]:
    """Yield the changes of one pair (of a lone closing bracket when the two positions are equal)."""
    before, inside_and_after = text[max(0, start - 1) : start], text[start : end + 2]
    if before in {"", "\n", "%"} or _chinese_in(before + inside_and_after):
        for at in sorted({start, end}):
            if text[at] in "()":
                yield Change(at, at + 1, "（" if text[at] == "(" else "）")


def widen_marks(text: str) -> Iterator[Change]:
    """Turn , ; : ? !, a final . and -- into full-width marks beside Chinese; 3.4:71.4:25.2, 9:30 and 1,234 stay."""
    widened = _MARKS_AMONG_CHINESE.sub(lambda match: match[0].translate(_TO_WIDE), text)
    return swap(text, _RULE.sub("——", _STOP.sub("。", widened)))


def widen_quotes(text: str) -> Iterator[Change]:
    """Turn pairs of straight quotes into “ ” and ‘ ’."""
    if '"' in text or "'" in text:
        yield from swap(text, _SINGLE_QUOTED.sub(r"‘\1’", _DOUBLE_QUOTED.sub(r"“\1”", text)))


def single_marks(text: str) -> Iterator[Change]:
    """Keep the strongest of several marks in a row: 。。 and ，。 become 。."""
    for match in _DOUBLED.finditer(text):
        yield Change(match.start(), match.end(), max(match[0], key=_STRENGTH.index))
