"""Lists of the outline: problems and requests strung together, 民生实事 as sentences or as a table."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.compose.outline_fields import Item
from drafter.compose.outline_style import RUN_IN, Points, number
from drafter.compose.prose import Gaps, Words, authored, bare_item, closed, joined, own, placeholder, text_of
from drafter.model import Gap, Table
from drafter.text import numbering

_IN_A_ROW: frozenset[Points] = frozenset({"一是", "一要", "第一，", "其一，", "首先，", "①"})
"""Numbers of points that stand in one paragraph."""


def strung_items(items: Sequence[Item], name: str, gaps: Gaps, style: Points = "一是") -> Words:
    """String items together: 一是…；二是…。 A single one stands without number.

    Items that are told by their leads, or numbered as paragraphs are, each are one; line breaks part them.
    """
    told = [_unnumbered(written_item(each, f"{name}[{i}]", name, gaps)) for i, each in enumerate(items)]
    if len(told) > 1 and style != RUN_IN:
        told = [(own(number(style, i + 1, len(told))), *words) for i, words in enumerate(told)]
    if style not in _IN_A_ROW:
        return tuple(piece for words in told for piece in (own("\n"), *closed(words), own("\n")))
    mark = "。" if any("。" in text_of(words) for words in told) else "；"
    return closed(joined(told, mark))


def written_item(item: Item, ref: str, name: str, gaps: Gaps, *, mark: str = "。") -> Words:
    """Return an item as a sentence without its closing mark; the cells of a row are strung together.

    `mark` stands between its lead and its text; where it has a lead alone, the text is an open slot.
    """
    if item.cells:
        return joined([(authored(cell, ref),) for cell in item.cells.values() if cell])
    lead, text = bare_item(item.lead or ""), bare_item(item.text or "")
    if text or (lead and not item.given("text")):
        return joined([(authored(part, ref),) for part in (lead, text) if part], mark)
    gaps.missing.append(Gap(f"{name} > {lead}" if lead else name, "还没有内容" if lead else "有一条是空的"))
    slot = placeholder(f"{lead}的具体情况" if lead else name, ref)
    return joined([(authored(lead, ref),), (slot,)], mark) if lead else (slot,)


def table(rows: Sequence[Item], name: str, gaps: Gaps) -> Table:
    """Return the rows of a table, its columns in the order they first come up."""
    header = tuple(dict.fromkeys(column for row in rows for column in row.cells))
    return Table("", header, tuple(tuple(_cell(row, column, name, gaps) for column in header) for row in rows))


def _cell(row: Item, column: str, name: str, gaps: Gaps) -> str:
    if cell := row.cells.get(column):
        return cell
    gaps.missing.append(Gap(f"{name} > {column}", "有一格没有填"))
    return f"【待补：{column}】"


def _unnumbered(words: Words) -> Words:
    """Drop a number the writer put before an item: it is numbered anew."""
    first, *rest = words
    number = numbering.parse(first.text)
    text = first.text[len(number) :].lstrip() if number and number.style != "——" else first.text
    return (authored(text, first.ref) if first.kind == "author" else first, *rest)
