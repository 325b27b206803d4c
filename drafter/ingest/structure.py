"""From the text of a report to its blocks and the tree of its sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.ingest.head import head_roles, is_title
from drafter.ingest.headings import Heading, find_headings
from drafter.ingest.leads import leads
from drafter.ingest.levels import with_levels
from drafter.ingest.lines import Line, split_lines
from drafter.ingest.points import Piece, pieces, with_leads_alike
from drafter.ingest.raw import Hint
from drafter.ingest.tree import build_tree
from drafter.model import Block, NormText, OffsetMap, Role, Section, Span
from drafter.text import numbering

_ANNEX = re.compile("附件|附表|附录|附[：:]|注[：:]")
_GLOSSARY = re.compile(
    "《?(?:政府工作报告)?》?(?:有关|相关|部分)?(?:名词|用语|术语)[、名词术语]*(?:解释|注释|说明)|注释$"
)
_ASIDE = re.compile("[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)][。，]?")

FIRST_ANNEX = 0.4
"""Share of a report's characters before its annexes: of 179 reports the longest annexes leave 0.57, but 附件 may stand
in the head."""
LONGEST_ANNEX_MARK = 60
LONGEST_ASIDE = 100


def outline(text: NormText, offsets: OffsetMap, hints: Sequence[Hint] = ()) -> tuple[tuple[Block, ...], Section]:
    """Return the blocks of a report and its sections; `hints` are what the file's formatting says, in raw positions."""
    lines = split_lines(text, offsets, hints)
    roles = head_roles(lines)
    annex = _annex_start(lines, len(roles))
    body = lines[len(roles) : annex]
    headings = with_levels(find_headings(body))
    blocks = (
        *_head_blocks(lines, roles),
        *_body_blocks(text, body, headings),
        *(Block("annex", line.span) for line in lines[annex:]),
    )
    return blocks, build_tree(text, blocks)


def _head_blocks(lines: Sequence[Line], roles: Sequence[Role]) -> list[Block]:
    """Return the blocks of the head; the lines of a title or dateline that takes several are one block."""
    blocks: list[Block] = []
    whole = ""
    for role, line in zip(roles, lines, strict=False):
        if blocks and blocks[-1].role == role in {"title", "dateline"} and not is_title(whole):
            blocks[-1] = Block(role, Span(blocks[-1].span.start, line.span.end))
            whole += line.text
        else:
            blocks.append(Block(role, line.span))
            whole = line.text
    return blocks


def _annex_start(lines: Sequence[Line], body: int) -> int:
    """Return the index of the line that the annexes begin with: 附件 at the end, a glossary after the first heading."""
    first = FIRST_ANNEX * (lines[-1].span.end if lines else 0)
    for at in range(body + 1, len(lines)):
        line = lines[at]
        if line.hint and line.hint.role == "annex":
            return at
        if line.number or len(line.text) > LONGEST_ANNEX_MARK:
            continue
        if _GLOSSARY.match(line.text) or (line.span.start >= first and _ANNEX.match(line.text)):
            return at
    return len(lines)


def _body_blocks(text: NormText, lines: Sequence[Line], headings: Sequence[Heading]) -> list[Block]:
    """Return the blocks of the body: headings, and what stands under each."""
    starts = [0, *(heading.line for heading in headings), len(lines)]
    blocks: list[Block] = []
    for heading, start, end in zip((None, *headings), starts, starts[1:], strict=False):
        paragraphs = list(lines[start:end])
        if heading:
            first = paragraphs.pop(0)
            blocks.append(_heading_block(first, heading))
            paragraphs[:0] = _rest(first, heading.end)
        blocks += _paragraph_blocks(text, paragraphs)
    return blocks


def _rest(line: Line, start: int) -> list[Line]:
    """Return what follows the heading that a line begins with as a line of its own, if anything does."""
    text = line.text[start:].lstrip()
    at = line.span.end - len(text)
    return [Line(Span(at, line.span.end), text, numbering.parse(text), line.hint)] if text else []


def _heading_block(line: Line, heading: Heading) -> Block:
    span = Span(line.span.start, line.span.start + heading.end)
    return Block("heading", span, heading.level, line.number.text if line.number else "")


def _paragraph_blocks(text: NormText, paragraphs: Sequence[Line]) -> list[Block]:
    """Return the blocks of the paragraphs under one heading."""
    found = iter(leads([line.text for line in paragraphs if not _is_aside(line)]))
    blocks: list[Block] = []
    for line in paragraphs:
        if _is_aside(line):
            blocks.append(Block("aside", line.span))
            continue
        first, *rest = pieces(line.text)
        lead = next(found)
        if lead and not first.number and lead.end <= first.span.end:
            first = replace(first, lead=lead)
        blocks += [_point_block(piece, line.span.start) for piece in (first, *rest)]
    return with_leads_alike(text, blocks)


def _point_block(piece: Piece, start: int) -> Block:
    lead = piece.lead.shift(start) if piece.lead else None
    return Block("paragraph", piece.span.shift(start), 0, piece.number, lead)


def _is_aside(line: Line) -> bool:
    """Tell whether a paragraph is one bracket: （稍后，某某同志还将作专项报告。）"""
    if line.hint and line.hint.role == "aside":
        return True
    return len(line.text) <= LONGEST_ASIDE and not line.number and bool(_ASIDE.fullmatch(line.text))
