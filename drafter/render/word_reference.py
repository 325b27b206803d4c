"""Put a draft into an office's own document: its styles, page setup, header and footer, the draft's words."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path

from lxml import etree

from drafter.errors import ReadError
from drafter.page import STANDARD, STYLES, Layout
from drafter.render.reference_styles import OwnStyles
from drafter.render.word_file import Element, WordFile
from drafter.render.word_names import value, w

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_KEPT = ("styles", "settings", "fontTable", "theme", "numbering", "header", "footer")  # relations of the main part
_PERSONAL = (  # settings that lead to other files, or belong to the text that goes
    *("writeProtection", "documentProtection", "trackRevisions", "revisionView", "attachedTemplate", "linkStyles"),
    *("mailMerge", "docVars", "rsids", "footnotePr", "endnotePr", "attachedSchema", "saveThroughXslt", "schemaLibrary"),
)
_OFF = ("widowControl", "autoSpaceDE", "autoSpaceDN", "adjustRightInd")  # our defaults, which theirs may contradict
_ORDER = (  # of the properties of our styles, by the schema
    *("keepNext", "keepLines", "pageBreakBefore", "widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN"),
    *("adjustRightInd", "snapToGrid", "spacing", "ind", "jc", "outlineLvl"),
)
_AFTER_COUNT = (  # what the schema puts behind the counting of pages
    *("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid"),
)


def into_reference(
    draft: bytes, reference: bytes, source: Path, path: Path, layout: Layout = STANDARD
) -> dict[str, str]:
    """Write the words of `draft`, ours in `layout`, to `path` in the looks of `reference`, which stands at `source`.

    Return the names of their styles by the roles they take (see page.STYLES); what none of theirs takes looks as ours.
    Raise ReadError when the reference is no plain .docx.
    """
    ours, theirs = WordFile.of(draft, source), WordFile.of(reference, source)
    root = theirs.root(theirs.main)
    body = root.find(w("body"))
    if body is None or not theirs.related("styles"):
        raise ReadError("没有样式，或者是“严格 Open XML”格式", "请用 WPS 或 Word 另存为普通的 .docx", path=source)
    own = OwnStyles.of(theirs.root(theirs.related("styles")), body)
    roles = own.roles()
    setup = _page_setup(body)
    content = [each for each in ours.root(ours.main).find(w("body")) if each.tag != w("sectPr")]
    _restyle(content, _style_ids(ours, theirs, own, roles, layout), own)
    _fit(content, setup, theirs.root(theirs.related("styles")))
    _set_up_contents(content, setup)
    for each in list(body):
        body.remove(each)
    body.extend([*content, setup])
    theirs.take_properties(ours)
    _keep_only(theirs, {each.get(f"{_R}id", "") for each in setup.iter(w("headerReference"), w("footerReference"))})
    if comments := ours.related("comments"):
        theirs.add("comments", ours.root(comments), ours.type_of(comments))
    theirs.save(path)
    return {role: value(own.by_id[key], "name") for role, key in roles.items()}


def _page_setup(body: Element) -> Element:
    """Return the section properties of the section with most text, with the headers and footers it inherits."""
    sections = list(body.iter(w("sectPr")))
    if not sections:
        return etree.SubElement(body, w("sectPr"))
    lengths: Counter[int] = Counter()
    number = 0
    for block in body:
        lengths[number] += len("".join(block.itertext(w("t"))))
        number += sum(1 for _ in block.iter(w("sectPr")))
    chosen = max(range(len(sections)), key=lambda index: lengths[index])
    setup = deepcopy(sections[chosen])
    for name in ("type", "sectPrChange", "printerSettings", "footnotePr", "endnotePr"):
        for each in setup.findall(w(name)):
            setup.remove(each)
    inherited: dict[tuple[str, str], Element] = {}
    for section in sections[: chosen + 1]:
        for each in section.iterchildren(w("headerReference"), w("footerReference")):
            inherited[each.tag, each.get(w("type"), "default")] = each
    for each in setup.findall(w("headerReference")) + setup.findall(w("footerReference")):
        setup.remove(each)
    setup[:0] = [deepcopy(each) for each in inherited.values()]
    return setup


def _style_ids(
    ours: WordFile, theirs: WordFile, own: OwnStyles, roles: Mapping[str, str], layout: Layout
) -> dict[str, str]:
    """Return the id that each of our styles has in their file; those that none of theirs stands for are added."""
    sheet = theirs.root(theirs.related("styles"))
    ids = {STYLES[role].word_id: key for role, key in roles.items()}
    labels = {style.word_id: style.label for style in STYLES.values()}
    added = []
    for style in ours.root(ours.related("styles")).findall(w("style")):
        key, name = style.get(w("styleId")), value(style, "name")
        same = _style_called(sheet, name) if style.get(w("type")) == "table" or name.startswith("toc ") else None
        if same is not None:
            ids[key] = same.get(w("styleId"))
        elif key not in ids and value(style, "name") != "footer":  # our feet go, and so does their style
            ids[key] = _add_style(sheet, deepcopy(style), f"稿件{labels.get(key, name)}")
            added.append(sheet[-1])
    for style in added:
        for following in style.findall(w("next")):
            following.set(w("val"), ids[following.get(w("val"))])
        if style.get(w("type")) == "paragraph":
            _stand_alone(style, _pitch(own, roles.get("body", ""), layout))
    return ids


def _style_called(sheet: Element, name: str) -> Element | None:
    return next((each for each in sheet.iter(w("style")) if value(each, "name").lower() == name.lower()), None)


def _pitch(own: OwnStyles, body: str, layout: Layout) -> tuple[str, str]:
    """Return the line pitch of their body text and its rule, ours when none of their styles is for body text."""
    spacing = own.first(body, f"{w('pPr')}/{w('spacing')}")
    if spacing is not None and spacing.get(w("line")):
        return spacing.get(w("line")), spacing.get(w("lineRule"), "auto")
    return str(layout.line_pitch.value.twips), "exact"


def _add_style(sheet: Element, style: Element, label: str) -> str:
    """Add a style under an id and a name that are free; return the id."""
    ids = {each.get(w("styleId")) for each in sheet.iter(w("style"))}
    names = {value(each, "name").lower() for each in sheet.iter(w("style"))}
    name = style.find(w("name"))
    if name.get(w("val")).lower() in names:
        style.set(w("customStyle"), "1")
        name.set(w("val"), next(each for each in _numbered(label) if each.lower() not in names))
    key = next(each for each in _numbered(style.get(w("styleId"))) if each not in ids)
    style.set(w("styleId"), key)
    style.attrib.pop(w("default"), None)
    sheet.append(style)
    return key


def _numbered(word: str) -> Iterator[str]:
    yield word
    yield from (f"{word}{number}" for number in range(2, 1_000_000))


def _stand_alone(style: Element, pitch: tuple[str, str]) -> None:
    """Let a style of ours say for itself what our defaults say, and what our page's grid gives: the line pitch."""
    look = style.find(w("pPr"))
    off_grid = look.find(w("snapToGrid")) is not None  # what stands off the grid has a pitch of its own, or needs none
    spacing = _property(look, "spacing")
    for name in _OFF:
        _property(look, name).set(w("val"), "0")
    for name in ("before", "after"):
        spacing.set(w(name), spacing.get(w(name), "0"))
    if not spacing.get(w("line")):
        line, rule = ("240", "auto") if off_grid else pitch
        spacing.set(w("line"), line)
        spacing.set(w("lineRule"), rule)


def _property(look: Element, name: str) -> Element:
    """Return a property of a style, added in its place by the schema if need be."""
    found = look.find(w(name))
    if found is None:
        found = look.makeelement(w(name))
        before = _ORDER[: _ORDER.index(name)]
        look.insert(sum(1 for each in look if each.tag in map(w, before)), found)
    return found


def _restyle(content: list[Element], ids: Mapping[str, str], own: OwnStyles) -> None:
    """Give the draft's paragraphs and tables their styles; numbers that such a style would write are switched off."""
    for block in content:
        for mark in block.iter(w("pStyle"), w("tblStyle")):
            mark.set(w("val"), ids[mark.get(w("val"))])
            if mark.tag == w("pStyle") and own.first(mark.get(w("val")), f"{w('pPr')}/{w('numPr')}") is not None:
                none = mark.makeelement(w("numPr"))
                etree.SubElement(none, w("numId"), {w("val"): "0"})
                mark.addnext(none)


def _fit(content: list[Element], setup: Element, sheet: Element) -> None:
    """Make tables as wide as the text of their page, and lead the entries of the contents to its edge."""
    width = _text_width(setup)
    if width <= 0:
        return
    for table in (each for block in content for each in block.iter(w("tbl"))):
        before = int(table.find(f"{w('tblPr')}/{w('tblW')}").get(w("w")))
        for each in table.iter(w("tblW"), w("gridCol"), w("tcW")):
            each.set(w("w"), str(round(int(each.get(w("w"))) * width / before)))
    for key in ("Toc1", "Toc2"):
        for tab in sheet.iterfind(f"{w('style')}[@{w('styleId')}='{key}']/{w('pPr')}/{w('tabs')}/{w('tab')}"):
            tab.set(w("pos"), str(width))


def _text_width(setup: Element) -> int:
    """Return the width of a page's text in twips, 0 where it is not told."""
    size, margins = setup.find(w("pgSz")), setup.find(w("pgMar"))
    try:
        return int(size.get(w("w"))) - sum(int(margins.get(w(name), "0")) for name in ("left", "right", "gutter"))
    except (AttributeError, TypeError, ValueError):
        return 0


def _set_up_contents(content: list[Element], setup: Element) -> None:
    """Give the contents' section their page too, its pages in Roman figures; the text begins at page 1."""
    for own in [each for block in content for each in block.iter(w("sectPr"))]:
        copy = deepcopy(setup)
        _count_pages(copy, "fmt", "upperRoman")
        own.getparent().replace(own, copy)
        _count_pages(setup, "start", "1")


def _count_pages(setup: Element, name: str, setting: str) -> None:
    count = setup.find(w("pgNumType"))
    if count is None:
        count = setup.makeelement(w("pgNumType"))
        later = [each for each in setup if each.tag in map(w, _AFTER_COUNT)]
        later[0].addprevious(count) if later else setup.append(count)
    count.set(w(name), setting)


def _keep_only(file: WordFile, feet: set[str]) -> None:
    """Drop all parts but those that give a page its looks; `feet` are the ids of its headers and footers."""
    relations = file.relations(file.main)
    for relation in list(relations):
        kind = relation.get("Type", "").rpartition("/")[2]
        inside = relation.get("TargetMode") != "External"
        if not inside or kind not in _KEPT or (kind in ("header", "footer") and relation.get("Id") not in feet):
            relations.remove(relation)
    settings = file.related("settings")
    if settings:
        for name in _PERSONAL:
            for each in file.root(settings).findall(w(name)):
                file.root(settings).remove(each)
        file.parts.pop(
            posixpath.join(posixpath.dirname(settings), "_rels", posixpath.basename(settings) + ".rels"), None
        )
    file.drop_unreachable()
