"""Headings and leads that could stand in the place of one: parallel to those beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.compose.headings import (
    ADVERBS,
    Wanted,
    again,
    common_shape,
    distance,
    fits,
    heading_builds,
    is_task,
    lead_builds,
    shape,
)
from drafter.compose.other_clauses import OWN, report_name
from drafter.compose.prose import bare_item
from drafter.compose.sections import Titles
from drafter.compose.stock import Stock
from drafter.model import Alternative

MOST = 15
PARALLEL = "与上下对仗"  # said of a heading in the shape of those beside it


def other_titles(sets: Sequence[Titles], ref: str, stock: Stock) -> Iterator[Alternative]:
    """Yield what the heading or lead at an outline path could be, the present one first, then the most parallel."""
    for titles in sets:
        for place, one in enumerate(titles.wanted):
            if one.ref == ref:
                yield from _instead(titles, place, one, stock)


def _instead(titles: Titles, place: int, one: Wanted, stock: Stock) -> Iterator[Alternative]:
    key = one.ref.rpartition(".")[2]
    present = titles.printed[place].text
    beside = [piece.text for number, piece in enumerate(titles.printed) if number != place]
    yield Alternative(key, present, present, "本稿，已定下" if one.given else "本稿", now=True)
    target = common_shape(beside) or shape(present)
    seen = {_bare(present)}
    options = [pair for pair in _options(titles, one, beside, stock) if stock.is_new(pair[0])]
    for text, origin in sorted(options, key=lambda pair: distance(shape(pair[0]), target)):
        if _bare(text) in seen or again(text, beside) or len(seen) > MOST:
            continue
        seen.add(_bare(text))
        parallel = bool(beside) and shape(text) == target
        yield Alternative(key, text, text, f"{origin}，{PARALLEL}" if parallel else origin)


def _bare(text: str) -> str:
    """Return a heading without its adverbs: 着力夯实农业基础 is no other than 夯实农业基础."""
    return re.sub("(^|，)(?:{})".format("|".join(ADVERBS)), r"\1", bare_item(text))


def _options(titles: Titles, one: Wanted, beside: Sequence[str], stock: Stock) -> Iterator[tuple[str, str]]:
    """Yield headings of the topic built as those beside it, each with where it comes from."""
    as_tasks = sum(map(is_task, beside)) * 2 > len(beside) if beside else titles.planned or not titles.are_leads
    if stock.library and one.topic:
        for heading in stock.library.headings(level=0 if titles.are_leads else 2, topic=one.topic):
            if heading.pure and fits(heading, one, as_tasks=as_tasks):
                yield heading.text, report_name(heading.source)
    for adverb in ADVERBS:
        if titles.are_leads:
            builds = lead_builds(one, adverb, as_tasks=as_tasks)
        else:
            builds = heading_builds(one, adverb, planned=titles.planned)
        yield from ((text, OWN) for text in builds)
