"""The layout's styles in somebody else's Word file, under names that no style of theirs has: 公文正文 …"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from drafter.page import NONE, Layout, Style, pt
from drafter.render import word_order
from drafter.render.word_parts import Parts
from drafter.render.word_styles import footer_style, paragraph_style
from drafter.render.word_xml import Element, element, flag, value

_PREFIX = "公文"
_ID_PREFIX = "drafter_"


@dataclass(slots=True)
class Sheet:
    """The style sheet of a file under change."""

    parts: Parts
    layout: Layout
    line: float  # points from line to line, 0 for the layout's own
    latin: str  # face of letters and figures, "" for that of the text
    tight: bool  # whether characters are to be set closer, so that 28 fill the line
    _added: dict[str, str] = field(default_factory=dict)

    def style(self, name: str) -> str:
        """Return the id of a style of the layout, added to the file when it is first asked for."""
        if name not in self._added:
            ours = self.layout.styles[name]
            style = replace(
                ours,
                name=f"{_ID_PREFIX}{ours.name}",
                word_name=f"{_PREFIX}{ours.label}",
                tightening=ours.tightening if self.tight else NONE,
                pitch=ours.pitch or (pt(self.line) if self.line else self.layout.line_pitch.value),
            )
            self._added[name] = self._add(self._built(style))
        return self._added[name]

    def adopt(self, style: Element) -> str:
        """Return the id of the file's style of the same name as `style`, which is added where there is none."""
        name = value(style, "name").lower()
        for each in self._root().findall(qn("w:style")):
            if value(each, "name").lower() == name:
                return str(each.get(qn("w:styleId")))
        if (properties := style.find(qn("w:pPr"))) is not None:
            _reset(properties)
        return self._add(style)

    def page_number(self) -> str:
        """Return the id of the page number's style, added to the file when it is first asked for."""
        if "footer" not in self._added:
            built = footer_style(self.layout)
            built.set(qn("w:styleId"), "DrafterPageNumber")
            built.set(qn("w:customStyle"), "1")
            built.find(qn("w:name")).set(qn("w:val"), f"{_PREFIX}页码")
            self._added["footer"] = self._add(built)
        return self._added["footer"]

    def usual(self) -> str:
        """Return the id of the style of paragraphs that name none."""
        styles = self._root().findall(qn("w:style"))
        ids = (each.get(qn("w:styleId")) for each in styles if each.get(qn("w:default")) in {"1", "true", "on"}
               and each.get(qn("w:type")) == "paragraph")  # fmt: skip
        return next(ids, "") or ""

    def settings(self) -> Element:
        """Return the settings of the file, new ones where it has none."""
        name = self.parts.related(self.parts.main, RT.SETTINGS)
        if not name or name not in self.parts.names():
            name = self.parts.free_name("word/settings{}.xml")
            self.parts.add(name, element("settings"), CT.WML_SETTINGS, RT.SETTINGS)
        return self.parts.part(name)

    def _built(self, style: Style) -> Element:
        built = paragraph_style(style)
        following = built.find(qn("w:next"))
        if following is not None:
            following.set(qn("w:val"), self.style("body"))
        _reset(built.find(qn("w:pPr")))
        letters = built.find(qn("w:rPr"))
        if self.latin and not _is_head(style):
            for sort in ("ascii", "hAnsi"):
                letters.find(qn("w:rFonts")).set(qn(f"w:{sort}"), self.latin)
        if not style.bold:
            letters.insert(1, flag("b", False))
        return built

    def _add(self, style: Element) -> str:
        """Put a style into the sheet, in place of one of its id; return the id."""
        key = str(style.get(qn("w:styleId")))
        root = self._root()
        for old in root.findall(qn("w:style")):
            if old.get(qn("w:styleId")) == key:
                root.remove(old)
        self._rename(style, {value(each, "name").lower() for each in root.findall(qn("w:style"))})
        root.append(style)
        return key

    @staticmethod
    def _rename(style: Element, taken: set[str]) -> None:
        """Give a style a name of its own: two of one name Word takes for damage."""
        name = value(style, "name")
        numbered = (f"{name}{number or ''}" for number in (0, *range(2, len(taken) + 3)))
        style.find(qn("w:name")).set(qn("w:val"), next(each for each in numbered if each.lower() not in taken))

    def _root(self) -> Element:
        name = self.parts.related(self.parts.main, RT.STYLES)
        if not name or name not in self.parts.names():
            name = self.parts.free_name("word/styles{}.xml")
            self.parts.add(name, element("styles"), CT.WML_STYLES, RT.STYLES)
        return self.parts.part(name)


def _is_head(style: Style) -> bool:
    """Tell whether a style's letters and figures stand in its own face all the same: those of the title."""
    return not style.on_grid


def _reset(properties: Element) -> None:
    """Undo what the defaults of the file may set: space above and below, indents, what moves the grid."""
    spacing = properties.find(qn("w:spacing"))
    if spacing is None:
        spacing = element("spacing")
        word_order.put(properties, spacing, word_order.PARAGRAPH)
    for side in ("before", "after"):
        if spacing.get(qn(f"w:{side}")) is None:
            spacing.set(qn(f"w:{side}"), "0")
    indent = properties.find(qn("w:ind"))
    if indent is None:
        indent = element("ind", firstLine=0)
        word_order.put(properties, indent, word_order.PARAGRAPH)
    for side in ("left", "right"):
        indent.set(qn(f"w:{side}"), "0")
    for name in ("widowControl", "autoSpaceDE", "autoSpaceDN", "adjustRightInd"):
        word_order.put(properties, element(name, val=0), word_order.PARAGRAPH)
