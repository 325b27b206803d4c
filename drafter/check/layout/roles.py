"""What each paragraph of a Word file is, and so which style of the layout it should look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.model import Block, Document, PageLook, ParagraphLook, Span
from drafter.page import Layout, Style
from drafter.text import numbering

_LEVELS = {"第一部分": 1, "一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "1）": 4, "①": 4}
_DEEPEST = 4
_AS_THEY_ARE = {"title", "dateline", "speaker", "salutation", "aside"}
_ANNEX_MARK = re.compile(r"附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[:：]?")
_LONGEST_ANNEX_TITLE = 45
_LONGEST_LINE_APART = 26
_LONGEST_CALL = 60


@dataclass(frozen=True, slots=True)
class Role:
    """A paragraph of running text with the style that it should have."""

    look: ParagraphLook
    style: Style
    free: tuple[Span, ...]  # in the raw text: leads, numbers and run-in headings, of whatever face and weight

    @property
    def is_heading(self) -> bool:
        """Tell whether the paragraph is a heading and nothing else."""
        return bool(self.style.level)


def roles(document: Document, look: PageLook, layout: Layout) -> Iterator[Role]:
    """Yield the paragraphs whose look the layout tells: neither tables nor what an annex holds below its title."""
    blocks = [(document.raw_span(block.span), block) for block in document.blocks]
    after_mark = any_heading = False
    first = 0
    for paragraph in look.paragraphs:
        if paragraph.in_table or not paragraph.span.of(document.raw).strip():
            continue
        while first < len(blocks) and blocks[first][0].end <= paragraph.span.start:
            first += 1
        own = _overlapping(blocks, first, paragraph.span)
        if not own:
            continue
        name = _style_name(own, paragraph.span.of(document.raw).strip(), after_mark=after_mark)
        after_mark = name == "annex_mark"
        if name == "body" and not any_heading and _calls(paragraph, document.raw):
            name = "salutation"
        any_heading = any_heading or own[0][1].role == "heading"
        if not any_heading and _is_masthead(paragraph):
            continue
        if name and not (name == "body" and _stands_apart(paragraph, document.raw)):
            yield Role(paragraph, layout.styles[name], tuple(_free(document, own)))


def _overlapping(blocks: Sequence[tuple[Span, Block]], first: int, span: Span) -> list[tuple[Span, Block]]:
    found = []
    for raw, block in blocks[first:]:
        if raw.start >= span.end:
            break
        found.append((raw, block))
    return found


def _style_name(own: Sequence[tuple[Span, Block]], text: str, *, after_mark: bool) -> str:
    """Return the name of a paragraph's style, "" where the layout tells none."""
    block = own[0][1]
    if block.role == "aside" and text[0] not in "（(":  # a stray line of the head: 来源：某某日报
        return ""
    if block.role in _AS_THEY_ARE:
        return block.role
    if block.role == "annex":
        if _ANNEX_MARK.fullmatch(text):
            return "annex_mark"
        return "annex_title" if after_mark and _is_title(text) else ""
    if block.role == "heading" and len(own) == 1:
        return _heading(block)
    return "body"


def _is_masthead(look: ParagraphLook) -> bool:
    """Tell whether a line before the first heading is the red name of the office (7.2.4), which no report has."""
    return bool(look.stretches) and all("colour" in each.dress for each in look.stretches)


def _calls(look: ParagraphLook, raw: str) -> bool:
    """Tell whether a line before the first heading names those addressed: 各乡镇人民政府："""
    text = look.span.of(raw).rstrip()
    return len(text) <= _LONGEST_CALL and text[-1] in "：:" and text == text.lstrip() and look.first_line < 1


def _stands_apart(look: ParagraphLook, raw: str) -> bool:
    """Tell whether a line is no running text: a signature and its date at the right, 目录 in the middle."""
    text = look.span.of(raw).strip()
    return look.align in {"right", "center"} and len(text) <= _LONGEST_LINE_APART and text[-1] not in "。；：，、！？"


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_ANNEX_TITLE and text[-1] not in "。；：，、"


def _heading(block: Block) -> str:
    """Return the style of a heading by the sort of its number (7.3.3), by its level where it has none."""
    number = numbering.parse(block.number) if block.number else None
    if number and number.style not in _LEVELS:
        return "body"
    level = _LEVELS[number.style] if number else block.level
    return f"heading{min(max(level, 1), _DEEPEST)}"


def _free(document: Document, own: Sequence[tuple[Span, Block]]) -> Iterator[Span]:
    """Yield what may stand in another face or bold: leads, the numbers of points, headings that run into the text."""
    for raw, block in own:
        if block.role == "heading" and len(own) > 1:
            yield raw
        elif block.lead:
            yield Span(raw.start, document.raw_span(block.lead).end + 1)  # with the mark that closes it
        elif block.number and block.role != "heading":
            number = numbering.parse(block.number)
            whole = number is not None and number.style in {"一、", "（一）"}  # a heading that is a sentence
            yield raw if whole else Span(raw.start, raw.start + len(block.number))
