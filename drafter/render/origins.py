"""Where a piece of a draft comes from, in a writer's words."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from drafter.model import Piece

_NAMES = {"fact": "数据", "author": "提纲", "placeholder": "待补", "library": "语料库"}
_OWN_WORDS = "模板"
_PATH = re.compile(r"[^\W\d]+(?:\[\d+\])?(?:\.[^\W\d]+(?:\[\d+\])?)*")


def origin(piece: Piece) -> tuple[str, str, str]:
    """Return what a piece comes from, the place in it, and what this place is in."""
    if piece.kind == "library":
        return _NAMES[piece.kind], "", f"{PurePosixPath(piece.source).stem}，{piece.ref.partition('：')[2]}"
    if piece.kind == "template":
        return (_OWN_WORDS if not piece.ref or piece.ref.endswith(".j2") else piece.ref.partition("：")[0]), "", ""
    return _NAMES[piece.kind], *_place(piece.ref)


def _place(ref: str) -> tuple[str, str]:
    """Return an outline path as a writer counts it, its last step apart: 回顾[0].数据[2] is 回顾1, 数据3."""
    path, computed, _ = ref.partition("（计算）")
    if _PATH.fullmatch(path):  # else a row of a facts table: 指标.xlsx 第5行
        path = re.sub(r"\[(\d+)\]", lambda match: str(int(match[1]) + 1), path).replace(".", " > ")
    above, _, place = path.rpartition(" > ")
    return above, f"由{place}算出" if computed else place
