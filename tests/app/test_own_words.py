"""How much of what the composer writes is found in past reports: its words count, the writer's do not."""

from __future__ import annotations

import pytest

from drafter.app.own_words import as_document, reuse_of_composed
from drafter.library.postings import build_index
from drafter.model import IndexedText, NormText, Paragraph, Piece, Report, ReuseIndex, Source
from drafter.model.draft import OriginKind
from drafter.text.normalize import normalize

COPIED = "我们把柏坪村旧粮站改成了竹编工坊，请老篾匠坐堂带徒，让留守的婶子们在家门口学手艺、挣工钱"
OWN = "今年以来，我们一件一件抓落实，办成了几件看得见的事"


@pytest.fixture(scope="module")
def index() -> ReuseIndex:
    """Return the index of one report that holds the copied sentence."""
    text, offsets = normalize(f"回头看这半年。\n{COPIED}。\n还有很多事要做。")
    return build_index([IndexedText(Source("corpus/甲.txt"), text, offsets)])


def draft(*pieces: tuple[str, OriginKind]) -> Report:
    """Return a draft of one paragraph."""
    return Report("题", "镇", (Paragraph("body", tuple(Piece(text, kind) for text, kind in pieces)),), 0)


@pytest.mark.parametrize(
    ("pieces", "low", "high"),
    [
        ([(OWN, "template"), ("。", "template")], 0, 0),
        ([(COPIED, "template"), ("。", "template")], 0.9, 1),
        ([(COPIED, "author"), ("。", "template")], 0, 0),
        ([(COPIED, "author"), ("。", "template"), (OWN, "template")], 0, 0),
        ([(COPIED, "library"), ("。", "template"), (OWN, "template")], 0.5, 0.8),
    ],
)
def test_only_the_composers_words_count(
    index: ReuseIndex, pieces: list[tuple[str, OriginKind]], low: float, high: float
) -> None:
    assert low <= reuse_of_composed(draft(*pieces), index) <= high


def test_an_empty_draft_repeats_nothing(index: ReuseIndex) -> None:
    assert reuse_of_composed(Report("题", "镇", (), 0), index) == 0


def test_a_draft_is_a_document_line_by_line() -> None:
    report = Report(
        "题", "镇", (Paragraph("title", (Piece("题", "author"),)), Paragraph("body", (Piece("正文", "author"),))), 0
    )
    document = as_document(report)
    assert document.text == NormText("题\n正文") == document.raw
    assert [block.span.of(document.text) for block in document.blocks] == ["题", "正文"]
    assert [block.role for block in document.blocks] == ["title", "paragraph"]
