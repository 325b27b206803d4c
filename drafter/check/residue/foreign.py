"""The finding that a place of another office's makes."""

from __future__ import annotations

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.model import Finding, Span

INSTEAD = "请删去，或换成本地的"
_NAMED = "确指该地的，请写明关系，如赴该地考察、与该地结对"


def foreign_place(case: Case, span: Span, told: str, instead: str) -> Finding:
    """Return the finding: what is `told` of the name in the span, and what to do with it where it was left over."""
    return finding(
        case,
        span,
        rule="residue",
        kind="place",
        severity="error",
        message=f"“{span.of(case.document.text)}”{told}疑为别处文稿的残留",
        suggestion=f"残留的{instead}；{_NAMED}",
    )
