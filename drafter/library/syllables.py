"""Pinyin without tones: the syllables a character may be read as, and a run of letters cut into syllables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

OPEN = "…"  # behind a syllable that is still being typed
_HAN = range(0x3400, 0xA000)  # code points of Chinese characters
_LONGEST = 6  # letters of a syllable: zhuang
_MOST = 8  # ways to cut one run
_WORDS = 2  # of pypinyin's 47,000 that make a reading count: 会 in 会计, but not 能 as tai, found nowhere


def segmentations(run: str, syllables: Iterable[str], *, unfinished: bool = False) -> Sequence[tuple[str, ...]]:
    """Return the ways to cut `run` into syllables; with `unfinished` those whose last one may go on."""
    known = frozenset(syllables)
    ways: dict[int, list[tuple[str, ...]]] = {len(run): [] if unfinished else [()]}
    for start in range(len(run) - 1, -1, -1):
        rest = run[start:]
        ways[start] = [
            (rest[:size], *more)
            for size in range(min(_LONGEST, len(rest)), 0, -1)
            if rest[:size] in known
            for more in ways[start + size]
        ][:_MOST]
        if unfinished and any(each.startswith(rest) and each != rest for each in known):
            ways[start].append((rest + OPEN,))
    return ways[0]


def readings_of(characters: Iterable[str], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return for each Han character the syllables that words give it, blanks between: 长 has "chang zhang".

    They come in one order, whatever is known. Characters that `known` holds are taken from there.
    """
    wanted = sorted({character for character in characters if ord(character) in _HAN})
    held = {character: known[character] for character in wanted if known and character in known}
    found = held | _looked_up([character for character in wanted if character not in held])
    return {character: found[character] for character in wanted if character in found}


def _looked_up(characters: Sequence[str]) -> dict[str, str]:
    if not characters:
        return {}
    from pypinyin import Style, pinyin  # noqa: PLC0415 - half a second, and only new characters need it

    found: dict[str, set[str]] = {}
    for character in characters:
        words = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
        spelt = {syllable for readings in words for syllable in readings if syllable.isascii() and syllable.isalpha()}
        if spelt:
            found[character] = spelt
    several = [character for character, syllables in found.items() if len(syllables) > 1]
    used = _used(several)
    return {
        character: " ".join(sorted((syllables & used.get(character, syllables)) or syllables))
        for character, syllables in found.items()
    }


def _used(characters: Collection[str]) -> Mapping[str, set[str]]:
    """Return how characters are read in the words of pypinyin's dictionary, where these tell."""
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415 - see _looked_up

    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    wanted = frozenset(characters)
    for word, readings in phrases_dict.items():
        for character, (reading, *_) in zip(word, readings, strict=False):
            if character in wanted:
                counts[character][_toneless(reading)] += 1
    return {
        character: {syllable for syllable, count in found.items() if count >= _WORDS}
        for character, found in counts.items()
    }


@cache
def _toneless(syllable: str) -> str:
    from pypinyin.contrib.tone_convert import to_normal  # noqa: PLC0415 - see _looked_up

    return str(to_normal(syllable))
