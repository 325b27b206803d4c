"""Papers of departments, as they are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.ingest.reader import read
from drafter.model import Document

Paper = Callable[[str, str], Document]


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    """Return what reads a paper from its name and text."""

    def reading(name: str, text: str) -> Document:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        (document,) = read(path, name)
        return document

    return reading
