"""The commands about the library, from the arguments to what is printed."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from drafter.cli.main import run

CORPUS = Path(__file__).parents[2] / "corpus"
NAMES = (
    "桂竹帽镇_2023年_工作总结与计划.txt",
    "新界埠镇_2023年度_政府工作报告.txt",
    "高兴镇_2023年上半年_政府工作报告.txt",
)


@pytest.fixture(scope="module")
def mined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace whose library holds three reports."""
    folder = tmp_path_factory.mktemp("工作区")
    (folder / "corpus").mkdir()
    for name in NAMES:
        shutil.copy(CORPUS / name, folder / "corpus")
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert run(["mine"]) == 0
    finally:
        os.chdir(before)
    return folder


@pytest.fixture
def workspace(mined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of it that is the current folder."""
    shutil.copytree(mined, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a command prints."""
    capsys.readouterr()
    assert run(arguments) == 0, capsys.readouterr().err
    return capsys.readouterr().out


@pytest.mark.usefixtures("workspace")
def test_phrases_as_table_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    table = said(capsys, "phrases", "xczx", "--limit", "3").splitlines()
    assert table[0].split() == ["短语", "篇数", "地方", "最近", "主题", "语步", "见于"]
    assert 2 <= len(table) <= 4
    assert "乡村振兴" in table[1]
    record = json.loads(said(capsys, "phrases", "xiangcun", "--limit", "1", "--json"))
    assert record["schema"] == "drafter.phrases/1"
    assert record["phrases"][0]["sources"][0]["year"] == 2023


@pytest.mark.usefixtures("workspace")
def test_phrases_of_one_kind_of_report(capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(said(capsys, "phrases", "村", "--kind", "半年报告", "--json"))
    assert record["phrases"]
    for phrase in record["phrases"]:
        assert f"corpus/{NAMES[2]}" in {source["path"] for source in phrase["sources"]}


@pytest.mark.usefixtures("workspace")
def test_sections_listed_whole_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    listed = said(capsys, "sections", "粮食", "--limit", "2")
    assert listed.startswith("1.  ")
    assert "共列出 2 个板块" in listed
    whole = said(capsys, "sections", "粮食", "--whole", "--limit", "1")
    assert whole.startswith("【")
    assert "粮食" in whole
    record = json.loads(said(capsys, "sections", "粮食", "--kind", "半年报告", "--json"))
    assert {section["source"]["path"] for section in record["sections"]} == {f"corpus/{NAMES[2]}"}


@pytest.mark.usefixtures("workspace")
def test_headings_by_pattern_and_with_what_stood_beside(capsys: pytest.CaptureFixture[str]) -> None:
    listed = said(capsys, "headings", "--pattern", "8+8", "--limit", "3").splitlines()
    assert listed[0].split() == ["标题", "字数结构", "层级", "主题", "见于"]
    assert [line.split()[1] for line in listed[1:]] == ["8，8"] * 3
    record = json.loads(said(capsys, "headings", "--topic", "农业", "--level", "小标题", "--json"))
    assert record["schema"] == "drafter.headings/1"
    assert {heading["level"] for heading in record["headings"]} == {0}
    one = json.loads(said(capsys, "headings", "--pattern", "8，8", "--limit", "1", "--json"))["headings"][0]
    beside = json.loads(said(capsys, "headings", one["text"], "--together", "--limit", "1", "--json"))["headings"]
    assert len(beside) > 1
    assert one in beside
    assert {heading["set"] for heading in beside} == {one["set"]}
    by_length = json.loads(said(capsys, "headings", "--length", "17", "--json"))["headings"]
    assert {len(heading["text"]) for heading in by_length} == {17}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "没有写要查什么"),
        (["--pattern", "八八"], "“八八”不是字数结构"),
        (["--level", "五级标题"], "没有“五级标题”这个层级"),
    ],
)
@pytest.mark.usefixtures("workspace")
def test_headings_asked_for_wrongly(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["headings", *arguments]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.usefixtures("workspace")
def test_a_skeleton_by_option_or_word(capsys: pytest.CaptureFixture[str]) -> None:
    by_option = said(capsys, "sections", "--topic", "民生", "--skeleton")
    assert by_option.startswith("民生板块（各类报告的回顾部分，")
    assert said(capsys, "sections", "民生", "--skeleton") == by_option
    record = json.loads(said(capsys, "sections", "民生", "--skeleton", "--part", "打算", "--json"))
    assert record["skeleton"]["chapter"] == "plan"


@pytest.mark.usefixtures("workspace")
def test_how_an_indicator_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    screen = said(capsys, "frames", "固定资产投资")
    assert "固定资产投资" in screen.splitlines()[0]
    assert "完成固定资产投资…元" in screen
    record = json.loads(said(capsys, "frames", "晚稻播种面积", "--unit", "亩", "--json"))
    assert record["schema"] == "drafter.frames/1"
    assert {way["unit"] for way in record["ways"]} <= {"亩"}
    assert all(":亩}" in frame["text"] for frame in record["frames"])
    assert run(["frames", " "]) == 2
    assert "没有写查哪个指标" in capsys.readouterr().err


@pytest.mark.usefixtures("workspace")
def test_stats_as_screen_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    screen = said(capsys, "library", "stats")
    assert "总结与计划 1 篇" in screen
    assert "兴国县高兴镇 1 篇" in screen
    assert json.loads(said(capsys, "library", "stats", "--json"))["counts"]["reports"] == 3


def test_export_says_where(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "library", "export", "-o", "库.md") == "已导出：库.md\n"
    assert (workspace / "库.md").read_text(encoding="utf-8").startswith("## 报告\n")


@pytest.mark.usefixtures("workspace")
def test_forgetting_says_how_to_get_back(capsys: pytest.CaptureFixture[str]) -> None:
    done = said(capsys, "library", "forget", Path(NAMES[0]).stem)
    assert done.startswith(f"已拿掉：corpus/{NAMES[0]}（文件没有动；要放回来：drafter mine corpus/{NAMES[0]}）\n")
    assert f"  -  corpus/{NAMES[0]}" in said(capsys, "library", "stats")
