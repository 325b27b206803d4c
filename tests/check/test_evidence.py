"""Evidence: whoever rewrites a passage keeps its order and its common words; who writes of one matter does not."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from drafter.check.candidates import Region
from drafter.check.evidence import Evidence, Observations, clauses_of, likelihood
from drafter.check.rewording import words_of
from drafter.library.postings import Postings
from drafter.model import NormText, Span
from drafter.text.masking import mask

SOURCE = "上半年，老街立面整治动工，五条背街小巷铺了沥青。全面推进卫生院新楼建设，预计年底搬迁。"
REWORDED = "老街立面整治开工，背街小巷都铺了沥青。卫生院新楼建设推进顺利，年底前搬迁。"
KIN = "下一步要把卫生院管好，请群众监督。沥青厂关停，老街限行，立面广告拆除。"


@pytest.fixture
def observe(index: Callable[..., Postings]) -> Callable[[str], Observations]:
    """Return a function that observes a whole draft beside the source."""

    def of(draft: str) -> Observations:
        reports = index({"甲": SOURCE, "乙": "全面推进建设，群众监督，预计年底完成。"})
        masked = mask(NormText(draft))
        fetch = cache(lambda number: clauses_of(reports.report(number).text, mask(reports.report(number).text)))
        evidence = Evidence(clauses_of(NormText(draft), masked), words_of(masked, reports), fetch, len(reports))
        region = Region(0, Span(0, len(masked)), Span(0, len(fetch(0).text)), 0.0)
        return evidence.of(region)

    return of


def test_a_rewording_keeps_the_order_of_rare_words(observe: Callable[[str], Observations]) -> None:
    assert observe(REWORDED).ordered > observe(KIN).ordered


def test_a_rewording_is_likelier_than_kinship_of_matter(observe: Callable[[str], Observations]) -> None:
    assert likelihood(observe(REWORDED)) > likelihood(observe(KIN))


def test_where_there_are_no_common_words_half_of_them_count_as_kept(observe: Callable[[str], Observations]) -> None:
    assert observe("沥青").common == pytest.approx(0.5)


def test_a_span_is_drawn_out_to_the_clauses_it_lies_in() -> None:
    text = NormText("老街整治动工，铺了沥青。新楼封顶")
    clauses = clauses_of(text, mask(text))
    assert clauses.whole(Span(2, 8)) == Span(0, 10)
    assert clauses.whole(Span(0, 6)) == Span(0, 6)
    assert clauses.whole(Span(10, 14)) == Span(10, 14)


def test_a_far_clause_end_is_left_alone() -> None:
    text = NormText("整" * 40)
    assert clauses_of(text, mask(text)).whole(Span(20, 22)) == Span(20, 22)
