"""Clauses a writer may choose for the opening or the end of a paragraph, beyond what the composer puts in of itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import PurePosixPath

from drafter.compose.fitting import names_nothing_new
from drafter.compose.points import Task, words_of
from drafter.compose.prose import text_of
from drafter.compose.stock import LONGEST, MOVES, OPENING, SHORTEST, START, Stock, echoes, stands_alone
from drafter.compose.verbs import is_doing
from drafter.compose.weaving import has_frame, woven
from drafter.model import Clause, Piece
from drafter.text import topics
from drafter.text.formulations import Formulation, formulations

FORMULATION, OWN = "规范表述", "自拟"
TO_VERIFY = "是否属实请核对"


def origin_of(piece: Piece) -> str:
    """Say where a piece comes from: the name of a report, 自拟, 规范表述."""
    if piece.kind == "library":
        return report_name(piece.source) + f"，{TO_VERIFY}" * (piece.ref == TO_VERIFY)
    return FORMULATION if piece.ref == FORMULATION else OWN


def report_name(path: str) -> str:
    """Return the name of a report as people call it: that of its file, of a compilation with its number."""
    name, mark, number = PurePosixPath(path).name.partition("#")
    return PurePosixPath(name).stem + mark + number


def more_clauses(place: str, task: Task, written: str, stock: Stock) -> Iterator[Piece]:
    """Yield fixed formulations of the topic, our own clauses on it at large, and what few localities say.

    What names something that the point does not speak of comes last: only the writer knows whether it is true.
    """
    if place in {OPENING, START}:
        yield from _formulations(task, written)
    yield from stock.ready_at_large(place, task.topic, written, task.titles)
    known = f"{words_of(task.point)}{task.titles}{task.topic}"
    fitting = [clause for clause in _clauses(place, task.topic, stock) if _fits(clause, place, written, task, stock)]
    pieces = [(clause, names_nothing_new(clause.text, known)) for clause in fitting]
    for clause, is_known in sorted(pieces, key=lambda pair: not pair[1]):
        yield Piece(clause.text, "library", "分句" if is_known else TO_VERIFY, clause.sources[0])


def _clauses(place: str, topic: str, stock: Stock) -> Iterator[Clause]:
    library = stock.library
    if library and topic:
        yield from chain.from_iterable(library.clauses(move=move, topic=topic) for move in MOVES[place])


def _fits(clause: Clause, place: str, written: str, task: Task, stock: Stock) -> bool:
    """Tell whether a clause stands by itself, and says again nothing of what is said."""
    text = clause.text
    alone = clause.pure and SHORTEST <= len(text) <= LONGEST and stands_alone(text)
    told = is_doing(text) != (place in {OPENING, START})
    return alone and not told and stock.is_new(text) and not echoes(text, written, task.titles, task.topic)


def _formulations(task: Task, written: str) -> Iterator[Piece]:
    """Yield formulations of the point's topic that are in use everywhere, with the words they take."""
    for formulation in formulations():
        if _is_common(formulation) and topics.topic_of(formulation.text) == task.topic:
            text = text_of(woven(formulation.text, FORMULATION))
            if formulation.text.strip("“”") not in written and not _stutters(text, formulation.text):
                yield Piece(text, "template", FORMULATION)


def _stutters(woven_text: str, formulation: str) -> bool:
    """Tell whether the words around a formulation say again what it says itself: 深化“放管服”改革|改革."""
    pairs = {formulation[at : at + 2] for at in range(len(formulation) - 1)}
    return any(woven_text.count(pair) > formulation.count(pair) for pair in pairs)


def _is_common(formulation: Formulation) -> bool:
    current = not (formulation.until or formulation.region)
    return current and len(formulation.text) <= LONGEST and has_frame(formulation.text)
