"""A draft: compose it from an outline and write it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.corpus import library
from drafter.app.house import house_layout
from drafter.app.own_words import reuse_of_composed
from drafter.config import Workspace, replacing, shipped
from drafter.errors import IncompleteError, WriteError
from drafter.page import Layout

if TYPE_CHECKING:
    from drafter.model import Report
    from drafter.render.records import Record


@dataclass(frozen=True, slots=True)
class Built:
    """A draft and where it went."""

    report: Report
    output: Path
    without_library: bool  # there was none to take sentences from
    reuse: float | None  # share of the composer's own words that repeat past reports, 0 to 1; None without a library


def build(
    workspace: Workspace,
    outline: Path,
    *,
    output: Path | None = None,
    seed: int = 0,
    bare: bool = False,
    strict: bool = False,
    origin: Path | None = None,
    marks: bool = False,
) -> Built:
    """Compose `outline` and write the draft to `output` (.docx beside the outline when None).

    `marks` puts library text on blue in a .docx; raise WriteError when the draft is none.
    Raise IncompleteError, with nothing written, when `strict` and something is missing.
    """
    from drafter.compose.compose import compose
    from drafter.compose.fact_table import read_tables
    from drafter.compose.outline import load_outline

    output = output or outline.with_suffix(".docx")
    write = WRITERS[required_suffix(output, *WRITERS)]
    if marks and write is not _word:
        raise WriteError("底纹只能加在 Word 稿里", "请把文件名改成以 .docx 结尾，或去掉 --marks", path=output)
    if output.resolve() == outline.resolve():
        raise WriteError("稿子会盖掉提纲", "请换一个文件名", path=output)
    if origin:
        required_suffix(origin, ".json")
    layout = house_layout(workspace)
    loaded = load_outline(outline)
    tables = read_tables(loaded.facts, outline.parent)
    store = None if bare else library(workspace)
    folders = (workspace.templates, shipped("templates"))
    with store or contextlib.nullcontext():
        report = compose(loaded, library=store, template_folders=folders, tables=tables, seed=seed, bare=bare)
        reuse = reuse_of_composed(report, store.index()) if store else None
    if strict and (report.missing or report.conflicts):
        raise IncompleteError(f"有待补或对不上的地方，没有生成稿子：{_listed(report)}", path=outline)
    if origin:
        from drafter.render.records import origin_record

        write_record(origin_record(report), origin)
    with replacing(output) as temporary:
        (_marked_word if marks else write)(report, temporary, layout)
    return Built(report, output, not bare and store is None, reuse)


def write_record(record: Record, path: Path) -> None:
    """Write a record as JSON. Raise WriteError when `path` does not end in .json: it may be some other work."""
    from drafter.render.records import to_json

    required_suffix(path, ".json")
    with replacing(path) as temporary:
        temporary.write_text(to_json(record), encoding="utf-8", newline="\n")


def _listed(report: Report) -> str:
    gaps = (*report.missing, *report.conflicts)
    return "；".join(f"\n  {gap.where}（{gap.message}）" for gap in gaps)


def required_suffix(path: Path, *suffixes: str) -> str:
    """Return the suffix of a target in small letters. Raise WriteError when it is none of `suffixes`."""
    if path.suffix.lower() not in suffixes:
        what = f"不能存成 {path.suffix} 文件" if path.suffix else "看不出要存成什么文件"
        raise WriteError(what, f"文件名请以 {'、'.join(suffixes)} 结尾", path=path)
    return path.suffix.lower()


def _word(report: Report, path: Path, layout: Layout) -> None:
    from drafter.render.word import write_word

    write_word(report, path, layout=layout)


def _marked_word(report: Report, path: Path, layout: Layout) -> None:
    from drafter.render.word import write_word

    write_word(report, path, marks=True, layout=layout)


def _markdown(report: Report, path: Path, _layout: Layout) -> None:
    from drafter.render.plain import to_markdown

    path.write_text(to_markdown(report), encoding="utf-8", newline="\n")


def _text(report: Report, path: Path, _layout: Layout) -> None:
    from drafter.render.plain import to_text

    path.write_text(to_text(report), encoding="utf-8", newline="\n")


def _html(report: Report, path: Path, layout: Layout) -> None:
    from drafter.render.html import write_report_html

    write_report_html(report, path, layout)


WRITERS: Mapping[str, Callable[[Report, Path, Layout], None]] = {
    ".docx": _word,
    ".md": _markdown,
    ".txt": _text,
    ".html": _html,
}
