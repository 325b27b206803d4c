"""Look-up of phrases by characters, by pinyin initials and by mixtures of both (乡czx).

Every place of every character is listed under that character, and under each letter that one of its readings begins
with, so that cxjz and zxjz both find 长效机制. A look-up begins with the places of the rarest sign of the query and
keeps those around which the others stand; no phrase is scanned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Points = npt.NDArray[np.uint32]

HAN = range(0x3400, 0xA000)  # code points of Chinese characters
_BREAK = "\n"  # stands behind each phrase


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Phrases laid end to end, best first, with the places of each sign: a character, or an initial."""

    points: Points  # the characters, small letters for capitals
    initials: Points  # for each character a bit for every letter that one of its readings begins with
    starts: Ints  # where each phrase begins, and behind the last one
    phrases: Ints  # for each character the number of its phrase
    signs: Points  # the signs, sorted, once a place …
    places: Ints  # … and the places, in order for each sign

    def find(self, query: str, limit: int, among: npt.NDArray[np.bool_] | None = None) -> list[int]:
        """Return the numbers of the phrases that hold `query`, best first.

        Those that are the query come first, then those that begin with it, then the rest, each in the order they
        were given in. `among` says which phrases may be found.
        """
        wanted = "".join(query.lower().split())
        places = self._places(wanted) if wanted else self.starts[:-1]
        phrases = self.phrases[places]
        if among is not None:
            places, phrases = places[among[phrases]], phrases[among[phrases]]
        begins = places == self.starts[phrases]
        is_all = begins & (self.starts[phrases + 1] - places - len(_BREAK) == len(wanted))
        fits = (is_all, begins & ~is_all, ~begins)
        found = (number for fit in fits for number in _each_once(phrases[fit])[:limit].tolist())
        return list(dict.fromkeys(found))[:limit]

    def _places(self, wanted: str) -> Ints:
        """Return the places where `wanted` begins, in order."""
        listed = [self._listed(sign) for sign in wanted]
        rarest = min(range(len(wanted)), key=lambda at: len(listed[at]))
        begins = listed[rarest] - rarest
        begins = begins[(begins >= 0) & (begins + len(wanted) <= len(self.points))]
        for offset, sign in enumerate(wanted):
            begins = begins[self._stands(sign, begins + offset)]
        return begins

    def _listed(self, sign: str) -> Ints:
        """Return all places of a sign."""
        first, last = np.searchsorted(self.signs, np.array((ord(sign), ord(sign) + 1), np.uint32))
        return self.places[first:last]

    def _stands(self, sign: str, places: Ints) -> npt.NDArray[np.bool_]:
        """Tell at which places a sign stands."""
        stands = np.equal(self.points[places], ord(sign))
        return np.logical_or(stands, self.initials[places] & _bit(sign)) if sign in ascii_lowercase else stands


def index_phrases(texts: Sequence[str], initials: Mapping[str, str]) -> PhraseIndex:
    """Index phrases, given best first; `initials` holds the letters that the readings of each character begin with."""
    joined = "".join(text.lower() + _BREAK for text in texts)
    points = np.frombuffer(joined.encode("utf-32-le"), np.uint32)
    starts = np.cumsum([0, *(len(text) + len(_BREAK) for text in texts)], dtype=np.int32)
    bits = _bits(points, initials)
    places = [np.arange(len(points), dtype=np.int32)]
    signs = [points]
    for letter in ascii_lowercase:
        read = np.flatnonzero((bits & _bit(letter) != 0) & (points != ord(letter))).astype(np.int32)
        places.append(read)
        signs.append(np.full(len(read), ord(letter), np.uint32))
    all_signs, all_places = np.concatenate(signs), np.concatenate(places)
    order = np.lexsort((all_places, all_signs))
    phrases = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(starts))
    return PhraseIndex(points, bits, starts, phrases, all_signs[order], all_places[order])


def initials_of(characters: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Return for each Han character the first letters of all its readings (长 has cz); `known` gives those it has."""
    wanted = sorted({character for character in characters if HAN.start <= ord(character) < HAN.stop})
    found = {character: known[character] for character in wanted if character in known}
    if len(found) == len(wanted):
        return found
    from pypinyin import Style, pinyin  # noqa: PLC0415 - half a second, and only new characters need it

    for character in wanted:
        if character in found:
            continue
        words = pinyin(character, style=Style.FIRST_LETTER, heteronym=True, errors="ignore")
        letters = "".join(sorted({letter for readings in words for letter in readings} & set(ascii_lowercase)))
        if letters:
            found[character] = letters
    return found


def _bits(points: Points, initials: Mapping[str, str]) -> Points:
    """Return for each character its letters as bits."""
    used, numbers = np.unique(points, return_inverse=True)
    of_used = [sum(1 << ascii_lowercase.index(letter) for letter in initials.get(chr(point), "")) for point in used]
    return np.array(of_used, np.uint32)[numbers]


def _bit(letter: str) -> np.uint32:
    return np.uint32(1 << ascii_lowercase.index(letter))


def _each_once(numbers: Ints) -> Ints:
    """Return sorted numbers without repeats."""
    return np.compress(np.diff(numbers, prepend=-1) != 0, numbers)
