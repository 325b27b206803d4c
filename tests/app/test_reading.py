"""Reading reports into digests: several processes, the shelf, and files that cannot be read."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

import drafter.ingest.reader
from drafter.app import reading
from drafter.app.reading import read_digests
from drafter.library.digest import Digest
from drafter.model import Document

TEXTS = {
    "甲.txt": "高兴镇政府工作报告\n一、工作回顾\n扎实推进乡村振兴，完成投资3.2亿元。",
    "乙.txt": "政府工作报告\n一、工作回顾\n持续优化营商环境，群众满意度不断提升。",
    "坏.docx": "不是压缩包",
}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Return two reports and a file that is none, by name."""
    paths = {name: tmp_path / name for name in TEXTS}
    for name, path in paths.items():
        path.write_text(TEXTS[name], encoding="utf-8")
    return paths


def read(files: dict[str, Path], shelf: Path, sha256: str = "1f") -> tuple[list[Digest], list[str]]:
    """Read files; return the digests and the messages."""
    digests, unread = read_digests(files, dict.fromkeys(files, sha256), shelf, lambda *_: None)
    return digests, list(map(str, unread))


def same(one: Digest, other: Digest) -> bool:
    """Tell whether two digests are equal, array by array."""
    return all(np.array_equal(getattr(one, each.name), getattr(other, each.name)) for each in fields(Digest))


def test_several_processes_read_what_one_does(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, unread = read(files, tmp_path / "one" / "shelf")
    monkeypatch.setattr(reading, "WORTH_SHARING", 0)
    together, also_unread = read(files, tmp_path / "two" / "shelf")
    assert [digest.source.path for digest in together] == ["甲.txt", "乙.txt"]
    assert all(map(same, alone, together))
    assert unread == also_unread
    assert "坏.docx" in unread[0]


def test_what_has_not_changed_is_not_read_again(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = read(files, tmp_path / "shelf")
    asked: list[str] = []
    digest_file = reading.digest_file
    monkeypatch.setattr(reading, "digest_file", lambda path, name: asked.append(name) or digest_file(path, name))
    again, _ = read(files, tmp_path / "shelf")
    assert asked == ["坏.docx"]
    assert all(map(same, first, again))
    read(files, tmp_path / "shelf", "2e")
    assert sorted(asked[1:]) == sorted(TEXTS)


def test_a_large_machine_is_not_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = {f"{number}.txt": tmp_path / f"{number}.txt" for number in range(80)}
    asked: list[int] = []
    monkeypatch.setattr(reading, "WORTH_SHARING", 0)
    monkeypatch.setattr(reading.os, "cpu_count", lambda: 64)
    monkeypatch.setattr(reading, "_in_processes", lambda _files, workers: asked.append(workers) or iter(()))
    read(many, tmp_path / "shelf")
    assert asked == [reading.MOST_WORKERS]


def test_what_was_read_before_an_interruption_is_kept(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_stage: str, share: float) -> None:
        if share:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_digests(files, dict.fromkeys(files, "1f"), tmp_path / "shelf", interrupt)
    asked: list[str] = []
    digest_file = reading.digest_file
    monkeypatch.setattr(reading, "digest_file", lambda path, name: asked.append(name) or digest_file(path, name))
    read(files, tmp_path / "shelf")
    assert asked == ["乙.txt", "坏.docx"]


def test_progress_ends_at_one(files: dict[str, Path], tmp_path: Path) -> None:
    told: list[float] = []
    read_digests(files, dict.fromkeys(files, "1f"), tmp_path / "shelf", lambda _, share: told.append(share))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_file_that_breaks_us_is_named_and_the_rest_is_read(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = drafter.ingest.reader.read

    def read_or_break(path: Path, name: str) -> tuple[Document, ...]:
        if name == "甲.txt":
            raise RecursionError
        return whole(path, name)

    monkeypatch.setattr("drafter.ingest.reader.read", read_or_break)
    digests, unread = read(files, tmp_path / "shelf")
    assert [digest.source.path for digest in digests] == ["乙.txt"]
    assert any("甲.txt" in message and "drafter 在这里出了错（RecursionError）" in message for message in unread)
