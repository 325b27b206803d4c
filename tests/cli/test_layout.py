"""`drafter layout show` and `layout fix` as the shell sees them."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from drafter.cli.main import run

SENTENCE = "今年以来，全镇上下团结一心，扎实推进各项工作，经济社会保持平稳健康发展。"


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty workspace."""
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def house_rules(text: str) -> None:
    """Write the workspace's drafter.toml."""
    Path("drafter.toml").write_text(text, encoding="utf-8")


def test_show_lists_every_constant(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["layout", "show"]) == 0
    shown = capsys.readouterr().out
    assert "  上白边          37 毫米   国标  5.2.1：天头，±1 mm\n" in shown
    assert "  二级标题  楷体_GB2312 三号，两端对齐，首行空 2 字        一般  7.3.3" in shown
    assert shown.endswith("没有本单位自己的规定，全部按标准。要改，写在 drafter.toml 的 [版式] 一节里。\n")


def test_show_tells_what_deviates(capsys: pytest.CaptureFixture[str]) -> None:
    house_rules('[版式]\n行距 = "30磅"\n[版式.三级标题]\n加粗 = false\n')
    assert run(["layout", "show"]) == 0
    told = capsys.readouterr().out.partition("与标准不同的\n")[2].splitlines()
    assert told == [
        "  行距：30 磅（标准是 28.95 磅）",
        "  三级标题的加粗：否（标准是 是）",
        "  每面行数：21 行（标准是 22 行）",
    ]


def test_show_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    house_rules('[layout]\nline_pitch = "28磅"\n')
    assert run(["layout", "show", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["schema"] == "drafter.layout/1"
    assert record["deviations"] == ["line_pitch"]
    (pitch,) = (each for each in record["constants"] if each["key"] == "line_pitch")
    assert pitch == {
        "key": "line_pitch",
        "name": "行距",
        "value": "28 磅",
        "strength": "单位",
        "source": "drafter.toml",
        "standard": "28.95 磅",
    }


def test_faults_of_house_rules_end_in_2(capsys: pytest.CaptureFixture[str]) -> None:
    house_rules("[版式]\n行距 = 28\n边距 = 1\n")
    assert run(["layout", "show"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert ["第2行" in told[0], "第3行" in told[1]] == [True, True]


def test_fix_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document()
    for line in ("工作总结", "一、工作回顾", SENTENCE, f"　　{SENTENCE[5:]}"):
        document.add_paragraph(line)
    document.save("稿子.docx")
    assert run(["layout", "fix", "稿子.docx", "-o", "改.docx"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("改好了 ")
    assert "  左白边是 31.8 毫米，应为 28 毫米（国标，GB/T 9704 第 5.2.1 条）\n" in shown
    assert "还有 1 处没有代改，请在 Word 里看一看：\n  正文的首行是用空格空出来的，应设首行缩进 2 字（实务）\n" in shown
    assert shown.endswith("文字没有改动，原文件没有动。\n存为  改.docx\n")


def test_fix_of_a_bad_file_ends_in_2(capsys: pytest.CaptureFixture[str]) -> None:
    Path("稿子.docx").write_bytes(b"PK\x03\x04")
    assert run(["layout", "fix", "稿子.docx", "-o", "改.docx"]) == 2
    assert "稿子.docx" in capsys.readouterr().err
    assert not Path("改.docx").exists()


def test_fix_needs_a_target(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["layout", "fix", "稿子.docx"]) == 2
    assert "-o" in capsys.readouterr().err
