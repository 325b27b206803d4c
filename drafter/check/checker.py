"""Check a draft: the rules in order, and the result as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np
import textdistance

from drafter.check.case import Case
from drafter.check.edits import Similarity
from drafter.check.figures.rule import find_figures
from drafter.check.fixed import fixed_places
from drafter.check.formulation.rule import find_misquotes
from drafter.check.last import kept_passages
from drafter.check.length import find_length
from drafter.check.own import without
from drafter.check.previous import find_previous, since_last
from drafter.check.repetition import find_repetition
from drafter.check.residue.rule import find_residue
from drafter.check.reuse import find_reuse
from drafter.check.structure import find_structure
from drafter.errors import DrafterError
from drafter.model import CheckResult, Document, Finding, PageLook, ReuseIndex, Source, Span
from drafter.page import STANDARD, Layout
from drafter.text.masking import Masked, mask


def _promises(case: Case) -> Iterable[Finding]:
    if case.previous is None:
        return ()
    from drafter.check.promises import find_promises  # noqa: PLC0415 - most drafts are checked without

    return find_promises(case)


def _layout(case: Case) -> Iterable[Finding]:
    if case.look is None:
        return ()
    from drafter.check.layout.rule import find_layout  # noqa: PLC0415 - text files have none

    return find_layout(case)


RULES: tuple[tuple[str, Callable[[Case], Iterable[Finding]]], ...] = (
    ("previous", find_previous),
    ("reuse", find_reuse),
    ("repetition", find_repetition),
    ("residue", find_residue),
    ("formulation", find_misquotes),
    ("structure", find_structure),
    ("length", find_length),
    ("figures", find_figures),
    ("promises", _promises),
    ("layout", _layout),
)

# textdistance's names; it uses rapidfuzz for the first three, which are a hundred times faster so
ALGORITHMS = ("levenshtein", "damerau_levenshtein", "jaro_winkler", "sorensen_dice", "ratcliff_obershelp")

# where two meet, the later one counts
_CLASSES = ("retold", "formula", "boilerplate", "self", "edited", "copied", "previous")


def check(
    document: Document,
    index: ReuseIndex,
    *,
    own: Source | None = None,
    previous: Document | None = None,
    length: int | None = None,
    earlier: Sequence[Document] = (),
    look: PageLook | None = None,
    layout: Layout = STANDARD,
    algorithm: str = ALGORITHMS[0],
) -> CheckResult:
    """Check a draft against the reports of an index; `algorithm` measures how like two clauses are.

    `own` says what the report is where its outline is known (else it tells itself), `previous` is the last report of
    the same office, `earlier` are further ones of this year and the last, `length` is what the outline asks for, `look`
    is how a Word draft looks, which is held against `layout`.

    Raise DrafterError when there is no such algorithm.
    """
    masked = mask(document.text)
    fixed = fixed_places(document, masked)
    case = Case(
        document=document,
        own=own or document.source,
        masked=masked,
        fixed=fixed,
        index=_others(document, masked, previous, index),
        similarity=_similarity(algorithm),
        previous=previous,
        length=length,
        kept=kept_passages(masked, fixed, document.text, previous) if previous else (),
        earlier=tuple(earlier),
        look=look,
        layout=layout,
    )
    findings = [finding for _, rule in RULES for finding in rule(case)]
    findings.sort(key=lambda finding: (finding.span, finding.rule, finding.kind))
    inked = _inked(document)
    return CheckResult(
        path=document.source.path,
        raw=document.raw,
        findings=tuple(_distinct(findings)),
        chars=int(inked.sum()),
        by_class=_by_class(findings, inked),
        by_source=_by_source(findings, inked),
        since=since_last(case),
    )


def _others(document: Document, masked: Masked, previous: Document | None, index: ReuseIndex) -> ReuseIndex:
    """Return the index without the draft itself and without the office's last report."""
    others = without(document.source.path, masked, index)
    return without(previous.source.path, mask(previous.text), others) if previous else others


def _similarity(algorithm: str) -> Similarity:
    if algorithm not in ALGORITHMS:
        raise DrafterError(f"没有“{algorithm}”这种相似度算法", f"可选：{'、'.join(ALGORITHMS)}")
    similarity: Similarity = getattr(textdistance, algorithm).normalized_similarity
    return similarity


def _distinct(findings: Sequence[Finding]) -> Iterable[Finding]:
    """Yield the findings, a number added to an id that an earlier one has: the same words twice."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.id] += 1
        yield replace(finding, id=f"{finding.id}-{seen[finding.id]}") if seen[finding.id] > 1 else finding


def _inked(document: Document) -> np.typing.NDArray[np.bool_]:
    """Return which characters of the raw text count: those of this report, without white space."""
    whole = document.raw_span(Span(0, len(document.text)))
    inked = np.zeros(len(document.raw), np.bool_)
    inked[whole.start : whole.end] = [not character.isspace() for character in whole.of(document.raw)]
    return inked


def _by_class(findings: Sequence[Finding], inked: np.typing.NDArray[np.bool_]) -> dict[str, int]:
    """Count the characters of each reuse class, each character once."""
    classes = np.zeros(len(inked), np.int8)
    for number, kind in enumerate(_CLASSES, 1):
        for finding in findings:
            if finding.rule == "reuse" and finding.kind == kind:
                classes[finding.span.start : finding.span.end] = number
    counts = np.bincount(classes[inked], minlength=len(_CLASSES) + 1).tolist()
    return {kind: count for kind, count in zip(_CLASSES, counts[1:], strict=True) if count}


def _by_source(findings: Sequence[Finding], inked: np.typing.NDArray[np.bool_]) -> tuple[tuple[str, str, int], ...]:
    """Count the characters that are copied or edited from each source, most first; what is our own does not count."""
    counts: Counter[tuple[str, str]] = Counter()
    inked = inked.copy()
    for finding in findings:
        if finding.kind == "previous":
            inked[finding.span.start : finding.span.end] = False
    for finding in findings:
        if finding.kind in ("copied", "edited"):
            best = finding.matches[0]
            counts[best.source, best.title] += int(inked[finding.span.start : finding.span.end].sum())
    return tuple((path, title, chars) for (path, title), chars in counts.most_common())
