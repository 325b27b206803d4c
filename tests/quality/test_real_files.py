"""Every real file at hand is read: the Word files and the uncleaned reports that stand beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.ingest.reader import read, read_raw

SHARED = Path(__file__).parents[3] / "shared"
FILES = sorted([*SHARED.glob("docx/*.docx"), *SHARED.glob("reports/noisy/*.txt")])
SHORTEST = 40  # characters: letterhead templates have little more
EMPTY = {"gongwenassistant_A4_1_m", "gongwenassistant_A4_3"}  # templates without a word
REPORT = 5000  # characters of a province's report

pytestmark = pytest.mark.skipif(not FILES, reason="needs ../shared/docx and ../shared/reports/noisy")


def test_all_are_here() -> None:
    assert sum(path.suffix == ".docx" for path in FILES) >= 31
    assert sum(path.suffix == ".txt" for path in FILES) >= 18


@pytest.mark.parametrize("name", sorted(EMPTY))
def test_a_template_without_a_word_says_so(name: str) -> None:
    with pytest.raises(ReadError, match="没有文字"):
        read(SHARED / "docx" / f"{name}.docx", name)


@pytest.mark.parametrize("path", [path for path in FILES if path.stem not in EMPTY], ids=lambda path: path.stem[:24])
def test_it_is_read_and_every_block_has_its_place(path: Path) -> None:
    documents = read(path, path.name)
    raw = read_raw(path)
    assert sum(len(document.text) for document in documents) >= (REPORT if "政府工作报告" in path.stem else SHORTEST)
    for document in documents:
        assert document.raw == raw
        for block in document.blocks:
            span = document.raw_span(block.span)
            assert 0 <= span.start <= span.end <= len(raw)
