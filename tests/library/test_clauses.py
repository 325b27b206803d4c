"""Clauses: how widely each is used, and what is gathered of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from drafter.library import gathering
from drafter.library.background import Background
from drafter.library.gathering import gather_clauses
from drafter.library.ground import Ground
from drafter.model import Clause

HEAD = "一、工作回顾\n"


@pytest.fixture(autouse=True)
def _no_background(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let only the reports at hand count."""
    hashes, counts = np.zeros(0, np.uint64), np.zeros(0, np.uint8)
    nothing = Background(0, hashes, counts, hashes, counts, hashes, counts, hashes, counts)
    monkeypatch.setattr(gathering, "background", lambda: nothing)


def gathered(ground: Ground) -> dict[str, Clause]:
    """Return the clauses of some reports by their text."""
    return {clause.text: clause for clause in gather_clauses(ground)}


def test_function_words_and_figures_make_no_difference_to_how_widely_a_clause_is_used(
    ground: Callable[..., Ground],
) -> None:
    found = gathered(
        ground(
            f"{HEAD}我们持续优化营商环境，足额发放各类补贴。",
            f"{HEAD}不断优化营商环境；足额发放了各类补贴。",
            f"{HEAD}进一步优化营商环境。",
        )
    )
    assert found["不断优化营商环境"].localities == 3
    assert found["足额发放各类补贴"].localities == 2


def test_a_core_inside_a_longer_clause_counts(ground: Callable[..., Ground]) -> None:
    found = gathered(ground(f"{HEAD}优化营商环境。", f"{HEAD}切实优化营商环境推动企业发展。"))
    assert found["优化营商环境"].localities == 2
    assert found["切实优化营商环境推动企业发展"].localities == 1


def test_what_a_clause_denies_is_no_function_word(ground: Callable[..., Ground]) -> None:
    found = gathered(ground(f"{HEAD}整改工作尚未完成。", f"{HEAD}整改工作完成。"))
    assert {clause.localities for clause in found.values()} == {1}


def test_one_report_counts_once_and_is_named(ground: Callable[..., Ground]) -> None:
    (clause,) = gathered(ground(f"{HEAD}狠抓工作落实。\n狠抓工作落实。")).values()
    assert (clause.localities, clause.sources) == (1, ("0.txt",))


def test_a_clause_with_a_figure_is_kept_only_where_several_use_it(ground: Callable[..., Ground]) -> None:
    found = gathered(
        ground(f"{HEAD}发放补贴224万元；做好春耕生产。", f"{HEAD}兑现奖补36万元。", f"{HEAD}兑现奖补36万元。")
    )
    assert set(found) == {"做好春耕生产", "兑现奖补36万元"}


def test_an_honour_is_never_pure(ground: Callable[..., Ground]) -> None:
    found = gathered(ground(*[f"{HEAD}我们荣获先进集体称号。"] * 2))
    assert not found["我们荣获先进集体称号"].pure


def test_the_most_widely_used_come_first(ground: Callable[..., Ground]) -> None:
    found = gathered(ground(f"{HEAD}做好春耕生产。优化营商环境。", f"{HEAD}优化营商环境。"))
    assert list(found) == ["优化营商环境", "做好春耕生产"]
