"""Cues: words that tell what a piece of text is about or what it does, each with a label and a weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.config import several

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

    def fits(self, text: str, place: int) -> bool:
        """Tell whether the cue, found at `place` of a text, counts there."""
        return (not self.at_start or place == 0) and (not self.at_end or place + len(self.text) == len(text))


class Lexicon:
    """Cues, found in a text by its characters: most begin no cue, and of those that do the next rules out most."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        by_pair: defaultdict[str, defaultdict[str, list[Cue]]] = defaultdict(lambda: defaultdict(list))
        for cue in sorted(cues, key=lambda cue: -len(cue.text)):
            by_pair[cue.text[:1]][cue.text[1:2]].append(cue)
        self._by_pair = {first: dict(seconds) for first, seconds in by_pair.items()}

    def weigh(self, text: str) -> dict[str, float]:
        """Return the sum of weights for each label; of cues that overlap the first counts, of these the longest."""
        weights: dict[str, float] = {}
        behind = 0
        for place, seconds in enumerate(map(self._by_pair.get, text[:-1])):
            if seconds and place >= behind and (several := seconds.get(text[place + 1])):
                for cue in several:
                    if text.startswith(cue.text, place) and cue.fits(text, place):
                        weights[cue.label] = weights.get(cue.label, 0.0) + cue.weight
                        behind = place + len(cue.text)
                        break
        return weights


def parse_cues(cell: str, label: str, weight: float) -> list[Cue]:
    """Read cues from a data file: a|^b|c$, where ^ and $ tie a cue to the start or the end."""
    return [Cue(word.strip("^$"), label, weight, word.startswith("^"), word.endswith("$")) for word in several(cell)]
