"""Say a figure as the library has seen its indicator said: it knows 完成秸秆还田, which no table of ours does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.compose.facts import Figure
from drafter.compose.stock import Stock
from drafter.model import Frame, Piece
from drafter.text.typed import bare_unit

_SLOT = re.compile(r"(\{[^}]+\})")
# What may stand around the slots. 突破, 超额, 预计, 全县 and the like say more than the outline does.
_PLAIN = re.compile(
    "(?:完成|实现|达到|达|为|共|累计|总计|同比|较上年同期|比上年同期|增长|提高|下降|占|占比|完成率|列|居|位列|位|，)*"
)
_FALLS = re.compile("下降")
_STATIVE = re.compile("(?:达到?|为|共)乙")  # said of no 超2万亩
_PROUD = re.compile("达|实现")


def framed(figure: Figure, patterns: Sequence[str], stock: Stock) -> tuple[Piece, ...] | None:
    """Return the figure said in a frame of its own indicator that our `patterns` do not have; None when there is none.

    A frame must claim nothing, and the figure must fill its every slot and leave nothing unsaid or to be updated; a
    period, place, body, project or quotation is no figure's to fill.
    """
    if stock.library is None or not figure.value or figure.stale:
        return None
    for frame in stock.library.frames(figure.indicator):
        core = core_of(frame)
        fresh = frame.text not in stock.used and core not in {*patterns, stock.choice.last("figure")}
        if frame.indicator == figure.indicator and fresh and (words := _filled(frame, figure, stock)):
            stock.used.add(frame.text)
            stock.choice.note("figure", core)
            return words
    return None


def core_of(frame: Frame) -> str:
    """Return the part of a frame that says the value, with 甲 and 乙 as in the table of indicators: 完成甲乙."""
    core = frame.text.partition("，")[0]
    return re.sub(r"\{数值[^}]*\}", "乙", core.replace("{指标}", "甲"))


def _filled(frame: Frame, figure: Figure, stock: Stock) -> tuple[Piece, ...] | None:
    """Fill every slot of `frame`, or return None."""
    values = dict(_values(figure))
    literal = _SLOT.sub("", frame.text)
    falls = bool(figure.change and figure.change.way == "down")
    if figure.change and figure.change.way == "flat":
        return None  # no frame says that nothing changed
    told = set(frame.slots) == set(values) and len(frame.slots) == len(values)
    plain = _PLAIN.fullmatch(literal) and bool(_FALLS.search(literal)) == falls
    plain = plain and not (falls and _PROUD.search(literal)) and ("同期" not in literal or stock.base == "上年同期")
    plain = plain and not (_STATIVE.search(core_of(frame)) and not figure.value[0].isdigit())
    if not told or not plain or not stock.affords(literal):
        return None
    pieces: list[Piece] = []
    for part in _SLOT.split(frame.text):
        if part.startswith("{"):
            pieces.append(Piece(values[part[1:-1]], "fact", figure.ref))
        elif part:
            piece = Piece(part, "library", f"句式：{frame.text}", frame.sources[0] if frame.sources else "")
            pieces.append(stock.take(piece))
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
