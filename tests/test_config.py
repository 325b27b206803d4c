"""Where things are, and files that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.config import Workspace, find_workspace, replacing, shipped
from drafter.errors import WriteError


@pytest.mark.parametrize("sign", ["corpus/", "drafter.toml"])
def test_the_workspace_is_the_nearest_folder_with_a_sign_of_one(tmp_path: Path, sign: str) -> None:
    deep = tmp_path / "甲" / "乙"
    deep.mkdir(parents=True)
    if sign.endswith("/"):
        (tmp_path / sign).mkdir()
    else:
        (tmp_path / sign).touch()
    assert find_workspace(deep) == Workspace(tmp_path.resolve())


def test_without_a_sign_the_folder_itself_is_the_workspace(tmp_path: Path) -> None:
    assert find_workspace(tmp_path) == Workspace(tmp_path.resolve())


def test_paths_are_told_from_the_workspace(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "区")
    assert workspace.relative(tmp_path / "区" / "corpus" / "甲.txt") == "corpus/甲.txt"
    assert workspace.relative(tmp_path / "别处.txt") == (tmp_path / "别处.txt").resolve().as_posix()


def test_templates_and_samples_ship() -> None:
    assert (shipped("templates") / "half_year.j2").is_file()
    assert list(shipped("corpus").glob("*.txt"))


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "新文件夹" / "稿子.txt"
    with replacing(target) as temporary:
        assert temporary.suffix == ".txt"
        temporary.write_text("新稿", encoding="utf-8")
        assert not target.exists()
    assert target.read_text(encoding="utf-8") == "新稿"
    assert list(target.parent.iterdir()) == [target]


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "稿子.txt"
    target.write_text("旧稿", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), replacing(target) as temporary:
        temporary.write_text(str(1 // 0), encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "旧稿"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_others_in_the_office_may_read_the_file(tmp_path: Path) -> None:
    (tmp_path / "别的.txt").touch()
    with replacing(tmp_path / "稿子.txt"):
        pass
    assert (tmp_path / "稿子.txt").stat().st_mode == (tmp_path / "别的.txt").stat().st_mode


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("报" * 80 + ".docx")
    with replacing(target) as temporary:
        temporary.write_text("稿", encoding="utf-8")
    assert target.exists()


def test_what_a_killed_drafter_left_behind_goes_with_the_next_file(tmp_path: Path) -> None:
    old, fresh = tmp_path / ".drafter-0123abcd.docx", tmp_path / ".drafter-4567cdef.docx"
    for file in (old, fresh):
        file.touch()
    os.utime(old, (0, 0))
    with replacing(tmp_path / "稿子.txt"):
        pass
    assert set(tmp_path.iterdir()) == {fresh, tmp_path / "稿子.txt"}


def test_what_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    for target in (tmp_path, tmp_path / "文件" / "稿子.txt", tmp_path / ("报" * 200)):
        with pytest.raises(WriteError), replacing(target):
            pass


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("提纲.docx", "~$提纲.docx"),
        ("高兴镇半年报告.docx", "~$兴镇半年报告.docx"),
        ("高兴镇2024年半年报告.docx", "~$镇2024年半年报告.docx"),
        ("高兴镇2024年半年报告.xlsx", "~$高兴镇2024年半年报告.xlsx"),
        ("提纲.docx", ".~提纲.docx"),
        ("提纲.docx", ".~lock.提纲.docx#"),
    ],
)
def test_a_file_that_an_office_program_has_open_stays_as_it_is(tmp_path: Path, name: str, lock: str) -> None:
    (tmp_path / name).write_text("旧稿", encoding="utf-8")
    (tmp_path / lock).touch()
    with pytest.raises(WriteError, match=r"正在 Word、WPS 等软件里打开。请先关闭它再试"), replacing(tmp_path / name):
        pass
    assert (tmp_path / name).read_text(encoding="utf-8") == "旧稿"
    assert {path.name for path in tmp_path.iterdir()} == {name, lock}


def test_the_lock_of_another_file_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "~$提纲.docx").touch()
    with replacing(tmp_path / "我的提纲.docx"):
        pass
    assert (tmp_path / "我的提纲.docx").exists()
