"""The library file: what comes back, and what happens when the file is not as it should be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from drafter.errors import LibraryError
from drafter.library import schema
from drafter.library.digest import digest
from drafter.library.mine import mine
from drafter.library.store import Store, open_library
from drafter.model import Document, Library

REPORTS = (
    "高兴镇政府工作报告\n——2023年8月25日在高兴镇第十九届人民代表大会第五次会议上\n一、上半年工作回顾\n优化营商环境。",
    "一、工作回顾\n持续优化营商环境。完成投资3.2亿元。",
)


@pytest.fixture
def library(reports: Callable[..., tuple[Document, ...]], tmp_path: Path) -> Path:
    """Return a small library's file."""
    path = tmp_path / ".drafter" / "library.sqlite"
    mine(list(map(digest, reports(*REPORTS))), path)
    return path


def test_a_store_is_a_library(sample_library: Store) -> None:
    library: Library = sample_library
    assert library.phrases("乡czx")[0].text == "乡村振兴"


def test_reports_come_back_as_they_went_in(library: Path, reports: Callable[..., tuple[Document, ...]]) -> None:
    with open_library(library) as store:
        back = [store.report(number) for number in range(store.stats()["reports"])]
    for report, document in zip(back, reports(*REPORTS), strict=True):
        assert report.source == document.source
        assert report.text == document.text
        assert report.offsets == document.offsets


def test_the_reuse_index_is_of_the_same_reports(library: Path) -> None:
    with open_library(library) as store:
        index = store.index()
        assert len(index) == 2
        assert index.report(1) == store.report(1)


def test_phrases_can_be_asked_for_by_topic_and_move(sample_library: Store) -> None:
    found = sample_library.phrases("", topic="产业", limit=40)
    assert {phrase.topic for phrase in found} > {"产业", "农业"}  # and what stands under it
    assert {phrase.move for phrase in sample_library.phrases("", move="成效", limit=40)} == {"成效"}


def test_clauses_serve_the_move_asked_for_the_most_widely_used_first(sample_library: Store) -> None:
    clauses = sample_library.clauses(move="举措", topic="生态", limit=30)
    assert {clause.move for clause in clauses} == {"举措"}
    assert [clause.localities for clause in clauses] == sorted((c.localities for c in clauses), reverse=True)


def test_phrases_tell_how_new_and_how_widely_used_they_are(sample_library: Store) -> None:
    phrase = sample_library.phrases("乡村振兴", limit=1)[0]
    assert phrase.year == 2023
    assert 10 <= phrase.localities <= phrase.doc_count
    assert set(phrase.sources) <= set(sample_library.sources())


def test_full_pinyin_finds_phrases(sample_library: Store) -> None:
    assert sample_library.phrases("xiangcunzhenxing")[0].text == "乡村振兴"
    assert sample_library.phrases("乡cun")[0].text.startswith("乡村")


def test_everything_can_be_listed(sample_library: Store) -> None:
    stats = sample_library.stats()
    assert len(sample_library.all_frames()) == stats["frames"]
    assert len(sample_library.reports()) == stats["reports"]
    common = sample_library.common_clauses(5)
    assert 0 < len(common) < stats["clauses"]
    assert all(clause.pure or clause.localities >= 5 for clause in common)


def test_holdings_say_what_was_mined_and_what_is_used(sample_library: Store) -> None:
    holdings = sample_library.holdings(best=5)
    assert len(holdings.reports) == holdings.counts["reports"] == 15
    assert sum(chars for _, chars in holdings.reports) == holdings.counts["chars"]
    assert len(holdings.phrases) == 5
    coverage = holdings.coverage
    assert 0.5 < coverage.topic < 1
    assert 0.5 < coverage.move < 1
    assert 0.3 < coverage.phrase < 1


def test_fragments_leave_marks_out(library: Path) -> None:
    with open_library(library) as store:
        fragments = store.fragments(5)
        assert "境完成投资" in fragments
        assert "完成投资" not in fragments
        assert [paragraph for paragraph in store.paragraphs("完成投资") if "完成投资" not in paragraph] == []


def test_stats_count_everything(library: Path) -> None:
    with open_library(library) as store:
        stats = store.stats()
    assert stats["reports"] == 2
    assert stats["chars"] > 50
    assert stats["clauses"] == 2  # the one with a figure is nobody else's to use


def test_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"还没有语料库.*drafter mine"):
        open_library(tmp_path / "library.sqlite")


def test_a_newer_library_says_what_to_do(library: Path) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(LibraryError, match=r"更新版本.*升级"):
        open_library(library)


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100])
def test_what_is_no_library_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="drafter mine"):
        open_library(path)


def test_a_damaged_library_says_what_to_do(library: Path) -> None:
    content = bytearray(library.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    library.write_bytes(bytes(content))
    with open_library(library) as store:
        asked = (
            lambda: store.report(0),
            store.index,
            lambda: store.phrases("乡村"),
            lambda: store.sections("乡村"),
            lambda: store.skeleton("农业"),
            lambda: store.holdings(3),
        )
        for ask in asked:
            with pytest.raises(LibraryError, match=r"损坏|不完整"):
                ask()


def test_a_failed_migration_changes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library.sqlite", isolation_level=None)) as connection:
        schema.migrate(connection)
        broken = (*schema.MIGRATIONS, ("CREATE TABLE extra (n INTEGER)", "NONSENSE"))
        monkeypatch.setattr(schema, "MIGRATIONS", broken)
        monkeypatch.setattr(schema, "VERSION", len(broken))
        with pytest.raises(sqlite3.Error):
            schema.migrate(connection)
        assert schema.version_of(connection) == len(broken) - 1
        assert connection.execute("SELECT COUNT(*) FROM sqlite_master WHERE name = 'extra'").fetchone() == (0,)
