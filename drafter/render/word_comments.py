"""Comments in a Word file: what they say, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from drafter.model import Span, TextPlace
from drafter.render.word_parts import Parts
from drafter.render.word_ranges import Printed, mark_ranges
from drafter.render.word_xml import Element, element, words

AUTHOR = "drafter"
INITIALS = "D"

_TYPE_SIZE = 20  # half points: small, whatever the body of the document is set in
_MARKS = [qn(f"w:{name}") for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")]


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on some words of a Word file."""

    span: Span  # in the raw text; an empty one stands at the word that follows
    lines: tuple[str, ...]  # fit for XML


def write_comments(
    content: bytes, places: Sequence[TextPlace], comments: Sequence[Comment], source: Path, path: Path
) -> None:
    """Write a Word file to `path` with `comments`, nothing else of it changed.

    `content` is the file at `source`, `places` tell where its text stands. Raise ReadError when it is no plain .docx.
    """
    parts = Parts.open_document(content, source)
    if comments and places:
        elements = list(parts.part(parts.main).iter("*"))
        pieces = [Printed(place.span, place.element, elements[place.element]) for place in places]
        numbered = list(enumerate(comments, _free_id(parts)))
        mark_ranges(pieces, ((number, comment.span) for number, comment in numbered))
        _add(parts, numbered)
    parts.save(path)


def comment_part(comments: Iterable[tuple[int, Comment]]) -> Element:
    """Build comments.xml of comments with their ids."""
    return element("comments", *(_comment(number, comment) for number, comment in comments))


def _free_id(parts: Parts) -> int:
    """Return an id from which on no comment of the file has one, and no mark refers to one."""
    roots = [parts.part(parts.main), *(parts.part(name) for name in [parts.related(parts.main, RT.COMMENTS)] if name)]
    taken = [mark.get(qn("w:id"), "") for root in roots for mark in root.iter(*_MARKS)]
    return max((int(each) for each in taken if each.isdecimal()), default=-1) + 1


def _add(parts: Parts, comments: Iterable[tuple[int, Comment]]) -> None:
    """Add comments to those that the file has."""
    own = comment_part(comments)
    if name := parts.related(parts.main, RT.COMMENTS):
        parts.part(name).extend(list(own))
    else:
        name = "word/comments.xml"
        name = parts.free_name("word/comments{}.xml") if name in parts.names() else name
        parts.add(name, own, CT.WML_COMMENTS, RT.COMMENTS)


def _comment(number: int, comment: Comment) -> Element:
    lines = (_line(line) for line in comment.lines)
    return element("comment", *lines, id=number, author=AUTHOR, initials=INITIALS)  # no date: the clock tells nothing


def _line(text: str) -> Element:
    """Build a paragraph whose look does not follow the document's own text, which may be large and indented."""
    spacing = element("spacing", before=0, after=0, line=240, lineRule="auto")
    look = element("pPr", spacing, element("ind", firstLineChars=0, firstLine=0), element("jc", val="left"))
    sizes = (element(name, val=_TYPE_SIZE) for name in ("sz", "szCs"))
    return element("p", look, element("r", element("rPr", element("rFonts", hint="eastAsia"), *sizes), words(text)))
