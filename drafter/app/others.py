"""What a draft could say instead, for an outline that is still being typed."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.corpus import library
from drafter.config import Workspace, shipped
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.model import Alternative


def alternatives(root: Path, outline: Path, text: str, ref: str) -> tuple[Alternative, ...]:
    """Return what the section, point or paragraph at the path `ref` could say instead; nothing while it has faults.

    `text` is the outline of the file `outline` in the workspace at `root`. Takes and gives plain values, so that
    another process can do it.
    """
    from drafter.compose.alternatives import alternatives as found
    from drafter.compose.fact_table import read_tables
    from drafter.compose.other_paragraphs import FIELDS, other_paragraphs
    from drafter.compose.outline import parse_outline

    workspace = Workspace(root)
    folders = (workspace.templates, shipped("templates"))
    with contextlib.suppress(DrafterError):
        parsed = parse_outline(text, outline)
        tables = read_tables(parsed.facts, outline.parent)
        store = library(workspace)
        with store or contextlib.nullcontext():
            if ref in FIELDS:
                return tuple(other_paragraphs(parsed, ref, library=store, tables=tables, template_folders=folders))
            return found(parsed, ref, library=store, tables=tables)
    return ()


def renamed(wording: str, old: str, new: str, *, is_deed: bool) -> str:
    """Return a settled paragraph that calls by its new name an indicator, or a deed, that was called `old`."""
    from drafter.compose.settling import renamed as following

    return following(wording, old, new, is_deed=is_deed)
