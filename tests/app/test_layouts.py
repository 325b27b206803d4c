"""`layout fix`: what can be put right is, in a copy; no word changes; what is left is told; bad input is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from lxml import etree

from drafter.app import fix_layout, read_text
from drafter.check.layout.repairs import MENDED
from drafter.config import Workspace
from drafter.errors import DrafterError, ReadError, WriteError
from drafter.ingest import word_package
from drafter.render import word_parts

from ..quality.good_files import inherited, own_names, tabled, themed, word_like, wps_like
from ..quality.layout_planting import Planted, planted

MAKERS = (own_names, inherited, themed, word_like, wps_like, tabled)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return an empty workspace."""
    return Workspace(tmp_path)


def written(folder: Path, content: bytes, name: str = "稿子.docx") -> Path:
    """Write a file."""
    path = folder / name
    path.write_bytes(content)
    return path


def with_parts(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a file with its parts changed, or left out where `change` gives None."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            part = change(name, source.read(name))
            if part is not None:
                archive.writestr(name, part)
    return target.getvalue()


@pytest.mark.parametrize("maker", MAKERS, ids=lambda each: each.__name__)
def test_a_good_file_stays_as_it_is(workspace: Workspace, maker: Callable[[], bytes]) -> None:
    file = written(workspace.root, maker())
    fixed = fix_layout(workspace, file, workspace.root / "改.docx")
    assert (fixed.done, fixed.left) == ((), ())
    before, after = zipfile.ZipFile(file), zipfile.ZipFile(fixed.output)
    assert before.namelist() == after.namelist()
    for name in before.namelist():
        if name != "word/document.xml":
            assert before.read(name) == after.read(name)
    main = (archive.read("word/document.xml") for archive in (before, after))
    one, other = (etree.tostring(etree.fromstring(xml), method="c14n") for xml in main)
    assert one == other


@pytest.mark.parametrize("maker", MAKERS, ids=lambda each: each.__name__)
def test_what_is_planted_is_put_right_and_nothing_else_changes(
    workspace: Workspace, maker: Callable[[], bytes]
) -> None:
    plants = list(planted(maker(), 3))
    assert len(plants) > 50
    for plant in plants:
        file = written(workspace.root, plant.content)
        fixed = fix_layout(workspace, file, workspace.root / "改.docx")
        assert file.read_bytes() == plant.content
        left = {each.kind for each in fixed.left}
        assert not left & MENDED - by_hand(plant), (plant.fault, fixed.left)
        assert (left if by_hand(plant) else {each.kind for each in fixed.done}) & plant.kinds, plant.fault
        docx.Document(str(fixed.output))


def by_hand(plant: Planted) -> frozenset[str]:
    """Return what the writer has to mend: Word's numbers, what would change words, lone marks, faces of tables."""
    leaves = ("numbering", "indent: by spaces", "dress", "mark: stops", "quotes: turned", "table: in")
    return plant.kinds if plant.fault.startswith(leaves) else frozenset()


def test_everything_at_once(workspace: Workspace) -> None:
    document = docx.Document()
    lines = (
        "清河镇2024年上半年工作总结",
        "各位代表：",
        "一、工作回顾",
        "(一)抓产业",
        '今年以来,全镇推进"四好农村路"建设,取得成效。',
        "二、下步打算",
        "下半年，我们将继续努力，抓好各项工作落实。",
    )
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    file = written(workspace.root, buffer.getvalue())
    fixed = fix_layout(workspace, file, workspace.root / "改.docx")
    assert not fixed.left
    words = "\n".join(lines)
    for old, new in (("(一)", "（一）"), (",", "，"), ('推进"', "推进“"), ('路"', "路”")):
        words = words.replace(old, new)
    assert read_text(fixed.output) == words
    styles = [each.style.name for each in docx.Document(str(fixed.output)).paragraphs if each.style]
    assert styles == ["公文标题", "公文称呼", "公文一级标题", "公文二级标题", "公文正文", "公文一级标题", "公文正文"]
    again = fix_layout(workspace, fixed.output, workspace.root / "再改.docx")
    assert (again.done, again.left) == ((), ())


def test_emphasis_and_other_formatting_stay(workspace: Workspace) -> None:
    document = docx.Document(io.BytesIO(own_names()))
    paragraph = document.paragraphs[6]
    paragraph.runs[0].text = "今年以来，"
    words = paragraph.add_run("全镇上下")
    words.bold, words.font.highlight_color = True, docx.enum.text.WD_COLOR_INDEX.YELLOW
    paragraph.add_run("团结一心，各项工作取得新的进展。").font.size = docx.shared.Pt(12)
    buffer = io.BytesIO()
    document.save(buffer)
    fixed = fix_layout(workspace, written(workspace.root, buffer.getvalue()), workspace.root / "改.docx")
    runs = docx.Document(str(fixed.output)).paragraphs[6].runs
    assert [run.bold for run in runs] == [None, True, None]
    assert runs[1].font.highlight_color == docx.enum.text.WD_COLOR_INDEX.YELLOW
    assert runs[2].font.size is None


def test_a_foot_with_words_of_its_own_stays(workspace: Workspace) -> None:
    document = docx.Document(io.BytesIO(own_names()))
    for foot in (document.sections[0].footer, document.sections[0].even_page_footer):
        foot.paragraphs[0].text = "内部资料"
    buffer = io.BytesIO()
    document.save(buffer)
    fixed = fix_layout(workspace, written(workspace.root, buffer.getvalue()), workspace.root / "改.docx")
    assert [each.kind for each in fixed.left] == ["page_number"]


def test_a_grid_that_counts_characters_goes_on_counting_them(workspace: Workspace) -> None:
    document = docx.Document(io.BytesIO(own_names()))
    section = document.sections[0]._sectPr
    grid = docx.oxml.parse_xml(
        f'<w:docGrid xmlns:w="{W[1:-1]}" w:type="linesAndChars" w:linePitch="595" w:charSpace="-849"/>'
    )
    section.append(grid)
    document.paragraphs[4].paragraph_format.line_spacing = docx.shared.Pt(24)
    buffer = io.BytesIO()
    document.save(buffer)
    fixed = fix_layout(workspace, written(workspace.root, buffer.getvalue()), workspace.root / "改.docx")
    (found,) = docx.Document(str(fixed.output)).sections[0]._sectPr.iter(f"{W}docGrid")
    assert [found.get(W + name) for name in ("type", "linePitch", "charSpace")] == ["linesAndChars", "579", "-849"]


def test_even_pages_keep_their_head(workspace: Workspace) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "清河镇人民政府"
    document.add_paragraph("今年以来，全镇上下团结一心，各项工作取得新的进展。")
    buffer = io.BytesIO()
    document.save(buffer)
    fixed = fix_layout(workspace, written(workspace.root, buffer.getvalue()), workspace.root / "改.docx")
    section = docx.Document(str(fixed.output)).sections[0]
    assert section.even_page_header.paragraphs[0].text == "清河镇人民政府"
    assert "PAGE" in etree.tostring(section.even_page_footer._element, encoding="unicode")


def test_a_file_without_styles_or_settings_gets_them(workspace: Workspace) -> None:
    gone = ("word/styles.xml", "word/settings.xml", "word/theme/", "word/numbering.xml")

    def bare(name: str, part: bytes) -> bytes | None:
        if name.startswith(gone):
            return None
        if name == "word/_rels/document.xml.rels":
            root = etree.fromstring(part)
            for each in list(root):
                if each.get("Target", "").startswith(tuple(target.removeprefix("word/") for target in gone)):
                    root.remove(each)
            return etree.tostring(root)
        return part

    file = written(workspace.root, with_parts(own_names(), bare))
    fixed = fix_layout(workspace, file, workspace.root / "改.docx")
    assert not fixed.left
    assert docx.Document(str(fixed.output)).paragraphs[0].style.name == "公文标题"  # type: ignore[union-attr]


def test_macros_stay_and_are_never_run(workspace: Workspace) -> None:
    document = docx.Document(io.BytesIO(own_names()))
    document.sections[0].top_margin = docx.shared.Mm(20)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Shell")
    file = written(workspace.root, buffer.getvalue(), "带宏.docm")
    with pytest.raises(WriteError, match=r"文件名请以 \.docm 结尾"):
        fix_layout(workspace, file, workspace.root / "改.docx")
    fixed = fix_layout(workspace, file, workspace.root / "改.docm")
    assert zipfile.ZipFile(fixed.output).read("word/vbaProject.bin") == b"Shell"


# --- what is refused ------------------------------------------------------------------------------------------------

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def refused(workspace: Workspace, content: bytes, name: str = "稿子.docx", output: str = "改.docx") -> str:
    """Return why a file is refused; nothing is written, and the file stays as it was."""
    file = written(workspace.root, content, name)
    with pytest.raises(DrafterError) as told:
        fix_layout(workspace, file, workspace.root / output)
    assert told.value.exit_code == 2
    assert file.read_bytes() == content
    assert [path.name for path in workspace.root.iterdir()] == [name]
    return str(told.value)


def test_the_file_itself_is_never_written_over(workspace: Workspace) -> None:
    assert "会盖掉原文件" in refused(workspace, own_names(), output="稿子.docx")
    assert "会盖掉原文件" in refused(workspace, own_names(), output="./稿子.docx")


def test_a_link_to_the_file_is_the_file(workspace: Workspace) -> None:
    file = written(workspace.root, own_names())
    link = workspace.root / "链接.docx"
    link.symlink_to(file)
    with pytest.raises(WriteError, match="会盖掉原文件"):
        fix_layout(workspace, file, link)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        (own_names()[:5000], "不完整"),
        (b"", "文件是空的"),
        ("全镇上下团结一心。".encode(), ""),
        (with_parts(own_names(), lambda name, part: None if name == "word/document.xml" else part), "没有 Word 正文"),
        (with_parts(own_names(), lambda name, part: part[:99] if name == "word/document.xml" else part), "已损坏"),
        (with_parts(own_names(), lambda name, part: part[:99] if name == "word/styles.xml" else part), "已损坏"),
    ],
    ids=["password", "truncated", "empty", "text", "no body", "broken body", "broken styles"],
)
def test_what_is_no_word_file(workspace: Workspace, content: bytes, told: str) -> None:
    assert told in refused(workspace, content)


def test_an_old_word_file_is_told_so(workspace: Workspace) -> None:
    assert ".docx" in refused(workspace, OLE + "WordDocument".encode("utf-16-le"))


def test_a_text_file_has_no_layout_to_mend(workspace: Workspace) -> None:
    told = refused(workspace, "全镇上下团结一心。".encode(), "稿子.txt")
    assert "只能改 .docx 文件的版式。请用 WPS 或 Word 打开，另存为 .docx。" in told


def test_strict_files_are_read_only(workspace: Workspace) -> None:
    usual, strict = word_package._USUAL, word_package._STRICT
    content = with_parts(own_names(), lambda _, part: part.replace(usual, strict))
    assert "严格 Open XML" in refused(workspace, content)


def test_signed_files_are_not_changed(workspace: Workspace) -> None:
    buffer = io.BytesIO(own_names())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", b"<a/>")
    assert "数字签名" in refused(workspace, buffer.getvalue())


def test_bombs_are_refused(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_parts, "LARGEST_FILE", 1000)
    assert "过大" in refused(workspace, own_names())


def test_other_suffixes_are_refused(workspace: Workspace) -> None:
    assert "文件名请以 .docx 结尾" in refused(workspace, own_names(), output="改.pdf")


def test_a_place_that_cannot_be_written(workspace: Workspace) -> None:
    file = written(workspace.root, own_names())
    (workspace.root / "改.docx").mkdir()
    with pytest.raises(WriteError, match="这是文件夹"):
        fix_layout(workspace, file, workspace.root / "改.docx")


def test_words_that_would_change_stop_the_writing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.ingest.reader.read_raw", lambda _: "别的话")
    assert "改版式会动到文字" in refused(workspace, own_names())


def test_a_file_that_is_gone(workspace: Workspace) -> None:
    with pytest.raises(ReadError, match="没有这个文件"):
        fix_layout(workspace, workspace.root / "没有.docx", workspace.root / "改.docx")
