"""A report as a Word file, laid out as an official document."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml import OxmlElement
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import nsmap
from docx.package import Package
from docx.parts.document import DocumentPart

from drafter.model import Chart, Paragraph, Report, ReportBlock, Span
from drafter.page import HEAD_STYLES, NONE, STANDARD, Layout
from drafter.render.chart import draw
from drafter.render.origin_comments import comment_origins
from drafter.render.word_contents import contents, contents_styles
from drafter.render.word_page import footer, section
from drafter.render.word_picture import picture
from drafter.render.word_styles import LANGUAGE, font_table, settings, style_sheet
from drafter.render.word_table import table, table_end
from drafter.render.word_text import fit_for_xml, paragraph
from drafter.render.word_xml import Element, element

_LONGEST_PROPERTY = 255  # what Word takes for a title or an author
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date a zip can hold


def write_word(
    report: Report, path: Path, *, marks: bool = False, comments: bool = False, layout: Layout = STANDARD
) -> None:
    """Write `report` to `path` as .docx; the same report gives the same bytes.

    `marks`: library text stands on blue; `comments`: comments say where it comes from, and what gaps wait for.
    The package is built part by part rather than from python-docx's default template: nothing of that (theme,
    US Letter, 164 styles, thumbnail) would be left.
    """
    package = Package()
    root: Element = OxmlElement("w:document", nsdecls={prefix: nsmap[prefix] for prefix in ("w", "r")})
    main = DocumentPart(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN, root, package)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    package.relate_to(_properties(report, package), RT.CORE_PROPERTIES)
    sheet = style_sheet(layout)
    _relate(main, "styles", sheet, CT.WML_STYLES, RT.STYLES)
    _relate(main, "settings", settings(layout), CT.WML_SETTINGS, RT.SETTINGS)
    _relate(main, "fontTable", font_table(layout), CT.WML_FONT_TABLE, RT.FONT_TABLE)
    odd = _relate(main, "footer1", footer("right", layout), CT.WML_FOOTER, RT.FOOTER)
    even = _relate(main, "footer2", footer("left", layout), CT.WML_FOOTER, RT.FOOTER)
    content = list(_content(report.blocks, layout, main, marks=marks))
    before = (
        contents(report.blocks, content, layout, section(odd, even, layout, count="roman")) if report.contents else []
    )
    sheet.extend(contents_styles(layout) if before else [])
    last = section(odd, even, layout, count="anew" if before else "on")
    root.append(element("body", *before, *(made for made, _ in content), last))
    if comments:
        _comment(main, content)
    _save(package, path)


def _content(
    blocks: Sequence[ReportBlock], layout: Layout, main: DocumentPart, *, marks: bool
) -> Iterator[tuple[Element, Paragraph | None]]:
    """Yield the body, with the paragraphs it was made from: a free line under each title block, one behind a table."""
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph):
            below = layout.line_pitch.value if _ends_head(block, following) else NONE
            marked = tuple(_borrowed(block)) if marks else ()
            yield paragraph(block.text, layout.styles[block.style], below=below, marked=marked), block
            continue
        if isinstance(block, Chart):
            yield picture(draw(block, layout.text_width), "".join(block.lines()), main, layout), None
            continue
        if block.caption:
            yield paragraph(block.caption, layout.styles["caption"]), None
        if any((block.header, *block.rows)):
            yield table(block, layout), None
            if not isinstance(following, Paragraph):
                yield table_end(layout), None


def _comment(main: DocumentPart, content: Sequence[tuple[Element, Paragraph | None]]) -> None:
    """Add comments that say where words come from; none, and no part for them, where nothing is to be said."""
    made = comment_origins((block, element) for element, block in content if block)
    if made is not None:
        _relate(main, "comments", made, CT.WML_COMMENTS, RT.COMMENTS)


def _borrowed(paragraph: Paragraph) -> Iterator[Span]:
    """Yield where a paragraph's library text stands."""
    start = 0
    for piece in paragraph.pieces:
        if piece.kind == "library":
            yield Span(start, start + len(piece.text))
        start += len(piece.text)


def _ends_head(block: Paragraph, following: ReportBlock | None) -> bool:
    """Say whether a paragraph is the last of a title block."""
    return block.style in HEAD_STYLES and not (isinstance(following, Paragraph) and following.style in HEAD_STYLES)


def _relate(main: DocumentPart, name: str, root: Element, content_type: str, relationship: str) -> str:
    """Add a part to the package; return the id of its relationship to the main part."""
    return main.relate_to(XmlPart(PackURI(f"/word/{name}.xml"), content_type, root, main.package), relationship)


def _properties(report: Report, package: Package) -> CorePropertiesPart:
    """Name title and author; nothing of the machine, its user or the hour."""
    uri = PackURI("/docProps/core.xml")
    part = CorePropertiesPart(uri, CT.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), package)
    part.core_properties.title = fit_for_xml(report.title).replace("\n", "")[:_LONGEST_PROPERTY]
    part.core_properties.author = fit_for_xml(report.author)[:_LONGEST_PROPERTY]
    part.core_properties.language = LANGUAGE
    return part


def _save(package: Package, path: Path) -> None:
    """Write the package with fixed dates and system, which python-docx takes from the clock and the machine."""
    buffer = io.BytesIO()
    package.save(buffer)
    with ZipFile(buffer) as source, ZipFile(path, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.create_system = 0
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
