"""Reports for the library's tests: small ones as read from a file, and a library mined from the sample corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from drafter.ingest.reader import read
from drafter.library.corpus import join
from drafter.library.digest import digest
from drafter.library.ground import Ground, lay_out
from drafter.library.mine import mine
from drafter.library.slots import Word
from drafter.library.store import Store, open_library
from drafter.model import Document
from drafter.text.wordclass import FIGURE, NAME, STRANGE, kinds
from drafter.text.words import cut

CORPUS = Path(__file__).parents[2] / "corpus"

Reader = Callable[..., tuple[Document, ...]]


@pytest.fixture
def reports(tmp_path: Path) -> Reader:
    """Return a function that reads texts as reports; the n-th is named n.txt."""

    def build(*texts: str) -> tuple[Document, ...]:
        documents: list[Document] = []
        for number, text in enumerate(texts):
            path = tmp_path / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
            documents += read(path, path.name)
        return tuple(documents)

    return build


@pytest.fixture
def ground(reports: Reader) -> Callable[..., Ground]:
    """Return a function that lays out texts for mining, one report each."""

    def build(*texts: str) -> Ground:
        return lay_out(join(list(map(digest, reports(*texts)))))

    return build


@pytest.fixture(scope="session")
def sample_documents() -> tuple[Document, ...]:
    """Return the reports of the sample corpus."""
    files = sorted(path for path in CORPUS.glob("*.txt") if path.stem != "README")
    return tuple(document for path in files for document in read(path, f"corpus/{path.name}"))


@pytest.fixture(scope="session")
def sample_library(sample_documents: tuple[Document, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a library mined from the sample corpus."""
    path = tmp_path_factory.mktemp("library") / "library.sqlite"
    mine(list(map(digest, sample_documents)), path)
    with open_library(path) as store:
        yield store


@pytest.fixture(scope="session")
def as_words() -> Callable[[str], list[Word]]:
    """Return a function that cuts a clause; names, strange words and what stands in quotation marks are not clean."""

    def read(clause: str) -> list[Word]:
        texts = cut(clause)
        words = []
        for text, start, kind in zip(
            texts, accumulate(map(len, texts), initial=0), kinds(texts).tolist(), strict=False
        ):
            quoted = clause[:start].count("“") > clause[:start].count("”")
            words.append(Word(text, start, kind, kind not in {NAME, STRANGE, FIGURE} and not quoted))
        return words

    return read
