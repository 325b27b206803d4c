"""Whether a point tells deeds or figures first: as paragraphs on its topic do (`data/orders.tsv`, the library)."""

from __future__ import annotations

from drafter.compose.tables import rows
from drafter.model import Library

MEASURE, FIGURE = "举措", "数据"  # the moves of deeds and of figures
ENOUGH = 8  # paragraphs of the library with both; fewer tell of a habit of one hand only
MOSTLY = 2 / 3  # share of the paragraphs from which on an order is the usual one


def deeds_first(topic: str, library: Library | None, turn: int) -> bool:
    """Tell whether deeds come first in the point number `turn` of a section; where both are usual they alternate."""
    share = _share(topic, library)
    if share is None:
        told = next((first for name, first in rows("orders.tsv") if name == topic), "")
        return told == "事项" or (not told and turn % 2 == 1)
    return share >= MOSTLY or (share > 1 - MOSTLY and turn % 2 == 1)


def _share(topic: str, library: Library | None) -> float | None:
    """Return the share of paragraphs on a topic that tell deeds first, None when the library has too few."""
    paragraphs = library.moves(topic) if library and topic else ()
    both = [moves for moves in paragraphs if MEASURE in moves and FIGURE in moves]
    if len(both) < ENOUGH:
        return None
    return sum(moves.index(MEASURE) < moves.index(FIGURE) for moves in both) / len(both)
