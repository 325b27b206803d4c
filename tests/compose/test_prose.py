"""Clauses and sentences of pieces: marks, batches, paragraphs, origins."""

from __future__ import annotations

import pytest

from drafter.compose.fitting import names_nothing_new, subject_is_known
from drafter.compose.headings import shape
from drafter.compose.prose import authored, closed, joined, lines, merged, own, text_of
from drafter.compose.stock import echoes, shares_run


def words(text: str) -> tuple:
    """Return a clause of one piece."""
    return (authored(text, "甲"),)


@pytest.mark.parametrize(
    ("text", "ended"), [("甲", "甲。"), ("甲。", "甲。"), ("甲！", "甲！"), ("“甲。”", "“甲。”"), ("“甲”", "“甲”。")]
)
def test_a_sentence_ends_once(text: str, ended: str) -> None:
    assert text_of(closed(words(text))) == ended


def test_no_mark_follows_a_sentence_that_is_closed() -> None:
    assert text_of(joined([words("甲。"), (), words("乙")])) == "甲。乙"


def test_neighbours_of_one_origin_merge_and_lines_part() -> None:
    pieces = (authored("甲", "一"), authored("乙", "一"), own("\n丙"))
    assert [piece.text for piece in merged(pieces)] == ["甲乙", "\n丙"]
    assert [text_of(line) for line in lines(pieces)] == ["甲乙", "丙"]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("严格落实安全生产责任制", True),
        ("扎实推进安全生产隐患排查整治", True),
        ("健全安全生产长效机制", True),
        ("安全生产和消防工作持续加强", False),
        ("未发生安全生产事故", False),
        ("扎实推进各项重点工作", False),
    ],
)
def test_library_text_names_nothing_new(text: str, fits: bool) -> None:
    assert names_nothing_new(text, "开展安全生产检查132次，整改隐患") is fits


def test_headings_are_about_what_stands_under_them() -> None:
    assert subject_is_known("社会治理久久为功", "社会治理，排查矛盾纠纷")
    assert not subject_is_known("社会治理亮点突出", "社会治理，排查矛盾纠纷")
    assert not subject_is_known("区养老院启动建设", "社保，新建养老服务中心")
    assert subject_is_known("夯实农业基础", "农业，农业基础")


def test_a_clause_does_not_say_again_what_is_said() -> None:
    assert echoes("促进教育优质均衡发展", "", "民生，促进教育均衡")
    assert echoes("坚决落实“过紧日子”要求", "严格落实过紧日子要求", "")
    assert not echoes("坚持教育优先发展", "完成小学综合楼建设", "教育事业稳步发展")
    assert shares_run("落实安全生产责任制", "严格落实安全生产责任制", 7)


@pytest.mark.parametrize(
    ("text", "its_shape"),
    [("全面推进乡村振兴，脱贫成果有力巩固", "8，8"), ("坚持抓产业、扩投资，经济稳", "5、3，3"), ("甲——乙丙", "1——2")],
)
def test_the_shape_of_a_heading(text: str, its_shape: str) -> None:
    assert shape(text) == its_shape
