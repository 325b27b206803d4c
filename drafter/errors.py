"""The errors that reach a user: what is wrong, where, and how to mend it, in Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of an input file."""

    message: str  # what is wrong
    remedy: str = ""  # how to mend it
    path: Path | None = None
    line: int | None = None  # from 1

    def __str__(self) -> str:
        place = f"{self.path}" if self.path else ""
        if place and self.line:
            place += f" 第{self.line}行"
        text = f"{place}：{self.message}" if place else self.message
        return _ended(text) + _ended(self.remedy)


def _ended(sentence: str) -> str:
    """Return a sentence with its mark; "" has none."""
    return sentence if not sentence or sentence[-1] in "。？！" else f"{sentence}。"


class DrafterError(Exception):
    """The root of all expected errors; `str(error)` is the whole message for the user."""

    exit_code = 2

    def __init__(self, message: str, remedy: str = "", *, path: Path | None = None, line: int | None = None) -> None:
        self.problems: tuple[Problem, ...] = (Problem(message, remedy, path, line),)
        super().__init__(str(self.problems[0]))


class ReadError(DrafterError):
    """A file that cannot be read, or is not what it says it is."""


class ListedError(DrafterError):
    """A file with faults, all of them listed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        Exception.__init__(self, "\n".join(str(problem) for problem in self.problems))


class OutlineError(ListedError):
    """An outline with faults."""


class SettingsError(ListedError):
    """A drafter.toml with faults."""


class TemplateError(DrafterError):
    """A template that does not work; the message names template, line and outline section."""


class LibraryError(DrafterError):
    """A library that is missing, damaged, or from a newer version."""


class WriteError(DrafterError):
    """A target that cannot be written."""


class IncompleteError(DrafterError):
    """`--strict` and something is missing."""

    exit_code = 3
