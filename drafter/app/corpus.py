"""Past reports: read them, mine them into the library."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.config import CORPUS_NAME, Workspace
from drafter.errors import DrafterError, LibraryError, Problem, ReadError

if TYPE_CHECKING:
    from drafter.library.mine import MineSummary
    from drafter.library.store import Store
    from drafter.model import Document, Progress


READING = 0.7  # share of reading in the time of mining, measured on 9 MB in 164 reports

READABLE = (
    *(".docx", ".docm", ".doc", ".wps", ".rtf", ".odt", ".pdf"),
    *(".txt", ".md", ".html", ".htm", ".mht", ".mhtml"),
)
UNREADABLE = (".ofd", ".ceb")  # named, lest they be thought read
_BESIDE_PAGES = ("_files", ".files")  # folders where browsers put what belongs to a page


@dataclass(frozen=True, slots=True)
class Mined:
    """What mining did."""

    summary: MineSummary | None  # None: no file has changed since the last time
    skipped: tuple[DrafterError, ...]  # why a file was left out, one for each


def mine(workspace: Workspace, paths: Sequence[Path], progress: Progress) -> Mined:
    """Mine reports into the workspace's library: `paths` (files or folders), or all of `corpus/` when there are none.

    Files that the library already holds stay in it, except those that are gone from `corpus/`; so do those of a stick
    that is not plugged in. A file that was forgotten stays out until it is changed or is one of `paths`. A file that
    cannot be read is left out, and tried again the next time. Raise ReadError when nothing can be read, or one of
    `paths` does not exist.
    """
    from drafter.library.mine import unchanged
    from drafter.library.writing import forget_files, forgotten_files

    if not paths and not workspace.corpus.is_dir():
        raise ReadError(
            "还没有放报告的文件夹", "请先运行 drafter init，再把历年报告放进 corpus/", path=workspace.corpus
        )
    for path in paths:
        if not os.path.exists(path):  # noqa: PTH110  Path.exists raises on a name that is too long
            raise ReadError("没有这个文件或文件夹", "请检查名称和所在的文件夹", path=path)
    wanted, nameless = by_name(report_files(paths or [workspace.corpus]), workspace)
    if paths and not wanted and not nameless:
        raise no_reports(paths[0])
    forgotten = forgotten_files(workspace.library)
    held = _held(workspace)
    files = {name: workspace.root / name for name in held} | wanted
    hashes = {name: _sha256(file) or held.get(name, "") for name, file in sorted(files.items())}
    named = {name for name, file in wanted.items() if file in paths}
    stay_out = {name: was for name, was in forgotten.items() if name not in named and hashes.get(name, was) == was}
    if stay_out != forgotten:
        forget_files(workspace.library, stay_out)
    hashes = {name: digest for name, digest in hashes.items() if name not in stay_out}
    if unchanged(workspace.library, hashes) and (unread := _still_unread(workspace)) is not None:
        return Mined(None, (*nameless, *unread))
    mined = _mine(workspace, {name: files[name] for name in hashes}, hashes, progress)
    skipped = (*nameless, *mined.skipped)
    if mined.summary is None:
        raise skipped[0] if skipped else no_reports(paths[0] if paths else workspace.corpus)
    return Mined(mined.summary, skipped)


def unmined(workspace: Workspace) -> int:
    """Return how many files of `corpus/` the library does not hold, nor has been told to leave out."""
    from drafter.library.writing import forgotten_files

    if not workspace.corpus.is_dir():
        return 0
    there, _ = by_name(report_files([workspace.corpus]), workspace)
    known = {*_held(workspace), *forgotten_files(workspace.library), *_unread(workspace)}
    return len(there.keys() - known)


def _unread(workspace: Workspace) -> Sequence[str]:
    """Return the files that could not be read when the library was mined."""
    with contextlib.suppress(LibraryError):
        if store := library(workspace):
            with store:
                return store.unread()
    return ()


def mine_without(workspace: Workspace, names: Sequence[str], progress: Progress) -> Mined:
    """Mine what the library holds anew without some of its files, which stay out from now on."""
    from drafter.library.writing import forget_files, forgotten_files

    held = _held(workspace)
    gone = {name: _sha256(workspace.root / name) for name in names}
    forget_files(workspace.library, {**forgotten_files(workspace.library), **gone})
    files = {name: workspace.root / name for name in sorted(held) if name not in gone}
    hashes = {name: _sha256(file) or held[name] for name, file in files.items()}
    return _mine(workspace, files, hashes, progress, may_be_empty=True)


def _mine(
    workspace: Workspace,
    files: Mapping[str, Path],
    hashes: Mapping[str, str],
    progress: Progress,
    *,
    may_be_empty: bool = False,
) -> Mined:
    """Read and mine files; without a report in them mine nothing, unless the library may be empty."""
    from drafter.app.reading import read_digests
    from drafter.library.mine import mine as mine_digests

    digests, unread = read_digests(files, hashes, workspace.shelf, _part(progress, 0.0, READING))
    if not digests and not may_be_empty:
        return Mined(None, tuple(unread))
    summary = mine_digests(digests, workspace.library, _part(progress, READING, 1.0), hashes=hashes)
    return Mined(summary, tuple(unread))


def _part(progress: Progress, start: float, end: float) -> Progress:
    """Return what tells the progress of a part of the work, from `start` to `end` of the whole."""
    return lambda stage, share: progress(stage, start + (end - start) * share)


def no_reports(folder: Path) -> ReadError:
    """Return the error that a folder holds no report."""
    return ReadError("里面没有报告", "请放入 .docx、.doc、.pdf、.txt 等文件", path=folder)


def _held(workspace: Workspace) -> dict[str, str]:
    """Return the files that the library was mined from, name -> SHA-256; none when there is no library to read.

    What is gone from `corpus/` is left out.
    """
    with contextlib.suppress(LibraryError):
        if store := library(workspace):
            with store:
                held = store.origin()[0]
            own = f"{CORPUS_NAME}/"
            return {
                name: was for name, was in held.items() if not name.startswith(own) or (workspace.root / name).exists()
            }
    return {}


def _still_unread(workspace: Workspace) -> list[DrafterError] | None:
    """Return why files that could not be read still cannot; None when one can, now that LibreOffice is there, say."""
    from drafter.app.reading import digest_file, error_of

    with mined_library(workspace) as store:
        names = store.unread()
    tried = [digest_file(workspace.root / name, name) for name in names]
    unread = [each for each in tried if isinstance(each, Problem)]
    return [error_of(problem) for problem in unread] if len(unread) == len(tried) else None


def by_name(files: Sequence[Path], workspace: Workspace) -> tuple[dict[str, Path], list[DrafterError]]:
    """Return files by the names the library knows them by, and why any can have none."""
    named: dict[str, Path] = {}
    nameless: list[DrafterError] = []
    for file in files:
        try:
            named[workspace.relative(file)] = file
        except ReadError as error:
            nameless.append(error)
    return named, nameless


def _sha256(file: Path) -> str:
    """Return the SHA-256 of a file, "" when it cannot be read."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def report_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files named, and the documents in the folders named, by name; a path that is missing stays."""
    files: list[Path] = []
    for path in paths:
        files += filter(_is_document, sorted(path.rglob("*"))) if path.is_dir() else [path]
    return files


def _is_document(file: Path) -> bool:
    """Tell whether a file of a folder is meant as a report: not a README, nor hidden, Word's lock or a page's part."""
    aside = file.name.startswith((".", "~$")) or file.stem.upper() == "README"
    aside = aside or any(folder.name.endswith(_BESIDE_PAGES) for folder in file.parents)
    return file.suffix.lower() in READABLE + UNREADABLE and file.is_file() and not aside


def read_reports(files: Mapping[str, Path]) -> tuple[list[Document], list[DrafterError]]:
    """Read the reports of files, given by the names they go by; return them, and why any could not be read."""
    from drafter.ingest.reader import read

    documents: list[Document] = []
    unreadable: list[DrafterError] = []
    for name, file in files.items():
        try:
            documents += read(file, name)
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
        remedy = "请先把历年报告放进 corpus/，再运行 drafter mine；工作区在别处的，请到那里运行"
        raise LibraryError("还没有语料库", remedy, path=workspace.root)
    return store
