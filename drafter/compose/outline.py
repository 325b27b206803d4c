"""Read an outline file: the checked outline, or all its faults at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from drafter.compose.outline_fields import KINDS, PARTS, Fact, Item, Locality, Outline, Point, Section
from drafter.compose.outline_problems import explain, with_canonical_keys
from drafter.compose.outline_tree import COLON_REMEDY, Tree, looks_like_keys, read_tree
from drafter.errors import OutlineError, Problem
from drafter.model import Period

__all__ = ["Fact", "Item", "Locality", "Outline", "Point", "Section", "load_outline", "parse_outline"]

LARGEST = 300_000  # bytes; a full year's outline has about 30,000
MOST_PROBLEMS = 20  # told at once; more than that have one cause


def load_outline(path: Path) -> Outline:
    """Read the outline at `path`. Raise OutlineError with every fault, each with its line."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except FileNotFoundError:
        raise OutlineError([Problem("没有这个文件", "请检查文件名和路径", path)]) from None
    except OSError:
        if os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises again on a name that is too long
            raise OutlineError([Problem("这是文件夹，不是提纲", "请写明其中的提纲文件名", path)]) from None
        raise OutlineError([Problem("读不了这个文件", "请检查文件名是否太长、有没有读取权限", path)]) from None
    if size > LARGEST:
        raise OutlineError([Problem("文件太大，不像提纲", "请检查是否选错了文件", path)])
    return parse_outline(_decode(content, path), path)


def parse_outline(text: str, path: Path | None = None) -> Outline:
    """Read an outline from `text`; `path` only names it in problems. Raise OutlineError as `load_outline` does."""
    tree = read_tree(text)
    if not isinstance(tree.value, dict):
        raise _error(tree.problems or [_no_outline(tree, text)], path)
    tree = with_canonical_keys(tree)
    outline, problems = _validate(tree)
    if outline is None or problems:
        raise _error(sorted(problems, key=lambda problem: problem.line or 0), path)
    return outline


def _error(problems: list[Problem], path: Path | None) -> OutlineError:
    """Return the error that tells the problems, each but once and no more than a writer can take in."""
    told = list(dict.fromkeys(replace(problem, path=path) for problem in problems))
    rest = len(told) - MOST_PROBLEMS
    if rest > 0:
        told[MOST_PROBLEMS:] = [Problem(f"另有 {rest} 处问题没有列出", "请先改好上面这些再试", path)]
    return OutlineError(told)


def _decode(content: bytes, path: Path) -> str:
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise OutlineError([Problem("这不是文本文件", "提纲是 .yaml 文本文件，请检查是否选错了文件", path)])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        remedy = "请用记事本打开，选“另存为”，编码选 UTF-8"
        raise OutlineError([Problem("文件不是 UTF-8 编码", remedy, path)]) from None


def _no_outline(tree: Tree, text: str) -> Problem:
    if tree.value is None:
        return Problem("提纲是空的", "可用 drafter outline new 生成一份带说明的提纲")
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if looks_like_keys(first):
        return Problem("项目名后面的冒号不对", COLON_REMEDY, line=tree.line(()))
    return Problem("提纲应当由“报告类型: 半年报告”这样的项目组成", "可用 drafter outline new 生成一份样子", line=1)


def _validate(tree: Tree) -> tuple[Outline | None, list[Problem]]:
    problems = list(tree.problems)
    try:
        outline = Outline.model_validate(tree.value)
    except ValidationError as error:
        return None, problems + list(explain(error.errors(include_url=False), tree))
    return outline, problems + list(_cross_faults(outline, tree))


def _cross_faults(outline: Outline, tree: Tree) -> Iterator[Problem]:
    """Yield what no single key tells."""
    if outline.period.part != PARTS[outline.kind]:
        name = next(name for name, kind in KINDS.items() if kind == outline.kind)
        right = Period(outline.period.year, PARTS[outline.kind])
        line = tree.line(("period",))
        yield Problem(f"“{name}”的期间不应是“{outline.period}”", f"请写成“{right}”，或改报告类型", line=line)
