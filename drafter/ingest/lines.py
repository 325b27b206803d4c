"""The lines of a report, each with the number it begins with and what its formatting says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.ingest.raw import Hint
from drafter.model import NormText, OffsetMap, Span
from drafter.text import numbering
from drafter.text.numbering import Number

_STOP = re.compile("[。！？；“‘（《【]")
# 各位代表：现在，我代表镇人民政府向大会报告工作
_CALL_AND_OPENING = re.compile(
    r"(?=各位|同志们|尊敬的|主席|代表们)([^，。：！]{2,30}(?:，同志们)?[：！])\s*(?:现在|下面|我代表|我受).{4,60}报告"
)
_CLOSING = dict(zip("“‘（《【", "”’）》】", strict=True))


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the normalised text (several lines of it when the formatting makes them one)."""

    span: Span  # in the text
    text: str  # without line breaks, so as long as the span
    number: Number | None
    hint: Hint | None

    @property
    def words(self) -> str:
        """Return the line without its number."""
        return self.text[len(self.number) if self.number else 0 :]

    @property
    def is_closed(self) -> bool:
        """Tell whether a punctuation mark ends the line."""
        return self.text[-1] in "。！？；：…，、"


def split_lines(text: NormText, offsets: OffsetMap, hints: Sequence[Hint]) -> tuple[Line, ...]:
    """Split a report into its lines; a title that a line break parts stays one, when the formatting says so."""
    lines: list[Line] = []
    for span in _spans(text):
        hint = _hint_at(offsets.raw(span), hints) if hints else None
        start = lines.pop().span.start if hint and lines and lines[-1].hint is hint else span.start
        # a space stands for the line break, so that positions stay the same
        words = text[start : span.end].replace("\n", " ")
        lines.append(Line(Span(start, span.end), words, numbering.parse(words), hint))
    return tuple(lines)


def sentence_end(text: str, start: int = 0) -> int:
    """Return where the first sentence from `start` on ends, behind its mark; -1 where none does.

    Marks inside quotations and brackets end nothing.
    """
    while match := _STOP.search(text, start):
        if match[0] not in _CLOSING:
            return match.end()
        closing = text.find(_CLOSING[match[0]], match.end())
        start = max(match.end(), closing)
    return -1


def _spans(text: str) -> Iterator[Span]:
    """Yield the lines that are not blank; a salutation that runs into the opening is a line of its own."""
    start = 0
    for line in text.split("\n"):
        if match := _CALL_AND_OPENING.match(line):
            yield Span(start, start + match.end(1))
            yield Span(start + match.end(1), start + len(line))
        elif line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _hint_at(raw: Span, hints: Sequence[Hint]) -> Hint | None:
    return next((hint for hint in hints if hint.span.overlap(raw)), None)
