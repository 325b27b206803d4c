"""A draft in an office's own document, on paper: header and footer on every page, every character printed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from drafter.model import Paragraph, Piece, Report, Table
from drafter.render.word import write_word
from drafter.render.word_reference import into_reference

pytestmark = pytest.mark.e2e

SENTENCE = "坚持把产业发展作为第一要务，狠抓项目建设，做优营商环境，全镇经济保持平稳增长。"
WORDS = (
    ("title", "政府工作报告"),
    ("salutation", "各位代表："),
    ("heading1", "一、上半年工作回顾"),
    *(("body", f"{number}月份，{SENTENCE * 3}") for number in range(1, 13)),
)


def office(path: Path) -> None:
    """Write a document of an office: narrow margins, body text of 15 points, header and footer."""
    document = docx.Document()
    for name, size in (("Normal", 15), ("Heading 1", 18)):
        style = document.styles[name]
        style.font.size = Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = (
        Mm(210),
        Mm(297),
        Mm(20),
        Mm(20),
    )
    section.header.paragraphs[0].text = "云溪县青石镇人民政府"
    section.footer.paragraphs[0].text = "内部资料注意保存"
    document.add_heading("去年", 1)
    document.add_paragraph(SENTENCE * 5)
    document.save(str(path))


def printed(file: Path) -> list[str]:
    """Let LibreOffice print a Word file; return the text of each page without white space."""
    for tool in ("soffice", "pdftotext"):
        assert shutil.which(tool), f"{tool} is not installed; make e2e-tools installs it"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    read = ["pdftotext", "-raw", "-enc", "UTF-8", str(file.with_suffix(".pdf")), "-"]
    done = subprocess.run(read, check=True, capture_output=True, timeout=60)
    return [re.sub(r"\s", "", each) for each in done.stdout.decode("utf-8").split("\f") if each.strip()]


def test_every_page_bears_their_header_and_our_words(tmp_path: Path) -> None:
    blocks = tuple(Paragraph(style, (Piece(text, "author"),)) for style, text in WORDS)
    table = Table("", ("指标", "数值"), (("财政收入", "3.2亿元"),))
    write_word(Report("报告", "清河镇人民政府", (*blocks, table), seed=1), tmp_path / "ours.docx")
    office(tmp_path / "office.docx")
    draft, reference = ((tmp_path / name).read_bytes() for name in ("ours.docx", "office.docx"))
    roles = into_reference(draft, reference, tmp_path / "office.docx", tmp_path / "out.docx")
    assert roles["body"] == "Normal"
    pages = printed(tmp_path / "out.docx")
    assert len(pages) > 1
    for page in pages:
        assert page.startswith("云溪县青石镇人民政府")
        assert page.endswith("内部资料注意保存")
    text = "".join(page.removeprefix("云溪县青石镇人民政府").removesuffix("内部资料注意保存") for page in pages)
    assert text == "".join(words for _, words in WORDS) + "指标数值财政收入3.2亿元"
