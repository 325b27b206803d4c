"""The parts of a Word file under change: what changes is parsed and written anew, all else copied as it is."""

from __future__ import annotations

import posixpath
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from drafter.errors import ReadError
from drafter.render.word_xml import Element

LARGEST_XML = 20_000_000
LARGEST_FILE = 600_000_000  # bytes unpacked, pictures and all
_BEGINNING = 4000
_TYPES = "[Content_Types].xml"
_PROPERTIES = "docProps/core.xml"
_PACKAGES = "http://schemas.openxmlformats.org/package/2006"
_STRICT = b"http://purl.oclc.org/ooxml"
_REMEDY = "请用 WPS 或 Word 打开，另存为 .docx"


@dataclass(slots=True)
class Parts:
    """A Word file open for change."""

    archive: ZipFile
    path: Path  # as errors call it
    main: str = ""
    changed: dict[str, Element] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)  # that are added
    dropped: set[str] = field(default_factory=set)

    @classmethod
    def open(cls, content: bytes, path: Path) -> Parts:
        """Open a file that the readers can read. Raise ReadError when it cannot be changed."""
        if not content.startswith(b"PK"):
            raise ReadError("这种 Word 文件只能读，不能改", _REMEDY, path=path)
        parts = cls(ZipFile(BytesIO(content)), path)
        if sum(info.file_size for info in parts.archive.infolist()) > LARGEST_FILE:
            raise ReadError("解开后过大，不像正常的 Word 文件", "请只把文字复制到新的 .docx 中", path=path)
        if any(name.startswith("_xmlsignatures/") for name in parts.archive.namelist()):
            raise ReadError("文件有数字签名，改了就失效", "请用没有签名的一份", path=path)
        parts.main = parts.related("", RT.OFFICE_DOCUMENT) or "word/document.xml"
        if _STRICT in parts.beginning(parts.main):
            raise ReadError("文件是“严格 Open XML”格式，只能读，不能改", "请用 Word 另存为普通的 .docx", path=path)
        return parts

    @classmethod
    def open_document(cls, content: bytes, path: Path) -> Parts:
        """Open a plain .docx. Raise ReadError for one with macros or a template, which have suffixes of their own."""
        parts = cls.open(content, path)
        if parts.type_of(parts.main) != CT.WML_DOCUMENT_MAIN:
            raise ReadError("不是普通的 Word 文档（可能带宏，或是模板）", f"{_REMEDY} 再试", path=path)
        return parts

    def part(self, name: str) -> Element:
        """Return the root of a part, to be changed at will."""
        if name not in self.changed:
            self.changed[name] = self.seen(name)
        return self.changed[name]

    def seen(self, name: str) -> Element:
        """Return the root of a part that is only looked at."""
        if name in self.changed:
            return self.changed[name]
        with self.archive.open(name) as stream:
            xml = stream.read(LARGEST_XML + 1)
        if len(xml) > LARGEST_XML:
            raise ReadError("解开后过大，不像正常的 Word 文件", "请只把文字复制到新的 .docx 中", path=self.path)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root: Element = etree.fromstring(xml, parser)
        except etree.XMLSyntaxError as error:
            raise ReadError("Word 文件已损坏", f"{_REMEDY} 再试", path=self.path) from error
        if root.getroottree().docinfo.internalDTD is not None:  # written anew, it would lose what the text refers to
            raise ReadError("Word 文件里有不该有的实体声明，只能读，不能改", f"{_REMEDY} 再试", path=self.path)
        return root

    def beginning(self, name: str) -> bytes:
        """Return the first bytes of a part, where its names are declared."""
        with self.archive.open(name) as stream:
            return stream.read(_BEGINNING)

    def type_of(self, name: str) -> str:
        """Return the content type of a part, by its own name or else by its suffix, "" when it has none."""
        types: dict[str, str] = {}
        for each in self.seen(_TYPES) if _TYPES in self.names() else ():
            types[each.get("PartName") or each.get("Extension", "")] = each.get("ContentType", "")
        return types.get(f"/{name}") or types.get(name.rpartition(".")[2], "")

    def related(self, name: str, kind: str) -> str:
        """Return the part that is `kind` to a part ("" for the whole file), "" when there is none."""
        return next((target for found, target in self.targets(name) if found == kind), "")

    def targets(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield what belongs to a part ("" for the whole file): what it is to it, and the part's name."""
        for _, kind, target in self.related_ids(name):
            yield kind, target

    def related_ids(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Yield what belongs to a part as `targets` does, each after the id by which the part calls it."""
        relations, names = self.relations(name), self.names()
        for each in self.seen(relations) if relations in names else ():
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), each.get("Target", "")))
            if each.get("TargetMode") != "External" and target.lstrip("/") in names:
                yield each.get("Id", ""), each.get("Type", ""), target.lstrip("/")

    def add(self, name: str, root: Element, content_type: str, kind: str) -> str:
        """Add a part that belongs to the main one; return the id by which that calls it."""
        self.changed[name] = root
        self.dropped.discard(name)
        self._set_type(name, content_type)
        return self._relate(self.main, name, kind)

    def add_picture(self, name: str, content: bytes, content_type: str) -> str:
        """Add a picture to the main part; return the id by which that calls it."""
        self.pictures[name] = content
        self.dropped.discard(name)
        self._set_type(name, content_type)
        return self._relate(self.main, name, RT.IMAGE)

    def take_properties(self, other: Parts) -> None:
        """Take title and author from another file; all else that is told about this one goes."""
        relations = self.part(self.relations(""))
        for each in list(relations):
            if each.get("Type") != RT.OFFICE_DOCUMENT:
                relations.remove(each)
        self.changed[_PROPERTIES] = other.seen(_PROPERTIES)
        self._set_type(_PROPERTIES, CT.OPC_CORE_PROPERTIES)
        self._relate("", _PROPERTIES, RT.CORE_PROPERTIES)

    def drop_unreachable(self) -> None:
        """Drop the parts that no relationship leads to."""
        reached, left = {_TYPES}, [""]
        while left:
            name = left.pop()
            reached |= {name, self.relations(name)}
            left += [target for _, target in self.targets(name) if target not in reached]
        self.dropped |= self.names() - reached
        types = self.part(_TYPES)
        for each in list(types):
            if each.get("PartName", "").lstrip("/") in self.dropped:
                types.remove(each)

    def free_name(self, pattern: str) -> str:
        """Return a name of the pattern word/footer{}.xml that no part has."""
        taken = {name.casefold() for name in self.names()}
        return next(name for number in range(1, len(taken) + 2) if (name := pattern.format(number)) not in taken)

    def names(self) -> set[str]:
        """Return the names of all parts."""
        return {*self.archive.namelist(), *self.changed, *self.pictures} - self.dropped

    @staticmethod
    def relations(name: str) -> str:
        """Return the part that tells what belongs to a part."""
        folder, own = posixpath.split(name)
        return f"{folder}/_rels/{own}.rels".lstrip("/")

    def save(self, path: Path) -> None:
        """Write the file, its parts in their old order, new ones at the end. Raise ReadError when one is damaged."""
        old = {info.filename: info for info in self.archive.infolist() if info.filename not in self.dropped}
        with ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            added = (each for each in (*self.changed, *self.pictures) if each not in old and each not in self.dropped)
            for name in (*old, *added):
                entry = ZipInfo(name, old[name].date_time if name in old else (1980, 1, 1, 0, 0, 0))
                entry.compress_type = old[name].compress_type if name in old else zipfile.ZIP_DEFLATED
                entry.create_system = 0
                if name in self.changed:
                    target.writestr(entry, _serialised(self.changed[name]))
                elif name in self.pictures:
                    target.writestr(entry, self.pictures[name])
                else:
                    self._copy(old[name], entry, target)

    def _copy(self, old: ZipInfo, entry: ZipInfo, target: ZipFile) -> None:
        try:
            with self.archive.open(old) as source, target.open(entry, "w", force_zip64=True) as copy:
                shutil.copyfileobj(source, copy)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise ReadError("Word 文件已损坏", f"{_REMEDY} 再试", path=self.path) from error

    def _set_type(self, name: str, content_type: str) -> None:
        types = self.part(_TYPES)
        for each in types.findall(f"{{{_PACKAGES}/content-types}}Override"):
            if each.get("PartName") == f"/{name}":
                types.remove(each)
        attributes = {"PartName": f"/{name}", "ContentType": content_type}
        types.append(etree.Element(f"{{{_PACKAGES}/content-types}}Override", attributes))

    def _relate(self, owner: str, name: str, kind: str) -> str:
        """Let a part belong to another; return the id of the relationship."""
        relations = self.relations(owner)
        if relations not in self.names():
            self.changed[relations] = etree.Element(f"{{{_PACKAGES}/relationships}}Relationships")
        taken = {each.get("Id") for each in self.part(relations)}
        key = next(f"rIdDrafter{number}" for number in range(1, len(taken) + 2) if f"rIdDrafter{number}" not in taken)
        attributes = {"Id": key, "Type": kind, "Target": f"/{name}"}
        self.part(relations).append(etree.Element(f"{{{_PACKAGES}/relationships}}Relationship", attributes))
        return key


def _serialised(root: Element) -> bytes:
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml
