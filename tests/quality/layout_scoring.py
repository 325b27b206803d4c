"""Score the layout rule on planted faults: how many are found, and what is raised on the good files themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.app.layouts import looks_of
from drafter.check.layout.deviations import Deviation
from drafter.check.layout.rule import deviations
from drafter.ingest.reader import read
from drafter.page import STANDARD

from .good_files import good_files
from .layout_planting import Planted, planted


@dataclass(frozen=True, slots=True)
class Score:
    """What became of one file: a good one as it is, or one with a fault."""

    file: str
    fault: str  # "" for the file as it is
    found: bool
    raised: tuple[str, ...]  # messages of all deviations


def scores(folder: Path, seeds: Sequence[int]) -> Iterator[Score]:
    """Yield the score of every good file and of every fault planted in it; `folder` is for files on the way."""
    place = folder / "稿子.docx"
    for name, content in good_files(folder):
        place.write_bytes(content)
        raised = [each for each, _ in _deviations(place)]
        yield Score(name, "", False, tuple(each.message() for each in raised))
        for seed in seeds:
            for plant in planted(content, seed):
                place.write_bytes(plant.content)
                every = _deviations(place)
                found = any(_is_it(plant, deviation, text) for deviation, text in every)
                yield Score(name, plant.fault, found, tuple(each.message() for each, _ in every))


def _deviations(path: Path) -> list[tuple[Deviation, str]]:
    """Return the deviations of a file, each with the paragraph it stands in ("" for pages)."""
    documents = read(path, path.name)
    found = []
    for document, look in zip(documents, looks_of(path, documents), strict=True):
        assert look is not None
        texts = {each.element: each.span.of(document.raw).replace("\n", "") for each in look.paragraphs}
        every = deviations(document, look, STANDARD)
        found += [(each, texts.get(each.element, "") if len(each.span) else "") for each in every]
    return found


def _is_it(plant: Planted, deviation: Deviation, text: str) -> bool:
    return deviation.kind in plant.kinds and plant.text in text
