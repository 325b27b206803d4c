"""Break whole texts into lines as a page does, remembering which breaks end a paragraph and which do not."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CANNOT_START = "，。、；：！？”’）》】%"
CANNOT_END = "（“‘《【"
LINES_TO_A_PAGE = 22
LINES_LEFT = (14, 22)
"""Lines of a page that paragraphs take; the rest is titles and blanks."""
WIDTH = 28


@dataclass(frozen=True, slots=True)
class Broken:
    """A text broken into lines: the lines, and for each but the last whether the next one goes on in its sentence."""

    lines: tuple[str, ...]
    goes_on: tuple[bool, ...]

    def raw(self, rng: random.Random) -> str:
        """Return it as a file would hold it: page numbers after every so many lines, at times blank lines between."""
        end = rng.choice(("\n", "\n\n"))
        number = rng.choice(("— {} —", "{}", "第{}页"))
        parts = []
        for at, line in enumerate(self.lines, 1):
            parts.append(line)
            if at % LINES_TO_A_PAGE == 0:
                parts.append(number.format(at // LINES_TO_A_PAGE))
        return end.join(parts)


def at_width(paragraphs: Sequence[str], width: int) -> Broken:
    """Break paragraphs after `width` Chinese characters (Latin ones are half as wide), first lines two shorter."""
    lines: list[str] = []
    goes_on: list[bool] = []
    for paragraph in paragraphs:
        pieces = list(_wrapped(paragraph, width))
        lines += pieces
        goes_on += [*[True] * (len(pieces) - 1), False]
    return Broken(tuple(lines), tuple(goes_on[:-1]))


def _wrapped(paragraph: str, width: float) -> Iterator[str]:
    start, left = 0, width - 2
    for at, character in enumerate(paragraph):
        left -= 0.5 if character.isascii() else 1
        if left < 0 and character not in CANNOT_START and paragraph[at - 1] not in CANNOT_END and at > start:
            yield paragraph[start:at]
            start, left = at, width - (0.5 if character.isascii() else 1)
    yield paragraph[start:]


def at_pages(paragraphs: Sequence[str], rng: random.Random) -> Broken:
    """Break where a page of lines WIDTH wide ends, mostly in mid-sentence; else a line is a paragraph."""
    lines: list[str] = []
    goes_on: list[bool] = []
    left = rng.randint(*LINES_LEFT)
    for paragraph in paragraphs:
        pieces = list(_wrapped(paragraph, WIDTH))
        while len(pieces) > left:
            lines.append("".join(pieces[:left]))
            goes_on.append(True)
            pieces = pieces[left:]
            left = rng.randint(*LINES_LEFT)
        left -= len(pieces)
        lines.append("".join(pieces))
        goes_on.append(False)
        left = left or rng.randint(*LINES_LEFT)
    return Broken(tuple(lines), tuple(goes_on[:-1]))
