"""What a check finds: findings, their matches in the corpus, and the result as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from drafter.model.text import Span

Severity = Literal["error", "warning", "info"]
ReuseClass = Literal["formula", "boilerplate", "copied", "edited", "retold", "self", "previous"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between a passage of the draft and its source; spans count in the two raw texts."""

    op: Literal["insert", "delete", "replace", "moved"]
    draft: Span
    source: Span
    draft_text: str
    source_text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage of the draft stands in a source."""

    source: str  # path of the source, see Source.path
    title: str
    span: Span  # in the source's raw text
    text: str
    similarity: float  # 0–1, share of the draft's passage found in the source, figures and places masked
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the writer should look at."""

    id: str  # the same between runs as long as the words are
    rule: str  # reuse, residue, formulation, figures, promises, structure, layout, length
    kind: str  # the JSON's "class": the reuse class, or the kind of fault
    severity: Severity
    span: Span  # in the draft's raw text
    text: str
    message: str  # Chinese
    suggestion: str = ""
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Since:
    """What became of the paragraphs of the office's last report, headings left out."""

    path: str  # of the last report
    title: str
    unchanged: tuple[Span, ...]  # paragraphs of the draft that stand there word for word; in its raw text, as the next
    edited: tuple[Span, ...]
    new: tuple[Span, ...]
    dropped: tuple[tuple[Span, str], ...]  # paragraphs of the last report, in its raw text
    other: str = ""  # whose report it is, where it is not the draft's own office's


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All findings on a draft."""

    path: str
    raw: str  # the draft as `drafter text` prints it
    findings: tuple[Finding, ...]
    chars: int  # counted characters: no white space
    by_class: dict[str, int] = field(default_factory=dict)  # reuse class -> characters of the draft
    by_source: tuple[tuple[str, str, int], ...] = ()  # (path, title, characters), most first
    since: Since | None = None  # the last report, where one was given
    ignored: frozenset[str] = frozenset()  # ids of the findings that the writer leaves as they are

    @property
    def pending(self) -> tuple[Finding, ...]:
        """Return the findings that are not ignored."""
        return tuple(finding for finding in self.findings if finding.id not in self.ignored)

    @property
    def reuse_ratio(self) -> float:
        """Return the share of the draft that is copied or edited from elsewhere, 0–1."""
        reused = self.by_class.get("copied", 0) + self.by_class.get("edited", 0)
        return reused / self.chars if self.chars else 0.0
