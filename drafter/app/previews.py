"""A draft as it would come out of an outline that is still being typed: composed and checked, nothing written."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.corpus import library
from drafter.app.own_words import as_document, composed_share
from drafter.app.triage import with_ignored
from drafter.config import Workspace, shipped
from drafter.errors import DrafterError, Problem

if TYPE_CHECKING:
    from drafter.model import CheckResult, Report


@dataclass(frozen=True, slots=True)
class Preview:
    """What an outline gives as it stands."""

    report: Report | None = None  # None when the outline has faults
    result: CheckResult | None = None  # what the check finds in it, as in the Word file of `build`; spans are of `text`
    text: str = ""  # the draft, a paragraph a line, tables left out
    reuse: float | None = None  # share of the composer's own words that repeat past reports; None without a library
    problems: tuple[Problem, ...] = ()  # faults of the outline or its tables


def preview(root: Path, outline: Path, text: str) -> Preview:
    """Compose and check `text`, the outline of the file `outline` in the workspace at `root`; tell faults, raise none.

    Takes and gives plain values, so that another process can do it.
    """
    try:
        return _preview(Workspace(root), outline, text)
    except DrafterError as error:
        return Preview(problems=error.problems)


def _preview(workspace: Workspace, outline: Path, text: str) -> Preview:
    from drafter.check.checker import check
    from drafter.compose.compose import compose
    from drafter.compose.fact_table import read_tables
    from drafter.compose.outline import parse_outline
    from drafter.library.postings import build_index
    from drafter.model import Source

    parsed = parse_outline(text, outline)
    tables = read_tables(parsed.facts, outline.parent)
    store = library(workspace)
    folders = (workspace.templates, shipped("templates"))
    with store or contextlib.nullcontext():
        report = compose(parsed, library=store, template_folders=folders, tables=tables)
        document = as_document(report)
        own = Source("", report.title, parsed.kind, parsed.period, parsed.locality.place)
        result = check(document, store.index() if store else build_index([]), own=own)
        result = with_ignored(workspace, replace(result, path=workspace.relative(outline.with_suffix(".docx"))))
    return Preview(report, result, document.raw, composed_share(report, result.findings) if store else None)
