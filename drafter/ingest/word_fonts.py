"""Which typefaces the characters of a Word file have, themes resolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.ingest.word_xml import Element, w

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = {"zh-CN": "Hans", "zh-SG": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}
_SORTS = ("eastAsia", "ascii")
"""The two sorts of characters that reports hold: Chinese ones; letters and figures."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The typefaces that a theme stands for: majorEastAsia, minorHAnsi … → a face."""

    faces: Mapping[str, str]

    @classmethod
    def of(cls, root: Element | None, settings: Element | None) -> Theme:
        """Read a theme, with the languages that the settings choose for it; both may be missing."""
        if root is None:
            return cls({})
        language = settings.find(w("themeFontLang")) if settings is not None else None
        script = _SCRIPTS.get((language.get(w("eastAsia")) if language is not None else "") or "", "Hans")
        faces: dict[str, str] = {}
        for weight in ("major", "minor"):
            fonts = next(root.iter(f"{_A}{weight}Font"), None)
            faces[f"{weight}EastAsia"] = _face(fonts, "ea") or _for_script(fonts, script)
            faces[f"{weight}Ascii"] = faces[f"{weight}HAnsi"] = _face(fonts, "latin")
        return cls(faces)


def _face(fonts: Element | None, sort: str) -> str:
    found = fonts.find(f"{_A}{sort}") if fonts is not None else None
    return (found.get("typeface") or "") if found is not None else ""


def _for_script(fonts: Element | None, script: str) -> str:
    named = fonts.findall(f"{_A}font") if fonts is not None else []
    return next((each.get("typeface") or "" for each in named if each.get("script") == script), "")


def faces(layers: Iterable[Element | None], theme: Theme) -> tuple[str, str]:
    """Return the faces of Chinese characters and of letters and figures, "" where none is named.

    `layers` are run properties from the strongest to the weakest; each may name a face or a theme's, and where one
    names both the theme's counts (ECMA-376, 17.3.2.26).
    """
    found: dict[str, str] = {}
    for layer in layers:
        fonts = layer.find(w("rFonts")) if layer is not None else None
        if fonts is not None:
            for sort in _SORTS:
                if sort not in found and (name := _named(fonts, sort, theme)):
                    found[sort] = name
        if len(found) == len(_SORTS):
            break
    return found.get("eastAsia", ""), found.get("ascii", "")


def _named(fonts: Element, sort: str, theme: Theme) -> str:
    themed = theme.faces.get(fonts.get(w(f"{sort}Theme")) or "", "")
    return themed or fonts.get(w(sort)) or ""
