"""jieba's dictionary without jieba: its lines, sorted, are searched where they stand.

jieba takes half a second to load; reading the file and cutting it into lines takes a fiftieth of one. For one draft
that is the better bargain; mining cuts with `words.cut`, which is quicker once it is loaded.

`data/short_words.tsv` holds its two-character words that are often used, as looking up many of them takes too long:

    python -m drafter.text.dictionary drafter/data/short_words.tsv
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.util import find_spec
from math import log
from pathlib import Path

from drafter.config import table

USED = 100  # occurrences in jieba's dictionary of a word that is often used
_HAN = re.compile("[\u4e00-\u9fd5]+")
_TOKEN = re.compile(r"[\u4e00-\u9fd5]+|[A-Za-z0-9]+|.", re.DOTALL)
_HEAD = "# 结巴词典里常用的双字词（见于 100 次以上），依首字归并。由 drafter.text.dictionary 生成。\n首字\t次字\n"
_ALL = log(60_101_967)  # the frequencies of jieba 0.42's dictionary together


@cache
def _lines() -> list[bytes]:
    """Return the lines (word, frequency, part of speech) in the order of their bytes."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        return []
    return sorted(Path(spec.origin).with_name("dict.txt").read_bytes().split(b"\n"))


@lru_cache(maxsize=1 << 16)
def look_up(word: str) -> tuple[int, str] | None:
    """Return a word's frequency and part of speech, None when the dictionary lacks it."""
    key = f"{word} ".encode()
    lines = _lines()
    at = bisect_left(lines, key)
    if at == len(lines) or not lines[at].startswith(key):
        return None
    _, frequency, part = lines[at].split(b" ")
    return int(frequency), part.decode().strip()


@cache
def often_used() -> dict[str, frozenset[str]]:
    """Return the second characters of the two-character words that are often used, by their first ones."""
    return {first: frozenset(seconds) for first, seconds in table("short_words.tsv")}


def cut(text: str) -> list[str]:
    """Return the words of a text as jieba cuts them without guessing; joined they are the text again."""
    words: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        words += _cut_han(token) if _HAN.match(token) else [token]
    return words


@lru_cache(maxsize=1 << 12)  # several rules cut one draft
def _cut_han(run: str) -> tuple[str, ...]:
    """Cut a run of Han characters along the likeliest way: the product of its words' frequencies is the largest."""
    best = [(0.0, 0)] * (len(run) + 1)  # from each place: log-likelihood of the rest, and where its first word ends
    for start in range(len(run) - 1, -1, -1):
        best[start] = max((weight - _ALL + best[end][0], end) for end, weight in _words_from(run, start))
    words, at = [], 0
    while at < len(run):
        end = best[at][1]
        words.append(run[at:end])
        at = end
    return tuple(words)


def _words_from(run: str, start: int) -> list[tuple[int, float]]:
    """Return where the words that begin at a place end, with the logarithm of their frequencies."""
    lines = _lines()
    known = look_up(run[start])
    found = [(start + 1, log(known[0] or 1) if known else 0.0)]
    for end in range(start + 2, len(run) + 1):
        prefix = run[start:end].encode()
        at = bisect_left(lines, prefix)
        if at == len(lines) or not lines[at].startswith(prefix):
            break
        if lines[at][len(prefix) : len(prefix) + 1] == b" ":
            found.append((end, log(int(lines[at].split(b" ")[1]) or 1)))
    return found


def build(target: Path) -> None:
    """Write the table of short words."""
    found: dict[str, str] = {}
    for line in filter(None, _lines()):
        word, frequency, _ = line.decode().split(" ")
        if _HAN.fullmatch(word) and len(word) == len("首次") and int(frequency) >= USED:
            found[word[0]] = found.get(word[0], "") + word[1]
    lines = (f"{first}\t{seconds}\n" for first, seconds in found.items())
    target.write_text(_HEAD + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
