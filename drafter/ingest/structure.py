"""From the text of a report to its blocks and the tree of its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.ingest.head import head_roles, is_title
from drafter.ingest.headings import Heading, find_headings
from drafter.ingest.leads import leads
from drafter.ingest.levels import with_levels
from drafter.ingest.lines import Line, split_lines
from drafter.ingest.points import Piece, pieces, without_odd_leads
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
"""Share of a report's lines before its annexes: long glossaries leave 0.45, but 附件 may stand in the head."""
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
        *_body_blocks(body, headings),
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
    for at in range(body + 1, len(lines)):
        line = lines[at]
        if line.hint and line.hint.role == "annex":
            return at
        if line.number or len(line.text) > LONGEST_ANNEX_MARK:
            continue
        if _GLOSSARY.match(line.text) or (at >= FIRST_ANNEX * len(lines) and _ANNEX.match(line.text)):
            return at
    return len(lines)


def _body_blocks(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Block]:
    """Return the blocks of the body: headings, and what stands under each."""
    starts = [0, *(heading.line for heading in headings), len(lines)]
    blocks: list[Block] = []
    for heading, start, end in zip((None, *headings), starts, starts[1:], strict=False):
        paragraphs = [(line.span.start, line.text) for line in lines[start:end]]
        if heading:
            begin, text = paragraphs.pop(0)
            blocks.append(_heading_block(lines[start], heading))
            if rest := text[heading.end :].strip():
                at = text.index(rest, heading.end)
                paragraphs.insert(0, (begin + at, rest))
        blocks += _paragraph_blocks(paragraphs)
    return blocks


def _heading_block(line: Line, heading: Heading) -> Block:
    span = Span(line.span.start, line.span.start + heading.end)
    return Block("heading", span, heading.level, line.number.text if line.number else "")


def _paragraph_blocks(paragraphs: Sequence[tuple[int, str]]) -> list[Block]:
    """Return the blocks of the paragraphs under one heading; `paragraphs` are their places in the text and texts."""
    found = iter(leads([text for _, text in paragraphs if not _is_aside(text)]))
    blocks: list[Block] = []
    for start, text in paragraphs:
        if _is_aside(text):
            blocks.append(Block("aside", Span(start, start + len(text))))
            continue
        first, *rest = pieces(text)
        lead = next(found)
        own = [first if first.number else replace(first, lead=lead), *rest]
        blocks += [Block("paragraph", each.span, 0, each.number, each.lead) for each in _shifted(own, start)]
    return without_odd_leads(blocks)


def _shifted(pieces: Sequence[Piece], by: int) -> Iterator[Piece]:
    for piece in pieces:
        yield Piece(piece.span.shift(by), piece.number, piece.lead and piece.lead.shift(by))


def _is_aside(text: str) -> bool:
    """Tell whether a paragraph is one bracket: （稍后，某某同志还将作专项报告。）"""
    return len(text) <= LONGEST_ASIDE and numbering.parse(text) is None and bool(_ASIDE.fullmatch(text))
