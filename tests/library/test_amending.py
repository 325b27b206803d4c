"""The index of the library that is replaced is amended where it can be trusted, and made anew where not."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from drafter.library import postings
from drafter.library.digest import digest
from drafter.library.mine import mine
from drafter.model import Document

Reader = Callable[..., tuple[Document, ...]]

OLD = ("一、工作回顾\n扎实推进乡村振兴，同比增长8.5%。", "一、工作回顾\n全面推进乡村振兴，完成投资3亿元。")
MORE = "二、下一步打算\n继续推进乡村振兴，守住底线。"


def arrays(library: Path) -> list[tuple[str, bytes]]:
    """Return the arrays of a library's index by name."""
    with closing(sqlite3.connect(library)) as connection:
        return connection.execute("SELECT name, data FROM postings ORDER BY name").fetchall()


@pytest.fixture
def sorted_reports(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """Note the reports whose postings are sorted."""
    noted: list[list[int]] = []
    sort = postings.sort_rows

    def noting(found: postings.Found, reports: list[int], *rest: object) -> object:
        noted.append(reports)
        return sort(found, reports, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(postings, "sort_rows", noting)
    return noted


def test_only_the_new_report_is_sorted(reports: Reader, tmp_path: Path, sorted_reports: list[list[int]]) -> None:
    old, new = list(map(digest, reports(*OLD))), list(map(digest, reports(OLD[0], MORE, OLD[1])))
    mine(old, tmp_path / "library.sqlite")
    mine(new, tmp_path / "anew.sqlite")
    sorted_reports.clear()
    mine(new, tmp_path / "library.sqlite")
    assert sorted_reports == [[1], [1]]  # once for the grams, once for the words
    assert arrays(tmp_path / "library.sqlite") == arrays(tmp_path / "anew.sqlite")


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM postings WHERE name = 'grams.keys'",
        "UPDATE postings SET data = x'00' WHERE name = 'grams.places'",
        "DROP TABLE documents",
        "UPDATE notes SET value = 'x' WHERE name = 'maker'",
    ],
)
def test_an_index_that_cannot_be_used_is_made_anew(reports: Reader, tmp_path: Path, damage: str) -> None:
    digests = list(map(digest, reports(*OLD, MORE)))
    mine(digests[:2], tmp_path / "library.sqlite")
    mine(digests, tmp_path / "anew.sqlite")
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection, connection:
        connection.execute(damage)
    mine(digests, tmp_path / "library.sqlite")
    assert arrays(tmp_path / "library.sqlite") == arrays(tmp_path / "anew.sqlite")


def test_reports_in_another_order_are_sorted_anew(reports: Reader, tmp_path: Path) -> None:
    digests = list(map(digest, reports(*OLD, MORE)))
    mine(digests, tmp_path / "library.sqlite")
    mine(digests[::-1], tmp_path / "library.sqlite")
    mine(digests[::-1], tmp_path / "anew.sqlite")
    assert arrays(tmp_path / "library.sqlite") == arrays(tmp_path / "anew.sqlite")
