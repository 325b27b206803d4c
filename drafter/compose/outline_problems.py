"""Bring an outline's keys to one language, and say in Chinese what does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import AliasChoices, BaseModel
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from drafter.compose.outline_fields import Item, Outline
from drafter.compose.outline_tree import COLON_REMEDY, Path, Tree, Value, looks_like_keys
from drafter.errors import Problem
from drafter.text.numbering import LAST

SIMILAR = 50  # rapidfuzz ratio, 0–100: 小题目/小标题 67, 事像/事项 50, 打标/指标 50; two unrelated names share nothing


def with_canonical_keys(tree: Tree) -> Tree:
    """Return the tree with every Chinese key replaced by its canonical name; a key given both ways is a problem."""
    renaming = _Renaming(tree, Tree(problems=list(tree.problems)))
    renaming.plain.value = renaming.value(tree.value, Outline, (), ())
    return renaming.plain


@dataclass(frozen=True, slots=True)
class _Renaming:
    tree: Tree
    plain: Tree  # grows as the tree is walked

    def value(self, value: Value, model: type[BaseModel] | None, old: Path, new: Path) -> Value:
        if old in self.tree.lines:
            self.plain.lines[new] = self.tree.lines[old]
        if isinstance(value, list):
            return [self.value(item, model, (*old, i), (*new, i)) for i, item in enumerate(value)]
        return self._mapping(value, model, old, new) if isinstance(value, dict) else value

    def _mapping(self, values: dict[str, Value], model: type[BaseModel] | None, old: Path, new: Path) -> Value:
        names = _names(model)
        if model is Item and not values.keys() <= names.keys():  # a table row: its columns are the writer's
            names = {}
        renamed: dict[str, Value] = {}
        for key, child in values.items():
            name = names.get(key, key)
            if name in renamed:
                message = f"“{key}”和第{self.plain.lines[(*new, name)]}行的内容是同一项"
                self.plain.problems.append(Problem(message, "请并在一处", line=self.tree.lines[(*old, key)]))
            else:
                renamed[name] = self.value(child, _nested(model, name), (*old, key), (*new, name))
        return renamed


def explain(errors: list[ErrorDetails], tree: Tree) -> Iterator[Problem]:
    """Yield each validation error as a Problem with its line."""
    for error in errors:
        path: Path = error["loc"]
        if error["type"] == "missing":
            owner = f"“{chinese(path[:-1])}”里" if len(path) > 1 else ""
            remedy = f"请补上一行“{chinese(path)}: …”"
            yield Problem(f"{owner}缺少“{chinese(path)}”", remedy, line=tree.line(path[:-1]))
        elif error["type"] == "extra_forbidden":
            yield Problem(*_unknown_key(path), line=tree.line(path))
        else:
            yield Problem(*_wrong_value(error, path), line=tree.line(path))


def chinese(path: Path) -> str:
    """Return the Chinese name of the last key of a canonical `path`."""
    keys = [key for key in path if isinstance(key, str)]
    if not keys:
        return "提纲"
    field = _fields(_model_at(tuple(keys[:-1]))).get(keys[-1])
    return _aliases(field)[0] if field else keys[-1]


def _unknown_key(path: Path) -> tuple[str, str]:
    key = str(path[-1])
    if looks_like_keys(key) or "，" in key:
        remedy = "花括号里要用半角冒号加空格、半角逗号，例如“{指标: 固定资产投资, 数值: 3.2亿}”"
        return f"“{key}”里的冒号或逗号是全角的", remedy
    known = _names(_model_at(path[:-1]))
    best = process.extractOne(key, list(known), scorer=fuzz.ratio, score_cutoff=SIMILAR)
    remedy = f"是不是想写“{best[0]}”？" if best else f"这里可以写：{'、'.join(filter(_is_chinese, known))}"
    return f"不认识“{key}”这一项", remedy


_REMEDIES = {
    "string_type": ("应当是一段文字", "文字里有半角冒号时，请用引号把整句括起来"),
    "int_parsing": ("应当是一个整数", "例如 8000"),
    "too_long": ("太多了", f"最多 {LAST} 条"),
    "tuple_type": ("应当是一个列表", "请每条一行，以“- ”开头"),
}


def _wrong_value(error: ErrorDetails, path: Path) -> tuple[str, str]:
    name, value, kind = f"“{chinese(path)}”", error["input"], error["type"]
    if value is None:
        return f"{name}还空着", "请填上" if _is_needed(path) else "请填上，或删去这一行"
    if kind == "chinese":
        return error["msg"], error["ctx"]["remedy"]
    if kind == "literal_error":
        known = "、".join(re.findall("'([^']+)'", error["ctx"]["expected"]))
        return f"{name}不能写“{value}”", f"可以写：{known}"
    if isinstance(value, str) and looks_like_keys(value):
        return f"{name}里的冒号不对", COLON_REMEDY
    message, remedy = _REMEDIES.get(kind, ("里应当是若干项目", f"每项一行，例如“{_first_key(path)}: …”"))
    return name + message, remedy


def _is_needed(path: Path) -> bool:
    field = _fields(_model_at(path[:-1])).get(str(path[-1]))
    return field is not None and field.is_required()


def _first_key(path: Path) -> str:
    return next(filter(_is_chinese, _names(_model_at(path))), "名称")


def _is_chinese(name: str) -> bool:
    return not name.isascii()


# --- what the models tell about themselves ---------------------------------------------------------------------------


def _fields(model: type[BaseModel] | None) -> dict[str, Any]:
    return dict(model.model_fields) if model else {}


def _aliases(field: Any) -> list[str]:
    choices = field.validation_alias
    return [str(choice) for choice in choices.choices] if isinstance(choices, AliasChoices) else []


@cache
def _names(model: type[BaseModel] | None) -> dict[str, str]:
    """Return every name a key of `model` may have, with its canonical one."""
    names = {alias: name for name, field in _fields(model).items() for alias in _aliases(field)}
    return names | {name: name for name in _fields(model)}


def _nested(model: type[BaseModel] | None, name: str) -> type[BaseModel] | None:
    field = _fields(model).get(name)
    return _model_in(field.annotation) if field else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model), None)


def _model_at(path: Path) -> type[BaseModel] | None:
    model: type[BaseModel] | None = Outline
    for key in path:
        model = _nested(model, key) if isinstance(key, str) else model
    return model
