"""Help pages and usage errors in Chinese.

Typer's own words are English and cannot be translated from outside, so its two public command classes are given a
help page of our own, and its usage errors are told apart by class and explained here.
"""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import east_asian_width

import typer
from typer.core import TyperCommand, TyperGroup

# Typer carries its own click or uses the real one, depending on its version; either way this is click's UsageError.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]


@dataclass(frozen=True, slots=True)
class Words:
    """What the help page of a command says, in Chinese."""

    help: str  # its first line also stands in the table of commands
    examples: str


class Verbatim:
    """Hand words over as typed.

    Typer coerces through pydantic, which costs 0.16 s even for plain words; every parameter here is a word or a flag.
    """

    @staticmethod
    def coerce(value: Any, **_: Any) -> Any:
        """Return `value`."""
        return value


def adapted(parameter: Any) -> Any:
    """Return `parameter` with typer's coercion taken out, and `--help` described in Chinese."""
    parameter._runtime_param = Verbatim  # typer before 0.29 has no such attribute, and no such cost
    if "--help" in parameter.opts:
        parameter.help = "显示这份帮助"
    return parameter


class Command(TyperCommand):
    """A command with a Chinese help page."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, `--help` last."""
        return [adapted(parameter) for parameter in super().get_params(ctx)]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; say in Chinese which words are too many."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest:
            ctx.fail(f"多余的参数：{' '.join(rest)}")
        return rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(help_page(self, ctx))


class Group(TyperGroup):
    """A group of commands with a Chinese help page."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, `--help` last."""
        return [adapted(parameter) for parameter in super().get_params(ctx)]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; say in Chinese that a command is missing."""
        if not args and not self.invoke_without_command:
            ctx.fail(f"后面还要写命令：{'、'.join(self.commands)}")
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; say in Chinese that there is none, and which one may be meant."""
        name = args[0]
        if self.get_command(ctx, name) is None:
            near = difflib.get_close_matches(name, self.commands, n=1)
            ctx.fail(f"没有“{name}”这个命令" + (f"，是不是想用 {near[0]}？" if near else ""))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(help_page(self, ctx))


def help_page(command: Any, ctx: Any) -> str:
    """Return the whole help page: usage, what it does, arguments, options, commands, examples."""
    shown = [parameter for parameter in command.get_params(ctx) if not parameter.hidden]
    arguments = [p for p in shown if p.param_type_name == "argument"]
    options = [p for p in shown if p.param_type_name == "option"]
    commands = getattr(command, "commands", {})
    words = [ctx.command_path, *(usage_word(p) for p in arguments), "[选项]", *(["命令 …"] if commands else [])]
    parts = [
        f"用法：{' '.join(words)}",
        inspect.cleandoc(command.help or ""),
        table("参数", [(p.metavar or p.name, p.help or "") for p in arguments]),
        table("选项", [(option_words(p), p.help or "") for p in options]),
        table("命令", [(name, (c.help or "").split("\n")[0].rstrip("。")) for name, c in commands.items()]),
        f"示例：\n{inspect.cleandoc(command.epilog or '')}".replace("\n", "\n  ") if command.epilog else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def usage_word(argument: Any) -> str:
    """Return an argument as the usage line shows it: 提纲, [稿子], [路径 …]."""
    word = (argument.metavar or argument.name) + (" …" if argument.nargs == -1 else "")
    return word if argument.required else f"[{word}]"


def option_words(option: Any) -> str:
    """Return an option as the table shows it: -o, --output 文件."""
    words = ", ".join(sorted(option.opts, key=len))
    return f"{words} {option.metavar}" if option.metavar else words


def table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    """Return a titled two-column table, aligned by what the terminal shows ("" without rows)."""
    column = max((width(left) for left, _ in rows), default=0) + 2
    lines = [f"  {pad(left, column)}{right}" for left, right in rows]
    return "\n".join([f"{title}：", *lines]) if rows else ""


def width(text: str) -> int:
    """Return how many terminal columns `text` takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def pad(text: str, columns: int) -> str:
    """Fill `text` with spaces to `columns` terminal columns."""
    return text + " " * (columns - width(text))


def whole_number(text: str, option: str, least: int | None = None) -> int:
    """Return the number that `text` writes. Raise a usage error that names the option."""
    try:
        number = int(text)
    except ValueError:
        raise typer.BadParameter(f"“{text}”不是整数", param_hint=option) from None
    if least is not None and number < least:
        raise typer.BadParameter(f"不能小于 {least}", param_hint=option)
    return number


def explain(error: Any) -> str:
    """Return a usage error in Chinese, with where to read on."""
    kind = type(error).__name__
    message = EXPLANATIONS[kind](error) if kind in EXPLANATIONS else error.message
    where = error.ctx.command_path if error.ctx else "drafter"
    return f"{message.rstrip('。')}。用 {where} --help 看用法。".replace("？。", "？")


def parameter_words(error: Any) -> str:
    """Return what the parameter of an error is called."""
    if error.param is None:
        return str(error.param_hint or "")
    return option_words(error.param) if error.param.param_type_name == "option" else error.param.metavar


EXPLANATIONS: dict[str, Callable[[Any], str]] = {
    "MissingParameter": lambda error: f"缺少参数：{parameter_words(error)}",
    "NoSuchOption": lambda error: (
        f"没有 {error.option_name} 这个选项"
        + (f"，是不是想用 {'、'.join(sorted(error.possibilities))}？" if error.possibilities else "")
    ),
    "BadOptionUsage": lambda error: f"选项 {error.option_name} 后面要跟一个值；只作开关的选项不能带值",
    "BadParameter": lambda error: f"{parameter_words(error)} 的值不对：{error.message}",
}
