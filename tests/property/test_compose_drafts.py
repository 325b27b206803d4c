"""Laws of every draft: complete, grounded, clean, varied, repeatable, whatever the outline holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compose.compose import compose
from drafter.compose.outline_fields import Outline
from drafter.config import shipped
from drafter.model import Report

from ..compose.drawing import Drawing
from ..compose.laws import facts_of, faults

outlines = st.integers(0, 10**9).map(lambda seed: Drawing(seed).outline())


def composed(outline: Outline, seed: int) -> Report:
    """Compose without a library."""
    return compose(outline, library=None, template_folders=[shipped("templates")], seed=seed)


@settings(max_examples=60, deadline=None)
@given(outlines, st.integers(0, 9))
def test_a_draft_breaks_no_law(outline: Outline, seed: int) -> None:
    assert faults(outline, composed(outline, seed)) == []


@settings(max_examples=15, deadline=None)
@given(outlines, st.integers(0, 9))
def test_the_same_seed_gives_the_same_draft(outline: Outline, seed: int) -> None:
    assert composed(outline, seed) == composed(outline, seed)


def test_outlines_are_drawn_small_and_large() -> None:
    sizes = [len(facts_of(Drawing(seed).outline())) for seed in range(300)]
    assert min(sizes) <= 1
    assert max(sizes) >= 90
