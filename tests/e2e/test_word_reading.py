"""The reading copy on paper: 19 lines of 24 characters, nothing outside the text area."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from drafter.page import STANDARD
from drafter.page.reading import reading

from .paper import LEFT, RIGHT, Page, running_text
from .test_word_pages import long_report, render

pytestmark = pytest.mark.e2e

SQUARE = 18  # a character


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """Return the lines of every page of the reading copy of a long report, the page number last."""
    return render(long_report(), tmp_path_factory.mktemp("reading"), reading(STANDARD))


def test_a_full_page_holds_19_lines_of_24_characters(pages: list[Page]) -> None:
    running = running_text(pages)
    full = [page for page, after in pairwise(running[1:]) if after[0].left < LEFT + SQUARE]
    assert len(full) >= 5
    assert {len(page) for page in full} == {19}
    lines = [line for page in running for line in page]
    plain = [line.text for line in lines if line.left < LEFT + 1 and re.fullmatch("[\u4e00-\u9fff]+", line.text)]
    assert max(map(len, plain)) == 24
    assert max(line.right for line in lines) < RIGHT + 1


def test_every_page_has_its_number(pages: list[Page]) -> None:
    assert [page[-1].text for page in pages] == [f"—{number}—" for number in range(1, len(pages) + 1)]
