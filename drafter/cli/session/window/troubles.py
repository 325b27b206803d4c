"""What there is to look at: faults of the outline, contradictions, findings, and last what is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.app import Preview
from drafter.cli.session.fields import Part
from drafter.cli.session.sheet import Place
from drafter.cli.session.window.lines import Line, cut, pad, wrapped
from drafter.cli.session.window.refs import ref_at
from drafter.cli.session.window.view import View
from drafter.errors import Problem
from drafter.model import Finding, Gap
from drafter.render.labels import label

GAP = "待补"
_UNFILLED = "gap"  # class of the findings that say so of a slot in the draft


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something to look at."""

    kind: str  # 提纲, 待补, 出入, 照搬 …
    message: str
    ref: str = ""  # outline path of what it is about; "" when that is not known
    text: str = ""  # the words of the draft
    where: str = ""  # what it is about in the writer's words: 回顾 > 农业 > 早稻种植面积
    line: int = 0  # of the outline, from 1; 0 when it is not about the outline's text
    id: str = ""  # of a finding, by which it can be ignored
    ignored: bool = False

    @property
    def asks(self) -> bool:
        """Tell whether it is counted: what is still open is counted by the outline's own fields."""
        return self.kind != GAP and not self.ignored


def troubles(preview: Preview | None, *, ignored: bool = False) -> list[Trouble]:
    """Return what there is to look at, the gravest first; with `ignored` also the findings left as they are."""
    if preview is None:
        return []
    found = [_of_problem(problem) for problem in preview.problems]
    if preview.report is None or preview.result is None:
        return found
    asking = [finding for finding in preview.result.pending if finding.severity != "info"]
    open_ = [finding for finding in asking if finding.kind == _UNFILLED]
    found += [Trouble("出入", f"{gap.where}：{gap.message}", where=gap.where) for gap in preview.report.conflicts]
    found += [_of_finding(preview, finding) for finding in asking if finding.kind != _UNFILLED]
    found += [_of_finding(preview, finding) for finding in open_]
    found += [_of_gap(gap) for gap in _unprinted(preview.report.missing, open_)]
    if ignored:
        left = (finding for finding in preview.result.findings if finding.id in preview.result.ignored)
        found += [_of_finding(preview, finding, ignored=True) for finding in left]
    return found


def _of_problem(problem: Problem) -> Trouble:
    """Return a fault, without the path of the outline that the writer has before them."""
    is_own = problem.path is None or problem.path.suffix.lower() in {".yaml", ".yml"}
    message = str(replace(problem, path=None if is_own else Path(problem.path.name)))  # type: ignore[union-attr]
    return Trouble("提纲" if is_own else "数据表", message, line=problem.line or 0 if is_own else 0)


def _of_finding(preview: Preview, finding: Finding, *, ignored: bool = False) -> Trouble:
    ref = ref_at(preview.report, finding.span) if preview.report else ""
    if finding.kind == _UNFILLED and not ignored:
        return Trouble(GAP, finding.text.strip("【】").removeprefix("待补："), ref, id=finding.id)
    return Trouble(label(finding), finding.message, ref, finding.text, id=finding.id, ignored=ignored)


def _unprinted(gaps: Iterable[Gap], printed: Sequence[Finding]) -> Iterable[Gap]:
    """Return the gaps that no slot in the draft shows."""
    shown = [finding.text for finding in printed]
    return (gap for gap in gaps if not any(gap.where.rpartition(" > ")[2] in text for text in shown))


def _of_gap(gap: Gap) -> Trouble:
    return Trouble(GAP, f"{gap.where}：{gap.message}", where=gap.where)


def place_in_words(parts: Iterable[Part], where: str) -> Place:
    """Return the field that a path in the writer's words leads to, () when none is like it."""
    *above, last = where.split(" > ")
    for part in parts if where else ():
        if len(above) < 2 or above[1] in {part.title, part.name}:
            for field in part.fields:
                if last in {field.label, field.label.replace("·", ""), field.value}:
                    return field.place
    return ()


def trouble_lines(view: View, found: Sequence[Trouble] | None, columns: int) -> list[Line]:
    """Return what there is to look at, the chosen one marked; None when that is not known yet."""
    if found is None:
        return [[("class:dim", " 正在检查……")]]
    if not found:
        return [[("class:good", " 没有发现需要处理的地方。")]]
    lines: list[Line] = []
    for number, trouble in enumerate(found):
        style = "class:here.focused" if view.pane == "side" and number == view.chosen else ""
        head = f" {number + 1}. {'已忽略　' * trouble.ignored}{trouble.kind}"
        if trouble.kind == GAP:  # many, and short
            lines += [[(style, pad(line, columns))] for line in wrapped(f"{head}　{trouble.message}", columns - 1)]
            continue
        lines.append([(f"{style} class:{'dim' if trouble.ignored else 'warn'}", pad(head, columns))])
        for text in filter(None, (cut(trouble.text, 2 * columns), trouble.message)):
            lines += [[(style, pad(f"  {line}", columns))] for line in wrapped(text, columns - 3)]
    return lines


def heading(found: Sequence[Trouble]) -> str:
    """Return the title of the list, with what is counted."""
    asking, left = sum(each.asks for each in found), sum(each.ignored for each in found)
    waiting = len(found) - asking - left
    told = [f"{asking} 处"] * bool(asking) + [f"待补 {waiting}"] * bool(waiting) + [f"已忽略 {left}"] * bool(left)
    return f" 要看的地方{'　' * bool(told)}{'，'.join(told)}"
