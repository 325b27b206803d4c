"""The names of WordprocessingML that the readers of .docx files share."""

from __future__ import annotations

from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An lxml element; lxml has no types of its own."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def w(name: str) -> str:
    """Return a name with Word's namespace, as lxml writes it."""
    return _W + name


def tag(element: Element) -> str:
    """Return an element's name ("" for a comment or processing instruction)."""
    return element.tag if isinstance(element.tag, str) else ""


def value(element: Element | None, path: str) -> str:
    """Return the w:val at `path` (names joined by "/") below an element, "" where there is none."""
    found = element.find("/".join(map(w, path.split("/")))) if element is not None else None
    return (found.get(w("val")) or "") if found is not None else ""


def is_on(element: Element | None, name: str) -> bool:
    """Tell whether a property below an element is set: it is there, and does not say that it is off."""
    found = element.find(w(name)) if element is not None else None
    return found is not None and found.get(w("val"), "true") not in {"0", "false", "off"}


MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

SKIPPED = frozenset(
    {
        w("del"),
        w("moveFrom"),  # the old place of moved text
        w("rt"),  # the reading above a character
        w("pPr"),
        w("rPr"),
        w("sectPr"),
        w("sdtPr"),
        "",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # says again what Choice says
    }
)
