"""Records for other programs: the JSON of a check and of a draft's origin; the library's have a file of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from drafter.model import CheckResult, Edit, Finding, Gap, Match, Paragraph, Report, ReuseClass, Since, Span

Record = dict[str, Any]

CHECK_SCHEMA = "drafter.check/1"
ORIGIN_SCHEMA = "drafter.origin/1"
_DIGITS = 4  # decimals of a share


def to_json(record: Mapping[str, Any]) -> str:
    """Return a record as indented JSON in plain characters, keys in the order of the record, ending in a line end."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def check_record(result: CheckResult) -> Record:
    """Return a check as drafter.check/1.

    `draft.chars` is the length of the text that spans count in; `summary.chars` leaves white space out, like all
    numbers beside it.
    """
    return {
        "schema": CHECK_SCHEMA,
        "draft": {"path": result.path, "chars": len(result.raw)},
        "summary": {
            "chars": result.chars,
            **{kind: result.by_class.get(kind, 0) for kind in get_args(ReuseClass)},
            "reuse_ratio": round(result.reuse_ratio, _DIGITS),
            "by_source": [
                {"source": source, "title": title, "chars": chars} for source, title, chars in result.by_source
            ],
        },
        **({"since": _since(result.since)} if result.since else {}),
        "findings": [_finding(finding, ignored=finding.id in result.ignored) for finding in result.findings],
    }


def _since(since: Since) -> Record:
    """Return what became of the paragraphs of the last report; dropped ones count in its own text."""
    return {
        "source": since.path,
        "title": since.title,
        **({"other": since.other} if since.other else {}),
        **{name: [_span(span) for span in getattr(since, name)] for name in ("unchanged", "edited", "new")},
        "dropped": [{"span": _span(span), "text": text} for span, text in since.dropped],
    }


def origin_record(report: Report) -> Record:
    """Return where every piece of a draft comes from as drafter.origin/1; spans count in their paragraph's text."""
    return {
        "schema": ORIGIN_SCHEMA,
        "seed": report.seed,
        "paragraphs": [
            {"style": paragraph.style, "text": paragraph.text, "pieces": list(_pieces(paragraph))}
            for paragraph in report.paragraphs()
        ],
        "missing": [_gap(gap) for gap in report.missing],
    }


def _finding(finding: Finding, *, ignored: bool) -> Record:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "class": finding.kind,
        "severity": finding.severity,
        "ignored": ignored,
        "span": _span(finding.span),
        "text": finding.text,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "matches": [_match(match) for match in finding.matches],
    }


def _match(match: Match) -> Record:
    return {
        "source": match.source,
        "title": match.title,
        "span": _span(match.span),
        "text": match.text,
        "similarity": round(match.similarity, _DIGITS),
        "edits": [_edit(edit) for edit in match.edits],
    }


def _edit(edit: Edit) -> Record:
    return {
        "op": edit.op,
        "draft": _span(edit.draft),
        "source": _span(edit.source),
        "draft_text": edit.draft_text,
        "source_text": edit.source_text,
    }


def _pieces(paragraph: Paragraph) -> Iterator[Record]:
    start = 0
    for piece in paragraph.pieces:
        end = start + len(piece.text)
        yield {"span": [start, end], "kind": piece.kind, "ref": piece.ref, "source": piece.source}
        start = end


def _gap(gap: Gap) -> Record:
    return {"where": gap.where, "message": gap.message}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
