"""What a Word file must be as a package for Word to open it without a word: ids, orders, relationships, types."""

from __future__ import annotations

import io
import posixpath
from collections import Counter
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from drafter.render import word_order

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def _names(words: str) -> list[str]:
    return words.split()


RUN = _names(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath ins del moveFrom moveTo rPrChange"
)
ORDERS = {  # ECMA-376 part 1, annex A: children in the order of the schema's sequences
    "pPr": word_order.PARAGRAPH,
    "rPr": RUN,
    "sectPr": ["headerReference", *word_order.SECTION[1:]],
    "settings": word_order.SETTINGS,
    "tblPr": _names(
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
        "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "tcPr": _names(
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    ),
    "tbl": _names("bookmarkStart bookmarkEnd tblPr tblGrid tr"),
    "style": _names(
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "styles": ["docDefaults", "latentStyles", "style"],
}
_ONE_PLACE = {"headerReference": "footerReference"}  # these two may mix


def faults(content: bytes) -> list[str]:
    """Return what is wrong with a Word file, in words; none is the aim."""
    archive = ZipFile(io.BytesIO(content))
    roots = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if _is_xml(name)}
    main = roots["word/document.xml"]
    return [
        *(f"part twice: {name}" for name in _twice(archive.namelist())),
        *_untyped(archive, roots),
        *_relations(archive, roots),
        *_order(roots),
        *_ids(roots),
        *_ranges(main),
        *_styles(roots),
    ]


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _untyped(archive: ZipFile, roots: dict[str, etree._Element]) -> Iterator[str]:
    types = roots["[Content_Types].xml"]
    names = [each.get("PartName", "").lstrip("/") for each in types if each.get("PartName")]
    suffixes = [each.get("Extension", "").lower() for each in types if each.get("Extension")]
    yield from (f"type twice: {name}" for name in _twice([*names, *suffixes]))
    yield from (f"type of no part: {name}" for name in names if name not in archive.namelist())
    for name in archive.namelist():
        if name not in names and name.rpartition(".")[2].lower() not in suffixes and name != "[Content_Types].xml":
            yield f"no type: {name}"


def _relations(archive: ZipFile, roots: dict[str, etree._Element]) -> Iterator[str]:
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[: -len(".rels")])
        ids = [each.get("Id", "") for each in root]
        yield from (f"relationship twice in {name}: {each}" for each in _twice(ids))
        for each in root:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), each.get("Target", "")))
            if each.get("TargetMode") != "External" and target.lstrip("/") not in archive.namelist():
                yield f"{name} leads nowhere: {target}"
        if owner in roots:
            used = {value for each in roots[owner].iter("*") for key, value in each.attrib.items() if key.startswith(R)}
            yield from (f"{owner} calls {each}, which is nothing" for each in used - set(ids))


def _order(roots: dict[str, etree._Element]) -> Iterator[str]:
    for name, root in roots.items():
        for element in root.iter(*(W + parent for parent in ORDERS)):
            order = ORDERS[etree.QName(element).localname]
            tags = [_ONE_PLACE.get(tag, tag) for child in element if (tag := etree.QName(child).localname)]
            places = [order.index(tag) for tag in tags if tag in order]
            if places != sorted(places):
                yield f"{name}: {etree.QName(element).localname} holds {' '.join(tags)}"


def _ids(roots: dict[str, etree._Element]) -> Iterator[str]:
    main = roots["word/document.xml"]
    every = [root for name, root in roots.items() if name.startswith("word/") and not name.endswith(".rels")]
    groups = {
        "bookmark": [each.get(f"{W}id", "") for each in main.iter(f"{W}bookmarkStart")],
        "name of bookmark": [each.get(f"{W}name", "") for each in main.iter(f"{W}bookmarkStart")],
        "drawing": [each.get("id", "") for root in every for each in root.iter(f"{WP}docPr")],
        "comment": [each.get(f"{W}id", "") for root in every for each in root.iter(f"{W}comment")],
        "style": [each.get(f"{W}styleId", "") for root in every for each in root.iter(f"{W}style")],
        "name of style": [
            each.get(f"{W}val", "").lower() for root in every for each in root.iterfind(f".//{W}style/{W}name")
        ],
    }
    for sort, ids in groups.items():
        yield from (f"{sort} twice: {each}" for each in _twice(ids))
    marks = {each.get(f"{W}id") for each in main.iter(f"{W}commentReference")}
    if marks != set(groups["comment"]):
        yield f"comments {sorted(groups['comment'])}, marks {sorted(map(str, marks))}"
    for anchor in (each.get(f"{W}anchor") for each in main.iter(f"{W}hyperlink")):
        if anchor and anchor not in groups["name of bookmark"]:
            yield f"link to no bookmark: {anchor}"


def _ranges(main: etree._Element) -> Iterator[str]:
    for sort in ("bookmark", "commentRange"):
        starts, ends = ([each.get(f"{W}id") for each in main.iter(f"{W}{sort}{edge}")] for edge in ("Start", "End"))
        if Counter(starts) != Counter(ends):
            yield f"{sort}: {starts} begin, {ends} end"
    fields = Counter(each.get(f"{W}fldCharType") for each in main.iter(f"{W}fldChar"))
    if len(set(fields.values())) > 1:
        yield f"fields: {dict(fields)}"


def _styles(roots: dict[str, etree._Element]) -> Iterator[str]:
    if "word/styles.xml" not in roots:
        return
    known = {each.get(f"{W}styleId") for each in roots["word/styles.xml"].iter(f"{W}style")}
    used = {
        each.get(f"{W}val")
        for name in roots
        if name.startswith("word/") and not name.endswith(".rels")
        for each in roots[name].iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next")
    }
    yield from (f"no such style: {each}" for each in sorted(map(str, used - known)))
