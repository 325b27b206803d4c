"""What a check found as comments on the draft."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import CheckResult, Finding, Span
from drafter.render.edit_words import edit_words
from drafter.render.labels import SEVERITIES, asks_something, label
from drafter.render.passages import in_line, titled
from drafter.render.word_comments import Comment

_LONGEST = 200  # characters of a source's passage; a comment is read beside the page
_OTHERS = 3  # sources titled besides the best


def check_comments(result: CheckResult) -> tuple[Comment, ...]:
    """Return a comment for each finding that asks something of the writer, what concerns the whole at the end."""
    findings = [finding for finding in result.pending if asks_something(finding)]
    comments = [Comment(finding.span, tuple(_lines(finding, result.raw))) for finding in findings if len(finding.span)]
    whole = [line for finding in findings if not len(finding.span) for line in _lines(finding, result.raw)]
    end = Span(len(result.raw), len(result.raw))
    return (*comments, Comment(end, ("全文：", *whole))) if whole else tuple(comments)


def _lines(finding: Finding, raw: str) -> Iterator[str]:
    yield in_line(f"【{label(finding)}】{SEVERITIES[finding.severity]}　编号 {finding.id}")
    if finding.message:
        yield in_line(finding.message)
    if finding.suggestion:
        yield in_line(f"建议：{finding.suggestion}")
    if finding.matches:
        yield from _sources(finding, raw)


def _sources(finding: Finding, raw: str) -> Iterator[str]:
    best, *others = finding.matches
    alike = f"，相同 {best.similarity:.0%}" if finding.rule == "reuse" else ""
    yield f"出处：{titled(best.source, best.title)}{alike}"
    if best.edits:
        yield f"改动：{edit_words(best, finding.span.of(raw), finding.span.start)}"
    yield in_line(f"原文：{_shortened(best.text)}")
    if others:
        more = f"等 {len(others)} 篇" if len(others) > _OTHERS else ""
        yield f"也见：{'；'.join(titled(other.source, other.title) for other in others[:_OTHERS])}{more}"


def _shortened(text: str) -> str:
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]}……{text[-half:]}"
