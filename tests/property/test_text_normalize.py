"""Laws of cleaning: twice is once, and every character knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.text.changes import Step, apply, identity
from drafter.text.normalize import STEPS, normalize

PIECES = """
    一、 （一） (1) 1. —— -- 一是 目录 第3页 ##paidend## 【1】 [2] ① (guī) (km) 規劃 發展 鄉鎮 發展動能
    政府工作报告 各位代表： 打印 来源：日报 首 要任务 8 1.1 12 3.4:71.4 万元 % XX GDP a.b ， 。 、 ； ： ！ ” “
    ） （ 《 》 , . ; : ? ! ( ) " ' … 。。 ，。 加入素材库会员，联系客服 １ ％ ．
"""
SPACES = [" ", "\u3000", "\n", "\n\n", "\r\n", "\t", "\u2028", "\u200b", "\ufeff", "\x07", "\ue7e3"]
report_like = st.lists(st.sampled_from([*PIECES.split(), *SPACES]), max_size=40).map("".join)
anything = st.one_of(report_like, st.text(max_size=60))


@given(anything)
@settings(max_examples=300)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    text, _ = normalize(raw)
    assert normalize(text)[0] == text


@given(anything)
@settings(max_examples=200)
def test_offsets_lead_back_into_the_raw_text(raw: str) -> None:
    text, offsets = normalize(raw)
    assert len(offsets.starts) == len(offsets.ends) == len(text)
    assert all(0 <= start < end <= len(raw) for start, end in zip(offsets.starts, offsets.ends, strict=True))
    assert list(offsets.starts) == sorted(offsets.starts)
    assert list(offsets.ends) == sorted(offsets.ends)


@given(anything)
@settings(max_examples=100)
def test_a_clean_text_maps_onto_itself(raw: str) -> None:
    text, _ = normalize(raw)
    assert normalize(text)[1] == identity(len(text))


@given(anything)
@settings(max_examples=200)
def test_lines_are_whole_paragraphs(raw: str) -> None:
    text, _ = normalize(raw)
    assert not text or all(line and line == line.strip() for line in text.split("\n"))


@pytest.mark.parametrize("step", [step for _, step in STEPS], ids=[name for name, _ in STEPS])
@given(raw=anything)
@example(raw="")
@settings(max_examples=60)
def test_each_step_yields_sorted_disjoint_changes(step: Step, raw: str) -> None:
    end = 0
    touched: set[int] = set()
    for change in step(raw):
        assert end <= change.start <= change.end <= len(raw)
        end = change.end
        touched |= set(range(change.start, change.end))
    text, offsets = apply(raw, identity(len(raw)), step(raw))
    assert len(text) == len(offsets)
    for at, character in enumerate(text):
        if (start := offsets.starts[at]) not in touched:
            assert (character, offsets.ends[at]) == (raw[start], start + 1)
