"""Layouts: a paragraph is laid out as paragraphs of its topic and kind are."""

from __future__ import annotations

from collections import Counter

import pytest

from drafter.compose.choice import Choice
from drafter.compose.sequences import Holds, Layout, Part, Sequences, moves_of, sequence_of
from drafter.model import Kind

BOTH, FIGURES, DEEDS = (
    Holds(figures=True, deeds=True),
    Holds(figures=True, deeds=False),
    Holds(figures=False, deeds=True),
)


class Told:
    """A library whose paragraphs make the sequences given for a topic and a kind."""

    def __init__(self, told: dict[tuple[str, Kind | None], str]) -> None:
        self.told = told

    def moves(self, topic: str = "", *, kind: Kind | None = None, **_: object) -> list[tuple[str, ...]]:
        """Return two hundred paragraphs of the sequence given, or none."""
        moves = self.told.get((topic, kind))
        return [tuple(moves.split("-"))] * 200 if moves else []


@pytest.mark.parametrize(
    ("mined", "sequence"),
    [
        (("依据", "举措", "数据"), ("举措", "数据")),
        (("成效", "数据", "荣誉", "举措"), ("数据", "举措")),
        (("举措", "打算", "数据", "成效"), ("举措", "数据", "成效")),
        (("问题",), ()),
    ],
)
def test_mined_moves_are_told_as_layouts_are(mined: tuple[str, ...], sequence: tuple[str, ...]) -> None:
    assert sequence_of(mined) == sequence


def test_a_layout_makes_moves() -> None:
    layout = Layout(opens=True, deeds_first=(True, False), effects=(False, True))
    assert moves_of(layout, [BOTH, BOTH]) == ("举措", "数据", "举措", "成效")
    assert moves_of(Layout(opens=False, deeds_first=(True,), effects=(True,)), [FIGURES]) == ("数据", "成效")
    assert moves_of(Layout(opens=True, deeds_first=(True,), effects=(False,)), [DEEDS]) == ("举措",)


@pytest.mark.parametrize(
    ("mined", "sequence"),
    [
        (("依据", "打算", "数据"), ("依据", "举措", "数据")),
        (("打算", "依据", "打算", "成效"), ("举措", "成效")),
        (("成效", "打算"), ("成效", "举措")),
    ],
)
def test_in_the_plan_a_basis_opens(mined: tuple[str, ...], sequence: tuple[str, ...]) -> None:
    assert sequence_of(mined, "plan") == sequence
    assert moves_of(Layout(opens=True, deeds_first=(True,), effects=(True,)), [BOTH], "plan") == (
        "依据",
        "举措",
        "数据",
        "成效",
    )


def drawn(
    sequences: Sequences, topic: str, *strands: Holds, opens: bool | None = None, part: Part = "review"
) -> Counter[str]:
    """Return what sequences are drawn in two hundred times."""
    choice = Choice(0)
    layouts = (sequences.lay_out(strands, topic, choice, part=part, opens=opens) for _ in range(200))
    return Counter("-".join(moves_of(layout, strands, part)) for layout in layouts)


def test_plans_are_laid_out_as_plans_are() -> None:
    with_aims, without = (drawn(Sequences(), "农业", holds, part="plan") for holds in (BOTH, DEEDS))
    opened = sum(count for moves, count in with_aims.items() if moves.startswith("依据")) / 200
    aims_first = sum(count for moves, count in with_aims.items() if "数据-举措" in moves) / 200
    closed = sum(count for moves, count in without.items() if moves.endswith("成效")) / 200
    assert 0.05 <= opened <= 0.3  # of the mined paragraphs a fifth
    assert 0.1 <= aims_first <= 0.4  # of those with figures a fifth begin with one
    assert 0.2 <= closed <= 0.5  # a third


def test_a_library_tells_of_its_own_plans() -> None:
    own = Told({("农业", None): "打算-数据-成效"})
    found = drawn(Sequences(own), "农业", BOTH, part="plan")  # type: ignore[arg-type]
    assert found.most_common(1)[0][0] == "举措-数据-成效"


def test_effects_close_as_often_as_writers_let_them() -> None:
    shares = []
    for topic in ("安全生产", "科技"):  # of the mined paragraphs a third end in one, and a sixteenth
        found = drawn(Sequences(), topic, BOTH)
        shares.append(sum(count for moves, count in found.items() if moves.endswith("成效")) / 200)
    assert 0.15 <= shares[0] <= 0.5
    assert shares[1] <= 0.15


@pytest.mark.parametrize(
    ("told", "usual"),
    [
        ({("农业", "half_year"): "数据-举措-成效", ("农业", None): "举措-数据"}, "数据-举措-成效"),
        ({("农业", None): "数据-举措-成效", ("", "half_year"): "举措-数据"}, "数据-举措-成效"),
        ({("", "half_year"): "数据-举措-成效"}, "数据-举措-成效"),
    ],
)
def test_the_narrowest_that_is_known_tells(told: dict[tuple[str, Kind | None], str], usual: str) -> None:
    sequences = Sequences(Told(told), "half_year")  # type: ignore[arg-type]
    assert drawn(sequences, "农业", BOTH).most_common(1)[0][0] == usual


def test_what_must_open_opens() -> None:
    assert all(moves.startswith("举措") for moves in drawn(Sequences(), "社保", FIGURES, opens=True))
    assert all(moves.startswith("数据") for moves in drawn(Sequences(), "社保", FIGURES, opens=False))


def test_many_strands_are_laid_out_too() -> None:
    assert drawn(Sequences(), "没有的主题", *[BOTH] * 9).total() == 200
