"""The sample corpus, laid out for mining: what the judged lists are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.ingest.reader import read
from drafter.library.corpus import join
from drafter.library.digest import digest
from drafter.library.ground import Ground, lay_out

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="session")
def sample_ground() -> Ground:
    """Return the sample corpus with its words judged and its clauses laid out."""
    files = sorted(path for path in CORPUS.glob("*.txt") if path.stem != "README")
    return lay_out(join([digest(document) for path in files for document in read(path, path.name)]))
