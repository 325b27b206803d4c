"""What Word's schema and our own layout ask of every part of the file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from drafter.model import Report
from drafter.render.word import write_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# ECMA-376 part 1, annex A: children in the order of the schema's sequences, as far as a report may use them
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl overflowPunct autoSpaceDE autoSpaceDN "
    "adjustRightInd snapToGrid spacing ind jc outlineLvl",
    "rPr": "rFonts b spacing sz szCs highlight lang",
    "sectPr": "footerReference pgSz pgMar docGrid",
    "style": "name next qFormat pPr rPr tblPr",
    "tblPr": "tblStyle tblW jc tblLayout tblBorders tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "tcPr": "tcW vAlign",
    "font": "altName charset family pitch",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
    "compat": "balanceSingleByteDoubleByteWidth doNotExpandShiftReturn useFELayout compatSetting",
}


@pytest.fixture
def package(sample: Report, tmp_path: Path) -> zipfile.ZipFile:
    """Return the Word file of the sample report, as a zip."""
    write_word(sample, tmp_path / "report.docx")
    return zipfile.ZipFile(tmp_path / "report.docx")


def elements(package: zipfile.ZipFile) -> list[etree._Element]:
    """Return the elements of all parts."""
    return [
        element for name in package.namelist() if name.endswith(".xml") for element in _root(package, name).iter("*")
    ]


def _root(package: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(package.read(name))


@pytest.mark.parametrize("parent", sorted(ORDER))
def test_children_stand_in_the_schema_s_order(package: zipfile.ZipFile, parent: str) -> None:
    order = ORDER[parent].split()
    found = [element for element in elements(package) if element.tag == W + parent]
    assert found
    for element in found:
        positions = [order.index(child.tag.removeprefix(W)) for child in element]
        assert positions == sorted(positions), etree.tostring(element)


def test_no_font_comes_from_a_theme(package: zipfile.ZipFile) -> None:
    assert not any("theme" in name for name in package.namelist())
    names = [etree.QName(name).localname for element in elements(package) for name in element.attrib]
    assert not [name for name in names if name.endswith("Theme")]


def test_every_style_names_its_face_for_all_scripts(package: zipfile.ZipFile) -> None:
    fonts = _root(package, "word/styles.xml").iter(f"{W}rFonts")
    for font in fonts:
        assert len({font.get(W + slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}) == 1


def test_every_run_gives_its_marks_to_the_chinese_face(package: zipfile.ZipFile) -> None:
    for name in ("document", "footer1", "footer2"):
        for run in _root(package, f"word/{name}.xml").iter(f"{W}r"):
            assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"


def test_styles_in_use_exist_and_ids_are_unique(package: zipfile.ZipFile) -> None:
    ids = [style.get(f"{W}styleId") for style in _root(package, "word/styles.xml").iter(f"{W}style")]
    used = {
        element.get(f"{W}val")
        for name in ("document", "footer1", "footer2", "styles")
        for element in _root(package, f"word/{name}.xml").iter(f"{W}pStyle", f"{W}tblStyle", f"{W}next")
    }
    assert len(ids) == len(set(ids))
    assert used <= set(ids)


def test_relationships_lead_to_parts_and_every_part_has_its_type(package: zipfile.ZipFile) -> None:
    names = set(package.namelist())
    targets = {"word/" + rel.get("Target") for rel in _root(package, "word/_rels/document.xml.rels")}
    typed = {part.get("PartName", "").lstrip("/") for part in _root(package, "[Content_Types].xml")}
    assert targets <= names
    assert targets | {"word/document.xml", "docProps/core.xml"} <= typed


def test_headings_have_outline_levels_and_stay_with_what_follows(package: zipfile.ZipFile) -> None:
    styles = {style.get(f"{W}styleId"): style for style in _root(package, "word/styles.xml").iter(f"{W}style")}
    for level in range(1, 5):
        look = styles[f"Heading{level}"].find(f"{W}pPr")
        assert look.find(f"{W}outlineLvl").get(f"{W}val") == str(level - 1)
        assert look.find(f"{W}keepNext") is not None
