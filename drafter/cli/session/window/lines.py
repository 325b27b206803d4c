"""Lines of styled text, cut to the width of a pane; Han is two columns wide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.utils import get_cwidth

Line = list[tuple[str, str]]

_UNITS = re.compile(r"[A-Za-z0-9.%,]{1,12}|.")
_NEVER_FIRST = frozenset("，。、；：？！”’）》】…%")


_UNSTEADY = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), *range(0xFE00, 0xFE10), 0xFEFF,
     *range(0x1F3FB, 0x1F400), *range(0xE0000, 0xE0080)]
)  # fmt: skip
_FLAGS = {0x1F1E6 + number: chr(ord("A") + number) for number in range(26)}
_STEADY = {**_UNSTEADY, **_FLAGS}


def steady(text: str) -> str:
    """Return a text without signs that terminals do not agree on how wide they make it.

    Left in, they push the frame aside. Joiners, skin tones, variation selectors and writing directions go, flags become
    their letters.
    """
    return text if text.isascii() else text.translate(_STEADY)


def width(text: str) -> int:
    """Return the columns a text takes."""
    return get_cwidth(text)


@lru_cache(4096)
def wrapped(text: str, columns: int) -> tuple[str, ...]:
    """Return a text as lines of at most `columns`; figures stay whole, a mark hangs over rather than begin a line."""
    return tuple(_wrapped(text, columns))


def _wrapped(text: str, columns: int) -> Iterator[str]:
    for paragraph in steady(text).split("\n"):
        line, used = "", 0
        for piece in _UNITS.findall(paragraph):
            size = width(piece)
            if used + size > columns and line and piece not in _NEVER_FIRST:
                yield line
                line, used = "", 0
            line, used = line + piece, used + size
        yield line


@lru_cache(4096)
def cut(text: str, columns: int) -> str:
    """Return a text in one line, its end left out when it is too long."""
    flat = steady(text).replace("\n", " ")
    if width(flat) <= columns:
        return flat
    kept = ""
    for sign in flat:
        if width(kept) + get_cwidth(sign) > columns - 2:
            break
        kept += sign
    return f"{kept}…"


def pad(text: str, columns: int) -> str:
    """Return a text of exactly `columns`, cut or filled up."""
    shown = cut(text, columns)
    return shown + " " * (columns - width(shown))


def joined(lines: Sequence[Line]) -> StyleAndTextTuples:
    """Return lines as one formatted text."""
    text: StyleAndTextTuples = []
    for number, line in enumerate(lines):
        text += [("", "\n")] * (number > 0)
        text += line
    return text
