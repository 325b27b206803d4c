"""Edits of a passage against its source: what a reader would mark with a pencil."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from drafter.check.edits import Comparison, compare


def compared(draft: str, source: str) -> tuple[Comparison, list[tuple[str, str, str]]]:
    """Return the comparison, and its changes as (op, source's words, draft's words)."""
    comparison = compare(draft, source, Levenshtein.normalized_similarity)
    return comparison, [(each.op, each.source.of(source), each.draft.of(draft)) for each in comparison.changes]


def test_equal_passages_have_no_edits() -> None:
    text = "完成早稻20090亩，完成率达101%；中稻9596亩。"
    comparison, changes = compared(text, text)
    assert comparison.similarity == 1
    assert changes == []


def test_a_figure_changes_as_a_whole_and_costs_no_similarity() -> None:
    comparison, changes = compared("完成早稻18,050.5亩，完成率达98%", "完成早稻20090亩，完成率达101%")
    assert comparison.similarity == 1
    assert changes == [("replace", "20090", "18,050.5"), ("replace", "101", "98")]


def test_a_single_equal_character_does_not_part_an_edit() -> None:
    _, changes = compared("我们大力推动特色产业壮大", "我们着重推进特色产业壮大")
    assert changes == [("replace", "着重推进", "大力推动")]


def test_a_clause_put_in_and_one_left_out() -> None:
    _, changes = compared("路灯亮了，广场扩了，河水清了", "路灯亮了，河水清了，村庄美了")
    assert changes == [("insert", "", "广场扩了"), ("delete", "村庄美了", "")]


def test_a_clause_that_stands_elsewhere_has_moved() -> None:
    comparison, changes = compared(
        "新修公路三条，改造危房二十户，建成水厂一座", "改造危房二十户，建成水厂一座，新修公路三条"
    )
    assert comparison.similarity == 1
    assert changes == [("moved", "新修公路三条", "新修公路三条")]


def test_a_clause_in_place_of_another_is_a_replacement() -> None:
    _, changes = compared("路灯亮了，菌菇丰收，河水清了", "路灯亮了，治安向好，河水清了")
    assert changes == [("replace", "治安向好", "菌菇丰收")]


def test_repeated_clauses_are_paired_in_order() -> None:
    text = "今年以来，招商五家，今年以来，修路三条，今年以来，植树千亩，今年以来，办学两所，今年以来，清河一条"
    comparison, changes = compared(text, text)
    assert comparison.similarity == 1
    assert changes == []


def test_strangers_have_nothing_in_common() -> None:
    comparison, _ = compared("路灯亮了，河水清了", "粮食满仓，人人开怀")
    assert comparison.similarity == 0
