"""How the paragraphs and characters of a Word file look: defaults, styles and their own formatting, resolved.

From the weakest to the strongest (ECMA-376, 17.7.2): the defaults of the file, the paragraph's style and those that it
is based on, the style of characters, what paragraph or run set themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.ingest.word_fonts import Theme, faces
from drafter.ingest.word_xml import Element, is_on, value, w
from drafter.model import LineRule

_NO_SIZE = 10.0  # points; what Word takes when nothing says a size
_LINE = 240.0  # twentieths of a point to a line, where a spacing counts lines
_POINT = 20.0  # twips
_LINE_RULES: dict[str, LineRule] = {"exact": "exact", "atLeast": "atLeast"}
_BLACK = {"", "auto", "000000"}
_ALIGNS = {"start": "left", "end": "right"}

Layers = tuple[Element, ...]
"""Properties, from the strongest to the weakest."""


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How characters look; sizes in points."""

    face: str
    latin: str
    size: float
    advance: float  # from one Chinese character to the next
    bold: bool
    dress: frozenset[str]  # italic, underline, colour


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph looks; see ParagraphLook."""

    align: str
    first_line: float
    left: float
    right: float
    line: float
    line_rule: LineRule
    on_grid: bool
    around: float
    level: int


@dataclass(frozen=True, slots=True)
class Formats:
    """The styles of a Word file, with its defaults."""

    styles: dict[str, Element]
    defaults: Element | None
    usual: str  # id of the style of paragraphs that name none
    theme: Theme
    _chains: dict[str, Layers] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None, theme: Theme) -> Formats:
        """Read the styles of a Word file, None when it has none."""
        styles = {each.get(w("styleId"), ""): each for each in root.findall(w("style"))} if root is not None else {}
        usual = (key for key, each in styles.items() if each.get(w("type")) == "paragraph" and _is_default(each))
        return cls(styles, root.find(w("docDefaults")) if root is not None else None, next(usual, ""), theme)

    def paragraph(self, paragraph: Element, size: float) -> tuple[ParagraphFormat, frozenset[str]]:
        """Return how a paragraph looks, and which of pitch, indent and align it sets otherwise than its style.

        `size`, in points, is that of its characters, by which indents are counted.
        """
        chain = self._chain(value(paragraph.find(w("pPr")), "pStyle") or self.usual)
        base = (*_properties(chain, "pPr"), *self._default("pPr"))
        styled = _paragraph_format(base, size)
        own = paragraph.find(w("pPr"))
        if own is None:
            return styled, frozenset()
        whole = _paragraph_format((own, *base), size)
        differs = {
            "pitch": (whole.line, whole.line_rule) != (styled.line, styled.line_rule),
            "indent": _indents(whole) != _indents(styled),
            "align": whole.align != styled.align,
        }
        return whole, frozenset(name for name, differ in differs.items() if differ)

    def run(self, paragraph: Element, run: Element | None) -> tuple[RunFormat, frozenset[str]]:
        """Return how a run looks, and which of face, size, spacing and bold it sets otherwise than its styles.

        None stands for a run of the paragraph without formatting of its own.
        """
        own = run.find(w("rPr")) if run is not None else None
        chain = self._chain(value(paragraph.find(w("pPr")), "pStyle") or self.usual)
        letters = self._chain(value(own, "rStyle"))
        styled = self._run_format((), letters, chain)
        if own is None:
            return styled, frozenset()
        whole = self._run_format((own,), letters, chain)
        differs = {
            "face": whole.face != styled.face,
            "size": whole.size != styled.size,
            "spacing": whole.advance - whole.size != styled.advance - styled.size,
            "bold": whole.bold != styled.bold,
        }
        return whole, frozenset(name for name, differ in differs.items() if differ)

    def _run_format(self, own: Layers, letters: Layers, chain: Layers) -> RunFormat:
        by_letters, by_paragraph, defaults = (
            _properties(letters, "rPr"),
            _properties(chain, "rPr"),
            self._default("rPr"),
        )
        layers = (*own, *by_letters, *by_paragraph, *defaults)
        face, latin = faces(layers, self.theme)
        bold = _switch(own)
        if bold is None:  # set by styles of both sorts it is switched twice (17.7.3)
            bold = (_switch(by_letters) or False) != (_switch(by_paragraph) or False) or bool(_switch(defaults))
        size = _number(_first(layers, "sz", "val"), 2) or _NO_SIZE
        return RunFormat(face, latin, size, _advance(layers, size), bold, _dress(layers))

    def _default(self, name: str) -> Layers:
        found = self.defaults.find(f"{w(f'{name}Default')}/{w(name)}") if self.defaults is not None else None
        return () if found is None else (found,)

    def _chain(self, style: str) -> Layers:
        """Return a style and those that it is based on."""
        if style not in self._chains:
            self._chains[style] = tuple(self._ancestry(style))
        return self._chains[style]

    def _ancestry(self, style: str) -> Iterator[Element]:
        seen = set[str]()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = value(self.styles[style], "basedOn")


def _is_default(style: Element) -> bool:
    return style.get(w("default")) in {"1", "true", "on"}


def _properties(chain: Layers, name: str) -> Layers:
    return tuple(found for style in chain if (found := style.find(w(name))) is not None)


def _first(layers: Sequence[Element], name: str, *attributes: str) -> str:
    """Return an attribute of the first layer whose element of that name has it; of several the first."""
    for layer in layers:
        found = layer.find(w(name))
        for attribute in attributes if found is not None else ():
            if (text := found.get(w(attribute))) is not None:
                return str(text)
    return ""


def _advance(layers: Sequence[Element], size: float) -> float:
    """Return the width of a Chinese character: its size, scaled, and what is added to it."""
    scale = _number(_first(layers, "w", "val").removesuffix("%"), 100) or 1.0
    return size * scale + _number(_first(layers, "spacing", "val"), _POINT)


def _dress(layers: Sequence[Element]) -> frozenset[str]:
    """Return what sets characters off besides their weight."""
    worn = {
        "italic": bool(_switch(layers, "i")),
        "underline": _first(layers, "u", "val") not in {"", "none"},
        "colour": _first(layers, "color", "val").lower() not in _BLACK,
    }
    return frozenset(name for name, is_worn in worn.items() if is_worn)


def _indents(look: ParagraphFormat) -> tuple[float, float, float]:
    return look.first_line, look.left, look.right


def _switch(layers: Sequence[Element], name: str = "b") -> bool | None:
    """Return whether the first layer that speaks of it makes characters bold (or italic)."""
    return next((is_on(layer, name) for layer in layers if layer.find(w(name)) is not None), None)


def _number(text: str, divisor: float = 1.0) -> float:
    try:
        return float(text) / divisor
    except ValueError:
        return 0.0


def _paragraph_format(layers: Sequence[Element], size: float) -> ParagraphFormat:
    rule = _LINE_RULES.get(_first(layers, "spacing", "lineRule"), "auto")
    line = _number(_first(layers, "spacing", "line")) or _LINE
    grid = next((is_on(layer, "snapToGrid") for layer in layers if layer.find(w("snapToGrid")) is not None), True)
    align = _first(layers, "jc", "val") or "left"
    level = _first(layers, "outlineLvl", "val")
    return ParagraphFormat(
        align=_ALIGNS.get(align, align),
        first_line=_first_line(layers, size),
        left=_indent(layers, size, "leftChars", "startChars", "left", "start"),
        right=_indent(layers, size, "rightChars", "endChars", "right", "end"),
        line=line / (_LINE if rule == "auto" else _POINT),
        line_rule=rule,
        on_grid=grid,
        around=sum(_number(_first(layers, "spacing", side), _POINT) for side in ("before", "after")),
        level=int(level) + 1 if level.isdecimal() and int(level) < 9 else 0,
    )


def _first_line(layers: Sequence[Element], size: float) -> float:
    """Return how far the first line is set in; a hanging indent of a stronger layer takes its place."""
    for layer in layers:
        element = layer.find(w("ind"))
        if element is None:
            continue
        for sign, name in ((-1, "hanging"), (1, "firstLine")):
            named = (element.get(w(f"{name}Chars")), element.get(w(name)))
            if any(named) if sign > 0 else any(_number(each or "") for each in named):
                # a count of characters that is nought hands over to the length; one of a weaker layer still counts
                return sign * _indent(layers, size, f"{name}Chars", name)
    return 0.0


def _indent(layers: Sequence[Element], size: float, *names: str) -> float:
    """Return an indent in characters; counted in characters it outweighs a length (17.3.1.12)."""
    chars = [name for name in names if name.endswith("Chars")]
    counted = _number(_first(layers, "ind", *chars), 100)
    length = _number(_first(layers, "ind", *(name for name in names if name not in chars)), _POINT)
    return counted or length / size
