"""What the session shows: the table of contents, a part, a field."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.cli.session.fields import Field, Part
from drafter.cli.usage import pad, width


def contents(parts: list[Part]) -> Iterator[str]:
    """Yield the lines of the table of contents."""
    column = max(width(part.name) for part in parts) + 2
    for number, part in enumerate(parts, 1):
        waiting = f"{part.open} 处空着" if part.open else ""
        title = part.title or ("" if part.open else f"{len(part.fields)} 项")
        yield f"{number:>4}  {pad(part.name, column)}{'   '.join(text for text in (title, waiting) if text)}".rstrip()


def page(part: Part) -> Iterator[str]:
    """Yield the lines of a part: its fields, numbered, under the points they belong to."""
    column = max((width(field.label) for field in part.fields), default=0) + 2
    group = ""
    yield part.name
    for number, field in enumerate(part.fields, 1):
        if field.group != group:
            group = field.group
            yield f"  {group}"
        yield f"{number:>4}  {pad(field.label, column)}{value(field)}"


def value(field: Field) -> str:
    """Return a field's value as shown."""
    return f"{field.value or field.blank} {field.beside}".strip()
