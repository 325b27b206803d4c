"""What mining and building leave on a screen; a check and the library have files of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from rich.console import Console

from drafter.model import Gap, Piece, Report, Table
from drafter.render.passages import counted, in_line
from drafter.render.terminal_lines import columns, put

_INDENT = 2
_EDGES = " ，。；：、"  # what a clause may carry over from its sentence
_CONTENTS = {  # what a library holds, in the order shown: name, Chinese, measure word
    "reports": ("报告", "篇"),
    "phrases": ("短语", "条"),
    "frames": ("句式", "条"),
    "clauses": ("分句", "条"),
    "headings": ("标题", "条"),
    "sections": ("板块", "个"),
    "chars": ("正文", "字"),
}


def show_library(console: Console, counts: Mapping[str, int]) -> None:
    """Print how many reports, phrases, frames … the library holds."""
    rows = [
        (name, f"{counts[key]:>8,}", measure)
        for key, (name, measure) in _CONTENTS.items()
        if counts.get(key) is not None
    ]
    put(console, "语料库")
    for line in columns(rows):
        put(console, line, indent=_INDENT)


def show_mined(console: Console, counts: Mapping[str, int], seconds: float) -> None:
    """Print what mining gave: the counts of the library, and the time it took."""
    show_library(console, counts)
    put(console, f"整理完毕，用时 {seconds:.1f} 秒。")


def show_built(console: Console, report: Report, path: Path, reuse: float | None = None) -> None:
    """Print a draft's summary: size, figures placed, library share, open slots, conflicts, sentences to confirm.

    `reuse` is the share of the composer's own words that repeat past reports, None when there are none to compare with.
    """
    pieces = [piece for paragraph in report.paragraphs() for piece in paragraph.pieces]
    borrowed = [piece for piece in pieces if piece.kind == "library"]
    put(console, f"已生成：{path}")
    told = [] if reuse is None else [f"drafter 写的部分与历年报告雷同 {reuse:.1%}"]
    put(console, "，".join([*_figures(report, pieces, borrowed), *told]))
    marks = "【待补】或【待更新】" if any("【待更新" in piece.text for piece in pieces) else "【待补】"
    _show_gaps(console, f"待补 {len(report.missing)} 处，稿中标为{marks}：", report.missing)
    _show_gaps(console, f"数据有出入 {len(report.conflicts)} 处，请核对：", report.conflicts)
    if borrowed:
        put(console, f"有 {len(borrowed)} 处文字取自语料库，请确认符合实际：")
    for piece in borrowed:
        source = f"（{PurePosixPath(piece.source).stem}）" if piece.source else ""
        put(console, in_line(piece.text).strip(_EDGES) + source, label="-", indent=_INDENT)


def _figures(report: Report, pieces: Sequence[Piece], borrowed: Sequence[Piece]) -> list[str]:
    styles = [paragraph.style for paragraph in report.paragraphs()]
    tables = [block for block in report.blocks if isinstance(block, Table)]
    cells = [cell for table in tables for row in ((table.caption,), *table.grid()) for cell in row]
    chars = sum(counted(piece.text) for piece in pieces) + sum(map(counted, cells))
    share = sum(counted(piece.text) for piece in borrowed) / chars if chars else 0
    return [
        f"全文 {chars} 字",
        f"{styles.count('heading1')} 个部分、{styles.count('heading2')} 个板块",
        f"写入数据 {len(_placed(pieces))} 项",
        f"语料库文字占 {share:.1%}",
    ]


def _placed(pieces: Sequence[Piece]) -> set[str]:
    """Return the outline paths of the facts that stand in the draft and are no open slot; a computed rate belongs to
    its fact, and a value may stand in words: 未发生生产安全事故.
    """
    opened = {piece.ref for piece in pieces if piece.kind == "placeholder"}
    told = (piece.ref for piece in pieces if piece.kind == "fact" and _is_told(piece, opened))
    return {ref.partition("（")[0] for ref in told}


def _is_told(piece: Piece, opened: set[str]) -> bool:
    return piece.ref not in opened or any(map(str.isdigit, piece.text))


def _show_gaps(console: Console, heading: str, gaps: Sequence[Gap]) -> None:
    if gaps:
        put(console, heading)
    for gap in gaps:
        put(console, f"{in_line(gap.where)}：{in_line(gap.message)}", label="-", indent=_INDENT)
