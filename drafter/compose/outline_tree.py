"""Read YAML into plain values, every scalar as it is typed, with the line of every key and item.

ruamel.yaml's node graph is used rather than its constructors: 4.50 stays 4.50, 2024-08-23 stays a text, and keys given
twice are seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from drafter.errors import Problem

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = "tuple[str | int, ...]"  # keys and list positions from the root

_NULLS = {"", "~", "null", "Null", "NULL"}
_FOLDED = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
_WIDE_COLON = re.compile(r"^[\s-]*[\w“”]{1,8}：")
_TIGHT_COLON = re.compile(r"^[\s-]*[^\W\d_]{1,8}:(?=[\S\u3000])")
_WIDE_BRACKET = re.compile(r"^[\s-]*\w{1,8}: +[｛［]")
_UNPRINTABLE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)  # writable as "\\0" in quotes

DEEPEST = 20  # levels; an outline has eight

COLON_REMEDY = "项目名后面要用半角冒号加一个空格，例如“标题: 产业发展”"


@dataclass(slots=True)
class Tree:
    """An outline file as plain values."""

    value: Value = None
    lines: dict[Path, int] = field(default_factory=dict)  # path -> line, from 1
    problems: list[Problem] = field(default_factory=list)  # without file name

    def line(self, path: Path) -> int | None:
        """Return the line of `path`, or of the nearest thing above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read_tree(text: str) -> Tree:
    """Parse YAML `text`; what is wrong with it is listed in the tree's problems."""
    try:
        root = YAML(typ="rt", pure=True).compose(text)
    except RecursionError:
        return Tree(problems=[_TOO_DEEP])
    except MarkedYAMLError as error:
        return Tree(problems=[_yaml_problem(error, text.splitlines())])
    except YAMLError:
        return Tree(problems=[Problem("文件里有看不见的控制字符", "请新建一个文本文件，把内容粘贴过去再保存")])
    tree = Tree()
    if root is not None:
        tree.value = _Walk(tree).value(root, ())
    return tree


class _Walk:
    """Turn nodes into values, noting lines and keys given twice."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.seen: set[int] = set()  # ids of lists and mappings: an alias leads to the same node again

    def value(self, node: Node, path: Path) -> Value:
        self.tree.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        if len(path) > DEEPEST:
            self.tree.problems.append(replace(_TOO_DEEP, line=node.start_mark.line + 1))
            return None
        if id(node) in self.seen:
            self._problem("提纲不支持用 & 和 * 引用前文", node, "请把内容重新写一遍")
            return None
        self.seen.add(id(node))
        return self._mapping(node, path) if isinstance(node, MappingNode) else self._list(node, path)

    def _scalar(self, node: ScalarNode) -> str | None:
        text = _text(node)
        if text and _UNPRINTABLE.search(text):
            self._problem("文字里有看不见的控制字符", node, "请把这一项删去，重新打一遍")
        return text

    def _list(self, node: Node, path: Path) -> list[Value]:
        items: list[Value] = []
        for item in node.value:
            value = self.value(item, (*path, len(items)))
            if value is None:  # a line left open: "- "
                self.tree.lines.pop((*path, len(items)), None)
            else:
                items.append(value)
        return items

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self._problem("项目名应当是一个词", key_node, COLON_REMEDY)
                continue
            key = key_node.value.strip()
            if key_node.value.startswith("\u3000"):
                self._problem("缩进用了全角空格", key_node, "请改用半角空格")
                continue
            if key in values:
                first = self.tree.lines[(*path, key)]
                self._problem(f"“{key}”写了两次，第{first}行已有", key_node, "请留下一处，或把内容并在一起")
                continue
            self.tree.lines[(*path, key)] = key_node.start_mark.line + 1
            values[key] = self.value(value_node, (*path, key))
        return values

    def _problem(self, message: str, node: Node, remedy: str) -> None:
        self.tree.problems.append(Problem(message, remedy, line=node.start_mark.line + 1))


def _text(node: ScalarNode) -> str | None:
    if node.style is None and node.value in _NULLS:
        return None
    text = str(node.value).strip()
    if node.style != "|" and node.end_mark.line > node.start_mark.line:
        text = _FOLDED.sub("", text)  # YAML folds a line break into a space, which Chinese does not want
    return text or None


# --- faults of the YAML itself ---------------------------------------------------------------------------------------

_TOO_DEEP = Problem("一层套一层，套得太深了", "请检查缩进和括号")

_CAUSES: Mapping[str, tuple[str, str]] = {
    "found character '\\t'": ("缩进用了制表符（Tab）", "请改用空格缩进"),
    "mapping values are not allowed": (
        "这一行的冒号或缩进不对",
        "同级项目要左对齐；文字里有半角冒号时，请用引号把整句括起来",
    ),
    "could not find expected ':'": ("这一行缺少冒号", COLON_REMEDY),
    "expected ',' or": ("方括号或花括号没有配对，或中间缺少半角逗号", "例如“[第一条, 第二条]”"),
    "unexpected end of stream": ("引号没有配对", "请补上右边的引号"),
    "unknown escape": ("双引号里的反斜杠不能识别", "请改用单引号，或去掉反斜杠"),
    "expected <block end>": ("缩进不一致", "同一级的项目要左对齐，下一级多缩进两个空格"),
    "expected '<document start>'": ("这一行和上面的项目没有左对齐", "同级项目要左对齐，最上一级不要缩进"),
    "undefined alias": ("文字以 * 开头", "请用引号把文字括起来"),
    "cannot start any token": ("文字以特殊符号开头", "请用引号把文字括起来"),
    "found another document": ("文件里有一行“---”把提纲分成了两份", "请删去这一行"),
}


def _yaml_problem(error: MarkedYAMLError, lines: list[str]) -> Problem:
    """Say in Chinese what broke the YAML; a colon typed the Chinese way explains most breaks, so look for it first."""
    unclosed = any(sign in (error.problem or "") for sign in ("unexpected end of stream", "expected ',' or"))
    mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    if line and (colon := _odd_colon(lines, line)):
        return colon
    cause = f"{error.problem or ''} {error.context or ''}"
    for sign, (message, remedy) in _CAUSES.items():
        if sign in cause:
            return Problem(message, remedy, line=line)
    return Problem("这里不符合 YAML 的写法", "请检查缩进、冒号和引号", line=line)


def _odd_colon(lines: list[str], line: int) -> Problem | None:
    """Look for a full-width colon or bracket, or a colon without a space, on `line` and on the two lines before it."""
    for number in range(line, max(0, line - 3), -1):
        text = lines[number - 1] if number <= len(lines) else ""
        if _WIDE_COLON.match(text):
            return Problem("项目名后面用了全角冒号“：”", COLON_REMEDY, line=number)
        if _TIGHT_COLON.match(text):
            return Problem("冒号后面缺少空格", COLON_REMEDY, line=number)
        if _WIDE_BRACKET.match(text):
            return Problem("括号是全角的", "请改用半角的 {} 或 []", line=number)
    return None


def looks_like_keys(text: str) -> bool:
    """Tell whether `text`, read as one scalar, was meant as `key: value` with a colon typed the Chinese way."""
    return bool(_WIDE_COLON.match(text) or _TIGHT_COLON.match(text))
