"""What can be put right without touching a word: the repairs that deviations ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.check.layout.deviations import Deviation
from drafter.check.layout.lettering import LATIN_FACES, View, effective_pitch
from drafter.check.layout.roles import Role, roles
from drafter.model import Document, MarkChange, PageLook, Repairs, Restyling
from drafter.page import Layout

_PAGE = frozenset({"paper", "margin"})
_FOOT = frozenset({"page_number", "page_number_place", "page_number_form", "page_number_type"})
_TYPE = frozenset({"face", "latin", "size", "bold", "pitch", "spacing", "indent", "align", "outline", "direct"})
_BY_LIST = frozenset({"numbering", "spaces"})
_MARKS = frozenset({"punctuation", "quotes"})
MENDED = _PAGE | _FOOT | _TYPE | _MARKS
"""The kinds of deviation that are put right; all others are left to the writer."""


def repairs(document: Document, look: PageLook, layout: Layout, found: Sequence[Deviation]) -> Repairs:
    """Return what puts right the deviations that were `found` in a report."""
    kinds = {deviation.kind for deviation in found}
    wrong = {deviation.element for deviation in found if deviation.kind in _TYPE}
    # what Word numbers by itself gets its number from its style or list: it stays
    wrong -= {deviation.element for deviation in found if deviation.kind == "numbering"}
    typed = {deviation.element for deviation in found if deviation.kind == "spaces"}
    unbold = {deviation.element for deviation in found if deviation.kind == "bold"}
    all_roles = list(roles(document, look, layout))
    return Repairs(
        sections=_elements(found, _PAGE),
        numbered=_numbered(look) if kinds & _FOOT else (),
        grid=bool(kinds & {"paper", "margin", "pitch"}),
        line=_usual_line(all_roles, document, look, layout, found),
        latin=_usual_latin(all_roles),
        paragraphs=tuple(
            _restyling(
                role,
                _model(role, all_roles, found),
                typed=role.look.element in typed,
                unbold=role.look.element in unbold,
            )
            for role in all_roles
            if role.look.element in wrong
        ),
        marks=tuple(_mark_changes(look, found)),
    )


def _elements(found: Sequence[Deviation], kinds: frozenset[str]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(deviation.element for deviation in found if deviation.kind in kinds))


def _numbered(look: PageLook) -> tuple[int, ...]:
    """Return all sections, for odd and even feet are switched on for all; none where a foot holds words of its own."""
    if any(foot.other_words for section in look.sections for foot in section.feet):
        return ()
    return tuple(section.element for section in look.sections)


def _model(role: Role, all_roles: Sequence[Role], found: Sequence[Deviation]) -> int | None:
    """Return a paragraph of the same sort whose style gives it the right look."""
    wrong = {deviation.element for deviation in found if deviation.kind in _TYPE or deviation.kind in _BY_LIST}
    alike = (each.look.element for each in all_roles if each.style is role.style)
    return next((element for element in alike if element not in wrong), None)


def _restyling(role: Role, model: int | None, *, typed: bool, unbold: bool) -> Restyling:
    kept = frozenset(each.element for each in role.look.stretches if any(span.covers(each.span) for span in role.free))
    return Restyling(role.look.element, role.style.name, model, typed, kept, unbold)


def _usual_line(
    all_roles: Sequence[Role], document: Document, look: PageLook, layout: Layout, found: Sequence[Deviation]
) -> float:
    """Return the pitch that most body paragraphs have where it is right, 0 where none is."""
    wrong = {deviation.element for deviation in found if deviation.kind == "pitch"}
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
