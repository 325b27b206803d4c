"""Laws of the checks of figures and promises: spans lie in the draft, and no figure is found fault with twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.check.checker import check
from drafter.library.postings import build_index
from drafter.model import Block, Document, Section, Source, Span
from drafter.text.normalize import normalize

PIECES = """
    财政总收入 固定资产投资 新建高标准农田 参保率 党员 今年 去年同期 上半年 全镇 老圩村 完成 达 增长 下降 同比 由 从
    增加到 减少到 其中 共计 占 占年度目标 任务 超额完成 完成率 力争 的 、 ， ； 。 （ ） 4210万元 3.2亿元 4056万元
    3.8% 102.3% -3% 1200亩 800亩 12个 5个 近300人 XX万元 5-10亿元 1.2个百分点 2倍 20:45:40 第12位 上升到 甲村 乙村
    丙村 4个村 GDP 人均 持平
"""
texts = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=40).map("".join)


def draft(text: str, path: str) -> Document:
    """Return a text as a draft without headings."""
    norm, offsets = normalize(text)
    blocks = (Block("paragraph", Span(0, len(norm))),) if norm else ()
    return Document(Source(path), text, norm, offsets, blocks, Section(None, "", blocks))


@given(texts, texts)
def test_findings_lie_in_the_draft_and_say_what_is_wrong(text: str, before: str) -> None:
    result = check(draft(text, "稿子"), build_index([]), previous=draft(before, "上次"))
    for finding in result.findings:
        assert finding.span.of(text) == finding.text
        assert finding.message
    spans = [finding.span for finding in result.findings if finding.rule == "figures"]
    assert not any(one.overlap(other) for at, one in enumerate(spans) for other in spans[:at])
    assert len({finding.id for finding in result.findings}) == len(result.findings)
