"""The office's own layout: the house rules of the workspace's drafter.toml."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from drafter.config import CONFIG_NAME, Workspace
from drafter.errors import Problem, ReadError, SettingsError
from drafter.page import STANDARD, Layout

_HAN = "\u4e00-\u9fff"
# TOML asks for quotes round a name that is not English; nobody who writes 行距 = … should have to know that
_BARE_HEADER = re.compile(rf"^\s*\[\s*([^\]\"'#]*[{_HAN}][^\]\"'#]*?)\s*\]", re.M)
_BARE_KEY = re.compile(rf"^(\s*)((?=[^=\"'#\n]*[{_HAN}])[\w.{_HAN}]+)(\s*)(?==)", re.M)
_HEADER = re.compile(r"^\s*\[([^\]]+)\]")
_KEY = re.compile(r"^\s*([^=#\[]+?)\s*=")
_AT_LINE = re.compile(r"\(at line (\d+)")


def house_layout(workspace: Workspace) -> Layout:
    """Return the standard layout with the house rules of the workspace. Raise SettingsError with all their faults."""
    path = workspace.root / CONFIG_NAME
    settings, lines = _settings(path)
    if not settings:
        return STANDARD
    from drafter.page.house import read_house_rules

    layout, faults = read_house_rules(settings)
    if faults:
        raise SettingsError([Problem(each.message, each.remedy, path, _line(each.keys, lines)) for each in faults])
    return layout


def _settings(path: Path) -> tuple[Mapping[str, Any], Mapping[tuple[str, ...], int]]:
    """Return what drafter.toml says ({} when there is none), and the line of each of its keys."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return {}, {}
    except OSError as error:
        raise ReadError("文件打不开", "请检查是否有读取权限，或是否正被别的程序占用", path=path) from error
    text = _decoded(content, path).replace("\r\n", "\n")
    if not re.search(r"^\s*[^#\s]", text, re.M):  # a new workspace's holds comments only
        return {}, {}
    quoted = _BARE_KEY.sub(lambda match: match[1] + _quoted(match[2]) + match[3], text)
    quoted = _BARE_HEADER.sub(lambda match: f"[{_quoted(match[1])}]", quoted)
    return _parsed(quoted, path), dict(_key_lines(text))


def _decoded(content: bytes, path: Path) -> str:
    for encoding in ("utf-8-sig", "gb18030"):  # the second is what an old Notepad writes
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError("文件是乱码", "请用记事本另存为 UTF-8 编码", path=path)


def _quoted(keys: str) -> str:
    """Return dotted keys, each in quotes: 版式.正文 is "版式"."正文"."""
    return ".".join(f'"{key.strip()}"' for key in keys.split("."))


def _parsed(text: str, path: Path) -> Mapping[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = _AT_LINE.search(str(error))
        line = int(match[1]) if match else None
        remedy = "每行写成“名称 = 值”，一节写成 [名称]；文字的值要加英文引号，同一项不要写两遍"
        raise ReadError("写法不对", remedy, path=path, line=line) from error


def _key_lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the keys that lead to each line that sets something."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _names(header[1])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_names(key[1])), number


def _names(keys: str) -> tuple[str, ...]:
    return tuple(key.strip().strip("\"'") for key in keys.split("."))


def _line(keys: tuple[str, ...], lines: Mapping[tuple[str, ...], int]) -> int | None:
    """Return the line of a key, or of the nearest one above it."""
    while keys:
        if keys in lines:
            return lines[keys]
        keys = keys[:-1]
    return None
