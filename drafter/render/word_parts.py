"""The parts of a Word file under change: what changes is parsed and written anew, all else copied as it is."""

from __future__ import annotations

import posixpath
import shutil
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from drafter.errors import ReadError
from drafter.render.word_xml import Element

LARGEST_XML = 20_000_000
LARGEST_FILE = 600_000_000  # bytes unpacked, pictures and all
_TYPES = "[Content_Types].xml"
_PACKAGES = "http://schemas.openxmlformats.org/package/2006"
_STRICT = b"http://purl.oclc.org/ooxml"


@dataclass(slots=True)
class Parts:
    """A Word file open for change."""

    archive: ZipFile
    path: Path  # as errors call it
    main: str = ""
    changed: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def open(cls, content: bytes, path: Path) -> Parts:
        """Open a file that the readers can read. Raise ReadError when it cannot be changed."""
        if not content.startswith(b"PK"):
            raise ReadError("这种 Word 文件只能读，不能改版式", "请用 WPS 或 Word 打开，另存为 .docx", path=path)
        parts = cls(ZipFile(BytesIO(content)), path)
        if sum(info.file_size for info in parts.archive.infolist()) > LARGEST_FILE:
            raise ReadError("解开后过大，不像正常的 Word 文件", "请只把文字复制到新的 .docx 中", path=path)
        if any(name.startswith("_xmlsignatures/") for name in parts.archive.namelist()):
            raise ReadError("文件有数字签名，改了就失效", "请用没有签名的一份", path=path)
        parts.main = parts.related("", RT.OFFICE_DOCUMENT) or "word/document.xml"
        if _STRICT in parts.archive.read(parts.main)[:4000]:
            raise ReadError("文件是“严格 Open XML”格式，只能读，不能改版式", "请用 Word 另存为普通的 .docx", path=path)
        return parts

    def part(self, name: str) -> Element:
        """Return the root of a part, to be changed at will."""
        if name not in self.changed:
            with self.archive.open(name) as stream:
                xml = stream.read(LARGEST_XML + 1)
            if len(xml) > LARGEST_XML:
                raise ReadError("解开后过大，不像正常的 Word 文件", "请只把文字复制到新的 .docx 中", path=self.path)
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            self.changed[name] = etree.fromstring(xml, parser)
        return self.changed[name]

    def related(self, name: str, kind: str) -> str:
        """Return the part that is `kind` to a part ("" for the whole file), "" when there is none."""
        relations = self.relations(name)
        if relations not in self.names():
            return ""
        targets = (each.get("Target", "") for each in self.part(relations) if each.get("Type") == kind)
        target = next(targets, "")
        folder = posixpath.dirname(name)
        return (
            target[1:]
            if target.startswith("/")
            else posixpath.normpath(posixpath.join(folder, target))
            if target
            else ""
        )

    def add(self, name: str, root: Element, content_type: str, kind: str) -> str:
        """Add a part that belongs to the main one; return the id by which that calls it."""
        self.changed[name] = root
        override = etree.SubElement(self.part(_TYPES), f"{{{_PACKAGES}/content-types}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", content_type)
        relations = self.relations(self.main)
        if relations not in self.names():
            self.changed[relations] = etree.Element(f"{{{_PACKAGES}/relationships}}Relationships")
        taken = {each.get("Id") for each in self.part(relations)}
        key = next(f"rIdDrafter{number}" for number in range(1, len(taken) + 2) if f"rIdDrafter{number}" not in taken)
        relation = etree.SubElement(self.part(relations), f"{{{_PACKAGES}/relationships}}Relationship")
        for attribute, value in (("Id", key), ("Type", kind), ("Target", f"/{name}")):
            relation.set(attribute, value)
        return key

    def free_name(self, pattern: str) -> str:
        """Return a name of the pattern word/footer{}.xml that no part has."""
        taken = {name.casefold() for name in self.names()}
        return next(name for number in range(1, len(taken) + 2) if (name := pattern.format(number)) not in taken)

    def names(self) -> set[str]:
        """Return the names of all parts."""
        return {*self.archive.namelist(), *self.changed}

    @staticmethod
    def relations(name: str) -> str:
        """Return the part that tells what belongs to a part."""
        folder, own = posixpath.split(name)
        return f"{folder}/_rels/{own}.rels".lstrip("/")

    def save(self, path: Path) -> None:
        """Write the file, its parts in their old order, new ones at the end."""
        old = {info.filename: info for info in self.archive.infolist()}
        with ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in (*old, *(each for each in self.changed if each not in old)):
                entry = ZipInfo(name, old[name].date_time if name in old else (1980, 1, 1, 0, 0, 0))
                entry.compress_type = old[name].compress_type if name in old else zipfile.ZIP_DEFLATED
                if name in self.changed:
                    target.writestr(entry, _serialised(self.changed[name]))
                else:
                    with self.archive.open(old[name]) as source, target.open(entry, "w", force_zip64=True) as copy:
                        shutil.copyfileobj(source, copy)


def _serialised(root: Element) -> bytes:
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml
