"""Comments in a Word file: what they say, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from drafter.model import Span, TextPlace
from drafter.render.word_file import Element, WordFile
from drafter.render.word_ranges import Printed, mark_ranges

AUTHOR = "drafter"
INITIALS = "D"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

_TYPE_SIZE = 20  # half points: small, whatever the body of the document is set in


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
    file = WordFile.of(content, source)
    if comments and places:
        root = file.root(file.main)
        elements = list(root.iter("*"))
        pieces = [Printed(place.span, place.element, elements[place.element]) for place in places]
        numbered = list(enumerate(comments, _free_id(file)))
        mark_ranges(pieces, ((number, comment.span) for number, comment in numbered))
        _add(file, numbered)
    file.save(path)


def comment_part(word: str, comments: Iterable[tuple[int, Comment]]) -> Element:
    """Build comments.xml of comments with their ids; `word` is the namespace of Word's own names."""
    root = etree.Element(f"{{{word}}}comments", nsmap={"w": word})
    root.extend(_comment(word, number, comment) for number, comment in comments)
    return root


def _free_id(file: WordFile) -> int:
    """Return an id from which on no comment of the file has one, and no mark refers to one."""
    roots = [file.root(file.main), *(file.root(name) for name in [file.related("comments")] if name)]
    word = f"{{{etree.QName(roots[0]).namespace}}}"
    marks = [f"{word}{name}" for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")]
    taken = [mark.get(f"{word}id", "") for root in roots for mark in root.iter(*marks)]
    return max((int(each) for each in taken if each.isdecimal()), default=-1) + 1


def _add(file: WordFile, comments: Iterable[tuple[int, Comment]]) -> None:
    """Add comments to those that the file has."""
    word = str(etree.QName(file.root(file.main)).namespace)
    own = comment_part(word, comments)
    if name := file.related("comments"):
        file.root(name).extend(own)
    else:
        file.add("comments", own, CONTENT_TYPE)


def _comment(word: str, number: int, comment: Comment) -> Element:
    made = _element(word, "comment", id=number, author=AUTHOR, initials=INITIALS)  # no date: the clock tells nothing
    made.extend(_line(word, line) for line in comment.lines)
    return made


def _line(word: str, text: str) -> Element:
    """Build a paragraph whose look does not follow the document's own text, which may be large and indented."""
    spacing = _element(word, "spacing", before=0, after=0, line=240, lineRule="auto")
    indent = _element(word, "ind", firstLineChars=0, firstLine=0)
    look = _element(word, "pPr", spacing, indent, _element(word, "jc", val="left"))
    words = _element(word, "t")
    words.text = text
    type_size = (_element(word, name, val=_TYPE_SIZE) for name in ("sz", "szCs"))
    letters = _element(word, "rPr", _element(word, "rFonts", hint="eastAsia"), *type_size)
    return _element(word, "p", look, _element(word, "r", letters, words))


def _element(word: str, name: str, *children: Element, **attributes: str | int) -> Element:
    made = etree.Element(f"{{{word}}}{name}", {f"{{{word}}}{key}": str(value) for key, value in attributes.items()})
    made.extend(children)
    return made
