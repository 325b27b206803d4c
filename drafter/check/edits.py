"""Show how a passage was edited: what was inserted, deleted, replaced and moved against its source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from rapidfuzz.distance import Indel

from drafter.model import NormText, Span
from drafter.text.masking import mask
from drafter.text.sentences import clauses

Similarity = Callable[[str, str], float]  # of two strings, 0–1

LEAST_ALIKE = 0.4  # similarity from which two clauses are one, edited; half the words of a clause changed gives 0.5
TRIED = 3  # source clauses compared with a draft clause: the most bigrams in common, then the nearest
SHORTEST_KEPT = 2  # characters; a single equal one between two edits is taken into them

_TOKEN = re.compile(r"\d[\d.,]*|[A-Za-z]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference of a passage from its source; spans count in the two passages."""

    op: Literal["insert", "delete", "replace", "moved"]
    draft: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """A passage beside its source."""

    similarity: float  # mean over the passage's characters of how like its clause is to the source's, 0–1
    changes: tuple[Change, ...]  # in reading order of the passage


@dataclass(frozen=True, slots=True)
class _Twins:
    """A clause of the draft and the source's clause that it comes from."""

    draft: Span
    source: Span
    similarity: float


def compare(draft: str, source: str, similarity: Similarity) -> Comparison:
    """Set a passage beside its source clause by clause, whatever the order of the clauses."""
    ours, theirs = list(clauses(draft)), list(clauses(source))
    twins = _twins(draft, source, ours, theirs, similarity)
    kept = sum(each.similarity * len(each.draft) for each in twins)
    whole = sum(map(len, ours))
    changes = [*_moved(twins), *_within(draft, source, twins), *_lone(ours, theirs, twins)]
    changes = [each for each in changes if each.op == "moved" or each.draft.of(draft) != each.source.of(source)]
    changes.sort(key=lambda change: (change.draft, change.source))
    return Comparison(kept / whole if whole else 0.0, tuple(changes))


def _twins(
    draft: str, source: str, ours: Sequence[Span], theirs: Sequence[Span], similarity: Similarity
) -> list[_Twins]:
    """Return which clauses belong together, in the draft's order, the likest paired first, each once."""
    ours_masked, masked = _masked(draft, ours), _masked(source, theirs)
    holders: defaultdict[str, list[Span]] = defaultdict(list)
    for span, text in masked.items():
        for bigram in _bigrams(text):
            holders[bigram].append(span)
    found = []
    for span in ours:
        text = ours_masked[span]
        shared = Counter(holder for bigram in _bigrams(text) for holder in holders[bigram])
        nearest = sorted(shared, key=lambda other: (-shared[other], abs(other.start - span.start)))
        found += [_Twins(span, other, similarity(text, masked[other])) for other in nearest[:TRIED]]
    found.sort(key=lambda twins: (-twins.similarity, abs(twins.draft.start - twins.source.start)))
    chosen: list[_Twins] = []
    taken: set[tuple[str, Span]] = set()
    for each in found:
        sides = {("draft", each.draft), ("source", each.source)}
        if each.similarity >= LEAST_ALIKE and not sides & taken:
            chosen.append(each)
            taken |= sides
    return sorted(chosen, key=lambda twins: twins.draft)


def _masked(text: str, spans: Sequence[Span]) -> dict[Span, str]:
    """Return the masked characters of some stretches of a text."""
    masked = mask(NormText(text))
    characters, edges = masked.text, np.searchsorted(masked.starts, [(span.start, span.end) for span in spans])
    return {span: characters[start:end] for span, (start, end) in zip(spans, edges.tolist(), strict=True)}


def _bigrams(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _moved(twins: Sequence[_Twins]) -> Iterator[Change]:
    """Yield the clauses that stand elsewhere: all but the longest series that both sides have in the same order."""
    places = [each.source.start for each in twins]
    ends: list[int] = []  # for each length of series: the clause that ends the one with the earliest end
    before: list[int] = []  # for each clause: the one before it in the longest series that it ends, -1 for none
    for number, place in enumerate(places):
        length = bisect_left(ends, place, key=places.__getitem__)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [number]
    in_order = set()
    number = ends[-1] if ends else -1
    while number >= 0:
        in_order.add(number)
        number = before[number]
    for number, each in enumerate(twins):
        if number not in in_order:
            yield Change("moved", each.draft, each.source)


def _within(draft: str, source: str, twins: Sequence[_Twins]) -> Iterator[Change]:
    """Yield the changes inside the clauses that belong together; a figure changes as a whole."""
    for each in twins:
        ours, theirs = each.draft.of(draft), each.source.of(source)
        if ours == theirs:
            continue
        our_tokens, their_tokens = _TOKEN.findall(ours), _TOKEN.findall(theirs)
        our_starts, their_starts = _starts(our_tokens), _starts(their_tokens)
        for our_from, our_to, their_from, their_to in _differences(our_tokens, their_tokens):
            yield _change(
                Span(our_starts[our_from], our_starts[our_to]).shift(each.draft.start),
                Span(their_starts[their_from], their_starts[their_to]).shift(each.source.start),
            )


def _differences(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield unequal stretches of two token lists; those parted by too short an equal one come as one."""
    pending: tuple[int, int, int, int] | None = None
    for code in Indel.opcodes(theirs, ours):
        if code.tag == "equal":
            continue
        if pending and code.dest_start - pending[1] < SHORTEST_KEPT and code.src_start - pending[3] < SHORTEST_KEPT:
            pending = (pending[0], code.dest_end, pending[2], code.src_end)
            continue
        if pending:
            yield pending
        pending = (code.dest_start, code.dest_end, code.src_start, code.src_end)
    if pending:
        yield pending


def _starts(tokens: Sequence[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _lone(ours: Sequence[Span], theirs: Sequence[Span], twins: Sequence[_Twins]) -> Iterator[Change]:
    """Yield the clauses that only one side has; one on either side after the same clauses is a replacement."""
    our_twin = {each.draft: each for each in twins}
    their_twin = {each.source: each for each in twins}
    theirs_after: defaultdict[Span, list[Span]] = defaultdict(list)  # twin before (in the source) -> lone clauses
    last = Span(0, 0)
    for span in theirs:
        last = their_twin[span].draft if span in their_twin else last
        if span not in their_twin:
            theirs_after[last].append(span)
    last, ours_after = Span(0, 0), defaultdict(list)
    for span in ours:
        last = span if span in our_twin else last
        if span not in our_twin:
            ours_after[last].append(span)
    for before in sorted({*theirs_after, *ours_after}):
        twin = our_twin.get(before)
        yield _change(
            _stretch(ours_after[before], before.end),
            _stretch(theirs_after[before], twin.source.end if twin else 0),
        )


def _stretch(spans: Sequence[Span], place: int) -> Span:
    """Return the span from the first to the last, an empty one at `place` when there are none."""
    return Span(spans[0].start, spans[-1].end) if spans else Span(place, place)


def _change(draft: Span, source: Span) -> Change:
    if not len(source):
        return Change("insert", draft, source)
    return Change("replace" if len(draft) else "delete", draft, source)
