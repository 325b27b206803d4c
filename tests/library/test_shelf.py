"""The shelf: digests come back as they were put, and a broken shelf is an empty one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from drafter.library.digest import Digest, digest
from drafter.library.shelf import Shelf
from drafter.model import Document

Reader = Callable[..., tuple[Document, ...]]
REPORT = (
    "高兴镇政府工作报告\n——2023年8月25日在高兴镇第十九届人民代表大会第五次会议上\n一、上半年工作回顾\n"
    "（一）狠抓招商引资，发展后劲更足。完成固定资产投资3.2亿元，同比增长8.5%。"
)


def same(one: Digest, other: Digest) -> bool:
    """Tell whether two digests are equal, array by array."""
    return all(np.array_equal(getattr(one, each.name), getattr(other, each.name)) for each in fields(Digest))


def test_digests_come_back_as_they_were_put(reports: Reader, tmp_path: Path) -> None:
    (put,) = map(digest, reports(REPORT))
    with Shelf(tmp_path / "x" / "shelf", "maker") as shelf:
        shelf.put({"a.txt": [put]}, {"a.txt": "1f"})
    with Shelf(tmp_path / "x" / "shelf", "maker") as shelf:
        (back,) = shelf.take({"a.txt": "1f"})["a.txt"]
    assert back.source == put.source
    assert back.patterns == put.patterns
    assert back.headings == put.headings
    assert same(back, put)


def test_a_changed_file_or_another_maker_finds_nothing(reports: Reader, tmp_path: Path) -> None:
    with Shelf(tmp_path / "shelf", "maker") as shelf:
        shelf.put({"a.txt": [*map(digest, reports(REPORT))]}, {"a.txt": "1f"})
        assert shelf.take({"a.txt": "2e"}) == {}
    with Shelf(tmp_path / "shelf", "another") as shelf:
        assert shelf.take({"a.txt": "1f"}) == {}


def test_what_is_gone_is_thrown_out(reports: Reader, tmp_path: Path) -> None:
    both = {"a.txt": "1f", "b.txt": "2e"}
    with Shelf(tmp_path / "shelf", "maker") as shelf:
        shelf.put({name: [*map(digest, reports(REPORT))] for name in both}, both)
        shelf.put({}, {"b.txt": "2e"})
        assert set(shelf.take(both)) == {"b.txt"}


def test_a_broken_shelf_is_an_empty_one(reports: Reader, tmp_path: Path) -> None:
    (tmp_path / "shelf").write_bytes(b"no database at all" * 100)
    with Shelf(tmp_path / "shelf", "maker") as shelf:
        assert shelf.take({"a.txt": "1f"}) == {}
        shelf.put({"a.txt": [*map(digest, reports(REPORT))]}, {"a.txt": "1f"})
        assert set(shelf.take({"a.txt": "1f"})) == {"a.txt"}


def test_a_shelf_of_other_columns_is_an_empty_one(reports: Reader, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "shelf")) as connection:
        connection.execute("CREATE TABLE digests (maker, file, sha256, number, source, text)")
    with Shelf(tmp_path / "shelf", "maker") as shelf:
        shelf.put({"a.txt": [*map(digest, reports(REPORT))]}, {"a.txt": "1f"})
        assert set(shelf.take({"a.txt": "1f"})) == {"a.txt"}


def test_a_shelf_in_use_is_left_alone(reports: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Shelf(tmp_path / "shelf", "maker") as shelf:
        shelf.put({"a.txt": [*map(digest, reports(REPORT))]}, {"a.txt": "1f"})
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: connect(path, timeout=0.0))
    with closing(connect(tmp_path / "shelf", isolation_level=None)) as another:
        another.execute("BEGIN EXCLUSIVE")
        with Shelf(tmp_path / "shelf", "maker") as shelf:
            assert shelf.take({"a.txt": "1f"}) == {}
        another.execute("ROLLBACK")
    with Shelf(tmp_path / "shelf", "maker") as shelf:
        assert set(shelf.take({"a.txt": "1f"})) == {"a.txt"}


def test_a_place_that_cannot_be_written_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with Shelf(tmp_path / "file" / "shelf", "maker") as shelf:
        shelf.put({}, {})
        assert shelf.take({"a.txt": "1f"}) == {}
