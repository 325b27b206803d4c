"""The hand-written outlines, and drawn ones, composed beside a library of the sample corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.app.own_words import reuse_of_composed
from drafter.compose.compose import compose
from drafter.compose.freshness import RUN
from drafter.compose.outline import load_outline
from drafter.compose.outline_fields import KINDS, Outline
from drafter.config import shipped
from drafter.ingest.reader import read
from drafter.library.digest import digest
from drafter.library.mine import mine
from drafter.library.store import Store, open_library
from drafter.model import Report

from ..compose.drawing import Drawing
from ..compose.laws import facts_of, faults, points_of
from ..compose.measures import foreign_places, longest_run, neighbours

CORPUS = Path(__file__).parents[2] / "corpus"
WRITTEN = sorted((Path(__file__).parents[1] / "compose" / "outlines").glob("*.yaml"))
MOST_REUSED = 0.10  # of the composer's characters; product rule


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a library mined from the sample corpus."""
    path = tmp_path_factory.mktemp("library") / "library.sqlite"
    files = sorted(each for each in CORPUS.glob("*.txt") if each.stem != "README")
    mine([digest(document) for each in files for document in read(each, each.name)], path)
    with open_library(path) as store:
        yield store


def composed(outline: Outline, library: Store | None, seed: int = 0) -> Report:
    """Compose with the shipped templates."""
    return compose(outline, library=library, template_folders=[shipped("templates")], seed=seed)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", [0, 1])
def test_a_hand_written_outline_breaks_no_law(path: Path, seed: int, library: Store) -> None:
    outline = load_outline(path)
    texts = [library.report(number).text for number in range(len(library.reports()))]
    for report in (composed(outline, None, seed), composed(outline, library, seed)):
        assert faults(outline, report) == []
        assert foreign_places(outline, report) == []
        assert neighbours(report, texts) == []
        assert longest_run(report, texts) <= RUN
        assert reuse_of_composed(report, library.index()) <= MOST_REUSED


def test_drawn_outlines_repeat_no_report(library: Store) -> None:
    texts = [library.report(number).text for number in range(len(library.reports()))]
    for seed in range(20):
        outline = Drawing(seed).outline()
        report = composed(outline, library)
        assert faults(outline, report) == []
        assert neighbours(report, texts) == []
        assert longest_run(report, texts) <= RUN
        assert reuse_of_composed(report, library.index()) <= MOST_REUSED


def test_the_hand_written_outlines_are_of_every_kind_and_size() -> None:
    outlines = [load_outline(path) for path in WRITTEN]
    assert {outline.kind for outline in outlines} == set(KINDS.values())
    levels = {(outline.locality.name[-1], (outline.locality.county or "")[-1]) for outline in outlines}
    assert {level for level, _ in levels} == {"镇", "乡", "道"}
    assert {superior for _, superior in levels} == {"县", "市", "区"}
    sizes = [(len(facts_of(outline)), sum(len(point.deeds) for point in points_of(outline))) for outline in outlines]
    assert min(sizes) == (6, 0)
    assert max(sizes) >= (85, 40)
