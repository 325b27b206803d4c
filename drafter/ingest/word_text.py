"""The text of a Word paragraph as it is printed: changes accepted, hidden text and field codes left out."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.ingest.word_styles import Styles
from drafter.ingest.word_xml import MATH_TEXT, SKIPPED, Element, is_on, tag, value, w

_CHARACTERS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_REFERENCES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_SIGNS = {
    "wingdings": dict(zip(b"\x6c\x6e\x75\x76\xa8\xd8\xe0\xfb\xfc\xfd\xfe", "●■◆❖□➢→✗✓☒☑", strict=True)),
    "wingdings 2": dict(zip(b"\x50\x52\xa3", "✓☑□", strict=True)),
    "symbol": dict(zip(b"\xa3\xb0\xb1\xb3\xb4\xb7\xb8\xd7", "≤°±≥×•÷·", strict=True)),
}


def paragraph_text(paragraph: Element, styles: Styles) -> str:
    """Return the text of a paragraph, without that of the text boxes that hang on it."""
    return "".join(text for _, text in printed_pieces(paragraph, styles))


def printed_pieces(paragraph: Element, styles: Styles) -> list[tuple[Element, str]]:
    """Return a paragraph's text, each piece with what prints it; that of the text boxes on it is left out."""
    pieces: list[tuple[Element, str]] = []
    fields: list[bool] = []  # of each field that is open: whether its code is over and its result follows
    for element in _printed(paragraph, styles):
        if tag(element) == w("fldChar"):
            _follow(fields, element.get(w("fldCharType"), ""))
        elif all(fields) and (text := _character(element)):
            pieces.append((element, text))
    return pieces


def marks_end(paragraph: Element) -> bool:
    """Tell whether the paragraph ends; a deleted paragraph mark joins it to the next."""
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return mark is None or (mark.find(w("del")) is None and mark.find(w("moveFrom")) is None)


def notes_of(paragraph: Element, styles: Styles) -> Iterator[tuple[tuple[str, str], Element]]:
    """Yield the notes that a paragraph refers to: footnote or endnote and the id, with the mark that refers to it."""
    for element in _printed(paragraph, styles):
        if kind := _REFERENCES.get(tag(element)):
            yield (kind, element.get(w("id"))), element


def _printed(element: Element, styles: Styles) -> Iterator[Element]:
    """Yield the elements below that print something."""
    for child in element:
        name = tag(child)
        if name in SKIPPED or name == w("txbxContent") or _is_unseen(child, name, styles):
            continue
        yield child
        yield from _printed(child, styles)


def _is_unseen(element: Element, name: str, styles: Styles) -> bool:
    """Tell whether text is hidden, or only asks for text to be typed."""
    if name == w("r"):
        properties = element.find(w("rPr"))
        return is_on(properties, "vanish") or styles.hides(value(properties, "rStyle"))
    return name == w("sdt") and is_on(element.find(w("sdtPr")), "showingPlcHdr")


def _follow(fields: list[bool], mark: str) -> None:
    """Take note of a mark at which a field begins, comes to its result, or ends."""
    if mark == "begin":
        fields.append(False)
    elif mark == "separate" and fields:
        fields[-1] = True
    elif mark == "end" and fields:
        fields.pop()


def _character(element: Element) -> str:
    """Return what an element prints by itself."""
    name = tag(element)
    if name in {w("t"), MATH_TEXT}:
        return (element.text or "").replace("\n", "")
    if name == w("br"):
        return "" if element.get(w("type")) in {"page", "column"} else "\n"
    if name == w("sym"):
        return _sign(element.get(w("font"), "").lower(), element.get(w("char"), ""))
    return _CHARACTERS.get(name, "")


def _sign(font: str, code: str) -> str:
    """Return a sign of a font of signs as the character that looks like it, "" when none is known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    known = _SIGNS.get(font, {}).get(number % 0x100)
    return known or (chr(number) if 0x20 <= number < 0xD800 else "")
