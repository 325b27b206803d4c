"""What is to be changed in a Word file so that it looks as the layout asks; never its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Restyling:
    """A paragraph that takes a style of the layout, its own formatting taken off."""

    element: int  # of the main part's elements, counted from 0 in the order of the file
    style: str  # a name from page.STYLES
    like: int | None  # the element of a paragraph whose style it takes, None where no paragraph looks as it should
    typed_indent: bool  # whether spaces typed before its first word set it in: then nothing else may
    kept: frozenset[int]  # elements whose face and weight stay: leads, run-in headings
    unbold: bool  # whether bold type goes as well; else it is emphasis, and stays


@dataclass(frozen=True, slots=True)
class MarkChange:
    """A mark that is put right: , becomes ，."""

    element: int  # that prints it, of the main part's elements
    at: int  # character of what the element prints
    new: str


@dataclass(frozen=True, slots=True)
class TableRepair:
    """A table that is put right."""

    element: int  # of the main part's elements
    fitted: bool  # whether it becomes as wide as the text
    headed: bool  # whether its first row is repeated on every page
    whole: bool  # whether its rows are no longer torn
    growing: bool  # whether rows of a fixed height grow with their text


@dataclass(frozen=True, slots=True)
class Repairs:
    """All that is to be changed."""

    sections: tuple[int, ...] = ()  # elements of those that take the layout's paper and margins
    numbered: tuple[int, ...] = ()  # elements of the sections that take the layout's page number
    grid: bool = False  # whether the pages take the layout's grid of lines
    spread: bool = False  # whether a grid of characters goes
    line: float = 0.0  # points from line to line that the paragraphs take; 0: those of the layout
    latin: str = ""  # the face of letters and figures where it is not that of the text
    paragraphs: tuple[Restyling, ...] = ()
    tables: tuple[TableRepair, ...] = ()
    unclipped: tuple[int, ...] = ()  # elements of the paragraphs in tables whose lines are no longer of a fixed height
    marks: tuple[MarkChange, ...] = ()

    def __bool__(self) -> bool:
        of_pages = self.sections or self.numbered or self.grid or self.spread
        return bool(of_pages or self.paragraphs or self.tables or self.unclipped or self.marks)
