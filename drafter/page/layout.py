"""A whole layout: the standard one, or the standard with what an office has set for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from drafter.page import standard
from drafter.page.measures import FACES, HOUSE, Face, Length, Rule
from drafter.page.standard import PagePlace
from drafter.page.styles import STYLES, Style

_CASCADING = ("line_pitch", "tightening")  # rules that styles follow


@dataclass(frozen=True, slots=True)
class Layout:
    """Every constant that may be set, and what follows from them."""

    paper_width: Rule[Length] = standard.PAPER_WIDTH
    paper_height: Rule[Length] = standard.PAPER_HEIGHT
    top_margin: Rule[Length] = standard.TOP_MARGIN
    bottom_margin: Rule[Length] = standard.BOTTOM_MARGIN
    left_margin: Rule[Length] = standard.LEFT_MARGIN
    right_margin: Rule[Length] = standard.RIGHT_MARGIN
    line_pitch: Rule[Length] = standard.LINE_PITCH
    tightening: Rule[Length] = standard.TIGHTENING
    page_number_place: Rule[PagePlace] = standard.PAGE_NUMBER_PLACE
    page_number_face: Rule[Face] = standard.PAGE_NUMBER_FACE
    page_number_size: Rule[Length] = standard.PAGE_NUMBER_SIZE
    page_number_drop: Rule[Length] = standard.PAGE_NUMBER_DROP
    page_number_indent: Rule[int] = standard.PAGE_NUMBER_INDENT
    header_distance: Rule[Length] = standard.HEADER_DISTANCE
    table_border: Rule[Length] = standard.TABLE_BORDER
    table_padding_side: Rule[Length] = standard.TABLE_PADDING_SIDE
    table_padding_top: Rule[Length] = standard.TABLE_PADDING_TOP
    unbroken: str = ""  # characters that no line begins with, besides the marks that never do
    styles: Mapping[str, Style] = field(default_factory=lambda: STYLES)

    def rules(self) -> Iterator[tuple[str, Rule[Any]]]:
        """Yield the constants of the page with their English names, without those of the styles."""
        for each in fields(self):
            if each.name not in {"unbroken", "styles"}:
                yield each.name, getattr(self, each.name)

    @property
    def text_width(self) -> Length:
        """Return the width of the 版心."""
        return Length(self.paper_width.value.emu - self.left_margin.value.emu - self.right_margin.value.emu)

    @property
    def text_height(self) -> Length:
        """Return the height of the 版心."""
        return Length(self.paper_height.value.emu - self.top_margin.value.emu - self.bottom_margin.value.emu)

    @property
    def lines_per_page(self) -> int:
        """Return how many lines of body text a page holds."""
        return self.text_height.emu // self.line_pitch.value.emu

    @property
    def chars_per_line(self) -> int:
        """Return how many characters of body text a line holds."""
        return self.text_width.emu // _square(self.styles["body"])

    @property
    def footer_distance(self) -> Length:
        """Return how far the foot stands from the edge: the dashes of the number are at half its height (7.5)."""
        below = self.bottom_margin.value.emu - self.page_number_drop.value.emu - self.page_number_size.value.emu // 2
        return Length(max(0, below))

    @property
    def faces(self) -> tuple[Face, ...]:
        """Return the typefaces in use, each once."""
        used = (*FACES, self.page_number_face.value, *(style.face for style in self.styles.values()))
        return tuple(dict.fromkeys(used))

    def derived(self) -> tuple[tuple[Rule[Any], Any], ...]:
        """Return what the standard says of things that follow from the rest, and what follows here."""
        return (
            (standard.TEXT_WIDTH, self.text_width),
            (standard.TEXT_HEIGHT, self.text_height),
            (standard.LINES_PER_PAGE, self.lines_per_page),
            (standard.CHARS_PER_LINE, self.chars_per_line),
        )


STANDARD = Layout()


def with_house_rules(rules: Mapping[str, Any], styles: Mapping[str, Mapping[str, Any]]) -> Layout:
    """Return the standard layout with the office's own values: rules by name, attributes of styles by their names."""
    ours = {
        name: replace(getattr(STANDARD, name), value=value, strength="单位", source=HOUSE)
        for name, value in rules.items()
    }
    layout = replace(STANDARD, **ours)
    follow = {name: getattr(layout, name).value for name in _CASCADING if name in rules}
    styled = {name: _styled(style, follow, styles.get(name, {})) for name, style in STYLES.items()}
    fits = {name: fitted(style, layout) for name, style in styled.items()}
    return replace(layout, styles=fits)


def _styled(style: Style, follow: Mapping[str, Length], own: Mapping[str, Any]) -> Style:
    """Return a style that follows the page's rules, with what the office has set for it."""
    if "tightening" in follow and style.tightening == standard.TIGHTENING.value:
        style = replace(style, tightening=follow["tightening"])
    if "line_pitch" in follow and style.before == standard.LINE_PITCH.value:
        style = replace(style, before=follow["line_pitch"])
    return replace(style, **own, house=frozenset(own))


def fitted(style: Style, layout: Layout) -> Style:
    """Return a style whose longest line keeps its share of the text width."""
    standard_style = STYLES[style.name]
    before = standard.TEXT_WIDTH.value.emu / _square(standard_style)
    after = layout.text_width.emu / _square(style)
    return replace(style, max_chars=int(standard_style.max_chars * after / before + 1e-9))


def _square(style: Style) -> int:
    """Return the width of a character of a style, with what is added to it, in EMU."""
    return style.size.emu + style.tightening.emu
