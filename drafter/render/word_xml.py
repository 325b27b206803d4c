"""The elements a Word file is made of, written in the order the schema asks for."""

from __future__ import annotations

from typing import TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Element: TypeAlias = BaseOxmlElement


def element(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Build `w:tag` around its children (None is left out); attributes without a prefix are w: too."""
    qualified = {qn(name if ":" in name else f"w:{name}"): str(value) for name, value in attributes.items()}
    made: Element = OxmlElement(f"w:{tag}", qualified)
    made.extend([child for child in children if child is not None])
    return made


def value(parent: Element, path: str) -> str:
    """Return the w:val at `path` (names joined by "/") below an element, "" where there is none."""
    found = parent.find("/".join(qn(f"w:{name}") for name in path.split("/")))
    return (found.get(qn("w:val")) or "") if found is not None else ""


def words(text: str) -> Element:
    """Build the `w:t` of a run; spaces at its ends are kept."""
    made = element("t")
    made.text = text
    if text != text.strip(" "):
        made.set(qn("xml:space"), "preserve")
    return made


def flag(tag: str, on: bool | None) -> Element | None:
    """Build an on/off property; None leaves it to the default."""
    if on is None:
        return None
    return element(tag) if on else element(tag, val=0)
