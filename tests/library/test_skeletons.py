"""What sections on one topic usually hold."""

from __future__ import annotations

import pytest

from drafter.library.skeletons import skeleton_of
from drafter.library.store import Store
from drafter.model import Move, SectionPoint, SectionText, Source


def section(path: str, heading: str, *paragraphs: tuple[str, tuple[Move, ...]], level: int = 2) -> SectionText:
    """Return a section on 农业."""
    points = tuple(SectionPoint("", "农业", moves, text) for text, moves in paragraphs)
    text = "\n".join([heading, *(point.text for point in points)])
    return SectionText(heading, level, "农业", "review", Source(path), text, points)


class Figureless:
    """Stands for the pure wordings of a library: whatever holds no figure."""

    def __contains__(self, text: object) -> bool:
        return bool(text) and not any(map(str.isdigit, str(text)))


PURE = Figureless()
GRAIN = ("扛牢粮食安全责任。推进粮食生产，播种面积2万亩。", ("举措", "数据"))
FRUIT = ("做优果园品种。改造果园300亩。", ("举措", "数据"))
CATTLE = ("建成生猪养殖小区。", ("举措",))
SECTIONS = (
    section("a", "农业稳", GRAIN, FRUIT),
    section("b", "农业强", GRAIN, FRUIT, CATTLE),
    section("c", "农业兴", GRAIN),
    section("d", "种好田", GRAIN),
)


def test_size_and_count_are_those_of_the_sections() -> None:
    skeleton = skeleton_of(SECTIONS, "农业", None, "review", PURE)
    assert skeleton
    sizes = sorted(each.chars for each in SECTIONS)
    assert (skeleton.sections, skeleton.reports) == (4, 4)
    assert skeleton.length == round((sizes[1] + sizes[2]) / 2)
    assert sizes[0] <= skeleton.low <= skeleton.length <= skeleton.high <= sizes[-1]


def test_matters_come_in_their_usual_order_with_shares_and_moves() -> None:
    skeleton = skeleton_of(SECTIONS, "农业", None, "review", PURE)
    assert skeleton
    assert [(point.name, point.share) for point in skeleton.points] == [("粮食、播种面积", 1.0), ("果园", 0.5)]
    assert [point.place for point in skeleton.points] == sorted(point.place for point in skeleton.points)
    assert skeleton.points[0].moves == ("举措", "数据")
    assert "".join(skeleton.points[0].examples[0]).startswith(
        "扛牢粮食安全责任"
    )  # plain ones before those with figures
    assert "养殖" not in {point.name for point in skeleton.points}  # one report's alone


def test_moves_come_in_their_usual_order() -> None:
    skeleton = skeleton_of(SECTIONS, "农业", None, "review", PURE)
    assert skeleton
    assert [(move.name, move.share) for move in skeleton.moves] == [("举措", 1.0), ("数据", 1.0)]


def test_openings_are_first_clauses_without_figures() -> None:
    figures = section("e", "农业旺", ("完成早稻种植2万亩。", ("数据",)))
    skeleton = skeleton_of((*SECTIONS, figures), "农业", None, "review", PURE)
    assert skeleton
    assert {words for words, _ in skeleton.openings} == {"扛牢粮食安全责任"}


def test_points_count_only_where_few_reports_have_a_section_of_their_own() -> None:
    point = section("e", "农业基础更加牢固", GRAIN, level=0)
    for sections, counted in (((*SECTIONS, point), 4), ((*SECTIONS[:2], point), 3)):
        skeleton = skeleton_of(sections, "农业", None, "review", PURE)
        assert skeleton
        assert skeleton.sections == counted


@pytest.mark.parametrize("paragraphs", [(), (("", ()),), (("。", ()),)])
def test_sections_of_nothing_have_a_skeleton_of_nothing(paragraphs: tuple[tuple[str, tuple[Move, ...]], ...]) -> None:
    skeleton = skeleton_of([section("a", "农业", *paragraphs)], "农业", None, "review", PURE)
    assert skeleton
    assert (skeleton.points, skeleton.openings) == ((), ())


def test_no_section_gives_no_skeleton() -> None:
    assert skeleton_of((), "农业", None, "review", PURE) is None


def test_the_sample_reports_tell_how_a_section_on_livelihood_is_written(sample_library: Store) -> None:
    skeleton = sample_library.skeleton("民生", kind="half_year")
    assert skeleton
    assert skeleton.sections >= 8
    assert 300 < skeleton.length < 1000
    assert {"社保", "教育"} <= {point.name for point in skeleton.points}
    assert {"举措", "数据"} <= {move.name for move in skeleton.moves}
    assert sample_library.skeleton("没有这个主题") is None
