"""What can be put right without touching a word: the repairs that deviations ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from drafter.check.layout.deviations import Deviation
from drafter.check.layout.lettering import LATIN_FACES, View, effective_pitch
from drafter.check.layout.roles import Role, roles
from drafter.model import Document, MarkChange, PageLook, Repairs, Restyling, TableRepair
from drafter.page import Layout

_PAGE = frozenset({"paper", "margin"})
_FOOT = frozenset({"page_number", "page_number_place", "page_number_form", "page_number_type"})
_TYPE = frozenset(
    {"face", "latin", "size", "bold", "pitch", "spacing", "indent", "align", "outline", "direct", "chars"}
)
_TABLE = frozenset({"table_width", "table_header", "table_row", "table_clip"})
_MARKS = frozenset({"punctuation", "quotes"})
MENDED = _PAGE | _FOOT | _TYPE | _TABLE | _MARKS
"""The kinds of deviation that are put right; all others are left to the writer."""


def repairs(document: Document, look: PageLook, layout: Layout, found: Sequence[Deviation]) -> Repairs:
    """Return what puts right the deviations that were `found` in a report."""
    kinds = {deviation.kind for deviation in found}
    regridded = "chars" in kinds and any(section.spread for section in look.sections)
    all_roles = list(roles(document, look, layout))
    return Repairs(
        sections=_elements(found, _PAGE),
        numbered=_numbered(look) if kinds & _FOOT else (),
        grid=bool(kinds & {"pitch", "chars"}),
        spread=regridded,
        line=_usual_line(all_roles, document, look, layout, found),
        latin=_usual_latin(all_roles),
        paragraphs=tuple(_restylings(all_roles, found, regridded=regridded)),
        tables=tuple(_tables(look, found)),
        unclipped=tuple(set(_elements(found, {"table_clip"})) - {table.element for table in look.tables}),
        marks=tuple(_mark_changes(look, found)),
    )


def _tables(look: PageLook, found: Sequence[Deviation]) -> Iterator[TableRepair]:
    """Yield the tables that deviate, each with what is to be done."""
    wrong = {kind: set(_elements(found, {kind})) for kind in _TABLE}
    for element in (table.element for table in look.tables):
        kinds = {kind for kind, elements in wrong.items() if element in elements}
        if kinds:
            yield TableRepair(
                element,
                fitted="table_width" in kinds,
                headed="table_header" in kinds,
                whole="table_row" in kinds,
                growing="table_clip" in kinds,
            )


def _elements(found: Sequence[Deviation], kinds: Set[str]) -> tuple[int, ...]:
    """Return the elements that deviate in one of these kinds, each once."""
    return tuple(dict.fromkeys(deviation.element for deviation in found if deviation.kind in kinds))


def _numbered(look: PageLook) -> tuple[int, ...]:
    """Return all sections, for odd and even feet are switched on for all; none where a foot holds words of its own."""
    if any(foot.other_words for section in look.sections for foot in section.feet):
        return ()
    return tuple(section.element for section in look.sections)


def _restylings(all_roles: Sequence[Role], found: Sequence[Deviation], *, regridded: bool) -> Iterator[Restyling]:
    """Yield the paragraphs that take a style: that of one of their sort which looks right, or the layout's own.

    `regridded`: a grid of characters goes, so that no body text can be known to look right without it.
    """
    by_word = set(_elements(found, {"numbering"}))  # their number comes from their style or list: it stays
    typed, bold = (set(_elements(found, {kind})) for kind in ("spaces", "bold"))
    wrong = set(_elements(found, _TYPE))
    wrong |= {role.look.element for role in all_roles if regridded and role.style.name == "body"}
    right = [role for role in all_roles if role.look.element not in wrong | by_word | typed and not _is_spaced(role)]
    models = {role.style.name: role.look.element for role in reversed(right)}
    for role in all_roles:
        element, name = role.look.element, role.style.name
        if element in wrong - by_word:
            free = (each for each in role.look.stretches if any(span.covers(each.span) for span in role.free))
            kept = frozenset(each.element for each in free)
            yield Restyling(element, name, models.get(name), element in typed, kept, element in bold)


def _is_spaced(role: Role) -> bool:
    """Tell whether a paragraph sets its characters closer or wider than its style does: no model for others."""
    return any("spacing" in stretch.own for stretch in role.look.stretches)


def _usual_line(
    all_roles: Sequence[Role], document: Document, look: PageLook, layout: Layout, found: Sequence[Deviation]
) -> float:
    """Return the pitch that most body paragraphs have where it is right, 0 where none is."""
    wrong = set(_elements(found, {"pitch"}))
    lines = Counter(
        round(effective_pitch(View(role, document.raw, look, layout)), 2)
        for role in all_roles
        if role.style.name == "body" and role.look.element not in wrong
    )
    return lines.most_common(1)[0][0] if lines else 0.0


def _usual_latin(all_roles: Sequence[Role]) -> str:
    """Return the face of letters and figures that most of the text has, "" unless it is one that offices keep."""
    counts = Counter(each.latin for role in all_roles for each in role.look.stretches for _ in range(len(each.span)))
    usual = counts.most_common(1)[0][0] if counts else ""
    return usual if usual.casefold() in LATIN_FACES else ""


def _mark_changes(look: PageLook, found: Sequence[Deviation]) -> Iterator[MarkChange]:
    """Yield the changes of marks, each within what one element prints."""
    stretches = {each.element: each.stretches for each in look.paragraphs}
    for deviation in found:
        if deviation.kind not in _MARKS or deviation.replacement is None:
            continue
        for at, new in zip(range(deviation.span.start, deviation.span.end), deviation.replacement, strict=True):
            for each in stretches.get(deviation.element, ()):
                if each.span.start <= at < each.span.end:
                    yield MarkChange(each.element, at - each.span.start, new)
