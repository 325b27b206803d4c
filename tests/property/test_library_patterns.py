"""Laws of patterns: filled again they are the clause, in order, and no fact is left in them."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from drafter.library.patterns import Pattern, fill, joined, patterns
from drafter.library.slots import BLANK, HOTLINES, Word
from drafter.model import Locality, Span
from drafter.text.places import places
from drafter.text.wordclass import FIGURE, NAME, STRANGE, kinds
from drafter.text.words import cut

OWN = Locality("高兴镇", "兴国县", "赣州市", "江西省")

# Pieces of clauses, set side by side in any order: sense is not asked for.
_PIECES = """
完成 累计 新建 惠及 发放 建成 达 为 同比增长 占全年任务的 位居 在 、 和 的 其中 全镇
固定资产投资 早稻种植面积 公厕 慰问金 群众 高标准农田建设 污水治理项目 农民专业合作社 卫生院 农田 产业
3.2亿元 XX万元 近500余户 20% 1.5个百分点 5座 第3位 12345 7 × {数值:元}
2023年 上半年 1—6月 截至6月底 全年 今年 高兴镇 老圩村 江西省 县 XX村 桐树坞
“送戏下乡” “一老一小” 《方案》 “ 》 二十大 第三产业 一期
"""
CLAUSES = st.lists(st.sampled_from(_PIECES.split()), min_size=1, max_size=7).map("".join)


def read(clause: str) -> tuple[list[Pattern], list[Span]]:
    """Return the patterns of a clause of 高兴镇, and its places; names and strange words are not clean."""
    texts = cut(clause)
    starts = accumulate(map(len, texts), initial=0)
    words = [
        Word(text, start, kind, kind not in {NAME, STRANGE, FIGURE})
        for text, start, kind in zip(texts, starts, kinds(texts).tolist(), strict=False)
    ]
    spans = [place.span for place in places(clause, OWN)]
    return list(patterns(clause, words, spans)), spans


def literal(pattern: Pattern) -> str:
    """Return a pattern's own words, a blank for each slot, and no telephone number of the whole country."""
    text = fill(pattern.text, "\t".join(" " for _ in pattern.slots))
    for number in sorted(HOTLINES, key=len, reverse=True):
        text = text.replace(number, "")
    return text


@given(CLAUSES)
def test_a_pattern_filled_again_is_the_clause(clause: str) -> None:
    for pattern in read(clause)[0]:
        again = fill(pattern.text, pattern.facts)
        assert again in clause
        assert again == clause or not pattern.whole
        assert clause.endswith(again) or not pattern.last


@given(CLAUSES)
def test_slots_stand_in_order_and_hold_what_they_say(clause: str) -> None:
    for pattern in read(clause)[0]:
        facts = pattern.facts.split("\t")
        assert len(facts) == len(pattern.slots) > 0
        assert [fact for slot, fact in zip(pattern.slots, facts, strict=True) if slot == "指标"] == (
            [pattern.indicator] if pattern.indicator else []
        )
        assert pattern.indicator.endswith(pattern.head)


@given(CLAUSES)
def test_no_fact_is_left_in_a_pattern(clause: str) -> None:
    found, spans = read(clause)
    for pattern in found:
        assert not BLANK.search(literal(pattern))
        assert not [span for span in spans if span.of(clause) in literal(pattern)]


@given(CLAUSES, CLAUSES)
def test_what_is_joined_is_both_clauses(first: str, second: str) -> None:
    for one in read(first)[0]:
        for other in read(second)[0]:
            if both := joined(one, other):
                assert fill(both.text, both.facts) == f"{fill(one.text, one.facts)}，{second}"
                assert both.indicator == one.indicator
