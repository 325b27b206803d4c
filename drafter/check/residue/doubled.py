"""Words typed or pasted twice: 建设建设, 幸福感、安全感和幸福感."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.check.reading import read
from drafter.model import Finding, Span
from drafter.text.dictionary import cut

MOST_TIMES = 3  # a word said more often is no slip
LEAST_RUN = 3  # characters that are no words of their own, but stand twice
LEAST_CLAUSE = 4
LEAST_MEMBER = 3
# 一件一件抓, 职工代表代表全体职工, 改造提升工程工程已完工; 落实落实再落实
_MEANT = re.compile("[一几多家个件项户村人步点次]|代表|工程|哈哈|人人|家家|户户|常常|时时|处处")
_AGAIN = re.compile("再|更|、再")
_RUN = re.compile(f"([\u4e00-\u9fff]{{{LEAST_RUN},20}})\\1")
_CLAUSE = re.compile(f"(?:(?<=[，。；：\n])|^)([\u4e00-\u9fff]{{{LEAST_CLAUSE},30}})[，、；]\\1(?=[，。、；])", re.M)
_LONE = re.compile(
    "(?<![实真目明纵横双反单一志])([的了将被把对向与和])\\1(?![确士美睦气乐])|(?<![华作成认变因称视行难人有无以何])(为)为"
    "|(?<![实现存正所好内潜外旨自重贵意])(在)在"
)
_CHANT = re.compile("(.+)\\1+")
_LIST = re.compile("[^，。；：！？（）“”\n]+(?:、[^，。；：！？（）“”\n]+)+")
_TRAILS = re.compile("$|[的等不持显明稳大全进得更三四五两六]|有[所序效]")  # what goes on behind an enumeration
_AND = re.compile("以及|[和及与]")
_HAN = re.compile("[\u4e00-\u9fff]+")


def find_doubled(case: Case) -> Iterator[Finding]:
    """Yield the words, clauses and members of enumerations that stand twice, one right behind the other."""
    text = read(case.document).text
    for span in (*_words(text, cut(text)), *_runs(text), *_members(text)):
        yield finding(
            case,
            span,
            rule="residue",
            kind="debris",
            severity="error",
            message=f"“{span.of(text)}”写重了",
            suggestion="请删去重复的",
        )


def _words(text: str, words: Sequence[str]) -> Iterator[Span]:
    at = 0
    for word, group in groupby(words):
        count = len(list(group))
        end = at + count * len(word)
        said_twice = 1 < count <= MOST_TIMES and len(word) > 1 and _HAN.fullmatch(word)
        if said_twice and not _MEANT.match(word) and not _AGAIN.match(text, end):
            yield Span(at, end)
        at = end


def _runs(text: str) -> Iterator[Span]:
    for pattern in (_RUN, _CLAUSE, _LONE):
        for match in pattern.finditer(text):
            words = match[match.lastindex or 0]
            if not (_MEANT.match(words) or _CHANT.fullmatch(words) or _AGAIN.match(text, match.end())):
                yield Span(*match.span())


def _members(text: str) -> Iterator[Span]:
    """Yield the members that an enumeration has named before; its first may have words before it, its last behind."""
    for match in _LIST.finditer(text):
        items = _items(match)
        named = {words for item in items[1:-1] if len(words := item.of(text)) >= LEAST_MEMBER and _HAN.fullmatch(words)}
        for before, item in enumerate(items[2:], 2):
            words = item.of(text)
            earlier = {each.of(text) for each in items[1:before]} & named
            if words in earlier:
                yield item
            elif before == len(items) - 1:
                yield from (
                    Span(item.start, item.start + len(each))
                    for each in sorted(earlier)
                    if words.startswith(each) and _TRAILS.match(words, len(each))
                )


def _items(match: re.Match[str]) -> list[Span]:
    """Return the members of an enumeration, its last ones parted at 和."""
    items, at = [], match.start()
    for words in match.group().split("、"):
        items.append(Span(at, at + len(words)))
        at += len(words) + 1
    last = items.pop()
    link = _AND.search(match.string, last.start, last.end)
    parts = [Span(last.start, link.start()), Span(link.end(), last.end)] if link else [last]
    return [item for item in (*items, *parts) if len(item)]
