"""The official layout as data: constants with source and strength, and how an office may set its own.

Imports nothing else of drafter: whoever writes a Word file and whoever checks one read the same constants. A `Layout`
is passed along; `STANDARD` is the one without house rules.
"""

from drafter.page.layout import STANDARD, Layout, with_house_rules
from drafter.page.measures import (
    FACES,
    FANGSONG,
    HEITI,
    HOUSE,
    KAITI,
    NONE,
    SIZES,
    SONGTI,
    XIAOBIAOSONG,
    Face,
    Length,
    Rule,
    Strength,
    mm,
    pt,
    size_name,
    twips,
)
from drafter.page.standard import PagePlace
from drafter.page.styles import HEAD_STYLES, STYLES, Align, Style

__all__ = [
    "FACES",
    "FANGSONG",
    "HEAD_STYLES",
    "HEITI",
    "HOUSE",
    "KAITI",
    "NONE",
    "SIZES",
    "SONGTI",
    "STANDARD",
    "STYLES",
    "XIAOBIAOSONG",
    "Align",
    "Face",
    "Layout",
    "Length",
    "PagePlace",
    "Rule",
    "Strength",
    "Style",
    "mm",
    "pt",
    "size_name",
    "twips",
    "with_house_rules",
]
