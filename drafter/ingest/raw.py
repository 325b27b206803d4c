"""What a reader gives: the text of a file, and what its formatting says about some of the lines."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model import Role, Span


@dataclass(frozen=True, slots=True)
class Hint:
    """What the formatting says of a line: a Word style, an outline level, a # of Markdown."""

    span: Span  # in the raw text
    role: Role
    level: int = 0  # of a heading, from 1


@dataclass(frozen=True, slots=True)
class RawText:
    r"""The text as `drafter text` prints it, lines ended by \n, with its hints in order."""

    text: str
    hints: tuple[Hint, ...] = ()

    @property
    def structured(self) -> bool:
        """Tell whether headings are marked as such: then every line is a whole paragraph, as its writer made it."""
        return any(hint.role == "heading" for hint in self.hints)
