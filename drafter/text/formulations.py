"""The fixed formulations that reports must quote word for word, read from `data/formulations.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from drafter.config import several, table
from drafter.text.alternatives import alternatives

_NAME = "习近平"  # what scrubbed texts leave out


@dataclass(frozen=True, slots=True)
class Formulation:
    """A fixed wording, with what is known of it."""

    text: str  # the wording, quotation marks included: “四个意识”; "" for a row of members without a name
    variants: tuple[str, ...]  # other right wordings, longer and shorter ones
    members: tuple[str, ...]  # what a number-term counts, in order: 政治意识, 大局意识 …
    since: str  # "2016-01", the month it was first used officially; "" when not known
    until: str  # the last month it was in use; "" while it holds
    source: str  # where it was laid down
    region: str = ""  # the province that alone uses it; "" for the whole country
    forms: tuple[tuple[str, ...], ...] = ()  # of each member all that is right, the member itself first
    notes: frozenset[str] = frozenset()  # of `data/counted.tsv`: 任意, 可截, 泛

    @property
    def wordings(self) -> tuple[str, ...]:
        """Return every right wording, the whole one first."""
        return (self.text, *self.variants) if self.text else self.variants


@cache
def formulations() -> tuple[Formulation, ...]:
    """Return all formulations in the order of the file (parsed once, in two milliseconds)."""
    return tuple(map(_formulation, table("formulations.tsv")))


@cache
def quotable() -> tuple[Formulation, ...]:
    """Return the formulations with those that the check alone knows: no draft is made of them.

    They are the wordings of `data/quoted.tsv` and the terms of `data/counted.tsv` with what they count; of a term that
    stands in both, the members with their other forms count.
    """
    more = [_formulation((*row, "", "", "", "")) for row in table("quoted.tsv")]
    counted = [_counted(row) for row in table("counted.tsv")]
    terms = {wording for each in counted if each.members for wording in each.wordings}
    less = (replace(each, members=(), forms=()) if each.text in terms else each for each in (*formulations(), *more))
    return (*less, *counted)


def _counted(row: tuple[str, ...]) -> Formulation:
    text, variants, members, notes = row
    forms = tuple(tuple(member.split("/")) for member in several(members))
    first = tuple(several_forms[0] for several_forms in forms)
    return Formulation(text, several(variants), first, "", "", "", "", forms, frozenset(notes.split()))


def scrubbed_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a formulation stands with the name cut out or misquoted (以同志为核心的党中央), each stretch once."""
    for match in _scrubbed().finditer(text):
        yield match.span()


def unscrubbed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a formulation stands with the name cut out, and the wording with it."""
    for start, end in scrubbed_spans(text):
        yield start, end, _whole().get(text[start:end], f"以{_NAME}同志为核心的党中央")


@cache
def _whole() -> dict[str, str]:
    wordings = (wording for formulation in formulations() for wording in formulation.wordings)
    return {wording.replace(_NAME, ""): wording for wording in wordings if _NAME in wording}


@cache
def _scrubbed() -> re.Pattern[str]:
    """Return what finds the wordings without their name, longest first, unless the name stands before or in them."""
    wordings = {wording for formulation in formulations() for wording in formulation.wordings if _NAME in wording}
    rests = alternatives(wording.replace(_NAME, "") for wording in wordings)
    return re.compile(f"(?<!{_NAME}){rests}|以(?:{_NAME})?(?:总书记)?为核心的党中央")


def _formulation(row: tuple[str, ...]) -> Formulation:
    text, variants, members, since, until, source, region = row
    forms = tuple((member,) for member in several(members))
    return Formulation(text, several(variants), several(members), since, until, source, region, forms)
