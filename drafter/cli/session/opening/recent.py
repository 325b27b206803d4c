"""The outlines a writer may go on with, the latest first."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drafter import app
from drafter.cli.session.fields import BASICS, Chinese, Part, parts
from drafter.cli.session.journal import journal_of
from drafter.cli.session.sheet import open_sheet
from drafter.config import Workspace
from drafter.errors import DrafterError
from drafter.model import Locality

OUTLINES = (".yaml", ".yml")
_OUTLINE = re.compile("^(?:报告类型|文种|kind|单位|locality) *:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Recent:
    """An outline of the folder, as it was last saved."""

    path: Path
    changed: datetime.datetime
    kind: str = ""  # 半年报告
    period: str = ""  # 2024年上半年
    place: Locality | None = None
    parts: tuple[Part, ...] = ()
    unsaved: bool = False  # a session broke off, and what it had can be brought back
    fault: str = ""  # why it cannot be read

    @property
    def open(self) -> int:
        """Return how many fields nothing is typed in yet."""
        return sum(part.open for part in self.parts)


def outlines(workspace: Workspace) -> list[Recent]:
    """Return the outlines of the folder, and of the workspace it lies in, the latest first, none of them read yet."""
    folders = dict.fromkeys((Path.cwd(), workspace.root.resolve()))
    files = [path for folder in folders for path in folder.iterdir() if path.suffix.lower() in OUTLINES]
    found = (Recent(path, _changed(path)) for path in files if not path.name.startswith(".") and _is_outline(path))
    return sorted(found, key=lambda each: each.changed, reverse=True)


def _is_outline(path: Path) -> bool:
    """Tell whether a YAML file is an outline, by a look at its text: parsing all of a folder takes too long."""
    try:
        return bool(_OUTLINE.search(path.read_bytes().decode("utf-8", errors="replace")))
    except OSError:
        return False


def read(recent: Recent, workspace: Workspace) -> Recent:
    """Return an outline with what stands in it."""
    words = app.outline_words()
    try:
        tree = open_sheet(recent.path).tree
    except DrafterError as error:
        return replace(recent, fault=str(error))
    known = {words.get(str(key), str(key)): value for key, value in tree.items()}
    kind, period = (str(known.get(name) or "") for name in ("报告类型", "期间"))
    return replace(
        recent,
        kind=words.get(kind, kind),
        period=period,
        place=_place(known.get("单位"), words),
        parts=tuple(parts(tree, words)),
        unsaved=journal_of(recent.path, workspace).path.exists(),
    )


def _place(named: Any, words: Chinese) -> Locality | None:
    if not isinstance(named, Mapping):
        return None
    known = {words.get(str(key), str(key)): str(value or "") for key, value in named.items()}
    names = [known.get(word, "") for word in ("名称", "县", "市", "省")]
    return Locality(*names) if names[0] and not names[0].startswith("某") else None


def _changed(path: Path) -> datetime.datetime:
    try:
        return datetime.datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return datetime.datetime.fromtimestamp(0)


def when(moment: datetime.datetime, now: datetime.datetime) -> str:
    """Return a moment as people say it: 今天 08:03, 昨天 17:40, 3月2日, 2025年3月2日."""
    days = (now.date() - moment.date()).days
    if days in {0, 1}:
        return f"{'昨天' if days else '今天'} {moment:%H:%M}"
    day = f"{moment.month}月{moment.day}日"
    return day if moment.year == now.year else f"{moment.year}年{day}"


def summary(recent: Recent) -> Iterator[str]:
    """Yield what an outline holds, part by part."""
    for part in recent.parts:
        told = part.title or ("" if part.name == BASICS else f"{len(part.fields)} 项")
        yield f"{part.name}　{told}{f'　空着 {part.open}' if part.open else ''}"
