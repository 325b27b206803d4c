"""jieba, rjieba and our own segmenter cut alike: the same library comes out of all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import jieba
import pytest
import rjieba

from drafter.library.digest import digest
from drafter.library.mine import mine
from drafter.model import Document
from drafter.text import segmenter, words

SEGMENTERS = {
    "jieba": partial(jieba.lcut, HMM=False),
    "rjieba": partial(rjieba.cut, hmm=False),
    "own": lambda text: segmenter.cut(text, words.lexicon()),
}


def test_the_same_library_comes_out_of_all(
    sample_documents: tuple[Document, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dumps = []
    for name, cut in SEGMENTERS.items():
        monkeypatch.setattr(words, "_segmenter", lambda cut=cut: cut)
        mine(list(map(digest, sample_documents)), tmp_path / name)
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            dumps.append("\n".join(connection.iterdump()))
    assert len(dumps[0]) > 100_000
    assert dumps[0] == dumps[1] == dumps[2]
