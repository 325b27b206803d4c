"""The panes beside the page: the outline's tree, the draft as it would be, hints, findings, what the build said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drafter.app import Preview
from drafter.cli.session.window.hints import Hint
from drafter.cli.session.window.lines import Line, cut, pad, wrapped
from drafter.cli.session.window.refs import paragraphs_of, ref_of
from drafter.cli.session.window.troubles import Trouble
from drafter.cli.session.window.view import View
from drafter.text.gaps import cut_at_gaps

# --- lines -----------------------------------------------------------------------------------------------------------


def tree_lines(view: View, found: Sequence[Trouble], columns: int) -> list[Line]:
    """Return the outline's tree: a line for each part, with its open fields and findings counted."""
    counts = Counter(
        number
        for trouble in found
        for number, part in enumerate(view.parts)
        if trouble.asks and part.place and trouble.ref.startswith(ref_of(view.desk, part))
    )
    return [_part_line(view, number, counts[number], columns) for number in range(len(view.parts))]


def _part_line(view: View, number: int, findings: int, columns: int) -> Line:
    part = view.parts[number]
    marks = "".join((f" ○{part.open}" if part.open else "", f" !{findings}" if findings else ""))
    here = number == view.part and not view.in_table
    style = ("class:here.focused" if view.pane == "tree" else "class:here") if here else ""
    name = cut(f"{part.name} {part.title}", columns - len(marks) - 2)
    return [(style, pad(f" {name}", columns - len(marks) - 1)), (f"{style} class:open", marks), (style, " ")]


def preview_lines(view: View, preview: Preview | None, columns: int) -> list[Line]:
    """Return the part as it would stand in the draft."""
    if preview is None:
        return [[("class:dim", " 正在成稿……")]]
    if preview.report is None:
        return [[("class:warn", line)] for problem in preview.problems for line in wrapped(f" {problem}", columns)]
    lines: list[Line] = []
    for paragraph in paragraphs_of(preview.report, ref_of(view.desk, view.here)):
        style = "class:heading" if paragraph.style.startswith(("heading", "title")) else ""
        indent = "" if style else "　　"
        lines += (_preview_line(line, style) for line in wrapped(indent + paragraph.text, columns - 3))
    return lines or [[("class:dim", " 这一部分在稿子里还没有内容。")]]


def _preview_line(text: str, style: str) -> Line:
    return [("", " "), *((f"{style} class:gap" if is_gap else style, part) for part, is_gap in cut_at_gaps(text))]


def hint_lines(view: View, found: Sequence[Hint], columns: int) -> list[Line]:
    """Return the hints, the chosen one marked."""
    if not found:
        return [[("class:dim", " 语料库里没有合适的。")]]
    lines: list[Line] = []
    for number, hint in enumerate(found):
        style = "class:here.focused" if view.pane == "side" and number == view.chosen else ""
        texts = list(wrapped(hint.text, columns - 2))
        lines += [[(style, pad(f" {text}", columns))] for text in texts]
        lines.append([(f"{style} class:dim", pad(f"   {hint.origin}", columns))])
    return lines
