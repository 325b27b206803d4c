"""What a draft could say instead, for an outline that is still being typed."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.corpus import library
from drafter.config import Workspace
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.model import Alternative


def alternatives(root: Path, outline: Path, text: str, ref: str) -> tuple[Alternative, ...]:
    """Return what the section or point at the path `ref` could say instead; nothing while the outline has faults.

    `text` is the outline of the file `outline` in the workspace at `root`. Takes and gives plain values, so that
    another process can do it.
    """
    from drafter.compose.alternatives import alternatives as found
    from drafter.compose.fact_table import read_tables
    from drafter.compose.outline import parse_outline

    try:
        parsed = parse_outline(text, outline)
        tables = read_tables(parsed.facts, outline.parent)
        store = library(Workspace(root))
    except DrafterError:
        return ()
    with store or contextlib.nullcontext():
        return found(parsed, ref, library=store, tables=tables)
