"""Put a draft into an office's own document: its styles, page setup, header and footer, the draft's words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import count
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from drafter.errors import ReadError
from drafter.page import STANDARD, STYLES, Layout
from drafter.render import word_order
from drafter.render.reference_styles import OwnStyles
from drafter.render.word_parts import Parts
from drafter.render.word_repair_styles import Sheet
from drafter.render.word_styles import unbroken_marks
from drafter.render.word_xml import Element, element, value

_HEADS_AND_FEET = re.compile(r"word/(?:header|footer)\d*\.xml")
_FEET = (qn("w:headerReference"), qn("w:footerReference"))
_KEPT = {RT.STYLES, RT.SETTINGS, RT.FONT_TABLE, RT.THEME, RT.NUMBERING}  # of what belongs to the main part
_PERSONAL = (  # settings that lead to other files, or belong to the text that goes
    *("writeProtection", "documentProtection", "trackRevisions", "revisionView", "attachedTemplate", "linkStyles"),
    *("mailMerge", "docVars", "rsids", "footnotePr", "endnotePr", "attachedSchema", "saveThroughXslt", "schemaLibrary"),
)
_OF_ONE_SECTION = ("type", "sectPrChange", "printerSettings", "footnotePr", "endnotePr")
_IN_TABLES = ("table_head", "table_text")  # of whatever pitch the lines of a cell need


def into_reference(
    draft: bytes, reference: bytes, source: Path, path: Path, layout: Layout = STANDARD, *, enlarged: bool = False
) -> dict[str, str]:
    """Write the words of `draft`, ours in `layout`, to `path` in the looks of `reference`, which stands at `source`.

    Return the names of their styles by the roles they take (see page.STYLES); what none of theirs takes looks as ours.
    `enlarged`: none does, for the layout is that of a reading copy, with their faces in larger type.
    Raise ReadError when the reference is no plain .docx.
    """
    ours, theirs = Parts.open_document(draft, source), Parts.open_document(reference, source)
    body = theirs.part(theirs.main).find(qn("w:body"))
    styles = theirs.related(theirs.main, RT.STYLES)
    if body is None or not styles:
        raise ReadError("里面没有样式", "请用 WPS 或 Word 打开，另存为 .docx 再试", path=source)
    own = OwnStyles.of(theirs.seen(styles), body)
    roles = {} if enlarged else own.roles()
    setup = _page_setup(body)
    content = [each for each in ours.part(ours.main).find(qn("w:body")) if each.tag != qn("w:sectPr")]
    sheet = Sheet(theirs, layout, line=_pitch(own, roles.get("body", "")), latin="", tight=False)
    _restyle(content, _style_ids(ours, sheet, roles), own)
    _fit_tables(content, setup)
    _set_up_contents(content, setup)
    if (never_first := unbroken_marks(layout)) is not None:
        word_order.put(sheet.settings(), never_first, word_order.SETTINGS)
    for each in list(body):
        body.remove(each)
    body.extend([*content, setup])
    _keep_only(theirs, ours, {each.get(qn("r:id"), "") for each in setup.iter(*_FEET)})
    _take_pictures(theirs, ours, content)
    theirs.save(path)
    return {role: value(own.by_id[key], "name") for role, key in roles.items()}


# --- the page -------------------------------------------------------------------------------------------------------


def _page_setup(body: Element) -> Element:
    """Return the section properties of the section with most text, with the headers and footers it inherits."""
    sections = list(body.iter(qn("w:sectPr")))
    if not sections:
        return element("sectPr")
    lengths: Counter[int] = Counter()
    number = 0
    for block in body:
        lengths[number] += len("".join(block.itertext(qn("w:t"))))
        number += sum(1 for _ in block.iter(qn("w:sectPr")))
    chosen = max(range(len(sections)), key=lambda index: lengths[index])
    setup: Element = deepcopy(sections[chosen])
    for each in [each for name in _OF_ONE_SECTION for each in setup.findall(qn(f"w:{name}"))]:
        setup.remove(each)
    inherited: dict[tuple[str, str], Element] = {}
    for section in sections[: chosen + 1]:
        for each in section.iterchildren(*_FEET):
            inherited[each.tag, each.get(qn("w:type"), "default")] = each
    for each in list(setup.iterchildren(*_FEET)):
        setup.remove(each)
    for each in reversed(inherited.values()):
        setup.insert(0, deepcopy(each))
    return setup


def _fit_tables(content: Sequence[Element], setup: Element) -> None:
    """Make tables as wide as the text of their page, where that is told."""
    size, margins = setup.find(qn("w:pgSz")), setup.find(qn("w:pgMar"))
    try:
        sides = sum(int(margins.get(qn(f"w:{name}"), "0")) for name in ("left", "right", "gutter"))
        width = int(size.get(qn("w:w"))) - sides
    except (AttributeError, TypeError, ValueError):
        return
    for table in (each for block in content for each in block.iter(qn("w:tbl"))):
        before = int(table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w")))
        for each in table.iter(qn("w:tblW"), qn("w:gridCol"), qn("w:tcW")):
            each.set(qn("w:w"), str(round(int(each.get(qn("w:w"))) * width / before)))


def _set_up_contents(content: Sequence[Element], setup: Element) -> None:
    """Give the contents' section their page too, counted in Roman figures; then the text begins at page 1."""
    for own in [each for block in content for each in block.iter(qn("w:sectPr"))]:
        copy = deepcopy(setup)
        word_order.put(copy, element("pgNumType", fmt="upperRoman"), word_order.SECTION)
        own.getparent().replace(own, copy)
        word_order.put(setup, element("pgNumType", start=1), word_order.SECTION)


# --- styles ---------------------------------------------------------------------------------------------------------


def _style_ids(ours: Parts, sheet: Sheet, roles: Mapping[str, str]) -> dict[str, str]:
    """Return the id that each of our styles has in their file; those that none of theirs stands for are added."""
    ids = {STYLES[role].word_id: key for role, key in roles.items()}
    names = {style.word_id: name for name, style in STYLES.items()}
    used = {each.get(qn("w:val")) for each in ours.seen(ours.main).iter(qn("w:pStyle"), qn("w:tblStyle"))}
    for style in ours.seen(ours.related(ours.main, RT.STYLES)).findall(qn("w:style")):
        key = style.get(qn("w:styleId"))
        if key in used and key not in ids:
            is_own = key in names and names[key] not in _IN_TABLES
            ids[key] = sheet.style(names[key]) if is_own else sheet.adopt(deepcopy(style))
    return ids


def _pitch(own: OwnStyles, body: str) -> float:
    """Return the exact line pitch of their body text in points, 0 where it has none."""
    spacing = own.first(body, f"{qn('w:pPr')}/{qn('w:spacing')}")
    if spacing is None or spacing.get(qn("w:lineRule")) != "exact":
        return 0.0
    return int(spacing.get(qn("w:line"), "0")) / 20


def _restyle(content: Sequence[Element], ids: Mapping[str, str], own: OwnStyles) -> None:
    """Give the draft's paragraphs and tables their styles; numbers that such a style would write are switched off."""
    for mark in [mark for block in content for mark in block.iter(qn("w:pStyle"), qn("w:tblStyle"))]:
        mark.set(qn("w:val"), ids[mark.get(qn("w:val"))])
        if own.first(mark.get(qn("w:val")), f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            mark.addnext(element("numPr", element("numId", val=0)))


# --- the package ----------------------------------------------------------------------------------------------------


def _keep_only(theirs: Parts, ours: Parts, feet: set[str]) -> None:
    """Drop all parts but those that give a page its looks, and take our comments; `feet` are the ids of those kept."""
    relations = theirs.part(theirs.relations(theirs.main))
    for relation in list(relations):
        is_foot = relation.get("Type") in {RT.HEADER, RT.FOOTER} and relation.get("Id") in feet
        if relation.get("TargetMode") == "External" or not (is_foot or relation.get("Type") in _KEPT):
            relations.remove(relation)
    if settings := theirs.related(theirs.main, RT.SETTINGS):
        root = theirs.part(settings)
        for each in [each for name in _PERSONAL for each in root.findall(qn(f"w:{name}"))]:
            root.remove(each)
        theirs.dropped.add(theirs.relations(settings))
    theirs.take_properties(ours)
    theirs.drop_unreachable()
    if comments := ours.related(ours.main, RT.COMMENTS):
        theirs.add("word/comments.xml", ours.part(comments), ours.type_of(comments), RT.COMMENTS)


def _take_pictures(theirs: Parts, ours: Parts, content: Sequence[Element]) -> None:
    """Take the pictures of the draft over, under names and ids that are free in their file."""
    names = {key: name for key, kind, name in ours.related_ids(ours.main) if kind == RT.IMAGE}
    roots = [theirs.seen(name) for name in theirs.names() if _HEADS_AND_FEET.match(name)]
    taken = {each.get("id") for root in roots for each in root.iter(qn("wp:docPr"))}
    free_ids = (str(number) for number in count(1) if str(number) not in taken)
    for shown in (each for block in content for each in block.iter(qn("wp:inline"))):
        shown.find(qn("wp:docPr")).set("id", next(free_ids))
        for blip in shown.iter(qn("a:blip")):
            name = names[blip.get(qn("r:embed"))]
            free = theirs.free_name("word/media/image{}.png")
            blip.set(qn("r:embed"), theirs.add_picture(free, ours.archive.read(name), ours.type_of(name)))
