"""What the user reads of an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import Problem


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Problem("文件是空的"), "文件是空的。"),
        (Problem("文件是空的", "请确认选对了文件", Path("稿子.txt")), "稿子.txt：文件是空的。请确认选对了文件。"),
        (
            Problem("不认识“会义”", "是不是想写“会议”？", Path("a.yaml"), 4),
            "a.yaml 第4行：不认识“会义”。是不是想写“会议”？",
        ),
    ],
)
def test_every_sentence_has_one_mark_at_its_end(problem: Problem, said: str) -> None:
    assert str(problem) == said
