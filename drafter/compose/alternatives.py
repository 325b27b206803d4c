"""What a draft could say instead: other headings, openings, ends and whole paragraphs, each with where it comes from.

The whole draft is written once, so that nothing is offered that it says elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.compose.choice import Choice
from drafter.compose.compose import desk_for
from drafter.compose.fact_joining import join
from drafter.compose.fact_table import FactTable
from drafter.compose.freshness import is_fresh
from drafter.compose.ledger import Ledger
from drafter.compose.other_clauses import more_clauses, origin_of, report_name
from drafter.compose.other_titles import other_titles
from drafter.compose.outline_fields import Outline, Point
from drafter.compose.outline_style import NONE
from drafter.compose.points import Task, content_of, own_text, write_body
from drafter.compose.prose import Gaps, Words, text_of
from drafter.compose.sections import Desk
from drafter.compose.settling import wording_of
from drafter.compose.stock import AIM, EFFECT, OPENING, START
from drafter.compose.templates import Watch
from drafter.compose.values import Naming
from drafter.model import Alternative, Library, Piece

OPENER, CLOSER, WORDING, LEAD, HEADING = "起句", "收句", "定稿", "小标题", "标题"
PINS = {OPENER: "opener", CLOSER: "closer", WORDING: "wording"}
TRIES = 24  # times a paragraph is written anew, to find …
PARAGRAPHS = 6  # … so many different ones
CLAUSES = 12  # offered at most


def alternatives(
    outline: Outline, ref: str, *, library: Library | None, tables: Sequence[FactTable] = (), seed: int = 0
) -> tuple[Alternative, ...]:
    """Return what the heading of a section, or lead and paragraph of a point, could be instead.

    `ref` is the outline path: 回顾[0], or 回顾[0].要点[1]. What the draft has now comes first of its key.
    """
    outline, _ = join(outline, tables)
    written = _written(outline, library, seed)
    found = list(other_titles(written.notes.titles, f"{ref}.{HEADING}", written.stock))
    if ref not in written.notes.points:
        return tuple(found)
    found += other_titles(written.notes.titles, f"{ref}.{LEAD}", written.stock)
    task, _ = written.notes.points[ref]
    free = written if not _pinned(task.point) else _written(_unpinned(outline, task.point), library, seed)
    return (*found, *_of_point(task, written, free))


def _written(outline: Outline, library: Library | None, seed: int) -> Desk:
    """Return the desk on which the whole of a draft was written."""
    desk = desk_for(outline, library, seed)
    Naming(outline, desk, Ledger(), Watch()).values()
    return desk


# --- pins ------------------------------------------------------------------------------------------------------------


def _pinned(point: Point) -> bool:
    return any(getattr(point, name) for name in PINS.values())


def _unpinned(outline: Outline, point: Point) -> Outline:
    """Return the outline with nothing settled in one point."""
    free = point.model_copy(update=dict.fromkeys(PINS.values()))

    def freed(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(
            free if each is point else each.model_copy(update={"points": freed(each.points)}) for each in points
        )

    parts = {
        part: tuple(section.model_copy(update={"points": freed(section.points)}) for section in getattr(outline, part))
        for part in ("review", "plan")
    }
    return outline.model_copy(update=parts)


# --- a point ---------------------------------------------------------------------------------------------------------


def _of_point(task: Task, now: Desk, free: Desk) -> Iterator[Alternative]:
    """Yield what a point could say; on the desk `free` nothing of it was settled."""
    content = content_of(task, now.stock, Gaps())
    if not (content.figures or content.deeds):
        return
    if not task.point.wording:
        yield from _clauses(OPENER, OPENING if not task.planned else START, task, free)
        yield from _clauses(CLOSER, EFFECT if not task.planned else AIM, task, free)
    yield from _paragraphs(task, now, free)


def _clauses(key: str, place: str, task: Task, free: Desk) -> Iterator[Alternative]:
    """Yield the clauses that may open or end a point; 无 leaves it without one."""
    loose, written = free.notes.points[task.ref]
    pinned = getattr(task.point, PINS[key]) or ""
    offers = free.stock.offers.get(f"{task.ref}.{key}", [])
    present = pinned or next((piece.text for piece in offers if piece in written), "")
    if present:
        shown = "（没有这一句）" if present == NONE else present
        yield Alternative(key, present, shown, "本稿，已定下" if pinned else "本稿", now=True)
    others = {piece.text: piece for piece in (*offers, *more_clauses(place, loose, text_of(written), free.stock))}
    others.pop(present, None)
    for piece in list(others.values())[:CLAUSES]:
        yield Alternative(key, piece.text, piece.text, origin_of(piece))
    if present != NONE:
        yield Alternative(key, NONE, "（不要这一句）", "")
    if pinned:
        yield Alternative(key, "", "（不再定下，由 drafter 来配）", "")


def _paragraphs(task: Task, now: Desk, free: Desk) -> Iterator[Alternative]:
    """Yield ways to write the whole paragraph, the present one first."""
    pinned = task.point.wording or ""
    present = _body_in(task, now)
    origin = "本稿，已定下" if pinned else f"本稿{_borrowed(present)}"
    seen = {text_of(present)}
    if settled := pinned or wording_of(present, task.point, content_of(task, now.stock, Gaps())):
        yield Alternative(WORDING, settled, text_of(present), origin, now=True)
    loose = free.notes.points[task.ref][0]
    content = content_of(loose, free.stock, Gaps())
    for words in _rewritten(loose, free):
        text = text_of(words)
        if text not in seen and (wording := wording_of(words, loose.point, content)):
            seen.add(text)
            yield Alternative(WORDING, wording, text, f"自拟{_borrowed(words)}")
        if len(seen) > PARAGRAPHS:
            break
    if pinned:
        yield Alternative(WORDING, "", "（不再定下，由 drafter 来写）", "")


def _body_in(task: Task, desk: Desk) -> Words:
    """Return the paragraph of a point as it was written, without the writer's own text."""
    words = desk.notes.points[task.ref][1][len(own_text(task)) :]
    return words[1:] if words and words[0].text == "\n" else words


def _rewritten(task: Task, desk: Desk) -> Iterator[Words]:
    """Yield the paragraph of a point written anew, again and again; what the rest of the draft says stays used."""
    written = {piece.text for piece in desk.notes.points[task.ref][1]}
    for number in range(TRIES):
        stock = replace(desk.stock, choice=Choice(number), used=desk.stock.used - written, offers={})
        words = write_body(task, replace(stock, spent=list(stock.spent)), Gaps())
        if is_fresh(words, desk.fragments):
            yield words


def _borrowed(words: Iterable[Piece]) -> str:
    """Say from which reports a paragraph has clauses."""
    names = dict.fromkeys(report_name(piece.source) for piece in words if piece.kind == "library")
    return f"，有取自{'、'.join(names)}的话" if names else ""
