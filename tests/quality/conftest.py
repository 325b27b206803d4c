"""The sample corpus, laid out for mining: what the judged lists are about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.ingest.reader import read
from drafter.library.corpus import join
from drafter.library.digest import digest
from drafter.library.ground import Ground, lay_out

CORPUS = Path(__file__).parents[2] / "corpus"


Measured = Callable[[str, float, str], None]


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Measured:
    """Return what notes a figure beside its bar, for bench/bench_quality.py to show: name, value, bar."""
    return lambda name, value, bar: record_property(name, f"{value:.3f}\t{bar}")


@pytest.fixture(scope="session")
def sample_ground() -> Ground:
    """Return the sample corpus with its words judged and its clauses laid out."""
    files = sorted(path for path in CORPUS.glob("*.txt") if path.stem != "README")
    return lay_out(join([digest(document) for path in files for document in read(path, path.name)]))
