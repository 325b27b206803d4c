"""Word files that are damaged, dangerous or no Word files: whatever is to be done with them, a message and no file."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from drafter import app
from drafter.config import Workspace
from drafter.errors import DrafterError
from drafter.ingest import reader, word_package
from drafter.model import CheckResult, Finding, Span

OUTLINE = "报告类型: 半年报告\n期间: 2031年上半年\n单位: {名称: 青石镇}\n"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
DTD = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hosts">]><w:document'
LAUGHS = b'<!DOCTYPE w [<!ENTITY a "haha">%s]><w:document' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + level, b"&%c;" % (97 + level) * 50) for level in range(8)
)


def whole() -> bytes:
    """Return a good Word file."""
    document = docx.Document()
    for text in ("青石镇政府工作报告", "一、上半年工作回顾", "全镇上下团结一心，各项工作有序推进。"):
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def changed(name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """Return the good file with one part changed, or left out."""
    source, buffer = zipfile.ZipFile(io.BytesIO(whole())), io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for each in source.namelist():
            part = change(source.read(each)) if each == name else source.read(each)
            if part is not None:
                target.writestr(each, part)
    return buffer.getvalue()


def extended(parts: int, size: int) -> bytes:
    """Return the good file with so many more parts of a size in bytes."""
    buffer = io.BytesIO(whole())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_STORED) as archive:
        for number in range(parts):
            archive.writestr(f"word/media/picture{number}.jpeg", bytes(size))
    return buffer.getvalue()


def bomb(part: bytes) -> bytes:
    """Return the main part swollen to more than any has."""
    return part.replace(b"<w:body>", b"<w:body><!--" + b"x" * (word_package.LARGEST_XML + 1) + b"-->")


def with_entities(declarations: bytes, name: bytes) -> bytes:
    """Return the good file with entities declared, and one referred to."""
    return changed(
        "word/document.xml",
        lambda part: part.replace(b"<w:document", declarations, 1).replace("全镇".encode(), b"&" + name + b";"),
    )


BAD: dict[str, tuple[bytes, str]] = {
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
    "truncated": (whole()[:9000], "不完整"),
    "bomb": (changed("word/document.xml", bomb), "解开后过大"),
    "parts without end": (extended(word_package.MOST_PARTS, 0), "解开后过大"),
    "entities from outside": (with_entities(DTD, b"x"), "只能读，不能改"),
    "entities without end": (with_entities(LAUGHS, b"i"), "已损坏"),
    "empty styles": (changed("word/styles.xml", lambda _: b""), "已损坏"),
    "broken body": (changed("word/document.xml", lambda part: part[:-40]), "已损坏"),
    "no body": (changed("word/document.xml", lambda _: None), "没有 Word 正文"),
    "old Word file": (OLE + "WordDocument".encode("utf-16-le"), "旧版 Word"),
    "rich text": (rb"{\rtf1\ansi \u25919?\u24220?}", "RTF"),
    "web page": (b"<html><body><p>a</p></body></html>", "网页"),
}
REMARK = Finding("a1", "length", "", "info", Span(0, 3), "青石镇", message="说明")
RESULT = CheckResult("稿.docx", "青石镇", (REMARK,), 3, {}, ())
DEEDS: dict[str, Callable[[Workspace, Path, Path], object]] = {
    "annotate": lambda _, file, output: app.annotate(RESULT, file, output),
    "fix": app.fix_layout,
    "reference": lambda workspace, file, output: app.build(
        workspace, workspace.root / "提纲.yaml", output=output, reference=file, bare=True
    ),
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a folder with an outline and an older draft."""
    (tmp_path / "提纲.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "稿子.docx").write_bytes(b"older")
    return Workspace(tmp_path)


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_and_nothing_is_written(workspace: Workspace, name: str, deed: str) -> None:
    content, told = BAD[name]
    file, output = workspace.root / "坏.docx", workspace.root / "稿子.docx"
    file.write_bytes(content)
    before = {path: path.read_bytes() for path in workspace.root.iterdir()}
    with pytest.raises(DrafterError, match=told) as error:
        DEEDS[deed](workspace, file, output)
    assert str(file) in str(error.value)
    assert error.value.exit_code == 2
    assert {path: path.read_bytes() for path in workspace.root.iterdir()} == before


@pytest.mark.parametrize("deed", ["annotate", "fix"])
def test_a_file_without_styles_is_worked_on_all_the_same(workspace: Workspace, deed: str) -> None:
    file, output = workspace.root / "坏.docx", workspace.root / "稿子.docx"
    file.write_bytes(changed("word/styles.xml", lambda _: None))
    DEEDS[deed](workspace, file, output)
    assert app.read_text(output) == app.read_text(file)


def test_macros_are_read_past(workspace: Workspace) -> None:
    usual, macros = b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
    file = workspace.root / "宏.docm"
    file.write_bytes(changed("[Content_Types].xml", lambda part: part.replace(usual, macros)))
    assert "全镇上下团结一心" in app.read_text(file)
    with pytest.raises(DrafterError, match="可能带宏"):
        app.annotate(RESULT, file, workspace.root / "稿子.docx")


@pytest.mark.parametrize("deed", DEEDS)
def test_fifty_megabytes_of_pictures_take_little_more_memory_than_they_are(workspace: Workspace, deed: str) -> None:
    file, output = workspace.root / "图.docx", workspace.root / "稿子.docx"
    file.write_bytes(extended(10, 5_000_000))
    tracemalloc.start()
    DEEDS[deed](workspace, file, output)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * 50_000_000
    assert output.stat().st_size > (1000 if deed == "reference" else 50_000_000)


def test_a_file_too_large_for_the_memory_is_refused_unread(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "LARGEST", 1000)
    (workspace.root / "图.docx").write_bytes(whole())
    with pytest.raises(DrafterError, match=r"文件太大，有 0 MB。请删去或压缩里面的图片"):
        app.read_text(workspace.root / "图.docx")
