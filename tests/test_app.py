"""The use cases, end to end on two of the sample reports."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from drafter import app
from drafter.config import Workspace
from drafter.errors import DrafterError, IncompleteError, LibraryError, OutlineError, ReadError, WriteError
from drafter.ingest import reader
from drafter.ingest.raw import RawText
from drafter.model import Locality

CORPUS = Path(__file__).parent.parent / "corpus"
ONE, OTHER = "桂竹帽镇_2023年_工作总结与计划.txt", "新界埠镇_2023年度_政府工作报告.txt"
OUTLINE = """\
报告类型: 半年报告
期间: 2031年上半年
单位: {名称: 青石镇, 县: 云溪县}
总体指标:
  - {指标: 固定资产投资, 数值: 3.2, 单位: 亿元}
回顾:
  - 标题: 夯实产业根基，发展步伐更稳
    要点:
      - {主题: 农业, 事项: [建成柏树坳村育秧中心]}
"""


def quiet(_stage: str, _share: float) -> None:
    """Show no progress."""


@pytest.fixture(scope="module")
def mined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace whose library holds the two reports."""
    folder = tmp_path_factory.mktemp("工作区")
    (folder / "corpus").mkdir()
    for name in (ONE, OTHER):
        shutil.copy(CORPUS / name, folder / "corpus")
    app.mine(Workspace(folder), [], quiet)
    return folder


@pytest.fixture
def workspace(mined: Path, tmp_path: Path) -> Workspace:
    """Return a copy of that workspace, with a small outline in it."""
    shutil.copytree(mined, tmp_path, dirs_exist_ok=True)
    (tmp_path / "提纲.yaml").write_text(OUTLINE, encoding="utf-8")
    return Workspace(tmp_path)


def test_rolling_a_report_forward(tmp_path: Path) -> None:
    output = tmp_path / "新提纲.yaml"
    text = app.roll_forward(str(CORPUS / ONE), output=output)
    assert output.read_text(encoding="utf-8") == text
    assert "期间: 2024年\n" in text
    with pytest.raises(WriteError, match="已经有这个文件"):
        app.roll_forward(str(CORPUS / OTHER), output=output)
    assert output.read_text(encoding="utf-8") == text
    assert app.build(Workspace(tmp_path), output, bare=True).report.missing
    with pytest.raises(IncompleteError):
        app.build(Workspace(tmp_path), output, bare=True, strict=True)


def test_one_report_of_a_compilation() -> None:
    (path,) = CORPUS.glob("汇编*.txt")
    for mark in ("#4", "＃４"):
        assert "名称: 白沙镇" in app.roll_forward(f"{path}{mark}", "2024年上半年")
    with pytest.raises(ReadError, match="里面有 11 篇报告") as caught:
        app.roll_forward(str(path))
    assert f"{path.name}#4  白沙镇 2023年上半年政府工作报告" in str(caught.value)
    for number in (0, 12):
        with pytest.raises(ReadError, match=f"没有第 {number} 篇.*请写 #1 到 #11"):
            app.roll_forward(f"{path}#{number}")
    with pytest.raises(ReadError, match="请去掉后面的 # 和数字"):
        app.roll_forward(f"{CORPUS / ONE}#2")


def test_the_writers_own_office_is_known(tmp_path: Path, small_report: str) -> None:
    report = tmp_path / "旧.txt"
    report.write_text(small_report, encoding="utf-8")
    own = Locality("青石镇", "云溪县", "青阳市", "江右省")
    assert "名称: 青石镇\n  县: 云溪县\n  市: 青阳市\n" in app.roll_forward(str(report), own=own)
    assert "名称: 青石镇\n  县:\n" in app.roll_forward(str(report), own=Locality("白沙镇", "淳安县"))


def test_what_cannot_be_rolled_forward(tmp_path: Path) -> None:
    note = tmp_path / "通知.txt"
    note.write_text("请各村于周五前报送材料。\n", encoding="utf-8")
    with pytest.raises(ReadError, match="看不出这是一篇工作报告"):
        app.roll_forward(str(note))
    for to in ("下个月", "2024", "2022年"):
        with pytest.raises(OutlineError, match=to):
            app.roll_forward(str(CORPUS / ONE), to)


def held(workspace: Workspace) -> list[str]:
    """Return the paths of the reports that the library holds."""
    with app.mined_library(workspace) as library:
        return sorted(library.report(number).source.path for number in range(library.stats()["reports"]))


# --- a workspace and its outlines -----------------------------------------------------------------------------------


def test_a_new_workspace_is_ready_to_use(tmp_path: Path) -> None:
    made, there = app.init(tmp_path / "新的")
    assert {path.name for path in made} == {"corpus", "templates", "drafter.toml", "示例_半年报告.yaml"}
    assert not there
    assert app.mine(Workspace(tmp_path / "新的"), [], quiet).summary is not None
    assert app.build(Workspace(tmp_path / "新的"), tmp_path / "新的" / "示例_半年报告.yaml").report.paragraphs()


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text("# 我的\n", encoding="utf-8")
    made, there = app.init(tmp_path)
    assert [path.name for path in there] == ["drafter.toml"]
    assert len(made) == 3
    assert (tmp_path / "drafter.toml").read_text(encoding="utf-8") == "# 我的\n"


@pytest.mark.parametrize("kind", [*app.kinds(), "annual", "half_year", "three_quarter", "summary_plan"])
def test_every_kind_has_an_outline_that_can_be_built(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "提纲.yaml"
    app.new_outline(kind, path)
    assert app.build(Workspace(tmp_path), path).report.missing


def test_an_outline_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "提纲.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    with pytest.raises(WriteError, match="已经有这个文件"):
        app.new_outline("半年报告", path)
    assert path.read_text(encoding="utf-8") == OUTLINE


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutlineError, match="没有“周报”这种报告"):
        app.new_outline("周报", tmp_path / "提纲.yaml")


def test_outline_keys_have_chinese_names() -> None:
    words = app.outline_words()
    assert [words[key] for key in ("review", "points", "deeds", "value", "unit")] == [
        "回顾",
        "要点",
        "事项",
        "数值",
        "单位",
    ]


# --- mining ---------------------------------------------------------------------------------------------------------


def test_the_corpus_is_mined(workspace: Workspace) -> None:
    assert held(workspace) == sorted(f"corpus/{name}" for name in (ONE, OTHER))
    assert app.phrases(workspace, "xczx")[0].text.startswith("乡村振兴")


def test_progress_rises_to_the_end(workspace: Workspace) -> None:
    told: list[tuple[str, float]] = []
    (workspace.corpus / ONE).unlink()
    app.mine(workspace, [], lambda stage, share: told.append((stage, share)))
    shares = [share for _, share in told]
    assert told[0] == ("读取报告", 0.0)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_unchanged_files_are_not_mined_again(workspace: Workspace) -> None:
    before = workspace.library.stat().st_mtime_ns
    assert app.mine(workspace, [], quiet).summary is None
    assert workspace.library.stat().st_mtime_ns == before


def test_a_report_that_is_gone_leaves_the_library(workspace: Workspace) -> None:
    (workspace.corpus / ONE).unlink()
    assert app.mine(workspace, [], quiet).summary is not None
    assert held(workspace) == [f"corpus/{OTHER}"]


def test_a_report_from_elsewhere_joins_the_library_and_stays(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("别处") / "报告.txt"
    shutil.copy(CORPUS / "高兴镇_2023年上半年_政府工作报告.txt", elsewhere)
    app.mine(workspace, [elsewhere], quiet)
    assert len(held(workspace)) == 3
    (workspace.corpus / ONE).unlink()
    app.mine(workspace, [], quiet)
    assert held(workspace) == sorted([elsewhere.as_posix(), f"corpus/{OTHER}"])


def test_a_report_from_a_stick_stays_when_that_is_gone(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stick = tmp_path_factory.mktemp("优盘")
    shutil.copy(CORPUS / "高兴镇_2023年上半年_政府工作报告.txt", stick)
    app.mine(workspace, [stick], quiet)
    shutil.rmtree(stick)
    assert app.mine(workspace, [], quiet).summary is None
    (workspace.corpus / ONE).unlink()
    assert app.mine(workspace, [], quiet).skipped == ()
    assert len(held(workspace)) == 2
    app.forget(workspace, [OTHER], quiet)
    assert len(held(workspace)) == 1


def test_what_cannot_be_read_is_named_every_time_until_it_can(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(CORPUS / ONE, workspace.corpus / "再来一份.txt")  # a repeat is no file that cannot be read
    (workspace.corpus / "旧稿.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    first, again = (app.mine(workspace, [], quiet) for _ in range(2))
    assert first.summary
    assert again.summary is None
    assert "旧稿.doc" in str(*again.skipped)
    assert str(*again.skipped) == str(*first.skipped)
    report = RawText("一、工作回顾\n今年以来，全镇上下团结一心，扎实推进乡村振兴。")
    monkeypatch.setitem(reader.READERS, ".doc", lambda *_: report)  # LibreOffice is installed
    assert app.mine(workspace, [], quiet).skipped == ()
    assert "corpus/旧稿.doc" in held(workspace)


def test_a_folder_without_a_report_is_named(workspace: Workspace) -> None:
    (workspace.root / "空的").mkdir()
    with pytest.raises(ReadError, match="空的：里面没有报告"):
        app.mine(workspace, [workspace.root / "空的"], quiet)


def test_files_that_are_no_reports_are_passed_over_or_named(workspace: Workspace) -> None:
    for name in ("README.md", "~$稿子.docx", ".隐藏.txt", "照片.jpg"):
        (workspace.corpus / name).write_bytes(b"x")
    (workspace.corpus / "报告_files").mkdir()  # where a browser puts what belongs to a page
    (workspace.corpus / "报告_files" / "广告.html").write_text("<html>")
    (workspace.corpus / "旧稿.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    skipped = app.mine(workspace, [], quiet).skipped
    assert [error.problems[0].path for error in skipped] == [workspace.corpus / "旧稿.doc"]
    assert len(held(workspace)) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names in other encodings")
def test_a_name_in_another_encoding_is_named_not_mined(workspace: Workspace) -> None:
    garbled = workspace.corpus / os.fsdecode("报告.txt".encode("gb18030"))
    shutil.copy(CORPUS / ONE, garbled)
    (workspace.corpus / ONE).unlink()
    (error,) = app.mine(workspace, [], quiet).skipped
    assert "文件名是乱码" in str(error)
    assert held(workspace) == [f"corpus/{OTHER}"]
    with pytest.raises(ReadError, match="文件名是乱码"):
        app.check(workspace, garbled)


def test_only_topics_and_moves_that_exist_are_looked_up(workspace: Workspace) -> None:
    assert app.phrases(workspace, "乡村", topic="乡村振兴")
    with pytest.raises(DrafterError, match="没有“没这个”这个主题。可以写：产业"):
        app.phrases(workspace, "乡村", topic="没这个")
    with pytest.raises(DrafterError, match="没有“没这个”这个语步。可以写：依据"):
        app.phrases(workspace, "乡村", move="没这个")


def test_names_nearly_right_are_suggested(workspace: Workspace) -> None:
    with pytest.raises(DrafterError, match="是不是想写“农业”？可以写：产业"):
        app.phrases(workspace, "乡村", topic="农夜")
    with pytest.raises(DrafterError, match="没有“半年报”这个报告类型。是不是想写“半年报告”？"):
        app.sections(workspace, "乡村", kind="半年报")
    with pytest.raises(DrafterError, match="没有“回故”这个部分。是不是想写“回顾”？"):
        app.skeleton(workspace, "农业", chapter="回故")


def test_nothing_to_look_for_is_an_error(workspace: Workspace) -> None:
    for ask in (lambda: app.phrases(workspace, "  "), lambda: app.sections(workspace, " ")):
        with pytest.raises(DrafterError, match="没有写要查什么"):
            ask()


def test_sections_are_looked_up_by_words_topic_kind_and_chapter(workspace: Workspace) -> None:
    found = app.sections(workspace, "招商", topic="产业", kind="年度报告", chapter="回顾")
    assert found
    assert {section.source.kind for section in found} == {"annual"}
    assert all("招商" in section.text for section in found)
    skeleton = app.skeleton(workspace, "民生")
    assert skeleton
    assert skeleton.chapter == "review"


def test_the_library_is_exported(workspace: Workspace, tmp_path: Path) -> None:
    told: list[float] = []
    for name in ("库.xlsx", "库.md"):
        app.export(workspace, tmp_path / name, lambda _, share: told.append(share))
        assert (tmp_path / name).stat().st_size > 10_000
    assert told == sorted(told[:7]) * 2
    with pytest.raises(WriteError, match=r"不能存成 \.csv 文件"):
        app.export(workspace, tmp_path / "库.csv", quiet)


def test_a_file_forgotten_takes_with_it_what_only_it_supported(workspace: Workspace) -> None:
    both = {phrase.text for phrase in app.mined_library(workspace).phrases(limit=10_000)}
    paths, mined = app.forget(workspace, [ONE], quiet)
    assert paths == (f"corpus/{ONE}",)
    assert mined.summary
    assert held(workspace) == [f"corpus/{OTHER}"]
    assert (workspace.corpus / ONE).exists()
    assert {phrase.text for phrase in app.mined_library(workspace).phrases(limit=10_000)} < both
    assert app.holdings(workspace).forgotten == (f"corpus/{ONE}",)


def test_a_file_forgotten_stays_out_until_it_is_named(workspace: Workspace) -> None:
    app.forget(workspace, [Path(ONE).stem], quiet)
    assert app.mine(workspace, [], quiet).summary is None
    assert app.mine(workspace, [workspace.corpus], quiet).summary is None  # its folder does not name it
    assert held(workspace) == [f"corpus/{OTHER}"]
    app.mine(workspace, [workspace.corpus / ONE], quiet)
    assert len(held(workspace)) == 2
    assert app.holdings(workspace).forgotten == ()


def test_a_file_forgotten_comes_back_when_it_is_changed(workspace: Workspace) -> None:
    app.forget(workspace, [f"corpus/{ONE}"], quiet)
    with (workspace.corpus / ONE).open("a", encoding="utf-8") as file:
        file.write("\n全镇上下团结一心。\n")
    app.mine(workspace, [], quiet)
    assert len(held(workspace)) == 2
    assert app.holdings(workspace).forgotten == ()


def test_a_library_may_be_emptied(workspace: Workspace) -> None:
    app.forget(workspace, [ONE, OTHER], quiet)
    assert held(workspace) == []
    assert app.mine(workspace, [], quiet).summary is None
    assert app.phrases(workspace, "乡村") == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (f"{ONE}#2", f"是汇编里的一篇，不能单独拿掉。要拿掉就拿整个文件：drafter library forget {ONE}"),
        ("桂竹帽", f"语料库里没有“桂竹帽”。是不是想写“corpus/{ONE}”？"),
        ("桂竹冒镇_2022年_工作总结", f"是不是想写“corpus/{ONE}”"),
        ("x", "语料库里没有“x”。里面有：corpus/"),
        ("", "语料库里没有“”。里面有：corpus/"),
    ],
)
def test_only_files_that_the_library_holds_are_forgotten(workspace: Workspace, name: str, said: str) -> None:
    before = workspace.library.read_bytes()
    with pytest.raises(ReadError, match=re.escape(said)):
        app.forget(workspace, [ONE, name], quiet)
    assert workspace.library.read_bytes() == before


def test_a_file_is_forgotten_once(workspace: Workspace) -> None:
    app.forget(workspace, [ONE], quiet)
    with pytest.raises(ReadError, match=f"“{ONE}”早先已经拿掉了。要放回来：drafter mine corpus/"):
        app.forget(workspace, [ONE], quiet)


def test_how_to_get_a_file_back_can_be_typed(workspace: Workspace) -> None:
    (workspace.corpus / ONE).rename(workspace.corpus / "去年 总结.txt")
    app.mine(workspace, [], quiet)
    app.forget(workspace, ["去年 总结"], quiet)
    with pytest.raises(ReadError, match=r'drafter mine "corpus/去年 总结\.txt"。'):
        app.forget(workspace, ["去年 总结"], quiet)


def test_a_name_that_several_files_share_must_be_told_apart(workspace: Workspace) -> None:
    (workspace.corpus / "旧").mkdir()
    shutil.copy(CORPUS / "高兴镇_2023年上半年_政府工作报告.txt", workspace.corpus / "旧" / ONE)
    app.mine(workspace, [], quiet)
    with pytest.raises(ReadError, match=r"有几个文件都叫.*请写明路径"):
        app.forget(workspace, [ONE], quiet)
    app.forget(workspace, [f"corpus/旧/{ONE}"], quiet)
    assert len(held(workspace)) == 2


def test_a_path_mistyped_changes_nothing(workspace: Workspace) -> None:
    before = workspace.library.read_bytes()
    for name in ("没有.txt", "长" * 200):
        with pytest.raises(ReadError, match="没有这个文件或文件夹"):
            app.mine(workspace, [workspace.corpus, workspace.root / name], quiet)
    assert workspace.library.read_bytes() == before


def test_nothing_to_mine_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="还没有放报告的文件夹"):
        app.mine(Workspace(tmp_path), [], quiet)
    (tmp_path / "corpus").mkdir()
    with pytest.raises(ReadError, match="里面没有报告"):
        app.mine(Workspace(tmp_path), [], quiet)
    with pytest.raises(LibraryError, match="还没有语料库"):
        app.phrases(Workspace(tmp_path), "乡村")


# --- building -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt", ".html"])
def test_a_draft_is_written_in_the_format_of_its_name(workspace: Workspace, suffix: str) -> None:
    output = workspace.root / f"稿子{suffix}"
    app.build(workspace, workspace.root / "提纲.yaml", output=output)
    text = app.read_text(output) if suffix != ".html" else output.read_text(encoding="utf-8")
    assert "建成柏树坳村育秧中心" in text


def test_the_draft_stands_beside_its_outline(workspace: Workspace) -> None:
    assert app.build(workspace, workspace.root / "提纲.yaml").output == workspace.root / "提纲.docx"


def test_without_a_library_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "提纲.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    assert app.build(Workspace(tmp_path), path).without_library
    assert not app.build(Workspace(tmp_path), path, bare=True).without_library


def test_bare_uses_no_library_text(workspace: Workspace) -> None:
    built = app.build(workspace, workspace.root / "提纲.yaml", bare=True)
    assert not [
        piece for paragraph in built.report.paragraphs() for piece in paragraph.pieces if piece.kind == "library"
    ]


def test_the_same_arguments_give_the_same_file(workspace: Workspace) -> None:
    outline = workspace.root / "提纲.yaml"
    files = [
        app.build(workspace, outline, output=workspace.root / name, seed=3).output for name in ("甲.docx", "乙.docx")
    ]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_strict_writes_nothing_when_something_is_open(workspace: Workspace) -> None:
    outline = workspace.root / "提纲.yaml"
    outline.write_text(OUTLINE.replace("3.2", ""), encoding="utf-8")
    with pytest.raises(IncompleteError, match="固定资产投资"):
        app.build(workspace, outline, strict=True, origin=workspace.root / "来源.json")
    assert not (workspace.root / "提纲.docx").exists()
    assert not (workspace.root / "来源.json").exists()


def test_the_origin_tells_where_every_piece_comes_from(workspace: Workspace) -> None:
    app.build(workspace, workspace.root / "提纲.yaml", origin=workspace.root / "来源.json")
    record = json.loads((workspace.root / "来源.json").read_text(encoding="utf-8"))
    pieces = [piece for paragraph in record["paragraphs"] for piece in paragraph["pieces"]]
    assert {"kind": "author", "ref": "回顾[0].要点[0].事项[0]"}.items() <= max(
        pieces, key=lambda piece: piece["ref"].endswith("事项[0]")
    ).items()


# --- checking -------------------------------------------------------------------------------------------------------


def copied_draft(folder: Path) -> Path:
    """Write a draft with a paragraph of a report in it."""
    source = next(line for line in app.read_text(CORPUS / OTHER).splitlines() if "粮食" in line and len(line) > 80)
    draft = folder / "稿子.txt"
    draft.write_text(f"青石镇上半年工作总结\n今年以来，我们办了三件事。\n{source}\n", encoding="utf-8")
    return draft


def test_a_copied_paragraph_is_found_in_the_library(workspace: Workspace) -> None:
    result = app.check(workspace, copied_draft(workspace.root)).result
    assert result.by_source[0][0] == f"corpus/{OTHER}"
    assert result.reuse_ratio > 0.5


def test_against_a_folder_only_its_reports_count(workspace: Workspace) -> None:
    draft = copied_draft(workspace.root)
    (workspace.corpus / OTHER).unlink()
    (workspace.corpus / "坏.docx").write_bytes(b"x")
    checked = app.check(workspace, draft, workspace.corpus)
    assert checked.result.reuse_ratio == 0
    assert [error.problems[0].path for error in checked.skipped] == [workspace.corpus / "坏.docx"]


def test_a_report_of_the_library_does_not_match_itself(workspace: Workspace) -> None:
    result = app.check(workspace, workspace.corpus / ONE).result
    assert f"corpus/{ONE}" not in {path for path, _, _ in result.by_source}


def test_a_compilation_is_checked_as_a_whole(workspace: Workspace) -> None:
    result = app.check(workspace, CORPUS / "汇编_2023年上半年_政府工作报告_11篇.txt").result
    assert result.raw == app.read_text(CORPUS / "汇编_2023年上半年_政府工作报告_11篇.txt")
    assert result.chars > 60_000
    assert all(finding.span.of(result.raw) == finding.text for finding in result.findings)


def test_what_is_found_is_kept_as_json_and_html(workspace: Workspace) -> None:
    result = app.check(workspace, copied_draft(workspace.root)).result
    app.write_check_json(result, workspace.root / "检查.json")
    app.write_check_html(workspace, result, workspace.root / "检查.html")
    assert json.loads((workspace.root / "检查.json").read_text(encoding="utf-8"))["schema"] == "drafter.check/1"
    assert OTHER in (workspace.root / "检查.html").read_text(encoding="utf-8")


def test_a_source_that_is_gone_does_not_spoil_the_page(workspace: Workspace) -> None:
    result = app.check(workspace, copied_draft(workspace.root)).result
    (workspace.corpus / OTHER).unlink()
    app.write_check_html(workspace, result, workspace.root / "检查.html")
    assert OTHER in (workspace.root / "检查.html").read_text(encoding="utf-8")


def test_without_a_library_a_draft_is_checked_for_all_but_reuse(tmp_path: Path) -> None:
    checked = app.check(Workspace(tmp_path), copied_draft(tmp_path))
    assert checked.without_library
    assert not checked.result.by_source


# --- comments -------------------------------------------------------------------------------------------------------


def test_what_is_found_is_written_into_a_copy_of_the_draft(workspace: Workspace) -> None:
    draft = app.build(workspace, workspace.root / "提纲.yaml").output
    before = draft.read_bytes()
    result = app.check(workspace, draft, CORPUS).result
    app.annotate(result, draft, workspace.root / "批注.docx")
    assert draft.read_bytes() == before
    assert app.read_text(workspace.root / "批注.docx") == app.read_text(draft)
    with pytest.raises(WriteError, match="盖掉原稿"):
        app.annotate(result, draft, draft)
    with pytest.raises(WriteError, match=r"\.docx 结尾"):
        app.annotate(result, draft, workspace.root / "批注.doc")


def test_only_a_word_file_takes_comments(workspace: Workspace) -> None:
    draft = app.build(workspace, workspace.root / "提纲.yaml", output=workspace.root / "稿.txt").output
    result = app.check(workspace, draft).result
    with pytest.raises(ReadError, match=r"不是 \.docx 文件"):
        app.annotate(result, draft, workspace.root / "批注.docx")
    assert not (workspace.root / "批注.docx").exists()


def test_a_contents_page_is_asked_for_in_the_outline_or_at_the_command(workspace: Workspace) -> None:
    outline = workspace.root / "提纲.yaml"
    bare = app.read_text(app.build(workspace, outline).output)
    asked = app.build(workspace, outline, contents=True)
    text = app.read_text(asked.output)
    assert text.startswith("目　录\n一、")
    assert text.endswith(bare)
    outline.write_text(OUTLINE + "样式: {目录: 是}\n", encoding="utf-8")
    assert app.read_text(app.build(workspace, outline).output) == text


def test_a_chart_is_drawn_in_words_where_a_format_holds_no_picture(workspace: Workspace) -> None:
    outline = workspace.root / "提纲.yaml"
    outline.write_text(OUTLINE.replace("单位: 亿元}", "单位: 亿元, 同比: +3%}"), encoding="utf-8")
    plain = app.build(workspace, outline, output=workspace.root / "稿.txt")
    charted = app.build(workspace, outline, output=workspace.root / "图.txt", chart=True)
    assert "主要经济指标图\n同比：固定资产投资 +3%。\n" in app.read_text(charted.output)
    assert "同比：" not in app.read_text(plain.output)


def test_the_reading_copy_stands_beside_the_draft(workspace: Workspace) -> None:
    outline = workspace.root / "提纲.yaml"
    draft, copy = app.build(workspace, outline).output, app.build(workspace, outline, reading=True).output
    assert (draft.name, copy.name) == ("提纲.docx", "提纲_朗读.docx")
    assert app.read_text(copy).split() == app.read_text(draft).split()
    with pytest.raises(WriteError, match="盖掉参照的文件"):
        app.build(workspace, outline, reading=True, reference=copy)


def test_a_draft_is_put_into_a_document_of_the_office(workspace: Workspace) -> None:
    outline, last = workspace.root / "提纲.yaml", workspace.root / "去年报告.docx"
    app.build(workspace, outline, output=last)
    built = app.build(workspace, outline, output=workspace.root / "今年.docx", reference=last, comments=True)
    assert built.borrowed
    assert app.read_text(built.output) == app.read_text(last)
    with pytest.raises(WriteError, match="盖掉参照的文件"):
        app.build(workspace, outline, output=last, reference=last)
    with pytest.raises(ReadError, match=r"不是 \.docx 文件"):
        app.build(workspace, outline, output=workspace.root / "另一份.docx", reference=outline)
    assert not (workspace.root / "另一份.docx").exists()


@pytest.mark.parametrize("option", ["marks", "comments", "reference", "reading", "contents"])
def test_what_only_word_can_hold_is_refused_elsewhere(option: str, workspace: Workspace) -> None:
    wishes: dict[str, Any] = {option: workspace.root / "去年.docx" if option == "reference" else True}
    with pytest.raises(WriteError, match=f"--{option} 只用于 Word 稿"):
        app.build(workspace, workspace.root / "提纲.yaml", output=workspace.root / "稿.txt", **wishes)
