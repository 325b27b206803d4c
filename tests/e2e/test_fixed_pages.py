"""A file whose layout was put right, on paper: LibreOffice prints it, and its lines are counted."""

from __future__ import annotations

from itertools import pairwise

import docx
import pytest

from drafter.app import fix_layout
from drafter.config import Workspace

from .paper import BOTTOM, LEFT, RIGHT, SQUARE, Page, converted, pages_of
from .test_word_pages import SENTENCES

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """Return the lines of every page of a file in US Letter, single lines and theme fonts, once it is put right."""
    folder = tmp_path_factory.mktemp("fixed")
    document = docx.Document()
    document.add_paragraph("清河镇2024年上半年工作总结")
    for part in ("一、上半年工作回顾", "二、下半年工作打算"):
        document.add_paragraph(part)
        for number in range(40):
            document.add_paragraph("".join(SENTENCES[(number + at) % 5] for at in range(3 + number % 4)))
    document.save(str(folder / "稿子.docx"))
    assert not fix_layout(Workspace(folder), folder / "稿子.docx", folder / "fixed.docx").left
    return pages_of(converted(folder / "fixed.docx", "pdf"))


def test_full_pages_hold_22_lines(pages: list[Page]) -> None:
    texts = [[line for line in page if line.middle < BOTTOM] for page in pages]
    full = [page for page, after in pairwise(texts[1:]) if after[0].left < LEFT + SQUARE]
    assert len(full) >= 3
    assert {len(page) for page in full} == {22}


def test_full_lines_hold_28_characters(pages: list[Page]) -> None:
    lines = [line for page in pages for line in page if line.right > RIGHT - SQUARE and line.left < LEFT + SQUARE]
    han = [line for line in lines if not any(character.isascii() for character in line.text)]
    assert len(han) >= 20
    assert sum(len(line.text) in {27, 28, 29} for line in han) / len(han) >= 0.9


def test_page_numbers_stand_outside(pages: list[Page]) -> None:
    for number, page in enumerate(pages, 1):
        foot = page[-1]
        assert foot.text == f"—{number}—"
        assert (foot.left > (LEFT + RIGHT) / 2) == bool(number % 2)
