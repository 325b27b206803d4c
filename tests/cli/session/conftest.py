"""A desk that is typed on through a pipe, and a screen that can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import DummyCompleter
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.plain_text import PlainTextOutput

from drafter.cli.session.desk import Desk
from drafter.cli.session.start import lay_out
from drafter.config import Workspace

OUTLINE = """\
# 半年报告提纲
报告类型: 半年报告
期间: 2031年上半年        # 回顾的时间
单位: {名称: 青石镇, 县: 云溪县}
回顾:
  - 标题: 夯实产业根基，发展步伐更稳
    要点:
      - 小标题: 农业提质增效
        数据:
          - {指标: 早稻种植面积, 数值: 4.50, 单位: 万亩, 同比: +3.5%}
          - {指标: 油菜种植面积, 数值: , 单位: 亩}   # 等农办报数
        事项: [建成育秧中心]
      - 正文: 这一段是自己的话。
问题:
"""


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    """Return the path of a small outline."""
    path = tmp_path / "提纲.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    return path


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """Give the keyboard: what is sent is typed."""
    with create_pipe_input() as pipe:
        yield pipe


@pytest.fixture
def screen(keys: PipeInput) -> Iterator[StringIO]:
    """Give what the session prints."""
    printed = StringIO()
    with create_app_session(input=keys, output=PlainTextOutput(printed)):
        yield printed


@pytest.fixture
def desk(outline: Path, screen: StringIO) -> Desk:
    """Return a desk with the outline on it, without phrases."""
    assert screen is not None
    return lay_out(Workspace(outline.parent), outline, DummyCompleter())


@pytest.fixture
def type_lines(keys: PipeInput) -> Callable[..., None]:
    """Return a function that types lines, each ended by Enter."""

    def type_lines(*lines: str) -> None:
        keys.send_text("".join(f"{line}\r" for line in lines))

    return type_lines
