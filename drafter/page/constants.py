"""Every constant of a layout in words: name, value, strength, source, and what the standard says where it differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from drafter.page.house import ATTRIBUTES
from drafter.page.layout import STANDARD, Layout
from drafter.page.measures import HOUSE, Face, Length, Strength, size_name
from drafter.page.styles import Style

_IN_POINTS = {"行距", "字距", "表格线"}
_SIZES = {"字号", "页码字号"}
_ALIGNS = {"both": "两端", "center": "居中", "left": "居左"}
_COUNTED = {"每面行数": "行", "每行字数": "字"}


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant of the layout, as people read it."""

    key: str  # what it is called in English: line_pitch, heading3.bold; "" for what follows from others
    name: str  # 行距, 三级标题的加粗
    value: str
    strength: Strength
    source: str
    standard: str  # the standard's value

    @property
    def deviates(self) -> bool:
        """Tell whether the office's value is another than the standard's."""
        return self.value != self.standard


def page_constants(layout: Layout) -> Iterator[Constant]:
    """Yield the constants of the page."""
    usual = dict(STANDARD.rules())
    for key, rule in layout.rules():
        standard = _worded(rule.name, usual[key].value)
        yield Constant(key, rule.name, _worded(rule.name, rule.value), rule.strength, rule.source, standard)


def derived_constants(layout: Layout) -> Iterator[Constant]:
    """Yield what follows from the others."""
    for (rule, value), (_, usual) in zip(layout.derived(), STANDARD.derived(), strict=True):
        yield Constant("", rule.name, _worded(rule.name, value), rule.strength, rule.source, _worded(rule.name, usual))


def style_constants(layout: Layout) -> Iterator[tuple[Style, tuple[Constant, ...]]]:
    """Yield each paragraph style with its constants; a style that has no line pitch of its own takes the page's."""
    for name, style in layout.styles.items():
        yield style, tuple(_attributes(style, STANDARD.styles[name]))


def _attributes(style: Style, usual: Style) -> Iterator[Constant]:
    for attribute, label in ATTRIBUTES.items():
        value, standard = getattr(style, attribute), getattr(usual, attribute)
        if value is None and standard is None:
            continue
        yield Constant(
            f"{style.name}.{attribute}",
            f"{style.label}的{label}",
            _worded(label, value),
            style.strength_of(attribute),
            HOUSE if attribute in style.house else style.source,
            _worded(label, standard),
        )


def _worded(name: str, value: Any) -> str:
    """Return a value as people say it."""
    if value is None:
        return "同页面"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Length):
        if name in _SIZES:
            return size_name(value)
        return f"{value.pt:g} 磅" if name in _IN_POINTS else f"{value.mm:g} 毫米"
    if isinstance(value, int):
        return f"{value} {_COUNTED.get(name, '字')}"
    return value.name if isinstance(value, Face) else _ALIGNS.get(value, str(value))
