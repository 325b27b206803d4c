"""What is written beside the mined: what was left out, and what is to stay out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.errors import WriteError
from drafter.library.digest import digest
from drafter.library.mine import mine
from drafter.library.store import open_library
from drafter.library.writing import forget_files, forgotten_files, new_library
from drafter.model import Document

Reader = Callable[..., tuple[Document, ...]]
REPORTS = ("一、工作回顾\n扎实推进乡村振兴，同比增长8.5%。", "一、工作回顾\n扎实推进乡村振兴！")


def test_files_to_stay_without_outlive_the_library(reports: Reader, tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    assert forgotten_files(path) == {}
    mine(list(map(digest, reports(*REPORTS))), path)
    assert forgotten_files(path) == {}
    forget_files(path, {"corpus/a.txt": "1f"})
    mine(list(map(digest, reports(REPORTS[0]))), path)
    assert forgotten_files(path) == {"corpus/a.txt": "1f"}
    with open_library(path) as store:
        assert store.forgotten() == ("corpus/a.txt",)
    forget_files(path, {})
    assert forgotten_files(path) == {}


def test_a_damaged_library_keeps_nothing_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"no database" * 1000)
    assert forgotten_files(path) == {}
    with pytest.raises(WriteError, match="写不进语料库"):
        forget_files(path, {"a": "1"})


def test_what_is_filed_twice_is_kept(reports: Reader, tmp_path: Path) -> None:
    passage = "扎实推进乡村振兴，持续改善人居环境，切实保障和改善民生，推动各项工作再上新台阶。" * 2
    texts = [f"一、工作回顾\n{passage}\n{start}，同比增长8.5%。" for start in ("完成投资3亿元", "发放补贴2万元")]
    summary = mine(list(map(digest, reports(*texts, texts[0]))), tmp_path / "library.sqlite")
    with open_library(tmp_path / "library.sqlite") as store:
        holdings = store.holdings(1)
    assert holdings.repeats == summary.repeats == (("2.txt", "0.txt"),)
    assert holdings.reprints == summary.reprints == (("1.txt", "0.txt", 1),)
    assert summary.families == ()


def test_an_unfinished_library_leaves_nothing(reports: Reader, tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    mine(list(map(digest, reports(*REPORTS))), path)
    before = path.read_bytes()
    with pytest.raises(RuntimeError, match="半途"):
        _half_written(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if file.suffix != ".txt"] == ["library.sqlite"]


def _half_written(path: Path) -> None:
    with new_library(path, ["0.txt"]) as library:
        library.add("notes", [("maker", "x")])
        raise RuntimeError("半途")
