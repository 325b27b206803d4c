"""Word files made with every option at once are whole packages, and read back as what was written."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import product
from pathlib import Path

import docx
import pytest

from drafter import app
from drafter.config import Workspace
from drafter.errors import DrafterError
from drafter.model import Bar, Bars, Chart
from drafter.page import mm
from drafter.render.chart import draw

from ..quality.good_files import OUTLINE, themed, word_like, wps_like
from ..word_package import faults

REFERENCES = {"": None, "theme": themed, "frames": word_like, "boxes": wps_like}


@pytest.fixture(scope="module")
def chart() -> bool:
    """Tell whether a chart can be drawn here: matplotlib and a Chinese font are the user's own affair."""
    try:
        return bool(draw(Chart("图", (Bars("同比", (Bar("投资", 1.0, "1%"),)),)), mm(100)))
    except DrafterError:
        return False


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with a library and an outline that leaves a figure open."""
    folder = tmp_path_factory.mktemp("全部")
    (folder / "corpus").mkdir()
    text = OUTLINE.read_text(encoding="utf-8").replace("数值: 8.47亿", "数值: ", 1)
    (folder / "提纲.yaml").write_text(f"{text}名词解释: auto\n样式: {{指标表: 随文}}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("reference", "reading"), list(product(REFERENCES, (False, True))))
def test_all_options_at_once_make_a_whole_package(folder: Path, chart: bool, reference: str, reading: bool) -> None:
    maker = REFERENCES[reference]
    if maker:
        (folder / "参照.docx").write_bytes(maker())
    built = app.build(
        Workspace(folder),
        folder / "提纲.yaml",
        output=folder / "稿子.docx",
        comments=True,
        marks=True,
        contents=True,
        chart=chart,
        reading=reading,
        reference=folder / "参照.docx" if maker else None,
    )
    content = built.output.read_bytes()
    assert not [fault for fault in faults(content) if not maker or fault not in faults(maker())]
    document = docx.Document(io.BytesIO(content))
    written = [each.text.replace("\n", "") for each in built.report.paragraphs()]
    read = [each.text.replace("\n", "") for each in document.paragraphs]
    assert [each for each in read if each in set(written)] == written
    assert len(document.tables) == 2
    assert len(document.inline_shapes) == chart


@pytest.mark.parametrize("maker", [themed, word_like, wps_like], ids=lambda maker: maker.__name__)
def test_annotated_and_mended_files_are_whole_packages(tmp_path: Path, maker: Callable[[], bytes]) -> None:
    (tmp_path / "稿.docx").write_bytes(maker())
    (tmp_path / "旧.txt").write_text("政府工作报告\n扎实推进“四好农村路”建设，改造危旧桥梁3座。\n", encoding="utf-8")
    workspace = Workspace(tmp_path)
    checked = app.check(workspace, tmp_path / "稿.docx", tmp_path / "旧.txt")
    assert checked.result.findings
    app.annotate(checked.result, tmp_path / "稿.docx", tmp_path / "批.docx")
    app.fix_layout(workspace, tmp_path / "稿.docx", tmp_path / "改.docx")
    for name in ("批.docx", "改.docx"):
        assert set(faults((tmp_path / name).read_bytes())) <= set(faults(maker()))
        assert app.read_text(tmp_path / name) == app.read_text(tmp_path / "稿.docx")
