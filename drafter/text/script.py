"""Traditional characters into simplified ones, where a text is written in traditional ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from drafter.model import Span
from drafter.text.changes import Change, lines

if TYPE_CHECKING:
    from opencc import OpenCC

# The characters most frequent in reports that differ between the two scripts, in the same order.
_TRADITIONAL = (
    "實業鎮產黨發項進設題鄉體質強為農縣堅領動習點萬緊會續區創決對開學經興級個標務機環積規態現責濟圍眾問資優導時嚴層"
)
_SIMPLIFIED = (
    "实业镇产党发项进设题乡体质强为农县坚领动习点万紧会续区创决对开学经兴级个标务机环积规态现责济围众问资优导时严层"
)
_is_traditional = re.compile(f"[{_TRADITIONAL}]").findall
_is_simplified = re.compile(f"[{_SIMPLIFIED}]").findall

LEAST_TRADITIONAL = 20
"""Traditional characters a passage needs: a quoted verse or name has under ten, the shortest report hundreds."""


def simplify(text: str) -> Iterator[Change]:
    """Convert the passages written in traditional characters, one character for one; leave quotations in them alone."""
    if len(_is_traditional(text)) < LEAST_TRADITIONAL:
        return
    for passage in _traditional_passages(text):
        written = passage.of(text)
        if len(_is_traditional(written)) >= LEAST_TRADITIONAL:
            yield Change(passage.start, passage.end, _convert(written))


def _traditional_passages(text: str) -> Iterator[Span]:
    """Yield the runs of lines with more traditional than simplified characters; lines with neither join a run."""
    start: int | None = None
    for line in lines(text):
        written = line.of(text)
        lead = len(_is_traditional(written)) - len(_is_simplified(written))
        if lead > 0 and start is None:
            start = line.start
        elif lead < 0 and start is not None:
            yield Span(start, line.start)
            start = None
    if start is not None:
        yield Span(start, len(text))


@cache
def _converter() -> OpenCC:
    import opencc  # noqa: PLC0415 - only traditional texts need it

    return opencc.OpenCC("t2s")


def _convert(written: str) -> str:
    """Return the simplified form with the same length, by phrases where they keep it, else by characters."""
    converted: str = _converter().convert(written)
    if len(converted) == len(written):
        return converted
    return "".join(_converter().convert(character)[:1] or character for character in written)
