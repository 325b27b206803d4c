"""What a library holds, and what of the reports it makes use of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.model.document import Source
from drafter.model.library import Phrase


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the reports the library knows something about; shares from 0 to 1."""

    topic: float  # characters under a heading or lead with a topic
    move: float  # characters in clauses with a move
    phrase: float  # sentences that hold a phrase of the library


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a library was mined from, and what it gave."""

    reports: tuple[tuple[Source, int], ...]  # each with its number of characters
    counts: Mapping[str, int]  # reports, chars, sections, phrases, clauses, frames, headings
    coverage: Coverage
    phrases: tuple[Phrase, ...]  # the best ones
    repeats: tuple[tuple[str, str], ...]  # path of a report left out, path of the one it equals
    families: tuple[tuple[str, str], ...]  # path of a report, path of the first one that it nearly duplicates
    forgotten: tuple[str, ...]  # files the library is to stay without
    reprints: tuple[tuple[str, str, int], ...] = ()  # path, path of a report that had passages of it first, how many
