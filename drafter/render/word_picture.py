"""Pictures of a Word file, in a line of their own, with words for those who do not see them."""

from __future__ import annotations

import struct
from itertools import count

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.shape import CT_Inline
from docx.parts.document import DocumentPart
from docx.shared import Emu

from drafter.page import Layout
from drafter.render.word_text import fit_for_xml
from drafter.render.word_xml import Element, element

_SIZE = struct.Struct(">II")
_SIZE_AT = 16  # bytes into a PNG file: width and height in dots


def picture(png: bytes, words: str, main: DocumentPart, layout: Layout) -> Element:
    """Add a picture to the package of `main`; build the paragraph that shows it, as wide as the text.

    `words` tell what it shows. The paragraph has the style of table text, whose lines grow with what they hold.
    """
    wide, high = _SIZE.unpack_from(png, _SIZE_AT)
    width = layout.text_width.emu
    number = next(each for each in count(1) if not _has(main, f"/word/media/image{each}.png"))
    part = Part(PackURI(f"/word/media/image{number}.png"), CT.PNG, png, main.package)
    key = main.relate_to(part, RT.IMAGE)
    inline = CT_Inline.new_pic_inline(number, key, f"image{number}.png", Emu(width), Emu(width * high // wide))
    inline.docPr.set("descr", fit_for_xml(words))
    look = element("pPr", element("pStyle", val=layout.styles["table_text"].word_id), element("jc", val="center"))
    return element("p", look, element("r", element("rPr", element("rFonts", hint="eastAsia")), _drawing(inline)))


def _drawing(inline: Element) -> Element:
    return element("drawing", inline)


def _has(main: DocumentPart, name: str) -> bool:
    return any(relation.target_part.partname == name for relation in main.rels.values() if not relation.is_external)
