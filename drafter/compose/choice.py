"""Choose between equal ways of saying something: by the seed, and never the same way twice running."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choice:
    """A seeded choice that remembers what it chose last, for each kind of choice."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.turn_to("")
        self._last: dict[str, str] = {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def turn_to(self, place: str) -> None:
        """Choose by seed and place alone from here on: what the writer changes elsewhere changes nothing here."""
        self._random = random.Random(f"{self._seed} {place}")  # noqa: S311  # repeatable on purpose

    def other_than_last(self, kind: str, options: Sequence[str]) -> str:
        """Return one of `options`, not the one chosen last for `kind` unless there is no other."""
        fresh = [option for option in options if option != self._last.get(kind)] or list(options)
        self._last[kind] = self._random.choice(fresh)
        return self._last[kind]

    def rarest(self, kind: str, options: Sequence[str]) -> str:
        """Return one of those options that were chosen least often for `kind`."""
        least = min(self._counts[kind, option] for option in options)
        chosen = self.other_than_last(kind, [option for option in options if self._counts[kind, option] == least])
        self._counts[kind, chosen] += 1
        return chosen

    def note(self, kind: str, option: str) -> None:
        """Remember `option` as the one chosen last for `kind`."""
        self._last[kind] = option

    def last(self, kind: str) -> str:
        """Return what was chosen last for `kind`, "" at first."""
        return self._last.get(kind, "")

    def weighted(self, options: Sequence[T], weights: Sequence[float]) -> T:
        """Return one of `options`, each as often as its weight says."""
        return self._random.choices(options, weights)[0]

    def due(self, share: float) -> bool:
        """Tell whether it is the turn of something that comes `share` of all times, 0–1."""
        return self._random.random() < share

    def shuffled(self, options: Sequence[str]) -> list[str]:
        """Return `options` in a seeded order."""
        return self._random.sample(list(options), len(options))
