"""Mark ranges of a Word file's text for comments: runs are split where a range begins or ends, nothing else changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from drafter.model import Span
from drafter.render.word_xml import Element, element

_HOLDERS = frozenset({"r", "oMath", "oMathPara", "AlternateContent"})
"""What a range takes in whole where the text stands deeper: formulas, readings, text boxes, which bear no comments."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Printed:
    """Characters of a text, with the element of a Word file that prints them."""

    span: Span  # in the text
    order: int  # of the element in the file
    element: Element  # w:t, w:tab, a note's mark …


def mark_ranges(pieces: Sequence[Printed], ranges: Iterable[tuple[int, Span]]) -> None:
    """Put the marks of comments, given by their ids, around spans of the text that `pieces` print, in order.

    A span that no piece prints takes the next one. The pieces must not be empty; they are used up.
    """
    printing = _Printing(list(pieces))
    ordered = sorted(ranges, key=lambda each: (each[1].start, -each[1].end))
    for edge in sorted({edge for _, span in ordered for edge in (span.start, span.end)}):
        printing.cut(edge)
    for number, span in ordered:
        covered = sorted(printing.over(span), key=lambda piece: (piece.order, piece.span))
        _mark(number, _holder(covered[0].element), _holder(covered[-1].element))


class _Printing:
    """The pieces of a text, cut ever finer."""

    def __init__(self, pieces: list[Printed]) -> None:
        self._pieces = pieces
        self._starts = [piece.span.start for piece in pieces]

    def cut(self, at: int) -> None:
        """Let a run begin at a place of the text, as far as its element can be cut."""
        index = bisect_right(self._starts, at) - 1
        if index < 0 or at >= self._pieces[index].span.end:
            return
        piece = self._pieces[index]
        if _holder(piece.element) is not piece.element.getparent():
            return
        if at == piece.span.start:
            _split_run(piece.element)
        elif _name(piece.element) == "t":
            rest = _split_text(piece.element, at - piece.span.start)
            _split_run(rest)
            self._pieces[index] = replace(piece, span=Span(piece.span.start, at))
            self._pieces.insert(index + 1, replace(piece, span=Span(at, piece.span.end), element=rest))
            self._starts.insert(index + 1, at)

    def over(self, span: Span) -> list[Printed]:
        """Return the pieces that print a span, or else the one that follows it (the last one behind the end)."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        found = []
        for piece in self._pieces[first:]:
            if piece.span.start >= span.end:
                break
            if piece.span.overlap(span):
                found.append(piece)
        after = bisect_right(self._starts, span.start - 1)
        return found or [self._pieces[min(after, len(self._pieces) - 1)]]


def _name(element: Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _holder(element: Element) -> Element:
    """Return what a range must take in to hold an element: its run, or what that hangs on in the text's paragraph."""
    found = reached = element
    for above in element.iterancestors():
        if _name(above) in _HOLDERS:
            reached = above
        elif _name(above) == "p":
            found = reached
    return found


def _split_text(element: Element, at: int) -> Element:
    """Cut a w:t behind `at` characters (line ends in the XML print nothing); return the one that holds the rest."""
    text = element.text
    printing = [index for index, character in enumerate(text) if character != "\n"]
    rest = deepcopy(element)
    element.text, rest.text = text[: printing[at]], text[printing[at] :]
    for part in (element, rest):
        if part.text != part.text.strip():
            part.set(_SPACE, "preserve")
    element.addnext(rest)
    return rest


def _split_run(element: Element) -> None:
    """Let an element and what follows it in its run stand in a run of their own, of the same look."""
    run = element.getparent()
    before = list(element.itersiblings(preceding=True))
    if all(_name(each) == "rPr" for each in before):
        return
    own = run.makeelement(run.tag, run.attrib, run.nsmap)
    own.extend(deepcopy(each) for each in before if _name(each) == "rPr")
    own.extend([element, *element.itersiblings()])
    run.addnext(own)


def _mark(number: int, first: Element, last: Element) -> None:
    """Put the marks of a comment around the runs from `first` to `last`."""
    first.addprevious(element("commentRangeStart", id=number))
    last.addnext(element("r", element("commentReference", id=number)))
    last.addnext(element("commentRangeEnd", id=number))
