"""The chart of the main indicators: a picture in the Word file and the page, words elsewhere."""

from __future__ import annotations

import builtins
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document as WordDocument

from drafter.errors import DrafterError
from drafter.model import Bar, Bars, Chart, Paragraph, Piece, Report
from drafter.page import mm
from drafter.render.chart import draw
from drafter.render.html import report_page
from drafter.render.plain import to_markdown, to_text
from drafter.render.word import write_word

Written = Callable[[Report], WordDocument]
CHART = Chart(
    "主要经济指标",
    (
        Bars("同比", (Bar("固定资产投资", 6.9, "+6.9%"), Bar("财政总收入", -3.8, "-3.8%"))),
        Bars("完成率", (Bar("城乡居民基本医疗保险参保缴费总人数", 102.6, "102.6%"),)),
    ),
)
WORDS = (
    "同比：固定资产投资 +6.9%，财政总收入 -3.8%。",
    "完成率：城乡居民基本医疗保险参保缴费总人数 102.6%。",
)


@pytest.fixture
def drawn() -> None:
    """Skip where matplotlib or a Chinese font is missing: both are the user's own affair."""
    pytest.importorskip("matplotlib")
    try:
        draw(CHART, mm(156))
    except DrafterError as error:
        pytest.skip(str(error))


def charted(sample: Report) -> Report:
    """Return the sample report with a chart at its end."""
    return replace(sample, blocks=(*sample.blocks, Paragraph("annex_mark", (Piece("附件3", "template"),)), CHART))


@pytest.mark.usefixtures("drawn")
def test_the_word_file_shows_it_as_wide_as_the_text_and_says_it_in_words(sample: Report, written: Written) -> None:
    document = written(charted(sample))
    (shape,) = document.inline_shapes
    assert shape.width.mm == pytest.approx(156, abs=0.1)
    assert shape.height.mm < 120
    assert shape._inline.docPr.get("descr") == "".join(WORDS)
    assert document.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].blob[:4] == b"\x89PNG"


@pytest.mark.usefixtures("drawn")
def test_the_same_chart_gives_the_same_bytes(sample: Report, tmp_path: Path) -> None:
    write_word(charted(sample), tmp_path / "one.docx")
    write_word(charted(sample), tmp_path / "two.docx")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    assert "word/media/image1.png" in zipfile.ZipFile(tmp_path / "one.docx").namelist()


@pytest.mark.usefixtures("drawn")
def test_the_page_holds_it_in_itself(sample: Report) -> None:
    page = report_page(charted(sample))
    assert re.search(f'<img src="data:image/png;base64,[A-Za-z0-9+/=]+" alt="{re.escape("".join(WORDS))}">', page)
    assert "img-src data:" in page


def test_plain_text_and_markdown_tell_it(sample: Report) -> None:
    assert to_text(charted(sample)).endswith("\n".join(("附件3", *WORDS, "")))
    assert all(line in to_markdown(charted(sample)) for line in WORDS)


def test_without_matplotlib_the_message_says_how_to_get_it(
    sample: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return whole(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DrafterError, match=r"matplotlib，还没有安装。请.*pip install .\[chart\]"):
        write_word(charted(sample), tmp_path / "report.docx")


@pytest.mark.usefixtures("drawn")
def test_without_a_chinese_font_the_message_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    font_manager = pytest.importorskip("matplotlib.font_manager")
    latin = [entry for entry in font_manager.fontManager.ttflist if entry.name.startswith("DejaVu")]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", latin)
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    with pytest.raises(DrafterError, match="没有找到中文字体"):
        draw(CHART, mm(156))
