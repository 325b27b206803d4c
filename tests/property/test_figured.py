"""Laws of a draft with each figure as one sign: every sign stands for its figure, and nothing else looks like one."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafter.check.figures.figured import figured

PIECES = (
    "应参保",
    "28500人",
    "近2.2万亩",
    "300户以上",
    "，",
    "。",
    "\n",
    "98%",
    "3.5个百分点",
    "2倍",
    "四成",
    "#",
    "%",
    "±",
    "由",
    "5—8家",
)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_every_sign_stands_for_its_figure(raw: str) -> None:
    text = figured(raw)
    assert [match.start() for match in re.finditer("[#%±×‰]", text.signs)] == list(text.places)
    assert all(each.span.of(raw) == each.printed for each in text.told)
    for number, place in enumerate(text.places):
        assert number in text.sentence(place)
