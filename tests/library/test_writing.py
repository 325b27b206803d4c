"""What is written beside the mined: what was left out, and what is to stay out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import WriteError
from drafter.library.digest import digest
from drafter.library.mine import mine
from drafter.library.store import open_library
from drafter.library.writing import Contents, forget_files, forgotten_files, write_library
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


def test_repeats_and_families_are_kept(reports: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Contents] = []
    monkeypatch.setattr("drafter.library.mine.write_library", lambda contents, _: written.append(contents))
    mine(list(map(digest, reports(*REPORTS))), tmp_path / "library.sqlite")
    more = replace(written[0], repeats=[("2.txt", "0.txt")], families=[("1.txt", "0.txt")])
    write_library(more, tmp_path / "library.sqlite")
    with open_library(tmp_path / "library.sqlite") as store:
        holdings = store.holdings(1)
    assert holdings.repeats == (("2.txt", "0.txt"),)
    assert holdings.families == (("1.txt", "0.txt"),)
