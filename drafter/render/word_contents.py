"""A contents page: a field that Word and WPS can bring up to date, filled already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docx.oxml.ns import qn

from drafter.model import Paragraph, ReportBlock
from drafter.page import NONE, Layout, Style
from drafter.render.paging import pages
from drafter.render.word_styles import paragraph_style
from drafter.render.word_text import fit_for_xml, paragraph
from drafter.render.word_xml import Element, element, words

_HEADING = "目　录"
_INDENT = 2  # characters, of the second level
_LISTED = ("heading1", "heading2")
_FIELD = r' TOC \o "1-2" \h \z \u '


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the contents."""

    style: str
    text: str
    page: int
    mark: str  # name of the bookmark at the heading


def contents_styles(layout: Layout) -> list[Element]:
    """Build the styles of the contents page, in the faces of the headings that it lists."""
    return [
        paragraph_style(_title(layout)),
        *(_with_leader(paragraph_style(style), layout) for style in _entry_styles(layout)),
    ]


def contents(
    blocks: Sequence[ReportBlock], made: Sequence[tuple[Element, Paragraph | None]], layout: Layout, own: Element
) -> list[Element]:
    """Mark the headings among the paragraphs `made` and build the contents page, a section with its `own` properties.

    The page numbers are those of our own reckoning, until the field is brought up to date.
    """
    numbers = {id(block): page for block, page in zip(blocks, pages(blocks, layout), strict=True)}
    entries: list[_Entry] = []
    for each, block in made:
        if block is not None and block.style in _LISTED and block.text.strip():
            mark = f"_Toc{len(entries) + 1:09d}"
            _bookmark(each, len(entries), mark)
            entries.append(_Entry(block.style, fit_for_xml(block.text).replace("\n", ""), numbers[id(block)], mark))
    if not entries:
        return []
    kind = element("docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique"))
    inside = [paragraph(_HEADING, _title(layout), below=layout.line_pitch.value), *_field(entries, layout)]
    return [
        element("sdt", element("sdtPr", kind), element("sdtContent", *inside)),
        _section_end(layout, own),
    ]


def _title(layout: Layout) -> Style:
    return replace(
        layout.styles["annex_title"], name="contents_title", word_name="目录标题", before=NONE, keep_next=False
    )


def _entry_styles(layout: Layout) -> tuple[Style, Style]:
    first, second = (
        replace(layout.styles[name], level=0, align="left", keep_next=False, bold=False) for name in _LISTED
    )
    return replace(first, name="TOC1", word_name="toc 1", indent=0), replace(
        second, name="TOC2", word_name="toc 2", indent=_INDENT
    )


def _with_leader(style: Element, layout: Layout) -> Element:
    """Lead dots from each entry to its page number at the right edge of the text."""
    tab = element("tab", val="right", leader="dot", pos=layout.text_width.twips)
    before = style.find(qn("w:pPr")).find(qn("w:overflowPunct"))
    before.addprevious(element("tabs", tab))
    return style


def _field(entries: Sequence[_Entry], layout: Layout) -> Iterator[Element]:
    """Yield the field's paragraphs: its code before the first entry, its end behind the last."""
    ids = {role: style.word_id for role, style in zip(_LISTED, _entry_styles(layout), strict=True)}
    for number, entry in enumerate(entries):
        code = [] if number else [_mark("begin"), _code(_FIELD), _mark("separate")]
        page = [_mark("begin"), _code(f" PAGEREF {entry.mark} \\h "), _mark("separate"), _run(words(str(entry.page)))]
        link = element(
            "hyperlink",
            *(_run(words(entry.text)), _run(element("tab")), *page, _mark("end")),
            anchor=entry.mark,
            history=1,
        )
        end = [_mark("end")] if number == len(entries) - 1 else []
        yield element("p", element("pPr", element("pStyle", val=ids[entry.style])), *code, link, *end)


def _section_end(layout: Layout, properties: Element) -> Element:
    """Build the paragraph that ends the contents' section; it takes no room."""
    spacing = element("spacing", line=20, lineRule="exact")
    look = element("pPr", element("pStyle", val=layout.styles["table_text"].word_id), spacing, properties)
    return element("p", look)


def _bookmark(heading: Element, number: int, name: str) -> None:
    """Mark a heading's words, which the contents lead to."""
    heading.find(qn("w:pPr")).addnext(element("bookmarkStart", id=number, name=name))
    heading.append(element("bookmarkEnd", id=number))


def _mark(kind: str) -> Element:
    return _run(element("fldChar", fldCharType=kind))


def _code(text: str) -> Element:
    code = element("instrText", **{"xml:space": "preserve"})
    code.text = text
    return _run(code)


def _run(content: Element) -> Element:
    return element("r", element("rPr", element("rFonts", hint="eastAsia")), content)
