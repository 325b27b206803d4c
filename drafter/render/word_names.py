"""Word's own names, for what is read from the XML of a Word file."""

from __future__ import annotations

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def w(name: str) -> str:
    """Return a name with Word's namespace, as lxml writes it."""
    return _W + name


def value(element: Any, path: str) -> str:
    """Return the w:val at `path` (names joined by "/") below an lxml element, "" where there is none."""
    found = element.find("/".join(map(w, path.split("/"))))
    return (found.get(w("val")) or "") if found is not None else ""
