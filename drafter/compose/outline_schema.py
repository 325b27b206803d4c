"""The outline as a JSON Schema, for editors that complete and check YAML: made from the very models that read it.

It takes whatever the models take. It is blind to what one value says of another, and to how a figure is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import AliasChoices, BaseModel
from pydantic.fields import FieldInfo

from drafter.compose.outline_fields import KINDS, Item, Outline
from drafter.config import table

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALAR: Mapping[str, Any] = {"type": ["string", "number", "boolean", "null"]}  # an outline's values are texts as typed

Schema = dict[str, Any]


def schema() -> Schema:
    """Return the JSON Schema of outlines: English keys and Chinese ones alike, each with what it is for."""
    definitions = {model.__name__: _object(model) for model in _models(Outline)}
    top = definitions.pop(Outline.__name__)
    return {"$schema": DIALECT, "title": "drafter 提纲", **top, "$defs": definitions}


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and all that stand in it, each once."""
    found: dict[type[BaseModel], None] = {}
    pending = [model]
    while pending:
        each = pending.pop()
        if each not in found:
            found[each] = None
            pending += [inner for field in each.model_fields.values() for inner in _inside(field.annotation)]
    yield from found


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _inside(argument)


def _object(model: type[BaseModel]) -> Schema:
    fields = model.model_fields
    names = {name: [*_aliases(field), name] for name, field in fields.items()}
    told = {key: meaning for key, meaning in table("outline_keys.tsv")}  # noqa: C416 - rows are of any length to mypy
    described: Schema = {
        "type": "object",
        "properties": {
            alias: {"description": told[f"{model.__name__}.{name}"], **_value(fields[name], name)}
            for name, aliases in names.items()
            for alias in aliases
        },
        "additionalProperties": _SCALAR if model is Item else False,
    }
    needed = [
        {"anyOf": [{"required": [alias]} for alias in names[name]]} for name in fields if fields[name].is_required()
    ]
    twice = [{"not": {"required": list(pair)}} for aliases in names.values() for pair in combinations(aliases, 2)]
    whole = described | {"allOf": needed + twice}
    return {"anyOf": [_SCALAR, whole]} if model is Item else whole


def _aliases(field: FieldInfo) -> list[str]:
    choices = field.validation_alias
    return [str(choice) for choice in choices.choices] if isinstance(choices, AliasChoices) else []


def _choices(annotation: Any) -> list[str | int | None]:
    """Return what a field may be chosen from, None among it when it may be left open; nothing for any other field."""
    options = get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,)
    chosen = [choice for option in options if get_origin(option) is Literal for choice in get_args(option)]
    typed = [1] if "1." in chosen else []  # what YAML makes of 1. without quotes
    return [*chosen, *typed, *([None] if chosen and type(None) in options else [])]


def _value(field: FieldInfo, name: str) -> Schema:
    """Return the schema of a field's value; what may be left out may be left empty."""
    if name == "kind":
        return {"enum": [*KINDS, *KINDS.values()]}
    if name == "glossary":
        return {"type": ["object", "string", "null"], "additionalProperties": {"type": ["string", "number", "boolean"]}}
    models = list(_inside(field.annotation))
    inner: Schema = {"$ref": f"#/$defs/{models[0].__name__}"} if models else dict(_SCALAR)
    if get_origin(field.annotation) is tuple:
        items = {"anyOf": [inner, {"type": "null"}]}  # an empty “- ” that is still to be filled in
        return {"anyOf": [{"type": "array", "items": items}, {"type": ["string", "null"]}]}
    if choices := _choices(field.annotation):
        return {"enum": choices}
    return inner if not models or field.is_required() else {"anyOf": [inner, {"type": "null"}]}
