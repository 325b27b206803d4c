"""Clean raw text for everything that follows, and keep the way back to it."""

from __future__ import annotations

from drafter.model import NormText, OffsetMap
from drafter.text.changes import Step, apply, identity
from drafter.text.characters import (
    drop_invisible,
    drop_notes,
    drop_paywalls,
    drop_readings,
    spell_numbers,
    unify_line_ends,
    unify_widths,
)
from drafter.text.debris import drop_adverts, drop_chrome, drop_contents, drop_page_numbers, trim
from drafter.text.linebreaks import join_broken_lines
from drafter.text.punctuation import (
    close_gaps,
    part_heading_halves,
    single_marks,
    widen_brackets,
    widen_marks,
    widen_quotes,
)
from drafter.text.script import simplify

STEPS: tuple[tuple[str, Step], ...] = (
    ("line ends", unify_line_ends),
    ("invisible characters", drop_invisible),
    ("widths", unify_widths),
    ("one-character numbers", spell_numbers),
    ("paywall marks", drop_paywalls),
    ("readings", drop_readings),
    ("simplified characters", simplify),
    ("blank lines", trim),
    ("contents", drop_contents),
    ("page numbers", drop_page_numbers),
    ("web chrome", drop_chrome),
    ("adverts", drop_adverts),
    ("blank lines left", trim),
    ("footnote marks", drop_notes),
    ("heading halves", part_heading_halves),
    ("gaps", close_gaps),
    ("brackets", widen_brackets),
    ("quotes", widen_quotes),
    ("marks", widen_marks),
    ("doubled marks", single_marks),
)
WRAPPED_STEPS: tuple[tuple[str, Step], ...] = (*STEPS, ("broken lines", join_broken_lines))


def normalize(raw: str, *, wrapped: bool = True) -> tuple[NormText, OffsetMap]:
    r"""Return the cleaned text, one paragraph a line with single \n between, and its map back to `raw`.

    Not `wrapped` says that every line is known to be a whole paragraph, so that none is joined to the next.
    The steps run until none finds anything to change, so that cleaning twice is cleaning once. They come to an end:
    a change shortens the text or puts a character that no step changes.
    """
    text, offsets = raw, identity(len(raw))
    before = None
    while text != before:
        before = text
        for _, step in WRAPPED_STEPS if wrapped else STEPS:
            text, offsets = apply(text, offsets, step(text))
    return NormText(text), offsets
