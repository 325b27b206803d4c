"""House rules: what an office writes in drafter.toml, read into the values of a layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from drafter.page.layout import STANDARD, Layout, with_house_rules
from drafter.page.measures import FACES, SIZES, Face, Length, mm, pt
from drafter.page.styles import STYLES

TABLES = ("layout", "版式")  # what the part of drafter.toml is called

_QUANTITY = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(磅|pt|毫米|mm|厘米|cm)\s*", re.I)
_UNITS: Mapping[str, Callable[[float], Length]] = {
    "磅": pt,
    "pt": pt,
    "毫米": mm,
    "mm": mm,
    "厘米": lambda value: mm(value * 10),
    "cm": lambda value: mm(value * 10),
}
_SMALLEST_TEXT = mm(60)  # of either side: less holds no line worth the name


@dataclass(frozen=True, slots=True)
class HouseFault:
    """A fault of a house rule, with the keys that lead to it."""

    keys: tuple[str, ...]
    message: str
    remedy: str


class _UnfitError(Exception):
    """A value that does not fit; says what would."""


Reader = Callable[[Any], Any]


def _length(low: Length, high: Length) -> Reader:
    example = "“28磅”或“37毫米”"

    def read(value: Any) -> Length:
        match = _QUANTITY.fullmatch(value) if isinstance(value, str) else None
        if not match:
            raise _UnfitError(f"请写成带单位的长度，加引号，如{example}")
        length = _UNITS[match[2].lower()](float(match[1]))
        if not low <= length <= high:
            unit = "毫米" if high > pt(100) else "磅"
            least, most = ((each.mm if unit == "毫米" else each.pt) for each in (low, high))
            raise _UnfitError(f"应在 {least:g} 到 {most:g} {unit}之间")
        return length

    return read


_letter_size = _length(pt(5), pt(72))


def _size(value: Any) -> Length:
    if isinstance(value, str) and value in SIZES:
        return SIZES[value]
    try:
        return _letter_size(value)  # type: ignore[no-any-return]
    except _UnfitError:
        raise _UnfitError(f"请写字号（{'、'.join(SIZES)}）或 5 磅到 72 磅，如“三号”“16磅”") from None


def _face(value: Any) -> Face:
    if not isinstance(value, str) or not value.strip():
        raise _UnfitError("请写字体的名字，加引号，如“仿宋”")
    name = value.strip()
    known = next((face for face in FACES if name == face.name), None)
    return known or Face(name, (), "modern", next((face.cores for face in FACES if face.is_met_by(name)), ()))


def _flag(value: Any) -> bool:
    choices = {True: True, False: False, "是": True, "否": False}
    if not isinstance(value, bool | str) or value not in choices:
        raise _UnfitError("请写 true（是）或 false（否）")
    return choices[value]


def _choice(choices: Mapping[str, Any]) -> Reader:
    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in choices:
            raise _UnfitError(f"可选：{'、'.join(f'“{each}”' for each in choices if not each.isascii())}")
        return choices[value]

    return read


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 4:
        raise _UnfitError("请写 0 到 4 的整数，不加引号")
    return value


_margin = _length(mm(5), mm(80))
_pitch = _length(pt(12), pt(60))
_RULES: Mapping[str, Reader] = {
    "paper_width": _length(mm(100), mm(450)),
    "paper_height": _length(mm(100), mm(450)),
    "top_margin": _margin,
    "bottom_margin": _margin,
    "left_margin": _margin,
    "right_margin": _margin,
    "line_pitch": _pitch,
    "tightening": _length(pt(-2), pt(5)),
    "page_number_place": _choice({"外侧": "外侧", "居中": "居中", "outside": "外侧", "center": "居中"}),
    "page_number_face": _face,
    "page_number_size": _size,
    "page_number_drop": _length(mm(0), mm(30)),
    "page_number_indent": _count,
    "header_distance": _length(mm(0), mm(60)),
    "table_border": _length(pt(0.25), pt(6)),
    "table_padding_side": _length(mm(0), mm(10)),
    "table_padding_top": _length(mm(0), mm(10)),
}
_STYLE_RULES: Mapping[str, tuple[str, Reader]] = {  # attribute -> what it is called, how it is read
    "face": ("字体", _face),
    "size": ("字号", _size),
    "bold": ("加粗", _flag),
    "align": (
        "对齐",
        _choice({"两端": "both", "居中": "center", "居左": "left", "both": "both", "center": "center", "left": "left"}),
    ),
    "indent": ("首行空字", _count),
    "pitch": ("行距", _pitch),
}
ATTRIBUTES: Mapping[str, str] = MappingProxyType({name: label for name, (label, _) in _STYLE_RULES.items()})
_KEYS = {key: name for name, rule in STANDARD.rules() for key in (name, rule.name)}
_STYLE_KEYS = {key: style.name for style in STYLES.values() for key in (style.name, style.label)}
_ATTRIBUTE_KEYS = {key: name for name, label in ATTRIBUTES.items() for key in (name, label)}
_DERIVED = {rule.name: "由纸张、白边、行距、字号和字距算出，请改那几项" for rule, _ in STANDARD.derived()}


@dataclass(slots=True)
class _Reading:
    """What has been read so far of the house rules."""

    rules: dict[str, Any] = field(default_factory=dict)
    styles: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[HouseFault] = field(default_factory=list)

    def value(self, keys: tuple[str, ...], reader: Reader, value: Any, target: dict[str, Any], name: str) -> None:
        """Read one value into `target`."""
        try:
            target[name] = reader(value)
        except _UnfitError as unfit:
            self.faults.append(HouseFault(keys, f"“{keys[-1]}”的值不对", str(unfit)))

    def table(self, keys: tuple[str, ...], table: Mapping[str, Any]) -> None:
        """Read the table of a style."""
        own = self.styles.setdefault(_STYLE_KEYS[keys[-1]], {})
        for key, value in table.items():
            if key in _ATTRIBUTE_KEYS:
                name = _ATTRIBUTE_KEYS[key]
                self.value((*keys, key), _STYLE_RULES[name][1], value, own, name)
            else:
                self.faults.append(_unknown((*keys, key), list(ATTRIBUTES.values())))


def read_house_rules(settings: Mapping[str, Any]) -> tuple[Layout, tuple[HouseFault, ...]]:
    """Return the layout that the [版式] part of drafter.toml makes, and what is wrong with it."""
    reading = _Reading()
    for name in TABLES:
        table = settings.get(name, {})
        if isinstance(table, Mapping):
            _read_table(name, table, reading)
        else:
            reading.faults.append(HouseFault((name,), f"“{name}”应是一节", f"请写成 [{name}]，下面每行一项"))
    layout = with_house_rules(reading.rules, reading.styles)
    reading.faults.extend(_misfits(layout))
    return layout, tuple(reading.faults)


def _read_table(name: str, table: Mapping[str, Any], reading: _Reading) -> None:
    for key, value in table.items():
        if key in _KEYS:
            reading.value((name, key), _RULES[_KEYS[key]], value, reading.rules, _KEYS[key])
        elif key in _STYLE_KEYS and isinstance(value, Mapping):
            reading.table((name, key), value)
        elif key in _STYLE_KEYS:
            reading.faults.append(
                HouseFault((name, key), f"“{key}”应是一节", f"请写成 [{name}.{key}]，下面写字体、字号等")
            )
        elif key in _DERIVED:
            reading.faults.append(HouseFault((name, key), f"“{key}”不能直接设", _DERIVED[key]))
        else:
            labels = [*(rule.name for _, rule in STANDARD.rules()), *(style.label for style in STYLES.values())]
            reading.faults.append(_unknown((name, key), labels))


def _unknown(keys: tuple[str, ...], known: list[str]) -> HouseFault:
    return HouseFault(keys, f"没有“{keys[-1]}”这一项", f"可设的有：{'、'.join(known)}")


def _misfits(layout: Layout) -> Iterator[HouseFault]:
    """Yield what does not go together."""
    across = ("纸张宽", "左白边", "右白边", layout.text_width)
    down = ("纸张高", "上白边", "下白边", layout.text_height)
    for paper, one, other, text in (across, down):
        if text < _SMALLEST_TEXT:
            message = f"{paper}去掉{one}、{other}，只剩 {text.mm:.0f} 毫米，排不下字"
            yield HouseFault((), message, f"请改小{one}或{other}")
