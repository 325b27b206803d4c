"""The journal of a session: what was not saved survives a crash, a power cut or kill -9.

One file for each outline, under `.drafter/`. A line of JSON is written after every edit, and at most every INTERVAL
while a field is being typed; it holds the outline when that has changed, and what is being typed where. A line that
was cut off in the middle is passed over.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from drafter.cli.session.claim import Claim
from drafter.cli.session.sheet import Place
from drafter.config import Workspace, replacing
from drafter.errors import DrafterError

LARGEST = 2_000_000  # bytes from which a journal begins anew
INTERVAL = 0.5  # seconds between two lines while typing, so that a kill costs less than one


@dataclass(frozen=True, slots=True)
class Lost:
    """What the writer had when the session broke off."""

    outline: str  # the outline's text with all edits
    place: Place = ()  # the field being typed, () when none was
    typed: str = ""  # what it held


class Journal:
    """The journal file of one outline."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.claim = Claim(path.with_suffix(".open"))
        self._outline = ""  # as last written
        self._typed = ""
        self._when = 0.0  # monotonic seconds

    def edited(self, outline: str) -> None:
        """Write down the outline after an edit, or that a field was left as it was."""
        if outline != self._outline or self._typed:
            self._write(outline, (), "")

    def typing(self, outline: str, place: Place, typed: str) -> None:
        """Write down what is being typed, unless that was done within INTERVAL."""
        if typed != self._typed and time.monotonic() - self._when >= INTERVAL:
            self._write(outline, place, typed)

    def _write(self, outline: str, place: Place, typed: str) -> None:
        line: dict[str, Any] = {"place": place, "typed": typed}
        if outline != self._outline:
            line["outline"] = outline
        with contextlib.suppress(
            OSError, DrafterError
        ):  # a journal that cannot be written costs the safety, not the session
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self._size() > LARGEST:
                self._begin_anew(outline, place, typed)
            else:
                with self.path.open("a", encoding="utf-8") as file:
                    _put(file, line)
        self._outline, self._typed, self._when = outline, typed, time.monotonic()

    def _size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def _begin_anew(self, outline: str, place: Place, typed: str) -> None:
        """Put one line that holds everything in place of all that were written: a long day would fill the disk."""
        with replacing(self.path) as temporary, temporary.open("w", encoding="utf-8") as file:
            _put(file, {"place": place, "typed": typed, "outline": outline})

    def recover(self) -> Lost | None:
        """Return what the last session left unsaved, None when it left nothing."""
        lost = None
        with contextlib.suppress(OSError):
            for text in self.path.read_text(encoding="utf-8", errors="replace").splitlines():
                with contextlib.suppress(ValueError):
                    line = json.loads(text)
                    outline = line.get("outline") or (lost.outline if lost else "")
                    if outline:  # none when another session on the same outline has saved, and cleared the journal
                        lost = Lost(outline, tuple(line["place"]), line["typed"])
        return lost

    def mark(self, place: Place) -> None:
        """Keep where the writer leaves off."""
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._bookmark.write_text(json.dumps(place, ensure_ascii=False), encoding="utf-8")

    def marked(self) -> Place:
        """Return where the writer left off the last time, () when that is not known."""
        with contextlib.suppress(OSError, ValueError, TypeError):
            return tuple(json.loads(self._bookmark.read_text(encoding="utf-8")))
        return ()

    @property
    def _bookmark(self) -> Path:
        return self.path.with_suffix(".place")

    def clear(self) -> None:
        """Forget everything: the outline is saved."""
        self._outline = self._typed = ""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def _put(file: TextIO, line: dict[str, Any]) -> None:
    """Write a line that a power cut does not take: not only the cache holds it."""
    file.write(json.dumps(line, ensure_ascii=False) + "\n")
    file.flush()
    os.fsync(file.fileno())


def journal_of(outline: Path, workspace: Workspace) -> Journal:
    """Return the journal of an outline file; outlines of the same name in different folders have their own."""
    mark = hashlib.sha256(str(outline.resolve()).encode()).hexdigest()[:8]
    return Journal(workspace.library.parent / f"{outline.stem}-{mark}.journal")
