"""Cut a run of letters into pinyin syllables: xiangcun is xiang cun, xian is xian or xi an."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

OPEN = "…"  # behind a syllable that is still being typed
_LONGEST = 6  # letters of a syllable: zhuang
_MOST = 8  # ways to cut one run


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
