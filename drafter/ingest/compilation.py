"""Find the reports in a file that holds several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.ingest.head import head_roles
from drafter.ingest.lines import Line
from drafter.model import Role, Span
from drafter.text.chapters import chapter_of

_BODY_TITLE = re.compile(r"(?:报告|总结|计划|汇报|讲话|要点|安排|打算|思路|谋划)(?:（[^（）]{1,16}）)?$")
_OF_REPORT = re.compile(r"\d|年|[镇乡县市区省]|街道|政府|关于")  # a title says whose or of when: not 秋冬季检查计划
_SPOKEN: frozenset[Role] = frozenset({"dateline", "salutation", "opening"})

LONGEST_HEAD = 10
"""Lines of a head to look at: the longest of 180 reports has 7."""
LONGEST_LINE = 100
"""Characters of the line that a head begins with: titles and datelines have under 60."""
FIRST_HEADING = 3
"""Lines after the head within which a report's first heading stands."""
SHORTEST_REPORT = 300
"""Characters of a report: the shortest has over 2,000, the repeated title of a web page, with its tail, under 100."""
LEAST_PARAGRAPH = 80
"""Characters of a line that is a report's paragraph, not a menu of a page or the preface of a compilation."""


def split(lines: Sequence[Line]) -> list[Span]:
    """Return where the reports of a file stand in its text: one span for a single report, else one for each.

    A report starts with its title or salutation; one that has neither starts where the review begins again after a
    plan. What stands before the first report of a compilation is left out.
    """
    starts = _starts(lines)
    if any(len(line.text) >= LEAST_PARAGRAPH for line in lines[: starts[0] if starts else 0]):
        starts = [0, *starts]
    ends = [lines[start - 1].span.end for start in starts[1:]] + [lines[-1].span.end]
    spans = [Span(lines[start].span.start, end) for start, end in zip(starts, ends, strict=bool(starts))]
    reports = [span for span in spans if len(span) >= SHORTEST_REPORT]
    return reports if len(reports) > 1 else [Span(lines[0].span.start, lines[-1].span.end)]


def _starts(lines: Sequence[Line]) -> list[int]:
    """Return the indexes of the lines that reports start with."""
    starts: list[int] = []
    at, plan_seen = 0, False
    while at < len(lines):
        head = head_roles(lines[at : at + LONGEST_HEAD]) if len(lines[at].text) <= LONGEST_LINE else []
        if _is_head(lines, at, head) or (plan_seen and _is_review(lines, at)):
            starts.append(at)
            plan_seen = False
            at += max(1, len(head))
        else:
            plan_seen = plan_seen or _chapter(lines[at]) == "plan"
            at += 1
    return starts


def _is_head(lines: Sequence[Line], at: int, head: Sequence[Role]) -> bool:
    """Tell whether the lines from `at` on, whose roles `head` gives, are the head of a report."""
    if {"salutation", "opening"} <= set(head):
        return head[0] in {"title", "dateline", "speaker", "salutation"}
    if not head or head[0] != "title" or _chapter(lines[at]):
        return False
    if _SPOKEN & set(head):
        return True
    title = "".join(line.text for line in lines[at : at + head.count("title")])
    named = _BODY_TITLE.search(title) and _OF_REPORT.search(title)
    return bool(named) and _begins_body(lines[at + len(head) :])


def _begins_body(lines: Sequence[Line]) -> bool:
    """Tell whether a first heading stands among the first of the lines."""
    return any(_chapter(line) or (line.number and line.number.value == 1) for line in lines[:FIRST_HEADING])


def _is_review(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a report may start with the heading of its review at `at`: number one or none, after a full stop."""
    line = lines[at]
    first = line.number is None or line.number.value == 1
    return first and _chapter(line) == "review" and (at == 0 or lines[at - 1].is_closed)


def _chapter(line: Line) -> str | None:
    return None if line.is_closed else chapter_of(line.words)
