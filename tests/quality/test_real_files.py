"""Every real file at hand is read: the Word files and the uncleaned reports that stand beside the checkout."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from drafter import app
from drafter.config import Workspace
from drafter.errors import ReadError
from drafter.ingest.reader import read, read_raw
from drafter.render import word_order

from ..uncommented import canonical, new_ids

SHARED = Path(__file__).parents[3] / "shared"
FILES = sorted([*SHARED.glob("docx/*.docx"), *SHARED.glob("reports/noisy/*.txt")])
SHORTEST = 40  # characters: letterhead templates have little more
EMPTY = {"gongwenassistant_A4_1_m", "gongwenassistant_A4_3"}  # templates without a word
REPORT = 5000  # characters of a province's report

pytestmark = pytest.mark.skipif(not FILES, reason="needs ../shared/docx and ../shared/reports/noisy")


def test_all_are_here() -> None:
    assert sum(path.suffix == ".docx" for path in FILES) >= 31
    assert sum(path.suffix == ".txt" for path in FILES) >= 18


@pytest.mark.parametrize("name", sorted(EMPTY))
def test_a_template_without_a_word_says_so(name: str) -> None:
    with pytest.raises(ReadError, match="没有文字"):
        read(SHARED / "docx" / f"{name}.docx", name)


@pytest.mark.parametrize("path", [path for path in FILES if path.stem not in EMPTY], ids=lambda path: path.stem[:24])
def test_it_is_read_and_every_block_has_its_place(path: Path) -> None:
    documents = read(path, path.name)
    raw = read_raw(path)
    assert sum(len(document.text) for document in documents) >= (REPORT if "政府工作报告" in path.stem else SHORTEST)
    for document in documents:
        assert document.raw == raw
        for block in document.blocks:
            span = document.raw_span(block.span)
            assert 0 <= span.start <= span.end <= len(raw)


WORD_FILES = [path for path in FILES if path.suffix == ".docx" and path.stem not in EMPTY]
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath ins del moveFrom moveTo rPrChange"
)  # ECMA-376 part 1, annex A
ORDERS = {"pPr": word_order.PARAGRAPH, "sectPr": word_order.SECTION, "rPr": _RUN.split()}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda path: path.stem[:24])
def test_its_layout_is_checked_and_mended_without_losing_a_word(path: Path, tmp_path: Path) -> None:
    fixed = app.fix_layout(Workspace(tmp_path), path, tmp_path / path.name)
    assert fixed.done
    before, after = read_raw(path), read_raw(fixed.output)
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert {new for _, new in changed} <= set("，。；：？！（）“”—")
    again = app.fix_layout(Workspace(tmp_path), fixed.output, tmp_path / f"再改_{path.name}")
    assert len(again.done) <= len(fixed.done) / 10  # headings that are now marked as such are read better


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda path: path.stem[:24])
def test_it_is_checked_and_annotated_without_losing_a_word(path: Path, tmp_path: Path) -> None:
    workspace, output = Workspace(tmp_path), tmp_path / path.name
    (tmp_path / "别处.txt").write_text("政府工作报告\n各项工作有序推进，社会大局保持稳定。\n", encoding="utf-8")
    checked = app.check(workspace, path, tmp_path / "别处.txt")
    assert checked.result.findings
    app.annotate(checked.result, path, output)
    assert read_raw(output) == read_raw(path)
    before, after = path.read_bytes(), output.read_bytes()
    assert canonical(after, new_ids(before, after)) == canonical(before, [])
    assert _disorder(ZipFile(output)) <= _disorder(ZipFile(path))


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda path: path.stem[:24])
def test_what_is_mended_keeps_to_the_schema(path: Path, tmp_path: Path) -> None:
    app.fix_layout(Workspace(tmp_path), path, tmp_path / path.name)
    before, after = ZipFile(path), ZipFile(tmp_path / path.name)
    assert _disorder(after) <= _disorder(before)
    types = etree.fromstring(after.read("[Content_Types].xml"))
    named = [each.get("PartName", "") for each in types if each.get("PartName")]
    assert len(named) == len(set(named))
    ids = [each.get("Id") for each in etree.fromstring(after.read("word/_rels/document.xml.rels"))]
    assert len(ids) == len(set(ids))
    styles = [each.get(f"{W}styleId") for each in etree.fromstring(after.read("word/styles.xml")).iter(f"{W}style")]
    assert len(styles) == len(set(styles))


def _disorder(package: ZipFile) -> int:
    """Count the properties whose children do not stand in the schema's order."""
    count = 0
    for name in package.namelist():
        if name.startswith("word/") and name.endswith(".xml"):
            for element in etree.fromstring(package.read(name)).iter(*(W + parent for parent in ORDERS)):
                order = ORDERS[etree.QName(element).localname]
                known = [tag for each in element if (tag := etree.QName(each).localname) in order]
                places = [order.index("footerReference" if tag == "headerReference" else tag) for tag in known]
                count += places != sorted(places)
    return count
