"""How the pages of the first screen look, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.cli.session.opening.pages import Choice, Form, Listing, Page
from drafter.cli.session.window.lines import Line, cut, pad, width, wrapped

LABEL = 12  # columns of the names of blanks
VALUE = 34  # columns of what is typed into one
NUMBERED = 9  # choices that a digit reaches
_NUMBER, _NAME, _TOLD = 5, 28, 10  # columns: the number before a choice, the fewest for its name, for what is told
_MARGIN = "  "
_KEYS = {
    Listing: (("↑↓", "选"), ("回车", "打开"), ("数字", "直接选"), ("F1", "帮助"), ("Esc", "离开")),
    Form: (("↑↓", "换行"), ("回车", "下一项"), ("F2", "换一个"), ("F1", "帮助"), ("Esc", "回去")),
}
_FINDING = (("↑↓", "选"), ("回车", "选定"), ("输入", "查找"), ("F1", "帮助"), ("Esc", "回去"))
HELP = (
    "接着写：回车打开一份提纲，也可以直接按它前面的数字。",
    "从头新建：给一份带说明的空提纲，常用的板块和指标都列好了。",
    "照旧报告推出：板块、标题照旧，数字换成“待更新”，原来的话放在旁边。",
    "打开示例：一份填好的半年报告，可以随便改着试。",
    "整理历年报告：把 corpus/ 里新放的报告收进语料库，写的时候才有提示。",
    "",
    "写好的东西都在提纲文件里；没存盘就断了电，下次打开会问要不要恢复。",
    "按任意键关闭。",
)


def listing_lines(listing: Listing, columns: int, height: int) -> list[Line]:
    """Return the choices under their headings, the chosen one marked, as many as there is room for."""
    shown = listing.shown
    if not shown:
        return [[], [("class:dim", f"{_MARGIN}没有这样的文件，请换个词，或写全文件的路径。")]]
    listing.row = max(0, min(listing.row, len(shown) - 1))
    name, sizes = _sizes(listing.columns, columns - _NUMBER, max(width(choice.name) for choice in shown))
    lines: list[Line] = []
    marked = number = 0
    for group, choices in groupby(shown, key=lambda choice: choice.group):
        lines += [[], [("class:group", f"{_MARGIN}{group}")]] if group else []
        for choice in choices:
            if number == listing.row:
                marked = len(lines)
            digit = str(number + 1) if number < NUMBERED and not listing.asks else ""
            text = f"{digit:>3}  {pad(choice.name, name)}{_told(choice, sizes)}"
            lines.append([("reverse" if number == listing.row else "", pad(text.rstrip(), columns))])
            number += 1
    first = max(0, marked - height + 2)
    return lines[first : first + height]


def _sizes(wanted: Sequence[int], columns: int, longest: int) -> tuple[int, Sequence[int]]:
    """Return the columns of the names, and of what is told behind them, whose first part gives way in little room."""
    spare = columns - sum(wanted[1:]) - len(wanted)
    first = min(wanted[0], spare - _NAME) if wanted else 0
    first = first if first >= _TOLD or len(wanted) < 2 else 0
    return min(spare - first, max(longest + 2, _NAME)), (first, *wanted[1:])


def _told(choice: Choice, sizes: Sequence[int]) -> str:
    if len(choice.told) < len(sizes):  # one remark in place of the columns
        return pad(f" {'　'.join(choice.told)}", sum(sizes) + len(sizes))
    return "".join(f" {pad(text, size)}" for text, size in zip(choice.told, sizes, strict=False) if size)


def beside_lines(listing: Listing, columns: int) -> Iterator[Line]:
    """Yield what is told of the chosen line."""
    shown = listing.shown
    for number, text in enumerate(shown[min(listing.row, len(shown) - 1)].beside if shown else ()):
        style = "class:dim" if number else "class:title"
        yield from ([(style, f" {line}")] for line in wrapped(text, columns - 2))


def before(form: Form, columns: int) -> list[Line]:
    """Return the lines of a form above the blank that is being filled in."""
    told: list[Line] = [[("class:dim", f"{_MARGIN}{cut(text, columns - 4)}")] for text in form.told]
    return [*told, [], *(_blank_line(form, number, columns) for number in range(min(form.row, len(form.blanks))))]


def after(form: Form, columns: int) -> list[Line]:
    """Return the lines below it, the last of them what is done in the end."""
    lines = [_blank_line(form, number, columns) for number in range(form.row + 1, len(form.blanks))]
    style = "class:here.focused" if form.here is None else "class:title"
    return [*lines, [], [("", _MARGIN), (style, f" {form.done} ")]]


def _blank_line(form: Form, number: int, columns: int) -> Line:
    blank = form.blanks[number]
    return [("class:label", label(blank.label)), ("class:value", cut(blank.value, columns - LABEL - 2))]


def label(text: str) -> str:
    """Return the name of a blank, as wide as all of them."""
    return f"{_MARGIN}{pad(text, LABEL - len(_MARGIN))}"


def bar(page: Page, columns: int) -> Line:
    """Return the bar of keys, as many as there is room for."""
    keys = _FINDING if isinstance(page, Listing) and page.asks else _KEYS[type(page)]
    line: Line = []
    used = 0
    for key, name in keys:
        used += width(key + name) + 2
        if used <= columns:
            line += [("class:bar", key), ("", f"{name}  ")]
    return line
