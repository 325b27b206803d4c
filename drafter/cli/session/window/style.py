"""How the parts of the window look."""

from __future__ import annotations

from prompt_toolkit.styles import Style

STYLE = Style.from_dict(
    {
        "title": "bold", "group": "bold ansicyan", "label": "ansigray", "label.selected": "bold", "open": "ansiyellow",
        "here": "bold", "here.focused": "reverse", "dim": "ansigray", "warn": "ansiyellow", "good": "ansigreen",
        "heading": "bold", "gap": "bg:ansiyellow ansiblack", "bar": "reverse", "status": "bold", "edge": "ansigray",
        "cell": "bg:#303030 #ffffff", "float": "bg:ansiwhite ansiblack", "float.title": "bg:ansiwhite ansiblack bold",
    }
)  # fmt: skip
