"""Look-up of phrases by characters, by pinyin (initials or syllables) and by mixtures of both (乡czx, 乡cun).

Every sign of a query stands for some characters: itself, or all that may be read so; cxjz and zxjz both find 长效机制.
Every place of every character is listed. A look-up begins with the places of the rarest sign and keeps those around
which the others stand; no phrase is scanned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any

import numpy as np
import numpy.typing as npt

from drafter.library.syllables import OPEN, segmentations

Ints = npt.NDArray[np.int32]
Marks = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]

LEFT_OUT = 7  # see PhraseIndex.find

_BREAK = "\n"  # stands behind each phrase
_ALL, _START, _WORD, _INSIDE = range(4)  # a query is the whole phrase, begins it, begins a word of it, or neither
_LEVELS = LEFT_OUT + 1
_READINGS = 8  # ways to read the letters of a query; more are idle: xianxianxian
_LONGEST = 60  # characters of a query; no phrase is as long
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
_LATIN = ascii_lowercase + ascii_uppercase + digits
_WIDE = "".join(chr(0xFEE0 + ord(sign)) for sign in _LATIN)  # ｘ, as Chinese input gives it
_TYPED = str.maketrans(f"{_WIDE}üÜ", f"{_LATIN}vv", "'’")  # lü is lv, xi'an is xian
_RUNS = re.compile("[a-z]+|.", re.DOTALL)

Order = Callable[[Marks, "Marks | np.uint8"], Marks]
Signs = tuple[str, ...]  # a query as read: characters, initials, syllables, the last one perhaps unfinished


@dataclass(frozen=True, slots=True)
class Initial:
    """A letter worked out beforehand: a query of one letter finds half of all phrases."""

    characters: Flags  # which it stands for
    places: Ints  # all places of these
    phrases: Ints  # all phrases with one of these, best first …
    fits: Marks  # … and how it fits each


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Phrases laid end to end, best first, with the places of each character."""

    characters: Mapping[str, int]  # every character that occurs, numbered
    readers: Mapping[str, Ints]  # syllable -> the numbers of the characters that may be read so
    text: npt.NDArray[np.unsignedinteger[Any]]  # the number of the character at each place
    fits: Marks  # for each place how a query that stands there fits, if it is not the whole phrase
    starts: Ints  # where each phrase begins, and behind the last one
    phrases: Ints  # for each place the number of its phrase
    listed: Ints  # all places, by character
    offsets: npt.NDArray[np.int64]  # where the places of each character begin in `listed`, and behind the last ones
    initials: dict[str, Initial] = field(default_factory=dict)

    def find(self, query: str, limit: int, standing: Marks | None = None, *, standing_first: bool = False) -> list[int]:
        """Return the numbers of the phrases that hold `query`, best first.

        Those that are the query come first, then those that begin with it, then those with a word that does, then the
        rest. `standing` says of each phrase whether it may be found and when: 0 before the others of its fit, 1 and so
        on behind them, LEFT_OUT not at all. What is of one fit and standing comes in the order it was given in. With
        `standing_first` the fit counts only among those of one standing, but that the rest stays behind.
        """
        order = _by_standing if standing_first else _by_fit
        wanted = "".join(query.translate(_TYPED).translate(_SMALL).split())
        if not wanted:
            return self._best(self._keys(self.starts[:-1], 0, standing, order), limit)
        if wanted in self.initials:
            return self._begun(self.initials[wanted], limit, standing, order)
        found: dict[int, None] = {}
        for readings in (self._finished, self._unfinished):
            if len(found) >= limit:
                break
            keys = [self._keys(self._places(signs), len(signs), standing, order) for signs in readings(wanted)]
            found |= dict.fromkeys(self._best(np.concatenate(keys), limit) if keys else ())
        return list(found)[:limit]

    def _begun(self, initial: Initial, limit: int, standing: Marks | None, order: Order) -> list[int]:
        """Return the phrases with an initial, best first."""
        if standing is None:
            return list(map(int, initial.phrases[:limit]))
        stands = standing[initial.phrases]
        kept = np.flatnonzero(stands != LEFT_OUT)
        return self._best(self._sorting(initial.phrases[kept], order(initial.fits[kept], stands[kept])), limit)

    def _finished(self, wanted: str) -> Iterator[Signs]:
        """Yield the ways to read a query with no syllable broken off, letters as initials first."""
        runs = _RUNS.findall(wanted[:_LONGEST])
        ways = [
            [tuple(run), *segmentations(run, self.readers)] if run[0] in ascii_lowercase else [(run,)] for run in runs
        ]
        for way in islice(product(*ways), _READINGS):
            yield tuple(sign for signs in way for sign in signs)

    def _unfinished(self, wanted: str) -> Iterator[Signs]:
        """Yield the ways to read a query that is still being typed: xiangc, 乡cu."""
        *before, last = _RUNS.findall(wanted[:_LONGEST])
        if last[0] in ascii_lowercase:
            for signs in segmentations(last, self.readers, unfinished=True):
                yield (*"".join(before), *signs)

    def _places(self, signs: Signs) -> Ints:
        """Return the places where the signs stand one behind the other."""
        allowed = [self._allowed(sign) for sign in signs]
        sizes = [int(self._sizes()[characters].sum()) for characters in allowed]
        rarest = sizes.index(min(sizes))
        begins = self._listed(signs[rarest], allowed[rarest]) - np.int32(rarest)
        begins = begins[(begins >= 0) & (begins + len(signs) <= len(self.text))]
        for offset, characters in enumerate(allowed):
            if offset != rarest:
                begins = begins[characters[self.text[begins + offset]]]
        return begins

    def _sizes(self) -> npt.NDArray[np.int64]:
        """Return how many places each character has."""
        return np.diff(self.offsets)

    def _allowed(self, sign: str) -> Flags:
        """Tell of each character whether a sign stands for it."""
        if sign in self.initials:
            return self.initials[sign].characters
        allowed = np.zeros(len(self.characters), np.bool_)
        if sign in self.characters:
            allowed[self.characters[sign]] = True
        if sign[0] in ascii_lowercase:
            begins = sign.removesuffix(OPEN)
            whole = begins == sign and len(sign) > 1  # an initial stands for all syllables that begin with it
            for syllable, readers in self.readers.items():
                if syllable == sign or (not whole and syllable.startswith(begins)):
                    allowed[readers] = True
        return allowed

    def _listed(self, sign: str, characters: Flags) -> Ints:
        """Return all places of a sign, which stands for these characters."""
        if sign in self.initials:
            return self.initials[sign].places
        numbers = np.flatnonzero(characters).tolist()
        slices = [self.listed[self.offsets[each] : self.offsets[each + 1]] for each in numbers]
        return np.concatenate(slices) if slices else np.empty(0, np.int32)

    def _keys(self, places: Ints, length: int, standing: Marks | None, order: Order) -> Ints:
        """Return for each place a number that sorts it: by fit and standing in their `order`, and by phrase."""
        phrases = self.phrases[places]
        stands: Marks | np.uint8 = np.uint8(0)
        if standing is not None:
            kept = np.flatnonzero(standing[phrases] != LEFT_OUT)
            places, phrases = places[kept], phrases[kept]
            stands = standing[phrases]
        fits = self.fits[places] if length else np.zeros(len(places), np.uint8)
        if length:
            ends = places + np.int32(length + len(_BREAK))
            fits[(fits == _START) & (ends == self.starts[phrases + 1])] = _ALL
        return self._sorting(phrases, order(fits, stands))

    def _sorting(self, phrases: Ints, ranks: Marks) -> Ints:
        """Return numbers that sort as rank and phrase do."""
        return ranks * np.int32(len(self.starts)) + phrases

    def _best(self, keys: Ints, limit: int) -> list[int]:
        """Return the phrases of the smallest keys, each once."""
        take = min(len(keys), 4 * limit)  # a phrase may hold the query more than once
        while take > 0:
            smallest = np.sort(np.partition(keys, take - 1)[:take])
            found = list(dict.fromkeys((smallest % len(self.starts)).tolist()))
            if len(found) >= limit or take == len(keys):
                return found[:limit]
            take = min(len(keys), 8 * take)
        return []


def _by_fit(fits: Marks, stands: Marks | np.uint8) -> Marks:
    """Return ranks: the best fit first, of one fit the best standing."""
    return fits * np.uint8(_LEVELS) + stands


def _by_standing(fits: Marks, stands: Marks | np.uint8) -> Marks:
    """Return ranks: the best standing first, of one standing the best fit; what fits by chance comes last."""
    inside = (fits == _INSIDE).astype(np.uint8)
    ranks: Marks = (inside * np.uint8(_LEVELS) + stands) * np.uint8(_INSIDE + 1) + fits
    return ranks


def index_phrases(texts: Sequence[str], words: Sequence[str], readings: Mapping[str, str]) -> PhraseIndex:
    """Index phrases, given best first.

    `words` has a 1 for each character of a phrase that begins a word, else a 0; `readings` holds the syllables of each
    character with blanks between.
    """
    joined = "".join(text.translate(_SMALL) + _BREAK for text in texts)
    points, numbered = np.unique(np.frombuffer(joined.encode("utf-32-le"), np.uint32), return_inverse=True)
    text: npt.NDArray[np.unsignedinteger[Any]] = numbered.astype(np.min_scalar_type(len(points)))
    characters = {chr(point): number for number, point in enumerate(points.tolist())}
    starts = np.cumsum([0, *(len(text) + len(_BREAK) for text in texts)], dtype=np.int32)
    begins = np.frombuffer("".join(mark + "0" for mark in words).encode("ascii"), np.uint8) == ord("1")
    fits = np.where(begins, np.uint8(_WORD), np.uint8(_INSIDE))
    fits[starts[:-1]] = _START
    index = PhraseIndex(
        characters,
        _readers(characters, readings),
        text,
        fits,
        starts,
        np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(starts)),
        np.argsort(text, kind="stable").astype(np.int32),
        np.concatenate(([0], np.cumsum(np.bincount(text, minlength=len(points)), dtype=np.int64))),
    )
    return replace(index, initials={letter: _initial(index, letter) for letter in ascii_lowercase})


def _initial(index: PhraseIndex, letter: str) -> Initial:
    """Work a letter out."""
    characters = index._allowed(letter)
    places = index._listed(letter, characters)
    keys = np.sort(index._keys(places, 1, None, _by_fit))
    phrases, first = np.unique(keys % len(index.starts), return_index=True)
    order = np.argsort(first)
    return Initial(
        characters, places, phrases[order], (keys[first[order]] // (_LEVELS * len(index.starts))).astype(np.uint8)
    )


def _readers(characters: Mapping[str, int], readings: Mapping[str, str]) -> dict[str, Ints]:
    """Return which characters may be read as each syllable."""
    readers: dict[str, list[int]] = {}
    for character, number in characters.items():
        for syllable in readings.get(character, "").split():
            readers.setdefault(syllable, []).append(number)
    return {syllable: np.array(numbers, np.int32) for syllable, numbers in readers.items()}
