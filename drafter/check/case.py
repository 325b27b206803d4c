"""What every rule of a check looks at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.check.candidates import Region
from drafter.check.edits import Similarity
from drafter.model import Document, PageLook, ReuseIndex, Source
from drafter.page import STANDARD, Layout
from drafter.text.masking import Masked


@dataclass(frozen=True, slots=True)
class Case:
    """A draft under check, with the reports it is held against."""

    document: Document
    own: Source  # what the report is: kind, period, locality, as its outline or it itself says
    masked: Masked  # of the document's text
    fixed: npt.NDArray[np.bool_]  # which masked characters are fixed wording
    index: ReuseIndex  # without the draft itself
    similarity: Similarity  # of two clauses
    previous: Document | None = None  # the office's own last report
    length: int | None = None  # characters that the outline asks for
    kept: tuple[Region, ...] = ()  # what the draft has from the last report, in masked characters
    earlier: tuple[Document, ...] = ()  # further reports of the office, of this year and the last
    look: PageLook | None = None  # of a Word draft
    layout: Layout = STANDARD
