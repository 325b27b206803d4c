"""The frames that the library has for the indicator that is being typed about, with blanks to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from drafter.cli.session.window.blanks import with_blanks
from drafter.model import Library

MOST = 6
_RUN = re.compile(r"[^\W_]+\Z")
_ANY = "1个"  # a figure, behind which what was typed names its indicator


def frames_for(library: Library, typed: str) -> Iterator[tuple[str, str, str]]:
    """Yield wordings with blanks, what of `typed` each takes the place of, and where it comes from."""
    from drafter.text.statements import statements

    run = _RUN.search(typed)
    stated = statements(run.group() + _ANY) if run else ()
    if not run or not stated or not stated[-1].named:
        return
    indicator, begin = stated[-1].indicator, stated[-1].named[0].start
    for frame in library.frames(indicator, limit=MOST, of_any=False):
        if "{指标}" in frame.text:
            origin = f"{frame.doc_count} 篇，{PurePosixPath(frame.sources[0]).stem}" if frame.sources else "句式"
            yield with_blanks(frame.text, indicator), run.group()[begin:], origin
