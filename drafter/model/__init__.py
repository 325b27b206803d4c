"""The values that stages hand each other.

Everything here is plain frozen data. A stage takes some of it and returns new values; none is changed in place.
Positions are code-point offsets, spans are half-open. `raw` text is what `drafter text FILE` prints; `NormText` is
the cleaned text that structure, mining and checking work on; an `OffsetMap` leads from the second back to the first.
"""

from drafter.model.alternatives import Alternative
from drafter.model.document import Block, Document, Kind, Locality, Part, Period, Role, Section, Source
from drafter.model.draft import (
    Bar,
    Bars,
    Chart,
    Gap,
    OriginKind,
    Paragraph,
    Piece,
    Report,
    ReportBlock,
    Table,
)
from drafter.model.facts import (
    DEED_COLUMNS,
    DEED_SHEET,
    FACT_COLUMNS,
    FACT_SHEET,
    PLAN_SHEET,
    DeedRow,
    FactRow,
    Gathered,
)
from drafter.model.finding import CheckResult, Edit, Finding, Match, ReuseClass, Severity, Since
from drafter.model.holdings import Coverage, Holdings
from drafter.model.library import Clause, Companion, Frame, Heading, IndexedText, Move, Phrase, Way
from drafter.model.look import (
    CellLook,
    FootKind,
    FootLook,
    LineRule,
    PageLook,
    ParagraphLook,
    RowLook,
    SectionLook,
    StretchLook,
    TableLook,
)
from drafter.model.protocols import Library, Progress, ReuseIndex
from drafter.model.repairs import MarkChange, Repairs, Restyling, TableRepair
from drafter.model.sections import SectionPoint, SectionText, Skeleton, Usual
from drafter.model.text import NormText, OffsetMap, Span, TextPlace

__all__ = [
    "DEED_COLUMNS",
    "DEED_SHEET",
    "FACT_COLUMNS",
    "FACT_SHEET",
    "PLAN_SHEET",
    "Alternative",
    "Bar",
    "Bars",
    "Block",
    "CellLook",
    "Chart",
    "CheckResult",
    "Clause",
    "Companion",
    "Coverage",
    "DeedRow",
    "Document",
    "Edit",
    "FactRow",
    "Finding",
    "FootKind",
    "FootLook",
    "Frame",
    "Gap",
    "Gathered",
    "Heading",
    "Holdings",
    "IndexedText",
    "Kind",
    "Library",
    "LineRule",
    "Locality",
    "MarkChange",
    "Match",
    "Move",
    "NormText",
    "OffsetMap",
    "OriginKind",
    "PageLook",
    "Paragraph",
    "ParagraphLook",
    "Part",
    "Period",
    "Phrase",
    "Piece",
    "Progress",
    "Repairs",
    "Report",
    "ReportBlock",
    "Restyling",
    "ReuseClass",
    "ReuseIndex",
    "Role",
    "RowLook",
    "Section",
    "SectionLook",
    "SectionPoint",
    "SectionText",
    "Severity",
    "Since",
    "Skeleton",
    "Source",
    "Span",
    "StretchLook",
    "Table",
    "TableLook",
    "TableRepair",
    "TextPlace",
    "Usual",
    "Way",
]
