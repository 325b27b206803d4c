"""Open a Word file: the parts of it that hold text, lists and styles, read without running or fetching anything."""

from __future__ import annotations

import functools
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from drafter.errors import ReadError
from drafter.ingest import signatures
from drafter.ingest.word_xml import Element, w

LARGEST_XML = 20_000_000
"""Bytes of a part, which take twenty times as much memory: 28 reports have under 0.3 million each."""

MOST_PARTS = 10_000
"""Parts of a file: one with a picture on each of a thousand pages has two thousand."""

_TOO_LARGE = ("解开后过大，不像正常的 Word 文件", "请只把文字复制到新的 .docx 中")
_REMEDY = "请用 WPS 或 Word 打开，另存为新的 .docx"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # what “Strict Open XML” calls the same names
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FLAT = "{http://schemas.microsoft.com/office/2006/xmlPackage}"

_Parts: TypeAlias = Callable[[str], "Element | None"]


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file, each by its root element; None where the file has none."""

    body: Element
    styles: Element | None = None
    numbering: Element | None = None
    notes: Mapping[tuple[str, str], Element] = field(default_factory=dict)  # (footnote or endnote, id) -> the note
    theme: Element | None = None  # this and what follows: only when the file's looks are wanted
    settings: Element | None = None
    feet: Mapping[str, Element] = field(default_factory=dict)  # id of the relationship -> the foot of a page


def open_package(content: bytes, path: Path, *, looks: bool = False) -> Package:
    """Open a Word file; `looks`: with the parts that only say how it looks.

    Raise ReadError when it is none, unreasonably large or damaged.
    """
    from lxml import etree  # noqa: PLC0415 - takes 60 ms, and only .docx files and web pages need it

    try:
        if content.startswith(b"PK"):
            archive = zipfile.ZipFile(BytesIO(content))
            if len(archive.infolist()) > MOST_PARTS:
                raise ReadError(*_TOO_LARGE, path=path)
            return _package(functools.partial(_unpacked, archive, path), path, looks=looks)
        if content.lstrip().startswith(b"<"):
            return _package(_flat_parts(content).get, path, looks=looks)
    except zipfile.BadZipFile as error:
        raise ReadError("Word 文件不完整", "请重新复制或下载一份", path=path) from error
    except (
        etree.XMLSyntaxError,
        ValueError,
        OSError,
        EOFError,
        NotImplementedError,  # packed in an unknown way
        RuntimeError,  # a zip archive with a password
        zlib.error,
    ) as error:
        raise ReadError("Word 文件已损坏", _REMEDY, path=path) from error
    kind = signatures.identify(content)
    raise ReadError(f"不是 Word 文件，内容是{kind.name if kind else '未知格式'}", _REMEDY, path=path)


def _package(part: _Parts, path: Path, *, looks: bool) -> Package:
    """Pick the parts that hold text; `part` gives one by its name, None when there is none."""
    main = _related(part, "").get("officeDocument", "word/document.xml")
    root = part(main)
    body = root.find(w("body")) if root is not None else None
    if body is None:
        raise ReadError("压缩包里没有 Word 正文", _REMEDY, path=path)
    related = _related(part, main)
    found = {kind: part(related.get(kind, "")) for kind in ("styles", "numbering", "footnotes", "endnotes")}
    notes = {
        (kind, note.get(w("id"))): note
        for kind in ("footnote", "endnote")
        if (all_notes := found[f"{kind}s"]) is not None
        for note in all_notes.findall(w(kind))
        if note.get(w("type"), "normal") == "normal"  # others are the lines above the notes
    }
    package = Package(body, found["styles"], found["numbering"], notes)
    return _with_looks(package, part, main) if looks else package


def _with_looks(package: Package, part: _Parts, main: str) -> Package:
    """Add the parts that only say how the file looks."""
    related = _related(part, main)
    feet = {
        key: root
        for key, kind, place in _relations(part, main)
        if kind == "footer" and (root := part(place)) is not None
    }
    return replace(package, theme=part(related.get("theme", "")), settings=part(related.get("settings", "")), feet=feet)


def _related(part: _Parts, name: str) -> dict[str, str]:
    """Return the parts that belong to a part ("" for the whole file), by what they are to it."""
    return {kind: place for _, kind, place in _relations(part, name)}


def _relations(part: _Parts, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the parts that belong to a part: the id by which it calls them, what they are to it, their name."""
    folder, own = posixpath.split(name)
    relations = part(f"{folder}/_rels/{own}.rels".lstrip("/"))
    for relation in relations if relations is not None else ():
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            place = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], place


def _unpacked(archive: zipfile.ZipFile, path: Path, name: str) -> Element | None:
    """Return a part of a zip archive, never more of it than is reasonable."""
    if name not in archive.namelist():
        return None
    with archive.open(name) as part:
        xml = part.read(LARGEST_XML + 1)
    if len(xml) > LARGEST_XML:
        raise ReadError(*_TOO_LARGE, path=path)
    return _parse(xml.replace(_STRICT, _USUAL))


def _flat_parts(content: bytes) -> dict[str, Element]:
    """Return the parts of a Word file that is one XML file, as programs for forms write it, by name."""
    parts = _parse(content.replace(_STRICT, _USUAL)).iter(f"{_FLAT}part")
    found = {part.get(f"{_FLAT}name", ""): next(iter(part.iterfind(f"{_FLAT}xmlData/*")), None) for part in parts}
    return {name.lstrip("/"): root for name, root in found.items() if root is not None}


def _parse(xml: bytes) -> Element:
    """Parse XML without entities, outside files or network."""
    from lxml import etree  # noqa: PLC0415 - as above

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(xml, parser)
