"""Comments as LibreOffice reads them: each on its own words, the text as it was."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from drafter.ingest.reader import read_places, read_raw
from drafter.model import Paragraph, Piece, Report, Span, Table
from drafter.render.word import write_word
from drafter.render.word_comments import Comment, write_comments

pytestmark = pytest.mark.e2e

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
WORDS = ("2024年上半年工作总结", "完成固定资产投资4.5亿元", "同比增长12%", "新建公路三条。\n完成", "农村饮水安全")


def draft() -> Report:
    """Return a small report with a title of two lines, running text and a table."""
    texts = (
        ("title", "清河镇2024年上半年工作总结及下半年工作计划"),
        ("body", "全镇新建公路三条。"),
        ("body", "完成固定资产投资4.5亿元，同比增长12%。"),
    )
    blocks = tuple(Paragraph(style, (Piece(text, "author"),)) for style, text in texts)
    return Report("清河镇", "清河镇人民政府", (*blocks, Table("", ("项目",), (("农村饮水安全巩固",),))), seed=1)


def as_open_document(file: Path) -> etree._Element:
    """Let LibreOffice write a Word file as .odt; return its content."""
    assert shutil.which("soffice"), "soffice is not installed; make e2e-tools installs it"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", str(file.parent), str(file)]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    return etree.fromstring(zipfile.ZipFile(file.with_suffix(".odt")).read("content.xml"))


def commented(content: etree._Element) -> dict[str, str]:
    """Return what each comment says, with the words it stands on."""
    said: dict[str, str] = {}
    words: dict[str, str] = {}
    open_now: set[str] = set()
    for element in content.iter("*"):
        name = element.get(f"{OFFICE}name", "")
        if element.tag == f"{OFFICE}annotation":
            said[name] = "".join("".join(line.itertext()) for line in element.iter(f"{TEXT}p"))
            words[name] = ""
            open_now.add(name)
        elif element.tag == f"{OFFICE}annotation-end":
            open_now.discard(name)
        inside = [above.tag for above in element.iterancestors()]
        own = "" if f"{OFFICE}annotation" in (*inside, element.tag) else element.text or ""
        tail = "" if f"{OFFICE}annotation" in inside else element.tail or ""
        for each in open_now:
            words[each] += own + tail
    return {said[name]: words[name] for name in said}


def test_each_comment_stands_on_its_words(tmp_path: Path) -> None:
    write_word(draft(), tmp_path / "稿.docx")
    content, places = read_places(tmp_path / "稿.docx")
    raw = read_raw(tmp_path / "稿.docx")
    spans = [Span(raw.index(each), raw.index(each) + len(each)) for each in WORDS]
    comments = [Comment(span, ("说", "".join(span.of(raw).split()))) for span in spans]
    write_comments(content, places, comments, tmp_path / "稿.docx", tmp_path / "批注.docx")
    found = commented(as_open_document(tmp_path / "批注.docx"))
    assert found == {f"说{''.join(each.split())}": "".join(each.split()) for each in WORDS}
