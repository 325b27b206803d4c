"""Which styles of an office's own document take the parts of a report, told by their names, levels and use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn

from drafter.render.word_xml import Element, value
from drafter.text import numbering

_NAMES: Mapping[str, tuple[str, ...]] = {  # role -> what its style is called, in small letters without spaces
    "title": ("title", "标题", "报告标题", "公文标题", "文件标题", "大标题", "主标题"),
    "heading1": ("heading1", "标题1", "一级标题", "公文一级标题", "1级标题"),
    "heading2": ("heading2", "标题2", "二级标题", "公文二级标题", "2级标题"),
    "heading3": ("heading3", "标题3", "三级标题", "公文三级标题", "3级标题"),
    "heading4": ("heading4", "标题4", "四级标题", "公文四级标题", "4级标题"),
    "body": (
        "公文正文",
        "报告正文",
        "正文文本",
        "bodytext",
        "正文首行缩进",
        "正文缩进",
        "normalindent",
        "normal",
        "正文",
    ),
    "dateline": ("会议题注",),
    "speaker": ("报告人",),
    "salutation": ("salutation", "称呼", "称谓", "主送机关"),
    "aside": ("插注",),
    "annex_mark": ("附件标识",),
    "annex_title": ("附件标题",),
    "caption": ("caption", "题注", "表题"),
    "table_head": ("表头",),
    "table_text": ("表格文字", "表格正文", "表格内容"),
}
_LEVELS = {"heading1": "0", "heading2": "1", "heading3": "2", "heading4": "3"}  # w:outlineLvl
_NUMBERS = {"一、": "heading1", "（一）": "heading2", "1.": "heading3", "（1）": "heading4"}
_OWN_LOOK = (  # what a paragraph may set against its style; room before and after it is no other look
    *(("ind", name) for name in ("left", "leftChars", "right", "rightChars", "firstLine", "firstLineChars")),
    *(("ind", name) for name in ("hanging", "hangingChars")),
    *(("spacing", "line"), ("spacing", "lineRule"), ("jc", "val")),
)
_PLAIN = 0.5  # share of a style's characters that look as it says; below it the style says nothing of the document


@dataclass(frozen=True, slots=True)
class OwnStyles:
    """The paragraph styles of a document, and how much text stands in each."""

    by_id: Mapping[str, Element]
    default: str  # id of the style of paragraphs that name none
    chars: Counter[str]  # style -> characters outside tables
    plain: Counter[str]  # style -> those that look as it says
    numbered: Counter[tuple[str, str]]  # style and role -> paragraphs that begin with the number of that role
    first_text: list[str]  # style of the first paragraph, where a title stands

    @classmethod
    def of(cls, sheet: Element, body: Element) -> OwnStyles:
        """Read the styles, and look at every paragraph of the body."""
        styles = {
            each.get(qn("w:styleId"), ""): each for each in sheet.findall(qn("w:style")) if _is_for_paragraphs(each)
        }
        default = next((key for key, each in styles.items() if each.get(qn("w:default")) in {"1", "true"}), "")
        own = cls(styles, default, Counter(), Counter(), Counter(), [])
        for paragraph in body.iterfind(qn("w:p")):
            key = value(paragraph, "pPr/pStyle") or default
            own._count(paragraph, key, "".join("".join(paragraph.itertext(qn("w:t"))).split()))
        return own

    def _count(self, paragraph: Element, key: str, text: str) -> None:
        if not text:
            return
        self.chars[key] += len(text)
        self.plain[key] += len(text) if self._is_plain(paragraph, key) else 0
        self.first_text[:] = self.first_text or [key]
        number = numbering.parse(text)
        if number and number.style in _NUMBERS:
            self.numbered[key, _NUMBERS[number.style]] += 1

    def roles(self) -> dict[str, str]:
        """Return the id of the style that takes each role; what none takes is left out.

        A style whose paragraphs mostly look otherwise takes none. Where no heading or title stands in a style as it is,
        the document is not made with styles: then only that of its body text counts.
        """
        named = {role: self._candidates(role) for role in _NAMES if role != "body"}
        taken = {key for keys in named.values() for key in keys}
        text = [key for key in self.chars if key not in taken] if self.chars.total() else self._candidates("body")
        styled = any(self._is_used(key) for role in ("title", *_LEVELS) for key in named[role])
        if not styled and self.chars.total():
            named = {}
        found = {role: self._best(keys) for role, keys in {**named, "body": text}.items()}
        return {role: key for role, key in found.items() if key}

    def chain(self, key: str) -> Iterator[Element]:
        """Yield a style and those it is based on."""
        seen: set[str] = set()
        while key in self.by_id and key not in seen:
            seen.add(key)
            yield self.by_id[key]
            key = value(self.by_id[key], "basedOn")

    def first(self, key: str, path: str) -> Element | None:
        """Return an element below a style, or below the nearest of those it is based on that has one."""
        return next((found for style in self.chain(key) if (found := style.find(path)) is not None), None)

    def _candidates(self, role: str) -> list[str]:
        """Return the styles that may take a role: by the numbers in it, then by name, then by outline level.

        Many write 一、 in the second level and the title in the first: then the numbers tell.
        """
        names = {key: value(style, "name").replace(" ", "").lower() for key, style in self.by_id.items()}
        called = [key for name in _NAMES[role] for key in names if names[key] == name]
        levelled = [key for key in names if role in _LEVELS and self._level(key) == _LEVELS[role] and key not in called]
        if role == "title":
            called += [key for key in self.first_text if self._level(key) == "0" and not self._role_by_numbers(key)]
        by_numbers = [key for key in names if self._role_by_numbers(key) == role and self._level(key)]
        others = [key for key in called + levelled if self._role_by_numbers(key) in {"", role}]
        if role in _LEVELS:
            others = [key for key in others if key not in self.first_text or self._role_by_numbers(key)]
        return list(dict.fromkeys(by_numbers + others))

    def _role_by_numbers(self, key: str) -> str:
        """Return the heading that a style's paragraphs mostly are by their numbers, "" when they bear none."""
        counts = {role: self.numbered[key, role] for role in _LEVELS}
        most = max(counts, key=lambda role: counts[role])
        return most if counts[most] else ""

    def _level(self, key: str) -> str:
        found = self.first(key, f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        return found.get(qn("w:val"), "") if found is not None else ""

    def _best(self, keys: list[str]) -> str:
        """Return the style that is used most, if it is used as it is, or the first that is not used but says a look."""
        used = max(keys, key=lambda key: self.chars[key], default="")
        if self.chars[used]:
            return used if self._is_used(used) else ""
        return next((key for key in keys if self._says_a_look(key)), "")

    def _says_a_look(self, key: str) -> bool:
        """Tell whether a style names a size and a Chinese face: those that Word has from the start name none."""
        face, size = (self.first(key, f"{qn('w:rPr')}/{qn(f'w:{name}')}") for name in ("rFonts", "sz"))
        return size is not None and face is not None and face.get(qn("w:eastAsia"), "") != ""

    def _is_used(self, key: str) -> bool:
        return 0 < self.chars[key] <= self.plain[key] / _PLAIN

    def _is_plain(self, paragraph: Element, key: str) -> bool:
        """Tell whether a paragraph looks as its style says: place on the page, size and Chinese face."""
        for name, attribute in _OWN_LOOK:
            if not self._agrees(paragraph, key, f"{qn('w:pPr')}/{qn(f'w:{name}')}", qn(f"w:{attribute}")):
                return False
        return all(self._is_plain_run(run, key) for run in paragraph.iter(qn("w:r")) if run.find(qn("w:t")) is not None)

    def _is_plain_run(self, run: Element, key: str) -> bool:
        size, face = (f"{qn('w:rPr')}/{qn(f'w:{name}')}" for name in ("sz", "rFonts"))
        return self._agrees(run, key, size, qn("w:val")) and self._agrees(run, key, face, qn("w:eastAsia"))

    def _agrees(self, element: Element, key: str, path: str, attribute: str) -> bool:
        """Tell whether an element sets nothing of its own, or what its style sets."""
        here, in_style = element.find(path), self.first(key, path)
        said = in_style.get(attribute) if in_style is not None else None
        return here is None or here.get(attribute, said) == said


def _is_for_paragraphs(style: Element) -> bool:
    kind: str = style.get(qn("w:type"), "paragraph")
    return kind == "paragraph"
