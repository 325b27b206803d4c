"""Change some parts of a Word file and leave all others byte for byte as they were."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from drafter.errors import ReadError

Element: TypeAlias = Any
"""An lxml element; lxml has no types of its own."""

LARGEST = 500_000_000
"""Bytes of all parts unpacked: a report with fifty photographs has a tenth of that."""

_CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PROPERTIES = "docProps/core.xml"
_PROPERTIES_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date a zip can hold


@dataclass(slots=True)
class WordFile:
    """A Word file under change: its parts by name, those that are changed as trees too."""

    parts: dict[str, bytes]
    main: str  # name of the part that holds the text
    dialect: str  # begins the names of its relationships, which “Strict Open XML” spells in another way
    trees: dict[str, Element] = field(default_factory=dict)  # roots of the parts that are changed

    @classmethod
    def of(cls, content: bytes, path: Path) -> WordFile:
        """Open a .docx that the reader can read. Raise ReadError for other files of Word (.docm, .dotx)."""
        parts = _unpacked(content, path)
        opened = cls(parts, "", "")
        for relation in opened._seen("_rels/.rels") if "_rels/.rels" in parts else ():
            dialect, _, kind = relation.get("Type", "").rpartition("/")
            if kind == "officeDocument":
                opened.main, opened.dialect = relation.get("Target", "").lstrip("/"), dialect
        if _CONTENT_TYPES not in parts or opened.type_of(opened.main) != _MAIN_TYPE:
            remedy = "请用 WPS 或 Word 打开，另存为 .docx 再试"
            raise ReadError("不是普通的 Word 文档（可能带宏，或是模板）", remedy, path=path)
        return opened

    def root(self, name: str) -> Element:
        """Return the root element of a part that is to be changed; `save` writes it as it is then."""
        return self.trees.setdefault(name, self._seen(name))

    def type_of(self, name: str) -> str:
        """Return the content type of a part, by its own name or else by its suffix, "" when it has none."""
        named: dict[str, str] = {}
        for each in self._seen(_CONTENT_TYPES):
            named[each.get("PartName") or each.get("Extension", "")] = each.get("ContentType", "")
        return named.get(f"/{name}") or named.get(name.rpartition(".")[2], "")

    def related(self, kind: str) -> str:
        """Return the part that stands in a relation (comments, styles …) to the main part, "" for none."""
        return next((name for found, name in self._targets(self.main) if found == kind), "")

    def add(self, kind: str, root: Element, content_type: str) -> None:
        """Add a part that stands in a relation to the main part."""
        name = self._free_name(posixpath.join(posixpath.dirname(self.main), kind))
        self.parts[name], self.trees[name] = b"", root
        self._type(name, content_type)
        relations_name = _relations_name(self.main)
        if relations_name not in self.parts:
            self.parts[relations_name] = b""
            self.trees[relations_name] = etree.Element(f"{_RELATIONS}Relationships", nsmap={None: _RELATIONS[1:-1]})
        relations = self.root(relations_name)
        attributes = {"Id": _free_key(relations), "Type": f"{self.dialect}/{kind}", "Target": posixpath.basename(name)}
        relations.append(etree.Element(f"{_RELATIONS}Relationship", attributes))

    def relations(self, name: str) -> Element:
        """Return the relationships of a part that has some, to be changed."""
        return self.root(_relations_name(name))

    def take_properties(self, other: WordFile) -> None:
        """Take title and author from another file; all else that is told about this one goes."""
        relations = self.root("_rels/.rels")
        for relation in list(relations):
            if relation.get("Type", "").rpartition("/")[2] != "officeDocument":
                relations.remove(relation)
        self.trees.pop(_PROPERTIES, None)
        self.parts[_PROPERTIES] = other.parts[_PROPERTIES]
        attributes = {"Id": _free_key(relations), "Type": _PROPERTIES_RELATION, "Target": _PROPERTIES}
        relations.append(etree.Element(f"{_RELATIONS}Relationship", attributes))
        self._type(_PROPERTIES, other.type_of(_PROPERTIES))

    def drop_unreachable(self) -> None:
        """Drop the parts that no relationship leads to."""
        reached, left = {_CONTENT_TYPES}, [""]
        while left:
            name = left.pop()
            reached |= {name, _relations_name(name)}
            left += [target for _, target in self._targets(name) if target not in reached]
        for name in [name for name in self.parts if name not in reached]:
            del self.parts[name]
            self.trees.pop(name, None)
        types = self.root(_CONTENT_TYPES)
        for each in types.findall(f"{_TYPES}Override"):
            if each.get("PartName", "").lstrip("/") not in self.parts:
                types.remove(each)

    def save(self, path: Path) -> None:
        """Write the file; the same changes of the same file give the same bytes."""
        with ZipFile(path, "w") as target:
            for name, content in self.parts.items():
                entry = ZipInfo(name, _EARLIEST)
                entry.create_system = 0
                entry.compress_type = ZIP_DEFLATED
                target.writestr(entry, _printed(self.trees[name]) if name in self.trees else content)

    def _seen(self, name: str) -> Element:
        """Return the root element of a part that is only read."""
        if name in self.trees:
            return self.trees[name]
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(self.parts[name], parser)

    def _targets(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield what stands in a relation to a part ("" for the whole file): the kind of relation, and the part."""
        relations = _relations_name(name)
        for relation in self._seen(relations) if relations in self.parts else ():
            target = posixpath.join("/", posixpath.dirname(name), relation.get("Target", ""))
            part = posixpath.normpath(target).lstrip("/")
            if relation.get("TargetMode") != "External" and part in self.parts:
                yield relation.get("Type", "").rpartition("/")[2], part

    def _type(self, name: str, content_type: str) -> None:
        """Give a part its content type."""
        types = self.root(_CONTENT_TYPES)
        for each in types.findall(f"{_TYPES}Override"):
            if each.get("PartName") == f"/{name}":
                types.remove(each)
        types.append(etree.Element(f"{_TYPES}Override", PartName=f"/{name}", ContentType=content_type))

    def _free_name(self, stem: str) -> str:
        names = (f"{stem}{number or ''}.xml" for number in range(len(self.parts) + 1))
        return next(name for name in names if name not in self.parts)


def _unpacked(content: bytes, path: Path) -> dict[str, bytes]:
    """Return all parts. Raise ReadError when they are unreasonably large, or one is damaged or has a password."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) <= LARGEST:
                return {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ReadError("Word 文件已损坏", "请用 WPS 或 Word 打开，另存为新的 .docx", path=path) from error
    raise ReadError("解开后过大，不像正常的 Word 文件", "请只把文字复制到新的 .docx 中", path=path)


def _relations_name(name: str) -> str:
    folder, own = posixpath.split(name)
    return f"{folder}/_rels/{own}.rels".lstrip("/")


def _free_key(relations: Element) -> str:
    """Return an id that no relationship has."""
    taken = {relation.get("Id") for relation in relations}
    return next(key for number in range(1, len(taken) + 2) if (key := f"rId{number}") not in taken)


def _printed(root: Element) -> bytes:
    """Return a part as XML, its declared entities with it."""
    printed: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return printed
