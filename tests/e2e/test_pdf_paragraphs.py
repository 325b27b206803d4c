"""PDFs as LibreOffice and Chromium print them: the paragraphs that were printed are read again."""

from __future__ import annotations

import html
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt

from drafter.ingest import office
from drafter.ingest.reader import read_raw

pytestmark = pytest.mark.e2e

CORPUS = Path(__file__).parents[2] / "corpus"
LEAST_RECOVERED = 0.98
"""Share of paragraphs read as they were printed, spaces aside, over all looks; measured 0.995 when it was set."""


@dataclass(frozen=True)
class Look:
    """How a report is laid out."""

    report: str  # in the corpus
    size: float
    font: str
    indent: str  # style, spaces or none
    after: float
    pitch: Length | float
    margins: tuple[float, float]  # left and right, in centimetres
    head: str = ""
    foot: str = ""
    mirrored: bool = False


ONE, TWO, THREE = "新界埠镇_2023年度", "桂竹帽镇_2023年", "涌山镇_2023年前三季度"
LOOKS = {
    "official": Look(ONE, 16, "FangSong", "style", 0, Pt(28), (2.8, 2.6), foot="— {} —"),
    "book": Look(TWO, 12, "SimSun", "spaces", 0, 1.5, (3.2, 3.2), "2023年政府工作报告", "第 {} 页"),
    "no indents": Look(THREE, 10.5, "SimSun", "none", 8, 1.0, (2.5, 2.5)),
    "two sides": Look(ONE, 15, "KaiTi", "style", 3, Pt(29), (3.5, 2.0), "内部资料", "- {} -", mirrored=True),
}
SHEETS = {
    "indents": "body { font: 16px/2 serif } p { text-indent: 2em; margin: 0 }",
    "gaps": "body { font: 18px/1.6 serif } p { margin: 1em 0; text-align: justify }",
}


def lines_of(report: str) -> list[str]:
    """Return a report's lines."""
    (path,) = CORPUS.glob(f"{report}*.txt")
    return [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def write(look: Look, path: Path) -> None:
    """Write a report as a Word file of that look."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = map(Cm, look.margins)
    section.header.paragraphs[0].text = look.head
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, _, after = look.foot.partition("{}")
    foot.add_run(before)
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    foot._p.extend([number] if look.foot else [])
    foot.add_run(after)
    if look.mirrored:
        document.settings.element.insert(0, OxmlElement("w:mirrorMargins"))
    normal = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(look.size), "Times New Roman"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), look.font)
    for at, line in enumerate(lines_of(look.report)):
        paragraph = document.add_paragraph(f"　　{line}" if look.indent == "spaces" and at else line)
        form = paragraph.paragraph_format
        form.space_after, form.line_spacing = Pt(look.after), look.pitch
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if at else WD_ALIGN_PARAGRAPH.CENTER
        if at and look.indent == "style":
            form.first_line_indent = Pt(2 * look.size)
    document.save(str(path))


def recovered(pdf: Path, report: str) -> Counter[bool]:
    """Count the paragraphs of a report that a PDF gives as they were printed, and those that it does not."""
    found = Counter("".join(line.split()) for line in read_raw(pdf).split("\n"))
    printed = Counter("".join(line.split()) for line in lines_of(report))
    same = (found & printed).total()
    return Counter({True: same, False: printed.total() - same})


def test_what_was_printed_is_read_again(tmp_path: Path) -> None:
    program, chromium = office.find_program(), shutil.which("chromium")
    assert program, "LibreOffice is missing: make e2e-tools"
    assert chromium, "Chromium is missing: make e2e-tools"
    counts: dict[str, Counter[bool]] = {}
    for name, look in LOOKS.items():
        write(look, tmp_path / f"{name}.docx")
        office.convert(program, tmp_path / f"{name}.docx", tmp_path, "pdf")
        counts[name] = recovered(tmp_path / f"{name}.pdf", look.report)
    for name, sheet in SHEETS.items():
        page, pdf = tmp_path / f"{name}.html", tmp_path / f"{name}.pdf"
        body = "".join(f"<p>{html.escape(line)}</p>" for line in lines_of(THREE))
        page.write_text(f"<meta charset=utf-8><style>{sheet}</style>{body}", encoding="utf-8")
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={pdf}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
        counts[name] = recovered(pdf, THREE)
    total = sum(counts.values(), Counter[bool]())
    assert total[True] >= LEAST_RECOVERED * total.total(), counts
