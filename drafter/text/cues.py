"""Cues: words that tell what a piece of text is about or what it does, each with a label and a weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import add

STRONG = 3.0  # one strong cue outweighs two weak ones, and an inherited label (see INHERITED in topics)
WEAK = 1.0


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of two characters or more that speaks for a label."""

    text: str
    label: str
    weight: float
    at_start: bool = False  # counts only where the text begins
    at_end: bool = False  # counts only where the text ends


class Lexicon:
    """Cues, found in a text by one look at every pair of characters."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        by_pair: defaultdict[str, list[Cue]] = defaultdict(list)
        for cue in cues:
            by_pair[cue.text[:2]].append(cue)
        self._by_pair = {pair: sorted(several, key=lambda cue: -len(cue.text)) for pair, several in by_pair.items()}

    def weigh(self, text: str) -> dict[str, float]:
        """Return the sum of weights for each label; of cues that overlap the first counts, of these the longest."""
        weights: dict[str, float] = {}
        behind = 0
        by_pair = self._by_pair
        for place in [place for place, pair in enumerate(map(add, text, text[1:])) if pair in by_pair]:
            if place >= behind and (cue := self._at(text, place)):
                weights[cue.label] = weights.get(cue.label, 0.0) + cue.weight
                behind = place + len(cue.text)
        return weights

    def _at(self, text: str, place: int) -> Cue | None:
        for cue in self._by_pair[text[place : place + 2]]:
            fits = (not cue.at_start or place == 0) and (not cue.at_end or place + len(cue.text) == len(text))
            if fits and text.startswith(cue.text, place):
                return cue
        return None


def parse_cues(cell: str, label: str, weight: float) -> list[Cue]:
    """Read cues from a data file: a|^b|c$, where ^ and $ tie a cue to the start or the end."""
    words = cell.split("|") if cell else []
    return [Cue(word.strip("^$"), label, weight, word.startswith("^"), word.endswith("$")) for word in words]
