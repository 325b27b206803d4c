"""Word files on paper: LibreOffice prints them, and what stands on the pages is measured."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

LEFT, RIGHT = 28 / 25.4 * 72, 184 / 25.4 * 72  # edges of the text area, in points
TOP, BOTTOM = 37 / 25.4 * 72, 262 / 25.4 * 72
SQUARE = 15.75  # a 三号 character with its tightening
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, its edges from the left and its middle from the top, in points."""

    text: str
    left: float
    right: float
    middle: float


Page = list[Line]


def converted(file: Path, suffix: str) -> Path:
    """Let LibreOffice write a file beside itself in another format; return the new one."""
    assert shutil.which("soffice"), "soffice is not installed; make e2e-tools installs it"
    folder = file.parent / suffix
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(file)]
    subprocess.run(command, cwd=file.parent, check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{suffix}"


def pages_of(pdf: Path) -> list[Page]:
    """Return the lines of every page of a PDF, from the top."""
    root = etree.fromstring(_told("pdftotext", "-bbox", "-enc", "UTF-8", str(pdf), "-").encode())
    return [lines_of(page) for page in root.iter(f"{_XHTML}page")]


def faces_in(pdf: Path) -> set[str]:
    """Return the names of the typefaces that a PDF is set in."""
    names = [line.split()[0] for line in _told("pdffonts", str(pdf)).splitlines()[2:]]
    return {re.sub("^[A-Z]{6}[+]", "", name) for name in names}


def lines_of(page: etree._Element) -> Page:
    """Join the words of a page that stand at one height."""
    rows: dict[int, list[tuple[float, float, float, str]]] = {}
    for word in page.iter(f"{_XHTML}word"):
        left, right, top, bottom = (float(word.get(name, "")) for name in ("xMin", "xMax", "yMin", "yMax"))
        rows.setdefault(round((top + bottom) / 8), []).append((left, right, (top + bottom) / 2, word.text or ""))
    return [
        Line("".join(word[3] for word in sorted(row)), min(row)[0], max(word[1] for word in row), row[0][2])
        for _, row in sorted(rows.items())
    ]


def running_text(pages: Sequence[Page]) -> list[Page]:
    """Return the lines of the pages before the first annex, page numbers left out."""
    running = [[line for line in page if line.middle < BOTTOM] for page in pages]
    annexes = (number for number, page in enumerate(running) if page and re.match(r"附件\d?$", page[0].text))
    return running[: next(annexes, len(running))]


def _told(*command: str) -> str:
    """Return what a program says."""
    assert shutil.which(command[0]), f"{command[0]} is not installed; make e2e-tools installs it"
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
