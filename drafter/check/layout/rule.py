"""Hold a Word draft against the layout: every deviation, and the findings they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from drafter.check.case import Case
from drafter.check.layout import lettering, marks, pages, tables
from drafter.check.layout.deviations import SEVERITIES, Deviation
from drafter.check.layout.repairs import MENDED
from drafter.check.layout.roles import roles
from drafter.model import Document, Finding, PageLook
from drafter.page import Layout

_BY_HAND = {
    "numbering": "要改成文字：复制编号和正文，在 Word 里“选择性粘贴”为纯文本",
    "spaces": "请删去段首空格，在段落设置里设首行缩进",
    "dress": "请去掉",
    "table_face": "请选中表格，改成公文用的字体",
    "number_form": "请改过来，同一层次用同一种序号",
    "quote_pairs": "请对照上下文改成一前一后",
    "quotes": "前后引号不成对，请对照上下文改",
    "punctuation": "请照着改",
}
_BY_PROGRAM = "可用 drafter layout fix 一并改好"


def find_layout(case: Case) -> Iterator[Finding]:
    """Yield what deviates in a Word draft, the same deviation of many paragraphs once; other files have no layout."""
    if case.look is None:
        return
    grouped: dict[tuple[str, str, str], list[Deviation]] = {}
    for deviation in deviations(case.document, case.look, case.layout):
        grouped.setdefault((deviation.kind, deviation.what, deviation.found), []).append(deviation)
    for alike in grouped.values():
        yield _finding(case.document, alike)


def deviations(document: Document, look: PageLook, layout: Layout) -> list[Deviation]:
    """Return how a report in a Word file deviates: its pages, then its paragraphs and its tables in order."""
    found = list(pages.deviations(look, layout))
    for role in roles(document, look, layout):
        found += lettering.deviations(lettering.View(role, document.raw, look, layout))
    found += tables.deviations(look, document.raw, layout)
    for paragraph in look.paragraphs:
        found += marks.deviations(paragraph, document.raw)
    return found


def _finding(document: Document, alike: Sequence[Deviation]) -> Finding:
    """Return the finding that deviations of one sort make, at the first of them."""
    first = alike[0]
    count = f"，共 {len(alike)} 处，这是第一处" if len(alike) > 1 and len(first.span) else ""
    words = f"{first.kind}/{first.what}/{first.found}/{first.span.of(document.raw)}"
    return Finding(
        id=sha256(f"layout/{words}".encode()).hexdigest()[:12],
        rule="layout",
        kind=first.kind,
        severity=SEVERITIES[first.strength],
        span=first.span,
        text=first.span.of(document.raw),
        message=f"{first.message()}{count}",
        suggestion=_suggestion(first),
    )


def _suggestion(deviation: Deviation) -> str:
    left = deviation.kind in {"punctuation", "quotes"} and deviation.replacement is None
    return _BY_PROGRAM if deviation.kind in MENDED and not left else _BY_HAND.get(deviation.kind, "")
