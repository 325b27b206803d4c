"""The result of a check on a screen: how much is reused, what to look at, where it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from drafter.model import CheckResult, Finding
from drafter.render.edit_words import edit_words
from drafter.render.labels import CLASSES, HARMLESS, SEVERITIES, asks_something, label
from drafter.render.passages import around, counted, edited_parts, in_line, place, titled
from drafter.render.terminal_lines import is_plain, put

_COLOURS = {
    "copied": "red",
    "edited": "yellow",
    "retold": "bright_yellow",
    "previous": "blue",
    "self": "magenta",
    "boilerplate": "cyan",
    "formula": "green",
}
_SEVERITY_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_EDIT_STYLES = {"insert": "green underline", "delete": "red strike", "replace": "yellow underline", "moved": "cyan"}
_BAR = 60  # columns
_INDENT = 4
_CONTEXT = 12  # characters shown on either side of a passage
_LONGEST = 160  # characters of a passage shown; from a longer one the middle is left out
_DROPPED = 10  # paragraphs listed of those that the last report had and the draft has not
_SNIPPET = 40  # characters of such a paragraph
_RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def show_check(console: Console, result: CheckResult, *, ignored: bool = False) -> None:
    """Print a check: the summary, the findings gravest first, the sources; what is `ignored` only when asked for."""
    findings = listed(result)
    _show_summary(console, result, findings)
    if result.since and result.since.other:
        put(
            console,
            f"--previous 给的是{result.since.other}的报告，不是本单位的；下面仍照它比较",
            label=Text("注意", "yellow"),
        )
    for number, finding in enumerate(findings, 1):
        console.print()
        _show_finding(console, result, finding, number)
    if ignored:
        _show_ignored(console, result)
    _show_sources(console, result)
    _show_since(console, result)


def listed(result: CheckResult) -> list[Finding]:
    """Return the findings in the order they are numbered in."""
    return sorted(filter(asks_something, result.pending), key=_weight)


def _weight(finding: Finding) -> tuple[int, int, int]:
    """Rank findings: by severity, then the longer passage first, then by place."""
    return _RANKS[finding.severity], -counted(finding.text), finding.span.start


# --- the summary ----------------------------------------------------------------------------------------------------


def _show_summary(console: Console, result: CheckResult, findings: Sequence[Finding]) -> None:
    put(console, f"{result.path}　共 {result.chars} 字，雷同 {result.reuse_ratio:.1%}")
    shares = [(kind, result.by_class[kind]) for kind in CLASSES if result.by_class.get(kind)]
    if shares and not is_plain(console):
        console.print(_bar(shares, result.chars, min(_BAR, console.width)), soft_wrap=True)
    for kind, chars in shares:
        aside = "，不算雷同" if kind in {*HARMLESS, "retold"} else ""
        words = f"{CLASSES[kind]} {chars} 字，占 {chars / result.chars:.1%}{aside}"
        put(console, words, label="" if is_plain(console) else Text("  ", f"on {_COLOURS[kind]}"))
    counts = Counter(label(finding) for finding in findings)
    found = "、".join(f"{name} {count}" for name, count in counts.most_common())
    put(console, f"需要看的有 {len(findings)} 处：{found}" if findings else "没有发现需要处理的地方。")
    if result.ignored:
        put(console, f"已忽略 {len(result.ignored)} 处（用 --show-ignored 列出）")


def _bar(shares: Sequence[tuple[str, int]], chars: int, width: int) -> Text:
    """Return the draft as a bar, each class as long as its share; the rest is grey."""
    bar = Text()
    for kind, count in shares:
        bar.append(" " * max(1, round(width * count / chars)), f"on {_COLOURS[kind]}")
    bar.append(" " * max(0, width - len(bar)), "on bright_black")
    return bar


# --- a finding ------------------------------------------------------------------------------------------------------


def _show_finding(console: Console, result: CheckResult, finding: Finding, number: int) -> None:
    _show_head(console, result, finding, number)
    if _is_brief(finding):
        words = in_line(finding.text)
        if words:
            put(console, words[:_SNIPPET] + "……" * (len(words) > _SNIPPET), label="本稿", indent=_INDENT)
        put(console, in_line(finding.message), label="说明", indent=_INDENT)
        return
    if len(finding.span):
        put(console, _draft_passage(console, result.raw, finding), label="本稿", indent=_INDENT)
    if finding.matches:
        _show_matches(console, finding, result.raw)
    if finding.message:
        put(console, in_line(finding.message), label="说明", indent=_INDENT)
    if finding.suggestion:
        put(console, in_line(finding.suggestion), label="建议", indent=_INDENT)


def _is_brief(finding: Finding) -> bool:
    """Tell whether a hint about the last report needs no more than a line: there may be dozens, all of one source."""
    return finding.severity == "info" and (finding.kind == "previous" or finding.rule == "promises")


def _show_head(console: Console, result: CheckResult, finding: Finding, number: int) -> None:
    name = Text(label(finding), f"bold {_COLOURS.get(finding.kind, _SEVERITY_COLOURS[finding.severity])}")
    words = [SEVERITIES[finding.severity], "全文", f"编号 {in_line(finding.id)}"]
    if len(finding.span):
        words[1:2] = [place(result, finding.span.start), f"{counted(finding.text)} 字"]
    put(console, "　".join(words), label=Text.assemble(f"{number}. ", name))


def _draft_passage(console: Console, raw: str, finding: Finding) -> Text:
    before, after = around(raw, finding.span, _CONTEXT)
    edits = finding.matches[0].edits if finding.matches else ()
    passage = _coloured(edited_parts(finding.span.of(raw), finding.span, edits, in_draft=True))
    opening, closing = "「」" if is_plain(console) else ("", "")  # what the dimmed surroundings would have shown
    return Text.assemble((in_line(before), "dim"), opening, _shortened(passage), closing, (in_line(after), "dim"))


def _show_matches(console: Console, finding: Finding, raw: str) -> None:
    first, *others = finding.matches
    reused = finding.rule == "reuse"
    alike = f"，相同 {first.similarity:.0%}" if reused else ""
    put(console, f"{titled(first.source, first.title)}{alike}", label="出处", indent=_INDENT)
    if first.edits or finding.kind == "retold" or not reused:
        passage = _coloured(edited_parts(first.text, first.span, first.edits, in_draft=False))
        put(console, _shortened(passage), label="原文", indent=_INDENT)
    if first.edits:
        put(console, edit_words(first, finding.span.of(raw), finding.span.start), label="改动", indent=_INDENT)
    if others:
        put(console, "；".join(titled(match.source, match.title) for match in others), label="也见", indent=_INDENT)


def _coloured(parts: Iterator[tuple[str, str]]) -> Text:
    return Text.assemble(*((in_line(text), _EDIT_STYLES.get(op, "")) for text, op in parts))


def _shortened(passage: Text) -> Text:
    if len(passage) <= _LONGEST:
        return passage
    half = _LONGEST // 2
    return Text.assemble(passage[:half], (" …… ", "dim"), passage[-half:])


def _show_ignored(console: Console, result: CheckResult) -> None:
    """List what is ignored, a finding in two lines."""
    if result.ignored:
        console.print()
        put(console, "已忽略（要恢复：drafter check 稿子 --restore 编号）")
    for number, finding in enumerate((each for each in result.findings if each.id in result.ignored), 1):
        _show_head(console, result, finding, number)
        if finding.text:
            put(console, _shortened(Text(in_line(finding.text))), indent=_INDENT)


# --- sources --------------------------------------------------------------------------------------------------------


def _show_sources(console: Console, result: CheckResult) -> None:
    if not result.by_source:
        return
    console.print()
    put(console, "相同文字的来源")
    for source, title, chars in result.by_source:
        put(console, titled(source, title), label=f"{chars:>6} 字")


# --- the last report ------------------------------------------------------------------------------------------------


def _show_since(console: Console, result: CheckResult) -> None:
    since = result.since
    if since is None:
        return
    console.print()
    put(console, f"与上次报告相比：{titled(since.path, since.title)}")
    counts = ((since.unchanged, "没有改动"), (since.edited, "有改动"), (since.new, "新写"))
    put(console, "、".join(f"{name} {len(spans)} 段" for spans, name in counts), label="本稿", indent=_INDENT)
    if since.dropped:
        put(console, f"这些段落本稿没有再写，共 {len(since.dropped)} 段", label="上次", indent=_INDENT)
    for _, text in since.dropped[:_DROPPED]:
        put(console, in_line(text)[:_SNIPPET] + "……" * (len(text) > _SNIPPET), label="  ·", indent=_INDENT)
