"""A chart of a draft as a picture: horizontal bars, a row for each indicator, every bar with its figure."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from drafter.errors import DrafterError
from drafter.model import Bars, Chart
from drafter.page import Length
from drafter.render.word_lines import break_lines
from drafter.render.word_lines import width as width_of

_DPI = 220  # dots to an inch: sharp on paper, some tens of kilobytes
_ROW, _EDGE = 11.0, 15.0  # millimetres: of a bar with what is around it; of the measures' names and what is free below
_TALLEST = 150.0  # millimetres of all bars: the annex's title stands on the page too
_BELOW = 2.0  # millimetres
_TYPE, _NAME_TYPE = 11.0, 12.0  # points
_LABELS, _GUTTER = 0.31, 0.05  # of the width: the indicators' names, what is free beside a measure
_LONGEST_NAME = 10  # characters of an indicator in one line
_THICKNESS = 0.5  # of a row
_ROOM = 1.6  # of the longest bar: its figure stands behind it
_INK, _AXIS = "#44546a", "#7f7f7f"
_FACES = (  # sans-serif faces with Chinese characters, and what stands in for them
    *("SimHei", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN"),
    *("FZHei", "HarmonyOS Sans SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "STHeiti", "PingFang SC"),
    *("Noto Sans CJK", "Droid Sans Fallback", "SimSun", "FangSong", "KaiTi", "Noto Serif CJK SC"),
)


def draw(chart: Chart, width: Length) -> bytes:
    """Return a chart as a PNG picture `width` wide; the same chart and fonts give the same bytes.

    Raise DrafterError when matplotlib is not installed, or no font has Chinese characters.
    """
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells in English what it does
    try:
        from matplotlib import style  # noqa: PLC0415 - an extra; half a second to load
    except ImportError:
        remedy = "请在 drafter 的文件夹里运行 pip install .[chart]，或不要指标图"
        raise DrafterError("画指标图要用 matplotlib，还没有安装", remedy) from None
    picture = io.BytesIO()
    with style.context("default"):  # whatever the user has set for charts of their own
        _figure(chart, width).savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


def _figure(chart: Chart, width: Length) -> Any:
    """Return the drawing: the names of the indicators at the left, the measures beside each other."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - as above

    names = list(dict.fromkeys(bar.name for group in chart.groups for bar in group.bars))
    bars = min(_ROW * len(names), _TALLEST)
    height = _EDGE + bars
    figure = Figure(figsize=(width.mm / 25.4, height / 25.4), dpi=_DPI)
    letters: dict[str, Any] = {
        "fontfamily": _face("".join(chart.lines())),
        "fontsize": min(_TYPE, bars / len(names) * 2),
    }
    room = (1 - _LABELS) / len(chart.groups)
    for number, group in enumerate(chart.groups):
        axes = figure.add_axes((_LABELS + number * room, _BELOW / height, room - _GUTTER, bars / height))
        axes.set_title(group.name, loc="left", pad=8, **letters | {"fontsize": _NAME_TYPE})
        _measure(axes, group, names, letters)
    for row, name in enumerate(names):
        place = (_BELOW + bars * (1 - (row + 0.5) / len(names))) / height
        look: dict[str, Any] = {"ha": "right", "va": "center", "linespacing": 1.3, "parse_math": False}
        figure.text(_LABELS - 0.02, place, "\n".join(_folded(name)), **letters, **look)
    return figure


def _measure(axes: Any, group: Bars, names: Sequence[str], letters: Mapping[str, Any]) -> None:
    """Draw the bars of a measure, each in the row of its indicator; falls lead to the left."""
    numbers = [bar.number for bar in group.bars]
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    span = (high - low) or 1.0
    axes.set_xlim(low - (span * (_ROOM - 1) if low < 0 else 0), high + span * (_ROOM - 1))
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.axis("off")
    axes.axvline(0, color=_AXIS, linewidth=0.8)
    for bar in group.bars:
        row, side = names.index(bar.name), -1 if bar.number < 0 else 1
        axes.barh(row, bar.number, height=_THICKNESS, color=_INK)
        align = "right" if side < 0 else "left"
        axes.text(bar.number + side * span * 0.03, row, bar.printed, ha=align, va="center", **letters)


def _folded(name: str) -> list[str]:
    """Return the lines of an indicator's name, parted between words if that can be."""
    lines = break_lines(name, _LONGEST_NAME)
    if max(map(width_of, lines)) <= _LONGEST_NAME:
        return lines
    return [name[start : start + _LONGEST_NAME] for start in range(0, len(name), _LONGEST_NAME)]


# --- the face --------------------------------------------------------------------------------------------------------


def _face(text: str) -> str:
    """Return the name of an installed face that has all Chinese characters of `text`, one of ours if there is any."""
    from matplotlib import font_manager  # noqa: PLC0415 - as above

    needed = {ord(char) for char in text if not char.isascii()}
    if found := _among(font_manager.fontManager.ttflist, needed):
        return found
    for path in sorted(font_manager.findSystemFonts()):  # what was installed since matplotlib made its list
        font_manager.fontManager.addfont(path)
    if found := _among(font_manager.fontManager.ttflist, needed):
        return found
    raise DrafterError("没有找到中文字体，画不出指标图", "请安装黑体或思源黑体，或不要指标图")


def _among(entries: Sequence[Any], needed: set[int]) -> str:
    """Return the first face in our order that has the characters, "" when none has."""
    upright = [entry for entry in entries if entry.style == "normal" and _weight(entry.weight) <= 500]
    for entry in sorted(upright, key=lambda entry: (_rank(entry.name), entry.name, entry.fname)):
        if _has(entry.fname, needed):
            return str(entry.name)
    return ""


def _weight(weight: Any) -> int:
    return weight if isinstance(weight, int) else 400


def _rank(name: str) -> int:
    return next((rank for rank, ours in enumerate(_FACES) if name.startswith(ours)), len(_FACES))


def _has(path: str, needed: set[int]) -> bool:
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415 - as above

    try:
        font = FT2Font(path)
    except (OSError, RuntimeError):  # gone, or no font at all
        return False
    return all(font.get_char_index(char) for char in needed)
