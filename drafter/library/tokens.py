"""A clause as words and slots in a row: what its grammar is read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.library.slots import Slot, Word
from drafter.text.frame_words import governs, words_of
from drafter.text.wordclass import ADVERB, CONTENT, MARK

SLOT, FIXED = 20, 21
"""Kinds beside those of wordclass: a slot, and what stays though it looks like a fact (12345, “一老一小”)."""

SHARES = frozenset(("同比", "完成率", "占比", "排名"))
"""Slots that say what a figure is of, so that they can do without an indicator."""

_FIGURES = SHARES | {"数值"}
_NAMING = frozenset((*CONTENT, FIXED))
_PARTING = "、；"


class Token(NamedTuple):
    """A word, or a slot with what stood there."""

    text: str  # a word, or {数值:亩}
    kind: int
    start: int  # in the clause
    end: int

    slot: str = ""  # the type of a slot without its unit; "" for a word

    @property
    def is_figure(self) -> bool:
        """Tell whether a figure or a rank stood here."""
        return self.slot in _FIGURES

    @property
    def is_share(self) -> bool:
        """Tell whether a share stood here."""
        return self.slot in SHARES


def tokens_of(clause: str, words: Sequence[Word], slots: Sequence[Slot]) -> list[Token]:
    """Return a clause as tokens; none when a slot begins or ends inside a word."""
    tokens: list[Token] = []
    at, pending = 0, list(slots[::-1])
    for word in words:
        end = word.start + len(word.text)
        if pending and pending[-1].start <= word.start:
            slot = pending.pop()
            tokens.append(_slot(clause, slot))
            at = slot.end
        if word.start >= at and not (pending and pending[-1].start < end):
            tokens.append(Token(word.text, word.kind, word.start, end))
        elif word.start >= at or end > at:
            return []
    return [] if pending else tokens


def _slot(clause: str, slot: Slot) -> Token:
    if not slot.name:
        return Token(clause[slot.start : slot.end], FIXED, slot.start, slot.end)
    return Token(f"{{{slot.name}}}", SLOT, slot.start, slot.end, slot.name.partition(":")[0])


def parts(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between 、 as (first token, behind the last)."""
    begin = 0
    for at, token in enumerate(tokens):
        if token.text in _PARTING:
            yield begin, at
            begin = at + 1
    yield begin, len(tokens)


def is_verb(token: Token, following: int) -> bool:
    """Tell whether a word governs the `following` ones of its run: 宣传 is a verb in 宣传惠农政策, not in 宣传资料."""
    return governs(token.text, token.kind, following)


def run(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Return where the words right before `end` that can name something begin."""
    at, outside = end, words_of("范围", "修饰")
    while at > begin:
        kind, text = tokens[at - 1].kind, tokens[at - 1].text
        if text == "以上" and at - 1 > begin and tokens[at - 2].text in {"规模", "限额"}:
            at -= 2
        elif (kind in _NAMING or text == "率") and text not in outside:
            at -= 1
        else:
            break
    return at


def stands_free(tokens: Sequence[Token], begin: int, *, verb: bool) -> bool:
    """Tell whether what begins at a token is no part of a longer name, as in 日|处理污水 and 急难|愁盼问题."""
    before = tokens[begin - 1] if begin else None
    if before is None or before.kind == MARK or before.text in words_of("范围", "修饰", "承上"):
        return True
    if before.kind == SLOT:
        return verb or before.slot in {"时期", "地名", "单位"}
    if before.kind == ADVERB:
        return verb and before.text not in {"不", "未", "非"}
    return verb and (before.text in words_of("介词") or len(before.text) > 1)
