"""A draft: compose it from an outline and write it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
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
    borrowed: frozenset[str] | None = None  # names of page.STYLES that look as in the document it was put into
    reading: bool = False  # whether it is the speaker's copy


@dataclass(frozen=True, slots=True)
class _Dress:
    """What a Word draft is given besides its text, by the names of the options; see `build`."""

    marks: bool
    comments: bool
    reading: bool
    contents: bool
    reference: Path | None


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
    comments: bool = False,
    reference: Path | None = None,
    reading: bool = False,
    contents: bool = False,
    chart: bool = False,
) -> Built:
    """Compose `outline` and write the draft to `output` (.docx beside the outline when None).

    In a .docx `marks` puts library text on blue, `comments` say where it comes from and what gaps wait for,
    `reference`, a document of the office's own, gives styles, page setup, header and footer, `reading` makes it the
    speaker's copy (with a reference: in its faces), `contents` puts a contents page before it. `chart` adds a page with
    a chart of the headline figures. Raise WriteError when the draft is no .docx, ReadError when the reference is none,
    DrafterError when a chart cannot be drawn.
    Raise IncompleteError, with nothing written, when `strict` and something is missing.
    """
    output = output or outline.with_name(f"{outline.stem}{'_朗读' if reading else ''}.docx")
    dress = _Dress(marks, comments, reading, contents, reference)
    required_suffix(output, *WRITERS)
    _refuse_options(output, dress)
    _refuse_overwriting(output, {"提纲": outline, "参照的文件": reference})
    if origin:
        required_suffix(origin, ".json")
    layout, seen = _layout(workspace, dress)
    report, reuse, alone = _composed(workspace, outline, seed=seed, bare=bare, chart=chart)
    if strict and (report.missing or report.conflicts):
        raise IncompleteError(f"有待补或对不上的地方，没有生成稿子：{_listed(report)}", path=outline)
    if origin:
        from drafter.render.records import origin_record

        write_record(origin_record(report), origin)
    report = replace(report, contents=True) if contents else report
    roles = _write(report, output, layout, dress)
    return Built(report, output, alone, reuse, None if roles is None else seen | roles, reading)


def _composed(
    workspace: Workspace, outline: Path, *, seed: int, bare: bool, chart: bool
) -> tuple[Report, float | None, bool]:
    """Return the report, how much of the composer's words repeats others, and whether a library was missed."""
    from drafter.compose.compose import compose
    from drafter.compose.fact_table import read_tables
    from drafter.compose.outline import load_outline

    loaded = load_outline(outline)
    loaded = loaded.with_chart() if chart else loaded
    tables = read_tables(loaded.facts, outline.parent)
    store = None if bare else library(workspace)
    folders = (workspace.templates, shipped("templates"))
    with store or contextlib.nullcontext():
        report = compose(loaded, library=store, template_folders=folders, tables=tables, seed=seed, bare=bare)
        reuse = reuse_of_composed(report, store.index()) if store else None
    return report, reuse, not bare and store is None


def _write(report: Report, output: Path, layout: Layout, dress: _Dress) -> frozenset[str] | None:
    """Write the draft; return the roles that the styles of a reference take, None without one."""
    write = WRITERS[output.suffix.lower()]
    with replacing(output) as temporary:
        if write is _word:
            _word(report, temporary, layout, marks=dress.marks, comments=dress.comments)
        else:
            write(report, temporary, layout)
        return _into(dress.reference, temporary, layout, enlarged=dress.reading) if dress.reference else None


def _refuse_options(output: Path, dress: _Dress) -> None:
    """Raise WriteError when there are options for Word files only, and the draft is none."""
    word_only = [f"--{field.name}" for field in fields(dress) if getattr(dress, field.name)]
    if word_only and output.suffix.lower() != ".docx":
        option = word_only[0]
        raise WriteError(f"{option} 只用于 Word 稿", f"请把文件名改成以 .docx 结尾，或去掉 {option}", path=output)


def _refuse_overwriting(output: Path, sources: Mapping[str, Path | None]) -> None:
    """Raise WriteError when the draft would be written over what it is made from."""
    for name, source in sources.items():
        if source and output.resolve() == source.resolve():
            raise WriteError(f"稿子会盖掉{name}", "请换一个文件名", path=output)


def _layout(workspace: Workspace, dress: _Dress) -> tuple[Layout, frozenset[str]]:
    """Return the layout of the office or of a document, larger for reading copies, and the styles that one shows."""
    layout, seen = house_layout(workspace), frozenset[str]()
    if dress.reference:
        from drafter.app.reference import seen_layout

        layout, seen = seen_layout(dress.reference, layout)
    if dress.reading:
        from drafter.page.reading import reading as enlarged

        layout = enlarged(layout)
    return layout, seen


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


def _word(report: Report, path: Path, layout: Layout, *, marks: bool = False, comments: bool = False) -> None:
    from drafter.render.word import write_word

    write_word(report, path, marks=marks, comments=comments, layout=layout)


def _into(reference: Path, draft: Path, layout: Layout, *, enlarged: bool) -> frozenset[str]:
    """Write a draft anew in the looks of an office's own document; return the roles that its styles take."""
    from drafter.ingest.reader import read_docx
    from drafter.render.word_reference import into_reference

    content = read_docx(reference)
    return frozenset(into_reference(draft.read_bytes(), content, reference, draft, layout, enlarged=enlarged))


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
