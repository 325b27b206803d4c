"""Notice a second session on the same outline: each keeps a small file fresh beside its journal while it runs."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

RENEWED = 3.0  # seconds between two signs of life
STALE = 12.0  # seconds without one after which a session is taken for dead, where nobody can be asked


class Claim:
    """The sign that a session is at work on an outline; whether it can be written decides nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = str(os.getpid())
        self._when = 0.0  # monotonic seconds of the last sign of life

    def is_taken(self) -> bool:
        """Tell whether another session is at work on the outline."""
        try:
            owner, age = self.path.read_text(encoding="utf-8"), time.time() - self.path.stat().st_mtime
        except (OSError, UnicodeDecodeError):
            return False
        return owner != self._own and age < STALE and _runs(owner)

    def renew(self) -> None:
        """Give a sign of life, if the last one is some time ago."""
        if time.monotonic() - self._when >= RENEWED:
            self._when = time.monotonic()
            with contextlib.suppress(OSError):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self.path.write_text(self._own, encoding="utf-8")

    def release(self) -> None:
        """Take the sign away."""
        with contextlib.suppress(OSError):
            if self.path.read_text(encoding="utf-8") == self._own:
                self.path.unlink()


def _runs(owner: str) -> bool:
    """Tell whether a process runs; where the system cannot be asked without harm, yes."""
    if os.name == "nt" or not owner.isdecimal():
        return owner.isdecimal()
    try:
        os.kill(int(owner), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
