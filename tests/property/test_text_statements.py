"""Laws of statements and deeds: all that is told stands in the sentence, where the spans say."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.model import Span
from drafter.text.deeds import deeds
from drafter.text.statements import Statement, statements

PIECES = """
    今年以来 上半年 全镇 累计 新增 完成 建成 开展 推进 发放 投入 受益 对 为 将 把 从 由 早稻种植面积 固定资产投资
    财政总收入 规上企业 合作社 高标准农田 低保资金 覆盖率 项目 安全检查 示范基地 建设 达 增至 分别 均 共 其中 等 的 和
    及 累计达 去年同期为 年度目标任务 同比增长 同比下降 较年初增长 占全县的 完成年度目标的 居全县 增速 与上年同期持平
    2.2万亩 近300余人 3家 1.5亿元 XX万元 4.59万 52.6% 3.5% 1.2个百分点 5-10亿元 30万元以上 第3位 全县第一 两成
    15分钟 500MW 2023年 ，同比 、 ， ； 。 “ ” （ ）
"""
sentences = st.lists(st.sampled_from(PIECES.split()), max_size=16).map("".join)
SHARES = ("completion", "share", "rank")


def shown(sentence: str, statement: Statement) -> str:
    """Return what stands where a statement's indicator does."""
    return "".join(span.of(sentence) for span in statement.named)


@settings(max_examples=400, deadline=None)
@given(sentences)
@example("新增5-10亿元企业2家，其中规上企业1家")
@example("从31%降到30%")
def test_a_statement_says_what_stands_at_its_spans(sentence: str) -> None:
    for statement in statements(sentence):
        assert statement.indicator
        assert statement.indicator.replace("（", "").replace("）", "") == shown(sentence, statement).replace(
            "（", ""
        ).replace("）", "")
        assert {name for name, _ in statement.spans} == {
            name
            for name in ("value", "yoy", "previous", "target", "completion", "share", "rank")
            if getattr(statement, name)
        }
        for name, span in statement.spans:
            text = span.of(sentence)
            assert 0 <= span.start < span.end <= len(sentence)
            if name in SHARES:
                assert getattr(statement, name) == text
            elif name == "yoy":
                assert statement.yoy.lstrip("+-") == text.lstrip("-") or statement.yoy == "持平"
            elif name == "value":
                assert sorted(statement.value + statement.unit) == sorted(text)


@settings(max_examples=200, deadline=None)
@given(sentences)
def test_a_figure_is_told_once(sentence: str) -> None:
    found = [span for each in statements(sentence) for _, span in each.spans]
    assert len(found) == len(set(found))
    assert not any(one.overlap(other) for one in found for other in found if one != other)


@settings(max_examples=200, deadline=None)
@given(sentences)
def test_deeds_stand_in_order_and_hold_no_figure_that_is_a_fact(sentence: str) -> None:
    stated = statements(sentence)
    end = 0
    for deed in deeds(sentence, stated):
        assert end <= deed.start < deed.end <= len(sentence)
        assert not any(deed.overlap(span) for each in stated for _, span in each.spans)
        end = deed.end
    assert end <= len(sentence)


@given(st.text(max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    for statement in statements(text):
        assert all(Span(0, len(text)).covers(span) for span in statement.named)
