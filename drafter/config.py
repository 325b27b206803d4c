"""Where things are: the workspace, what ships with drafter, and files written beside and renamed."""

from __future__ import annotations

import contextlib
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import ReadError, WriteError

CONFIG_NAME = "drafter.toml"
CORPUS_NAME = "corpus"
LIBRARY_NAME = Path(".drafter") / "library.sqlite"
SHELF_NAME = Path(".drafter") / "digests.sqlite"
IGNORED_NAME = Path(".drafter") / "ignored.json"

_PACKAGE = Path(__file__).parent
_TEMPORARY = ".drafter-"  # begins the names of files being written
_LONGEST_WRITING = 3600.0  # seconds; a library of 10 MB of reports takes three


def shipped(name: str) -> Path:
    """Return a folder that ships with drafter (`templates`, `corpus`): inside the wheel, or beside a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def data(name: str) -> Path:
    """Return a file of `drafter/data`."""
    return _PACKAGE / "data" / name


def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table of `drafter/data`: tab-separated, # begins a comment, the first row names columns."""
    lines = data(name).read_text(encoding="utf-8").splitlines()
    rows = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    return tuple(rows[1:])


@dataclass(frozen=True, slots=True)
class Workspace:
    """A writer's folder: `corpus/`, `templates/` (overrides), `drafter.toml`, and the library under `.drafter/`."""

    root: Path

    @property
    def corpus(self) -> Path:
        """Return the folder of past reports."""
        return self.root / CORPUS_NAME

    @property
    def templates(self) -> Path:
        """Return the folder of template overrides; it need not exist."""
        return self.root / "templates"

    @property
    def library(self) -> Path:
        """Return the library file; it need not exist."""
        return self.root / LIBRARY_NAME

    @property
    def shelf(self) -> Path:
        """Return the file of what was read of each report, kept to save time; it need not exist."""
        return self.root / SHELF_NAME

    @property
    def ignored(self) -> Path:
        """Return the file that keeps which findings are ignored; it need not exist."""
        return self.root / IGNORED_NAME

    def relative(self, path: Path) -> str:
        """Return `path` from the workspace with "/" (the absolute path when it lies outside).

        Raise ReadError for a name in some other encoding, as old archives leave behind when unpacked on Linux.
        """
        name = path.resolve()
        with contextlib.suppress(ValueError):
            name = name.relative_to(self.root.resolve())
        try:
            return name.as_posix().encode().decode()
        except UnicodeEncodeError:
            raise ReadError("文件名是乱码", "请给文件改个名字再试", path=path) from None


def find_workspace(start: Path) -> Workspace:
    """Return the nearest folder from `start` upwards with a `drafter.toml` or a `corpus/`, else `start` itself."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG_NAME).is_file() or (folder / CORPUS_NAME).is_dir():
            return Workspace(folder)
    return Workspace(start)


def _sweep(folder: Path) -> None:
    """Remove what a drafter that was killed while writing left behind."""
    for file in folder.glob(f"{_TEMPORARY}????????.*"):
        with contextlib.suppress(OSError):
            if time.time() - file.stat().st_mtime > _LONGEST_WRITING:
                file.unlink()


def _locks(target: Path) -> Iterator[Path]:
    """Yield the files that Word, WPS or LibreOffice has put beside a document because it is open.

    Word writes ~$ over the first characters of a name that has seven and more before its suffix.
    """
    covered = min(max(len(target.stem) - 6, 0), 2)
    names = (f"~${target.name[covered:]}", f"~${target.name}", f".~{target.name}", f".~lock.{target.name}#")
    for name in dict.fromkeys(names):
        with contextlib.suppress(OSError):  # a name too long for a file
            if target.with_name(name).exists():
                yield target.with_name(name)


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside `target`; rename it over the target when the block ends well.

    On any error the temporary file is removed and the target stays as it was. Raise WriteError when the folder
    or the target cannot be written, or the target is open in an office program.
    """
    # not by mkstemp, whose files only the owner may read; without the target's name, which may be long as it is
    temporary = target.parent / f"{_TEMPORARY}{secrets.token_hex(4)}{target.suffix}"
    try:
        if target.is_dir():
            raise WriteError("这是文件夹，不能当文件写", "请写明文件名", path=target)
        if lock := next(_locks(target), None):
            remedy = f"请先关闭它再试；如果没有打开，请删去旁边的 {lock.name}"
            raise WriteError("这个文件正在 Word、WPS 等软件里打开", remedy, path=target)
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target.parent)
        temporary.touch(exist_ok=False)
    except OSError as error:
        raise WriteError(
            "无法写入这个位置", "请检查文件夹是否存在、文件名是否太长、是否有写入权限", path=target
        ) from error
    try:
        yield temporary
        temporary.replace(target)
    except PermissionError as error:
        raise WriteError("文件正被别的程序占用或没有写入权限", "请先关闭打开它的程序再试", path=target) from error
    except OSError as error:
        raise WriteError("没能写完这个文件", "请检查磁盘是否满了、文件名是否太长", path=target) from error
    finally:
        temporary.unlink(missing_ok=True)
