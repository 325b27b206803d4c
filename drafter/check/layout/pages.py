"""Pages: paper, margins, and the page number at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from drafter.check.layout.deviations import Deviation, Kind
from drafter.model import FootLook, PageLook, SectionLook
from drafter.page import Layout, Rule, pt, size_name

PAPER_SLACK = 1.0  # mm
MARGIN_SLACK = 1.05  # mm: the standard leaves one, twips take some of it
SIZE_SLACK = 0.25  # points
_FORM = re.compile(r"[—–―─－]+\s*#\s*[—–―─－]+")
_PLACES = {"left": "居左", "right": "居右", "center": "居中", "outside": "外侧", "inside": "内侧"}
_OUTER = {("right", "left"), ("outside", "outside")}  # on odd and on even pages


def deviations(look: PageLook, layout: Layout) -> Iterator[Deviation]:
    """Yield how the pages deviate, section by section; a section on its side, for a wide table, is left alone."""
    upright = [each for each in look.sections if each.width <= each.height]
    for section in upright or look.sections:
        yield from _paper(section, layout)
        yield from _margins(section, layout)
        yield from _number(section, layout, even_feet=look.even_feet)


def _of(section: SectionLook, rule: Rule[Any], kind: Kind, *, what: str, found: str, expected: str) -> Deviation:
    return Deviation(kind, what, found, expected, rule.strength, rule.source, element=section.element)


def _paper(section: SectionLook, layout: Layout) -> Iterator[Deviation]:
    width, height = layout.paper_width, layout.paper_height
    wrong = max(abs(section.width - width.value.mm), abs(section.height - height.value.mm))
    if wrong > PAPER_SLACK:
        found = f"{section.width:.0f}×{section.height:.0f} 毫米" if section.width else "默认大小"
        name = "A4（" if not width.is_house and not height.is_house else "（"
        expected = f"{name}{width.value.mm:g}×{height.value.mm:g} 毫米）"
        yield _of(section, width, "paper", what="纸张", found=found, expected=expected)


def _margins(section: SectionLook, layout: Layout) -> Iterator[Deviation]:
    rules = (layout.top_margin, layout.bottom_margin, layout.left_margin, layout.right_margin)
    for rule, found in zip(rules, (section.top, section.bottom, section.left, section.right), strict=True):
        if abs(found - rule.value.mm) > MARGIN_SLACK:
            yield _of(
                section, rule, "margin", what=rule.name, found=f"{found:.1f} 毫米", expected=f"{rule.value.mm:g} 毫米"
            )


# --- the page number ------------------------------------------------------------------------------------------------


def _number(section: SectionLook, layout: Layout, *, even_feet: bool) -> Iterator[Deviation]:
    feet = {foot.kind: foot for foot in section.feet}
    odd, even = feet.get("default"), feet.get("even")
    place = layout.page_number_place
    expected = "单页居右、双页居左" if place.value == "外侧" else "居中"
    if odd is None or not odd.has_number:
        yield _of(section, place, "page_number", what="", found="没有页码", expected=f"在页脚插入页码，{expected}")
        return
    if even_feet and (even is None or not even.has_number):
        yield _of(section, place, "page_number", what="", found="双页没有页码", expected=f"在页脚插入页码，{expected}")
        return
    on_even = even if even_feet and even else odd
    if not _is_placed((odd.place, on_even.place), place.value):
        found = "、".join(dict.fromkeys(_PLACES.get(each, each) for each in (odd.place, on_even.place)))
        found = found if odd.place != on_even.place or not odd.place.endswith("t") else f"单双页都{found}"
        yield _of(section, place, "page_number_place", what="页码的位置", found=found, expected=expected)
    for foot in dict.fromkeys((odd, on_even)):
        yield from _type(section, foot, layout)


def _is_placed(places: tuple[str, str], wanted: str) -> bool:
    return places in _OUTER if wanted == "外侧" else places == ("center", "center")


def _type(section: SectionLook, foot: FootLook, layout: Layout) -> Iterator[Deviation]:
    size, face = layout.page_number_size, layout.page_number_face
    if not _FORM.fullmatch(foot.text):
        found = f"“{foot.text.replace('#', '1')}”"
        yield _of(
            section, layout.page_number_drop, "page_number_form", what="页码的写法", found=found, expected="“— 1 —”"
        )
    if abs(foot.size - size.value.pt) > SIZE_SLACK:
        found, expected = size_name(pt(foot.size)), size_name(size.value)
        yield _of(section, size, "page_number_type", what="页码的字号", found=found, expected=expected)
    if not face.value.is_met_by(foot.face):
        yield _of(
            section,
            face,
            "page_number_type",
            what="页码的字体",
            found=foot.face or "默认字体",
            expected=face.value.name,
        )
