"""Characters that sound alike, as one types them for each other: 意识 and 意思, 振兴 and 震兴, 城 and 成.

`data/readings.tsv` holds the 6,763 characters of GB 2312 by their syllables without tones, made with pypinyin:

    python -m drafter.text.homophones drafter/data/readings.tsv
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

from drafter.config import table

_HEAD = "# 国标一、二级字按不带声调的拼音排列；多音字见于每个读音。由 drafter.text.homophones 生成。\n拼音\t字\n"
_MERGED = ((re.compile("^([zcs])h"), r"\1"), (re.compile("([aei])ng$"), r"\1n"))  # what many do not tell apart


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two characters have a syllable in common, 平舌 and 翘舌, 前鼻音 and 后鼻音 taken as one."""
    return not _syllables().get(one, frozenset()).isdisjoint(_syllables().get(other, frozenset()))


@cache
def mistaken_for(character: str) -> str:
    """Return the characters that one may be typed for: those that sound the same, tones, 平舌 and 鼻音 left out."""
    return "".join(
        sorted({each for syllable in _syllables().get(character, ()) for each in _alike()[syllable]} - {character})
    )


@cache
def _alike() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for character, several in _syllables().items():
        for syllable in several:
            found[syllable].add(character)
    return {syllable: frozenset(several) for syllable, several in found.items()}


@cache
def _syllables() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for syllable, characters in table("readings.tsv"):
        for pattern, merged in _MERGED:
            syllable = pattern.sub(merged, syllable)  # noqa: PLW2901 - one after the other
        for character in characters:
            found[character].add(syllable)
    return {character: frozenset(several) for character, several in found.items()}


def build(target: Path) -> None:
    """Write the table of readings."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - half a second, and only the maker needs it

    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            character = bytes((row, cell)).decode("gb2312", "ignore")
            for syllable in pinyin(character, style=Style.NORMAL, heteronym=True)[0] if character else ():
                found[syllable].append(character)
    lines = (f"{syllable}\t{''.join(found[syllable])}\n" for syllable in sorted(found))
    target.write_text(_HEAD + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
