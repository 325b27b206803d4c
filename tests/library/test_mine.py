"""Mining: the whole pipeline."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from drafter.errors import WriteError
from drafter.library import mine as mining
from drafter.library import writing
from drafter.library.digest import digest
from drafter.library.mine import STAGES, mine, unchanged
from drafter.library.store import open_library
from drafter.model import Document

Reader = Callable[..., tuple[Document, ...]]

REPORTS = ("一、工作回顾\n扎实推进乡村振兴，同比增长8.5%。", "一、工作回顾\n全面推进乡村振兴！")


def dump(path: Path) -> str:
    """Return everything a library holds."""
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


def test_the_same_reports_give_the_same_library(reports: Reader, tmp_path: Path) -> None:
    digests = list(map(digest, reports(*REPORTS)))
    mine(digests, tmp_path / "a.sqlite")
    mine(digests, tmp_path / "b.sqlite")
    assert dump(tmp_path / "a.sqlite") == dump(tmp_path / "b.sqlite")


def test_syllables_of_another_drafter_are_looked_up_anew(reports: Reader, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    mine(list(map(digest, reports(*REPORTS))), library)
    right = dump(library)
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE initials SET syllables = 'x'")
        connection.execute("UPDATE notes SET value = 'x' WHERE name = 'maker'")
    mine(list(map(digest, reports(*REPORTS))), library)
    assert dump(library) == right


def test_a_report_filed_twice_is_skipped_and_named(reports: Reader, tmp_path: Path) -> None:
    summary = mine(list(map(digest, reports(*REPORTS, REPORTS[0]))), tmp_path / "library.sqlite")
    assert summary.reports == 2
    assert summary.repeats == (("2.txt", "0.txt"),)


def test_the_summary_counts_what_the_library_holds(reports: Reader, tmp_path: Path) -> None:
    summary = mine(list(map(digest, reports(*REPORTS))), tmp_path / "library.sqlite")
    with open_library(tmp_path / "library.sqlite") as store:
        stats = store.stats()
    assert (summary.reports, summary.phrases, summary.clauses) == (stats["reports"], stats["phrases"], stats["clauses"])


def test_progress_names_every_stage_and_ends_at_one(reports: Reader, tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    mine(
        list(map(digest, reports(*REPORTS))),
        tmp_path / "library.sqlite",
        lambda stage, done: told.append((stage, done)),
    )
    assert [stage for stage, _ in told] == [*(name for name, _, _ in STAGES), "完成"]
    assert [done for _, done in told] == sorted(done for _, done in told)
    assert told[-1][1] == 1.0


def test_a_library_of_the_same_files_is_unchanged(
    reports: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    hashes = {"corpus/a.txt": "1f", "corpus/b.txt": "2e"}
    assert not unchanged(path, hashes)
    mine(list(map(digest, reports(*REPORTS))), path, hashes=hashes)
    assert unchanged(path, hashes)
    assert not unchanged(path, hashes | {"corpus/a.txt": "3d"})
    assert not unchanged(path, hashes | {"corpus/c.txt": "4c"})
    monkeypatch.setattr(mining, "maker", lambda: "another drafter")
    assert not unchanged(path, hashes)


def test_the_old_library_stays_when_writing_fails(
    reports: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    mine(list(map(digest, reports(*REPORTS))), path)
    before = path.read_bytes()
    monkeypatch.setitem(writing._INSERTS, "headings", "NONSENSE")
    with pytest.raises(WriteError, match="语料库"):
        mine(list(map(digest, reports("一、打算\n加快建设和美乡村。"))), path)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".library*"))


def test_a_report_of_nothing_but_a_title_is_mined(reports: Reader, tmp_path: Path) -> None:
    assert mine(list(map(digest, reports("政府工作报告"))), tmp_path / "library.sqlite").clauses == 0


def test_no_report_gives_an_empty_library(tmp_path: Path) -> None:
    mine((), tmp_path / "library.sqlite")
    with open_library(tmp_path / "library.sqlite") as store:
        assert store.phrases("乡村") == []
        assert store.frames("投资") == []
        assert len(store.index()) == 0
