"""Findings that a writer leaves as they are: in one draft, in every draft, until they are wanted back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter import app
from drafter.cli.main import run
from drafter.config import Workspace
from drafter.errors import DrafterError, ReadError
from drafter.model import CheckResult

COPIED = "深入实施乡村建设行动，统筹抓好村庄规划编制、人居环境整治和基础设施提升，新建改建农村公路，完善供水供电网络。"
OTHER = "扎实做好就业社保工作，开展技能培训，组织专场招聘，落实城乡居民养老和医疗保险应保尽保，兜牢基本民生底线。"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Return a workspace with two drafts that share two passages with another town's report."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "兄弟镇.txt").write_text(f"桃源镇工作报告\n{COPIED}\n{OTHER}\n", encoding="utf-8")
    between = "老支书领着大伙修了三天水渠，灯会那晚糍粑卖得精光，孩子们绕着祠堂跑。"
    for name in ("稿子.txt", "另一稿.txt"):
        (tmp_path / name).write_text(f"清河镇工作报告\n{COPIED}\n{between}\n{OTHER}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path)


def check(workspace: Workspace, name: str = "稿子.txt") -> CheckResult:
    """Return the result of a check against the other town's report."""
    return app.check(workspace, workspace.root / name, workspace.root / "兄弟镇.txt").result


def test_what_is_ignored_stays_ignored_in_this_draft(workspace: Workspace) -> None:
    first, second = (finding.id for finding in check(workspace).findings)
    result = app.ignore(workspace, check(workspace), [first])
    assert result.ignored == check(workspace).ignored == {first}
    assert [finding.id for finding in check(workspace).pending] == [second]
    assert not check(workspace, "另一稿.txt").ignored


def test_what_is_always_ignored_is_so_in_every_draft(workspace: Workspace) -> None:
    first, _ = (finding.id for finding in check(workspace).findings)
    app.ignore(workspace, check(workspace), [first], always=True)
    assert check(workspace, "另一稿.txt").ignored == {first}


def test_it_comes_back_when_it_is_wanted(workspace: Workspace) -> None:
    ids = [finding.id for finding in check(workspace).findings]
    app.ignore(workspace, check(workspace), ids)
    app.ignore(workspace, check(workspace), ids[:1], always=True)
    assert app.restore(workspace, check(workspace), ids[:1]).ignored == {ids[1]}
    with pytest.raises(DrafterError, match="没有忽略过"):
        app.restore(workspace, check(workspace), ids[:1])


def test_an_unknown_id_changes_nothing(workspace: Workspace) -> None:
    known = check(workspace).findings[0].id
    with pytest.raises(DrafterError, match="没有编号为 无此号 的问题"):
        app.ignore(workspace, check(workspace), [known, "无此号"])
    assert not workspace.ignored.exists()


def test_the_file_can_be_read_and_mended_by_hand(workspace: Workspace) -> None:
    first, second = check(workspace).findings
    app.ignore(workspace, check(workspace), [first.id, second.id])
    record = json.loads(workspace.ignored.read_text(encoding="utf-8"))
    assert record["本稿忽略"]["稿子.txt"][first.id] == " ".join(first.text.split())[:40]
    del record["本稿忽略"]["稿子.txt"][first.id]
    workspace.ignored.write_text(json.dumps(record), encoding="utf-8-sig")  # as Windows' editor writes it
    assert check(workspace).ignored == {second.id}


@pytest.mark.parametrize("damaged", ["{", "[]", '{"本稿忽略": ["稿子.txt"]}', '{"以后都忽略": 3}', "\xff"])
def test_a_damaged_file_is_named(damaged: str, workspace: Workspace) -> None:
    workspace.ignored.parent.mkdir()
    workspace.ignored.write_bytes(damaged.encode("latin-1" if damaged == "\xff" else "utf-8"))
    with pytest.raises(ReadError, match=r"ignored\.json"):
        check(workspace)


def test_the_command_counts_lists_and_forgives(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (finding.id for finding in check(workspace).findings)
    command = ["check", "稿子.txt", "--against", "兄弟镇.txt", "--fail-on", "warning"]
    assert run([*command, "--ignore", first]) == 1
    assert "已忽略 1 处" in capsys.readouterr().out
    assert run([*command, "--ignore", second, "--always", "--json", "结果.json"]) == 0
    assert "没有发现需要处理的地方" in capsys.readouterr().out
    record = json.loads((workspace.root / "结果.json").read_text(encoding="utf-8"))
    assert [finding["ignored"] for finding in record["findings"]] == [True, True]
    assert run([*command, "--show-ignored"]) == 0
    assert f"编号 {second}" in capsys.readouterr().out
    assert run([*command, "--always"]) == run([*command, "--ignore", "无此号"]) == 2
    assert "同用" in capsys.readouterr().err


def test_the_page_keeps_it_folded(workspace: Workspace) -> None:
    first, second = (finding.id for finding in check(workspace).findings)
    result = app.ignore(workspace, check(workspace), [first])
    app.write_check_html(workspace, result, workspace.root / "检查.html")
    page = (workspace.root / "检查.html").read_text(encoding="utf-8")
    folded = page[page.index('<details class="since ignored">') :].partition("</details>")[0]
    assert f"编号 {first}" in folded
    assert page.count(f"编号 {first}") == 1
    assert f"编号 {second}" in page
    assert "已忽略 <b>1</b> 处" in page
