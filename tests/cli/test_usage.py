"""Help pages and usage errors speak Chinese, whatever typer says."""

from __future__ import annotations

import re

import pytest

from drafter.cli.main import COMMANDS, app, facts, outline, run
from drafter.cli.usage import pad, width

GROUPS = {id(app): (), id(outline): ("outline",), id(facts): ("facts",)}
PATHS = [
    *((*GROUPS.get(id(group), ("library",)), name) for group, name, _, _ in COMMANDS),
    ("outline",),
    ("facts",),
    ("library",),
    (),
]
TYPER_ENGLISH = re.compile(r"usage|options|commands|arguments|show this|missing|required|default", re.I)
SCREEN = 80  # columns


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_is_chinese_and_fits_a_screen(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*path, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"用法：drafter {' '.join(path)}".rstrip())
    assert not TYPER_ENGLISH.findall(shown)
    assert max(map(width, shown.splitlines())) <= SCREEN


@pytest.mark.parametrize(
    "path", [path for path in PATHS if path not in {("outline",), ("facts",), ("library",)}], ids=" ".join
)
def test_every_command_shows_examples(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    run([*path, "--help"])
    examples = capsys.readouterr().out.partition("示例：\n")[2]
    assert all(line.startswith("  drafter") for line in examples.splitlines())
    assert examples


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("build", "缺少参数：提纲"),
        ("outline new", "缺少参数：--kind 报告类型"),
        ("bulid 提纲.yaml", "没有“bulid”这个命令，是不是想用 build？"),
        ("outline", "后面还要写命令：new、from、schema。"),
        ("library", "后面还要写命令：stats、export、forget。"),
        ("outline nwe", "没有“nwe”这个命令，是不是想用 new？"),
        ("写报告", "没有“写报告”这个命令。"),
        ("build 甲.yaml 乙.yaml", "多余的参数：乙.yaml"),
        ("build 甲.yaml --strikt", "没有 --strikt 这个选项，是不是想用 --strict？"),
        ("build 甲.yaml -x", "没有 -x 这个选项。"),
        ("build 甲.yaml --seed", "选项 --seed 后面要跟一个值"),
        ("build 甲.yaml --seed 七", "--seed 的值不对：“七”不是整数。"),
        ("build 甲.yaml --strict=1", "选项 --strict 后面要跟一个值；只作开关的选项不能带值。"),
        ("check 甲.docx --fail-on 大", "--fail-on 的值不对：应是 error、warning 或 info，不是“大”。"),
        ("phrases 甲 --limit 多", "--limit 的值不对：“多”不是整数。"),
        ("phrases 甲 --limit 0", "--limit 的值不对：不能小于 1。"),
    ],
)
def test_wrong_usage_is_explained(typed: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(typed.split()) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith(said)
    assert shown.err.count("\n") == 1
    assert "--help 看用法" in shown.err
    assert not shown.out


def test_chinese_characters_take_two_columns() -> None:
    assert width("提纲.yaml") == 9
    assert pad("提纲", 6) == "提纲  "
