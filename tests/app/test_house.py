"""drafter.toml: read as people write it, its faults told with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.app import house_layout, init
from drafter.config import Workspace
from drafter.errors import ReadError, SettingsError
from drafter.page import STANDARD, Layout, pt


def layout_of(folder: Path, text: str, encoding: str = "utf-8") -> Layout:
    """Return the layout of a workspace with this drafter.toml."""
    (folder / "drafter.toml").write_bytes(text.encode(encoding))
    return house_layout(Workspace(folder))


def test_no_file_and_comments_are_the_standard(tmp_path: Path) -> None:
    assert house_layout(Workspace(tmp_path)) is STANDARD
    assert layout_of(tmp_path, "# 版式\n\n  # 行距 = 1\n") is STANDARD


def test_a_new_workspace_has_the_standard(tmp_path: Path) -> None:
    init(tmp_path / "区")
    assert house_layout(Workspace(tmp_path / "区")) is STANDARD


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("header", ["[版式]", '["版式"]', "[ 版式 ]", "[layout]"])
@pytest.mark.parametrize("key", ["行距", '"行距"', "line_pitch"])
def test_names_need_no_quotes(tmp_path: Path, header: str, key: str, encoding: str) -> None:
    layout = layout_of(tmp_path, f'{header}\r\n{key} = "28磅"  # 我办的\r\n', encoding)
    assert layout.line_pitch.value == pt(28)


def test_styles_have_tables_of_their_own(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, '[版式.三级标题]\n加粗 = false\n[版式.标题]\n字体 = "华文中宋"\n')
    assert not layout.styles["heading3"].bold
    assert layout.styles["title"].face.name == "华文中宋"


def test_what_is_not_layout_is_left_alone(tmp_path: Path) -> None:
    assert layout_of(tmp_path, "[其他]\n什么 = 1\n") == STANDARD


def test_all_faults_come_with_their_lines(tmp_path: Path) -> None:
    text = '# 我办\n[版式]\n行距 = "28"\n\n[版式.正文]\n字体 = "仿宋"\n字号 = 3\n'
    with pytest.raises(SettingsError) as told:
        layout_of(tmp_path, text)
    lines = str(told.value).splitlines()
    assert [line.partition("：")[0].rpartition(" ")[2] for line in lines] == ["第3行", "第7行"]


def test_bad_toml_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"drafter\.toml 第3行：写法不对。每行写成“名称 = 值”"):
        layout_of(tmp_path, '[版式]\n行距 = "28磅"\n页码位置 = 居中\n')


def test_garbage_is_told(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_bytes(b"\xff\xfe\x00\x80\x81")
    with pytest.raises(ReadError, match="乱码"):
        house_layout(Workspace(tmp_path))
