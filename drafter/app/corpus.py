"""Past reports: mine them into the library, look the library up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.config import Workspace
from drafter.errors import DrafterError, LibraryError, ReadError

if TYPE_CHECKING:
    from drafter.library.mine import MineSummary
    from drafter.library.store import Store
    from drafter.model import Document, Phrase

Progress = Callable[[str, float], None]  # stage in Chinese, share of the whole work done (0–1)

READABLE = (".txt", ".md", ".docx")
UNREADABLE = (".doc", ".wps", ".rtf", ".pdf", ".ofd", ".odt", ".htm", ".html")  # named, lest they be thought read


@dataclass(frozen=True, slots=True)
class Mined:
    """What mining did."""

    summary: MineSummary
    skipped: tuple[DrafterError, ...]  # why a file was left out, one for each


def mine(workspace: Workspace, paths: Sequence[Path], progress: Progress) -> Mined:
    """Mine reports into the workspace's library: `paths` (files or folders), or all of `corpus/` when there are none.

    A file that cannot be read is left out. Raise ReadError when nothing can be read.
    """
    paths = paths or [workspace.corpus]
    documents, skipped = read_reports(paths, workspace)
    if not documents:
        raise skipped[0] if skipped else ReadError("这里没有报告", "请放入 .txt、.md 或 .docx 文件", path=paths[0])
    from drafter.library.mine import mine as mine_documents

    return Mined(mine_documents(documents, workspace.library, progress), tuple(skipped))


def report_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files named, and the documents in the folders named, by name; a path that is missing stays."""
    files: list[Path] = []
    for path in paths:
        files += filter(_is_document, sorted(path.rglob("*"))) if path.is_dir() else [path]
    return files


def _is_document(file: Path) -> bool:
    """Tell whether a file of a folder is meant as a report: not a README, nor hidden, nor Word's lock file."""
    aside = file.name.startswith((".", "~$")) or file.stem.upper() == "README"
    return file.suffix.lower() in READABLE + UNREADABLE and file.is_file() and not aside


def read_reports(paths: Sequence[Path], workspace: Workspace) -> tuple[list[Document], list[DrafterError]]:
    """Read the reports of files and folders; return them and why any could not be read."""
    from drafter.ingest.reader import read

    documents: list[Document] = []
    unreadable: list[DrafterError] = []
    for file in report_files(paths):
        try:
            documents += read(file, workspace.relative(file))
        except DrafterError as error:
            unreadable.append(error)
    return documents, unreadable


def library(workspace: Workspace) -> Store | None:
    """Open the workspace's library; None when nothing has been mined yet."""
    if not workspace.library.exists():
        return None
    from drafter.library.store import open_library

    return open_library(workspace.library)


def mined_library(workspace: Workspace) -> Store:
    """Open the workspace's library. Raise LibraryError when nothing has been mined yet."""
    store = library(workspace)
    if store is None:
        raise LibraryError("还没有语料库", "请先把历年报告放进 corpus/，再运行 drafter mine")
    return store


def phrases(workspace: Workspace, query: str, *, topic: str = "", move: str = "", limit: int = 50) -> Sequence[Phrase]:
    """Look phrases up by characters, pinyin initials or a mixture, best first."""
    return mined_library(workspace).phrases(query, topic=topic, move=move, limit=limit)


def library_stats(workspace: Workspace) -> Mapping[str, int]:
    """Return what the library holds."""
    return mined_library(workspace).stats()
