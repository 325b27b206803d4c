"""Render a Jinja template into paragraphs.

A template is lines of text: an empty line says nothing, any other is a paragraph. A line may begin with the name of its
style (`@题目`, `@一级标题` …); without one it is body text. Templates see values as characters of the ledger, so they
can place and condition them, and every piece keeps its origin.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from drafter.compose.ledger import Ledger
from drafter.compose.prose import lines, merged
from drafter.errors import TemplateError
from drafter.model import Paragraph, Piece, ReportBlock

STYLES: Mapping[str, str] = MappingProxyType(
    {
        "题目": "title",
        "题注": "dateline",
        "报告人": "speaker",
        "称呼": "salutation",
        "一级标题": "heading1",
        "二级标题": "heading2",
        "三级标题": "heading3",
        "四级标题": "heading4",
        "正文": "body",
        "说明": "aside",
        "附件": "annex_mark",
        "附件标题": "annex_title",
        "表题": "caption",
    }
)
MOST_STEPS = 20_000  # turns of all loops together; the sample outline takes 60
LONGEST = 1_000_000  # characters a template may print; a year's report has 20,000
_FILTERS = {"default", "d", "first", "last", "join", "length", "count", "list", "reject", "select", "trim", "batch"}
_STYLED = re.compile(r"@(\w+)[ \u3000]*(.*)")


class Rows(Sequence[Any]):
    """A list for a template's loops, which counts their turns and remembers what was reached."""

    def __init__(self, items: Iterable[Any], watch: Watch, name: str = "") -> None:
        self._items = items if isinstance(items, range) else tuple(items)  # a range may be endless
        self._watch = watch
        self._name = name

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: Any) -> Any:
        return self._items[index]

    def __iter__(self) -> Iterator[Any]:
        for number, item in enumerate(self._items, 1):
            self._watch.step()
            if self._name:
                self._watch.place = f"{self._name}第{number}节"
            yield item


class Watch:
    """How far a rendering has come."""

    def __init__(self) -> None:
        self.steps = 0
        self.place = ""  # 回顾第2节; "" before the first

    def step(self) -> None:
        """Count a turn of a loop. Raise SecurityError after MOST_STEPS."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise SecurityError("循环次数太多")


def _printed(chunks: Iterable[str]) -> str:
    """Join what is printed. Raise SecurityError when it gets longer than LONGEST."""
    printed: list[str] = []
    length = 0
    for chunk in chunks:
        length += len(chunk)
        if length > LONGEST:
            raise SecurityError("印出的文字太长")
        printed.append(chunk)
    return "".join(printed)


class _Generator(CodeGenerator):
    """Jinja's code for templates, in which ~ asks the sandbox."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  Jinja's name
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Sandbox(SandboxedEnvironment):
    """Jinja without what can run away: no multiplying of texts, no methods of texts, counted ranges, bounded texts."""

    intercepted_binops = frozenset({"*", "**", "%"})
    code_generator_class = _Generator
    concat = staticmethod(_printed)  # what macros and set blocks give

    def joined(self, parts: Iterable[Any]) -> str:
        """Join the sides of a ~, as texts."""
        return _printed(map(str, parts))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        raise SecurityError(f"模板里不能用“{operator}”运算")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return not isinstance(obj, str) and super().is_safe_attribute(obj, attr, value)


def environment(folders: Sequence[Path]) -> Environment:
    """Return the environment that looks templates up in `folders`, the first that has one wins."""
    sandbox = _Sandbox(
        loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"),
        undefined=StrictUndefined,
    )
    sandbox.filters = {name: work for name, work in sandbox.filters.items() if name in _FILTERS}
    del sandbox.globals["lipsum"], sandbox.globals["cycler"], sandbox.globals["joiner"]
    return sandbox


def render(
    name: str, values: Mapping[str, Any], ledger: Ledger, watch: Watch, folders: Sequence[Path]
) -> tuple[ReportBlock, ...]:
    """Render the template `name`. Raise TemplateError naming template, line and the section reached."""
    sandbox = environment(folders)
    sandbox.globals["range"] = lambda *bounds: Rows(range(*bounds), watch)
    try:
        text = _printed(sandbox.get_template(name).generate(dict(values)))
    except TemplateNotFound as error:
        raise TemplateError(f"找不到模板 {error.name}", "请检查 templates 文件夹") from None
    except UnicodeDecodeError:
        raise TemplateError(f"模板 {name} 不是 UTF-8 编码", "请用记事本另存为 UTF-8") from None
    except TemplateSyntaxError as error:
        path = Path(error.filename) if error.filename else None
        message = f"模板 {error.name} 写法有误：{_syntax(error.message or '')}"
        raise TemplateError(message, "请对照自带模板改正", path=path, line=error.lineno) from None
    except Exception as error:  # a template can fail in any way; all of them are the template's
        raise _failure(name, error, watch, folders) from error
    return tuple(_blocks(text, name, ledger))


def _syntax(message: str) -> str:
    quoted = re.search("'([^']+)'", message)
    if "end of template" in message or "end of print" in message:
        return "有一处没有收尾，缺少 endif、endfor、endmacro 或右边的花括号"
    if "unknown tag" in message and quoted:
        return f"不认识标签“{quoted[1]}”"
    if "No filter named" in message and quoted:
        return f"没有“{quoted[1]}”这个过滤器"
    return "请检查花括号、百分号和引号"


def _failure(name: str, error: Exception, watch: Watch, folders: Sequence[Path]) -> TemplateError:
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if any(Path(frame.filename).is_relative_to(folder) for folder in folders)]
    place = f"（写到{watch.place}时）" if watch.place else ""
    path = Path(inside[-1].filename) if inside else None
    line = inside[-1].lineno if inside else None
    return TemplateError(f"模板 {name} 运行出错{place}：{_cause(error)}", "请对照自带模板改正", path=path, line=line)


def _cause(error: Exception) -> str:
    text = str(error)
    if isinstance(error, UndefinedError):
        named = re.search(r"'([^']+)' is undefined|no (?:attribute|element) '?([^']+?)'?$", text)
        return f"没有“{named[1] or named[2]}”这一项" if named else "用到了没有的项目"
    if isinstance(error, SecurityError):
        return text if re.search("[\u4e00-\u9fff]", text) else "用到了不允许的功能"
    if isinstance(error, RecursionError):
        return "宏反复调用自己，没有尽头"
    if isinstance(error, OverflowError):
        return "用到的内容太多"
    if isinstance(error, ZeroDivisionError):
        return "除数是零"
    return f"{type(error).__name__} {text}"


# --- from lines to paragraphs ----------------------------------------------------------------------------------------


def _blocks(text: str, name: str, ledger: Ledger) -> Iterator[ReportBlock]:
    for line in text.splitlines():
        if not line.strip():
            continue
        style, words = _style(line.strip(), name)
        parts = list(ledger.read(words, name))
        yield from (part for part in parts if not isinstance(part, Piece))
        for paragraph in lines(tuple(part for part in parts if isinstance(part, Piece))):
            pieces = merged(paragraph)
            if pieces:
                yield Paragraph(style, pieces)


def _style(line: str, name: str) -> tuple[str, str]:
    match = _STYLED.fullmatch(line)
    if not match:
        return "body", line
    if match[1] not in STYLES:
        raise TemplateError(f"模板 {name} 里没有“@{match[1]}”这种样式", f"可以用：{'、'.join(STYLES)}")
    return STYLES[match[1]], match[2]
