"""What of a clause any town could say: its facts taken out, typed slots in their place.

完成固定资产投资3.2亿元 → 完成{指标}{数值:元} · 为15名特困老人提供照护服务 → 为{数值:名}特困老人提供照护服务
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from drafter.library.amounts import Amount, amounts, head, is_plain
from drafter.library.slots import NAMES, Word, slots
from drafter.library.tokens import FIXED, SHARES, SLOT, Token, is_verb, tokens_of
from drafter.model import Span
from drafter.text.frame_words import words_of
from drafter.text.wordclass import ADVERB, FUNCTION, MARK, NAME, NUMBER, Kinds

SHORTEST = 4  # characters of a pattern outside its slots: 投入{数值:元} says nothing by itself
LONGEST = 24  # characters: in the sample reports what is longer can be said of one town only
MOST_SLOTS = 5

_SLOT = re.compile(r"\{([^}]+)\}")
_SETTLEMENT = re.compile("(?:行政|自然|重点)?(?:村|社区|镇|乡|街道|屯|组)")
_BUILT = frozenset(("新建", "建成", "建立", "成立", "打造"))  # said of no action: 建成…改造
_STRUCTURE = frozenset((FUNCTION, MARK))
_PASSING = frozenset((ADVERB, NUMBER))
_HELD = "甲"  # stands for nouns in a build
_FRAGMENT_END = re.compile("[级的和与及或对在向为以将把被等从由]$")
_TORN_MARKS = re.compile(r"[（）()“”‘’《》/—+·:%℃*~\s]")
_COUNT = re.compile("[二三四五六七八九十百千]+(?:周年|[年届次期])|[百千万亿][亩元吨人]")


class Pattern(NamedTuple):
    """What is left of a clause, or of a part of it, when its facts are taken out; plain values, cheap to store."""

    text: str  # 完成{指标}{数值:元}
    indicator: str  # 固定资产投资; "" when it names none
    head: str  # the last word of the indicator: 投资
    build: str  # its verbs, prepositions and slots without units, 甲 for nouns: what patterns of one kind share
    facts: str  # what stood in the slots, in order, with tabs between
    plain: bool  # every figure in it stands with a verb and an indicator in an order that is known: 完成甲乙, 甲达乙
    whole: bool  # it is all of the clause
    last: bool  # it goes on to the end of the clause

    @property
    def slots(self) -> tuple[str, ...]:
        """Return the types of the slots in order."""
        return tuple(_SLOT.findall(self.text))


PatternRow = tuple[int, str, str, str, str, bool]  # number of the clause in its report; text to plain of a Pattern


@dataclass(frozen=True, slots=True)
class CutText:
    """A report's text cut into words."""

    text: str
    words: Sequence[str]
    edges: npt.NDArray[np.int32]  # where each word begins, and the text's end
    kinds: Kinds  # of each word
    clean: npt.NDArray[np.bool_]  # which words are no part of a name or figure

    def words_of_facts(self, clauses: Sequence[Span]) -> Iterator[tuple[int, list[Word]]]:
        """Yield the number and the words of each clause that has a word which is not clean."""
        starts = np.fromiter((clause.start for clause in clauses), np.int32, len(clauses))
        ends = np.fromiter((clause.end for clause in clauses), np.int32, len(clauses))
        first, last = np.searchsorted(self.edges, starts), np.searchsorted(self.edges, ends)
        unclean = np.concatenate(([0], np.cumsum(~self.clean)))
        numbers = np.flatnonzero(unclean[first] != unclean[np.minimum(last, len(self.words))])
        edges, kinds, clean = self.edges.tolist(), self.kinds.tolist(), self.clean.tolist()
        for number, begin, end in zip(numbers.tolist(), first[numbers].tolist(), last[numbers].tolist(), strict=True):
            at = clauses[number].start
            places = [edge - at for edge in edges[begin:end]]
            yield number, list(map(Word, self.words[begin:end], places, kinds[begin:end], clean[begin:end]))


def patterns_of(cut: CutText, clauses: Sequence[Span], places: Sequence[Span]) -> Iterator[PatternRow]:
    """Yield the patterns of a report's clauses, each alone and joined with what the next clause says of the same thing.

    `places` are those named in the report, in order.
    """
    named = [place.start for place in places]
    last: tuple[int, list[Pattern]] = (-2, [])
    for number, own in cut.words_of_facts(clauses):
        clause = clauses[number]
        spots = places[bisect_left(named, clause.start) : bisect_left(named, clause.end)]
        found = list(patterns(clause.of(cut.text), own, [spot.shift(-clause.start) for spot in spots]))
        follows = last[0] == number - 1 and cut.text[clause.start - 1] == "，"
        pairs = [(one, other) for one in last[1] for other in found] if follows else []
        for pattern in (*found, *filter(None, (joined(one, other) for one, other in pairs))):
            yield number, pattern.text, pattern.indicator, pattern.head, pattern.build, pattern.plain
        last = (number, found)


def fill(text: str, facts: str) -> str:
    """Put facts (tabs between) back into the slots of a pattern."""
    values = iter(facts.split("\t"))
    return _SLOT.sub(lambda _: next(values), text)


def patterns(clause: str, words: Sequence[Word], places: Sequence[Span] = ()) -> Iterator[Pattern]:
    """Yield the patterns of a clause: of each part between 、 that states one figure, and of the clause as a whole.

    `places` are the places named in it. A clause with a fact that fits no slot has no pattern.
    """
    if "{" in clause or not (found := slots(clause, words, places)):
        return
    tokens = tokens_of(clause, words, found)
    if not any(token.kind == SLOT and token.slot != "时期" for token in tokens):
        return
    if any(token.kind == NAME and len(token.text) > 1 for token in tokens):
        return  # 东南亚, 富士康: however well known, a fact
    stated = list(amounts(tokens))
    for amount in stated:
        yield _pattern(clause, tokens, amount.begin, amount.end, [amount])
    begin = _opening(tokens)
    told = len(stated) == 1 and stated[0].begin <= begin and stated[0].end == len(tokens)
    if not told and _reads_alone(_row(tokens, begin, len(tokens), stated), stated):
        yield _pattern(clause, tokens, begin, len(tokens), stated)


def joined(first: Pattern, second: Pattern) -> Pattern | None:
    """Join the patterns of two clauses with ， between: an amount, and what the next clause says of the same thing."""
    if not (first.indicator and first.last and second.whole) or "，" in first.text:
        return None
    share = second.slots[0].partition(":")[0] in SHARES
    if (share and second.indicator) or not (share or second.text.startswith(tuple(words_of("承接")))):
        return None
    values = second.facts.split("\t")
    if second.indicator:
        values.pop(second.slots.index("指标"))
    return first._replace(
        text=f"{first.text}，{second.text.replace('{指标}', second.indicator)}",
        build=f"{first.build}，{second.build}",
        facts="\t".join((first.facts, *values)),
        plain=first.plain and second.plain,
    )


def _opening(tokens: Sequence[Token]) -> int:
    """Return the first token of a clause behind what only ties it to the one before: 并|检查…, 其中|…."""
    at = 0
    while at < len(tokens) - 1 and tokens[at].text in words_of("承上"):
        at += 1
    return at


def _reads_alone(tokens: Sequence[Token], stated: Sequence[Amount]) -> bool:
    """Tell whether a clause says something by itself, in words that any town may use."""
    literal = [token for token in tokens if token.kind != SLOT]
    length = sum(len(token.text) for token in literal)
    facts = sum(token.is_figure for token in tokens) + any(token.slot in NAMES for token in tokens)
    shortest = 1 if stated or tokens[-1].is_share else SHORTEST // min(max(facts, 1), 2)
    if not shortest <= length <= LONGEST or len(tokens) - len(literal) > MOST_SLOTS:
        return False
    own = "".join(token.text for token in literal if token.kind != FIXED)
    if _TORN_MARKS.search(own) or _COUNT.search(own) or any(map(_torn, tokens, tokens[1:])) or _lists_names(tokens):
        return False
    if not stated and any(token.text in {"{数值:%}", "{数值:岁}"} for token in tokens):
        return False
    return _is_sentence(tokens, stated)


def _lists_names(tokens: Sequence[Token]) -> bool:
    """Tell whether villages nobody knows for such stand before their number: 荷塘、交界|等|{数值:个}|村."""
    for before, mark, figure, kind in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if mark.text == "等" and figure.is_figure and before.kind != SLOT and _SETTLEMENT.match(kind.text):
            return True
    return False


def _torn(before: Token, token: Token) -> bool:
    """Tell whether two tokens look like parts of a name (天|之|百, 那|{单位}), or are figures side by side."""
    if token.kind != SLOT:
        return _is_stub(before) and _is_stub(token)
    if token.is_figure:
        return before.is_figure and (before.text, token.text) != ("{数值:户}", "{数值:人}")
    single = len(before.text) == 1 and before.kind not in (SLOT, MARK)
    return single and before.text not in words_of("介词", "名前")


def _is_stub(token: Token) -> bool:
    """Tell whether a token is a single character that is no word of structure."""
    if len(token.text) > 1 or token.kind in (SLOT, MARK):
        return False
    return token.text not in words_of("介词", "单字")


def _is_sentence(tokens: Sequence[Token], stated: Sequence[Amount]) -> bool:
    """Tell whether a clause has its verb, and after a preposition says what is done; 对全镇15名学生 does not."""
    if _FRAGMENT_END.search(tokens[-1].text) or tokens[0].text in words_of("残头"):
        return False
    if (
        tokens[-1].is_figure
        and len(tokens) > 1
        and tokens[-2].text in words_of("动名")
        and _BUILT & {t.text for t in tokens}
    ):
        return False
    if tokens[-1].slot == "引语" and (len(tokens) < 2 or not is_verb(tokens[-2], 2)):
        return False
    verbs = [at for at, token in enumerate(tokens) if is_verb(token, len(tokens) - 1 - at)]
    if tokens[0].text not in words_of("介词"):
        return bool(verbs)
    deed = [at for at in verbs if at >= max(1, len(tokens) - 3) and not tokens[at - 1].is_figure]
    return bool(stated or deed)


def _row(tokens: Sequence[Token], begin: int, end: int, stated: Sequence[Amount]) -> list[Token]:
    """Return the tokens from `begin` to `end`, a single amount's indicator as a slot."""
    figures = sum(token.is_figure for token in tokens[begin:end])
    first, behind = stated[0].named if len(stated) == figures == 1 else (begin, begin)
    if first == behind:
        return list(tokens[begin:end])
    named = Token("{指标}", SLOT, tokens[first].start, tokens[behind - 1].end, "指标")
    return [*tokens[begin:first], named, *tokens[behind:end]]


def _pattern(clause: str, tokens: Sequence[Token], begin: int, end: int, stated: Sequence[Amount]) -> Pattern:
    """Write the tokens from `begin` to `end` as a pattern."""
    row = _row(tokens, begin, end, stated)
    named = next((token for token in row if token.slot == "指标"), None)
    figures = sum(token.is_figure for token in row)
    return Pattern(
        "".join(token.text for token in row),
        clause[named.start : named.end] if named else "",
        head(tokens[slice(*stated[0].named)]) if named else "",
        _build(tokens, begin, end, stated),
        "\t".join(clause[token.start : token.end] for token in row if token.kind == SLOT),
        plain=figures == sum(is_plain(tokens, amount) for amount in stated) > 0,
        whole=begin == 0 and end == len(tokens),
        last=end == len(tokens),
    )


def _build(tokens: Sequence[Token], begin: int, end: int, stated: Sequence[Amount]) -> str:
    """Return what patterns of one kind share."""
    held = {at for amount in stated for at in range(*amount.named)}
    row: list[str] = []
    for at in range(begin, end):
        token = tokens[at]
        if token.kind == SLOT:
            row.append(f"{{{token.slot}}}")
        elif at not in held and (token.kind in _STRUCTURE or is_verb(token, 2)):
            row.append(token.text)
        elif token.kind not in _PASSING and token.text not in words_of("修饰") and row[-1:] != [_HELD]:
            row.append(_HELD)
    return "".join(row)
