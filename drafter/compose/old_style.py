"""How a past report numbers its chapters, sections and points, in the words of an outline's style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from drafter.compose.old_points import OldPoint
from drafter.compose.old_report import OldReport, OldSection
from drafter.compose.outline_style import NONE, OWN_LINE, RUN_IN, USUAL
from drafter.text import numbering

Keys = Mapping[str, str]  # 标题, 要点, 小标题 -> as an outline writes it


def style_of_report(report: OldReport) -> dict[str, str | Keys]:
    """Return what of the report's style is not as usual."""
    review, plan = style_of_part(report.review), style_of_part(report.plan)
    usual = {"标题": str(USUAL.heading), "要点": str(USUAL.points)}
    chapters = _most(_number(number) for number in report.chapter_numbers) or "一、"
    style: dict[str, str | Keys] = {"部分": chapters} if chapters != "一、" else {}
    style |= _beside(review, usual)
    if differs := _beside(plan, {**usual, **review}):
        style["打算"] = differs
    problems = _most(numbering_name(point.number) for point in report.problems if point.number or point.lead)
    if problems not in {"", "一是"}:
        style["问题"] = problems
    if report.livelihood:
        style["民生实事"] = _most(_number(point.number) for point in report.livelihood if point.number) or "1."
    return style


def style_of_part(sections: Sequence[OldSection]) -> dict[str, str]:
    """Return how most sections of a part, and the points in them, are numbered."""
    heading = _most(_number(section.number) for section in sections if section.heading)
    points = Counter(tuple(own.items()) for section in sections if (own := style_of_points(section.points)))
    return ({"标题": heading} if heading else {}) | dict(points.most_common(1)[0][0] if points else ())


def style_of_section(section: OldSection, part: Keys) -> Keys:
    """Return what of a section's style is not that of the part."""
    own = {"标题": _number(section.number)} if section.heading else {}
    return _beside({**own, **style_of_points(section.points)}, part)


def style_of_points(points: Sequence[OldPoint]) -> dict[str, str]:
    """Return how points are numbered and where their leads stand; nothing for a paragraph alone."""
    told = [point for point in points if point.lead or point.number]
    if len(points) < 2 and not told:
        return {}
    number = _most(numbering_name(point.number) for point in told) or RUN_IN
    on_own_line = any(point.on_own_line for point in points)
    if on_own_line == (number in OWN_LINE):
        return {"要点": number}
    return {"要点": number, "小标题": "独行" if on_own_line else "随文"}


def numbering_name(number: str) -> str:
    """Return what an outline calls the number of a point."""
    parsed = numbering.parse(number)
    return parsed.style if parsed else RUN_IN


def _number(number: str) -> str:
    parsed = numbering.parse(number)
    return parsed.style if parsed else NONE


def _most(names: Iterable[str]) -> str:
    found = Counter(names).most_common(1)
    return found[0][0] if found else ""


def _beside(own: Keys, usual: Keys) -> dict[str, str]:
    """Return what is not as usual; with another number goes where its leads stand."""
    differs = {name: value for name, value in own.items() if usual.get(name) != value}
    if "小标题" in usual and "小标题" not in own and "要点" in own and "要点" not in differs:
        differs["要点"] = own["要点"]
    if "要点" in differs and "小标题" in own:
        differs["小标题"] = own["小标题"]
    return differs
