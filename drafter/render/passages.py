"""Passages cut for display: where spans begin and end, what stands around them, how many characters they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.model import CheckResult, Edit, Span

_UNPRINTABLE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]"
)
_LINE_BREAKS = re.compile(r"[\n\t]")


def printable(text: str) -> str:
    """Put a space for every character that steers a terminal, turns the reading direction or prints nothing."""
    return _UNPRINTABLE.sub(" ", text)


def in_line(text: str) -> str:
    """Return `text` fit for one line, character for character."""
    return _LINE_BREAKS.sub(" ", printable(text))


def titled(source: str, title: str) -> str:
    """Return what a source is called: 《政府工作报告》（corpus/某镇.docx）."""
    return in_line(f"《{title}》（{source}）" if title else source)


def counted(text: str) -> int:
    """Return the number of characters, white space left out, as CheckResult counts them."""
    return len("".join(text.split()))


def segments(whole: Span, covers: Sequence[Span]) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """Cut `whole` wherever a cover begins or ends; yield each part with the indices of the covers over it."""
    clipped = [Span(max(cover.start, whole.start), min(cover.end, whole.end)) for cover in covers]
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for index, cover in enumerate(clipped):
        if cover.start < cover.end:
            begins.setdefault(cover.start, []).append(index)
            ends.setdefault(cover.end, []).append(index)
    over: set[int] = set()
    start = whole.start
    for end in sorted({*begins, *ends, whole.end} - {whole.start}):
        over = (over - set(ends.get(start, ()))) | set(begins.get(start, ()))
        yield Span(start, end), tuple(sorted(over))
        start = end


def edited_parts(text: str, span: Span, edits: Sequence[Edit], *, in_draft: bool) -> Iterator[tuple[str, str]]:
    """Yield the parts of a passage that stands at `span`, each with its edit's op ("" where nothing is changed)."""
    places = [edit.draft if in_draft else edit.source for edit in edits]
    for part, over in segments(span, places):
        yield part.shift(-span.start).of(text), edits[over[-1]].op if over else ""


def around(raw: str, span: Span, most: int) -> tuple[str, str]:
    """Return what stands before and after `span` in its paragraph, at most `most` characters each, … where cut."""
    before = raw[: span.start].rpartition("\n")[2]
    after = raw[span.end :].partition("\n")[0]
    return (
        before if len(before) <= most else f"…{before[-most:]}",
        after if len(after) <= most else f"{after[:most]}…",
    )


def place(result: CheckResult, start: int) -> str:
    """Return in which paragraph of a Word file, or line of a text, the passage at `start` begins."""
    before = result.raw[:start].split("\n")[:-1]
    if result.path.lower().endswith(".docx"):
        return f"第 {sum(1 for line in before if line.strip()) + 1} 段"  # nobody counts empty paragraphs
    return f"第 {len(before) + 1} 行"
