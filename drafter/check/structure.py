"""The rule for structure: how the headings and points of a draft are numbered, nested and matched."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from drafter.check.case import Case
from drafter.check.findings import finding, paragraph
from drafter.model import Block, Finding, Section, Severity, Span
from drafter.text import numbering

_RANKS: dict[numbering.Style, int] = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4}  # GB/T 9704—2012, 7.3.3
THROUGHOUT = 3  # jumps of one kind from which they are a habit
LEAST_SIBLINGS = 3  # headings that make a pattern for a fourth
FAR = 2.0  # times the median length of its siblings that a heading may have …
FAR_LEAST = 8  # … if that is so many characters more or less


def find_structure(case: Case) -> Iterator[Finding]:
    """Yield what is wrong with the numbers, levels and headings of a draft."""
    for matcher in MATCHERS:
        yield from matcher(case)


def _wrong_numbers(case: Case) -> Iterator[Finding]:
    """Yield headings and points whose number does not follow the one before, or is not the first where none is."""
    for blocks in _series(case.document.root):
        first = _number(blocks[0])
        if (
            first
            and first.value > 1
            and first.style not in numbering.UNCOUNTED
            and not _goes_on(case, blocks[0], first)
        ):
            right = _stripped(numbering.format(first.style, 1))
            message = f"编号没有从头起：这一组的第一个就是“{_stripped(first.text)}”"
            advice = f"请从“{right}”编起，或补上前面的内容"
            yield _finding(case, _number_span(blocks[0]), "number", message, advice, severity="warning")
        for before, block in pairwise(blocks):
            earlier, number = _number(before), _number(block)
            if not earlier or not number or number.style in numbering.UNCOUNTED or number.value == earlier.value + 1:
                continue
            right = _as_written(_stripped(numbering.next(earlier).text), earlier)
            where = paragraph(case.document.text, before.span.start)
            said = "重复" if number.value == earlier.value else "不连续"
            message = f"编号{said}：{where}是“{_stripped(earlier.text)}”，这里是“{_stripped(number.text)}”"
            yield _finding(
                case, _number_span(block), "number", message, f"请改为“{right}”，后面的编号依次顺延", severity="warning"
            )


def _goes_on(case: Case, block: Block, number: numbering.Number) -> bool:
    """Tell whether a number is next after the last of its style: counted on from section to section, or 一是 run in."""
    last, following = (_pattern(number.style, value) for value in (number.value - 1, number.value))
    said = case.document.text[: block.span.start]
    found = [match.end() for match in re.finditer(rf"(?:^|[。；：！？\n]){last}", said)]
    return bool(found) and not re.search(rf"[。；：！？\n]{following}", said[found[-1] :])


def _pattern(style: numbering.Style, value: int) -> str:
    written = re.escape(_stripped(numbering.format(style, value)))
    return f"{value}[.．、]" if style == "1." else written


def _series(root: Section) -> Iterator[Sequence[Block]]:
    """Yield runs of headings and of points that count on: of one section, and of one style."""
    for section in root.walk():
        headings = [child.heading for child in section.children if child.heading]
        for blocks in (headings, section.blocks):
            yield from _runs([block for block in blocks if block.role != "annex" and _number(block)])


def _runs(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Yield the blocks style by style, parted where one counts from the first again."""
    for _, alike in groupby(blocks, lambda block: getattr(_number(block), "style", None)):
        run: list[Block] = []
        for block in alike:
            number = _number(block)
            if run and number and number.value == 1:
                yield run
                run = []
            run.append(block)
        yield run


def _number(block: Block) -> numbering.Number | None:
    return numbering.parse(block.number) if block.number else None


def _stripped(number: str) -> str:
    return number.rstrip("，：")


def _as_written(right: str, earlier: numbering.Number) -> str:
    """Return a number with the mark that the one before has: 2、 after 1、"""
    return f"{right[:-1]}、" if right.endswith(".") and _stripped(earlier.text).endswith("、") else right


def _number_span(block: Block) -> Span:
    return Span(block.span.start, block.span.start + len(block.number))


def _jumped_levels(case: Case) -> Iterator[Finding]:
    """Yield headings and points that skip a level, 1. right under 一、; what a draft does throughout is told once."""
    found: defaultdict[tuple[int, int], list[tuple[Section, Block]]] = defaultdict(list)
    for section in case.document.root.walk():
        above = _rank(section.heading)
        below = [child.heading for child in section.children if child.heading] or section.blocks
        block = next((each for each in below if _rank(each)), None)
        if above and block and _rank(block) > above + 1:
            found[above, _rank(block)].append((section, block))
    for (above, _), several in found.items():
        right = next(style for style, rank in _RANKS.items() if rank == above + 1)
        for section, block in several if len(several) < THROUGHOUT else several[:1]:
            more = f"，全文共 {len(several)} 处" if len(several) >= THROUGHOUT else ""
            message = f"层次跳级：“{_named(section)}”下面直接用了“{block.number}”{more}"
            yield _finding(case, _number_span(block), "level", message, f"请从“{right}”编起", severity="info")


def _rank(block: Block | None) -> int:
    number = _number(block) if block else None
    return _RANKS.get(number.style, 0) if number else 0


def _named(section: Section) -> str:
    return f"{section.heading.number if section.heading else ''}{section.title}"


def _empty(case: Case) -> Iterator[Finding]:
    """Yield headings with nothing under them."""
    for section in case.document.root.walk():
        heading = section.heading
        if heading and heading.role == "heading" and not section.blocks and not section.children:
            yield _finding(
                case,
                heading.span,
                "empty",
                f"“{_named(section)}”下面没有内容",
                "请补上内容，或删去标题",
                severity="warning",
            )


def _lone_children(case: Case) -> Iterator[Finding]:
    """Yield headings and points that are alone on their level under a heading."""
    for section in case.document.root.walk():
        headings = [child.heading for child in section.children if child.heading]
        numbered = [block for block in headings or section.blocks if _number(block)]
        if section.heading and len(numbered) == 1 and len(headings) < 2 and _rank(numbered[0]) > _rank(section.heading):
            block = numbered[0]
            message = f"“{_named(section)}”下面只有“{_stripped(block.number)}”一条"
            yield _finding(case, _number_span(block), "lone", message, "请再分出一条，或取消这个编号", severity="info")


def _out_of_line(case: Case) -> Iterator[Finding]:
    """Yield headings that fall out of the pattern or length of their siblings."""
    for section in case.document.root.walk():
        titled = [child for child in section.children if _rank(child.heading) > 1]
        if len(titled) <= LEAST_SIBLINGS:
            continue
        for child in titled:
            others = [other.title for other in titled if other is not child]
            if child.heading and (fault := _unlike(child.title, others)):
                advice = f"请与并列的标题对仗，如“{others[0]}”"
                yield _finding(case, child.heading.span, "parallel", f"“{child.title}”{fault}", advice, severity="info")


def _unlike(title: str, others: Sequence[str]) -> str:
    """Return how a heading differs from its siblings, "" when it does not."""
    usual = median(map(len, others))
    parts = {_parts(other) for other in others}
    if len(parts) == 1 and _parts(title) not in parts:
        return f"与并列的标题句式不同：别的都是 {parts.pop()} 个分句"
    gap = abs(len(title) - usual)
    alike = max(map(len, others)) <= 1.5 * min(map(len, others))
    if alike and gap >= FAR_LEAST and max(len(title), usual) > FAR * min(len(title), usual):
        return f"与并列的标题长短悬殊：别的约 {usual:.0f} 字"
    return ""


def _parts(title: str) -> int:
    return len([part for part in title.replace("：", "，").replace("、", "").split("，") if part])


def _repeated_leads(case: Case) -> Iterator[Finding]:
    """Yield leads and headings that stand a second time under one heading."""
    text = case.document.text
    for section in case.document.root.walk():
        seen: dict[str, Span] = {}
        leads = [block.lead for block in section.blocks if block.lead]
        titles = [_title_span(child) for child in section.children if child.heading]
        for span in sorted((*leads, *titles)):
            words = span.of(text).rstrip("。：")
            if len(words) > 3 and words in seen:
                message = f"小标题“{words}”与{paragraph(text, seen[words].start)}的重复"
                yield _finding(
                    case, span, "repeated_lead", message, "请换一个说法，或把两处并在一起", severity="warning"
                )
            seen.setdefault(words, span)


def _title_span(section: Section) -> Span:
    heading = section.heading
    return Span(heading.span.start + len(heading.number), heading.span.end) if heading else Span(0, 0)


MATCHERS: tuple[Callable[[Case], Iterable[Finding]], ...] = (
    _wrong_numbers,
    _jumped_levels,
    _empty,
    _lone_children,
    _out_of_line,
    _repeated_leads,
)


def _finding(case: Case, span: Span, kind: str, message: str, advice: str, *, severity: Severity) -> Finding:
    return finding(case, span, rule="structure", kind=kind, message=message, severity=severity, suggestion=advice)
