"""Type and paragraphs: face, size and weight of the characters, pitch, indents, alignment, styles."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.check.layout.deviations import Deviation, Kind
from drafter.check.layout.roles import Role
from drafter.model import PageLook, ParagraphLook, Span, StretchLook
from drafter.page import Layout, Strength, pt, size_name
from drafter.page.standard import CHARS_PER_LINE, LINES_PER_PAGE
from drafter.text import numbering
from drafter.text.characters import HAN

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z0-9]")
_TYPED_INDENT = re.compile(r"[\u3000\u2003]|\s{2}")
LATIN_FACES = ("times new roman",)
"""Faces of letters and figures that are as good as that of the text: many offices keep figures in it."""
SIZE_SLACK = 0.25  # points: less than Word's step of half a point
INDENT_SLACK = 0.2  # characters: 1.1 cm for two characters of 三号 is 1.95
PITCH_SLACK = 0.3  # points
HEIGHT_SLACK = 0.6  # points by which the lines of a page may overrun: 22 of 29 points are what many offices set
AROUND_SLACK = 0.5  # points
CHARS_SLACK = 0.6  # characters to the line: plain 三号 sets 27.6, which offices take for 28
ROUNDING = 0.02  # characters
NATURAL = 1.3  # line heights of Chinese type to its size, as Word sets single lines
_ALIGNS = {"left": "居左", "center": "居中", "right": "居右", "both": "两端对齐", "distribute": "分散对齐"}
_FITTING = {"both": {"both", "left"}, "left": {"both", "left"}, "center": {"center"}}
_DRESSES = {"italic": "斜体字", "underline": "下划线", "colour": "彩色字"}
_WRITTEN: Mapping[str, str] = {"一、": ".．，", "（一）": "、.．", "1.": "、", "（1）": "、.．"}
"""What may not stand at the end of a number."""
_DECISIVE = {"face", "size", "bold", "pitch", "indent", "align", "outline", "spaces"}


@dataclass(frozen=True, slots=True)
class View:
    """A paragraph under the eyes of the rules."""

    role: Role
    raw: str
    page: PageLook
    layout: Layout

    @property
    def look(self) -> ParagraphLook:
        """Return how the paragraph looks."""
        return self.role.look

    def deviation(
        self, kind: Kind, noun: str, found: str, expected: str, *, by: str = "", strength: Strength | None = None,
        source: str = "", stretches: Sequence[StretchLook] = (),
    ) -> Deviation:  # fmt: skip
        """Return a deviation; `by` names the attribute of the style that asks for it."""
        style = self.role.style
        span = self.text_span()
        if stretches:  # without the spaces that may begin or end them
            first, last = stretches[0].span, stretches[-1].span
            span = Span(max(first.start, span.start), min(last.end, span.end))
        house = by in style.house
        return Deviation(
            kind,
            f"{style.label}的{noun}" if noun else "",
            found,
            expected,
            strength or style.strength_of(by),
            "drafter.toml" if house else source or style.source,
            span,
            self.look.element,
        )

    def text_span(self) -> Span:
        """Return where the paragraph's words stand, without white space around them."""
        text = self.look.span.of(self.raw)
        start = self.look.span.start + len(text) - len(text.lstrip())
        return Span(start, start + len(text.strip()))

    def stretches(self, pattern: re.Pattern[str], *, free: bool = False) -> list[StretchLook]:
        """Return the stretches that hold such characters; those of free choice only when asked for."""
        return [
            each
            for each in self.look.stretches
            if pattern.search(each.span.of(self.raw))
            and (free or not any(span.covers(each.span) for span in self.role.free))
        ]


def deviations(view: View) -> list[Deviation]:
    """Return how a paragraph deviates."""
    found = [deviation for rule in _RULES for deviation in rule(view)]
    if not any(each.kind in _DECISIVE for each in found):
        found += _direct(view)
    return found


def _face(view: View) -> Iterator[Deviation]:
    style = view.role.style
    if not style.binds("face"):
        return
    wrong = [each for each in view.stretches(_HAN) if not style.face.is_met_by(each.face)]
    for name in dict.fromkeys(each.face for each in wrong):
        where = [each for each in wrong if each.face == name]
        yield view.deviation("face", "字体", name or "默认字体", style.face.name, by="face", stretches=where)


def _latin(view: View) -> Iterator[Deviation]:
    style = view.role.style
    wrong = [each for each in view.stretches(_LATIN) if not _is_good_latin(each, view)]
    for name in dict.fromkeys(each.latin for each in wrong):
        where = [each for each in wrong if each.latin == name]
        expected = f"{style.face.name}或 Times New Roman"
        yield view.deviation("latin", "数字、字母字体", name, expected, strength="实务", stretches=where)


def _is_good_latin(stretch: StretchLook, view: View) -> bool:
    """Tell whether letters and figures stand in the face of the text, or in one that is as good."""
    name = stretch.latin
    return not name or name.casefold() in LATIN_FACES or name == stretch.face or view.role.style.face.is_met_by(name)


def _size(view: View) -> Iterator[Deviation]:
    style = view.role.style
    if not style.binds("size"):
        return
    wrong = [each for each in view.stretches(re.compile(r"\S"), free=True) if _differ(each.size, style.size.pt)]
    for size in dict.fromkeys(each.size for each in wrong):
        where = [each for each in wrong if each.size == size]
        yield view.deviation("size", "字号", size_name(pt(size)), size_name(style.size), by="size", stretches=where)


def _differ(size: float, wanted: float) -> bool:
    return abs(size - wanted) > SIZE_SLACK


def _bold(view: View) -> Iterator[Deviation]:
    """Bold type as a whole: words picked out in a paragraph are the writer's."""
    style = view.role.style
    stretches = view.stretches(_HAN)
    if not style.binds("bold") or not stretches:
        return
    if style.bold and not all(each.bold for each in stretches):
        yield view.deviation("bold", "字形", "不加粗", "加粗", by="bold")
    elif not style.bold and all(each.bold for each in stretches):
        yield view.deviation("bold", "字形", "加粗", "不加粗", by="bold")


def _pitch(view: View) -> Iterator[Deviation]:
    style, layout = view.role.style, view.layout
    if not style.on_grid or style.pitch is not None:
        return
    pitch, wanted = effective_pitch(view), layout.line_pitch.value.pt
    lines = int((layout.text_height.pt + HEIGHT_SLACK) / pitch)
    found = f"{_spacing(view.look)}（每面 {lines} 行）"
    if layout.line_pitch.is_house:
        if abs(pitch - wanted) > PITCH_SLACK:
            source = layout.line_pitch.source
            yield view.deviation("pitch", "行距", found, f"{wanted:g} 磅", strength="单位", source=source)
    elif lines != layout.lines_per_page:
        expected = f"每面 {layout.lines_per_page} 行（固定值 {wanted:g} 磅）"
        yield view.deviation("pitch", "行距", found, expected, strength="一般", source=LINES_PER_PAGE.source)


def effective_pitch(view: View) -> float:
    """Return how far the lines of a paragraph stand apart, in points, the page's grid counted in."""
    look = view.look
    if look.line_rule == "exact":
        return max(look.line, 1.0)
    size = max((each.size for each in look.stretches), default=view.role.style.size.pt)
    section = view.page.section_of(look.element)
    natural, grid = size * NATURAL, section.grid if section else 0.0
    if grid and look.on_grid:
        natural = math.ceil(natural / grid) * grid
    return max(look.line, natural) if look.line_rule == "atLeast" else natural * max(look.line, 0.1)


def _spacing(look: ParagraphLook) -> str:
    names = {"exact": f"固定值 {look.line:g} 磅", "atLeast": f"最小值 {look.line:g} 磅"}
    return names.get(look.line_rule) or ("单倍行距" if look.line == 1 else f"{look.line:.3g} 倍行距")


def _chars(view: View) -> Iterator[Deviation]:
    """Yield that characters of body text stand closer or wider than lines of 28 ask for, on a page of the right width.

    Margins and sizes that are wrong are told as such, and do not count here.
    """
    style, section = view.role.style, view.page.section_of(view.look.element)
    stretches = view.stretches(_HAN)
    if style.name != "body" or not stretches:
        return
    added = Counter[float]()
    for each in stretches:
        added[each.advance - each.size] += len(each.span)
    advance = style.size.pt + added.most_common(1)[0][0]
    advance += section.spread if section and view.look.on_grid else 0.0
    held, wanted = view.layout.text_width.pt / max(advance, 1.0), view.layout.chars_per_line
    usual = view.layout.text_width.pt / (style.size.pt + style.tightening.pt)
    if int(held + ROUNDING) != wanted and abs(held - usual) > CHARS_SLACK:
        source = CHARS_PER_LINE.source
        yield view.deviation("chars", "每行字数", f"{int(held)} 字", f"{wanted} 字", strength="一般", source=source)


def _around(view: View) -> Iterator[Deviation]:
    style = view.role.style
    if style.indent and view.look.around > AROUND_SLACK:
        source = LINES_PER_PAGE.source
        yield view.deviation(
            "spacing", "段前段后", f"共空 {view.look.around:g} 磅", "不空", strength="一般", source=source
        )


def _indent(view: View) -> Iterator[Deviation]:
    look, style = view.look, view.role.style
    if look.automatic or not style.binds("indent"):
        return
    text = look.span.of(view.raw)
    typed = _TYPED_INDENT.match(text)
    if typed and style.indent and abs(look.first_line) < INDENT_SLACK:
        found = f"{style.label}的首行是用空格空出来的"
        yield view.deviation("spaces", "", found, f"设首行缩进 {style.indent} 字", strength="实务")
    elif abs(look.first_line - style.indent) > INDENT_SLACK:
        yield view.deviation("indent", "首行缩进", _in_chars(look.first_line), _in_chars(style.indent), by="indent")
    for noun, indent in (("左缩进", look.left), ("右缩进", look.right)):
        if abs(indent) > INDENT_SLACK:
            yield view.deviation("indent", noun, f"{indent:.2g} 字", "0 字", by="indent")


def _in_chars(count: float) -> str:
    return f"{count:.2g} 字" if count >= 0 else f"悬挂 {-count:.2g} 字"


def _align(view: View) -> Iterator[Deviation]:
    look, style = view.look, view.role.style
    if style.binds("align") and look.align not in _FITTING[style.align]:
        yield view.deviation("align", "对齐", _ALIGNS.get(look.align, look.align), _ALIGNS[style.align], by="align")


def _outline(view: View) -> Iterator[Deviation]:
    if view.role.is_heading and not view.look.level:
        found = f"{view.role.style.label}没有用标题样式，导航和目录里看不到"
        yield view.deviation("outline", "", found, f"设大纲级别 {view.role.style.level} 级", strength="实务")


def _numbering(view: View) -> Iterator[Deviation]:
    if view.look.automatic:
        found = f"{view.role.style.label}的编号是 Word 自动生成的"
        yield view.deviation("numbering", "", found, "直接打成文字，复制、转格式时才不会丢", strength="实务")


def _number_form(view: View) -> Iterator[Deviation]:
    """Yield a number that is not written as 7.3.3 has it: （一）、 1、 一."""
    text = view.text_span().of(view.raw)
    number = None if view.look.automatic else numbering.parse(text)
    if number and number.style in _WRITTEN and number.text[-1] in _WRITTEN[number.style]:
        usual = numbering.format(number.style, number.value)
        yield view.deviation("number_form", "序号", number.text, usual, strength="一般", source="7.3.3")


def _dress(view: View) -> Iterator[Deviation]:
    worn = [each for each in view.stretches(_HAN, free=True) if each.dress]
    for sort in sorted({sort for each in worn for sort in each.dress}):
        found = f"{view.role.style.label}有{_DRESSES[sort]}"
        where = [each for each in worn if sort in each.dress]
        yield view.deviation("dress", "", found, "用同样的黑色正体字", strength="实务", stretches=where)


_RULES: tuple[Callable[[View], Iterator[Deviation]], ...] = (
    _face,
    _latin,
    _size,
    _bold,
    _pitch,
    _chars,
    _around,
    _indent,
    _align,
    _outline,
    _numbering,
    _number_form,
    _dress,
)


def _direct(view: View) -> Iterator[Deviation]:
    """Yield that a paragraph looks right, but only by its own formatting and not by its style."""
    own = set(view.look.own)
    for each in view.stretches(_HAN):
        own |= each.own & {"face", "size"}
    if own:
        found = f"{view.role.style.label}的格式是逐段设的"
        yield view.deviation("direct", "", found, "由样式给出，以后改起来才省事", strength="实务")
