"""Where the words of a draft come from, as comments on its Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn

from drafter.model import Paragraph, Piece, Span
from drafter.render.origins import origin
from drafter.render.passages import in_line
from drafter.render.word_comments import Comment, comment_part
from drafter.render.word_ranges import Printed, mark_ranges
from drafter.render.word_xml import Element

_REQUESTS = {
    "library": "取自语料库，请核对是否符合本单位实际。",
    "placeholder": "请在提纲里补上再重新生成，或直接在稿子里填写。",
}
_CHARACTERS = {qn("w:br"): "\n", qn("w:tab"): "\t"}


def comment_origins(paragraphs: Iterable[tuple[Paragraph, Element]]) -> Element | None:
    """Mark library text and gaps in the Word paragraphs of a draft; return comments.xml, None when there are none.

    A paragraph that was broken into lines of its own is marked as a whole.
    """
    pieces: list[Printed] = []
    comments: list[Comment] = []
    at = 0
    for paragraph, made in paragraphs:
        printed = list(_printed(made, at, len(pieces)))
        pieces += printed
        end = printed[-1].span.end if printed else at
        whole = Span(at, end) if end - at != len(paragraph.text) else None
        comments += [Comment(whole or span.shift(at), lines) for span, lines in _origins(paragraph)]
        at = end
    if not comments:
        return None
    mark_ranges(pieces, ((number, comment.span) for number, comment in enumerate(comments)))
    return comment_part(enumerate(comments))


def _origins(paragraph: Paragraph) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield what to say of a paragraph's words, with their places in it."""
    start = 0
    for piece in paragraph.pieces:
        if piece.kind in _REQUESTS and piece.text:
            yield Span(start, start + len(piece.text)), (_called(piece), _REQUESTS[piece.kind])
        start += len(piece.text)


def _called(piece: Piece) -> str:
    name, above, place = origin(piece)
    return in_line(f"【{name}】{' > '.join(filter(None, (above, place)))}")


def _printed(paragraph: Element, at: int, order: int) -> Iterator[Printed]:
    """Yield what the runs of a paragraph print, its text beginning at `at`."""
    for element in paragraph.iter(qn("w:t"), *_CHARACTERS):
        text = _CHARACTERS.get(element.tag) or element.text or ""
        yield Printed(Span(at, at + len(text)), order, element)
        at, order = at + len(text), order + 1
