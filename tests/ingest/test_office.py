"""Old Office files: by way of LibreOffice where it is installed, with a clear message where not."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import docx
import pytest

from drafter.errors import ReadError
from drafter.ingest import office
from drafter.ingest.reader import read_raw

OLD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "WordDocument".encode("utf-16-le")
TEXT = ["政府工作报告", "各位代表：", "完成投资6.7亿元，增长3%。"]

FAKE = """#!{python}
import pathlib, shutil, sys, time
arguments = sys.argv[1:]
folder = pathlib.Path(arguments[arguments.index("--outdir") + 1])
source = pathlib.Path(arguments[-1])
assert source.parent == folder.parent and source.suffix == ".doc" and "--infilter=MS Word 97" in arguments
assert any(each.startswith("-env:UserInstallation=file:///") for each in arguments)
{does}
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return an old Word file."""
    path = tmp_path / "稿 子.wps"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the program is looked for that stands for LibreOffice."""
    path = tmp_path / "soffice"
    monkeypatch.setattr(office, "find_program", lambda: path)
    return path


def write_program(program: Path, does: str) -> None:
    """Write a program that converts in its own way."""
    program.write_text(FAKE.format(python=sys.executable, does=does), encoding="utf-8")
    program.chmod(0o755)


on_posix = pytest.mark.skipif(sys.platform == "win32", reason="the program that stands for LibreOffice is a script")


@on_posix
def test_what_libreoffice_writes_is_read(old: Path, program: Path, tmp_path: Path) -> None:
    document = docx.Document()
    for line in TEXT:
        document.add_paragraph(line)
    document.save(str(tmp_path / "新.docx"))
    write_program(program, f"folder.mkdir(); shutil.copy({str(tmp_path / '新.docx')!r}, folder / 'source.docx')")
    assert read_raw(old).split("\n") == TEXT


@on_posix
def test_a_file_that_is_not_converted_is_damaged(old: Path, program: Path) -> None:
    write_program(program, "sys.exit(1)")
    with pytest.raises(ReadError, match="已损坏，或加了密码") as error:
        read_raw(old)
    assert "另存为 .docx" in error.value.problems[0].remedy


@on_posix
def test_a_conversion_that_never_ends_is_stopped(old: Path, program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_program(program, "time.sleep(60)")
    monkeypatch.setattr(office, "LONGEST", 0.3)
    with pytest.raises(ReadError, match="没有转换成"):
        read_raw(old)


def test_a_program_that_does_not_start_is_no_traceback(old: Path, program: Path) -> None:
    program.mkdir()
    with pytest.raises(ReadError, match="LibreOffice"):
        read_raw(old)


def test_without_libreoffice_the_message_says_how_to_go_on(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: None)
    with pytest.raises(ReadError, match=r"要先转成 \.docx") as error:
        read_raw(old)
    assert "WPS" in error.value.problems[0].remedy


def test_a_program_off_the_search_path_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(
        office, "_PLACES", ("/nowhere*/soffice", "{UNSET}/soffice", "{PROGRAMFILES}/LibreOffice/program/soffice.exe")
    )
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert office.find_program() == program


@pytest.mark.e2e
@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt"])
def test_libreoffice_itself_converts(tmp_path: Path, suffix: str) -> None:
    document = docx.Document()
    for line in TEXT:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    source = tmp_path / "稿子.docx"
    source.write_bytes(buffer.getvalue())
    program = office.find_program()
    assert program, "LibreOffice is missing: make e2e-tools"
    office.convert(program, source, tmp_path, suffix[1:])
    assert read_raw(tmp_path / f"稿子{suffix}").strip().split("\n") == TEXT
    whole = (tmp_path / f"稿子{suffix}").read_bytes()
    (tmp_path / f"截断{suffix}").write_bytes(whole[: len(whole) // 8])
    with pytest.raises(ReadError):
        read_raw(tmp_path / f"截断{suffix}")
