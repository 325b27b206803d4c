"""How a Word file looks: defaults, styles, themes and direct formatting resolved as Word does; pages and their feet."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from drafter.ingest.word import read_word
from drafter.ingest.word_look import read_look
from drafter.model import PageLook, ParagraphLook, StretchLook

HERE = Path("稿子.docx")


def content_of(document: Document) -> bytes:
    """Return a document as the bytes of a file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def look_of(document: Document) -> PageLook:
    """Return the look of a document."""
    return read_look(content_of(document), HERE)


def xml(markup: str) -> Any:
    """Return an element written with Word's prefix."""
    end = min(at for at in (markup.find(" "), markup.find(">"), markup.find("/>")) if at > 0)
    return parse_xml(f"{markup[:end]} {nsdecls('w')}{markup[end:]}")


@pytest.fixture
def document() -> Document:
    """Return a file without styles but one for paragraphs that name none, in 宋体 小四."""
    made = docx.Document()
    root = made.styles.element
    for old in list(root):
        root.remove(old)
    root.append(
        xml('<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr></w:rPrDefault></w:docDefaults>')
    )
    add_style(made, "a", '<w:rPr><w:sz w:val="24"/></w:rPr>', default=True)
    return made


def add_style(
    document: Document, key: str, properties: str, *, based: str = "", default: bool = False, kind: str = "paragraph"
) -> None:
    """Add a style."""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    mark = ' w:default="1"' if default else ""
    document.styles.element.append(
        xml(f'<w:style w:type="{kind}"{mark} w:styleId="{key}"><w:name w:val="{key}"/>{parent}{properties}</w:style>')
    )


def paragraph(document: Document, properties: str = "", run: str = "", text: str = "全镇上下2024") -> ParagraphLook:
    """Add a paragraph of one run; return its look."""
    added = xml(f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>")
    document.element.body.insert_element_before(added, "w:sectPr")
    return look_of(document).paragraphs[-1]


def stretch(document: Document, properties: str = "", run: str = "") -> StretchLook:
    """Add a paragraph of one run; return the look of that."""
    return paragraph(document, properties, run).stretches[0]


# --- characters -----------------------------------------------------------------------------------------------------


def test_defaults_then_the_usual_style_then_the_run(document: Document) -> None:
    plain = stretch(document)
    assert (plain.face, plain.size, plain.bold, plain.own) == ("宋体", 12, False, frozenset())
    own = stretch(document, run='<w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="32"/>')
    assert (own.face, own.size, own.bold, own.own) == ("黑体", 16, True, frozenset({"face", "size", "bold"}))


def test_a_style_stands_on_those_it_is_based_on(document: Document) -> None:
    add_style(document, "b", '<w:rPr><w:rFonts w:eastAsia="楷体"/><w:sz w:val="30"/></w:rPr>', based="a")
    add_style(document, "c", '<w:rPr><w:sz w:val="32"/></w:rPr>', based="b")
    found = stretch(document, '<w:pStyle w:val="c"/>')
    assert (found.face, found.size, found.own) == ("楷体", 16, frozenset())


def test_styles_that_go_in_a_ring_end(document: Document) -> None:
    add_style(document, "x", "", based="y")
    add_style(document, "y", '<w:rPr><w:sz w:val="40"/></w:rPr>', based="x")
    assert stretch(document, '<w:pStyle w:val="x"/>').size == 20


def test_a_style_of_characters_outweighs_that_of_the_paragraph(document: Document) -> None:
    add_style(document, "b", '<w:rPr><w:b/><w:rFonts w:eastAsia="楷体"/></w:rPr>')
    add_style(document, "r", '<w:rPr><w:b/><w:rFonts w:eastAsia="黑体"/></w:rPr>', kind="character")
    found = stretch(document, '<w:pStyle w:val="b"/>', '<w:rStyle w:val="r"/>')
    assert (found.face, found.bold, found.own) == ("黑体", False, frozenset())  # bold twice is not bold


def test_bold_may_be_switched_off(document: Document) -> None:
    add_style(document, "b", "<w:rPr><w:b/></w:rPr>")
    assert stretch(document, '<w:pStyle w:val="b"/>').bold
    assert not stretch(document, '<w:pStyle w:val="b"/>', '<w:b w:val="0"/>').bold


def test_a_theme_outweighs_a_face_beside_it_but_not_one_above(document: Document) -> None:
    themed = '<w:rFonts w:eastAsia="黑体" w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi"/>'
    found = stretch(document, run=themed)
    assert (found.face, found.latin) == ("ＭＳ 明朝", "Cambria")  # of python-docx's theme, which is set to Japanese
    add_style(document, "b", f"<w:rPr>{themed}</w:rPr>")
    assert stretch(document, '<w:pStyle w:val="b"/>', '<w:rFonts w:eastAsia="黑体"/>').face == "黑体"


def test_letters_have_a_face_of_their_own(document: Document) -> None:
    assert stretch(document, run='<w:rFonts w:ascii="Arial" w:eastAsia="仿宋"/>').latin == "Arial"


def test_what_sets_words_off_is_told(document: Document) -> None:
    run = '<w:i/><w:color w:val="FF0000"/><w:u w:val="single"/>'
    assert stretch(document, run=run).dress == {"italic", "underline", "colour"}
    assert not stretch(document, run='<w:i w:val="0"/><w:color w:val="000000"/><w:u w:val="none"/>').dress


# --- paragraphs -----------------------------------------------------------------------------------------------------


def test_indents_in_characters_outweigh_lengths(document: Document) -> None:
    assert paragraph(document, '<w:ind w:firstLineChars="200" w:firstLine="100"/>').first_line == 2
    assert paragraph(document, '<w:ind w:firstLine="480"/>').first_line == 2  # 24 points of 小四
    assert paragraph(document, '<w:ind w:firstLineChars="0" w:firstLine="480"/>').first_line == 2
    assert paragraph(document, '<w:ind w:hanging="240"/>').first_line == -1
    assert paragraph(document, '<w:ind w:leftChars="150" w:left="9"/>').left == 1.5


def test_characters_of_a_style_outlast_a_length_of_nought(document: Document) -> None:
    add_style(document, "b", '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr>')
    assert paragraph(document, '<w:pStyle w:val="b"/><w:ind w:firstLine="0"/>').first_line == 2
    cancelled = paragraph(document, '<w:pStyle w:val="b"/><w:ind w:firstLineChars="0" w:firstLine="0"/>')
    assert (cancelled.first_line, cancelled.own) == (0, frozenset({"indent"}))


def test_line_and_its_rule_come_from_different_layers(document: Document) -> None:
    add_style(document, "b", '<w:pPr><w:spacing w:line="560" w:lineRule="exact" w:after="200"/></w:pPr>')
    found = paragraph(document, '<w:pStyle w:val="b"/><w:spacing w:line="600"/>')
    assert (found.line, found.line_rule, found.around, found.own) == (30, "exact", 10, frozenset({"pitch"}))
    single = paragraph(document, '<w:spacing w:line="360"/>')
    assert (single.line, single.line_rule) == (1.5, "auto")


def test_alignment_and_level(document: Document) -> None:
    found = paragraph(document, '<w:jc w:val="end"/><w:outlineLvl w:val="1"/>')
    assert (found.align, found.level, found.own) == ("right", 2, frozenset({"align"}))
    assert paragraph(document, '<w:outlineLvl w:val="9"/>').level == 0


def test_damaged_numbers_are_nought(document: Document) -> None:
    found = paragraph(document, '<w:ind w:firstLine="两"/><w:spacing w:line=""/><w:outlineLvl w:val="x"/>')
    assert (found.first_line, found.line, found.level) == (0, 1, 0)


def test_spans_count_in_the_text_as_read(document: Document) -> None:
    document.add_paragraph("第一段")
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "格子"
    runs = document.add_paragraph("前")
    runs.add_run("后").bold = True
    content = content_of(document)
    text, look = read_word(content, HERE).text, read_look(content, HERE)
    assert [each.span.of(text) for each in look.paragraphs] == ["第一段", "格子", "前后"]
    assert [each.in_table for each in look.paragraphs] == [False, True, False]
    assert [(each.span.of(text), each.bold) for each in look.paragraphs[2].stretches] == [("前", False), ("后", True)]


def test_a_file_without_styles_has_a_look(document: Document) -> None:
    part = document.part
    for key, relation in list(part.rels.items()):
        if relation.reltype.endswith(("/styles", "/theme", "/settings", "/numbering")):
            del part.rels[key]
    document.element.body.insert_element_before(xml("<w:p><w:r><w:t>字</w:t></w:r></w:p>"), "w:sectPr")
    found = look_of(document).paragraphs[0].stretches[0]
    assert (found.face, found.size) == ("", 10)


# --- pages ----------------------------------------------------------------------------------------------------------


def foot_of(document: Document, markup: str) -> Any:
    """Set the foot of the pages; return its look."""
    foot = document.sections[0].footer
    foot.is_linked_to_previous = False
    root: Any = foot._element
    for old in list(root):
        root.remove(old)
    root.append(xml(markup))
    (found,) = look_of(document).sections[0].feet
    return found


SIMPLE = '<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
DASH = "<w:r><w:t>—</w:t></w:r>"


def test_a_page_in_millimetres(document: Document) -> None:
    section = document.sections[0]._sectPr
    section.find(qn("w:pgMar")).set(qn("w:gutter"), "567")
    found = look_of(document).sections[0]
    assert (round(found.width), round(found.height)) == (216, 279)
    assert round(found.left, 1) == round(31.75 + 10, 1)


def test_the_number_at_the_foot(document: Document) -> None:
    found = foot_of(document, f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{DASH}{SIMPLE}{DASH}</w:p>')
    assert (found.has_number, found.place, found.text, found.size) == (True, "center", "—#—", 14)
    assert not found.other_words


@pytest.mark.parametrize(
    ("markup", "place"),
    [
        (f"<w:p>{SIMPLE}</w:p>", "left"),
        (f"<w:p><w:r><w:tab/></w:r>{SIMPLE}</w:p>", "center"),
        (f"<w:p><w:r><w:tab/></w:r><w:r><w:tab/></w:r>{SIMPLE}</w:p>", "right"),
        (f'<w:p><w:r><w:ptab w:alignment="right"/></w:r>{SIMPLE}</w:p>', "right"),
        (f'<w:p><w:pPr><w:framePr w:xAlign="outside"/></w:pPr>{SIMPLE}</w:p>', "outside"),
        (
            f"<w:sdt><w:sdtContent><w:p><w:pPr><w:jc w:val='right'/></w:pPr>{SIMPLE}</w:p></w:sdtContent></w:sdt>",
            "right",
        ),
    ],
)
def test_where_the_number_stands(document: Document, markup: str, place: str) -> None:
    assert foot_of(document, markup).place == place


def test_a_count_of_pages_is_no_page_number(document: Document) -> None:
    found = foot_of(document, '<w:p><w:r><w:t>共</w:t></w:r><w:fldSimple w:instr="NUMPAGES"/></w:p>')
    assert (found.has_number, found.other_words) == (False, True)


def test_sections_take_feet_over(document: Document) -> None:
    foot_of(document, f"<w:p>{SIMPLE}</w:p>")
    document.add_section()
    document.sections[1].footer.is_linked_to_previous = True
    assert [len(each.feet) for each in look_of(document).sections] == [1, 1]


def test_feet_of_even_pages_count_once_they_are_switched_on(document: Document) -> None:
    foot_of(document, f"<w:p>{SIMPLE}</w:p>")
    document.sections[0].even_page_footer.is_linked_to_previous = False
    assert [each.kind for each in look_of(document).sections[0].feet] == ["default"]
    document.settings.odd_and_even_pages_header_footer = True
    assert {each.kind for each in look_of(document).sections[0].feet} == {"default", "even"}
