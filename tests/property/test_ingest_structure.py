"""Laws of structure: blocks tile the text, leads lie inside their blocks, the tree holds every block once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.ingest.structure import outline
from drafter.text import numbering
from drafter.text.normalize import normalize

_NUMBERS = st.builds(
    numbering.format,
    st.sampled_from(("一、", "（一）", "1.", "（1）", "①", "一是", "一要", "——", "●", "第一，")),
    st.integers(1, 5),
)
_SENTENCES = st.sampled_from(
    (
        "农业基础更加牢固。",
        "招商引资。",
        "完成投资6.7亿元；",
        "全面加强“三农”工作，扎实推进（一期）项目建设，取得新成效。",
        "各位代表！",
        "在肯定成绩的同时，我们也清醒认识到，还存在一些问题：",
        "此外，统计、档案等工作取得新进展。",
        "住有所安项目：人才公寓完成结顶。",
        "让我们团结奋斗！",
        "”。",
    )
)
_TITLES = st.sampled_from(
    (
        "政府工作报告",
        "上半年工作回顾",
        "2024年工作安排",
        "全面推进乡村振兴，脱贫成果有力巩固",
        "各位代表：",
        "附件：",
        "名词解释",
    )
)
_LINES = st.one_of(
    _TITLES,
    st.builds("".join, st.lists(st.one_of(_NUMBERS, _SENTENCES), min_size=1, max_size=6)),
    st.builds(str.__add__, _NUMBERS, _TITLES),
    st.text("一二、（）.1是。；：“”，——镇报告 \t", max_size=20),
    st.text(max_size=12),
)
_TEXTS = st.lists(_LINES, max_size=14).map("\n".join)


@given(_TEXTS)
def test_blocks_tile_the_text(raw: str) -> None:
    text, offsets = normalize(raw)
    blocks, _ = outline(text, offsets)
    at = 0
    for block in blocks:
        assert not text[at : block.span.start].strip()
        assert at <= block.span.start < block.span.end <= len(text)
        at = block.span.end
    assert not text[at:].strip()


@given(_TEXTS)
def test_numbers_and_leads_lie_inside_their_blocks(raw: str) -> None:
    text, offsets = normalize(raw)
    for block in outline(text, offsets)[0]:
        assert block.span.of(text).startswith(block.number)
        assert (block.level > 0) is (block.role == "heading")
        if block.lead:
            assert block.role == "paragraph"
            assert block.span.start + len(block.number) <= block.lead.start < block.lead.end < block.span.end


@given(_TEXTS)
def test_the_tree_holds_every_block_once(raw: str) -> None:
    text, offsets = normalize(raw)
    blocks, root = outline(text, offsets)
    held = [block for section in root.walk() for block in (section.heading, *section.blocks) if block]
    assert sorted(held, key=lambda block: block.span) == list(blocks)


@given(_TEXTS)
def test_levels_grow_downwards_from_one(raw: str) -> None:
    text, offsets = normalize(raw)
    _, root = outline(text, offsets)
    for section in root.walk():
        level = section.heading.level if section.heading else 0
        below = [child.heading.level for child in section.children if child.heading and child.heading.role == "heading"]
        assert all(each > level for each in below)
