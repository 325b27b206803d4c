"""What was edited, in a few words."""

from __future__ import annotations

import pytest
from rapidfuzz.distance import Levenshtein

from drafter.check.edits import compare
from drafter.model import Edit, Match, Span
from drafter.render.edit_words import edit_words

AT = 7  # where the passage begins in the raw draft
SOURCE_AT = 3


def told(draft: str, source: str, similarity: float = 0.9) -> str:
    """Return in words how `draft` was made of `source`."""
    changes = compare(draft, source, Levenshtein.normalized_similarity).changes
    edits = tuple(
        Edit(
            each.op,
            each.draft.shift(AT),
            each.source.shift(SOURCE_AT),
            each.draft.of(draft),
            each.source.of(source),
        )
        for each in changes
    )
    return edit_words(Match("甲", "", Span(SOURCE_AT, SOURCE_AT + len(source)), source, similarity, edits), draft, AT)


@pytest.mark.parametrize(
    ("draft", "source", "words"),
    [
        ("建成高标准农田1300亩。", "建成高标准农田1200亩。", "数字 1200→1300亩"),
        ("投资4.5亿元，占98%。", "投资3.2万元，占97%。", "数字 3.2万→4.5亿元、97→98%"),
        ("惠及文溪村和石岗村群众。", "惠及老圩村和东湖村群众。", "地名 老圩→文溪、东湖→石岗"),
        ("建成道路，完成率98%。", "建成道路，新修20亩。", "字句 新修20亩→完成率98%"),
        ("民生水平持续提高。", "民生水平持续提升。", "字句 提升→提高"),
        ("深入推进道路建设，深入推进厂房建设。", "扎实推进道路建设，扎实推进厂房建设。", "字句 扎实→深入（2 处）"),
        ("扎实推进道路建设。", "推进道路建设。", "字句 增“扎实”"),
        ("新建学校2所，修复水渠3条。", "修复水渠3条，新建学校2所。", "分句换位 1 处"),
        ("建成农田。", "建成农田。", ""),
    ],
)
def test_edits_are_told_by_what_they_change(draft: str, source: str, words: str) -> None:
    assert told(draft, source) == words


def test_wording_changed_throughout_is_not_listed() -> None:
    source = "扎实推进产业发展，大力实施乡村振兴，全面完善基础设施，积极开展便民服务，严格落实安全责任，新增岗位12个。"
    draft = "深入推进产业壮大，大力推行乡村建设，全面健全基础配套，主动开展惠民服务，从严落实安全制度，新增岗位15个。"
    assert told(draft, source, similarity=0.6) == "数字 12→15个；字句通篇改过"
    examples = "字句 10 处，如 扎实→深入、发展→壮大、实施→推行"
    assert told(draft, source) == f"数字 12→15个；{examples}"


def test_many_figures_are_counted() -> None:
    clauses = [f"第{name}项工程投资{{}}万元" for name in "甲乙丙丁戊己庚辛壬癸"]
    source, draft = ("，".join(clauses).format(*range(first, first + 10)) for first in (11, 31))
    assert told(draft, source).endswith("等 10 处")


def test_a_place_that_does_not_fit_the_text_does_no_harm() -> None:
    edit = Edit("replace", Span(AT, AT + 2), Span(90, 92), "深入", "扎实")
    assert edit_words(Match("甲", "", Span(0, 2), "扎实", 0.9, (edit,)), "深入推进", AT) == "字句 扎实→深入"
