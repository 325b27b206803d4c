"""The background: what many localities write, measured, written and read again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from drafter.config import data
from drafter.library import background as backgrounds
from drafter.library.background import Background, background, write
from drafter.library.commonness import measure
from drafter.library.cores import core_hashes
from drafter.library.digest import Digest, digest
from drafter.model import Document

LARGEST = 2_000_000  # bytes of the table that ships
TOWNS = ("甲溪镇", "乙溪镇", "丙溪镇", "丁溪镇")


@pytest.fixture
def digests(reports: Callable[..., tuple[Document, ...]]) -> list[Digest]:
    """Return the reports of four towns; three of them hold the river chiefs to their task."""
    texts = [f"{town}政府工作报告\n一、工作回顾\n持续优化营商环境。" for town in TOWNS]
    texts[:3] = [f"{text}全面落实河长制责任，规上工业增长。" for text in texts[:3]]
    return [*map(digest, reports(*texts, texts[0].replace("回顾", "总结")))]  # one town has two reports


def core(digests: list[Digest], clause: str) -> np.ndarray:
    """Return the hash of the core of a clause of the first report."""
    first = digests[0]
    texts = [first.text[a:b] for a, b in zip(first.clause_starts, first.clause_ends, strict=True)]
    return first.clause_cores[[texts.index(clause)]]


def test_words_and_cores_count_by_locality_not_by_report(digests: list[Digest]) -> None:
    table = measure(digests)
    assert table.localities == len(TOWNS)
    assert table.of_words(["优化", "责任", "没有"]).tolist() == [4, 3, 0]
    assert table.of_cores(core(digests, "持续优化营商环境")).tolist() == [4]
    assert table.of_cores(core(digests, "全面落实河长制责任")).tolist() == [3]


def test_what_few_localities_use_is_left_out(digests: list[Digest]) -> None:
    table = measure(digests[:2])
    assert len(table.words) == len(table.cores) == 0
    assert table.of_words(["优化"]).tolist() == [0]


def test_a_table_comes_back_as_it_was_written(
    digests: list[Digest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = measure(digests)
    for name in ("一", "二"):
        write(table, tmp_path / name)
    assert (tmp_path / "一").read_bytes() == (tmp_path / "二").read_bytes()
    monkeypatch.setattr(backgrounds, "data", lambda _: tmp_path / "一")
    back = background.__wrapped__()
    for name in Background.__dataclass_fields__:
        assert np.array_equal(getattr(back, name), getattr(table, name))


def test_the_one_that_ships_is_small_and_knows_what_everybody_writes() -> None:
    assert data("background.npz").stat().st_size <= LARGEST
    table = background()
    assert table.localities >= 40
    assert (table.of_words(["乡村", "营商", "基层"]) >= 20).all()
    assert table.of_words(["云岫"]).tolist() == [0]
    assert all(np.all(np.diff(each.astype(np.float64)) > 0) for each in (table.words, table.pairs, table.cores))


def test_the_core_of_a_common_clause_is_known(reports: Callable[..., tuple[Document, ...]]) -> None:
    (one,) = map(digest, reports("一、回顾\n严格落实中央八项规定精神。"))
    cores = core_hashes(one.vocabulary, one.kinds, one.words, one.clause_first, one.clause_last)
    assert cores.tolist() == one.clause_cores.tolist()
    assert background().of_cores(cores).min() >= 20
