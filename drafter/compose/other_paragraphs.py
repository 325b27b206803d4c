"""Paragraphs of the template that could read otherwise: the opening of the report, the thanks, the closing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from drafter.compose.compose import compose
from drafter.compose.fact_table import FactTable
from drafter.compose.outline_fields import Outline
from drafter.model import Alternative, Library, Paragraph, Report

FIELDS: Mapping[str, str] = MappingProxyType({"开头": "opening", "致谢": "thanks", "结语": "closing"})
_MARK = "〓"  # stands in the place of the paragraph, to find it
SEEDS = 12  # drafts composed to find other paragraphs


def other_paragraphs(
    outline: Outline,
    key: str,
    *,
    library: Library | None,
    tables: Sequence[FactTable],
    template_folders: Sequence[Path],
    seed: int = 0,
) -> Iterator[Alternative]:
    """Yield what the paragraph of a key could say, what it says now first."""
    given = getattr(outline, FIELDS[key]) or ""

    def composed(text: str | None, number: int) -> Report:
        changed = outline.model_copy(update={FIELDS[key]: text})
        return compose(changed, library=library, tables=tables, template_folders=template_folders, seed=number)

    marked = composed(_MARK, seed).blocks
    place = next((n for n, block in enumerate(marked) if isinstance(block, Paragraph) and block.text == _MARK), None)
    if place is None:
        return
    drafts = (composed(None, number).blocks for number in range(seed, seed + SEEDS))
    texts = [block.text for blocks in drafts if isinstance(block := blocks[place], Paragraph)]
    present = given or texts[0]
    yield Alternative(key, present, present, "本稿，已定下" if given else "本稿", now=True)
    for text in dict.fromkeys(texts):
        if text != present:
            yield Alternative(key, text, text, "自带模板")
    if given:
        yield Alternative(key, "", "（不再定下，由 drafter 来写）", "")
