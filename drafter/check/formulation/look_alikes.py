"""Wordings that look like misquoted ones and are none (`data/look_alikes.txt`)."""

from __future__ import annotations

import re
from functools import cache

from drafter.config import data


def is_look_alike(masked: str) -> bool:
    """Tell whether masked characters hold a wording that real reports use."""
    return bool(look_alikes().search(masked))


@cache
def look_alikes() -> re.Pattern[str]:
    """Return what finds the look-alikes in masked characters."""
    lines = data("look_alikes.txt").read_text(encoding="utf-8").splitlines()
    return re.compile("|".join(f"(?:{line})" for line in lines if line and not line.startswith("#")))
