"""From the blocks of a report to the tree of its sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.ingest.leads import is_wrap_up
from drafter.model import Block, NormText, Section

_CLOSING_MARKS = "。！：；"


@dataclass(slots=True)
class _Growing:
    """A section while its blocks are being collected."""

    heading: Block | None
    blocks: list[Block] = field(default_factory=list)
    children: list[_Growing] = field(default_factory=list)

    @property
    def level(self) -> int:
        return self.heading.level if self.heading else 0


def build_tree(text: NormText, blocks: Sequence[Block]) -> Section:
    """Return the root section. The annexes are a section of their own at the end, with the annex mark for heading.

    A paragraph that wraps up a chapter (此外…, thanks, problems, the appeal) closes the sections below the chapter: it
    stands among the chapter's own blocks.
    """
    path = [_Growing(None)]
    for block in blocks:
        if block.role == "heading" or (block.role == "annex" and not _in_annex(path)):
            level = block.level or 1
            path = [each for each in path if each.level < level]
            path[-1].children.append(_Growing(block))
            path.append(path[-1].children[-1])
            continue
        if path[-1].level > 1 and path[-1].blocks and block.role == "paragraph" and is_wrap_up(block.span.of(text)):
            path = [each for each in path if each.level <= 1]
        path[-1].blocks.append(block)
    return _grown(text, path[0])


def _in_annex(path: Sequence[_Growing]) -> bool:
    return any(each.heading and each.heading.role == "annex" for each in path)


def _grown(text: NormText, section: _Growing) -> Section:
    children = tuple(_grown(text, child) for child in section.children)
    return Section(section.heading, title_of(text, section.heading), tuple(section.blocks), children)


def title_of(text: NormText, heading: Block | None) -> str:
    """Return a heading's words without number and closing mark ("" for no heading)."""
    return heading.span.of(text)[len(heading.number) :].strip().rstrip(_CLOSING_MARKS) if heading else ""
