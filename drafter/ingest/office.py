"""Read what only an office program can (.doc, .wps, .rtf, .odt): LibreOffice writes it as .docx."""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from drafter.errors import ReadError
from drafter.ingest import signatures
from drafter.ingest.plain import read_plain
from drafter.ingest.raw import RawText
from drafter.ingest.word import read_word

_REMEDY = "请用 WPS 或 Word 打开，另存为 .docx"
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/opt/apps/*libreoffice*/files/**/program/soffice",  # where the app stores of Kylin and UOS put it
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "{PROGRAMFILES}/LibreOffice/program/soffice.exe",
    "{PROGRAMFILES(X86)}/LibreOffice/program/soffice.exe",
    "{LOCALAPPDATA}/Programs/LibreOffice/program/soffice.exe",
)
_FILTERS = {".doc": "MS Word 97", ".rtf": "Rich Text Format", ".odt": "writer8"}
"""What LibreOffice is to take a file for; left to itself, it shows a damaged one as text."""
LONGEST = 120.0
"""Seconds a conversion may take: a report takes 1.5, the first one of a run 5, on an old machine four times that."""
_ONE_AT_A_TIME = threading.Lock()


def read_office(content: bytes, path: Path) -> RawText:
    """Read a file by way of LibreOffice. Raise ReadError when that is not installed, or cannot read the file.

    What has the suffix of such a file and is plain text is read as that.
    """
    kind = signatures.identify(content)
    if kind is None:
        return read_plain(content, path)
    program = find_program()
    if program is None:
        raise ReadError(
            f"{kind.name}要先转成 .docx 才能读", f"{_REMEDY}；装有 LibreOffice 的电脑上可以直接读", path=path
        )
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"source{kind.reader}")
        source.write_bytes(content)
        target = Path(folder, "out", "source.docx")
        file_filter = "MS Word 2003 XML" if content.lstrip().startswith(b"<") else _FILTERS[kind.reader]
        try:
            ended = convert(program, source, target.parent, "docx", file_filter)
        except OSError as error:
            raise ReadError("LibreOffice 启动不了", f"{_REMEDY}；或重新安装 LibreOffice", path=path) from error
        if not ended:
            raise ReadError(f"{kind.name}太大或已损坏，没有转换成 .docx", _REMEDY, path=path)
        if not target.is_file():
            raise ReadError(f"{kind.name}已损坏，或加了密码", _REMEDY, path=path)
        return read_word(target.read_bytes(), path)


def find_program() -> Path | None:
    """Return LibreOffice's program, from the search path or where it is usually installed; None when there is none."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    for place in _PLACES:
        with contextlib.suppress(KeyError, OSError):
            path = Path(place.format_map(os.environ))
            anchor = Path(path.anchor)
            if found_here := next(iter(sorted(anchor.glob(str(path.relative_to(anchor))))), None):
                return found_here
    return None


def convert(program: Path, source: Path, folder: Path, form: str, file_filter: str = "") -> bool:
    """Let LibreOffice write `source` in another form (docx) into `folder`; tell whether it came to an end in time.

    `file_filter` is what it takes the source for. Raise OSError when the program does not start.
    """
    command = [
        str(program),
        f"-env:UserInstallation={_profile().as_uri()}",  # own settings: its windows may be open, macros stay off
        *("--headless", "--norestore", "--nolockcheck"),
        *((f"--infilter={file_filter}",) if file_filter else ()),
        *("--convert-to", form, "--outdir", str(folder), str(source)),
    ]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - a fixed program and files of our own naming, no shell
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            process.wait(LONGEST)
        except subprocess.TimeoutExpired:
            _stop(process)
            return False
        except KeyboardInterrupt:
            _stop(process)
            raise
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop LibreOffice and what it has started."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    else:
        os.killpg(process.pid, signal.SIGKILL)


@functools.cache
def _profile() -> Path:
    """Return a folder for LibreOffice's settings that lasts as long as drafter runs: making one takes it seconds."""
    folder = tempfile.mkdtemp(prefix="drafter-office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
