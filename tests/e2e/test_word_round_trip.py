"""A draft opened and saved by LibreOffice: its words, styles, tables, picture and comments are still there."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from drafter import app
from drafter.config import Workspace

from ..quality.good_files import KINDS, OUTLINE
from .paper import converted

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module", params=KINDS, ids=list(KINDS))
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a draft of a kind with everything in it, and what LibreOffice makes of it."""
    kind, folder = request.param, tmp_path_factory.mktemp("trip")
    text = OUTLINE.read_text(encoding="utf-8").replace("数值: 8.47亿", "数值: ", 1)
    text = text.replace("报告类型: 半年报告", f"报告类型: {kind}").replace("期间: 2024年上半年", f"期间: {KINDS[kind]}")
    (folder / "提纲.yaml").write_text(text, encoding="utf-8")
    options: dict[str, Any] = {"comments": True, "marks": True, "contents": True, "chart": True, "bare": True}
    built = app.build(Workspace(folder), folder / "提纲.yaml", output=folder / "report.docx", **options)
    return built.output, converted(built.output, "docx")


def paragraphs(document: Document) -> list[tuple[str, str]]:
    """Return the paragraphs that hold text, each with its style."""
    found = ((each.text, each.style.name if each.style else "") for each in document.paragraphs)
    return [(text.replace("\n", ""), style) for text, style in found if text.strip()]


def test_words_and_styles_stay(both: tuple[Path, Path]) -> None:
    before, after = (docx.Document(str(path)) for path in both)
    assert paragraphs(after) == paragraphs(before)
    for one, other in zip(before.tables, after.tables, strict=True):
        assert [[cell.text for cell in row.cells] for row in one.rows] == [
            [cell.text for cell in row.cells] for row in other.rows
        ]
        assert other.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_levels_fields_picture_and_comments_stay(both: tuple[Path, Path]) -> None:
    before, after = (docx.Document(str(path)) for path in both)
    levels = {each.name: each.element.pPr.find(qn("w:outlineLvl")) for each in after.styles if "eading" in each.name}
    assert [levels[f"Heading {level}"].get(qn("w:val")) for level in range(1, 5)] == ["0", "1", "2", "3"]
    one, other = (each.inline_shapes[0]._inline.docPr.get("descr") for each in (before, after))
    assert one == other
    comments = [len(list(each.element.body.iter(qn("w:commentReference")))) for each in (before, after)]
    assert comments[0] == comments[1] > 0
    feet = [name for name in zipfile.ZipFile(both[1]).namelist() if name.startswith("word/footer")]
    assert sum(b" PAGE" in zipfile.ZipFile(both[1]).read(name) for name in feet) >= 2
