"""Laws of what a writer settles: it is kept by every build, follows the figures, and breaks no law of drafts."""

from __future__ import annotations

import random
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compose.alternatives import WORDING, alternatives
from drafter.compose.compose import compose
from drafter.compose.outline_fields import Outline, Point
from drafter.config import shipped
from drafter.model import Alternative, Report

from ..compose.drawing import Drawing
from ..compose.laws import faults
from ..compose.pinning import changed, pinned

outlines = st.integers(0, 10**9).map(lambda seed: Drawing(seed).outline())


def composed(outline: Outline, seed: int) -> Report:
    """Compose without a library."""
    return compose(outline, library=None, template_folders=[shipped("templates")], seed=seed)


def printed(report: Report) -> str:
    """Return the text of a draft."""
    return "\n".join(paragraph.text for paragraph in report.paragraphs())


def points(outline: Outline) -> list[str]:
    """Return the paths of the points of review and plan."""
    parts = (("回顾", outline.review), ("打算", outline.plan))
    return [
        f"{part}[{i}].要点[{j}]"
        for part, sections in parts
        for i, s in enumerate(sections)
        for j in range(len(s.points))
    ]


def point_at(outline: Outline, ref: str) -> Point:
    """Return the point at a path."""
    section, point = (int(step.rstrip("]")) for step in ref.replace(".要点", "").split("[")[1:])
    return (outline.review if ref.startswith("回顾") else outline.plan)[section].points[point]


def settled(outline: Outline, chance: random.Random) -> tuple[Outline, list[Alternative]]:
    """Take over a few alternatives here and there, a paragraph or clauses of each point."""
    taken: list[Alternative] = []
    for ref in chance.sample(points(outline), min(3, len(points(outline)))):
        found = [each for each in alternatives(outline, ref, library=None) if each.text]
        kinds = {each.key for each in found}
        keys = [WORDING] if WORDING in kinds and chance.random() < 0.6 else sorted(kinds - {WORDING})
        chosen = [chance.choice([each for each in found if each.key == key]) for key in keys]
        outline = pinned(outline, ref, *chosen)
        taken += chosen
    return outline, taken


@settings(max_examples=40, deadline=None)
@given(outlines, st.integers(0, 10**9), st.integers(0, 9))
def test_what_is_settled_is_kept_and_breaks_no_law(outline: Outline, chance: int, seed: int) -> None:
    kept, taken = settled(outline, random.Random(chance))
    report = composed(kept, seed)
    assert faults(kept, report) == []
    text = printed(report)
    assert [each.shown for each in taken if each.text != "无" and each.shown not in text] == []
    assert report == composed(kept, seed)
    assert not [gap for gap in report.conflicts if "定稿" in gap.message]


@settings(max_examples=40, deadline=None)
@given(outlines, st.integers(0, 10**9))
def test_no_old_value_stays_in_what_is_settled(outline: Outline, chance: int) -> None:
    draw = random.Random(chance)
    for ref in draw.sample(points(outline), min(2, len(points(outline)))):
        found = [each for each in alternatives(outline, ref, library=None) if each.key == WORDING and each.text]
        point = point_at(outline, ref)
        valued = [n for n, fact in enumerate(point.facts) if fact.value]
        if not found or not valued:
            continue
        number = draw.choice(valued)
        kept = pinned(outline, ref, draw.choice(found))
        new, free = (changed(each, f"{ref}.数据[{number}]", {"value": "6543.21"}) for each in (kept, outline))
        report = composed(new, 0)
        assert printed(report).count("6543.21") == 1
        assert set(faults(new, report)) <= set(faults(free, composed(free, 0)))  # two of a fact's rates may be equal


@settings(max_examples=30, deadline=None)
@given(outlines, st.integers(0, 10**9))
def test_what_is_gone_is_told(outline: Outline, chance: int) -> None:
    draw = random.Random(chance)
    for ref in islice(points(outline), 3):
        found = [each for each in alternatives(outline, ref, library=None) if each.key == WORDING and each.text]
        point = point_at(outline, ref)
        if not found or len(point.facts) + len(point.deeds) < 2:
            continue
        kept = pinned(outline, ref, draw.choice(found))
        key = "facts" if point.facts and (not point.deeds or draw.random() < 0.5) else "deeds"
        lost = getattr(point, key)[0]
        report = composed(changed(kept, ref, {key: getattr(point, key)[1:]}), 0)
        told = "\n".join(gap.where + gap.message for gap in report.missing + report.conflicts)
        assert "定稿" in told
        assert (lost if isinstance(lost, str) else lost.indicator)[:4] in told
