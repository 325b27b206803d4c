"""Faults of layout planted one at a time into good Word files, so that the layout rule can be scored.

A plant changes one paragraph, one style, the pages or their feet; it says which kinds of deviation it makes.
"""

from __future__ import annotations

import copy
import io
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

LEAST_TEXT = 12  # characters of a paragraph that takes a plant: sentences have them
_HEADINGS = (re.compile("[一二三四五六七八九十]+、"), re.compile("（[一二三四五六七八九十]+）"), re.compile(r"\d+\."))


@dataclass(frozen=True, slots=True)
class Planted:
    """A file with one fault."""

    fault: str
    content: bytes
    kinds: frozenset[str]  # of deviation; one of them is to be found
    text: str  # of the paragraph at fault, "" for pages and styles


class CannotTakeError(Exception):
    """This file has nothing that could take the fault."""


Plant = Callable[[Document, random.Random], str]
"""Plants a fault; returns the text of the paragraph at fault, "" for pages and styles."""


def planted(content: bytes, seed: int) -> Iterator[Planted]:
    """Yield the file with each fault that it can take."""
    for fault, (kinds, plant) in FAULTS.items():
        document = docx.Document(io.BytesIO(content))
        try:
            text = plant(document, random.Random(f"{fault}{seed}"))
        except CannotTakeError:
            continue
        buffer = io.BytesIO()
        document.save(buffer)
        yield Planted(fault, buffer.getvalue(), frozenset(kinds.split()), text)


# --- where a fault goes ---------------------------------------------------------------------------------------------


def paragraph_of(document: Document, role: str, rng: random.Random) -> Any:
    """Return a paragraph of a sort: title, body, h1 … h3."""
    body = [each for each in document.element.body.findall(qn("w:p")) if _text(each)]
    if role == "title":
        return body[0]
    annex = next((at for at, each in enumerate(body) if _text(each).startswith("附件")), len(body))
    found = [each for each in body[1:annex] if _fits(_text(each), role)]
    if not found:
        raise CannotTakeError
    return rng.choice(found)


def _fits(text: str, role: str) -> bool:
    if role == "body":
        numbered = any(each.match(text) for each in (*_HEADINGS, re.compile("（")))
        return len(text) >= LEAST_TEXT and text.endswith("。") and not numbered and "【" not in text
    return bool(_HEADINGS[int(role[1]) - 1].match(text)) and not text.endswith("。")


def _text(paragraph: Any) -> str:
    return "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def _properties(paragraph: Any) -> Any:
    return paragraph.get_or_add_pPr()


def _style_of(document: Document, paragraph: Any) -> Any:
    """Return the style of a paragraph."""
    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    styles = document.styles.element.findall(qn("w:style"))
    if named is None:
        return next(each for each in styles if each.get(qn("w:default")) == "1")
    return next(each for each in styles if each.get(qn("w:styleId")) == named.get(qn("w:val")))


def _element(name: str, **attributes: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _put(parent: Any, child: Any) -> None:
    """Put a property in, in place of one of its name; order does not matter to a reader."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    parent.append(child)


# --- faults of type and paragraphs ----------------------------------------------------------------------------------


def on_runs(role: str, name: str, **attributes: str) -> Plant:
    """Return a plant that gives the runs of a paragraph a property."""

    def plant(document: Document, rng: random.Random) -> str:
        paragraph = paragraph_of(document, role, rng)
        for run in paragraph.iter(qn("w:r")):
            properties = run.get_or_add_rPr()
            old = properties.find(qn(f"w:{name}"))
            if old is None:
                old = _element(name)
                properties.append(old)
            for key, value in attributes.items():
                old.set(qn(f"w:{key}"), value)
        return _text(paragraph)

    return plant


def on_one_run(name: str, **attributes: str) -> Plant:
    """Return a plant that gives a few words in the middle of a paragraph a property."""

    def plant(document: Document, rng: random.Random) -> str:
        paragraph = paragraph_of(document, "body", rng)
        run = max(paragraph.iter(qn("w:r")), key=lambda each: len(_text(each)))
        printed = run.find(qn("w:t"))
        words = printed.text
        third = len(words) // 3
        parts = [copy.deepcopy(run) for _ in range(3)]
        for part, piece in zip(parts, (words[:third], words[third : 2 * third], words[2 * third :]), strict=True):
            part.find(qn("w:t")).text = piece
        _put(parts[1].get_or_add_rPr(), _element(name, **attributes))
        for part in parts:
            run.addprevious(part)
        run.getparent().remove(run)
        return _text(paragraph)

    return plant


def on_paragraph(role: str, name: str, **attributes: str) -> Plant:
    """Return a plant that gives a paragraph a property."""

    def plant(document: Document, rng: random.Random) -> str:
        paragraph = paragraph_of(document, role, rng)
        _put(_properties(paragraph), _element(name, **attributes))
        return _text(paragraph)

    return plant


def on_style(role: str, part: str, name: str, **attributes: str) -> Plant:
    """Return a plant that changes the style of a sort of paragraph."""

    def plant(document: Document, rng: random.Random) -> str:
        style = _style_of(document, paragraph_of(document, role, rng))
        properties = style.find(qn(f"w:{part}"))
        if properties is None:
            properties = _element(part)
            style.append(properties)
        old = properties.find(qn(f"w:{name}"))
        if old is None:
            old = _element(name)
            properties.append(old)
        for key, value in attributes.items():
            old.set(qn(f"w:{key}"), value)
        return ""

    return plant


def theme_face(document: Document, rng: random.Random) -> str:
    """Give a paragraph's Chinese the face of the theme, whose face for Chinese is 宋体."""
    main = document.part
    if not any(each.reltype.endswith("/theme") for each in main.rels.values()):
        raise CannotTakeError
    return on_runs("h1", "rFonts", eastAsiaTheme="majorEastAsia")(document, rng)


def painted_heading(document: Document, rng: random.Random) -> str:
    """Make a heading of body text that only looks like one."""
    heading, body = paragraph_of(document, "h1", rng), paragraph_of(document, "body", rng)
    _take_style(heading, body)
    for run in heading.iter(qn("w:r")):
        fonts = _element("rFonts", eastAsia="黑体", ascii="黑体", hAnsi="黑体", hint="eastAsia")
        _put(run.get_or_add_rPr(), fonts)
    return _text(heading)


def _take_style(paragraph: Any, other: Any) -> None:
    properties = _properties(paragraph)
    style = other.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    for old in properties.findall(qn("w:pStyle")):
        properties.remove(old)
    if style is not None:
        properties.insert(0, copy.deepcopy(style))


def painted_body(document: Document, rng: random.Random) -> str:
    """Give a body paragraph the style of the salutation, and all that the body has by itself."""
    body = paragraph_of(document, "body", rng)
    calls = [each for each in document.element.body.findall(qn("w:p")) if _text(each).endswith(("：", ":"))]
    if not calls:
        raise CannotTakeError
    _take_style(body, calls[0])
    _put(_properties(body), _element("ind", firstLineChars="200", firstLine="640"))
    return _text(body)


def typed_indent(document: Document, rng: random.Random) -> str:
    """Set a paragraph in with two wide spaces instead of an indent."""
    paragraph = paragraph_of(document, "body", rng)
    _put(_properties(paragraph), _element("ind", firstLineChars="0", firstLine="0"))
    first = next(paragraph.iter(qn("w:t")))
    first.text = f"\u3000\u3000{first.text}"
    return _text(paragraph).strip()


def _numbering(document: Document) -> Any:
    """Return the lists of a file, none yet where it had no part for them."""
    try:
        return document.part.numbering_part.element
    except NotImplementedError:
        root = OxmlElement("w:numbering")
        part = NumberingPart(PackURI("/word/numbering.xml"), CT.WML_NUMBERING, root, document.part.package)
        document.part.relate_to(part, RT.NUMBERING)
        return root


def automatic_number(document: Document, rng: random.Random) -> str:
    """Let Word number a heading whose number is taken off."""
    paragraph = paragraph_of(document, "h2", rng)
    root = _numbering(document)
    definition = _element("abstractNum", abstractNumId="77")
    level = _element("lvl", ilvl="0")
    for name, value in (("start", "1"), ("numFmt", "chineseCountingThousand"), ("lvlText", "（%1）")):
        level.append(_element(name, val=value))
    definition.append(level)
    root.insert(0, definition)
    number = _element("num", numId="77")
    number.append(_element("abstractNumId", val="77"))
    root.append(number)
    listed = _element("numPr")
    listed.extend([_element("ilvl", val="0"), _element("numId", val="77")])
    _properties(paragraph).append(listed)
    first = next(paragraph.iter(qn("w:t")))
    first.text = first.text.partition("）")[2]
    return _text(paragraph)


def instead_of_number(old: str, new: str) -> Plant:
    """Return a plant that writes the end of a heading's number otherwise."""

    def plant(document: Document, rng: random.Random) -> str:
        paragraph = paragraph_of(document, "h2" if old == "）" else "h3", rng)
        first = next(paragraph.iter(qn("w:t")))
        first.text = first.text.replace(old, new, 1)
        return _text(paragraph)

    return plant


# --- marks ----------------------------------------------------------------------------------------------------------


def instead(old: str, new: str) -> Plant:
    """Return a plant that writes one mark of a paragraph otherwise; a pair of two characters, both of it."""

    def plant(document: Document, rng: random.Random) -> str:
        bodies = [each for each in document.element.body.findall(qn("w:p")) if _holds(each, old)]
        if not bodies:
            raise CannotTakeError
        paragraph = rng.choice(bodies)
        printed = next(each for each in paragraph.iter(qn("w:t")) if all(mark in (each.text or "") for mark in old))
        pairs = zip(old, new, strict=True) if len(old) > 1 else [(old, new)]
        for before, after in pairs:
            printed.text = printed.text.replace(before, after, 1)
        return _text(paragraph)

    return plant


def _holds(paragraph: Any, marks: str) -> bool:
    """Tell whether the marks stand in one run between Chinese characters."""
    between = "[\u4e00-\u9fff]" + "[^%]+?".join(map(re.escape, marks)) + "[\u4e00-\u9fff]"
    return any(re.search(between, each.text or "") for each in paragraph.iter(qn("w:t")))


# --- pages ----------------------------------------------------------------------------------------------------------


def on_section(name: str, **attributes: str) -> Plant:
    """Return a plant that changes the pages."""

    def plant(document: Document, _rng: random.Random) -> str:
        found = document.sections[0]._sectPr.find(qn(f"w:{name}"))
        for key, value in attributes.items():
            found.set(qn(f"w:{key}"), value)
        return ""

    return plant


def grid_of_characters(spread: str) -> Plant:
    """Return a plant that lets the page's grid add to every character, in parts of a point (4096)."""

    def plant(document: Document, _rng: random.Random) -> str:
        section = document.sections[0]._sectPr
        _put(section, _element("docGrid", type="linesAndChars", linePitch="579", charSpace=spread))
        return ""

    return plant


# --- tables ---------------------------------------------------------------------------------------------------------


def _table(document: Document, rows: int) -> Any:
    """Return a table of some rows at least."""
    found = [each for each in document.element.body.findall(qn("w:tbl")) if len(each.findall(qn("w:tr"))) >= rows]
    if not found:
        raise CannotTakeError
    return found[0]


def wide_table(share: float) -> Plant:
    """Return a plant that makes a table wider by a share."""

    def plant(document: Document, _rng: random.Random) -> str:
        table = _table(document, 2)
        for each in table.iter(qn("w:tblW"), qn("w:gridCol"), qn("w:tcW")):
            each.set(qn("w:w"), str(round(int(each.get(qn("w:w"))) * share)))
        if table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:type")) == "auto":
            raise CannotTakeError
        return ""

    return plant


def shifted_table(document: Document, _rng: random.Random) -> str:
    """Set a table in so far that it leaves the text at the right."""
    properties = _table(document, 2).find(qn("w:tblPr"))
    for old in properties.findall(qn("w:jc")):
        properties.remove(old)
    _put(properties, _element("tblInd", w="900", type="dxa"))
    return ""


def in_rows(name: str) -> Plant:
    """Return a plant that takes a property off the rows of a table of several pages."""

    def plant(document: Document, _rng: random.Random) -> str:
        for old in [*_table(document, 40).iter(qn(f"w:{name}"))]:
            old.getparent().remove(old)
        return ""

    return plant


def fixed_rows(document: Document, _rng: random.Random) -> str:
    """Fix the rows of a table lower than their text."""
    for row in _table(document, 2).findall(qn("w:tr")):
        properties = row.find(qn("w:trPr"))
        _put(properties, _element("trHeight", val="160", hRule="exact"))
    return ""


def in_cell(part: str, name: str, **attributes: str) -> Plant:
    """Return a plant that gives the paragraph of a cell, or its runs, a property."""

    def plant(document: Document, rng: random.Random) -> str:
        cells = [each for each in _table(document, 2).iter(qn("w:p")) if re.search("[\u4e00-\u9fff]", _text(each))]
        paragraph = rng.choice(cells)
        for each in paragraph.iter(qn("w:r")) if part == "rPr" else [paragraph]:
            properties = each.get_or_add_rPr() if part == "rPr" else _properties(each)
            _put(properties, _element(name, **attributes))
        return _text(paragraph)

    return plant


def no_feet(document: Document, _rng: random.Random) -> str:
    """Take the feet off."""
    section = document.sections[0]._sectPr
    for reference in section.findall(qn("w:footerReference")):
        section.remove(reference)
    return ""


def in_feet(change: Callable[[Any], None], kinds: str = "default even") -> Plant:
    """Return a plant that changes the feet of pages."""

    def plant(document: Document, _rng: random.Random) -> str:
        section = document.sections[0]
        feet = {"default": section.footer, "even": section.even_page_footer}
        for kind in kinds.split():
            change(feet[kind]._element)
        return ""

    return plant


def _typed_number(foot: Any) -> None:
    """Write a figure where the field was."""
    for field in [*foot.iter(qn("w:fldSimple"))]:
        for run in field.findall(qn("w:r")):
            field.addprevious(run)
        field.getparent().remove(field)
    for mark in [*foot.iter(qn("w:fldChar"), qn("w:instrText"))]:
        mark.getparent().remove(mark)


def _placed(place: str) -> Callable[[Any], None]:
    def change(foot: Any) -> None:
        for align in foot.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}align"):
            align.text = place
        for frame in foot.iter(qn("w:framePr")):
            frame.set(qn("w:xAlign"), place)
        for paragraph in foot.iter(qn("w:p")):
            _put(paragraph.get_or_add_pPr(), _element("jc", val=place))

    return change


def _without_dashes(foot: Any) -> None:
    for printed in foot.iter(qn("w:t")):
        printed.text = (printed.text or "").replace("—", "")


def _typed_as(**attributes: str) -> Callable[[Any], None]:
    def change(foot: Any) -> None:
        for run in foot.iter(qn("w:r")):
            properties = run.get_or_add_rPr()
            if "size" in attributes:
                _put(properties, _element("sz", val=attributes["size"]))
            else:
                face = attributes["face"]
                _put(properties, _element("rFonts", ascii=face, hAnsi=face, eastAsia=face))

    return change


def one_sided(document: Document, _rng: random.Random) -> str:
    """Let even pages have the foot of the odd ones, at the right."""
    document.settings.odd_and_even_pages_header_footer = False
    _placed("right")(document.sections[0].footer._element)
    return ""


FAULTS: Mapping[str, tuple[str, Plant]] = {
    "paper: Letter": ("paper", on_section("pgSz", w="12240", h="15840")),
    "paper: 16开": ("paper", on_section("pgSz", w="10433", h="14742")),
    "paper: on its side": ("paper", on_section("pgSz", w="16838", h="11906")),
    "margin: top 33 mm": ("margin", on_section("pgMar", top="1871")),
    "margin: bottom 25.4 mm": ("margin", on_section("pgMar", bottom="1440")),
    "margin: left 31.8 mm": ("margin", on_section("pgMar", left="1803")),
    "margin: right 24 mm": ("margin", on_section("pgMar", right="1361")),
    "margin: gutter": ("margin", on_section("pgMar", gutter="284")),
    "face: body in 宋体": ("face", on_runs("body", "rFonts", eastAsia="宋体")),
    "face: words in 微软雅黑": ("face", on_one_run("rFonts", eastAsia="微软雅黑", hint="eastAsia")),
    "face: level 1 in 宋体": ("face", on_runs("h1", "rFonts", eastAsia="宋体")),
    "face: level 2 in 黑体": ("face", on_runs("h2", "rFonts", eastAsia="黑体")),
    "face: level 3 in 楷体": ("face", on_runs("h3", "rFonts", eastAsia="楷体_GB2312")),
    "face: title in 黑体": ("face", on_runs("title", "rFonts", eastAsia="黑体")),
    "face: of the theme": ("face", theme_face),
    "face: style of level 2 in 仿宋": ("face", on_style("h2", "rPr", "rFonts", eastAsia="仿宋_GB2312")),
    "latin: figures in Calibri": ("latin", on_runs("body", "rFonts", ascii="Calibri", hAnsi="Calibri")),
    "size: body 四号": ("size", on_runs("body", "sz", val="28")),
    "size: words in 小三": ("size", on_one_run("sz", val="30")),
    "size: level 1 in 小二": ("size", on_runs("h1", "sz", val="36")),
    "size: title in 小二": ("size", on_runs("title", "sz", val="36")),
    "size: style of body 15 points": ("size", on_style("body", "rPr", "sz", val="30")),
    "bold: a body paragraph": ("bold", on_runs("body", "b", val="1")),
    "bold: title": ("bold", on_runs("title", "b", val="1")),
    "pitch: one and a half lines": ("pitch", on_paragraph("body", "spacing", line="360", lineRule="auto")),
    "pitch: 24 points": ("pitch", on_paragraph("body", "spacing", line="480", lineRule="exact")),
    "pitch: 31 points": ("pitch", on_paragraph("h2", "spacing", line="620", lineRule="exact")),
    "pitch: at least 32 points": ("pitch", on_paragraph("body", "spacing", line="640", lineRule="atLeast")),
    "pitch: style of body 26 points": ("pitch", on_style("body", "pPr", "spacing", line="520", lineRule="exact")),
    "spacing: 10 points below": ("spacing", on_paragraph("body", "spacing", after="200")),
    "indent: none": ("indent", on_paragraph("body", "ind", firstLineChars="0", firstLine="0")),
    "indent: 7.4 mm": ("indent", on_paragraph("body", "ind", firstLineChars="0", firstLine="420")),
    "indent: four characters": ("indent", on_paragraph("body", "ind", firstLineChars="400")),
    "indent: level 1 not set in": ("indent", on_paragraph("h1", "ind", firstLineChars="0", firstLine="0")),
    "indent: left two characters": ("indent", on_paragraph("body", "ind", leftChars="200", left="640")),
    "indent: right three characters": ("indent", on_paragraph("body", "ind", firstLineChars="200", rightChars="300")),
    "indent: hanging": ("indent", on_paragraph("body", "ind", hangingChars="200", hanging="640")),
    "indent: by spaces": ("spaces", typed_indent),
    "align: body centred": ("align", on_paragraph("body", "jc", val="center")),
    "align: body at the right": ("align", on_paragraph("body", "jc", val="right")),
    "align: title at the left": ("align", on_paragraph("title", "jc", val="left")),
    "outline: a painted heading": ("outline", painted_heading),
    "direct: a painted body paragraph": ("direct", painted_body),
    "numbering: by Word": ("numbering", automatic_number),
    "numbering: （一）、": ("number_form", instead_of_number("）", "）、")),
    "numbering: 1、": ("number_form", instead_of_number(".", "、")),
    "dress: italic": ("dress", on_one_run("i", val="1")),
    "dress: red": ("dress", on_one_run("color", val="FF0000")),
    "page number: no feet": ("page_number", no_feet),
    "page number: typed": ("page_number", in_feet(_typed_number)),
    "page number: typed on even pages": ("page_number", in_feet(_typed_number, "even")),
    "page number: in the middle": ("page_number_place", in_feet(_placed("center"))),
    "page number: at the left": ("page_number_place", in_feet(_placed("left"), "default")),
    "page number: all at the right": ("page_number_place", one_sided),
    "page number: without dashes": ("page_number_form", in_feet(_without_dashes)),
    "page number: 小五": ("page_number_type", in_feet(_typed_as(size="18"))),
    "page number: Arial": ("page_number_type", in_feet(_typed_as(face="Arial"))),
    "chars: a grid a point wider": ("chars", grid_of_characters("4096")),
    "chars: a grid of 10.5 points by the standard's measure": ("chars", grid_of_characters("21679")),
    "chars: a grid two points closer": ("chars", grid_of_characters("-8192")),
    "chars: a paragraph spaced out": ("chars", on_runs("body", "spacing", val="20")),
    "chars: a paragraph set close": ("chars", on_runs("body", "spacing", val="-24")),
    "chars: a paragraph scaled": ("chars", on_runs("body", "w", val="90")),
    "chars: style of body spaced out": ("chars", on_style("body", "rPr", "spacing", val="30")),
    "table: a tenth too wide": ("table_width", wide_table(1.1)),
    "table: half as wide again": ("table_width", wide_table(1.5)),
    "table: shifted to the right": ("table_width", shifted_table),
    "table: header once": ("table_header", in_rows("tblHeader")),
    "table: rows torn": ("table_row", in_rows("cantSplit")),
    "table: fixed rows": ("table_clip", fixed_rows),
    "table: exact 9 points": ("table_clip", in_cell("pPr", "spacing", line="180", lineRule="exact")),
    "table: in 微软雅黑": ("table_face", in_cell("rPr", "rFonts", eastAsia="微软雅黑", hint="eastAsia")),
    "table: in 隶书": ("table_face", in_cell("rPr", "rFonts", eastAsia="隶书", hint="eastAsia")),
    "mark: comma": ("punctuation", instead("，", ",")),
    "mark: stop": ("punctuation", instead("。", ".")),
    "mark: colon": ("punctuation", instead("：", ":")),
    "mark: brackets": ("punctuation", instead("（）", "()")),
    "mark: stops for dots": ("punctuation", instead("，", "...")),
    "quotes: straight": ("quotes", instead("“”", '""')),
    "quotes: half straight": ("quotes", instead("”", '"')),
    "quotes: turned round": ("quote_pairs", instead("“", "”")),
}
