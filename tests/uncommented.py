"""Word files with their comments taken off again, in a form in which equal documents are equal bytes."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")


def part(content: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return the root of a part of a Word file."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(name))


def new_ids(before: bytes, after: bytes) -> list[str]:
    """Return the ids of the comments that `after` refers to and `before` does not, in the order of the text."""
    old, new = ([mark.get(f"{W}id", "") for mark in part(each).iter(MARKS[2])] for each in (before, after))
    return [each for each in new if each not in old]


def commented_words(content: bytes) -> dict[str, str]:
    """Return the words between the marks of each comment, by its id; marks left open have none."""
    open_now: dict[str, str] = {}
    found: dict[str, str] = {}
    for element in part(content).iter(f"{W}t", *MARKS):
        key = element.get(f"{W}id", "")
        if element.tag == MARKS[0]:
            open_now[key] = ""
        elif element.tag == MARKS[1]:
            found[key] = open_now.pop(key)
        else:
            open_now = {each: words + (element.text or "") for each, words in open_now.items()}
    return found


def canonical(content: bytes, without: list[str] | None = None) -> bytes:
    """Return the main part without the comments `without`, runs of one look joined, as canonical XML."""
    root = part(content)
    for mark in list(root.iter(*MARKS)):
        if mark.get(f"{W}id") in (without or ()):
            gone = mark.getparent() if mark.tag == MARKS[2] else mark
            gone.getparent().remove(gone)
    for run in list(root.iter(f"{W}r")):
        _join(run.getprevious(), run)
    for words in list(root.iter(f"{W}t")):
        words.attrib.pop(SPACE, None)
        before = words.getprevious()
        if before is not None and before.tag == words.tag:
            before.text = (before.text or "") + (words.text or "")
            words.getparent().remove(words)
    for element in root.iter("*"):
        if element.tag != f"{W}t" and not (element.text or "").strip():
            element.text = None
        element.tail = None
    return etree.tostring(root, method="c14n")


def _join(before: etree._Element | None, run: etree._Element) -> None:
    """Move what a run prints into the one before it, if that looks the same."""
    if (
        before is None
        or before.tag != run.tag
        or dict(before.attrib) != dict(run.attrib)
        or _look(before) != _look(run)
    ):
        return
    before.extend([child for child in run if child.tag != f"{W}rPr"])
    run.getparent().remove(run)


def _look(run: etree._Element) -> bytes:
    look = run.find(f"{W}rPr")
    return b"" if look is None else etree.tostring(look, method="c14n", with_tail=False)
