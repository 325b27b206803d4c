"""Texts that several tests of the text room read."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="session")
def samples() -> dict[str, str]:
    """Return the sample reports as raw text, by file name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))}
