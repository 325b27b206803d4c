"""Bad input, as the shell sees it: one clear Chinese message, exit code 2, nothing half-written."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from docx import Document

pytestmark = pytest.mark.e2e

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
OUTLINE = "报告类型: 半年报告\n期间: 2031年上半年\n单位: {名称: 青石镇}\n"


def drafter(folder: Path, *arguments: str) -> CompletedProcess[str]:
    """Run drafter in `folder`."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "drafter", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with files of every bad kind, and good ones beside them."""
    Document().save(str(tmp_path / "没字.docx"))
    whole = (tmp_path / "没字.docx").read_bytes()
    files = {
        "空.txt": b"",
        "空.docx": b"",
        "空.yaml": b"",
        "旧.doc": OLE,
        "旧.docx": OLE,
        "加密.docx": OLE + "EncryptedPackage".encode("utf-16-le"),
        "截断.docx": whole[: len(whole) // 2],
        "乱.txt": bytes(range(256)) * 8,
        "国标.yaml": "报告类型: 半年报告\n".encode("gb18030"),
        "全角.yaml": "报告类型: 半年报告\n期间：2031年上半年\n".encode(),
        "缩进.yaml": "报告类型: 半年报告\n  期间: 2031年上半年\n".encode(),
        "错字.yaml": (OUTLINE + "标提: 三\n").encode(),
        "周报.yaml": OUTLINE.replace("半年报告", "周报").encode(),
        "一句.yaml": "写一份报告".encode(),
        "好.yaml": OUTLINE.encode(),
        "提纲.txt": OUTLINE.encode(),
        "报告.txt": "一、2031年上半年工作回顾\n各项工作有序推进。\n二、下半年工作安排\n继续抓好各项工作。\n".encode(),
        "没表.yaml": (OUTLINE + "数据: 没有.xlsx\n").encode(),
        "坏表.yaml": (OUTLINE + "数据: 坏.xlsx\n").encode(),
        "坏.xlsx": whole[: len(whole) // 2],
        "错表.yaml": (OUTLINE + "数据: 错.csv\n").encode(),
        "错.csv": "板块,指标,数值\n农业,造林,3\n农业,育苗,很多\n".encode("gb18030"),
        "数据.txt": "上半年工作情况\n新增规上企业3家。\n".encode(),
        "表.csv": "甲,乙\n1,2\n".encode(),
        "~$开着.docx": b"lock",
        ".~开着.html": b"lock",
        "好.txt": "上半年工作回顾\n今年以来，全镇上下团结一心。\n".encode(),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "夹").mkdir()
    (tmp_path / "夹.docx").mkdir()
    (tmp_path / "夹.html").mkdir()
    (tmp_path / "夹.xlsx").mkdir()
    return tmp_path


CASES = [
    ("text 没有.txt", "没有.txt：没有这个文件"),
    ("text 空.txt", "空.txt：文件是空的"),
    ("text 空.docx", "空.docx：文件是空的"),
    ("text 没字.docx", "没字.docx：文件里没有文字"),
    ("text 旧.doc", "旧.doc：旧版 Office 文件已损坏"),
    ("text 旧.docx", "旧.docx：旧版 Office 文件已损坏"),
    ("text 加密.docx", "加密.docx：不能读这种文件：内容是加了密码的 Office 文件"),
    ("text 截断.docx", "截断.docx：不能读这种文件：内容是不完整的压缩包或 Word 文件"),
    ("text 乱.txt", "乱.txt：不是文本文件"),
    ("text 夹", "夹：这是文件夹"),
    ("text 夹.docx", "夹.docx：这是文件夹"),
    ("outline from 没有.docx", "没有.docx：没有这个文件"),
    ("outline from 空.txt", "空.txt：文件是空的"),
    ("outline from 夹", "夹：这是文件夹"),
    ("outline from 好.yaml", "好.yaml：不能读这种文件"),
    ("outline from 好.txt --to 周末", "看不懂期间“周末”"),
    ("outline from 提纲.txt --to 2031年", "提纲.txt：看不出这是一篇工作报告"),
    ("outline from 报告.txt --to 2030年", "“2030年”在原报告的“2031年上半年”之前"),
    ("outline from 报告.txt#2", "报告.txt：里面只有 1 篇报告，没有第 2 篇"),
    ("outline from 报告.txt -o 好.yaml", "好.yaml：已经有这个文件了"),
    ("check 没有.docx --against 好.txt", "没有.docx：没有这个文件"),
    ("check 好.txt --against 没有", "没有：没有这个文件"),
    ("check 好.txt --against 夹", "夹：里面没有报告"),
    ("check 好.txt --against 好.txt --json 好.txt", "好.txt：不能存成 .txt 文件"),
    ("check 好.txt --against 好.txt --html 夹.html", "夹.html：这是文件夹，不能当文件写"),
    ("build 没有.yaml", "没有.yaml：没有这个文件"),
    ("build 夹", "夹：这是文件夹，不是提纲"),
    ("build 空.yaml", "空.yaml：提纲是空的"),
    ("build 一句.yaml", "一句.yaml 第1行：提纲应当由“报告类型: 半年报告”这样的项目组成"),
    ("build 国标.yaml", "国标.yaml：文件不是 UTF-8 编码"),
    ("build 全角.yaml", "全角.yaml 第2行：项目名后面用了全角冒号"),
    ("build 缩进.yaml", "缩进.yaml 第2行："),
    ("build 错字.yaml", "错字.yaml 第4行：不认识“标提”这一项"),
    ("build 周报.yaml", "周报.yaml 第1行：没有“周报”这种报告"),
    ("build 好.yaml -o 夹.docx", "夹.docx：这是文件夹，不能当文件写"),
    (
        "build 好.yaml -o 开着.docx",
        "开着.docx：这个文件正在 Word、WPS 等软件里打开。请先关闭它再试；如果没有打开，请删去旁边的 ~$开着.docx。",
    ),
    ("check 好.txt --against 好.txt --html 开着.html", "开着.html：这个文件正在 Word、WPS 等软件里打开"),
    ("build 好.yaml -o 好.txt/稿.docx", "好.txt/稿.docx：无法写入这个位置"),
    ("build 好.yaml -o 稿.doc", "稿.doc：不能存成 .doc 文件"),
    ("build 好.yaml --origin 好.yaml", "好.yaml：不能存成 .yaml 文件"),
    ("build 提纲.txt -o 提纲.txt", "提纲.txt：稿子会盖掉提纲"),
    ("build 没表.yaml", "没有.xlsx：没有这个数据表"),
    ("build 坏表.yaml", "坏.xlsx：打不开这个表格"),
    ("build 错表.yaml", "错.csv 第3行：“很多”不是数字"),
    ("build 好.yaml -o 稿.txt --marks", "稿.txt：--marks 只用于 Word 稿"),
    ("check 好.txt --outline 没有.yaml", "没有.yaml：没有这个文件"),
    ("check 好.txt --previous 没有.docx", "没有.docx：没有这个文件"),
    ("outline schema -o 格式.txt", "格式.txt：不能存成 .txt 文件"),
    ("outline new --kind 周报", "没有“周报”这种报告"),
    ("outline new --kind 半年报告 -o 好.yaml", "好.yaml：已经有这个文件了"),
    ("mine 没有", "没有：没有这个文件"),
    ("mine 夹", "夹：里面没有报告"),
    ("mine", "corpus：还没有放报告的文件夹"),
    ("phrases 乡村振兴", "还没有语料库"),
    ("library stats", "还没有语料库"),
    ("library export -o 库.xlsx", "还没有语料库"),
    ("library export -o 库.csv", "库.csv：不能存成 .csv 文件"),
    ("library export -o 夹", "夹：看不出要存成什么文件"),
    ("library export", "缺少参数：-o, --output 文件"),
    ("library forget 好", "还没有语料库"),
    ("library forget", "缺少参数：文件"),
    ("library", "后面还要写命令：stats、export、forget"),
    ("phrases", "缺少参数：查什么"),
    ("phrases 乡村 --topic 农夜", "没有“农夜”这个主题。是不是想写“农业”？"),
    ("phrases 乡村 --move 举错", "没有“举错”这个语步。是不是想写“举措”？"),
    ("phrases 乡村 --limit 零", "--limit 的值不对：“零”不是整数"),
    ("sections", "没有写要查什么"),
    ("sections 粮食", "还没有语料库"),
    ("sections 粮食 --topic 农夜", "没有“农夜”这个主题。是不是想写“农业”？"),
    ("sections 粮食 --kind 半年报", "没有“半年报”这个报告类型。是不是想写“半年报告”？"),
    ("sections 粮食 --part 下一步", "没有“下一步”这个部分。可以写：回顾"),
    ("sections 粮食 --limit 0", "--limit 的值不对：不能小于 1"),
    ("sections --skeleton", "--skeleton 一次总结一个主题。请写一个主题"),
    ("facts", "后面还要写命令：from"),
    ("facts from", "缺少参数：文件"),
    ("facts from 没有.txt", "没有.txt：没有这个文件"),
    ("facts from 没有.xlsx", "没有.xlsx：没有这个文件"),
    ("facts from 截断.docx", "截断.docx：不能读这种文件"),
    ("facts from 夹", "夹：里面没有能读的材料"),
    ("facts from 好.txt", "好.txt：没有找到数据和事项。"),
    ("facts from 数据.txt -o 表.docx", "表.docx：不能存成 .docx 文件"),
    ("facts from 数据.txt -o 表", "表：看不出要存成什么文件"),
    ("facts from 数据.txt 表.csv -o 表.csv", "表.csv：已经有这个文件了"),
    ("facts from 数据.txt -o 夹.xlsx", "夹.xlsx：这是文件夹，不能当文件写"),
    ("facts from 表.csv", "表.csv：没有找到“指标”这一列"),
    ("init 好.txt", "好.txt：无法在这里建工作区"),
    ("session 好.yaml", "起草台要在终端窗口里用"),
]


@pytest.mark.parametrize(("line", "said"), CASES, ids=[line for line, _ in CASES])
def test_bad_input_is_explained(folder: Path, line: str, said: str) -> None:
    before = {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}
    done = drafter(folder, *line.split())
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert all(message.endswith("。") for message in done.stderr.splitlines())
    assert not done.stdout
    assert {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")} == before


def test_strict_leaves_nothing_behind(folder: Path) -> None:
    with (folder / "好.yaml").open("a", encoding="utf-8") as file:
        file.write("总体指标: [{指标: 固定资产投资, 数值: , 单位: 亿元}]\n")
    done = drafter(folder, "build", "好.yaml", "--strict", "-o", "稿.docx")
    assert done.returncode == 3
    assert "固定资产投资" in done.stderr
    assert not (folder / "稿.docx").exists()


@pytest.mark.parametrize(
    "command",
    [
        ["phrases", "乡村"],
        ["sections", "乡村"],
        ["sections", "--skeleton", "农业"],
        ["library", "stats"],
        ["library", "export", "-o", "库.xlsx"],
        ["library", "forget", "好.txt"],
        ["check", "好.txt"],
        ["build", "好.yaml"],
    ],
)
@pytest.mark.parametrize(
    ("library", "said"), [("newer", "更新版本的 drafter"), ("damaged", "已损坏"), ("other", "不是语料库文件")]
)
def test_a_library_that_cannot_be_read_is_explained(folder: Path, command: list[str], library: str, said: str) -> None:
    path = folder / ".drafter" / "library.sqlite"
    path.parent.mkdir()
    path.write_bytes(b"no database" * 1000 if library == "damaged" else b"")
    if library != "damaged":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {9999 if library == 'newer' else 0}")
    done = drafter(folder, *command)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "library.sqlite" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "好.docx").exists()
    assert not (folder / "库.xlsx").exists()


@pytest.fixture
def mined(tmp_path: Path) -> Path:
    """Return a workspace with a library of one report and one compilation."""
    (tmp_path / "corpus").mkdir()
    for name in ("甲镇.txt", "乙镇.txt"):
        text = (
            f"{name[:2]}政府工作报告\n一、上半年工作回顾\n（一）农业稳中有进\n扎实推进乡村振兴。完成早稻种植2万亩。\n"
        )
        (tmp_path / "corpus" / name).write_text(text, encoding="utf-8")
    assert drafter(tmp_path, "mine").returncode == 0
    return tmp_path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("library export -o corpus/甲镇.txt/库.xlsx", "无法写入这个位置"),
        ("library export -o 夹.xlsx", "夹.xlsx：这是文件夹，不能当文件写"),
        ("library forget 丙镇", "语料库里没有“丙镇”。是不是想写“corpus/"),
        ("library forget 甲镇.txt#1", "“甲镇.txt#1”是汇编里的一篇，不能单独拿掉"),
        ("library forget 甲镇 丙镇", "语料库里没有“丙镇”"),
    ],
)
def test_looking_after_the_library_explains_bad_input(mined: Path, line: str, said: str) -> None:
    (mined / "夹.xlsx").mkdir()
    before = {path: path.is_file() and path.read_bytes() for path in mined.rglob("*")}
    done = drafter(mined, *line.split())
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.is_file() and path.read_bytes() for path in mined.rglob("*")} == before


def test_what_is_not_found_is_no_error(mined: Path) -> None:
    for line in ("phrases 没有这个词", "sections 没有这个词", "sections --skeleton 教育"):
        done = drafter(mined, *line.split())
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("语料库里没有")


def test_mining_names_what_it_cannot_read_and_goes_on(folder: Path) -> None:
    done = drafter(folder, "mine", ".")
    assert done.returncode == 0, done.stderr
    skipped = [line.partition("：")[2].partition("：")[0] for line in done.stderr.splitlines()]
    assert sorted(skipped) == sorted(
        ["空.txt", "空.docx", "没字.docx", "旧.doc", "旧.docx", "加密.docx", "截断.docx", "乱.txt"]
    )
    assert (folder / ".drafter" / "library.sqlite").exists()
