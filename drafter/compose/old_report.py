"""A past report as an outline would hold it: its chapters, sections and points, and what stands around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from drafter.compose.old_points import OldPoint, headed_points, is_plain, series, texts_of
from drafter.model import Block, Document, Section
from drafter.text.chapters import Chapter, chapter_of

_PROBLEMS = re.compile(".{0,60}(?:清醒|存在|看到|认识到|面临).*(?:问题|困难|不足|短板|差距|薄弱环节)")
_LIVELIHOOD = re.compile("民生实事|实事项目|实事工程")
_THANKS = re.compile("感谢|敬意|来之不易")
_NAMED: tuple[tuple[Around, re.Pattern[str]], ...] = (
    ("problems", re.compile(f"^{_PROBLEMS.pattern}")),
    ("livelihood", re.compile(f"(?:{_LIVELIHOOD.pattern}).*[：:]$")),
    ("thanks", _THANKS),
)
_WRAP_UP = re.compile(f"此外|与此同时|各位|同志们|{_PROBLEMS.pattern}|.*(?:{_LIVELIHOOD.pattern}|{_THANKS.pattern})")

Around = Literal["headline", "minor", "thanks", "problems", "livelihood", "requirement", "closing"]
"""Where in an outline the paragraphs around the sections belong."""


@dataclass(frozen=True, slots=True)
class OldSection:
    """A section; one without heading holds what stands under its chapter's heading alone."""

    number: str  # as printed: （一）; "" for none
    heading: str  # "" for none
    intro: tuple[str, ...] = ()
    points: tuple[OldPoint, ...] = ()
    chapter: str = ""  # the heading of the chapter that it opens; "" when it opens none


@dataclass(slots=True)
class OldReport:
    """What a past report says, sorted by where an outline has it."""

    chapter_numbers: list[str] = field(default_factory=list)  # as printed: 一、
    headings: dict[Chapter, str] = field(default_factory=dict)  # of the chapters; "" for one without
    review: list[OldSection] = field(default_factory=list)
    plan: list[OldSection] = field(default_factory=list)
    problems: list[OldPoint] = field(default_factory=list)
    livelihood: list[OldPoint] = field(default_factory=list)
    requests: list[OldPoint] = field(default_factory=list)
    texts: defaultdict[Around, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter: its sections, and the paragraphs between them, in order."""

    kind: Chapter | None
    number: str
    title: str
    parts: tuple[Section | tuple[Block, ...], ...]

    @property
    def blocks(self) -> tuple[Block, ...] | None:
        """Return its paragraphs if it has nothing else."""
        alone = [part for part in self.parts if isinstance(part, tuple)]
        return tuple(block for part in alone for block in part) if len(alone) == len(self.parts) else None


def is_report(document: Document) -> bool:
    """Tell whether a file reads as a report: it has headings, and says of what time or chapters it is."""
    titles = [section.title for section in document.root.walk() if section.heading]
    known = document.source.kind or document.source.period or any(map(chapter_of, titles))
    return bool(titles and known)


def sorted_report(document: Document) -> OldReport:
    """Sort a report: the chapters before the plan are review, those from it on plan."""
    chapters, report = list(_chapters(document)), OldReport()
    plan = _first_plan(chapters)
    if chapters[0].title:  # what stands before the first heading
        report.texts["headline"] += texts_of(
            document, [each for each in document.root.blocks if each.role == "paragraph"]
        )
    for place, chapter in enumerate(chapters):
        report.chapter_numbers.append(chapter.number)
        if chapter.kind == "problems" and chapter.blocks and 0 < place == plan - 1:
            report.headings["problems"] = chapter.title
            report.problems += _listed(document, chapter.blocks)
        elif chapter.kind == "requests" and chapter.blocks and plan < place == len(chapters) - 1:
            report.headings["requests"] = chapter.title
            report.requests += _listed(document, chapter.blocks)
        elif place < plan:
            _add(document, chapter, report, "review")
        else:
            _add(document, chapter, report, "plan")
    return report


def _chapters(document: Document) -> Iterator[_Chapter]:
    """Yield the chapters; sections before the first of them belong to one without heading."""
    root = document.root
    headed = [child for child in root.children if child.heading and child.heading.role == "heading"]
    loose = tuple(child for child in headed if child.heading and child.heading.level > 1)
    tops = [child for child in headed if child not in loose]
    if loose or not tops:
        yield _Chapter("review", "", "", tuple(_parts(replace(root, children=loose))))
    for top in tops:
        number = top.heading.number if top.heading else ""
        yield _Chapter(chapter_of(top.title), number, top.title, tuple(_parts(top)))


def _parts(section: Section) -> Iterator[Section | tuple[Block, ...]]:
    """Yield what stands under a heading in order: sections, and the paragraphs around them."""
    own = [block for block in section.blocks if block.role == "paragraph"]
    below = {child.heading: child for child in section.children if child.heading}
    blocks = sorted((*own, *below), key=lambda block: block.span)
    for is_section, run in groupby(blocks, key=lambda block: block in below):
        if is_section:
            yield from (below[block] for block in run)
        else:
            yield tuple(run)


def _first_plan(chapters: Sequence[_Chapter]) -> int:
    """Return the place of the chapter that the plan begins with: the first that may be one after all reviews."""
    reviews = [place for place, chapter in enumerate(chapters) if chapter.kind == "review"]
    later = range(max(reviews, default=0) + 1, len(chapters))
    return next((place for place in later if chapters[place].kind in {"plan", None}), len(chapters))


def _add(document: Document, chapter: _Chapter, report: OldReport, part: Literal["review", "plan"]) -> None:
    """Add a chapter to the review or the plan: its first chapter, or a further one, which its first section opens."""
    intro, found = _gathered(document, chapter, report, planned=part == "plan")
    if not found:
        found = [OldSection("", "", points=tuple(OldPoint("", "", [text]) for text in intro))]
        intro = []
    if part not in report.headings:
        report.headings[part] = chapter.title
        report.texts["requirement" if part == "plan" else "headline"] += intro
    elif intro and found[0].heading:
        found.insert(0, OldSection("", "", tuple(intro), chapter=chapter.title))
    else:
        found[0] = replace(found[0], intro=(*intro, *found[0].intro), chapter=chapter.title)
    (report.plan if part == "plan" else report.review).extend(found)


def _gathered(
    document: Document, chapter: _Chapter, report: OldReport, *, planned: bool
) -> tuple[list[str], list[OldSection]]:
    """Return the paragraphs that a chapter begins with, and its sections; what wraps it up goes to the report."""
    intro: list[str] = []
    found: list[OldSection] = []
    for part in chapter.parts:
        if isinstance(part, Section):
            found += _sections(document, part)
            continue
        start = len(part) if planned else 0 if found else _wrap_up_start(document, part, alone=bool(chapter.blocks))
        texts, headless = _headless(document, part[:start])
        (report.texts["closing"] if planned and found else intro).extend(texts)
        found += [*headless, *_wrap_up(document, part[start:], report)]
    return intro, found


def _sections(document: Document, section: Section) -> Iterator[OldSection]:
    """Yield a section; what makes a second list of points is a section without heading behind it."""
    number = section.heading.number if section.heading else ""
    own = [block for block in section.blocks if block.role == "paragraph"]
    asides = [block for block in section.blocks if block.role == "aside"]
    intro, below = _headless(document, own)
    lists = [each.points for each in below]
    if section.children:
        lists.append(tuple(headed_points(document, section.children)))
    if not lists:
        lists, intro = [tuple(OldPoint("", "", [text]) for text in intro)], []
    if lists[-1]:
        lists[-1][-1].texts += texts_of(document, asides)
    yield OldSection(number, section.title, tuple(intro), lists[0])
    for points in lists[1:]:
        yield OldSection("", "", (), points)


def _headless(document: Document, blocks: Sequence[Block]) -> tuple[list[str], list[OldSection]]:
    """Return the plain paragraphs that some blocks begin with, and the lists of points after them."""
    first = next((at for at, block in enumerate(blocks) if not is_plain(block)), len(blocks))
    lists = series(document, blocks[first:])
    return texts_of(document, blocks[:first]), [OldSection("", "", points=tuple(points)) for points in lists]


def _listed(document: Document, blocks: Sequence[Block]) -> list[OldPoint]:
    """Return the points of a list, whatever parts it; a paragraph alone is one."""
    texts, lists = _headless(document, blocks)
    return [point for each in lists for point in each.points] or [OldPoint("", "", texts)]


# --- what wraps the review up ----------------------------------------------------------------------------------------


def _wrap_up_start(document: Document, blocks: Sequence[Block], *, alone: bool) -> int:
    """Return where thanks, problems and the like begin in a chapter that is all paragraphs: after its first point."""
    if not alone:
        return len(blocks)
    first = next((at for at, block in enumerate(blocks) if not is_plain(block)), len(blocks))
    texts = texts_of(document, blocks)
    return next(
        (at for at in range(first, len(blocks)) if is_plain(blocks[at]) and _WRAP_UP.match(texts[at])), len(blocks)
    )


def _wrap_up(document: Document, blocks: Sequence[Block], report: OldReport) -> Iterator[OldSection]:
    """Sort what follows the sections of the review; yield points that are neither problems nor 民生实事 as sections."""
    name: Around = "minor"
    for plain, run in groupby(blocks, key=is_plain):
        members = list(run)
        if plain:
            for text in texts_of(document, members):
                name = _named(text)
                report.texts[name].append(text)
        elif name == "problems":
            report.problems += _listed(document, members)
        elif name == "livelihood":
            report.livelihood += _listed(document, members)
        else:
            yield from _headless(document, members)[1]


def _named(text: str) -> Around:
    """Return what a paragraph after the sections is about."""
    return next((name for name, words in _NAMED if words.search(text)), "minor")
