"""Say a figure in a frame of the library: only one that claims nothing, and whose every slot the figure fills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.compose.facts import Figure
from drafter.compose.stock import Stock
from drafter.compose.typed import bare_unit
from drafter.model import Frame, Piece

_SLOT = re.compile(r"(\{[^}]+\})")
# What may stand around the slots. 突破, 超额, 预计, 全县 and the like say more than the outline does.
_PLAIN = re.compile(
    "(?:完成|实现|达到|达|为|共|累计|总计|合计|同比|较上年同期|比上年同期|增长|提高|下降|占|占比|完成率|列|居|位列|位|，|、)*"
)
_FALLS = re.compile("下降|减少|降低")


def framed(figure: Figure, stock: Stock) -> tuple[str, tuple[Piece, ...]] | None:
    """Return the first fitting frame's text, and the figure said in it; None when no frame fits."""
    if stock.library is None or not figure.value:
        return None
    for frame in stock.library.frames(figure.indicator):
        words = _filled(frame, figure)
        if words and frame.text not in stock.used and stock.affords(_literal(frame)):
            return frame.text, words
    return None


def _literal(frame: Frame) -> str:
    return _SLOT.sub("", frame.text)


def _filled(frame: Frame, figure: Figure) -> tuple[Piece, ...] | None:
    """Fill every slot of `frame`, or return None. The frame must say all of the figure, and the verb must fit."""
    values = dict(_values(figure))
    literal = _literal(frame)
    falls = bool(figure.change and figure.change.way == "down")
    told = set(frame.slots) == set(values) and len(frame.slots) == len(values)
    if not told or not literal or not _PLAIN.fullmatch(literal) or bool(_FALLS.search(literal)) != falls:
        return None
    pieces: list[Piece] = []
    for part in _SLOT.split(frame.text):
        if part.startswith("{"):
            pieces.append(Piece(values[part[1:-1]], "fact", figure.ref))
        elif part:
            pieces.append(Piece(part, "library", f"句式：{frame.text}", frame.sources[0] if frame.sources else ""))
    return tuple(pieces)


def _values(figure: Figure) -> Iterator[tuple[str, str]]:
    """Yield the slots that a figure can fill, with what goes into them."""
    yield "指标", figure.indicator
    yield f"数值:{bare_unit(figure.unit)}", figure.value
    if figure.change:
        yield f"同比:{figure.change.unit}", figure.change.text
    if figure.completion:
        yield "完成率:%", figure.completion
    if figure.share:
        yield "占比:%", figure.share
    if figure.rank:
        yield "排名", figure.rank
