"""Whatever is typed into an outline is read back as it was typed, and can be undone."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.cli.session.sheet import Place, Sheet

OUTLINE = "# 提纲\n回顾:   # 上半年\n  - 标题: 甲\n    要点:\n      - {小标题: , 事项: [乙, 丙]}\n问题:\n"
PLACES: tuple[Place, ...] = (
    ("回顾", 0, "标题"),
    ("回顾", 0, "要点", 0, "小标题"),
    ("回顾", 0, "要点", 0, "事项", 2),
    ("问题", 0),
    ("结语",),
)
typed = st.text(st.characters(exclude_categories=["C"]), min_size=1).map(str.strip).filter(bool)


@given(st.lists(st.tuples(st.sampled_from(PLACES), typed), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
@example([(("问题", 0), "甲: 乙 # 丙"), (("结语",), "null")])
@example([(("回顾", 0, "要点", 0, "小标题"), "?0")])
def test_what_is_typed_is_read_back_and_undone(edits: list[tuple[Place, str]]) -> None:
    sheet = Sheet(Path("提纲.yaml"), OUTLINE)
    for place, text in edits:
        sheet.put(place, text)
    reread = Sheet(sheet.path, sheet.text)
    for place, text in dict(edits).items():
        assert reread.get(place) == text
    for _ in edits:
        assert sheet.undo()
    assert sheet.text == OUTLINE
