"""Print what a use case gave, for the commands and the session alike."""

from __future__ import annotations

from drafter.app import Built
from drafter.model import CheckResult


def findings(result: CheckResult) -> None:
    """Print what a check found."""
    from rich.console import Console

    from drafter.render.terminal_check import show_check

    show_check(Console(), result)


def built(built: Built) -> None:
    """Print where a draft went, and what it leaves to the writer."""
    print(f"已生成：{built.output}")
